// 小学-均衡: the enrolment-weighted coefficients of variation.

#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/working_cells.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

#include <algorithm>
#include <utility>

namespace junheng::workings {

using report::Sources;

using document::Align;
using document::merged;
using document::Number;
using document::Row;
using document::Table;
using document::TableKind;
using document::textCell;

namespace {

using assess::BalanceStatus;
using assess::Verdict;

constexpr int kDecimals = 4;
constexpr int kCoefficientDecimals = 6;

QString notNumber(const QString& cell) {
    return QStringLiteral("NOT(ISNUMBER(%1))").arg(cell);
}

class BalanceSheet {
public:
    BalanceSheet(const WorkingSources& from, const WorkingStage& stage)
        : m_layout(from.layout), m_sources(from.sources), m_stage(stage),
          m_indicators(from.sources.standard.resource.size()), m_pupils(ownRange(kBalancePupilsColumn)) {}

    [[nodiscard]] std::vector<Row> summary() const {
        std::vector<Row> rows;
        for (const QString& title : {tr("全县平均值"), tr("标准差"), tr("差异系数"), tr("限值"), tr("判定")}) {
            Row row = rowHead(1, title);
            row.cells.front() = textCell(kNumberColumn, {});
            row.cells.push_back(textCell(kBalancePupilsColumn, {}));
            rows.push_back(row);
        }
        for (std::size_t i = 0; i < m_indicators; ++i)
            addCoefficient(rows, i);
        addComposite(rows);
        return rows;
    }

    [[nodiscard]] Row sectionRow(int index) const {
        const WorkingSection& section = m_stage.sections[static_cast<std::size_t>(index)];
        const int row = WorkingLayout::sectionRow(Step::Balance, index);
        Row cells = rowHead(index + 1, workingSchoolName(m_sources, *section.rows));
        cells.cells.push_back(formulaCell(kBalancePupilsColumn,
                                          QStringLiteral("IF(AND(%1=%2,ISNUMBER(%3)),%3,%4)")
                                              .arg(valueSheet(index, kScopeColumn), words().inScope.quoted,
                                                   valueSheet(index, kPupilsColumn), words().dash.quoted),
                                          pupilsOf(section), 0));
        for (std::size_t i = 0; i < m_indicators; ++i)
            addDeviation(cells, section, index, row, i);
        return cells;
    }

    void addHead(Table& table) const {
        Row titles{{headCell(kNumberColumn, tr("序号"), 2), headCell(kNameColumn, tr("学校名称"), 2),
                    headCell(kBalancePupilsColumn, tr("参评学生数"), 2)}};
        Row names;
        table.columnWidths = {6, 24, 10};
        for (std::size_t i = 0; i <= m_indicators; ++i) {
            const int column = WorkingLayout::deviationColumn(i);
            const bool composite = i == m_indicators;
            titles.cells.push_back(merged(
                textCell(column, composite ? tr("综合")
                                           : QStringLiteral("%1 %2").arg(m_sources.standard.resource[i].id,
                                                                         m_sources.standard.resource[i].shortName)),
                1, 2));
            names.cells.push_back(textCell(column, composite ? tr("各项平均") : tr("学校值－平均值")));
            names.cells.push_back(textCell(column + 1, checkWord()));
            table.columnWidths.insert(table.columnWidths.end(), {12, 6});
        }
        table.head = {titles, names};
    }

private:
    [[nodiscard]] QString valueSheet(int index, int column) const {
        return excelAddress(WorkingLayout::sheetOf(m_stage.stage, Step::Values),
                            WorkingLayout::sectionRow(Step::Values, index), column);
    }
    // Of this sheet, so without its name.
    [[nodiscard]] QString ownRange(int column) const {
        const int first = WorkingLayout::sectionRow(Step::Balance, 0);
        return excelFixedRow(first, column) + QChar(u':') +
               excelFixedRow(first + static_cast<int>(m_stage.sections.size()) - 1, column);
    }
    [[nodiscard]] const assess::Coefficient* coefficient(std::size_t indicator) const {
        return m_stage.judged == nullptr ? nullptr : &m_stage.judged->indicators[indicator].coefficient;
    }
    [[nodiscard]] CellValue pupilsOf(const WorkingSection& section) const {
        const auto s = static_cast<std::size_t>(section.judged);
        if (section.judged < 0 || m_stage.judged->pupilsGiven[s] == 0)
            return CellValue::of(words().dash.text);
        return CellValue::of(m_stage.judged->pupils[s]);
    }

    static void add(std::vector<Row>& rows, BalanceRow at, int column, const QString& formula, const CellValue& figure,
                    int decimals, std::optional<double> scale = {}) {
        Row& row = rows[std::to_underlying(at)];
        row.cells.push_back(formulaCell(column, formula, figure, decimals));
        row.cells.push_back(checkCell(column + 1, sheet::cellName(summaryRow(at), column), figure, scale));
    }

