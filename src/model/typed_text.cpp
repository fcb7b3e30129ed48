#include "model/typed_text.h"

#include "model/radicals.h"
#include "model/tr.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace junheng::model {

namespace {

constexpr qsizetype kLongestQuotation = 40;
constexpr int kMostNamed = 5;

struct Range {
    char32_t first;
    char32_t last;
    [[nodiscard]] bool contains(char32_t c) const { return c >= first && c <= last; }
};

template <std::size_t N> bool isIn(const std::array<Range, N>& ranges, char32_t c) {
    return std::ranges::any_of(ranges, [c](const Range& range) { return range.contains(c); });
}

// Nothing is drawn for these. Blanks (tab, U+00A0, U+3000) are not among them: a person sees those.
constexpr std::array kUnseen{
    Range{0x0000, 0x0008},  Range{0x000E, 0x001B},   Range{0x007F, 0x0084},
    Range{0x0086, 0x009F}, // controls
    Range{0x00AD, 0x00AD}, // soft hyphen
    Range{0x034F, 0x034F},  Range{0x061C, 0x061C},   Range{0x17B4, 0x17B5},
    Range{0x180B, 0x180F},                                                  // Mongolian variants and vowel separator
    Range{0x200B, 0x200F},  Range{0x202A, 0x202E},   Range{0x2060, 0x206F}, // zero width, directions, operators
    Range{0xD800, 0xDFFF},                                                  // half a character
    Range{0xFE00, 0xFE0F},  Range{0xFEFF, 0xFEFF},   Range{0xFFF0, 0xFFFB},
    Range{0xFFFE, 0xFFFF},  Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A},
    Range{0xE0000, 0xE0FFF}};

// Drawn as a gap, though Unicode does not call them blanks: fillers and blank braille.
constexpr std::array kGaps{Range{0x115F, 0x1160}, Range{0x2800, 0x2800}, Range{0x3164, 0x3164}, Range{0xFFA0, 0xFFA0}};

constexpr std::array kDeceiving{Range{0x202E, 0x202E}, Range{0x2062, 0x2064}};

constexpr std::array kPrivate{Range{0xE000, 0xF8FF}, Range{0xF0000, 0xFFFFD}, Range{0x100000, 0x10FFFD}};

bool isUnseen(char32_t c) {
    return isIn(kUnseen, c);
}

bool isNothing(char32_t c) {
    return isUnseen(c) && !isIn(kDeceiving, c);
}

// What every reading makes of a character.
char32_t plainForm(char32_t c) {
    return isIn(kGaps, c) ? U' ' : ideographOf(c);
}

template <class Visit> void eachCodePoint(QStringView text, Visit&& visit) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            visit(QChar::surrogateToUcs4(c, text[++i]));
        else
            visit(char32_t{c.unicode()});
    }
}

bool contains(QStringView text, bool (*wanted)(char32_t)) {
    bool found = false;
    eachCodePoint(text, [&](char32_t c) { found = found || wanted(c); });
    return found;
}

void append(QString& text, char32_t c) {
    text.append(QStringView(QChar::fromUcs4(c)));
}

