#include "document/render/character_forms.h"

#include "document/texts.h"

#include <QRawFont>
#include <QStringList>

#include <unordered_map>
#include <utility>

namespace junheng::document {

namespace {

// Of the first plane, without surrogates and private use.
constexpr std::pair<char16_t, char16_t> kBlocks[] = {{0x20, 0xd7ff}, {0xf900, 0xfffd}};

bool isRadical(char16_t code) {
    return code >= 0x2e80 && code <= 0x2fdf;
}

bool isOfMainBlock(char16_t code) {
    return code >= 0x4e00 && code <= 0x9fff;
}

int rankOf(char16_t code, const QSet<QChar>& written) {
    constexpr int kWritten = 2;
    if (isRadical(code))
        return 0;
    return written.contains(QChar(code)) ? kWritten : isOfMainBlock(code) ? 1 : 0;
}

} // namespace

QHash<char16_t, char16_t> meantCharacters(const std::vector<QFont>& fonts, const QSet<QChar>& written) {
    QHash<char16_t, char16_t> meant;
    QStringList seen;
    for (const QFont& font : fonts) {
        if (seen.contains(font.family()))
            continue;
        seen += font.family();
        const QRawFont face = QRawFont::fromFont(font);
        std::unordered_map<quint32, char16_t> firstOfGlyph;
        for (const auto& [begin, last] : kBlocks) {
            QString text;
            for (int code = begin; code <= last; ++code)
                text += QChar(static_cast<char16_t>(code));
            const QList<quint32> glyphs = face.glyphIndexesForString(text);
            for (qsizetype i = 0; i < glyphs.size(); ++i) {
                const char16_t code = text[i].unicode();
                if (glyphs[i] == 0)
                    continue;
                const char16_t first = firstOfGlyph.try_emplace(glyphs[i], code).first->second;
                if (rankOf(code, written) > rankOf(meant.value(first, first), written))
                    meant.insert(first, code);
            }
        }
    }
    return meant;
}

QSet<QChar> charactersOf(const Report& report) {
    QSet<QChar> characters;
    for (const QString& text : textsOf(report))
        characters.unite(QSet<QChar>(text.begin(), text.end()));
    return characters;
}

} // namespace junheng::document
