#include "workings/formula/live_formula.h"

#include "workings/formula/excel_formula.h"

#include <QStringBuilder>

#include <algorithm>
#include <cmath>
#include <limits>

namespace junheng::workings {

namespace {

using Binding = Live::Binding;

constexpr double kError = std::numeric_limits<double>::quiet_NaN(); // #VALUE!, #DIV/0!

// In arithmetic a blank counts as 0 and a text is an error.
double operand(const Live& live) {
    if (std::holds_alternative<QString>(live.value()))
        return kError;
    return live.toNumber();
}

// The right operand keeps its brackets around its equals: spreadsheets go from left to right.
QString bracketed(const Live& live, Binding outer, bool right) {
    const bool brackets = live.binding() < outer || (right && live.binding() == outer);
    return brackets ? QChar(u'(') % live.text() % QChar(u')') : live.text();
}

QString infix(const Live& a, const Live& b, Binding binding, const char* sign) {
    return bracketed(a, binding, false) % QLatin1StringView(sign) % bracketed(b, binding, true);
}

QStringList textsOf(const std::vector<Live>& formulas) {
    QStringList texts;
    for (const Live& formula : formulas)
        texts << formula.text();
    return texts;
}

bool equalValues(const SheetValue& a, const SheetValue& b) {
    const auto isEmpty = [](const SheetValue& value) {
        const auto* text = std::get_if<QString>(&value);
        return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->isEmpty());
    };
    const auto isBlank = [](const SheetValue& value) { return std::holds_alternative<std::monostate>(value); };
    if (isBlank(a) || isBlank(b))
        return isEmpty(a) == isEmpty(b);
    return a == b;
}

double roundHalfAway(double number, int digits) {
    const double unit = std::pow(10.0, digits);
    return std::round(number * unit) / unit;
}

} // namespace

SheetValue sheetValueOf(const model::Item& item, const model::Observation& observation) {
    if (observation.isMissing())
        return {};
    if (observation.isValue() && item.isNumeric())
        return model::decimalOf(item, observation).toDouble();
    return model::displayText(item, observation);
}

Live Live::number(double value) {
    return {excelNumber(value), value};
}

Live Live::integer(std::int64_t value) {
    return {QString::number(value), static_cast<double>(value)};
}

Live Live::number(const base::Rational& value) {
    return {excelNumber(value), base::toDouble(value)};
}

Live Live::text(const QString& text) {
    return {excelText(text), text};
}

bool Live::isTrue() const {
    const bool* truth = std::get_if<bool>(&m_value);
    return truth != nullptr && *truth;
}

double Live::toNumber() const {
    if (const double* number = std::get_if<double>(&m_value))
        return *number;
    return isTrue() ? 1 : 0;
}

CellValue Live::figure() const {
    if (isNumber())
        return CellValue::of(toNumber());
    const QString* text = std::get_if<QString>(&m_value);
    return text != nullptr ? CellValue::of(*text) : CellValue::of(0.0); // a reference to a blank cell gives 0
}

namespace live {

Live settled(const Live& formula, double figure, double scale) {
    constexpr double kRounding = 1e-12;
    const double most = kRounding * std::max(1.0, std::abs(scale));
    return std::abs(formula.toNumber() - figure) <= most ? Live(formula.text(), figure, formula.binding()) : formula;
}

Live plus(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Sum, "+"), operand(a) + operand(b), Binding::Sum};
}

Live minus(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Sum, "-"), operand(a) - operand(b), Binding::Sum};
}

Live times(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Product, "*"), operand(a) * operand(b), Binding::Product};
}

Live dividedBy(const Live& a, const Live& b) {
    const double divisor = operand(b);
    return {infix(a, b, Binding::Product, "/"), divisor == 0 ? kError : operand(a) / divisor, Binding::Product};
}

Live sum(const std::vector<Live>& terms) {
    if (terms.empty())
        return Live::number(0.0);
    Live total = terms.front();
    for (std::size_t i = 1; i < terms.size(); ++i)
        total = plus(total, terms[i]);
    return total;
}

Live largest(const std::vector<Live>& numbers) {
    const auto found = std::ranges::max_element(numbers, {}, &Live::toNumber);
    return numbers.size() == 1 ? numbers.front() : Live(excelCallOver("MAX", textsOf(numbers)), found->toNumber());
}

Live smaller(const Live& a, const Live& b) {
    return {excelCall("MIN", {a.text(), b.text()}), std::min(a.toNumber(), b.toNumber())};
}

