// 表Ⅲ.

#include "base/rounding.h"
#include "report/cells.h"
#include "report/figure_names.h"
#include "report/official/table_parts.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Cell;
using document::dashCell;
using document::Mark;
using document::merged;
using document::numberCell;
using document::Row;
using document::showing;
using document::Table;
using document::textCell;

namespace {

constexpr int kFirstCoefficient = 2; // after the stage and what is given

/// Which notes the figures call for.
struct CoefficientNotes {
    bool borderline = false;
    bool zeroMean = false;
    bool relaxed = false;
};

Cell coefficientCell(int column, const assess::Coefficient& coefficient, CoefficientNotes& seen) {
    if (coefficient.status == assess::BalanceStatus::Missing) {
        if (!coefficient.hasMean)
            return missingCell(column);
        seen.zeroMean = true;
        return dashCell(column);
    }
    Cell cell = numberCell(column, coefficient.cv, assess::printedCoefficient(coefficient));
    if (coefficient.status == assess::BalanceStatus::Unmet)
        cell.mark = Mark::Failing;
    if (coefficient.borderline) {
        cell.suffix = borderlineSign();
        seen.borderline = true;
    }
    return cell;
}

Cell compositeCell(int column, const Sources& sources, const assess::StageAssessment& stage) {
    if (!stage.composite)
        return missingCell(column);
    return numberCell(column, *stage.composite,
                      base::printHalfUp(*stage.composite, sources.standard.coefficientDecimals, nullptr));
}

void fillStage(Row& means, Row& coefficients, const Sources& sources, const assess::StageAssessment& stage,
               CoefficientNotes& seen) {
    for (std::size_t i = 0; i < stage.indicators.size(); ++i) {
        const int column = kFirstCoefficient + static_cast<int>(i);
        const assess::Coefficient& coefficient = stage.indicators[i].coefficient;
        const QString& id = sources.standard.resource[i].id;
        Cell mean = coefficient.hasMean
                        ? numberCell(column, coefficient.mean,
                                     assess::printedMean(sources.year, sources.standard, stage, static_cast<int>(i)))
                        : missingCell(column);
        means.cells.push_back(showing(std::move(mean), stageFigure(stage.stage, id, u"mean")));
        coefficients.cells.push_back(
            showing(coefficientCell(column, coefficient, seen), stageFigure(stage.stage, id, u"cv")));
    }
    const int last = kFirstCoefficient + static_cast<int>(stage.indicators.size());
    means.cells.push_back(dashCell(last));
    coefficients.cells.push_back(
        showing(compositeCell(last, sources, stage), stageFigure(stage.stage, kAllIndicators, u"cv")));
    seen.relaxed = seen.relaxed || stage.withoutRelaxations.has_value();
}

void addStage(Table& table, model::Stage which, const Sources& sources, CoefficientNotes& seen) {
    Row means{{merged(textCell(0, model::stageName(which)), 2, 1), textCell(1, tr("全县平均值"))}};
    Row coefficients{{textCell(1, tr("差异系数"))}};
    if (const assess::StageAssessment* stage = sources.assessment.stage(which)) {
        fillStage(means, coefficients, sources, *stage, seen);
    } else {
        for (int i = 0; i <= static_cast<int>(sources.standard.resource.size()); ++i) {
            means.cells.push_back(dashCell(kFirstCoefficient + i));
            coefficients.cells.push_back(dashCell(kFirstCoefficient + i));
        }
    }
    table.body.push_back(means);
    table.body.push_back(coefficients);
}

QStringList notesOf(const standard::Standard& standard, const CoefficientNotes& seen) {
    QStringList limits;
    for (const model::Stage stage : standard::kJudgedStages) {
        limits << tr("%1不高于%2").arg(model::stageName(stage), assess::printedLimit(standard, stage));
    }
    QStringList notes{
        tr("全县平均值保留%1位小数，差异系数保留%2位小数。")
            .arg(countWord(standard.valueDecimals), countWord(standard.coefficientDecimals)),
        tr("每项指标的差异系数要求：%1；超过的以深色底纹、粗体标出。综合为各项差异系数的平均值，仅供参考。")
            .arg(limits.join(QStringLiteral("，")))};
    if (seen.relaxed)
        notes << tr("差异系数按表Ⅱ-2所列数值（含标①、②等放宽计入的数值）计算。");
    if (seen.borderline)
        notes << borderlineNote();
    if (seen.zeroMean)
        notes << tr("全县平均值为0的指标没有差异系数，以——表示。");
    return numbered(notes);
}

} // namespace

Table balanceTable(const Sources& sources) {
    const auto& indicators = sources.standard.resource;
    Table table{.name = QStringLiteral("表Ⅲ"), .title = tr("表Ⅲ　县域义务教育校际均衡情况")};
    table.caption.right = tr("单位：%1").arg(indicatorUnits(sources.standard));
    table.columnWidths = {7, 14};
    Row headings{{merged(textCell(0, tr("学段")), 2, 1), merged(textCell(1, tr("项目")), 2, 1)}};
    Row numbers;
    for (std::size_t i = 0; i <= indicators.size(); ++i) {
        const int column = kFirstCoefficient + static_cast<int>(i);
        headings.cells.push_back(textCell(column, i < indicators.size() ? indicators[i].formTitle : tr("综合")));
        numbers.cells.push_back(textCell(column, QStringLiteral("L%1").arg(i + 1)));
        table.columnWidths.push_back(13);
    }
    table.head = {headings, numbers};
    CoefficientNotes seen;
    for (const model::Stage stage : standard::kJudgedStages)
        addStage(table, stage, sources, seen);
    table.notes = notesOf(sources.standard, seen);
    return table;
}

} // namespace junheng::report
