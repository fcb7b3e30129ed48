#include "sheet/writer_text.h"

#include "sheet/tr.h"

#include <QRegularExpression>

#include <algorithm>

namespace junheng::sheet {

namespace {

constexpr qsizetype kMaxNameLength = 31;

bool isForbidden(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
}

// Whether a character is below the space or at or beyond the surrogates. One comparison a character, and no way out in
// the midst, so that the compiler compares many at once.
bool needsCloserLook(const QString& text) {
    constexpr char16_t kFirst = 0x20;
    constexpr char16_t kEnd = 0xD800;
    std::uint16_t found = 0;
    for (const char16_t unit : std::u16string_view(QStringView(text).utf16(), static_cast<std::size_t>(text.size())))
        found |= static_cast<std::uint16_t>(static_cast<std::uint16_t>(unit - kFirst) >= kEnd - kFirst);
    return found != 0;
}

QString withoutForbidden(const QString& text) {
    // A workbook holds many thousands of texts and formulas, and hardly one needs a closer look.
    if (!needsCloserLook(text))
        return text;
    QString clean = text;
    clean.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    clean.replace(QChar(u'\r'), QChar(u'\n'));
    QString result;
    result.reserve(clean.size());
    // toUcs4 would hide a lone surrogate behind a replacement character.
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const bool pair = clean[i].isHighSurrogate() && i + 1 < clean.size() && clean[i + 1].isLowSurrogate();
        if (pair) {
            result += QStringView(clean).mid(i++, 2);
        } else if (!isForbidden(clean[i].unicode())) {
            result += clean[i];
        }
    }
    return result;
}

} // namespace

std::string xmlText(const QString& text) {
    return withoutForbidden(text).toStdString();
}

std::string cellText(const QString& text) {
    QString clean = withoutForbidden(text);
    if (clean.contains(QLatin1StringView("_x"))) {
        static const QRegularExpression kEscape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
        clean.replace(kEscape, QStringLiteral("_x005F_"));
    }
    return clean.toStdString();
}

QString sheetNameFault(const QString& name) {
    if (name.isEmpty())
        return tr("名称不能为空");
    if (name.size() > kMaxNameLength)
        return tr("名称有 %1 个字符，最多 %2 个").arg(name.size()).arg(kMaxNameLength);
    constexpr QStringView kForbidden = u"[]:*?/\\";
    if (std::ranges::any_of(name, [&](QChar c) { return kForbidden.contains(c) || isForbidden(c.unicode()); }))
        return tr("名称不能含有 %1").arg(kForbidden);
    if (name.startsWith(QChar(u'\'')) || name.endsWith(QChar(u'\'')))
        return tr("名称的首尾不能是单引号");
    return {};
}

} // namespace junheng::sheet