    // Deviations are small beside the values they come from: their checks are on the scale of the mean.
    void addCoefficient(std::vector<Row>& rows, std::size_t i) const {
        const int column = WorkingLayout::deviationColumn(i);
        const assess::Coefficient* found = coefficient(i);
        const bool hasMean = found != nullptr && found->hasMean;
        const bool known = found != nullptr && found->status != BalanceStatus::Missing;
        const CellValue none = CellValue::of(found == nullptr ? words().dash.text : words().missing.text);
        const QString mean = excelFixedRow(summaryRow(BalanceRow::Mean), column);
        const QString deviation = excelFixedRow(summaryRow(BalanceRow::Deviation), column);
        const QString cv = excelFixedRow(summaryRow(BalanceRow::Coefficient), column);
        const QString limit = excelFixedRow(summaryRow(BalanceRow::Limit), column);
        const QString values = m_layout.sectionRange(m_stage, Step::Values, m_layout.judgedColumn(i));
        const base::Decimal& balanceLimit = m_sources.standard.balanceLimit[standard::stageIndex(m_stage.stage)];
        const QString deviations = ownRange(column);

        add(rows, BalanceRow::Mean, column,
            QStringLiteral("IF(COUNTIF(%1,%2)>0,%2,IF(SUM(%3)=0,%4,SUMPRODUCT(%1,%3)/SUM(%3)))")
                .arg(values, words().missing.quoted, m_pupils, words().dash.quoted),
            hasMean ? CellValue::of(found->mean) : none, kDecimals);
        add(rows, BalanceRow::Deviation, column,
            QStringLiteral("IF(ISNUMBER(%1),SQRT(SUMPRODUCT(%2,%3,%3)/SUM(%2)),%1)").arg(mean, m_pupils, deviations),
            hasMean ? CellValue::of(found->standardDeviation) : none, kDecimals,
            hasMean ? std::optional(found->mean) : std::nullopt);
        add(rows, BalanceRow::Coefficient, column,
            QStringLiteral("IF(ISNUMBER(%1),IF(%1>0,%2/%1,%3),%1)").arg(mean, deviation, words().dash.quoted),
            known     ? CellValue::of(found->cv)
            : hasMean ? CellValue::of(words().dash.text)
                      : none,
            kCoefficientDecimals);
        rows[std::to_underlying(BalanceRow::Limit)].cells.push_back(
            {.column = column,
             .text = {},
             .number = Number{.value = balanceLimit.toDouble(), .decimals = std::max(2, balanceLimit.scale())},
             .align = Align::Right});
        rows[std::to_underlying(BalanceRow::Limit)].cells.push_back(textCell(column + 1, {}));
        const QString verdict =
            known ? assess::verdictWord(found->status == BalanceStatus::Met ? Verdict::Pass : Verdict::Fail)
                  : none.word;
        add(rows, BalanceRow::Verdict, column,
            QStringLiteral("IF(ISNUMBER(%1),IF(ROUND(%1-%2,10)<=0,%3,%4),IF(ISNUMBER(%5),%6,%5))")
                .arg(cv, limit, words().met.quoted, words().unmet.quoted, mean, words().missing.quoted),
            CellValue::of(verdict), 0);
    }

    // The mean of the coefficients: for information.
    void addComposite(std::vector<Row>& rows) const {
        if (m_indicators == 0)
            return;
        const int column = m_layout.compositeColumn();
        QStringList cells;
        for (std::size_t i = 0; i < m_indicators; ++i)
            cells << excelFixedRow(summaryRow(BalanceRow::Coefficient), WorkingLayout::deviationColumn(i));
        const bool known = m_stage.judged != nullptr && m_stage.judged->composite.has_value();
        add(rows, BalanceRow::Coefficient, column,
            QStringLiteral("IF(COUNT(%1)=%2,SUM(%1)/%2,%3)")
                .arg(cells.join(QChar(u',')))
                .arg(m_indicators)
                .arg(words().missing.quoted),
            known ? CellValue::of(*m_stage.judged->composite) : CellValue::of(words().missing.text),
            kCoefficientDecimals);
    }

    void addDeviation(Row& cells, const WorkingSection& section, int index, int row, std::size_t i) const {
        const int column = WorkingLayout::deviationColumn(i);
        const assess::Coefficient* found = coefficient(i);
        const QString value = m_layout.value(m_stage.stage, index, i);
        const QString mean = excelFixedRow(summaryRow(BalanceRow::Mean), column);
        const bool given = section.judged >= 0 && found->hasMean;
        const CellValue figure =
            given ? CellValue::of(m_stage.judged->indicators[i].values[static_cast<std::size_t>(section.judged)] -
                                  found->mean)
                  : CellValue::of(words().dash.text);
        cells.cells.push_back(formulaCell(column,
                                          QStringLiteral("IF(OR(%1,%2),%3,%4-%5)")
                                              .arg(notNumber(value), notNumber(mean), words().dash.quoted, value, mean),
                                          figure, kDecimals));
        cells.cells.push_back(checkCell(column + 1, sheet::cellName(row, column), figure,
                                        given ? std::optional(found->mean) : std::nullopt));
    }

    const WorkingLayout& m_layout;
    const Sources& m_sources;
    const WorkingStage& m_stage;
    std::size_t m_indicators;
    QString m_pupils;
};

} // namespace

Table balanceSheetTable(const WorkingSources& from, const WorkingStage& stage) {
    Table table{.name = WorkingLayout::sheetOf(stage.stage, Step::Balance),
                .title = tr("%1均衡（平均值、标准差、差异系数）").arg(model::stageName(stage.stage))};
    table.kind = TableKind::Working;
    table.frozenColumns = kBalancePupilsColumn;
    table.caption.left = tr("标准差＝√[Σ学生数×(学校值－平均值)²÷Σ学生数]，差异系数＝标准差÷平均值");
    const BalanceSheet sheet(from, stage);
    sheet.addHead(table);
    table.body = sheet.summary();
    for (int index = 0; index < static_cast<int>(stage.sections.size()); ++index)
        table.body.push_back(sheet.sectionRow(index));
    markWords(table, {.firstRow = 0,
                      .lastRow = static_cast<int>(table.body.size()) - 1,
                      .firstColumn = kFirstDeviationColumn,
                      .lastColumn = static_cast<int>(table.columnWidths.size()) - 1});
    markChecks(table);
    return table;
}

} // namespace junheng::workings
