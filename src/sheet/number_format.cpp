#include "sheet/number_format.h"

#include "base/decimal.h"
#include "sheet/format_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace junheng::sheet {

namespace {

constexpr int kNumericSections = 3; // positive, negative, zero; the fourth is for texts

// `number` times 10^places; empty when that is not to be had exactly.
std::optional<base::Decimal> shifted(const base::Decimal& number, int places) {
    const int scale = number.scale() - places;
    if (scale > base::Decimal::kMaxDigits)
        return std::nullopt;
    if (scale >= 0)
        return base::Decimal(number.unscaled(), scale);
    return base::Decimal::parse(QString::number(number.unscaled()) + QString(-scale, QChar(u'0')));
}

// "1,234." and ".5" as numbers.
QString plainFigure(QString figure) {
    figure.remove(QChar(u','));
    if (figure.endsWith(QChar(u'.')))
        figure.chop(1);
    return figure.startsWith(QChar(u'.')) ? QChar(u'0') + figure : figure;
}

// Neither fractions nor powers of ten nor Chinese numerals are drawn: they are other ways of writing the same figure,
// but for what stands around them.
NumberFormat::Appearance ofOtherWriting(const FormatSection& section, const QString& number) {
    QString literals;
    for (const FormatPiece& piece : section.pieces) {
        if (piece.kind == FormatPieceKind::Literal)
            literals += piece.text;
    }
    if (literals.trimmed().startsWith(u'/')) // # ?/100
        literals.removeIf([](QChar c) { return c == u'/' || c.isDigit(); });
    if (number.toDouble() == 0)
        return {};
    if (section.percents > 0) {
        const auto stored = base::Decimal::parse(number);
        const auto moved = stored ? shifted(*stored, 2 * section.percents) : std::nullopt;
        return {.display = Display::Percent, .shown = moved ? moved->toShortString() + u'%' : QString()};
    }
    if (section.thousands > 0)
        return {.display = Display::Scaled};
    return wordsOf(literals, false).isEmpty()
               ? NumberFormat::Appearance{}
               : NumberFormat::Appearance{.display = Display::Labelled, .shown = number + literals};
}

} // namespace

NumberFormat NumberFormat::fromCode(QStringView code) {
    constexpr qsizetype kLongestCode = 512; // Excel allows 255 characters
    NumberFormat format;
    if (code.size() > kLongestCode)
        return format;
    format.m_sections = parseFormatCode(code);
    format.summarize();
    return format;
}

NumberFormat NumberFormat::builtIn(int id) {
    static constexpr std::array<std::pair<int, QStringView>, 18> kCodes{{{1, u"0"},
                                                                         {2, u"0.00"},
                                                                         {3, u"#,##0"},
                                                                         {4, u"#,##0.00"},
                                                                         {5, u"$#,##0;-$#,##0"},
                                                                         {6, u"$#,##0;-$#,##0"},
                                                                         {7, u"$#,##0.00;-$#,##0.00"},
                                                                         {8, u"$#,##0.00;-$#,##0.00"},
                                                                         {9, u"0%"},
                                                                         {10, u"0.00%"},
                                                                         {37, u"#,##0;-#,##0"},
                                                                         {38, u"#,##0;-#,##0"},
                                                                         {39, u"#,##0.00;-#,##0.00"},
                                                                         {40, u"#,##0.00;-#,##0.00"},
                                                                         {41, u"#,##0;-#,##0;\"-\";@"},
                                                                         {42, u"$#,##0;-$#,##0;\"-\";@"},
                                                                         {43, u"#,##0.00;-#,##0.00;\"-\"??;@"},
                                                                         {44, u"$#,##0.00;-$#,##0.00;\"-\"??;@"}}};
    NumberFormat format;
    const auto known = std::ranges::find(kCodes, id, &std::pair<int, QStringView>::first);
    if (known != kCodes.end())
        return fromCode(known->second);
    format.m_isDate =
        (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    return format;
}

void NumberFormat::summarize() {
    if (m_sections.size() == 1 && m_sections[0].pieces.size() == 1 && m_sections[0].has(FormatPieceKind::General))
        return m_sections.clear();
    m_isDate = std::ranges::any_of(m_sections, &FormatSection::isDate);
    // A section for texts is none for numbers.
    if (m_sections.size() > kNumericSections || m_sections.back().has(FormatPieceKind::Text)) {
        m_text = m_sections[std::min<std::size_t>(m_sections.size() - 1, kNumericSections)];
        m_sections.resize(std::min<std::size_t>(m_sections.size() - 1, kNumericSections));
    }
    const bool allPlain = std::ranges::all_of(
        m_sections, [&](const FormatSection& section) { return section.isPlain(&section == m_sections.data() + 1); });
    if (allPlain) {
        m_plainDecimals = base::Decimal::kMaxDigits;
        for (const FormatSection& section : m_sections) {
            if (!section.otherWriting)
                m_plainDecimals = std::min(m_plainDecimals, section.decimals());
        }
    }
}

const FormatSection* NumberFormat::sectionFor(double value, bool& hasOwnSign) const {
    const std::size_t count = m_sections.size();
    if (std::ranges::any_of(m_sections, [](const FormatSection& section) { return section.condition.has_value(); })) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto& condition = m_sections[i].condition;
            if (condition ? condition->holds(value) : i + 1 == count || value > 0)
                return &m_sections[i];
        }
        return nullptr;
    }
    hasOwnSign = count > 1 && value < 0;
    if (hasOwnSign)
        return &m_sections[1];
    return value == 0 && count > 2 ? &m_sections[2] : &m_sections[0];
}

