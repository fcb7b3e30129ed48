// 图表 and 图表-数据: native charts, over sorted cells that follow the working sheets.

#include "model/school_year.h"
#include "report/cells.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/live_sheet.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

#include <algorithm>

namespace junheng::workings {

using document::Cell;
using document::Chart;
using document::ChartCells;
using document::countCell;
using document::kAllDecimals;
using document::kRowsAboveHead;
using document::Number;
using document::SeriesKind;
using document::Table;
using document::TableKind;
using document::textCell;

namespace {

constexpr int kRankColumn = 0;
constexpr int kFirstDataRow = kRowsAboveHead + 1; // of the sheet
constexpr std::size_t kMostBars = 500;            // more cannot be told apart
constexpr std::size_t kLeastBars = 2;             // for a line
constexpr double kChartWidth = 68;                // characters
constexpr double kDataWidth = 11;
constexpr int kChartDecimals = 4;

class Charts {
public:
    explicit Charts(const WorkingSources& from) : m_from(from), m_standard(from.sources.standard) {
        const model::CountyYear& year = from.sources.year;
        m_charts.kind = m_data.kind = TableKind::Working;
        m_charts.name = tr("图表");
        m_charts.title = tr("%1义务教育优质均衡图表（%2）").arg(year.county().name, model::schoolYearName(year.year()));
        m_charts.caption.left = tr("虚线为限值或标准；柱为差异系数，或各校（学段）的数值从低到高排列。随底稿变动。");
        m_data.name = tr("图表-数据");
        m_data.title = tr("图表数据（差异系数与限值，各指标数值升序）");
        m_data.caption.left = tr("数值引自均衡、生均值各表；序号为从低到高的位次");
        m_data.frozenColumns = 1;
        m_data.head.resize(1);
        addColumn(tr("序号"));
    }

    std::optional<std::pair<Table, Table>> make() {
        for (const WorkingStage& stage : m_from.layout.stages()) {
            if (stage.judged == nullptr)
                continue;
            m_charts.columnWidths.push_back(kChartWidth);
            m_row = 0;
            addCoefficients(stage);
            for (std::size_t i = 0; i < m_standard.resource.size(); ++i)
                addRanking(stage, i);
        }
        if (m_charts.charts.empty())
            return std::nullopt;
        for (std::size_t row = 0; row < m_data.body.size(); ++row) {
            auto& cells = m_data.body[row].cells;
            cells.insert(cells.begin(), countCell(kRankColumn, static_cast<int>(row) + 1));
        }
        return std::pair(std::move(m_charts), std::move(m_data));
    }

private:
    int addColumn(const QString& heading, double width = kDataWidth) {
        const int column = static_cast<int>(m_data.columnWidths.size());
        m_data.head.front().cells.push_back(textCell(column, heading));
        m_data.columnWidths.push_back(width);
        return column;
    }

    void put(std::size_t row, const Cell& cell) {
        if (m_data.body.size() <= row)
            m_data.body.resize(row + 1);
        m_data.body[row].cells.push_back(cell);
    }

    [[nodiscard]] ChartCells cells(int column, std::size_t count) const {
        return {.sheet = m_data.name,
                .column = column,
                .firstRow = kFirstDataRow,
                .lastRow = kFirstDataRow + static_cast<int>(count) - 1};
    }

    void add(Chart chart) {
        chart.bodyRow = m_row++;
        chart.column = static_cast<int>(m_charts.columnWidths.size()) - 1;
        if (static_cast<int>(m_charts.body.size()) < m_row)
            m_charts.body.resize(static_cast<std::size_t>(m_row));
        m_charts.charts.push_back(std::move(chart));
    }

