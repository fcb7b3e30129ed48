// A format code of Excel in its parts. Internal to this room.
#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>
#include <vector>

namespace junheng::sheet {

enum class FormatPieceKind : std::uint8_t { Literal, Digit, Point, Percent, General, Text };

struct FormatPiece {
    FormatPieceKind kind = FormatPieceKind::Literal;
    QString text = {}; ///< the literal, or the placeholder
};

struct FormatCondition {
    QString comparison = {}; ///< "<", "<=", "=", "<>", ">=", ">"
    double limit = 0;
    [[nodiscard]] bool holds(double value) const;
};

struct FormatSection {
    std::optional<FormatCondition> condition = {};
    std::vector<FormatPiece> pieces = {};
    int percents = 0;
    int thousands = 0; ///< how often it divides by a thousand
    bool grouped = false;
    bool otherWriting = false; ///< a fraction, a power of ten, Chinese numerals
    bool isDate = false;

    [[nodiscard]] bool has(FormatPieceKind kind) const;
    [[nodiscard]] int decimals() const;
    [[nodiscard]] int zeros() const; ///< that are always shown before the point
    /// Digits and at most a point, zero being shown as well: nothing but rounding can happen. The section of
    /// negative numbers has a sign besides.
    [[nodiscard]] bool isPlain(bool isNegative) const;
};

/// One at least, whatever the code is.
std::vector<FormatSection> parseFormatCode(QStringView code);

/// What remains of the words around a figure without blanks and signs of currencies; of a negative number that has a
/// section of its own, without its sign or brackets as well.
QString wordsOf(const QString& literals, bool hasOwnSign);

} // namespace junheng::sheet
