// 小学-均衡: the enrolment-weighted coefficients of variation.

#include "base/index.h"
#include "report/cells.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

#include <algorithm>
#include <optional>
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

class BalanceSheet {
public:
    BalanceSheet(const WorkingSources& from, const WorkingStage& stage, const LiveSheet& values)
        : m_layout(from.layout), m_sources(from.sources), m_stage(stage), m_values(values),
          m_indicators(from.sources.standard.resource.size()), m_sheet(headed()), m_pupils(putPupils()) {
        for (std::size_t i = 0; i < m_indicators; ++i)
            putIndicator(i);
        putComposite();
    }

    Table finish() { return m_sheet.release(kFirstDeviationColumn); }

private:
    [[nodiscard]] Table headed() const {
        Table table{.name = WorkingLayout::sheetOf(m_stage.stage, Step::Balance),
                    .title = tr("%1均衡（平均值、标准差、差异系数）").arg(model::stageName(m_stage.stage))};
        table.kind = TableKind::Working;
        table.frozenColumns = kBalancePupilsColumn;
        table.caption.left = tr("标准差＝√[Σ学生数×(学校值－平均值)²÷Σ学生数]，差异系数＝标准差÷平均值");
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
        return table;
    }

    // The rows, and the pupils in scope, by which everything is weighted.
    [[nodiscard]] LiveRange putPupils() {
        for (const QString& title : {tr("全县平均值"), tr("标准差"), tr("差异系数"), tr("限值"), tr("判定")}) {
            Row row = rowHead(1, title);
            row.cells.front() = textCell(kNumberColumn, {});
            row.cells.push_back(textCell(kBalancePupilsColumn, {}));
            m_sheet.addRow(row);
        }
        for (int index = 0; index < sectionCount(); ++index) {
            const int row = m_sheet.addRow(
                rowHead(index + 1, workingSchoolName(m_sources, *m_stage.sections[base::at(index)].rows)));
            const Live heads = m_values.at(index, kPupilsColumn);
            const Live inScope = live::equal(m_values.at(index, kScopeColumn), words().inScope);
            m_sheet.put(row, kBalancePupilsColumn,
                        live::choose(live::all({inScope, live::isNumber(heads)}), heads, words().dash));
        }
        return ofSections(kBalancePupilsColumn);
    }

    [[nodiscard]] int sectionCount() const { return static_cast<int>(m_stage.sections.size()); }
    // Cells of this sheet, so without its name.
    [[nodiscard]] LiveRange ofSections(int column) const {
        return m_sheet.ownColumnPart(column, kBalanceSummaryRows, m_sheet.rowCount() - 1);
    }
    [[nodiscard]] Live summary(BalanceRow row, int column) const {
        return m_sheet.ownFixed(std::to_underlying(row), column);
    }
    [[nodiscard]] const assess::Coefficient* coefficient(std::size_t indicator) const {
        return m_stage.judged == nullptr ? nullptr : &m_stage.judged->indicators[indicator].coefficient;
    }

    // With its check against what the program found. Deviations are small beside the values they come from: their
    // checks are on the scale of the mean.
    void put(int row, int column, const Live& formula, const CellValue& found, int decimals,
             std::optional<double> scale = {}) {
        const Live cell = m_sheet.put(row, column, formula, decimals);
        m_sheet.putCheck(row, column + 1, cell, found, scale);
    }
    void put(BalanceRow row, int column, const Live& formula, const CellValue& found, int decimals,
             std::optional<double> scale = {}) {
        put(std::to_underlying(row), column, formula, found, decimals, scale);
    }

    void putIndicator(std::size_t i) {
        const int column = WorkingLayout::deviationColumn(i);
        const assess::Coefficient* found = coefficient(i);
        const bool hasMean = found != nullptr && found->hasMean;
        const bool known = found != nullptr && found->status != BalanceStatus::Missing;
        const CellValue none = CellValue::of(found == nullptr ? words().dash.text : words().missing.text);
        const std::optional<double> scale = hasMean ? std::optional(found->mean) : std::nullopt;

        put(BalanceRow::Mean, column, mean(i), hasMean ? CellValue::of(found->mean) : none, kDecimals);
        for (int index = 0; index < sectionCount(); ++index)
            putDeviation(index, i);
        put(BalanceRow::Deviation, column, deviation(i), hasMean ? CellValue::of(found->standardDeviation) : none,
            kDecimals, scale);
        const Live mean = summary(BalanceRow::Mean, column);
        put(BalanceRow::Coefficient, column,
            live::choose(live::isNumber(mean),
                         live::choose(live::above(mean, Live::integer(0)),
                                      live::dividedBy(summary(BalanceRow::Deviation, column), mean), words().dash),
                         mean),
            known     ? CellValue::of(found->cv)
            : hasMean ? CellValue::of(words().dash.text)
                      : none,
            kCoefficientDecimals);
        putLimit(column);
        const Live cv = summary(BalanceRow::Coefficient, column);
        const Live isMet = live::holds(cv, standard::Bound::AtMost, summary(BalanceRow::Limit, column), kLimitDigits);
        put(BalanceRow::Verdict, column,
            live::choose(live::isNumber(cv), live::choose(isMet, words().met, words().unmet),
                         live::choose(live::isNumber(mean), words().missing, mean)),
            known ? CellValue::of(
                        assess::verdictWord(found->status == BalanceStatus::Met ? Verdict::Pass : Verdict::Fail))
                  : none,
            0);
    }

