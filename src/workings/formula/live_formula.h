// Formulas that are printed and calculated at once: what a cell shows until a spreadsheet calculates it anew cannot
// differ from what its formula says. Only functions that Excel 2010, WPS and LibreOffice share.
#pragma once

#include "standard/indicator.h"
#include "workings/formula/working_cells.h"

#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace junheng::workings {

/// Blank, a number, a truth or a text.
using SheetValue = std::variant<std::monostate, double, bool, QString>;

/// A cell as it is entered: a number, a text (choices, 是, 不适用), or blank where missing.
SheetValue sheetValueOf(const model::Item& item, const model::Observation& observation);

/// An address, a constant or a formula over others, with what it amounts to. Copies are cheap.
class Live {
public:
    /// How tightly the outermost operator binds.
    enum class Binding : std::uint8_t { Comparison, Concatenation, Sum, Product, Atom };

    Live(QString text, SheetValue value, Binding binding = Binding::Atom)
        : m_text(std::move(text)), m_value(std::move(value)), m_binding(binding) {}
    Live(const SheetWord& word) : Live(word.quoted, word.text) {} // NOLINT: a word is a formula
    static Live number(double value);
    /// All its digits, whereas a large number is printed with an exponent.
    static Live integer(std::int64_t value);
    static Live number(const base::Rational& value);
    static Live text(const QString& text);

    /// Without the leading "=".
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] const SheetValue& value() const { return m_value; }
    [[nodiscard]] Binding binding() const { return m_binding; }

    [[nodiscard]] bool isNumber() const { return std::holds_alternative<double>(m_value); }
    [[nodiscard]] bool isTrue() const;
    /// As N() gives it: 0 for texts and blanks.
    [[nodiscard]] double toNumber() const;
    /// For a cell; a truth does not stand in one.
    [[nodiscard]] CellValue figure() const;

private:
    QString m_text;
    SheetValue m_value;
    Binding m_binding;
};

namespace live {

/// The formula, carrying `figure` where that differs from what was calculated by the rounding of sums alone, on a scale
/// of at least 1: whoever adds in another order gets other last digits.
Live settled(const Live& formula, double figure, double scale);

Live plus(const Live& a, const Live& b);
Live minus(const Live& a, const Live& b);
Live times(const Live& a, const Live& b);
Live dividedBy(const Live& a, const Live& b);
/// a + b + c; 0 of none.
Live sum(const std::vector<Live>& terms);
Live largest(const std::vector<Live>& numbers);
Live smaller(const Live& a, const Live& b);
Live rounded(const Live& number, int digits);
/// To the next integer, what lies within 10^-9 of one to that one.
Live roundedUp(const Live& number);
Live squareRoot(const Live& number);
/// a & b.
Live joined(const Live& a, const Live& b);
/// a & b & c; an empty text of none.
Live joined(const std::vector<Live>& texts);
/// At most `count` characters from the second one on.
Live withoutFirst(const Live& text, int count);
/// N(): 0 for a text.
Live figureOf(const Live& cell);

Live isNumber(const Live& cell);
Live isBlank(const Live& cell);
/// Entered, as 0.
Live isZero(const Live& cell);
Live equal(const Live& a, const Live& b);
/// Whether the cell reads as the figure does.
Live equal(const Live& cell, const CellValue& figure);
Live unequal(const Live& a, const Live& b);
/// Of numbers, exactly as they are entered.
Live atMost(const Live& a, const Live& b);
Live atLeast(const Live& a, const Live& b);
Live above(const Live& a, const Live& b);
Live below(const Live& a, const Live& b);
/// Against a limit, where a difference below half of 10^-digits is none: fractions of two may lie a trifle beside it.
Live holds(const Live& value, standard::Bound bound, const Live& limit, int digits);

Live all(const std::vector<Live>& conditions);
Live any(const std::vector<Live>& conditions);
Live isNot(const Live& condition);
Live choose(const Live& condition, const Live& then, const Live& otherwise);

} // namespace live

} // namespace junheng::workings
