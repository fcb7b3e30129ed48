#include "document/render/to_unicode.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace junheng::document {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHex = 16;
constexpr int kDigits = 4;
constexpr int kMostEntries = 100; // in one section of a map

QString hex(int code) {
    return QString::number(code, kHex).rightJustified(kDigits, QChar(u'0'));
}

// Of every code, the UTF-16 code units in hexadecimal digits.
std::map<int, QString> entriesOf(const QString& toUnicode) {
    static const QRegularExpression section(u"beginbf(char|range)(.*?)endbf"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression charEntry(u"<(\\w+)>\\s*<(\\w+)>"_s);
    static const QRegularExpression rangeEntry(u"<(\\w+)>\\s*<(\\w+)>\\s*(?:<(\\w+)>|\\[([^\\]]*)\\])"_s);
    static const QRegularExpression listed(u"<(\\w+)>"_s);
    std::map<int, QString> entries;
    for (const auto& found : section.globalMatch(toUnicode)) {
        if (found.captured(1) == u"char") {
            for (const auto& entry : charEntry.globalMatch(found.captured(2)))
                entries[entry.captured(1).toInt(nullptr, kHex)] = entry.captured(2);
            continue;
        }
        for (const auto& entry : rangeEntry.globalMatch(found.captured(2))) {
            int code = entry.captured(1).toInt(nullptr, kHex);
            for (const auto& one : listed.globalMatch(entry.captured(4)))
                entries[code++] = one.captured(1);
            int unicode = entry.captured(3).toInt(nullptr, kHex);
            const int last = entry.captured(2).toInt(nullptr, kHex);
            while (!entry.captured(3).isEmpty() && code <= last)
                entries[code++] = hex(unicode++);
        }
    }
    return entries;
}

} // namespace

QByteArray withMeantCharacters(const QByteArray& toUnicode, const QHash<char16_t, char16_t>& characters,
                               const std::map<int, char32_t>& far) {
    std::map<int, QString> entries = entriesOf(QString::fromLatin1(toUnicode));
    for (const auto& [code, character] : far)
        entries[code] = hex(QChar::highSurrogate(character)) + hex(QChar::lowSurrogate(character));
    QStringList lines;
    for (const auto& [code, unicode] : entries) {
        QString target = unicode;
        if (target.size() == kDigits) {
            const auto unit = static_cast<char16_t>(target.toUInt(nullptr, kHex));
            target = hex(characters.value(unit, unit));
        }
        lines += u"<%1> <%2>\n"_s.arg(hex(code), target);
    }
    QString map = QStringLiteral("/CIDInit /ProcSet findresource begin\n"
                                 "12 dict begin\nbegincmap\n"
                                 "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                                 "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                 "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (qsizetype first = 0; first < lines.size(); first += kMostEntries) {
        const QStringList section = lines.sliced(first, std::min<qsizetype>(kMostEntries, lines.size() - first));
        map += u"%1 beginbfchar\n"_s.arg(section.size()) + section.join(QString()) + u"endbfchar\n"_s;
    }
    map += u"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"_s;
    return map.toLatin1();
}

} // namespace junheng::document
