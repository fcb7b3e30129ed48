// A number as it stands in a format. Internal to this room.
#pragma once

#include "base/decimal.h"
#include "sheet/format_sections.h"

namespace junheng::sheet {

/// A number put into the placeholders of a section.
class FormatDrawing {
public:
    /// `stored` is the number as the cell has it, for what shows it as it is.
    FormatDrawing(const FormatSection& section, const base::Decimal& magnitude, const QString& stored);

    QString shown = {};
    QString figure = {};   ///< its digits and points, those in words among the digits included
    QString literals = {}; ///< what else is shown
    bool hasOtherPoint = false;

private:
    void draw(const FormatPiece& piece, const QString& stored);
    void drawLiteral(const QString& text);
    void drawInteger(const FormatPiece& piece);
    void drawDecimal(const FormatPiece& piece);
    void add(const QString& text);

    const FormatSection& m_section;
    std::size_t m_at = 0;
    int m_integerPlaces = 0;
    int m_zeros = 0;
    int m_drawn = 0;
    int m_decimal = 0;
    bool m_behindPoint = false;
    QString m_integer;
    QString m_fraction;
};

} // namespace junheng::sheet
