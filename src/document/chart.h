// A chart that a spreadsheet draws from cells of the workbook.
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace junheng::document {

/// Cells of one column of a sheet of the report; rows of the sheet, from 0.
struct ChartCells {
    QString sheet;
    int column = 0;
    int firstRow = 0;
    int lastRow = 0;
};

enum class SeriesKind : std::uint8_t {
    Bars,
    Limit, ///< the same figure everywhere: a dashed line across the chart
};

struct ChartSeries {
    QString name;
    ChartCells cells;
    SeriesKind kind = SeriesKind::Bars;
};

struct Chart {
    QString title;
    QString unit; ///< beside the axis of the values
    ChartCells categories;
    std::vector<ChartSeries> series = {};
    /// Where it stands: it fills the column, in a row of the body that has no cells and becomes so high.
    int bodyRow = 0;
    int column = 0;
    double heightPoints = 210;
};

} // namespace junheng::document
