// A working sheet while it is written: every cell put there can be referred to, from the sheet and from others.
#pragma once

#include "workings/formula/live_range.h"

#include <map>
#include <optional>

namespace junheng::workings {

/// A cell with the formula and what it amounts to.
document::Cell formulaCell(int column, const Live& formula, int decimals);
/// What a cell that stands in a table holds.
SheetValue valueOf(const document::Cell& cell);

/// Rows of the body and columns count from 0.
class LiveSheet {
public:
    /// `table` has its name, its head and the widths of its columns, and no rows yet.
    explicit LiveSheet(document::Table table) : m_table(std::move(table)) {}
    /// One row of head, to which columns are added.
    /// `name` without the signs that spreadsheets forbid in names of sheets.
    LiveSheet(const QString& name, const QString& title, const QString& caption);

    /// The next column.
    int addColumn(const QString& heading, double width);
    int addCheckColumn();
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_table.body.size()); }
    int addRow(const document::Row& fixed = {});

    /// The formula, carrying what it amounts to; words are centred. The answer refers to it within the sheet.
    Live put(int row, int column, const Live& formula, int decimals = 0);
    /// Any other cell, with what it holds.
    Live put(int row, const document::Cell& cell, const SheetValue& value);
    void put(int row, const document::Cell& cell);
    /// The raw figure, which the reader may change.
    Live putEntered(int row, int column, const model::Item& item, const model::Observation& observation);
    /// 0 where the condition holds, or the cell gives what the program found; carries what it amounts to.
    void putCheck(int row, int column, const Live& condition);
    /// On the scale of the program's figure, or on the one given.
    void putCheck(int row, int column, const Live& cell, const CellValue& program, std::optional<double> scale = {});

    /// From another sheet. There must be a cell.
    [[nodiscard]] Live at(int row, int column) const;
    /// The same within the sheet.
    [[nodiscard]] Live own(int row, int column) const;
    /// The same, staying in its row when copied down.
    [[nodiscard]] Live ownFixed(int row, int column) const;
    /// The cells of a column, from another sheet; the rows that hold none count as blank.
    [[nodiscard]] LiveRange column(int column) const { return columnPart(column, 0, rowCount() - 1); }
    [[nodiscard]] LiveRange columnPart(int column, int firstRow, int lastRow) const;
    /// The same within the sheet.
    [[nodiscard]] LiveRange ownColumn(int column) const { return ownColumnPart(column, 0, rowCount() - 1); }
    [[nodiscard]] LiveRange ownColumnPart(int column, int firstRow, int lastRow) const;
    /// Cells of one row side by side, within the sheet.
    [[nodiscard]] LiveRange ownRowPart(int row, int firstColumn, int lastColumn) const;
    /// Cells of one row, from another sheet; neighbours as one range.
    [[nodiscard]] QStringList rowRanges(int row, std::vector<int> columns) const;

    /// Marks words and checks from a column on, and ends the work.
    document::Table finish(int firstMarkedColumn, int frozenColumns);
    /// For raw figures: marks blanks.
    document::Table finishRaw(int firstMarkedColumn, int frozenColumns);
    /// As finish(), with the cells that were put and no others.
    document::Table release(int firstMarkedColumn);
    /// The same where figures stand against the floor of a standard.
    document::Table release(int firstMarkedColumn, const standard::Standard& standard);

private:
    [[nodiscard]] int sheetRow(int row) const;
    [[nodiscard]] QString ownAddress(int row, int column) const;
    [[nodiscard]] std::vector<SheetValue> valuesIn(int column, int firstRow, int lastRow) const;
    void completeRows();
    void sortRows();
    [[nodiscard]] CellBlock bodyFrom(int column) const;

    document::Table m_table;
    std::map<std::pair<int, int>, SheetValue> m_values; ///< by column, then row
};

} // namespace junheng::workings
