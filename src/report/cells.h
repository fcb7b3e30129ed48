// Cells of the report model.
#pragma once

#include "assess/assessment.h"
#include "model/observation.h"
#include "report/report.h"

#include <cstdint>

namespace junheng::report {

/// In the room's translation context.
QString tr(const char* text);

/// How a table marks what is judged so.
Mark markOf(assess::Status status);
Mark markOf(assess::BalanceStatus status);
Mark markOf(assess::IndicatorStatus status);
Mark markOf(assess::Verdict verdict);

Cell textCell(int column, const QString& text);
/// Aligned to the left, as names and sentences are.
Cell leftCell(int column, const QString& text);

/// `printed` is how the figure must read, half up from its exact value; `value` the same unrounded.
Cell numberCell(int column, double value, const QString& printed);
Cell countCell(int column, std::int64_t count);
/// 序号, in the first column.
Cell serialCell(int number);

/// 待填报.
Cell missingCell(int column);
/// ——: there is nothing to say here.
Cell dashCell(int column);

/// A whole number as entered; 待填报 or 不适用 where there is none.
Cell observationCell(int column, const model::Item& item, const model::Observation& observation);

/// The cell as a reference to `address` in the working sheets; `number` is the unrounded figure there. Where the cell
/// keeps a rounded one, lest it read otherwise, the formula rounds as well. Marks are left to the rules of the table,
/// which follow the figures.
Cell linked(Cell cell, const QString& address, double number);
/// The cell as a reference to a word, or to a figure that would be shown with so many decimals.
Cell linked(Cell cell, const QString& address, int decimals);

struct ColumnHeading {
    QString text;
    double width; ///< of its column, in characters
};
/// Columns and head of a table of one head row.
void setHead(Table& table, const std::vector<ColumnHeading>& headings);

/// `cell` over several rows and columns.
Cell merged(Cell cell, int rows, int columns);

} // namespace junheng::report