// Most cells are plain ASCII without blanks and need no folding.
bool isPlain(QStringView text) {
    return std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

char32_t narrow(char32_t c) {
    static constexpr std::array<std::pair<char32_t, char32_t>, 7> kForms{{{0x3000, U' '},
                                                                          {0x2212, U'-'},
                                                                          {0xFE50, U','},
                                                                          {0xFE52, U'.'},
                                                                          {0xFE62, U'+'},
                                                                          {0xFE63, U'-'},
                                                                          {0xFE6A, U'%'}}};
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    for (const auto& [form, plain] : kForms) {
        if (c == form)
            return plain;
    }
    // Digits that are written from the right (N'Ko, Adlam) would be read in the wrong order.
    if (QChar::category(c) == QChar::Number_DecimalDigit && QChar::direction(c) != QChar::DirR)
        return U'0' + static_cast<char32_t>(QChar::digitValue(c));
    return plainForm(c);
}

// Whether an unseen character belongs to the writing of the one before it.
bool belongsTo(char32_t previous, char32_t c) {
    const QChar::Script script = QChar::script(previous);
    const bool isJoiner = c == 0x200C || c == 0x200D;
    if (Range{0xE0100, 0xE01EF}.contains(c))
        return script == QChar::Script_Han;
    if (Range{0x180B, 0x180F}.contains(c) || isJoiner)
        return script == QChar::Script_Mongolian || (isJoiner && script == QChar::Script_Arabic);
    return false;
}

QString codePoint(char32_t c) {
    return QStringLiteral("U+%1").arg(QString::number(c, 16).toUpper(), 4, QChar(u'0'));
}

// "U+202E、U+00AD": each once, in the order of the text.
QString codePoints(QStringView text, bool (*wanted)(char32_t)) {
    QStringList names;
    eachCodePoint(text, [&](char32_t c) {
        if (wanted(c) && !names.contains(codePoint(c)))
            names << codePoint(c);
    });
    const bool more = names.size() > kMostNamed;
    return names.mid(0, kMostNamed).join(QChar(u'、')) + (more ? tr("等") : QString());
}

bool isPrivate(char32_t c) {
    return isIn(kPrivate, c);
}

} // namespace

QString foldText(QStringView text) {
    if (isPlain(text))
        return text.toString();
    QString result;
    result.reserve(text.size());
    eachCodePoint(text, [&](char32_t c) {
        if (!isNothing(c))
            append(result, plainForm(c));
    });
    result = result.normalized(QString::NormalizationForm_KC);
    result.removeIf([](QChar c) { return c.isSpace(); });
    return result;
}

QString foldTyped(QStringView text) {
    if (isPlain(text))
        return text.toString();
    QString result;
    result.reserve(text.size());
    eachCodePoint(text, [&](char32_t c) {
        if (!isNothing(c))
            append(result, narrow(c));
    });
    return result;
}

QString foldCode(QStringView text) {
    QString result = foldTyped(text);
    result.removeIf([](QChar c) { return c.isSpace(); });
    return result;
}

QString cleanText(QStringView text) {
    if (isPlain(text))
        return text.toString();
    QString result;
    result.reserve(text.size());
    char32_t previous = 0;
    eachCodePoint(text, [&](char32_t c) {
        if (isNothing(c) && !belongsTo(previous, c))
            return;
        append(result, plainForm(c));
        previous = c;
    });
    return result.trimmed();
}

bool hasDeceivingMark(QStringView text) {
    return contains(text, [](char32_t c) { return isIn(kDeceiving, c); });
}

bool hasPrivateCharacter(QStringView text) {
    return contains(text, isPrivate);
}

QString countyCodeFault(QStringView text) {
    static const QRegularExpression kDigits(QStringLiteral("^\\d{6}(\\d{3}|\\d{6})?$"));
    const QString code = foldCode(text);
    const bool isCode = kDigits.match(code).hasMatch();
    if (isCode && code.size() == 6)
        return {};
    const QString advice = isCode ? tr("这是国家统计局的统计用区划代码，请取前六位 %1。").arg(code.left(6))
                                  : tr("请按国家统计局公布的代码填写前六位。");
    return tr("行政区划代码应为六位数字，填的是%1。").arg(quoted(text)) + advice;
}

QString quoted(QStringView text) {
    QString shown;
    eachCodePoint(text, [&](char32_t c) {
        if (!isUnseen(c))
            append(shown, c);
    });
    shown = shown.simplified();
    if (shown.size() > kLongestQuotation) {
        shown.truncate(kLongestQuotation);
        if (shown.back().isHighSurrogate())
            shown.chop(1);
        shown += QChar(u'…');
    }
    QStringList named;
    if (const QString unseen = codePoints(text, isUnseen); !unseen.isEmpty())
        named << tr("含有看不见的字符 %1").arg(unseen);
    if (const QString own = codePoints(text, isPrivate); !own.isEmpty())
        named << tr("含有自造字 %1").arg(own);
    const QString quotation = QStringLiteral("“%1”").arg(shown);
    return named.isEmpty() ? quotation : quotation + QStringLiteral("（%1）").arg(named.join(QChar(u'，')));
}

} // namespace junheng::model
