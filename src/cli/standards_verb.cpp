// standards: the list, and what two of them state differently.

#include "cli/tr.h"
#include "cli/verbs.h"
#include "standard/difference.h"
#include "standard/library.h"

namespace junheng::cli {

namespace {

void writeDifferences(const std::vector<standard::Difference>& differences, QTextStream& out) {
    const QString none = tr("（无）");
    QString clause;
    for (const standard::Difference& difference : differences) {
        if (difference.clause != clause) {
            clause = difference.clause;
            out << difference.heading();
            if (!difference.source.isEmpty())
                out << tr("　依据：%1").arg(difference.source);
            out << '\n';
        }
        if (difference.field.isEmpty())
            out << (difference.before.isEmpty() ? tr("  + 增加这一条") : tr("  - 没有这一条"));
        else
            out << QStringLiteral("  %1：%2 → %3")
                       .arg(difference.field, difference.before.isEmpty() ? none : difference.before,
                            difference.after.isEmpty() ? none : difference.after);
        out << (difference.belowNational ? tr("　【低于国家标准】") : QString()) << '\n';
    }
    if (differences.empty())
        out << tr("两个标准没有不同。") << '\n';
}

base::Result<ExitCode> runDifference(const Arguments& arguments, Console& console) {
    if (arguments.positionals.size() != 2)
        return std::unexpected(base::Error{.code = QStringLiteral("usage.missing_argument"),
                                           .message = tr("--diff 后写两个标准的编号或文件：standards --diff A B。")});
    std::vector<QByteArray> documents;
    for (const QString& name : arguments.positionals) {
        const auto found = standard::findWrittenStandard(name);
        if (!found)
            return std::unexpected(found.error());
        documents.push_back(found->json);
    }
    const auto differences = standard::differencesOf(documents[0], documents[1]);
    if (!differences)
        return std::unexpected(differences.error());
    if (!arguments.has(QStringLiteral("json"))) {
        writeDifferences(*differences, console.out);
        return ExitCode::Done;
    }
    Json list = Json::array();
    for (const standard::Difference& difference : *differences)
        list.push_back({{"clause", toJson(difference.clause)},
                        {"title", toJson(difference.title)},
                        {"path", textOrNull(difference.path)},
                        {"field", textOrNull(difference.field)},
                        {"before", textOrNull(difference.before)},
                        {"after", textOrNull(difference.after)},
                        {"source", textOrNull(difference.source)},
                        {"below_national", difference.belowNational}});
    writeJson({{"format", 1},
               {"first", toJson(arguments.positionals[0])},
               {"second", toJson(arguments.positionals[1])},
               {"differences", std::move(list)}},
              console.out);
    return ExitCode::Done;
}

base::Result<ExitCode> runStandards(const Arguments& arguments, Console& console) {
    if (arguments.has(QStringLiteral("diff")))
        return runDifference(arguments, console);
    if (!arguments.positionals.isEmpty())
        return std::unexpected(base::Error{
            .code = QStringLiteral("usage.extra_argument"),
            .message = tr("多出了“%1”。比较两个标准请用 standards --diff A B。").arg(arguments.positionals.first())});
    Json list = Json::array();
    const QStringList ids = standard::standardIds();
    for (const QString& id : ids) {
        const auto loaded = standard::loadStandard(id);
        if (!loaded)
            return std::unexpected(loaded.error());
        const bool isDefault = id == standard::defaultStandardId();
        list.push_back({{"id", toJson(id)}, {"title", toJson(loaded->title)}, {"default", isDefault}});
        if (!arguments.has(QStringLiteral("json")))
            console.out << id << QStringLiteral("  ") << loaded->title << (isDefault ? tr("（默认）") : QString())
                        << '\n';
    }
    if (arguments.has(QStringLiteral("json")))
        writeJson({{"format", 1}, {"standards", std::move(list)}}, console.out);
    return ExitCode::Done;
}

} // namespace

Verb standardsVerb() {
    return {.spec = {.name = QStringLiteral("standards"),
                     .summary = tr("列出评估标准，或比较两个标准"),
                     .positionals = {QStringLiteral("[STANDARD]...")},
                     .options = {{.name = QStringLiteral("diff"),
                                  .value = {},
                                  .help = tr("逐条列出后面两个标准（编号或文件）的不同")},
                                 jsonOption()}},
            .run = runStandards};
}

} // namespace junheng::cli
