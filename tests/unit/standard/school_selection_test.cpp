// Which schools a clause is about: 农村小学和教学点, without 民办 (新政办发〔2021〕56号 as 乌鲁木齐县 and 昌吉市 quote
// it).

#include "standard/library.h"
#include "standard/school_selection.h"

#include "support/county_builder.h"

using namespace junheng;
using namespace junheng::standard;
using namespace junheng::test;

namespace {

const SchoolSelection& rural() {
    static const Standard rules = loadStandard(QStringLiteral("xinjiang-2021")).value();
    return std::get<SmallSchoolFundsRule>(rules.findIndicator(QStringLiteral("G6"))->rule).schools;
}

model::CountyYear one(Cells cells, const char16_t* type = u"小学教学点", const char16_t* pupils = u"30") {
    return CountyBuilder()
        .school(u"9900000001", type, cells)
        .section(u"9900000001", u"primary", {{u"pupils", pupils}})
        .build();
}

QStringList blanks(const model::CountyYear& year, const SchoolSelection& selection) {
    QStringList codes;
    for (const model::CellKey& cell : undecided(year, 0, selection))
        codes << cell.item->code;
    return codes;
}

} // namespace

TEST(SchoolSelection, RuralIsOutsideTheCityAndNotPrivate) {
    EXPECT_EQ(isSelected(one({{u"locality", u"乡村"}, {u"sponsor", u"县级教育部门"}}), 0, rural()), true);
    EXPECT_EQ(isSelected(one({{u"locality", u"镇区"}, {u"sponsor", u"县级教育部门"}}), 0, rural()), true);
    EXPECT_EQ(isSelected(one({{u"locality", u"城区"}, {u"sponsor", u"县级教育部门"}}), 0, rural()), false);
    EXPECT_EQ(isSelected(one({{u"locality", u"乡村"}, {u"sponsor", u"民办"}}), 0, rural()), false);
}

TEST(SchoolSelection, ABlankDecidesOnlyWhereNothingElseDoes) {
    EXPECT_EQ(isSelected(one({{u"locality", u"乡村"}}), 0, rural()), std::nullopt);
    EXPECT_EQ(blanks(one({{u"locality", u"乡村"}}), rural()), QStringList{QStringLiteral("sponsor")});
    EXPECT_EQ(blanks(one({}), rural()), (QStringList{QStringLiteral("locality"), QStringLiteral("sponsor")}));
    EXPECT_EQ(isSelected(one({{u"sponsor", u"民办"}}), 0, rural()), false);
    EXPECT_EQ(blanks(one({{u"sponsor", u"民办"}}), rural()), QStringList());
    EXPECT_EQ(isSelected(one({{u"locality", u"不适用"}, {u"sponsor", u"不适用"}}), 0, rural()), true);
}

TEST(SchoolSelection, WithoutConditionsItIsEverySchool) {
    EXPECT_EQ(isSelected(one({}), 0, {}), true);
    EXPECT_TRUE(SchoolSelection().isEverySchool());
    EXPECT_FALSE(rural().isEverySchool());
    EXPECT_EQ(selectionWords({}), QString());
}

// 河北: "不足50人的教学点" are left out.
TEST(SchoolSelection, PointsOfAtLeastSoManyPupils) {
    SchoolSelection fifty;
    fifty.pointsFrom = 50;
    EXPECT_FALSE(fifty.isEverySchool());
    EXPECT_EQ(isSelected(one({}, u"小学教学点", u"49"), 0, fifty), false);
    EXPECT_EQ(isSelected(one({}, u"小学教学点", u"50"), 0, fifty), true);
    EXPECT_EQ(isSelected(one({}, u"小学", u"49"), 0, fifty), true);
    EXPECT_EQ(isSelected(one({}, u"小学教学点", u""), 0, fifty), std::nullopt);
    EXPECT_EQ(blanks(one({}, u"小学教学点", u""), fifty), QStringList{QStringLiteral("pupils")});
}

TEST(SchoolSelection, ByType) {
    SchoolSelection points;
    points.types = {model::SchoolType::TeachingPoint};
    EXPECT_EQ(isSelected(one({}), 0, points), true);
    EXPECT_EQ(isSelected(one({}, u"小学"), 0, points), false);
    EXPECT_EQ(isSelected(one({}, u""), 0, points), std::nullopt);
}

TEST(SchoolSelection, InWords) {
    EXPECT_EQ(selectionWords(rural()), QStringLiteral("镇区、乡村的学校，不含民办"));
    SchoolSelection types;
    types.types = {model::SchoolType::Primary, model::SchoolType::TeachingPoint};
    types.pointsFrom = 50;
    EXPECT_EQ(selectionWords(types), QStringLiteral("小学、小学教学点，不含不足50人的教学点"));
    SchoolSelection notPrivate;
    notPrivate.sponsorsExcept = {9}; // 10 民办
    EXPECT_FALSE(notPrivate.isEverySchool());
    EXPECT_EQ(selectionWords(notPrivate), QStringLiteral("学校，不含民办"));
}