Live rounded(const Live& number, int digits) {
    return {excelCall("ROUND", {number.text(), QString::number(digits)}), roundHalfAway(operand(number), digits)};
}

Live roundedUp(const Live& number) {
    constexpr int kDigits = 9;
    const Live clean = rounded(number, kDigits);
    return {excelCall("ROUNDUP", {clean.text(), QStringLiteral("0")}), std::ceil(clean.toNumber())};
}

Live squareRoot(const Live& number) {
    return {excelCall("SQRT", {number.text()}), std::sqrt(operand(number))};
}

Live joined(const Live& a, const Live& b) {
    const auto textOf = [](const Live& live) {
        if (live.isNumber())
            return excelNumber(live.toNumber());
        const QString* text = std::get_if<QString>(&live.value());
        return text != nullptr ? *text : QString();
    };
    return {infix(a, b, Binding::Concatenation, "&"), textOf(a) + textOf(b), Binding::Concatenation};
}

Live joined(const std::vector<Live>& texts) {
    if (texts.empty())
        return Live::text({});
    Live whole = texts.front();
    for (std::size_t i = 1; i < texts.size(); ++i)
        whole = joined(whole, texts[i]);
    return whole;
}

Live withoutFirst(const Live& text, int count) {
    const QString* whole = std::get_if<QString>(&text.value());
    return {excelCall("MID", {text.text(), QStringLiteral("2"), QString::number(count)}),
            whole != nullptr ? whole->mid(1, count) : QString()};
}

Live figureOf(const Live& cell) {
    return {excelCall("N", {cell.text()}), cell.toNumber()};
}

Live isNumber(const Live& cell) {
    return {excelCall("ISNUMBER", {cell.text()}), cell.isNumber()};
}

Live isBlank(const Live& cell) {
    return equal(cell, Live::text({}));
}

Live isZero(const Live& cell) {
    return {excelCall("COUNTIF", {cell.text(), QStringLiteral("0")}) + QStringLiteral(">0"),
            cell.isNumber() && cell.toNumber() == 0, Binding::Comparison};
}

Live equal(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Comparison, "="), equalValues(a.value(), b.value()), Binding::Comparison};
}

Live equal(const Live& cell, const CellValue& figure) {
    return equal(cell, figure.number ? Live::number(*figure.number) : Live::text(figure.word));
}

Live unequal(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Comparison, "<>"), !equalValues(a.value(), b.value()), Binding::Comparison};
}

Live atMost(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Comparison, "<="), operand(a) <= operand(b), Binding::Comparison};
}

Live atLeast(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Comparison, ">="), operand(a) >= operand(b), Binding::Comparison};
}

Live above(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Comparison, ">"), operand(a) > operand(b), Binding::Comparison};
}

Live below(const Live& a, const Live& b) {
    return {infix(a, b, Binding::Comparison, "<"), operand(a) < operand(b), Binding::Comparison};
}

Live holds(const Live& value, standard::Bound bound, const Live& limit, int digits) {
    const Live difference = rounded(minus(value, limit), digits);
    const auto compared = [&](const char* sign, bool truth) {
        return Live(difference.text() + QLatin1StringView(sign) + QChar(u'0'), truth, Binding::Comparison);
    };
    const double by = difference.toNumber();
    switch (bound) {
    case standard::Bound::AtLeast:
        return compared(">=", by >= 0);
    case standard::Bound::AtMost:
        return compared("<=", by <= 0);
    case standard::Bound::Above:
        return compared(">", by > 0);
    case standard::Bound::Below:
        break;
    }
    return compared("<", by < 0);
}

Live all(const std::vector<Live>& conditions) {
    const Binding binding = conditions.size() == 1 ? conditions.front().binding() : Binding::Atom;
    return {allOf(textsOf(conditions)), std::ranges::all_of(conditions, &Live::isTrue), binding};
}

Live any(const std::vector<Live>& conditions) {
    const Binding binding = conditions.size() == 1 ? conditions.front().binding() : Binding::Atom;
    return {anyOf(textsOf(conditions)), std::ranges::any_of(conditions, &Live::isTrue), binding};
}

Live isNot(const Live& condition) {
    return {excelCall("NOT", {condition.text()}), !condition.isTrue()};
}

Live choose(const Live& condition, const Live& then, const Live& otherwise) {
    return {excelCall("IF", {condition.text(), then.text(), otherwise.text()}),
            condition.isTrue() ? then.value() : otherwise.value()};
}

} // namespace live

} // namespace junheng::workings
