#include "cli/arguments.h"

#include "cli/tr.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <algorithm>

namespace junheng::cli {

namespace {

QString dashed(const OptionSpec& option) {
    const QString name = QStringLiteral("--") + option.name;
    return option.value.isEmpty() ? name : name + QChar(u' ') + option.value;
}

OptionSpec helpOption() {
    return {.name = QStringLiteral("help"), .value = {}, .help = tr("显示这段说明")};
}

std::unexpected<base::Error> wrong(const char* code, const QString& message) {
    return std::unexpected(base::Error{.code = QLatin1StringView(code), .message = message});
}

// Qt says this in English only, so the reason is found again: a value that is lacking can only lack at the end.
std::unexpected<base::Error> explainFailure(const QCommandLineParser& parser, const VerbSpec& verb,
                                            const QStringList& words) {
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty())
        return wrong("usage.unknown_option", tr("“%1”没有选项 --%2。").arg(verb.name, unknown.first()));
    const bool valueLacking = std::ranges::any_of(verb.options, [&](const OptionSpec& option) {
        return !option.value.isEmpty() && words.last() == QStringLiteral("--") + option.name;
    });
    if (valueLacking)
        return wrong("usage.missing_value", tr("选项 %1 后面缺少值。").arg(words.last()));
    return wrong("usage.unexpected_value", tr("有选项不带值，却写了“=”。"));
}

base::Outcome checkPositionals(const VerbSpec& verb, const QStringList& given) {
    const bool many = !verb.positionals.isEmpty() && verb.positionals.last().endsWith(QStringLiteral("..."));
    if (given.size() < verb.positionals.size() && !verb.positionals.at(given.size()).startsWith(QChar(u'[')))
        return wrong("usage.missing_argument", tr("缺少 %1。").arg(verb.positionals.at(given.size())));
    if (!many && given.size() > verb.positionals.size())
        return wrong("usage.extra_argument", tr("多出了“%1”。").arg(given.at(verb.positionals.size())));
    return {};
}

base::Outcome takeOptions(const VerbSpec& verb, const QCommandLineParser& parser, Arguments& result) {
    for (const OptionSpec& option : verb.options) {
        if (!parser.isSet(option.name)) {
            if (option.required)
                return wrong("usage.missing_option", tr("缺少选项 %1。").arg(dashed(option)));
            continue;
        }
        if (option.value.isEmpty()) {
            result.switches.insert(option.name);
            continue;
        }
        const QStringList values = parser.values(option.name);
        if (option.many) {
            result.lists.insert(option.name, values);
            continue;
        }
        if (values.size() > 1)
            return wrong("usage.repeated_option", tr("选项 --%1 只能写一次。").arg(option.name));
        result.values.insert(option.name, values.first());
    }
    return {};
}

} // namespace

QString VerbSpec::usageLine() const {
    QStringList words{QStringLiteral("junheng-cli"), name};
    words << positionals;
    for (const OptionSpec& option : options)
        words << (option.required ? dashed(option) : QChar(u'[') + dashed(option) + QChar(u']')) +
                     (option.many ? QStringLiteral("...") : QString());
    return words.join(QChar(u' '));
}

QString VerbSpec::helpText() const {
    QString text =
        summary + QStringLiteral("\n\n") + tr("用法：%1").arg(usageLine()) + QStringLiteral("\n\n") + tr("选项：\n");
    std::vector<OptionSpec> all = options;
    all.push_back(helpOption());
    for (const OptionSpec& option : all)
        text += QStringLiteral("  %1 %2\n").arg(dashed(option), -16).arg(option.help);
    return text;
}

base::Result<Arguments> parseArguments(const VerbSpec& verb, const QStringList& words) {
    QCommandLineParser parser;
    for (const OptionSpec& option : verb.options)
        parser.addOption(QCommandLineOption(option.name, option.help, option.value));
    parser.addOption(QCommandLineOption(helpOption().name));
    const bool parsed = parser.parse(QStringList{verb.name} + words); // the first word stands for the program
    Arguments result;
    if (parser.isSet(helpOption().name)) {
        result.switches.insert(helpOption().name);
        return result;
    }
    if (!parsed)
        return explainFailure(parser, verb, words);
    result.positionals = parser.positionalArguments();
    if (const auto checked = checkPositionals(verb, result.positionals); !checked)
        return std::unexpected(checked.error());
    if (const auto taken = takeOptions(verb, parser, result); !taken)
        return std::unexpected(taken.error());
    return result;
}

base::Result<int> parseYear(const QString& text) {
    bool isNumber = false;
    const int year = text.toInt(&isNumber);
    if (!isNumber || text.size() != 4 || year < 1986) // the year of the compulsory education law
        return wrong("usage.bad_year",
                     tr("学年应写开始的年份，如 2025（指 2025 年 9 月开始的学年），写的是“%1”。").arg(text));
    return year;
}

} // namespace junheng::cli
