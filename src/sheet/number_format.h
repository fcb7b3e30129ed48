// What the number format of a cell shows of the number in it.
#pragma once

#include "sheet/workbook.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace junheng::sheet {

/// One format code, as Excel and WPS understand it: sections, conditions, placeholders, text in quotes.
class NumberFormat {
public:
    NumberFormat() = default; ///< General

    static NumberFormat fromCode(QStringView code);
    /// The formats that have a number and no code, including those of Chinese editions.
    static NumberFormat builtIn(int id);

    /// Whether it shows a date or a time.
    [[nodiscard]] bool isDate() const { return m_isDate; }
    /// One that could not be read: everything looks Unknown in it.
    static NumberFormat unknown();

    struct Appearance {
        Display display = Display::AsStored;
        QString shown = {}; ///< empty where it looks as stored
    };
    /// Of a number as stored ("1234.5", "1E-4"). Fractions, powers of ten and Chinese numerals look as stored: they
    /// are other ways of writing the same figure; per cents, scales and words around them do not.
    [[nodiscard]] Appearance of(const QString& number) const;
    /// Of a text: Nothing (";;;") or Words (@"万", ;;;"无") where its section shows something else.
    [[nodiscard]] Appearance ofText(const QString& text) const;

private:
    enum class PieceKind : std::uint8_t { Literal, Digit, Point, Percent, General, Text };

    struct Piece {
        PieceKind kind = PieceKind::Literal;
        QString text = {}; ///< the literal, or the placeholder
    };

    struct Condition {
        QString comparison = {}; ///< "<", "<=", "=", "<>", ">=", ">"
        double limit = 0;
        [[nodiscard]] bool holds(double value) const;
    };

    struct Section {
        std::optional<Condition> condition = {};
        std::vector<Piece> pieces = {};
        int percents = 0;
        int thousands = 0; ///< how often it divides by a thousand
        bool grouped = false;
        bool otherWriting = false; ///< a fraction, a power of ten, Chinese numerals
        bool isDate = false;

        [[nodiscard]] bool has(PieceKind kind) const;
        [[nodiscard]] int decimals() const;
        [[nodiscard]] int zeros() const; ///< that are always shown before the point
        /// Digits and at most a point, zero being shown as well: nothing but rounding can happen. The section of
        /// negative numbers has a sign besides.
        [[nodiscard]] bool isPlain(bool isNegative) const;
        [[nodiscard]] Appearance ofOtherWriting(const QString& number) const;
    };

    class Parser;
    class Drawing;

    [[nodiscard]] const Section* sectionFor(double value, bool& hasOwnSign) const;
    void summarize();

    std::vector<Section> m_sections;
    bool m_isDate = false;
    bool m_isUnknown = false;
    std::optional<Section> m_text = {}; ///< for texts
    int m_plainDecimals = -1;           ///< of a format whose sections are all plain, which most are
};

} // namespace junheng::sheet
