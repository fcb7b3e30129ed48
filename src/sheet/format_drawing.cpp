#include "sheet/format_drawing.h"

#include <QStringList>

#include <algorithm>
#include <span>

namespace junheng::sheet {

namespace {

bool isPoint(QChar c) {
    return c == u'.' || c == QChar(0xFF0E);
}

QString grouped(const QString& digits) {
    QString result;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            result += u',';
        result += digits[i];
    }
    return result;
}

} // namespace

FormatDrawing::FormatDrawing(const FormatSection& section, const base::Decimal& magnitude, const QString& stored)
    : m_section(section) {
    const auto placed = std::ranges::count(section.pieces, FormatPieceKind::Digit, &FormatPiece::kind);
    m_integerPlaces = static_cast<int>(placed) - section.decimals();
    m_zeros = section.zeros();
    const auto rounded = magnitude.rescaledHalfUp(section.decimals());
    const QStringList parts = rounded.value_or(base::Decimal()).toString().split(QChar(u'.'));
    m_integer = parts[0] == QLatin1StringView("0") ? QString() : parts[0];
    m_fraction = parts.size() > 1 ? parts[1] : QString();
    for (m_at = 0; m_at < section.pieces.size(); ++m_at)
        draw(section.pieces[m_at], stored);
}

void FormatDrawing::draw(const FormatPiece& piece, const QString& stored) {
    switch (piece.kind) {
    case FormatPieceKind::Literal:
        return drawLiteral(piece.text);
    case FormatPieceKind::Digit:
        return m_behindPoint ? drawDecimal(piece) : drawInteger(piece);
    case FormatPieceKind::Point:
        m_behindPoint = true;
        return add(QStringLiteral("."));
    case FormatPieceKind::General:
        return add(stored);
    case FormatPieceKind::Percent:
    case FormatPieceKind::Text:
        shown += piece.text;
        return;
    }
}

void FormatDrawing::drawLiteral(const QString& text) {
    shown += text;
    const auto rest = std::span(m_section.pieces).subspan(m_at);
    const bool amongDigits = (m_drawn > 0 || m_behindPoint) &&
                             std::ranges::find(rest, FormatPieceKind::Digit, &FormatPiece::kind) != rest.end();
    const QString blankless = text.trimmed();
    if (amongDigits && blankless.size() == 1 && isPoint(blankless[0])) {
        figure += u'.';
        hasOtherPoint = true;
    } else {
        literals += text;
    }
}

// The last placeholder takes the last digit, the first one all that are left.
void FormatDrawing::drawInteger(const FormatPiece& piece) {
    const qsizetype behind = m_integerPlaces - ++m_drawn; // places to the right of this one
    if (m_section.grouped) {
        if (m_drawn == 1)
            add(grouped(m_integer.rightJustified(m_zeros, QChar(u'0'))));
        return;
    }
    const qsizetype last = m_integer.size() - behind;
    const qsizetype first = m_drawn == 1 ? 0 : last - 1;
    if (last > 0)
        add(m_integer.sliced(std::max<qsizetype>(first, 0), last - std::max<qsizetype>(first, 0)));
    else if (piece.text == QLatin1StringView("0"))
        add(QStringLiteral("0"));
}

void FormatDrawing::drawDecimal(const FormatPiece& piece) {
    const qsizetype place = m_decimal++;
    const bool onlyZeros = QStringView(m_fraction).sliced(place).count(u'0') == m_fraction.size() - place;
    if (piece.text == QLatin1StringView("0") || !onlyZeros)
        add(m_fraction.sliced(place, 1));
}

void FormatDrawing::add(const QString& text) {
    shown += text;
    figure += text;
}

} // namespace junheng::sheet
