// What is in a workbook: sheets of cells, each a kind and a text.
#pragma once

#include <QString>
#include <QStringView>

#include <cstddef>
#include <cstdint>
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
};

/// `text` is what a person would type:
/// Text as it is (never empty; line breaks are \n) · Number in plain decimals as stored ("1234.5", also "1E-4") ·
/// Boolean TRUE or FALSE · Error "#DIV/0!" · Date yyyy-MM-dd, with " hh:mm:ss" behind it when it has a time of day, or
/// hh:mm:ss alone for a time without a day · Blank and Uncalculated empty.
struct Cell {
    CellKind kind = CellKind::Blank;
    QString text = {};

    [[nodiscard]] bool isBlank() const { return kind == CellKind::Blank; }
    bool operator==(const Cell&) const = default;
};

/// A cell with its place; rows and columns count from 0.
struct PlacedCell {
    int row = 0;
    int column = 0;
    Cell cell = {};
};

/// A block of cells from 0, both ends included.
struct CellRange {
    int top = 0;
    int left = 0;
    int bottom = 0;
    int right = 0;
};

/// Only cells with content are kept, so an empty but formatted row costs nothing and does not count.
class Sheet {
public:
    /// `cells` without blanks, ordered by row and then column, each place once.
    Sheet(QString name, bool hidden, std::vector<PlacedCell> cells);

    [[nodiscard]] const QString& name() const { return m_name; }
    /// Whether the user does not see the sheet.
    [[nodiscard]] bool hidden() const { return m_hidden; }
    /// The last row (column) with content, plus 1; 0 for an empty sheet.
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int columnCount() const { return m_columnCount; }
    /// From 0; a blank cell where there is nothing, also outside the sheet. Of merged cells only the top left one has
    /// content.
    [[nodiscard]] const Cell& at(int row, int column) const;

private:
    // The non-empty row `row` begins at m_cells[first] and ends where the next one begins.
    struct RowStart {
        int row = 0;
        std::size_t first = 0;
    };

    QString m_name;
    bool m_hidden = false;
    int m_columnCount = 0;
    std::vector<PlacedCell> m_cells;
    std::vector<RowStart> m_rows;
};

struct Workbook {
    /// The worksheets in the order of the tabs, hidden ones included; chart sheets are left out.
    std::vector<Sheet> sheets = {};

    /// The sheet of exactly this name, or null.
    [[nodiscard]] const Sheet* find(QStringView name) const;
};

/// "C12" for row 11, column 2.
QString cellName(int row, int column);

} // namespace junheng::sheet
