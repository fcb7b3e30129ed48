#include "workings/formula/excel_formula.h"

#include "sheet/workbook.h"

#include <QLocale>
#include <QStringBuilder>
#include <QStringList>

#include <algorithm>

namespace junheng::workings {

namespace {

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

QString excelCall(const char* function, std::initializer_list<QStringView> arguments) {
    const QLatin1StringView name(function);
    qsizetype size = name.size() + static_cast<qsizetype>(arguments.size()) + 1;
    for (const QStringView argument : arguments)
        size += argument.size();
    QString text;
    text.reserve(size);
    text += name;
    QChar before(u'(');
    for (const QStringView argument : arguments) {
        text += before;
        text += argument;
        before = QChar(u',');
    }
    return text += QChar(u')');
}

QString excelCallOver(const char* function, const QStringList& arguments) {
    return QLatin1StringView(function) % QChar(u'(') % arguments.join(QChar(u',')) % QChar(u')');
}

} // namespace junheng::workings
