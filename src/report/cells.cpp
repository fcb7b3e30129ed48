#include "report/cells.h"

#include "assess/assessment.h"
#include "base/decimal.h"
#include "base/rounding.h"

#include <QCoreApplication>

namespace junheng::report {

namespace {

// Excel keeps 15 digits of a number and rounds these; other programs round the binary fraction. Both must agree.
bool showsAs(double value, int decimals, const QString& printed) {
    const auto kept = base::Decimal::parse(QString::number(value, 'e', 14));
    const auto shown = kept ? kept->rescaledHalfUp(decimals) : std::nullopt;
    return shown && shown->toString() == printed && base::printHalfUp(value, decimals, nullptr) == printed;
}

} // namespace

QString tr(const char* text) {
    return QCoreApplication::translate("report", text);
}

Mark markOf(assess::Status status) {
    switch (status) {
    case assess::Status::Met:
        return Mark::None;
    case assess::Status::Floor:
        return Mark::Floor;
    case assess::Status::Below:
        return Mark::Failing;
    case assess::Status::Missing:
        break;
    }
    return Mark::Missing;
}

Mark markOf(assess::IndicatorStatus status) {
    switch (status) {
    case assess::IndicatorStatus::Unmet:
        return Mark::Failing;
    case assess::IndicatorStatus::Missing:
        return Mark::Missing;
    case assess::IndicatorStatus::Met:
    case assess::IndicatorStatus::NotApplicable:
        break;
    }
    return Mark::None;
}

Mark markOf(assess::Verdict verdict) {
    return verdict == assess::Verdict::Pass   ? Mark::None
           : verdict == assess::Verdict::Fail ? Mark::Failing
                                              : Mark::Missing;
}

Mark markOf(assess::BalanceStatus status) {
    return status == assess::BalanceStatus::Met     ? Mark::None
           : status == assess::BalanceStatus::Unmet ? Mark::Failing
                                                    : Mark::Missing;
}

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

Cell missingCell(int column) {
    return {.column = column, .text = assess::statusWord(assess::Status::Missing), .mark = Mark::Missing};
}

Cell dashCell(int column) {
    return textCell(column, QStringLiteral("——"));
}

Cell observationCell(int column, const model::Item& item, const model::Observation& observation) {
    if (observation.isMissing())
        return missingCell(column);
    if (observation.isValue())
        return countCell(column, observation.amount);
    return textCell(column, model::displayText(item, observation));
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

Cell merged(Cell cell, int rows, int columns) {
    cell.rows = rows;
    cell.columns = columns;
    return cell;
}

} // namespace junheng::report