    [[nodiscard]] Live mean(std::size_t i) const {
        const LiveRange values = m_values.column(m_layout.judgedColumn(i));
        const Live pupils = live::sum(m_pupils);
        const Live weighted = live::dividedBy(live::sumOfProducts({values, m_pupils}), pupils);
        const assess::Coefficient* found = coefficient(i);
        return live::choose(
            live::above(live::countWord(values, words().missing), Live::integer(0)), words().missing,
            live::choose(live::equal(pupils, Live::integer(0)), words().dash,
                         found == nullptr ? weighted : live::settled(weighted, found->mean, found->mean)));
    }

    [[nodiscard]] Live deviation(std::size_t i) const {
        const int column = WorkingLayout::deviationColumn(i);
        const LiveRange deviations = ofSections(column);
        const Live root = live::squareRoot(
            live::dividedBy(live::sumOfProducts({m_pupils, deviations, deviations}), live::sum(m_pupils)));
        const Live mean = summary(BalanceRow::Mean, column);
        const assess::Coefficient* found = coefficient(i);
        return live::choose(live::isNumber(mean),
                            found == nullptr ? root : live::settled(root, found->standardDeviation, found->mean), mean);
    }

    void putLimit(int column) {
        constexpr int kRow = std::to_underlying(BalanceRow::Limit);
        const base::Decimal& limit = m_sources.standard.balanceLimit[standard::stageIndex(m_stage.stage)];
        m_sheet.put(kRow,
                    {.column = column,
                     .text = {},
                     .number = Number{.value = limit.toDouble(), .decimals = std::max(2, limit.scale())},
                     .align = Align::Right},
                    limit.toDouble());
        m_sheet.put(kRow, textCell(column + 1, {}));
    }

    void putDeviation(int index, std::size_t i) {
        const int column = WorkingLayout::deviationColumn(i);
        const assess::Coefficient* found = coefficient(i);
        const Live value = m_values.at(index, m_layout.judgedColumn(i));
        const Live mean = summary(BalanceRow::Mean, column);
        const int judged = m_stage.sections[base::at(index)].judged;
        const bool given = judged >= 0 && found->hasMean;
        const CellValue figure =
            given ? CellValue::of(m_stage.judged->indicators[i].values[base::at(judged)] - found->mean)
                  : CellValue::of(words().dash.text);
        put(kBalanceSummaryRows + index, column,
            live::choose(live::any({live::isNot(live::isNumber(value)), live::isNot(live::isNumber(mean))}),
                         words().dash, live::minus(value, mean)),
            figure, kDecimals, given ? std::optional(found->mean) : std::nullopt);
    }

    // The mean of the coefficients: for information.
    void putComposite() {
        if (m_indicators == 0)
            return;
        std::vector<Live> coefficients;
        for (std::size_t i = 0; i < m_indicators; ++i)
            coefficients.push_back(summary(BalanceRow::Coefficient, WorkingLayout::deviationColumn(i)));
        const LiveRange cells = live::cellsOf(coefficients);
        const Live count = Live::integer(static_cast<std::int64_t>(m_indicators));
        const bool known = m_stage.judged != nullptr && m_stage.judged->composite.has_value();
        put(BalanceRow::Coefficient, m_layout.compositeColumn(),
            live::choose(live::equal(live::countNumbers(cells), count), live::dividedBy(live::sum(cells), count),
                         words().missing),
            known ? CellValue::of(*m_stage.judged->composite) : CellValue::of(words().missing.text),
            kCoefficientDecimals);
    }

    const WorkingLayout& m_layout;
    const Sources& m_sources;
    const WorkingStage& m_stage;
    const LiveSheet& m_values;
    std::size_t m_indicators;
    LiveSheet m_sheet;
    LiveRange m_pupils;
};

} // namespace

Table balanceSheetTable(const WorkingSources& from, const WorkingStage& stage, const LiveSheet& values) {
    return BalanceSheet(from, stage, values).finish();
}

} // namespace junheng::workings
