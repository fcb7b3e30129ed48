#include "document/paper/faces.h"

#include "county_builder.h"

#include <gtest/gtest.h>

namespace junheng::report {

using document::chooseFamilies;
using document::Faces;
using document::Families;
using document::Style;

namespace {

using namespace Qt::Literals::StringLiterals;

TEST(Faces, NotoStandsInWhereNothingIsInstalled) {
    const Families families = chooseFamilies({u"DejaVu Sans"_s, u"Noto Serif CJK SC"_s});
    EXPECT_EQ(families.fangSong, u"Noto Serif CJK SC"_s);
    EXPECT_EQ(families.hei, u"Noto Sans CJK SC"_s);
    EXPECT_EQ(families.kai, u"Noto Serif CJK SC"_s);
    EXPECT_EQ(families.song, u"Noto Serif CJK SC"_s);
    EXPECT_FALSE(families.isKaiReal);
    EXPECT_TRUE(families.title.isEmpty());
}

TEST(Faces, InstalledFacesAreTakenUnderAnyOfTheirNames) {
    EXPECT_EQ(chooseFamilies({u"FangSong"_s}).fangSong, u"FangSong"_s);
    EXPECT_EQ(chooseFamilies({u"stfangsong"_s}).fangSong, u"stfangsong"_s);
    EXPECT_EQ(chooseFamilies({u"FangSong"_s, u"仿宋_GB2312"_s}).fangSong, u"仿宋_GB2312"_s);
    EXPECT_EQ(chooseFamilies({u"SimHei"_s}).hei, u"SimHei"_s);
    EXPECT_EQ(chooseFamilies({u"KaiTi_GB2312"_s}).kai, u"KaiTi_GB2312"_s);
    EXPECT_TRUE(chooseFamilies({u"KaiTi_GB2312"_s}).isKaiReal);
    EXPECT_EQ(chooseFamilies({u"方正小标宋简体"_s}).title, u"方正小标宋简体"_s);
}

TEST(Faces, SizesAreThoseOfTheStyle) {
    constexpr int kDotsPerInch = 720; // ten a point
    const Families families = chooseFamilies({});
    const Faces official(Style::Official, families, kDotsPerInch);
    EXPECT_EQ(official.body.font.pixelSize(), 160);             // 三号
    EXPECT_NEAR(official.body.line, 289.9, 0.05);               // 225 mm / 22
    EXPECT_EQ(official.heading(0).font.pixelSize(), 220);       // 二号
    EXPECT_EQ(official.heading(1).font.family(), families.hei); // 黑体
    EXPECT_TRUE(official.heading(3).font.bold());
    EXPECT_EQ(Faces(Style::Form, families, kDotsPerInch).body.font.pixelSize(), 105);
}

} // namespace

} // namespace junheng::report
