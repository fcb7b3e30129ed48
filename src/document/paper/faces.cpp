#include "document/paper/faces.h"

#include "document/lengths.h"

#include <algorithm>

namespace junheng::document {

using namespace Qt::Literals::StringLiterals;

namespace {

// GB/T 9704: 22 lines to the 225 mm between the margins.
constexpr double kOfficialLinePoints = 225.0 / 22 * kPointsPerInch / 25.4;

QString firstInstalled(const QStringList& installed, const QStringList& wanted) {
    for (const QString& family : wanted) {
        const auto found = std::ranges::find_if(
            installed, [&](const QString& known) { return known.compare(family, Qt::CaseInsensitive) == 0; });
        if (found != installed.end())
            return *found;
    }
    return {};
}

QString orElse(const QString& family, const QString& other) {
    return family.isEmpty() ? other : family;
}

} // namespace

Families chooseFamilies(const QStringList& installed) {
    Families families;
    families.song = u"Noto Serif CJK SC"_s;
    families.hei = orElse(firstInstalled(installed, {u"黑体"_s, u"SimHei"_s, u"方正黑体_GBK"_s, u"FZHei-B01"_s,
                                                     u"FZHei-B01S"_s, u"STHeiti"_s, u"FandolHei"_s}),
                          u"Noto Sans CJK SC"_s);
    families.fangSong =
        orElse(firstInstalled(installed, {u"仿宋_GB2312"_s, u"FangSong_GB2312"_s, u"仿宋"_s, u"FangSong"_s,
                                          u"方正仿宋_GBK"_s, u"FZFangSong-Z02"_s, u"FZFangSong-Z02S"_s, u"华文仿宋"_s,
                                          u"STFangsong"_s, u"FandolFang R"_s, u"FandolFang"_s}),
               families.song);
    const QString kai = firstInstalled(installed, {u"楷体_GB2312"_s, u"KaiTi_GB2312"_s, u"楷体"_s, u"KaiTi"_s,
                                                   u"方正楷体_GBK"_s, u"FZKai-Z03"_s, u"FZKai-Z03S"_s, u"华文楷体"_s,
                                                   u"STKaiti"_s, u"FandolKai"_s, u"AR PL UKai CN"_s});
    families.isKaiReal = !kai.isEmpty();
    families.kai = orElse(kai, families.song);
    families.title = firstInstalled(
        installed, {u"方正小标宋简体"_s, u"方正小标宋_GBK"_s, u"FZXiaoBiaoSong-B05"_s, u"FZXiaoBiaoSong-B05S"_s});
    return families;
}

Faces::Faces(Style style, const Families& families, int dotsPerInch) : point(dotsPerInch / kPointsPerInch) {
    const auto font = [this](const QString& family, double points, bool bold = false) {
        QFont made(family);
        made.setPixelSize(qRound(points * point));
        made.setBold(bold);
        // Noto has digits of their own for the side of Latin letters, and PDF readers would not know them: "L7" would
        // be "L".
        made.setStyleStrategy(QFont::PreferNoShaping);
        return made;
    };
    const bool isOfficial = style == Style::Official;
    if (isOfficial) {
        const double line = kOfficialLinePoints * point;
        const bool isTitleReal = !families.title.isEmpty();
        title = {font(isTitleReal ? families.title : families.song, 22, !isTitleReal), 1.25 * line};
        headings[0] = {font(families.hei, 16), line};
        headings[1] = {font(families.kai, 16, !families.isKaiReal), line};
        headings[2] = {font(families.fangSong, 16, true), line};
        body = {font(families.fangSong, 16), line};
        note = {font(families.fangSong, 12), 0.75 * line};
        foot = {font(families.song, 14)};
    } else {
        title = {font(families.hei, 16, true)};
        headings[0] = {font(families.hei, 12, true)};
        headings[1] = {font(families.kai, 10.5, !families.isKaiReal)};
        headings[2] = {font(families.song, 10.5, true)};
        body = {font(families.song, 10.5), 16 * point};
        note = {font(families.song, 9)};
        foot = {font(families.song, 9)};
    }
    tableTitle = font(families.hei, 15, true);
    tableText = font(families.song, 9);
    tableHead = font(families.hei, 9);
    inlineTableTitle = font(families.hei, isOfficial ? 12 : 10.5);
    inlineTableText = font(families.song, isOfficial ? 10.5 : 9);
    inlineTableHead = font(families.hei, isOfficial ? 10.5 : 9);
    figure = font(families.hei, 9);
}

std::vector<QFont> Faces::all() const {
    return {
        title.font, headings[0].font, headings[1].font, headings[2].font, body.font,       note.font,       foot.font,
        tableTitle, inlineTableTitle, tableText,        tableHead,        inlineTableText, inlineTableHead, figure};
}

QFont marked(QFont font, Mark mark) {
    font.setItalic(mark == Mark::Floor);
    font.setBold(font.bold() || mark == Mark::Failing);
    return font;
}

} // namespace junheng::document
