// What is in a workbook: sheets of cells, each a kind and a text.
#pragma once

#include "base/error.h"

#include <QString>
#include <QStringView>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace junheng::sheet {

enum class CellKind : std::uint8_t {
    Blank,
    Text,
    Number,
    Boolean,
    Error,
    Uncalculated, ///< a formula without a stored value: not zero, not blank
    Date,         ///< a number shown as a date or a time
    Picture,      ///< a picture in the cell, by a formula or as its value
    Damaged,      ///< what is stored cannot be read; nobody need care unless a value is wanted from here
};

/// What a person sees of a stored number, or of a text where nothing is shown.
enum class Display : std::uint8_t {
    AsStored, ///< the same figure, whatever separators, currency or zeros are around it
    Labelled, ///< the same figure with words of the format ("12.5万元")
    Padded,   ///< the same figure behind zeros ("0012")
    Rounded,  ///< fewer digits
    Percent,  ///< a hundred times as much with a per cent sign
    Scaled,   ///< divided by thousands, or with a point among its digits ("1.2万" for 12345)
    Words,    ///< words without the figure
    Nothing,
    Unknown, ///< the style of the cell cannot be read
};

/// Whether the value of a formula is the one that its author saw.
enum class Calculation : std::uint8_t {
    Done,
    Manual,  ///< calculated when somebody asks for it
    Pending, ///< to be calculated when the workbook is opened
};

/// Text with a line through it.
enum class StruckOut : std::uint8_t { No, Partly, Wholly };

/// `text` is what a person would type:
/// Text as it is (never empty; line breaks are \n), without what is struck out unless all of it is · Number in plain
/// decimals as stored ("1234.5", also "1E-4") · Boolean TRUE or FALSE · Error "#DIV/0!" · Date yyyy-MM-dd, with
/// " hh:mm:ss" behind it when it has a time of day, or hh:mm:ss alone for a time without a day · Damaged what is wrong
/// as a Chinese clause · Blank, Uncalculated and Picture empty.
struct StoredCell {
    CellKind kind = CellKind::Blank;
    QString text = {};
    Display display = Display::AsStored;
    Calculation calculation = Calculation::Done;
    StruckOut struckOut = StruckOut::No;
    bool raised = false; ///< a part of the text stands higher or lower than the rest, as note marks do
    /// What a person sees where that is not `text`: the number as it is displayed (empty where it looks as stored), or
    /// the text with the part that is struck out.
    QString shown = {};

    [[nodiscard]] bool isBlank() const { return kind == CellKind::Blank; }
    bool operator==(const StoredCell&) const = default;
};

/// A cell with its place; rows and columns count from 0.
struct PlacedCell {
    int row = 0;
    int column = 0;
    StoredCell cell = {};
};

/// A block of cells from 0, both ends included.
struct CellRange {
    int top = 0;
    int left = 0;
    int bottom = 0;
    int right = 0;
};

enum class Visibility : std::uint8_t {
    Visible,
    Hidden,
    VeryHidden, ///< no menu shows it again
};

/// What a sheet is made of.
struct SheetContent {
    /// Without blanks, ordered by row and then column, each place once.
    std::vector<PlacedCell> cells = {};
    /// Merges whose first cell, the only one that is seen, has content.
    std::vector<CellRange> merges = {};
    /// In order; of the rows those with content.
    std::vector<int> hiddenRows = {};
    std::vector<int> hiddenColumns = {};
    /// Why the sheet could not be read; it has no cells then.
    std::optional<base::Error> fault = {};
};

/// Only cells with content are kept, so an empty but formatted row costs nothing and does not count.
class Sheet {
public:
    Sheet(QString name, Visibility visibility, SheetContent content);
    /// A sheet of cells alone.
    Sheet(QString name, std::vector<PlacedCell> cells)
        : Sheet(std::move(name), Visibility::Visible, {.cells = std::move(cells)}) {}

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] Visibility visibility() const { return m_visibility; }
    /// Whether the user does not see the sheet.
    [[nodiscard]] bool hidden() const { return m_visibility != Visibility::Visible; }
    /// Why the sheet could not be read. It matters to those who want something from it.
    [[nodiscard]] const std::optional<base::Error>& fault() const { return m_content.fault; }
    /// The last row (column) with content, plus 1; 0 for an empty sheet.
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int columnCount() const { return m_columnCount; }
    /// From 0; a blank cell where there is nothing, also outside the sheet. Of merged cells only the top left one has
    /// content.
    [[nodiscard]] const StoredCell& at(int row, int column) const;
    /// The merge with content that the cell belongs to without being its first one.
    [[nodiscard]] std::optional<CellRange> mergeOver(int row, int column) const;
    /// Rows with content that the user does not see, and columns.
    [[nodiscard]] const std::vector<int>& hiddenRows() const { return m_content.hiddenRows; }
    [[nodiscard]] const std::vector<int>& hiddenColumns() const { return m_content.hiddenColumns; }

private:
    // The non-empty row `row` begins at cells[first] and ends where the next one begins.
    struct RowStart {
        int row = 0;
        std::size_t first = 0;
    };

    QString m_name;
    Visibility m_visibility = Visibility::Visible;
    int m_columnCount = 0;
    SheetContent m_content;
    std::vector<RowStart> m_rows;
    std::vector<std::vector<std::size_t>> m_mergesOfColumn; // positions in merges, from the top; empty without merges
};

struct Workbook {
    /// The worksheets in the order of the tabs, hidden ones and those with a fault included; chart sheets are left out.
    std::vector<Sheet> sheets = {};

    /// The sheet of exactly this name, or null.
    [[nodiscard]] const Sheet* find(QStringView name) const;
};

/// "C12" for row 11, column 2.
QString cellName(int row, int column);
/// "C" for column 2.
QString columnName(int column);
/// "A50:A51".
QString rangeName(const CellRange& range);

} // namespace junheng::sheet
