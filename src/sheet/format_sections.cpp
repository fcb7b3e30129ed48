#include "sheet/format_sections.h"

#include "base/decimal.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace junheng::sheet {

namespace {

bool isPlaceholder(QChar c) {
    return c == u'0' || c == u'#' || c == u'?';
}

// From the code to sections.
class FormatCodeParser {
public:
    explicit FormatCodeParser(QStringView code) : m_code(code) {}

    std::vector<FormatSection> sections() {
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
            return m_section.pieces.push_back({FormatPieceKind::Digit, QString(c)});
        case u'.':
            return m_section.has(FormatPieceKind::Point)
                       ? literal(QStringView(u"."))
                       : m_section.pieces.push_back({FormatPieceKind::Point, QString(c)});
        case u',':
            return comma();
        case u'%':
            ++m_section.percents;
            return m_section.pieces.push_back({FormatPieceKind::Percent, QString(c)});
        case u'@':
            return m_section.pieces.push_back({FormatPieceKind::Text, QString(c)});
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
                                 m_section.has(FormatPieceKind::Digit);
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
                return m_section.pieces.push_back({FormatPieceKind::General, {}});
            }
        }
        const QChar next = rest.size() > 1 ? rest[1] : QChar();
        const bool behindDigit = m_section.has(FormatPieceKind::Digit);
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
        if (m_section.pieces.empty() || m_section.pieces.back().kind != FormatPieceKind::Literal)
            m_section.pieces.push_back({});
        m_section.pieces.back().text += text;
    }

    QStringView m_code;
    qsizetype m_at = 0;
    FormatSection m_section;
    std::vector<FormatSection> m_sections;
};

} // namespace

bool FormatCondition::holds(double value) const {
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

bool FormatSection::has(FormatPieceKind kind) const {
    return std::ranges::find(pieces, kind, &FormatPiece::kind) != pieces.end();
}

int FormatSection::decimals() const {
    const auto point = std::ranges::find(pieces, FormatPieceKind::Point, &FormatPiece::kind);
    return static_cast<int>(
        std::min<std::ptrdiff_t>(std::ranges::count(point, pieces.end(), FormatPieceKind::Digit, &FormatPiece::kind),
                                 base::Decimal::kMaxDigits));
}

bool FormatSection::isPlain(bool isNegative) const {
    const bool simple =
        !condition && percents == 0 && thousands == 0 && !isDate &&
        std::ranges::all_of(pieces, [&](const FormatPiece& piece) {
            return piece.kind == FormatPieceKind::Digit || piece.kind == FormatPieceKind::Point ||
                   (piece.kind == FormatPieceKind::Literal && wordsOf(piece.text, isNegative).isEmpty());
        });
    if (!simple || otherWriting)
        return simple && otherWriting;
    return zeros() == 1;
}

int FormatSection::zeros() const {
    const auto point = std::ranges::find(pieces, FormatPieceKind::Point, &FormatPiece::kind);
    return static_cast<int>(std::count_if(pieces.begin(), point, [](const FormatPiece& piece) {
        return piece.kind == FormatPieceKind::Digit && piece.text == QLatin1StringView("0");
    }));
}

std::vector<FormatSection> parseFormatCode(QStringView code) {
    return FormatCodeParser(code).sections();
}

QString wordsOf(const QString& literals, bool hasOwnSign) {
    QString words = literals;
    words.removeIf([&](QChar c) {
        return c.isSpace() || QStringView(u"¥￥$€£").contains(c) ||
               (hasOwnSign && QStringView(u"-–—－+()（）").contains(c));
    });
    return words;
}

} // namespace junheng::sheet
