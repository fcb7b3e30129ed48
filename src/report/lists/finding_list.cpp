// 核查说明.

#include "report/cells.h"
#include "report/lists/finding_text.h"
#include "report/lists/registers.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::leftCell;
using document::serialCell;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using quality::Answer;
using quality::CheckFinding;
using quality::CheckSeverity;

// "矛盾 2 处（已说明 1 处）"
QString countOf(const Sources& sources, CheckSeverity severity) {
    const auto count = [&](auto holds) {
        return std::ranges::count_if(sources.findings, [&](const CheckFinding& finding) {
            return finding.severity == severity && holds(finding);
        });
    };
    return tr("%1 %2 处（已说明 %3 处）")
        .arg(quality::severityName(severity))
        .arg(count([](const CheckFinding&) { return true; }))
        .arg(count([](const CheckFinding& finding) { return finding.answer == Answer::Explained; }));
}

} // namespace

Table findingList(const Sources& sources) {
    Table table;
    setHead(table, {{tr("序号"), 6},
                    {tr("学校名称"), 26},
                    {tr("学段、校区等"), 12},
                    {tr("程度"), 7},
                    {tr("核查发现的问题"), 50},
                    {tr("涉及的指标"), 14},
                    {tr("说明"), 44}});
    for (const CheckFinding& finding : sources.findings)
        table.body.push_back(
            {{serialCell(static_cast<int>(table.body.size()) + 1), leftCell(1, finding.schoolName),
              textCell(2, model::partLabel(finding.subject)), textCell(3, quality::severityName(finding.severity)),
              leftCell(4, finding.message), leftCell(5, quality::concerns(finding).join(tr("、"))),
              leftCell(6, explanationText(finding))}});
    table.notes = numbered({tr("核查共发现：%1，%2，%3。")
                                .arg(countOf(sources, CheckSeverity::Contradiction),
                                     countOf(sources, CheckSeverity::Doubt), countOf(sources, CheckSeverity::Notice)),
                            tr("矛盾：几个数不可能同时成立；存疑：与其他学校或上年相比不寻常；提示：学校和学段的变动。"
                               "更正后的不再列出。")});
    return table;
}

} // namespace junheng::report
