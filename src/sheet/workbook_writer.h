// Writing .xlsx workbooks.
#pragma once

#include "base/error.h"
#include "sheet/workbook.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
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

class WorkbookWriter;
struct SheetState;

/// One sheet being written; a handle that is good as long as its WorkbookWriter. Rows and columns count from 0; a later
/// value replaces an earlier one. Nothing is returned: the first failure is kept for WorkbookWriter::finish().
class SheetWriter {
public:
    /// Always text, also when it looks like a formula, a number or an address. Characters that XML forbids are dropped,
    /// line breaks become \n. Fails over 32,767 characters. Empty text writes the format alone.
    void writeText(int row, int column, const QString& text, const Format& format = {});
    /// Stored with 16 significant digits. Fails unless finite.
    void writeNumber(int row, int column, double number, const Format& format = {});
    /// `formula` in English with commas ("=SUM(A1:A3)"); `value` is what it gives, shown until it is calculated anew.
    void writeFormula(int row, int column, const QString& formula, double value, const Format& format = {});
    void writeFormula(int row, int column, const QString& formula, const QString& value, const Format& format = {});
    void writeBlank(int row, int column, const Format& format);
    /// Merges `range` and writes `text` into it; a number or formula may follow at its top left cell, in the same
    /// format. A range of one cell is just written. Fails when it overlaps another merge.
    void merge(const CellRange& range, const QString& text, const Format& format = {});

    /// In characters of the default font. `format` is for cells that are not written ("@": codes typed stay text).
    void setColumnWidth(int firstColumn, int lastColumn, double characters, const Format& format = {});
    void setRowHeight(int row, double points);
    /// Keeps the first rows and columns in sight.
    void freeze(int rows, int columns);
    void hideGridlines();
    void setPage(const PageSetup& page);

    /// A cell has one validation; ranges must not overlap. Fails over the lengths above.
    void validate(const CellRange& range, const Validation& validation);
    /// A note that shows while the mouse is over the cell, large enough for its text.
    void addNote(int row, int column, const QString& text);
    /// `format` (colours only) where `formula`, written for the first cell of the range, is TRUE.
    void formatWhere(const CellRange& range, const QString& formula, const Format& format);
    /// Only cells of an unlocked Format can be changed from now on; without a password. Rows, columns' widths, formats,
    /// sorting and filtering stay in the user's hands.
    void protect();
    /// Buttons to sort and filter in the first row of the range.
    void setFilter(const CellRange& range);
    /// With its upper left corner in a cell's.
    void addChart(int row, int column, int widthPixels, int heightPixels, const WorkbookChart& chart);
    /// No green corners for numbers kept as text and for formulas that can be changed.
    void hideWarnings(const CellRange& range);

private:
    friend class WorkbookWriter;
    SheetWriter(WorkbookWriter* book, SheetState* sheet) : m_book(book), m_sheet(sheet) {}

    [[nodiscard]] bool usable(int row, int column) const;
    void check(int error, int row, int column) const; // an lxw_error
    void fail(int row, int column, const QString& reason) const;

    WorkbookWriter* m_book;
    SheetState* m_sheet; // null when the sheet could not be made
};

/// One workbook, written to `path` whole or not at all by finish(); without it nothing is left behind.
class WorkbookWriter {
public:
    WorkbookWriter(const QString& path, const DocumentProperties& properties);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    /// Fails when the name is empty, longer than 31 characters, used already in any case, contains one of []:*?/\ or
    /// begins or ends with an apostrophe.
    SheetWriter addSheet(const QString& name);

    /// Call once, last. Errors: the first failure of all calls ("sheet.write", with sheet and cell), or "file.write"
    /// (folder missing, no permission, disk full).
    [[nodiscard]] base::Outcome finish();

private:
    friend class SheetWriter;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace junheng::sheet