    void addCoefficients(const WorkingStage& stage) {
        const std::size_t count = m_standard.resource.size();
        if (count < kLeastBars)
            return;
        const QString name = model::stageName(stage.stage);
        const QString sheet = WorkingLayout::sheetOf(stage.stage, Step::Balance);
        const int titles = addColumn(tr("%1指标").arg(name), 18);
        const int coefficients = addColumn(tr("%1差异系数").arg(name));
        const int limits = addColumn(tr("%1限值").arg(name));
        for (std::size_t i = 0; i < count; ++i) {
            const assess::Coefficient& found = stage.judged->indicators[i].coefficient;
            const int from = WorkingLayout::deviationColumn(i);
            const auto refer = [&](int column, BalanceRow row, const SheetValue& value) {
                put(i, formulaCell(column, Live(excelAddress(sheet, summaryRow(row), from), value), kChartDecimals));
            };
            const QString none = found.hasMean ? words().dash.text : words().missing.text;
            const bool known = found.status != assess::BalanceStatus::Missing;
            put(i, textCell(titles, m_standard.resource[i].id + QChar(u' ') + m_standard.resource[i].shortName));
            refer(coefficients, BalanceRow::Coefficient, known ? SheetValue(found.cv) : SheetValue(none));
            refer(limits, BalanceRow::Limit, m_standard.balanceLimit[standard::stageIndex(stage.stage)].toDouble());
        }
        Chart chart{.title = tr("%1：差异系数与限值").arg(name),
                    .unit = {},
                    .categories = cells(titles, count),
                    .series = {{.name = tr("差异系数"), .cells = cells(coefficients, count)}}};
        if (m_standard.singleCoefficientsTested)
            addLimit(chart, tr("限值 %1").arg(assess::printedLimit(m_standard, stage.stage)), cells(limits, count));
        add(std::move(chart));
    }

    void addRanking(const WorkingStage& stage, std::size_t indicator) {
        const assess::IndicatorColumn& figures = stage.judged->indicators[indicator];
        std::vector<double> values;
        for (std::size_t section = 0; section < figures.values.size(); ++section) {
            if (figures.statuses[section] != assess::Status::Missing)
                values.push_back(figures.values[section]);
        }
        if (values.size() < kLeastBars || values.size() > kMostBars)
            return;
        std::ranges::sort(values);
        const standard::ResourceIndicator& rule = m_standard.resource[indicator];
        const standard::Threshold& threshold = rule.threshold[standard::stageIndex(stage.stage)];
        const QString name = model::stageName(stage.stage);
        const int column = addColumn(tr("%1 %2").arg(name, rule.id));
        const int limit = addColumn(tr("%1 %2 标准").arg(name, rule.id));
        const LiveRange ranked{{m_from.layout.sectionRange(stage, Step::Values, m_from.layout.judgedColumn(indicator))},
                               std::vector<SheetValue>(values.begin(), values.end())};
        const Live known = live::countNumbers(ranked);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const int rank = static_cast<int>(i) + 1;
            put(i, formulaCell(column,
                               live::choose(live::below(known, Live::integer(rank)), words().dash,
                                            live::nthSmallest(ranked, rank)),
                               kChartDecimals));
            put(i, {.column = limit,
                    .text = {},
                    .number = Number{.value = threshold.text.toDouble(), .decimals = kAllDecimals}});
        }
        Chart chart{.title = tr("%1 %2：%3").arg(name, rule.id, rule.title),
                    .unit = rule.unit,
                    .categories = cells(kRankColumn, values.size()),
                    .series = {{.name = tr("各校（学段）数值"), .cells = cells(column, values.size())}}};
        addLimit(chart, tr("标准 %1").arg(threshold.text.toShortString()), cells(limit, values.size()));
        add(std::move(chart));
    }

    // Named beside the bars: spreadsheets do not agree on whether such a line is in the legend.
    static void addLimit(Chart& chart, const QString& name, const ChartCells& cells) {
        chart.series.front().name += tr("（虚线：%1）").arg(name);
        chart.series.push_back({.name = name, .cells = cells, .kind = SeriesKind::Limit});
    }

    const WorkingSources& m_from;
    const standard::Standard& m_standard;
    Table m_charts;
    Table m_data;
    int m_row = 0; ///< of the next chart of the stage
};

} // namespace

std::optional<std::pair<Table, Table>> chartTables(const WorkingSources& from) {
    return Charts(from).make();
}

} // namespace junheng::workings
