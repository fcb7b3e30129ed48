// check: what is doubtful about the data of a year.

#include "cli/tr.h"
#include "cli/verbs.h"
#include "quality/finding.h"
#include "workspace/doubts.h"

#include <algorithm>
#include <array>

namespace junheng::cli {

namespace {

using quality::Answer;
using quality::CheckedFigure;
using quality::CheckFinding;
using quality::CheckSeverity;

constexpr std::array kSeverities{CheckSeverity::Contradiction, CheckSeverity::Doubt, CheckSeverity::Notice};

const char* severityId(CheckSeverity severity) {
    static constexpr std::array kIds{"contradiction", "doubt", "notice"};
    return kIds[static_cast<std::size_t>(severity)];
}

const char* answerId(Answer answer) {
    static constexpr std::array kIds{"open", "outdated", "explained"};
    return kIds[static_cast<std::size_t>(answer)];
}

Json figureJson(const CheckedFigure& figure) {
    return {{"year", figure.year},
            {"sheet", toJson(sheetOf(figure.cell.subject.level))},
            {"school_code", toJson(figure.cell.subject.school)},
            {"part", toJson(model::partLabel(figure.cell.subject))},
            {"item", toJson(figure.cell.item->code)},
            {"label", toJson(figure.cell.item->label)},
            {"value", toJson(figure.text)},
            {"then", figure.then.isEmpty() ? Json(nullptr) : Json(toJson(figure.then))}};
}

Json findingJson(const CheckFinding& finding) {
    Json figures = Json::array();
    for (const CheckedFigure& figure : finding.figures)
        figures.push_back(figureJson(figure));
    Json users = Json::array();
    for (const QString& user : quality::concerns(finding))
        users.push_back(toJson(user));
    return {{"check", toJson(finding.check)},
            {"severity", severityId(finding.severity)},
            {"school_code", toJson(finding.subject.school)},
            {"school", toJson(finding.schoolName)},
            {"part", toJson(model::partLabel(finding.subject))},
            {"message", toJson(finding.message)},
            {"concerns", std::move(users)},
            {"figures", std::move(figures)},
            {"answer", answerId(finding.answer)},
            {"explanation", toJson(finding.explanation)}};
}

void print(const model::CountyYear& year, const std::vector<CheckFinding>& findings, QTextStream& out) {
    QStringList counts;
    for (const CheckSeverity severity : kSeverities)
        counts << tr("%1 %2 处")
                      .arg(quality::severityName(severity))
                      .arg(std::ranges::count(findings, severity, &CheckFinding::severity));
    out << tr("%1 数据核查：%2").arg(countyHeading(year), counts.join(tr("，"))) << '\n';
    for (const CheckFinding& finding : findings) {
        out << tr("【%1】%2：%3")
                   .arg(quality::severityName(finding.severity), quality::placeName(finding), finding.message)
            << '\n';
        if (finding.answer != Answer::Open)
            out << tr("    %1：%2").arg(quality::answerName(finding.answer), finding.explanation) << '\n';
        for (const QString& change : quality::changesSinceExplained(finding))
            out << QStringLiteral("    ") << change << '\n';
    }
}

base::Result<ExitCode> runCheck(const Arguments& arguments, Console& console) {
    workspace::Workspace workspace;
    if (const auto opened = openYear(workspace, arguments.positionals.first(), arguments); !opened)
        return std::unexpected(opened.error());
    tellUnreadable(workspace, console);
    const auto findings = workspace.doubts().findings();
    if (!findings)
        return std::unexpected(findings.error());
    if (!arguments.has(QStringLiteral("json"))) {
        print(workspace.data(), *findings, console.out);
        return ExitCode::Done;
    }
    Json list = Json::array();
    for (const CheckFinding& finding : *findings)
        list.push_back(findingJson(finding));
    writeJson({{"format", 1},
               {"county", countyJson(workspace.data().county())},
               {"year", workspace.data().year()},
               {"findings", std::move(list)}},
              console.out);
    return ExitCode::Done;
}

} // namespace

Verb checkVerb() {
    return {.spec = {.name = QStringLiteral("check"),
                     .summary = tr("核查数据：相互矛盾、不寻常、与上年变化大的"),
                     .positionals = {QStringLiteral("FILE")},
                     .options = {yearOption(), jsonOption()}},
            .run = runCheck};
}

} // namespace junheng::cli
