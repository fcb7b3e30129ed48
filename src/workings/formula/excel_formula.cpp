#include "workings/formula/excel_formula.h"

#include "sheet/workbook.h"

#include <QLocale>
#include <QStringBuilder>
#include <QStringList>

#include <algorithm>

namespace junheng::workings {

namespace {

using standard::Expression;
using Kind = Expression::Kind;

int precedence(Kind kind) {
    switch (kind) {
    case Kind::Sum:
    case Kind::Difference:
        return 1;
    case Kind::Product:
    case Kind::Quotient:
        return 2;
    case Kind::Number:
    case Kind::Cell:
        break;
    }
    return 3;
}

QChar symbol(Kind kind) {
    switch (kind) {
    case Kind::Sum:
        return QChar(u'+');
    case Kind::Difference:
        return QChar(u'-');
    case Kind::Product:
        return QChar(u'*');
    default:
        return QChar(u'/');
    }
}

QString columnLetters(int column) {
    return sheet::cellName(0, column).chopped(1);
}

QString quotedSheet(const QString& sheet) {
    QString name = sheet;
    if (name.contains(QChar(u'\'')))
        name.replace(QChar(u'\''), QStringLiteral("''"));
    return QChar(u'\'') % name % QStringLiteral("'!");
}

} // namespace

QString excelFormula(const Expression& expression, const NodeReference& reference) {
    if (const QString stand = reference(expression); !stand.isEmpty())
        return stand;
    if (expression.operands().empty())
        return excelNumber(expression.value());
    const int outer = precedence(expression.kind());
    QString text;
    for (const Expression& operand : expression.operands()) {
        const bool first = text.isEmpty();
        if (!first)
            text += symbol(expression.kind());
        const bool written = !operand.operands().empty() && reference(operand).isEmpty();
        const int inner = written ? precedence(operand.kind()) : 3;
        // Spreadsheets go from left to right: a right operand keeps its brackets even around its equals.
        const bool brackets = inner < outer || (!first && inner == outer);
        const QString part = excelFormula(operand, reference);
        text += brackets ? QChar(u'(') + part + QChar(u')') : part;
    }
    return text;
}

double evaluate(const Expression& expression, const NodeValue& value) {
    if (const auto given = value(expression))
        return *given;
    const auto& operands = expression.operands();
    if (operands.empty())
        return base::toDouble(expression.value());
    double result = evaluate(operands.front(), value);
    for (std::size_t i = 1; i < operands.size(); ++i) {
        const double operand = evaluate(operands[i], value);
        switch (expression.kind()) {
        case Kind::Sum:
            result += operand;
            break;
        case Kind::Difference:
            result -= operand;
            break;
        case Kind::Product:
            result *= operand;
            break;
        default:
            result /= operand;
        }
    }
    return result;
}

QString excelNumber(double value) {
    return QString::number(value, 'g', QLocale::FloatingPointShortest).toUpper();
}

QString excelNumber(const base::Rational& value) {
    const double number = base::toDouble(value);
    const auto decimal = base::Decimal::parse(excelNumber(number));
    if (decimal && base::toRational(*decimal) == value)
        return decimal->toShortString();
    return QChar(u'(') + base::toString(value) + QChar(u')');
}

QString excelText(const QString& text) {
    QString inner = text;
    return QChar(u'"') % inner.replace(QChar(u'"'), QStringLiteral("\"\"")) % QChar(u'"');
}

QString excelAddress(const QString& sheet, int row, int column) {
    return quotedSheet(sheet) % sheet::cellName(row, column);
}

QString excelRowRange(const QString& sheet, int row, int firstColumn, int lastColumn) {
    const QString first = excelAddress(sheet, row, firstColumn);
    return firstColumn == lastColumn ? first : first + QChar(u':') + sheet::cellName(row, lastColumn);
}

QStringList excelRowRanges(const QString& sheet, int row, std::vector<int> columns) {
    std::ranges::sort(columns);
    QStringList ranges;
    for (auto first = columns.begin(); first != columns.end();) {
        auto last = first;
        while (last + 1 != columns.end() && *(last + 1) == *last + 1)
            ++last;
        ranges << excelRowRange(sheet, row, *first, *last);
        first = last + 1;
    }
    return ranges;
}

QString excelFixedRow(int row, int column) {
    return columnLetters(column) % QChar(u'$') % QString::number(row + 1);
}

QString excelColumnRange(const QString& sheet, int firstRow, int lastRow, int column) {
    return quotedSheet(sheet) % excelFixedRow(firstRow, column) % QChar(u':') % excelFixedRow(lastRow, column);
}

} // namespace junheng::workings
