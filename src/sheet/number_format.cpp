#include "sheet/number_format.h"

#include "base/decimal.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace junheng::sheet {

namespace {

constexpr int kNumericSections = 3; // positive, negative, zero; the fourth is for texts

bool isPlaceholder(QChar c) {
    return c == u'0' || c == u'#' || c == u'?';
}

bool isPoint(QChar c) {
    return c == u'.' || c == QChar(0xFF0E);
}

// `number` times 10^places; empty when that is not to be had exactly.
std::optional<base::Decimal> shifted(const base::Decimal& number, int places) {
    const int scale = number.scale() - places;
    if (scale > base::Decimal::kMaxDigits)
        return std::nullopt;
    if (scale >= 0)
        return base::Decimal(number.unscaled(), scale);
    return base::Decimal::parse(QString::number(number.unscaled()) + QString(-scale, QChar(u'0')));
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

// "1,234." and ".5" as numbers.
QString plainFigure(QString figure) {
    figure.remove(QChar(u','));
    if (figure.endsWith(QChar(u'.')))
        figure.chop(1);
    return figure.startsWith(QChar(u'.')) ? QChar(u'0') + figure : figure;
}

// What remains of the words around a figure without blanks and signs of currencies; of a negative number that has a
// section of its own, without its sign or brackets as well.
QString wordsOf(const QString& literals, bool hasOwnSign) {
    QString words = literals;
    words.removeIf([&](QChar c) {
        return c.isSpace() || QStringView(u"¥￥$€£").contains(c) ||
               (hasOwnSign && QStringView(u"-–—－+()（）").contains(c));
    });
    return words;
}

} // namespace

// From the code to sections.
class NumberFormat::Parser {
public:
    explicit Parser(QStringView code) : m_code(code) {}

    std::vector<Section> sections() {
        for (; m_at < m_code.size(); ++m_at)
            step(m_code[m_at]);
        m_sections.push_back(std::move(m_section));
        return std::move(m_sections);
    }

private:
    void step(QChar c) {
        switch (c.unicode()) {
        case u';':
            m_sections.push_back(std::exchange(m_section, {}));
            return;
        case u'"':
            return quoted();
        case u'\\':
        case u'!': // as Chinese and Japanese editions write it
            if (++m_at < m_code.size())
                literal(m_code.sliced(m_at, 1));
            return;
        case u'_': // a blank as wide as the next character
        case u'*': // which is repeated
            ++m_at;
            return;
        case u'[':
            return bracket();
        case u'0':
        case u'#':
        case u'?':
            return m_section.pieces.push_back({PieceKind::Digit, QString(c)});
        case u'.':
            return m_section.has(PieceKind::Point) ? literal(QStringView(u"."))
                                                   : m_section.pieces.push_back({PieceKind::Point, QString(c)});
        case u',':
            return comma();
        case u'%':
            ++m_section.percents;
            return m_section.pieces.push_back({PieceKind::Percent, QString(c)});
        case u'@':
            return m_section.pieces.push_back({PieceKind::Text, QString(c)});
        default:
            return letter(c);
        }
    }

    void quoted() {
        const qsizetype end = m_code.indexOf(u'"', m_at + 1);
        const qsizetype last = end < 0 ? m_code.size() : end;
        literal(m_code.sliced(m_at + 1, last - m_at - 1));
        m_at = last;
    }

    // A colour, a condition, elapsed time ([h]), a currency with a locale ([$¥-804]), numerals ([DBNum1]).
    void bracket() {
        const qsizetype end = m_code.indexOf(u']', m_at);
        const qsizetype last = end < 0 ? m_code.size() : end;
        const QStringView inside = m_code.sliced(m_at + 1, last - m_at - 1);
        m_at = last;
        if (inside.isEmpty())
            return;
        if (inside.startsWith(u'$')) // [$元], [$元-804]
            literal(inside.first(inside.contains(u'-') ? inside.lastIndexOf(u'-') : inside.size()).sliced(1));
        else if (QStringView(u"<>=").contains(inside[0]))
            condition(inside);
        else if (inside.startsWith(QLatin1StringView("DBNum"), Qt::CaseInsensitive))
            m_section.otherWriting = true;
        else if (std::ranges::all_of(inside, [](QChar c) { return QStringView(u"hmsHMS").contains(c); }))
            m_section.isDate = true;
    }

    void condition(QStringView inside) {
        const auto end = std::ranges::find_if_not(inside, [](QChar c) { return QStringView(u"<>=").contains(c); });
        bool isNumber = false;
        const double limit = QStringView(end, inside.end()).toDouble(&isNumber);
        if (isNumber)
            m_section.condition = {QStringView(inside.begin(), end).toString(), limit};
    }

    // Between placeholders it groups the digits, behind the last it divides by a thousand.
    void comma() {
        const bool behindDigit = m_at > 0 && (isPlaceholder(m_code[m_at - 1]) || m_code[m_at - 1] == u',') &&
                                 m_section.has(PieceKind::Digit);
        if (!behindDigit)
            return literal(QStringView(u","));
        qsizetype next = m_at;
        while (next < m_code.size() && m_code[next] == u',')
            ++next;
        if (next < m_code.size() && isPlaceholder(m_code[next]))
            m_section.grouped = true;
        else
            m_section.thousands += static_cast<int>(next - m_at);
        m_at = next - 1;
    }

