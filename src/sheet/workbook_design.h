// What a workbook that is written looks like: formats, pages, checks on typing, charts.
#pragma once

#include "sheet/workbook.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace junheng::sheet {

enum class HorizontalAlignment : std::uint8_t { General, Left, Centre, Right };
enum class VerticalAlignment : std::uint8_t { Bottom, Centre, Top };
enum class Border : std::uint8_t { None, Thin };

/// How a cell looks. Colours are 0xRRGGBB; without one, automatic text and no fill.
struct Format {
    QString fontName = {}; ///< empty: the default of the workbook
    double fontSize = 11;  ///< points
    bool bold = false;
    bool italic = false;
    std::optional<std::uint32_t> fontColour = {};
    std::optional<std::uint32_t> fillColour = {};
    Border border = Border::None; ///< on all four sides
    HorizontalAlignment horizontal = HorizontalAlignment::General;
    VerticalAlignment vertical = VerticalAlignment::Bottom;
    bool wrap = false;
    int indent = 0;            ///< levels from the left
    int rotation = 0;          ///< degrees, -90 to 90; 270 stacks the letters
    QString numberFormat = {}; ///< as in Excel: "0.00", "@" for text; empty: General
    bool locked = true;        ///< cannot be changed on a protected sheet

    bool operator==(const Format&) const = default;
};

enum class Paper : std::uint8_t { A4, A3 };
enum class Orientation : std::uint8_t { Portrait, Landscape };

struct PageSetup {
    Paper paper = Paper::A4;
    Orientation orientation = Orientation::Portrait;
    /// Scaled to this many pages; 0: as many as it takes. Both 0: not scaled.
    int pagesWide = 0;
    int pagesTall = 0;
    double marginLeft = 18; ///< millimetres, as all margins
    double marginRight = 18;
    double marginTop = 19;
    double marginBottom = 19;
    bool centredHorizontally = false;
    /// With the codes of Excel ("&C第 &P 页"; && is one &), at most 255 characters.
    QString header = {};
    QString footer = {};
    /// The rows repeated on top of each page; only its rows count.
    std::optional<CellRange> repeatedRows = {};
    int repeatedColumns = 0; ///< so many first columns are repeated on the left of each page
    bool gridlines = false;  ///< printed as well
    std::optional<CellRange> printArea = {};
};

enum class Alert : std::uint8_t { Stop, Warning, Information };

/// What may be typed into cells; what is pasted is not checked. A blank cell is always allowed.
struct Validation {
    /// A drop-down list of words without commas, 255 characters in all. For longer ones:
    QStringList choices = {};
    QString choicesFrom = {}; ///< a drop-down list of the cells of a range ("=学校!$A$2:$A$9")
    QString condition = {};   ///< without a list: a formula for the first cell of the range, TRUE for what may be typed
    Alert alert = Alert::Stop; ///< others than Stop can be overruled by the user
    QString errorTitle = {};   ///< at most 32 characters, as promptTitle
    QString errorText = {};    ///< at most 255 characters, as prompt
    QString promptTitle = {};
    QString prompt = {}; ///< shown when the cell is chosen
};

/// Cells of a sheet of the workbook, which need not be written yet: one row or one column.
struct ChartRange {
    QString sheet;
    CellRange range;
};

enum class WorkbookSeriesKind : std::uint8_t {
    Bars,
    Level, ///< cells of two and more equal numbers: a dashed line across the chart, not in the legend
};

struct WorkbookSeries {
    QString name;
    ChartRange cells;
    WorkbookSeriesKind kind = WorkbookSeriesKind::Bars;
};

/// Columns over categories, with levels that they are compared to. The values' axis begins at 0.
struct WorkbookChart {
    QString title;
    QString valueTitle = {}; ///< beside the axis of the values
    QString fontName;
    ChartRange categories;
    std::vector<WorkbookSeries> series;
};

struct DocumentProperties {
    QString title = {};
    QString author = {};
    /// Obligatory: with it the same input gives the same bytes.
    QDateTime created;
};

} // namespace junheng::sheet
