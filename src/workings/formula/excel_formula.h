// Expressions as formulas of a spreadsheet: only functions and operators that Excel 2010, WPS and LibreOffice share.
#pragma once

#include "standard/expression.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace junheng::workings {

/// What stands for a node in the sheet: an address, or any text that needs no brackets. Empty: the node is written out.
/// A cell must be answered for.
using NodeReference = std::function<QString(const standard::Expression&)>;

/// "(N(B2)-N(C2))/N(D2)": without the leading "=", with brackets only where they are needed.
QString excelFormula(const standard::Expression& expression, const NodeReference& reference);

/// What a node amounts to; empty: its operands say. A cell must be answered for.
using NodeValue = std::function<std::optional<double>(const standard::Expression&)>;

/// The expression with other figures in its cells.
double evaluate(const standard::Expression& expression, const NodeValue& value);

/// The shortest text that reads back as the same double.
QString excelNumber(double value);
/// As a plain decimal where it is one, else as a quotient in brackets.
QString excelNumber(const base::Rational& value);
/// In quotation marks.
QString excelText(const QString& text);

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
