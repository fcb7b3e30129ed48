// How tall a row of a worksheet must be so that its wrapped text shows. Spreadsheets do not do this for merged cells.
#pragma once

#include "document/report.h"

#include <span>

namespace junheng::document {

/// Lines that `text` takes in a column so many characters wide; at least 1. Errs to more.
int lineCount(const QString& text, double characters);

/// The head of a column with its unit on a line of its own where label and unit do not fit in one. Spreadsheets also
/// break behind an opening bracket: 在校学生数（ / 人）.
QString withUnitBelow(const QString& head, double characters);

/// How many characters wide a cell is with the columns it is merged over.
double widthOf(const Cell& cell, std::span<const double> columnWidths);

/// In points, for cells that are not merged over rows; Excel's largest height at most.
double rowHeight(const Row& row, std::span<const double> columnWidths);

/// In points, of so many lines.
double linesHeight(int lines);

} // namespace junheng::document
