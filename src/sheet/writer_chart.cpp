#include "sheet/writer_chart.h"

#include "sheet/writer_book.h"
#include "sheet/writer_text.h"

#include <string>
#include <vector>

namespace junheng::sheet {

namespace {

constexpr double kDefaultWidth = 480; // pixels, of the library's charts
constexpr double kDefaultHeight = 288;
constexpr double kTitlePoints = 11;
constexpr double kTextPoints = 9;
constexpr std::uint32_t kBarColour = 0x8EA9C1;
constexpr std::uint32_t kBarOutline = 0x404040;
constexpr std::uint32_t kGridColour = 0xD0D0D0;
constexpr float kLevelWidth = 1.75F;
constexpr float kThinWidth = 0.75F;
constexpr double kHalfStep = 0.5; // from the middle of the outer columns to the edges of the plot

lxw_chart_font fontOf(std::string& name, double points) {
    lxw_chart_font font{};
    font.name = name.data();
    font.size = points;
    return font;
}

void refer(lxw_chart_series* series, const ChartRange& cells, decltype(&chart_series_set_values) set) {
    set(series, cells.sheet.toUtf8().constData(), rowOf(cells.range.top), columnOf(cells.range.left),
        rowOf(cells.range.bottom), columnOf(cells.range.right));
}

void drawBars(lxw_chart_series* series) {
    lxw_chart_fill fill{};
    fill.color = colourOf(kBarColour);
    chart_series_set_fill(series, &fill);
    lxw_chart_line outline{};
    outline.color = colourOf(kBarOutline);
    outline.width = kThinWidth;
    chart_series_set_line(series, &outline);
}

// The library does not join lines to columns: columns that are not seen carry their trend, which is level.
void drawLevel(lxw_chart_series* series, const std::string& name) {
    lxw_chart_fill noFill{};
    noFill.none = 1;
    chart_series_set_fill(series, &noFill);
    lxw_chart_line noLine{};
    noLine.none = 1;
    chart_series_set_line(series, &noLine);
    chart_series_set_trendline(series, LXW_CHART_TRENDLINE_TYPE_LINEAR, 0);
    chart_series_set_trendline_forecast(series, kHalfStep, kHalfStep);
    chart_series_set_trendline_name(series, name.c_str());
    lxw_chart_line dashes{};
    dashes.color = colourOf(0);
    dashes.width = kLevelWidth;
    dashes.dash_type = LXW_CHART_LINE_DASH_DASH;
    chart_series_set_trendline_line(series, &dashes);
}

void drawSeries(lxw_chart* drawn, const WorkbookChart& chart) {
    std::vector<std::int16_t> unlisted; // in the legend: series, and behind all of these the trends
    auto trend = static_cast<std::int16_t>(chart.series.size());
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const WorkbookSeries& wanted = chart.series[i];
        const std::string name = xmlText(wanted.name);
        lxw_chart_series* series = chart_add_series(drawn, nullptr, nullptr);
        refer(series, chart.categories, &chart_series_set_categories);
        refer(series, wanted.cells, &chart_series_set_values);
        chart_series_set_name(series, name.c_str());
        if (wanted.kind == WorkbookSeriesKind::Bars) {
            drawBars(series);
        } else {
            drawLevel(series, name);
            unlisted.insert(unlisted.end(), {static_cast<std::int16_t>(i), trend++});
        }
    }
    unlisted.push_back(-1);
    chart_legend_delete_series(drawn, unlisted.data());
    constexpr std::int8_t kOnTopOfOneAnother = 100;
    constexpr std::uint16_t kGapPercent = 40;
    chart_set_series_overlap(drawn, kOnTopOfOneAnother);
    chart_set_series_gap(drawn, kGapPercent);
}

void drawAxes(lxw_chart* drawn, const WorkbookChart& chart) {
    std::string family = xmlText(chart.fontName);
    lxw_chart_font text = fontOf(family, kTextPoints);
    chart_axis_set_num_font(drawn->x_axis, &text);
    chart_axis_set_num_font(drawn->y_axis, &text);
    chart_legend_set_font(drawn, &text);
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_line grid{};
    grid.color = colourOf(kGridColour);
    grid.width = kThinWidth;
    chart_axis_major_gridlines_set_line(drawn->y_axis, &grid);
    chart_axis_set_num_format(drawn->y_axis, "General");
    chart_axis_set_min(drawn->y_axis, 0);
    if (!chart.valueTitle.isEmpty()) {
        chart_axis_set_name(drawn->y_axis, xmlText(chart.valueTitle).c_str());
        chart_axis_set_name_font(drawn->y_axis, &text);
    }
}

} // namespace

lxw_chart* makeChart(lxw_workbook* book, const WorkbookChart& chart) {
    lxw_chart* drawn = workbook_add_chart(book, LXW_CHART_COLUMN);
    if (drawn == nullptr)
        return nullptr;
    std::string family = xmlText(chart.fontName);
    lxw_chart_font large = fontOf(family, kTitlePoints);
    chart_title_set_name(drawn, xmlText(chart.title).c_str());
    chart_title_set_name_font(drawn, &large);
    drawSeries(drawn, chart);
    drawAxes(drawn, chart);
    return drawn;
}

lxw_error placeChart(lxw_worksheet* sheet, int row, int column, lxw_chart* drawn, QSize pixels, const QString& title) {
    std::string description = xmlText(title);
    lxw_chart_options options{};
    options.x_scale = pixels.width() / kDefaultWidth;
    options.y_scale = pixels.height() / kDefaultHeight;
    options.description = description.data();
    return worksheet_insert_chart_opt(sheet, rowOf(row), columnOf(column), drawn, &options);
}

} // namespace junheng::sheet
