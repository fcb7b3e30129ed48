// What formulas of a spreadsheet are made of: numbers, texts and addresses.
#pragma once

#include "base/rational.h"

#include <QStringList>

#include <initializer_list>
#include <vector>

namespace junheng::workings {

/// The shortest text that reads back as the same double.
QString excelNumber(double value);
/// As a plain decimal where it is one, else as a quotient in brackets.
QString excelNumber(const base::Rational& value);
/// In quotation marks.
QString excelText(const QString& text);

/// "IF(A1,B1,C1)".
QString excelCall(const char* function, std::initializer_list<QStringView> arguments);
QString excelCallOver(const char* function, const QStringList& arguments);

/// "'小学-判定'!F5"; row and column count from 0.
QString excelAddress(const QString& sheet, int row, int column);
/// "'小学-均衡'!D9:Q9": the cells of one row.
QString excelRowRange(const QString& sheet, int row, int firstColumn, int lastColumn);
/// Cells of one row, by columns; neighbours as one range.
QStringList excelRowRanges(const QString& sheet, int row, std::vector<int> columns);
/// "F$5", of the same sheet: stays in its row when copied down.
QString excelFixedRow(int row, int column);
/// "'小学-判定'!F$5:F$9" with fixed rows: the cells of one column.
QString excelColumnRange(const QString& sheet, int firstRow, int lastRow, int column);

} // namespace junheng::workings
