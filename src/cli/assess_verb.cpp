// assess: a county file, or a template workbook directly.

#include "cli/assessment_json.h"
#include "cli/assessment_text.h"
#include "cli/tr.h"
#include "cli/verbs.h"
#include "standard/library.h"
#include "workspace/book_assessment.h"
#include "workspace/county_files.h"

namespace junheng::cli {

namespace {

// By content, so that a county file under another name is one, and by name where there is nothing to read.
bool isCountyFile(const QString& path) {
    return workspace::isCountyFile(path) || path.endsWith(QStringLiteral(".junheng"), Qt::CaseInsensitive);
}

void print(const model::CountyYear& year, const standard::Standard& standard, const assess::Assessment& assessment,
           const std::vector<assess::PriorYear>& priorYears, bool asJson, Console& console) {
    if (asJson)
        writeJson(assessmentJson(year, standard, assessment, priorYears), console.out);
    else
        writeAssessment(year, standard, assessment, priorYears, console.out);
}

base::Result<ExitCode> assessBook(const Arguments& arguments, Console& console) {
    std::optional<int> wanted;
    if (arguments.has(QStringLiteral("year"))) {
        const auto year = parseYear(arguments.value(QStringLiteral("year")));
        if (!year)
            return std::unexpected(year.error());
        wanted = *year;
    }
    const QString standardId = arguments.has(QStringLiteral("standard")) ? arguments.value(QStringLiteral("standard"))
                                                                         : standard::defaultStandardId();
    std::vector<model::Finding> findings;
    const auto book = workspace::assessBook(arguments.positionals.first(), wanted, standardId, findings, console.job());
    printFindings(findings, console.err, console.err);
    if (!book)
        return std::unexpected(asInput(book.error()));
    print(book->data, book->standard, book->assessment, {}, arguments.has(QStringLiteral("json")), console);
    return ExitCode::Done;
}

base::Result<ExitCode> assessCountyFile(const Arguments& arguments, Console& console) {
    if (!arguments.has(QStringLiteral("year")))
        return std::unexpected(base::Error{.code = QStringLiteral("usage.missing_option"),
                                           .message = tr("评估县级文件须用 --year 指明学年，如 --year 2025。")});
    workspace::Workspace workspace;
    if (const auto opened = openYear(workspace, arguments.positionals.first(), arguments); !opened)
        return std::unexpected(opened.error());
    tellUnreadable(workspace, console);
    tellUnconfirmed(workspace.data(), console.err);
    const bool asJson = arguments.has(QStringLiteral("json"));
    if (!arguments.has(QStringLiteral("standard"))) {
        if (const auto without = workspace.standardError())
            return std::unexpected(*without);
        print(workspace.data(), workspace.standard(), workspace.assessment(), workspace.priorYears(), asJson, console);
        return ExitCode::Done;
    }
    const auto standard = standard::findStandard(arguments.value(QStringLiteral("standard")));
    if (!standard)
        return std::unexpected(standard.error());
    print(workspace.data(), *standard, assess::assess(workspace.data(), *standard, workspace.priorYears()),
          workspace.priorYears(), asJson, console);
    return ExitCode::Done;
}

base::Result<ExitCode> runAssess(const Arguments& arguments, Console& console) {
    return isCountyFile(arguments.positionals.first()) ? assessCountyFile(arguments, console)
                                                       : assessBook(arguments, console);
}

} // namespace

Verb assessVerb() {
    return {.spec = {.name = QStringLiteral("assess"),
                     .summary = tr("评估一个县级文件或一份数据表"),
                     .positionals = {QStringLiteral("FILE")},
                     .options = {{.name = QStringLiteral("year"),
                                  .value = QStringLiteral("Y"),
                                  .help = tr("学年开始的年份；县级文件必填，数据表不填时按“县级”中的学年")},
                                 {.name = QStringLiteral("standard"),
                                  .value = QStringLiteral("ID|FILE"),
                                  .help = tr("评估标准的编号，或自己的标准文件；不填时用县级文件的标准")},
                                 jsonOption()}},
            .run = runAssess};
}

} // namespace junheng::cli
