#include "document/paper/missing_characters.h"

#include "document/paper/faces.h"
#include "document/texts.h"
#include "document/tr.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QRawFont>
#include <QSet>
#include <QTextLayout>

#include <algorithm>

namespace junheng::document {

namespace {

constexpr qsizetype kMostNamed = 10;
constexpr qsizetype kWordsBefore = 8; // characters of the text shown on each side
constexpr qsizetype kWordsBehind = 12;

// What has no picture of its own anyhow.
bool isInvisible(char32_t code) {
    constexpr std::pair<char32_t, char32_t> kSelectors[] = {{0xfe00, 0xfe0f}, {0xe0100, 0xe01ef}};
    const QChar::Category category = QChar::category(code);
    return category == QChar::Other_Control || category == QChar::Other_Format || QChar::isSpace(code) ||
           std::ranges::any_of(kSelectors,
                               [&](const auto& range) { return code >= range.first && code <= range.second; });
}

/// Asks the face of the text first, then those that stand in for it.
class Fonts {
public:
    explicit Fonts(Style style)
        : m_font(Faces(style, chooseFamilies(QFontDatabase::families()), kAnyResolution).tableText),
          m_face(QRawFont::fromFont(m_font)) {}

    [[nodiscard]] bool have(char32_t code) const {
        return isInvisible(code) || m_face.supportsCharacter(code) || standInHas(code);
    }

private:
    static constexpr int kAnyResolution = 96;

    [[nodiscard]] bool standInHas(char32_t code) const {
        QTextLayout layout(QString::fromUcs4(&code, 1), m_font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        const QList<QGlyphRun> runs = layout.glyphRuns();
        return !runs.isEmpty() &&
               std::ranges::none_of(runs, [](const QGlyphRun& run) { return run.glyphIndexes().contains(0); });
    }

    QFont m_font;
    QRawFont m_face;
};

// The words around a character of `text`; blanks of every kind are one.
QString wordsAround(const QString& text, qsizetype at) {
    qsizetype begin = std::max<qsizetype>(at - kWordsBefore, 0);
    qsizetype end = std::min(at + kWordsBehind, text.size());
    begin -= begin > 0 && text[begin].isLowSurrogate() ? 1 : 0;
    end += end < text.size() && text[end].isLowSurrogate() ? 1 : 0;
    const QString words = text.sliced(begin, end - begin).simplified();
    return (begin > 0 ? QStringLiteral("…") : QString()) + words +
           (end < text.size() ? QStringLiteral("…") : QString());
}

} // namespace

std::vector<MissingCharacter> missingCharacters(const Report& report) {
    std::vector<MissingCharacter> missing;
    const Fonts fonts(report.style);
    QSet<char32_t> seen;
    for (const QString& text : textsOf(report)) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const qsizetype at = i;
            char32_t code = text[i].unicode();
            if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
                code = QChar::surrogateToUcs4(text[at], text[++i]);
            if (seen.contains(code))
                continue;
            seen.insert(code);
            if (!fonts.have(code))
                missing.push_back({.code = code, .where = wordsAround(text, at)});
        }
    }
    return missing;
}

QString missingCharactersNotice(const std::vector<MissingCharacter>& missing) {
    if (missing.empty())
        return {};
    constexpr int kHex = 16;
    constexpr int kDigits = 4;
    QStringList named;
    for (const MissingCharacter& character : missing) {
        if (named.size() == kMostNamed)
            break;
        const QString code = QString::number(static_cast<uint>(character.code), kHex).toUpper();
        named << tr("U+%1（见“%2”）").arg(code.rightJustified(kDigits, QChar(u'0')), character.where);
    }
    const QString all = named.join(QChar(u'、'));
    const auto count = static_cast<qsizetype>(missing.size());
    return tr("本机的字体中没有 %1，在 PDF 和纸上会是空白；请安装有这些字的字体，或改用别的字。")
        .arg(count > kMostNamed ? tr("%1 等 %2 个字符").arg(all).arg(count) : all);
}

} // namespace junheng::document
