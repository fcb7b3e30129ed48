#include "document/cells.h"

#include "base/decimal.h"
#include "base/rounding.h"

namespace junheng::document {

namespace {

// Excel keeps 15 digits of a number and rounds these; other programs round the binary fraction. Both must agree.
bool showsAs(double value, int decimals, const QString& printed) {
    const auto kept = base::Decimal::parse(QString::number(value, 'e', 14));
    const auto shown = kept ? kept->rescaledHalfUp(decimals) : std::nullopt;
    return shown && shown->toString() == printed && base::printHalfUp(value, decimals, nullptr) == printed;
}

} // namespace

Cell textCell(int column, const QString& text) {
    return {.column = column, .text = text};
}

Cell leftCell(int column, const QString& text) {
    Cell cell = textCell(column, text);
    cell.align = Align::Left;
    return cell;
}

Cell numberCell(int column, double value, const QString& printed) {
    const auto point = printed.indexOf(QChar(u'.'));
    const int decimals = point < 0 ? 0 : static_cast<int>(printed.size() - point - 1);
    const double stored = showsAs(value, decimals, printed) ? value : printed.toDouble();
    return {.column = column, .text = printed, .number = Number{.value = stored, .decimals = decimals}};
}

Cell countCell(int column, std::int64_t count) {
    return {.column = column, .text = QString::number(count), .number = Number{.value = static_cast<double>(count)}};
}

Cell serialCell(int number) {
    Cell cell = countCell(0, number);
    cell.role = Role::Serial;
    return cell;
}

Cell dashCell(int column) {
    return textCell(column, QStringLiteral("——"));
}

Cell linked(Cell cell, const QString& address, double number) {
    const int decimals = cell.number->decimals;
    const QString rounded = QStringLiteral("IF(ISNUMBER(%1),ROUND(%1,%2),%1)").arg(address).arg(decimals);
    const bool unrounded = cell.number->value == number;
    return linked(std::move(cell), unrounded ? address : rounded, decimals);
}

Cell linked(Cell cell, const QString& address, int decimals) {
    cell.decimals = decimals;
    cell.formula = QChar(u'=') + address;
    cell.mark = Mark::None;
    return cell;
}

void setHead(Table& table, const std::vector<ColumnHeading>& headings) {
    Row head;
    for (const auto& [text, width] : headings) {
        head.cells.push_back(textCell(static_cast<int>(table.columnWidths.size()), text));
        table.columnWidths.push_back(width);
    }
    table.head = {head};
}

Cell showing(Cell cell, const QString& figure) {
    cell.figure = figure;
    return cell;
}

Cell merged(Cell cell, int rows, int columns) {
    cell.rows = rows;
    cell.columns = columns;
    return cell;
}

} // namespace junheng::document
