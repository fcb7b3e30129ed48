#include "ui/tasks/evidence_copy.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// .doc, .xls and .rtf are not among them: they may carry macros or objects under the same ending.
constexpr std::array kOpenable{u"pdf",  u"ofd",  u"docx", u"xlsx", u"pptx", u"wps", u"et",  u"dps",
                               u"txt",  u"csv",  u"png",  u"jpg",  u"jpeg", u"gif", u"bmp", u"tif",
                               u"tiff", u"webp", u"heic", u"mp4",  u"mp3",  u"wav"};

// Windows finds devices under these names, whatever the ending.
bool namesDevice(const QString& stem) {
    static const QRegularExpression kDevice(u"^(con|prn|aux|nul|com\\d|lpt\\d)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return kDevice.match(stem.section(u'.', 0, 0).trimmed()).hasMatch();
}

} // namespace

QString safeFileName(const QString& name) {
    constexpr qsizetype kLongestStem = 60; // three bytes each, below the 255 of a file system
    constexpr qsizetype kLongestEnding = 8;
    static const QString kForbidden = u"\\/:*?\"<>|"_s;
    QString plain;
    for (const QChar character : name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1)) {
        const bool allowed = (character.isPrint() || character.isSurrogate()) && !kForbidden.contains(character);
        plain += allowed ? character : QChar(u'_');
    }
    while (plain.endsWith(u'.') || plain.endsWith(u' '))
        plain.chop(1);
    const qsizetype dot = plain.lastIndexOf(u'.');
    const bool hasEnding = dot > 0 && plain.size() - dot - 1 <= kLongestEnding;
    const QString ending = hasEnding ? plain.sliced(dot) : QString();
    QString stem = (hasEnding ? plain.first(dot) : plain).trimmed().left(kLongestStem);
    if (!stem.isEmpty() && stem.back().isHighSurrogate())
        stem.chop(1);
    if (stem.isEmpty())
        stem = QCoreApplication::translate("ui", "佐证材料");
    // An option of a program, or a hidden file.
    if (stem.startsWith(u'-') || stem.startsWith(u'.') || stem.startsWith(u'~') || namesDevice(stem))
        stem.prepend(u'_');
    return stem + ending;
}

bool isOpenable(const QString& name) {
    const QString ending = QFileInfo(safeFileName(name)).suffix().toLower();
    return std::ranges::any_of(kOpenable, [&](const char16_t* known) { return ending == QStringView(known); });
}

} // namespace junheng::ui
