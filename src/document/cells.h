// Cells of tables, made of texts and numbers.
#pragma once

#include "document/report.h"

#include <cstdint>

namespace junheng::document {

Cell textCell(int column, const QString& text);
/// Aligned to the left, as names and sentences are.
Cell leftCell(int column, const QString& text);

/// `printed` is how the figure must read, half up from its exact value; `value` the same unrounded.
Cell numberCell(int column, double value, const QString& printed);
Cell countCell(int column, std::int64_t count);
/// 序号, in the first column.
Cell serialCell(int number);

/// ——: there is nothing to say here.
Cell dashCell(int column);

/// The cell as a reference to `address` in the working sheets; `number` is the unrounded figure there. Where the cell
/// keeps a rounded one, lest it read otherwise, the formula rounds as well. Marks are left to the table's
/// conditional ones, which follow the figures.
Cell linked(Cell cell, const QString& address, double number);
/// The cell as a reference to a word, or to a figure that would be shown with so many decimals.
Cell linked(Cell cell, const QString& address, int decimals);

struct ColumnHeading {
    QString text;
    double width; ///< of its column, in characters
};
/// Columns and head of a table of one head row.
void setHead(Table& table, const std::vector<ColumnHeading>& headings);

/// `cell` as the one that shows the figure of this name.
Cell showing(Cell cell, const QString& figure);

/// `cell` over several rows and columns.
Cell merged(Cell cell, int rows, int columns);

} // namespace junheng::document