    void letter(QChar c) {
        const QStringView rest = m_code.sliced(m_at);
        for (const QStringView general : {QStringView(u"General"), QStringView(u"G/通用格式")}) {
            if (rest.startsWith(general, Qt::CaseInsensitive)) {
                m_at += general.size() - 1;
                return m_section.pieces.push_back({PieceKind::General, {}});
            }
        }
        const QChar next = rest.size() > 1 ? rest[1] : QChar();
        const bool behindDigit = m_section.has(PieceKind::Digit);
        if (behindDigit && (c == u'E' || c == u'e') && (next == u'+' || next == u'-')) {
            m_section.otherWriting = true;
            ++m_at;
            return;
        }
        if (behindDigit && c == u'/' && (isPlaceholder(next) || next.isDigit()))
            m_section.otherWriting = true;
        if (QStringView(u"ymdhsYMDHS").contains(c))
            m_section.isDate = true;
        literal(rest.first(1));
    }

    void literal(QStringView text) {
        if (text.isEmpty())
            return;
        if (m_section.pieces.empty() || m_section.pieces.back().kind != PieceKind::Literal)
            m_section.pieces.push_back({});
        m_section.pieces.back().text += text;
    }

    QStringView m_code;
    qsizetype m_at = 0;
    Section m_section;
    std::vector<Section> m_sections;
};

// A number put into the placeholders of a section.
class NumberFormat::Drawing {
public:
    Drawing(const Section& section, const base::Decimal& magnitude, const QString& stored) : m_section(section) {
        const auto placed = std::ranges::count(section.pieces, PieceKind::Digit, &Piece::kind);
        m_integerPlaces = static_cast<int>(placed) - section.decimals();
        m_zeros = section.zeros();
        const auto rounded = magnitude.rescaledHalfUp(section.decimals());
        const QStringList parts = rounded.value_or(base::Decimal()).toString().split(QChar(u'.'));
        m_integer = parts[0] == QLatin1StringView("0") ? QString() : parts[0];
        m_fraction = parts.size() > 1 ? parts[1] : QString();
        for (m_at = 0; m_at < section.pieces.size(); ++m_at)
            draw(section.pieces[m_at], stored);
    }

    QString shown = {};
    QString figure = {};   ///< its digits and points, those in words among the digits included
    QString literals = {}; ///< what else is shown
    bool hasOtherPoint = false;

private:
    void draw(const Piece& piece, const QString& stored) {
        switch (piece.kind) {
        case PieceKind::Literal:
            return drawLiteral(piece.text);
        case PieceKind::Digit:
            return m_behindPoint ? drawDecimal(piece) : drawInteger(piece);
        case PieceKind::Point:
            m_behindPoint = true;
            return add(QStringLiteral("."));
        case PieceKind::General:
            return add(stored);
        case PieceKind::Percent:
        case PieceKind::Text:
            shown += piece.text;
            return;
        }
    }

    void drawLiteral(const QString& text) {
        shown += text;
        const auto rest = std::span(m_section.pieces).subspan(m_at);
        const bool amongDigits =
            (m_drawn > 0 || m_behindPoint) && std::ranges::find(rest, PieceKind::Digit, &Piece::kind) != rest.end();
        const QString blankless = text.trimmed();
        if (amongDigits && blankless.size() == 1 && isPoint(blankless[0])) {
            figure += u'.';
            hasOtherPoint = true;
        } else {
            literals += text;
        }
    }

