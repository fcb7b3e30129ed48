#include "cli/cli.h"

#include "cli/tr.h"
#include "cli/verbs.h"

#include <algorithm>

namespace junheng::cli {

namespace {

constexpr int kNameWidth = -14; // of the longest name, from the left

QString overview() {
    QString text = tr("均衡：县域义务教育优质均衡发展的测算与自评\n\n用法：junheng-cli 命令 …\n\n命令：\n");
    for (const Verb& verb : allVerbs())
        text += QStringLiteral("  %1 %2\n").arg(verb.spec.name, kNameWidth).arg(verb.spec.summary);
    return text + tr("\n“junheng-cli 命令 --help”说明一个命令的用法。\n"
                     "退出码：0 完成，2 用法不对，3 输入的数据有误或要写的文件已经存在（没有改动），4 "
                     "文件打不开或写不了，5 中途停止。\n");
}

QString verbNames() {
    QStringList names;
    for (const Verb& verb : allVerbs())
        names << verb.spec.name;
    return names.join(QChar(u'、'));
}

ExitCode runVerb(const Verb& verb, const QStringList& words, Console& console) {
    const auto arguments = parseArguments(verb.spec, words);
    if (!arguments) {
        console.err << arguments.error().message << '\n' << tr("用法：%1").arg(verb.spec.usageLine()) << '\n';
        return ExitCode::Usage;
    }
    if (arguments->has(QStringLiteral("help"))) {
        console.out << verb.spec.helpText();
        return ExitCode::Done;
    }
    const auto code = verb.run(*arguments, console);
    if (code)
        return *code;
    console.err << code.error().toString() << '\n';
    return exitCodeOf(code.error());
}

// What stands behind the first word of a verb of two words, a line each: "school delete 删除…".
QString deedsOf(const QString& first) {
    QString text;
    for (const Verb& verb : allVerbs()) {
        if (verb.spec.name.startsWith(first + QChar(u' ')))
            text += QStringLiteral("  %1 %2\n").arg(verb.spec.name, kNameWidth).arg(verb.spec.summary);
    }
    return text;
}

ExitCode explainDeeds(const QString& first, const QString& deeds, const QStringList& behind, Console& console) {
    if (behind.contains(QStringLiteral("--help"))) {
        console.out << deeds;
        return ExitCode::Done;
    }
    const QString found = behind.isEmpty() ? tr("没有写完") : tr("写的是“%1”").arg(behind.first());
    console.err << tr("命令“%1”%2，应是下列之一：").arg(first, found) << '\n' << deeds;
    return ExitCode::Usage;
}

ExitCode run(const QStringList& arguments, Console& console) {
    if (arguments.isEmpty()) {
        console.err << overview();
        return ExitCode::Usage;
    }
    const QString& first = arguments.first();
    if (first == QStringLiteral("--help")) {
        console.out << overview();
        return ExitCode::Done;
    }
    if (first == QStringLiteral("--version")) {
        console.out << QStringLiteral("junheng-cli " JUNHENG_VERSION "\n");
        return ExitCode::Done;
    }
    for (const Verb& verb : allVerbs()) {
        const QStringList name = verb.spec.name.split(QChar(u' '));
        if (arguments.first(std::min(name.size(), arguments.size())) == name)
            return runVerb(verb, arguments.mid(name.size()), console);
    }
    if (const QString deeds = deedsOf(first); !deeds.isEmpty())
        return explainDeeds(first, deeds, arguments.mid(1), console);
    console.err << tr("没有命令“%1”。可用的命令：%2。").arg(first, verbNames()) << '\n';
    return ExitCode::Usage;
}

} // namespace

int runCli(const QStringList& arguments, QTextStream& out, QTextStream& err, std::stop_token stop,
           document::FigurePainter figures) {
    Console console{.out = out, .err = err, .stop = std::move(stop), .figures = std::move(figures)};
    ExitCode code = run(arguments, console);
    out.flush();
    if (out.status() != QTextStream::Ok) {
        err << tr("结果没有能完整输出。请检查输出的去向，例如磁盘是否已满。") << '\n';
        code = ExitCode::File;
    }
    err.flush();
    return static_cast<int>(code);
}

} // namespace junheng::cli
