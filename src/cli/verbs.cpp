#include "cli/verbs.h"

#include "cli/tr.h"
#include "exchange/template_layout.h"
#include "model/unconfirmed.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace junheng::cli {

namespace {

base::Error emptyYear(const workspace::Workspace& workspace) {
    const int year = workspace.data().year();
    QStringList others;
    for (const int known : workspace.years()) {
        if (known != year)
            others << QString::number(known);
    }
    const QString advice = others.isEmpty() ? tr("请先用 import 导入数据表。")
                                            : tr("文件中已有的学年：%1。").arg(others.join(QChar(u'、')));
    return {.code = QStringLiteral("year.empty"),
            .message = tr("文件中没有 %1 学年的学校数据。").arg(year) + advice,
            .place = {.file = workspace.path()}};
}

base::Outcome openAnyYear(workspace::Workspace& workspace, const QString& path, const Arguments& arguments,
                          workspace::Access access) {
    const auto year = parseYear(arguments.value(QStringLiteral("year")));
    if (!year)
        return std::unexpected(year.error());
    return workspace.open(path, access, *year);
}

} // namespace

std::span<const Verb> allVerbs() {
    static const std::vector<Verb> kVerbs = [] {
        std::vector<Verb> verbs{initVerb(),     importVerb(),    assessVerb(),  checkVerb(),  reportVerb(),
                                templateVerb(), standardsVerb(), historyVerb(), verifyVerb(), rollVerb()};
        std::ranges::move(structureVerbs(), std::back_inserter(verbs));
        return verbs;
    }();
    return kVerbs;
}

ExitCode exitCodeOf(const base::Error& error) {
    const auto about = [&](const char* prefix) { return error.code.startsWith(QLatin1StringView(prefix)); };
    if (about("usage."))
        return ExitCode::Usage;
    if (error.code == QStringLiteral("job.cancelled"))
        return ExitCode::Stopped;
    if (about("store.") || about("file.") || about("package.") || about("sheet.write"))
        return ExitCode::File;
    return ExitCode::BadInput;
}

base::Error asInput(base::Error error) {
    if (exitCodeOf(error) == ExitCode::File)
        error.code.prepend(QStringLiteral("input."));
    return error;
}

base::Outcome openYear(workspace::Workspace& workspace, const QString& path, const Arguments& arguments,
                       workspace::Access access) {
    if (const auto opened = openAnyYear(workspace, path, arguments, access); !opened)
        return opened;
    if (workspace.data().schools().rowCount() == 0)
        return std::unexpected(emptyYear(workspace));
    return {};
}

base::Outcome openYearOrNext(workspace::Workspace& workspace, const QString& path, const Arguments& arguments) {
    if (const auto opened = openAnyYear(workspace, path, arguments, workspace::Access::ReadOnly); !opened)
        return opened;
    if (workspace.data().schools().rowCount() == 0 && workspace.years().front() == workspace.data().year())
        return std::unexpected(emptyYear(workspace));
    return {};
}

void tellUnreadable(const workspace::Workspace& workspace, Console& console) {
    constexpr std::size_t kMost = 20;
    const std::vector<model::Finding> findings = workspace.unreadable();
    for (const model::Finding& finding : findings | std::views::take(kMost))
        console.err << tr("提示：%1").arg(finding.message) << '\n';
    if (findings.size() > kMost)
        console.err << tr("提示：另有 %1 处不能识别的数据，用 verify 查看。").arg(findings.size() - kMost) << '\n';
}

void printFindings(const std::vector<model::Finding>& findings, QTextStream& err, QTextStream& notices) {
    for (const model::Finding& finding : findings) {
        const bool isError = finding.severity == model::Severity::Error;
        const base::Error line{.code = finding.code, .message = finding.message, .place = finding.place};
        (isError ? err : notices) << (isError ? tr("错误：") : tr("提示：")) << line.toString() << '\n';
    }
}

void tellUnconfirmed(const model::CountyYear& year, QTextStream& err) {
    const std::size_t count = model::unconfirmedCells(year).size();
    if (count > 0)
        err << tr("提示：%1 学年有 %2 个数据承接自上年，尚未确认。评估和报告按现有的数计算，请先核对。")
                   .arg(year.year())
                   .arg(count)
            << '\n';
}

Json countyJson(const model::County& county) {
    return {{"code", toJson(county.code)}, {"name", toJson(county.name)}};
}

QString countyHeading(const model::CountyYear& year) {
    return tr("%1（%2）%3 学年").arg(year.county().name, year.county().code, QString::number(year.year()));
}

QString sheetOf(model::Level level) {
    return exchange::sheetNameOf(level);
}

OptionSpec jsonOption() {
    return {.name = QStringLiteral("json"), .value = {}, .help = tr("以 JSON 输出结果")};
}

OptionSpec yearOption(bool required) {
    return {.name = QStringLiteral("year"),
            .value = QStringLiteral("Y"),
            .help = tr("学年开始的年份，2025 指 2025 年 9 月开始的学年"),
            .required = required};
}

} // namespace junheng::cli
