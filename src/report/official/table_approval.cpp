// 表Ⅵ.

#include "base/index.h"
#include "base/rounding.h"
#include "model/items.h"
#include "report/cells.h"
#include "report/figure_names.h"
#include "report/official/survey_totals.h"
#include "report/official/table_parts.h"
#include "report/tr.h"

#include <functional>

namespace junheng::report {

using document::Cell;
using document::countCell;
using document::dashCell;
using document::Mark;
using document::merged;
using document::numberCell;
using document::Row;
using document::Table;
using document::textCell;

namespace {

constexpr int kHundred = 100;
constexpr int kFirstFigure = 1; // behind who was asked
constexpr int kRate = 3;        // L4
constexpr int kVisitRate = 6;   // L7
constexpr int kFigures = 7;

std::optional<std::int64_t> sumOver(const model::LevelTable& groups, const char16_t* code,
                                    const std::function<bool(const QString&)>& counts) {
    const model::Item& item = model::itemOf(code);
    if (groups.rowCount() == 0)
        return std::nullopt;
    std::int64_t sum = 0;
    for (int row = 0; row < groups.rowCount(); ++row) {
        if (!counts(groups.key(row).part))
            continue;
        const model::Observation given = groups.at(row, item);
        if (given.isMissing())
            return std::nullopt;
        sum += given.isValue() ? given.amount : 0;
    }
    return sum;
}

SatisfiedShare shareOf(const std::optional<std::int64_t>& part, const std::optional<std::int64_t>& whole) {
    if (!part || !whole)
        return {};
    if (*whole == 0)
        return {.value = std::nullopt, .empty = true};
    return {.value = base::toRational(*part) / base::toRational(*whole)};
}

Cell countCellOf(int column, const std::optional<std::int64_t>& count) {
    return count ? countCell(column, *count) : missingCell(column);
}

Cell shareCell(int column, const SatisfiedShare& share) {
    if (!share.value)
        return share.empty ? dashCell(column) : missingCell(column);
    const base::Rational percent = *share.value * kHundred;
    return numberCell(column, base::toDouble(percent), base::printHalfUp(percent, kShareDecimals));
}

Row rowOf(const QString& label, const SurveyTotals& totals, const SatisfiedShare& rate) {
    int column = kFirstFigure;
    Row row{{textCell(0, label)}};
    for (const auto& count : {totals.issued, totals.valid, totals.satisfied})
        row.cells.push_back(countCellOf(column++, count));
    row.cells.push_back(shareCell(column++, rate));
    for (const auto& count : {totals.visits, totals.visitsSatisfied})
        row.cells.push_back(countCellOf(column++, count));
    row.cells.push_back(shareCell(column, totals.visitRate()));
    return row;
}

void addApprovalHead(Table& table) {
    table.columnWidths = {16, 14, 14, 16, 18, 14, 16, 18};
    const auto at = [](int figure) { return kFirstFigure + figure; };
    table.head = {{{merged(textCell(0, tr("调查对象")), 4, 1), merged(textCell(at(0), tr("问卷总数（份）")), 1, 3),
                    merged(textCell(at(kRate), tr("问卷调查综合满意度（%）")), 3, 1),
                    merged(textCell(at(4), tr("实地走访人数（人）")), 1, 2),
                    merged(textCell(at(kVisitRate), tr("实地走访满意度（%）")), 3, 1)}},
                  {{merged(textCell(at(0), tr("计")), 2, 1), merged(textCell(at(1), tr("其中：回收有效问卷数")), 1, 2),
                    merged(textCell(at(4), tr("计")), 2, 1), merged(textCell(at(5), tr("其中：满意人数")), 2, 1)}},
                  {{textCell(at(1), tr("计")), textCell(at(2), tr("其中：满意问卷数"))}},
                  {}};
    for (int i = 0; i < kFigures; ++i)
        table.head.back().cells.push_back(textCell(at(i), QStringLiteral("L%1").arg(i + 1)));
}

} // namespace

SatisfiedShare SurveyTotals::rate() const {
    return shareOf(satisfied, valid);
}

SatisfiedShare SurveyTotals::visitRate() const {
    return shareOf(visitsSatisfied, visits);
}

std::array<SurveyTotals, 2> surveyTotals(const model::CountyYear& year, const standard::Approval& approval) {
    const model::LevelTable& groups = year.table(model::Level::Survey);
    const QString parents = model::itemOf(items::survey_group).choices.at(approval.parents);
    const auto totalsOf = [&](const std::function<bool(const QString&)>& counts) {
        return SurveyTotals{.issued = sumOver(groups, items::survey_issued, counts),
                            .valid = sumOver(groups, items::survey_valid, counts),
                            .satisfied = sumOver(groups, items::survey_satisfied, counts),
                            .visits = sumOver(groups, items::visits, counts),
                            .visitsSatisfied = sumOver(groups, items::visits_satisfied, counts)};
    };
    return {totalsOf([](const QString&) { return true; }),
            totalsOf([&](const QString& group) { return group == parents; })};
}

Table surveyTable(const Sources& sources) {
    const standard::Approval& approval = *sources.standard.approval;
    const assess::ApprovalResult& result = sources.assessment.approval;
    Table table{.name = QStringLiteral("表Ⅵ"), .title = tr("表Ⅵ　社会认可度调查情况")};
    addApprovalHead(table);
    const auto [all, parents] = surveyTotals(sources.year, approval);
    const QString asked = model::itemOf(items::survey_group).choices.at(approval.parents);
    // The county's rate is S1, which is missing as long as nobody answered.
    table.body = {rowOf(tr("计"), all, {.value = result.rate}),
                  rowOf(tr("其中：%1").arg(asked), parents, parents.rate())};
    Cell& rate = table.body.front().cells[kFirstFigure + kRate];
    if (result.status == assess::IndicatorStatus::Unmet)
        rate.mark = Mark::Failing;
    if (result.borderline)
        rate.suffix = borderlineSign();
    const base::Rational threshold = approval.threshold.value * kHundred;
    for (std::size_t row = 0; row < table.body.size(); ++row) {
        for (int i = 0; i < kFigures; ++i)
            table.body[row].cells[base::at(kFirstFigure + i)].figure = surveyFigure(row, i);
    }
    table.notes = {tr("问卷调查综合满意度为满意问卷数占回收有效问卷数的百分比，须达到%1%以上；满意度保留一位小数。")
                       .arg(base::toString(threshold))};
    if (result.borderline)
        table.notes << borderlineNote();
    table.notes = numbered(table.notes);
    return table;
}

} // namespace junheng::report