    // The last placeholder takes the last digit, the first one all that are left.
    void drawInteger(const Piece& piece) {
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

    void drawDecimal(const Piece& piece) {
        const qsizetype place = m_decimal++;
        const bool onlyZeros = QStringView(m_fraction).sliced(place).count(u'0') == m_fraction.size() - place;
        if (piece.text == QLatin1StringView("0") || !onlyZeros)
            add(m_fraction.sliced(place, 1));
    }

    void add(const QString& text) {
        shown += text;
        figure += text;
    }

    const Section& m_section;
    std::size_t m_at = 0;
    int m_integerPlaces = 0;
    int m_zeros = 0;
    int m_drawn = 0;
    int m_decimal = 0;
    bool m_behindPoint = false;
    QString m_integer;
    QString m_fraction;
};

bool NumberFormat::Condition::holds(double value) const {
    if (comparison == QLatin1StringView("<"))
        return value < limit;
    if (comparison == QLatin1StringView("<="))
        return value <= limit;
    if (comparison == QLatin1StringView(">"))
        return value > limit;
    if (comparison == QLatin1StringView(">="))
        return value >= limit;
    const bool equal = std::abs(value - limit) <= std::abs(limit) * std::numeric_limits<double>::epsilon();
    return comparison == QLatin1StringView("<>") ? !equal : equal;
}

bool NumberFormat::Section::has(PieceKind kind) const {
    return std::ranges::find(pieces, kind, &Piece::kind) != pieces.end();
}

int NumberFormat::Section::decimals() const {
    const auto point = std::ranges::find(pieces, PieceKind::Point, &Piece::kind);
    return static_cast<int>(std::min<std::ptrdiff_t>(
        std::ranges::count(point, pieces.end(), PieceKind::Digit, &Piece::kind), base::Decimal::kMaxDigits));
}

bool NumberFormat::Section::isPlain(bool isNegative) const {
    const bool simple = !condition && percents == 0 && thousands == 0 && !isDate &&
                        std::ranges::all_of(pieces, [&](const Piece& piece) {
                            return piece.kind == PieceKind::Digit || piece.kind == PieceKind::Point ||
                                   (piece.kind == PieceKind::Literal && wordsOf(piece.text, isNegative).isEmpty());
                        });
    if (!simple || otherWriting)
        return simple && otherWriting;
    return zeros() == 1;
}

int NumberFormat::Section::zeros() const {
    const auto point = std::ranges::find(pieces, PieceKind::Point, &Piece::kind);
    return static_cast<int>(std::count_if(pieces.begin(), point, [](const Piece& piece) {
        return piece.kind == PieceKind::Digit && piece.text == QLatin1StringView("0");
    }));
}

NumberFormat NumberFormat::fromCode(QStringView code) {
    constexpr qsizetype kLongestCode = 512; // Excel allows 255 characters
    NumberFormat format;
    if (code.size() > kLongestCode)
        return format;
    format.m_sections = Parser(code).sections();
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
    if (m_sections.size() == 1 && m_sections[0].pieces.size() == 1 && m_sections[0].has(PieceKind::General))
        return m_sections.clear();
    m_isDate = std::ranges::any_of(m_sections, &Section::isDate);
    // A section for texts is none for numbers.
    if (m_sections.size() > kNumericSections || m_sections.back().has(PieceKind::Text)) {
        m_text = m_sections[std::min<std::size_t>(m_sections.size() - 1, kNumericSections)];
        m_sections.resize(std::min<std::size_t>(m_sections.size() - 1, kNumericSections));
    }
    const bool allPlain = std::ranges::all_of(
        m_sections, [&](const Section& section) { return section.isPlain(&section == m_sections.data() + 1); });
    if (allPlain) {
        m_plainDecimals = base::Decimal::kMaxDigits;
        for (const Section& section : m_sections) {
            if (!section.otherWriting)
                m_plainDecimals = std::min(m_plainDecimals, section.decimals());
        }
    }
}

const NumberFormat::Section* NumberFormat::sectionFor(double value, bool& hasOwnSign) const {
    const std::size_t count = m_sections.size();
    if (std::ranges::any_of(m_sections, [](const Section& section) { return section.condition.has_value(); })) {
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
    for (const Piece& piece : m_text->pieces)
        shown += piece.kind == PieceKind::Text ? text : piece.text;
    if (shown.trimmed() == text.trimmed())
        return {};
    return {.display = shown.isEmpty() ? Display::Nothing : Display::Words, .shown = shown.trimmed()};
}

// Neither fractions nor powers of ten nor Chinese numerals are drawn: they are other ways of writing the same figure,
// but for what stands around them.
NumberFormat::Appearance NumberFormat::Section::ofOtherWriting(const QString& number) const {
    QString literals;
    for (const Piece& piece : pieces) {
        if (piece.kind == PieceKind::Literal)
            literals += piece.text;
    }
    if (literals.trimmed().startsWith(u'/')) // # ?/100
        literals.removeIf([](QChar c) { return c == u'/' || c.isDigit(); });
    if (number.toDouble() == 0)
        return {};
    if (percents > 0) {
        const auto stored = base::Decimal::parse(number);
        const auto moved = stored ? shifted(*stored, 2 * percents) : std::nullopt;
        return {.display = Display::Percent, .shown = moved ? moved->toShortString() + u'%' : QString()};
    }
    if (thousands > 0)
        return {.display = Display::Scaled};
    return wordsOf(literals, false).isEmpty() ? Appearance{}
                                              : Appearance{.display = Display::Labelled, .shown = number + literals};
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
    const Section* section = sectionFor(number.toDouble(), hasOwnSign);
    if (section == nullptr)
        return {};
    if (section->otherWriting)
        return section->ofOtherWriting(number);
    const Display changed = section->percents > 0    ? Display::Percent
                            : section->thousands > 0 ? Display::Scaled
                                                     : Display::Rounded;
    const auto stored = base::Decimal::parse(number);
    const auto moved = stored ? shifted(*stored, 2 * section->percents - 3 * section->thousands) : std::nullopt;
    if (!moved || !moved->rescaledHalfUp(section->decimals())) // beyond all figures of the trade
        return {.display = changed == Display::Rounded ? Display::AsStored : changed, .shown = {}};

    const bool negative = stored->unscaled() < 0;
    const base::Decimal magnitude(std::abs(moved->unscaled()), moved->scale());
    const Drawing drawing(*section, magnitude, number);
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