NumberFormat NumberFormat::unknown() {
    NumberFormat format;
    format.m_isUnknown = true;
    return format;
}

NumberFormat::Appearance NumberFormat::ofText(const QString& text) const {
    if (m_isUnknown)
        return {.display = Display::Unknown};
    if (!m_text)
        return {};
    QString shown;
    for (const FormatPiece& piece : m_text->pieces)
        shown += piece.kind == FormatPieceKind::Text ? text : piece.text;
    if (shown.trimmed() == text.trimmed())
        return {};
    return {.display = shown.isEmpty() ? Display::Nothing : Display::Words, .shown = shown.trimmed()};
}

NumberFormat::Appearance NumberFormat::of(const QString& number) const {
    if (m_isUnknown)
        return {.display = Display::Unknown};
    if (m_sections.empty() && m_text) { // @"万" alone shows numbers too
        Appearance appearance = ofText(number);
        return {.display = appearance.display == Display::Words ? Display::Labelled : Display::AsStored,
                .shown = std::move(appearance.shown)};
    }
    if (m_sections.empty() || m_isDate)
        return {};
    const qsizetype point = number.indexOf(QChar(u'.'));
    if (m_plainDecimals >= 0 && (point < 0 || number.size() - point - 1 <= m_plainDecimals) &&
        !number.contains(QChar(u'E'), Qt::CaseInsensitive))
        return {};
    bool hasOwnSign = false;
    const FormatSection* section = sectionFor(number.toDouble(), hasOwnSign);
    if (section == nullptr)
        return {};
    if (section->otherWriting)
        return ofOtherWriting(*section, number);
    const Display changed = section->percents > 0    ? Display::Percent
                            : section->thousands > 0 ? Display::Scaled
                                                     : Display::Rounded;
    const auto stored = base::Decimal::parse(number);
    const auto moved = stored ? shifted(*stored, 2 * section->percents - 3 * section->thousands) : std::nullopt;
    if (!moved || !moved->rescaledHalfUp(section->decimals())) // beyond all figures of the trade
        return {.display = changed == Display::Rounded ? Display::AsStored : changed, .shown = {}};

    const bool negative = stored->unscaled() < 0;
    const base::Decimal magnitude(std::abs(moved->unscaled()), moved->scale());
    const FormatDrawing drawing(*section, magnitude, number);
    const QString shown = (negative && !hasOwnSign ? QStringLiteral("-") : QString()) + drawing.shown.trimmed();
    const QString words = wordsOf(drawing.literals, hasOwnSign);
    if (!std::ranges::any_of(drawing.figure, [](QChar c) { return c.isDigit(); })) {
        // Accountants write a dash for zero.
        if (stored->unscaled() == 0 && wordsOf(drawing.literals, true).isEmpty() &&
            !drawing.literals.trimmed().isEmpty())
            return {};
        return {.display = words.isEmpty() ? Display::Nothing : Display::Words,
                .shown = words.isEmpty() ? QString() : shown};
    }
    const QString figure = plainFigure(drawing.figure);
    const auto seen = base::Decimal::parse(figure);
    const QString wanted = base::Decimal(std::abs(stored->unscaled()), stored->scale()).toShortString();
    const bool isFraction = section->percents > 0 && stored->unscaled() != 0;
    if (isFraction || !seen || base::Decimal(std::abs(seen->unscaled()), seen->scale()).toShortString() != wanted)
        return {.display = drawing.hasOtherPoint ? Display::Scaled : changed, .shown = shown};
    if (!words.isEmpty())
        return {.display = Display::Labelled, .shown = shown};
    if (figure.size() > 1 && figure[0] == u'0' && figure[1].isDigit())
        return {.display = Display::Padded, .shown = shown};
    return {};
}

} // namespace junheng::sheet
