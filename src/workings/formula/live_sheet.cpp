#include "workings/formula/live_sheet.h"

#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"

#include <algorithm>
#include <cmath>

namespace junheng::workings {

using document::Cell;
using document::kRowsAboveHead;
using document::Mark;
using document::Row;
using document::Table;
using document::TableKind;
using document::textCell;

namespace {

constexpr double kCheckWidth = 6;

QString allowedName(QString name) {
    for (const QChar forbidden : QStringLiteral("[]:*?/\\'"))
        name.replace(forbidden, QChar(u'_'));
    constexpr qsizetype kLongest = 31;
    return name.left(kLongest);
}

} // namespace

Cell formulaCell(int column, const Live& formula, int decimals) {
    return formulaCell(column, formula.text(), formula.figure(), decimals);
}

SheetValue valueOf(const Cell& cell) {
    if (cell.number)
        return cell.number->value;
    return cell.text.isEmpty() ? SheetValue() : SheetValue(cell.text);
}

LiveSheet::LiveSheet(const QString& name, const QString& title, const QString& caption)
    : m_table{.name = allowedName(name), .title = title} {
    m_table.kind = TableKind::Working;
    m_table.caption.left = caption;
    m_table.head.resize(1);
}

int LiveSheet::addColumn(const QString& heading, double width) {
    const int column = static_cast<int>(m_table.columnWidths.size());
    m_table.head.front().cells.push_back(textCell(column, heading));
    m_table.columnWidths.push_back(width);
    return column;
}

int LiveSheet::addCheckColumn() {
    return addColumn(checkWord(), kCheckWidth);
}

int LiveSheet::addRow(const Row& fixed) {
    m_table.body.push_back(fixed);
    return rowCount() - 1;
}

Live LiveSheet::put(int row, int column, const Live& formula, int decimals) {
    const CellValue figure = formula.figure();
    put(row, formulaCell(column, formula, decimals));
    const SheetValue value = figure.number ? SheetValue(*figure.number) : SheetValue(figure.word);
    m_values[{column, row}] = value;
    return {ownAddress(row, column), value};
}

Live LiveSheet::put(int row, const Cell& cell, const SheetValue& value) {
    put(row, cell);
    m_values[{cell.column, row}] = value;
    return {ownAddress(row, cell.column), value};
}

void LiveSheet::put(int row, const Cell& cell) {
    m_table.body[static_cast<std::size_t>(row)].cells.push_back(cell);
}

Live LiveSheet::putEntered(int row, int column, const model::Item& item, const model::Observation& observation) {
    return put(row, rawCell(column, item, observation), sheetValueOf(item, observation));
}

void LiveSheet::putCheck(int row, int column, const Live& condition) {
    Cell check = conditionCell(column, condition.text());
    check.number->value = condition.isTrue() ? 0 : 1;
    put(row, check);
}

void LiveSheet::putCheck(int row, int column, const Live& cell, const CellValue& program, std::optional<double> scale) {
    if (!program.number)
        return putCheck(row, column, live::equal(cell, program));
    Cell check = checkCell(column, cell.text(), program, scale);
    const double unit = std::max(1.0, std::abs(scale.value_or(*program.number)));
    const double difference = cell.isNumber() ? (*program.number - cell.toNumber()) / unit : 1;
    constexpr double kNone = 1e-12;
    if (std::abs(difference) > kNone)
        check.number->value = difference;
    put(row, check);
}

Live LiveSheet::at(int row, int column) const {
    return {excelAddress(m_table.name, sheetRow(row), column), m_values.at({column, row})};
}

Live LiveSheet::own(int row, int column) const {
    return {ownAddress(row, column), m_values.at({column, row})};
}

Live LiveSheet::ownFixed(int row, int column) const {
    return {excelFixedRow(sheetRow(row), column), m_values.at({column, row})};
}

LiveRange LiveSheet::columnPart(int column, int firstRow, int lastRow) const {
    if (lastRow < firstRow)
        return {};
    return {{excelColumnRange(m_table.name, sheetRow(firstRow), sheetRow(lastRow), column)},
            valuesIn(column, firstRow, lastRow)};
}

LiveRange LiveSheet::ownColumnPart(int column, int firstRow, int lastRow) const {
    if (lastRow < firstRow)
        return {};
    return {{excelFixedRow(sheetRow(firstRow), column) + QChar(u':') + excelFixedRow(sheetRow(lastRow), column)},
            valuesIn(column, firstRow, lastRow)};
}

LiveRange LiveSheet::ownRowPart(int row, int firstColumn, int lastColumn) const {
    LiveRange cells{{ownAddress(row, firstColumn) + QChar(u':') + ownAddress(row, lastColumn)}, {}};
    for (int column = firstColumn; column <= lastColumn; ++column)
        cells.values.push_back(m_values.at({column, row}));
    return cells;
}

QStringList LiveSheet::rowRanges(int row, std::vector<int> columns) const {
    return excelRowRanges(m_table.name, sheetRow(row), std::move(columns));
}

int LiveSheet::sheetRow(int row) const {
    return kRowsAboveHead + static_cast<int>(m_table.head.size()) + row;
}

QString LiveSheet::ownAddress(int row, int column) const {
    return sheet::cellName(sheetRow(row), column);
}

std::vector<SheetValue> LiveSheet::valuesIn(int column, int firstRow, int lastRow) const {
    std::vector<SheetValue> values;
    for (int row = firstRow; row <= lastRow; ++row) {
        const auto found = m_values.find({column, row});
        values.push_back(found == m_values.end() ? SheetValue() : found->second);
    }
    return values;
}

// Every place has a cell, so that every place has its border.
void LiveSheet::completeRows() {
    for (Row& row : m_table.body) {
        std::vector<bool> taken(m_table.columnWidths.size());
        for (const Cell& cell : row.cells)
            taken[static_cast<std::size_t>(cell.column)] = true;
        for (std::size_t column = 0; column < taken.size(); ++column) {
            if (!taken[column])
                row.cells.push_back(textCell(static_cast<int>(column), {}));
        }
    }
}

void LiveSheet::sortRows() {
    for (Row& row : m_table.body) {
        if (!std::ranges::is_sorted(row.cells, {}, &Cell::column))
            std::ranges::sort(row.cells, {}, &Cell::column);
    }
}

CellBlock LiveSheet::bodyFrom(int column) const {
    return {.firstRow = 0,
            .lastRow = rowCount() - 1,
            .firstColumn = column,
            .lastColumn = static_cast<int>(m_table.columnWidths.size()) - 1};
}

Table LiveSheet::finish(int firstMarkedColumn, int frozenColumns) {
    m_table.frozenColumns = frozenColumns;
    completeRows();
    return release(firstMarkedColumn);
}

Table LiveSheet::finishRaw(int firstMarkedColumn, int frozenColumns) {
    m_table.frozenColumns = frozenColumns;
    completeRows();
    sortRows();
    markWhere(m_table, bodyFrom(firstMarkedColumn), QStringLiteral("%1=\"\""), Mark::Missing);
    return std::move(m_table);
}

Table LiveSheet::release(int firstMarkedColumn) {
    sortRows();
    markWords(m_table, bodyFrom(firstMarkedColumn));
    markChecks(m_table);
    return std::move(m_table);
}

Table LiveSheet::release(int firstMarkedColumn, const standard::Standard& standard) {
    sortRows();
    markWords(m_table, bodyFrom(firstMarkedColumn), standard);
    markChecks(m_table);
    return std::move(m_table);
}

} // namespace junheng::workings
