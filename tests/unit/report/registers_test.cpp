// 专用教室台账 and 放宽条件使用清单. national-2017: a music and an art room for every 12 classes begun, of 96 and 90
// ㎡; 73 and 67 ㎡ for schools built by 2016.

#include "report/lists/lists.h"
#include "report/official/table_parts.h"

#include "standard/library.h"
#include "support/county_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace junheng::report {

using document::Cell;
using document::Mark;
using document::Report;
using document::Row;
using document::Table;
namespace {

using ::testing::ElementsAre;

Table tableOf(const model::CountyYear& year, SchoolList kind) {
    const standard::Standard rules = standard::loadStandard(standard::defaultStandardId()).value();
    const assess::Assessment assessment = assess::assess(year, rules);
    const Report report = schoolList({.year = year, .standard = rules, .assessment = assessment}, kind,
                                     {.date = QDate(2025, 11, 3), .programVersion = {}});
    return report.tables().front();
}

std::vector<std::string> textsOf(const Row& row) {
    std::vector<std::string> texts;
    for (const Cell& cell : row.cells)
        texts.push_back(cell.text.toStdString());
    return texts;
}

model::CountyYear rooms() {
    return test::CountyBuilder()
        // 13 classes need two of each: music 96 and 95.99 ㎡, art 90 and 100 ㎡.
        .school(u"9901010001", u"小学",
                {{u"school_name", u"甲小学"}, {u"music_rooms", u"2"}, {u"fine_art_rooms", u"2"}})
        .section(u"9901010001", u"primary", {{u"pupils", u"500"}, {u"classes", u"13"}})
        .room(u"9901010001", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
        .room(u"9901010001", u"2", {{u"room_kind", u"音乐"}, {u"room_area", u"95.99"}})
        .room(u"9901010001", u"3", {{u"room_kind", u"美术"}, {u"room_area", u"90"}})
        .room(u"9901010001", u"4", {{u"room_kind", u"美术"}, {u"room_area", u"100"}})
        // Built in 2010: 80 ㎡ of music is enough by the relaxation. The number of its art rooms is not given.
        .school(u"9901010002", u"九年一贯制学校",
                {{u"school_name", u"乙学校"}, {u"built_year", u"2010"}, {u"music_rooms", u"1"}})
        .section(u"9901010002", u"primary", {{u"pupils", u"200"}, {u"classes", u"6"}})
        .section(u"9901010002", u"junior", {{u"pupils", u"200"}, {u"classes", u"6"}})
        .room(u"9901010002", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"80"}})
        .build();
}

TEST(Registers, RoomsOfEverySchoolByKind) {
    const Table table = tableOf(rooms(), SchoolList::Rooms);
    ASSERT_EQ(table.body.size(), 4U);
    EXPECT_THAT(textsOf(table.body[0]),
                ElementsAre("1", "9901010001", "甲小学", "13", "音乐", "2", "2", "96、95.99", "未达标", ""));
    EXPECT_THAT(textsOf(table.body[1]),
                ElementsAre("2", "9901010001", "甲小学", "13", "美术", "2", "2", "90、100", "达标", ""));
    EXPECT_THAT(textsOf(table.body[2]),
                ElementsAre("3", "9901010002", "乙学校", "12", "音乐", "1", "1", "80", "达标", "按放宽条件"));
    EXPECT_THAT(textsOf(table.body[3]),
                ElementsAre("4", "9901010002", "乙学校", "12", "美术", "待填报", "1", "", "待填报", ""));
    EXPECT_EQ(table.body[0].cells[8].mark, Mark::Failing);
    EXPECT_EQ(table.body[3].cells[8].mark, Mark::Missing);
    EXPECT_EQ(table.name, QStringLiteral("专用教室台账"));
}

TEST(Registers, RoomsOfASchoolWithoutClassesGiven) {
    const Table table = tableOf(test::CountyBuilder()
                                    .school(u"9901010001", u"小学", {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}})
                                    .section(u"9901010001", u"primary", {{u"pupils", u"500"}})
                                    .build(),
                                SchoolList::Rooms);
    ASSERT_EQ(table.body.size(), 2U);
    EXPECT_EQ(table.body[0].cells[3].text, QStringLiteral("待填报"));
    EXPECT_EQ(table.body[0].cells[6].text, QStringLiteral("待填报"));
    EXPECT_EQ(table.body[0].cells[8].text, QStringLiteral("待填报"));
}

// A 九年一贯制学校 whose 初中 row is lacking may need more rooms; a section without pupils needs none, whatever it
// says.
TEST(Registers, RoomsAreJudgedAsTheIndicatorJudgesThem) {
    const Table table =
        tableOf(test::CountyBuilder()
                    .school(u"9901010001", u"九年一贯制学校", {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}})
                    .section(u"9901010001", u"primary", {{u"pupils", u"200"}, {u"classes", u"6"}})
                    .room(u"9901010001", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
                    .school(u"9901010002", u"九年一贯制学校", {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"0"}})
                    .section(u"9901010002", u"primary", {{u"pupils", u"200"}, {u"classes", u"6"}})
                    .section(u"9901010002", u"junior", {{u"pupils", u"0"}, {u"classes", u"30"}})
                    .room(u"9901010002", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
                    .build(),
                SchoolList::Rooms);
    ASSERT_EQ(table.body.size(), 4U);
    EXPECT_EQ(table.body[0].cells[8].text, QStringLiteral("待填报"));
    EXPECT_EQ(table.body[2].cells[3].text, QStringLiteral("6"));
    EXPECT_EQ(table.body[2].cells[8].text, QStringLiteral("达标"));
    EXPECT_EQ(table.body[3].cells[8].text, QStringLiteral("未达标"));
}

// 60 pupils of a small rural school, no specialist of its own and one who visits: 0 and 100 / 60.
TEST(Registers, EveryRelaxationWithItsReasonAndWithoutIt) {
    const Table ofRooms = tableOf(rooms(), SchoolList::Relaxations);
    ASSERT_EQ(ofRooms.body.size(), 1U);
    EXPECT_THAT(
        textsOf(ofRooms.body[0]),
        ElementsAre("1", "乙学校", "——", "G3 音乐、美术专用教室",
                    "2016年及之前规划并建成的学校，音乐、美术专用教室单间使用面积分别不低于73、67平方米",
                    "《县域义务教育优质均衡发展国家督导评估认定工作规程》（国教督办函〔2019〕30号），据申报表及填报"
                    "说明的转录",
                    "2019学年起", "1，限值 1 达标", "0，限值 1 未达标"));

    const Table teachers =
        tableOf(test::CountyBuilder()
                    .school(u"9901010001", u"小学", {{u"school_name", u"丙小学"}, {u"rural_small", u"是"}})
                    .section(u"9901010001", u"primary",
                             {{u"pupils", u"60"},
                              {u"pe_teachers", u"0"},
                              {u"music_teachers", u"0"},
                              {u"fine_art_teachers", u"0"},
                              {u"other_art_teachers", u"0"},
                              {u"visiting_pe_art_teachers", u"1"}})
                    .build(),
                SchoolList::Relaxations);
    ASSERT_EQ(teachers.body.size(), 1U);
    const auto texts = textsOf(teachers.body[0]);
    EXPECT_EQ(texts[2], "小学");
    EXPECT_EQ(texts[3], "R3 体艺教师");
    EXPECT_EQ(texts[7], "1.67 达标"); // 100 x 1 / 60
    EXPECT_EQ(texts[8], "0.00 低于85%");
    EXPECT_EQ(teachers.body[0].cells[8].mark, Mark::Failing);
}

TEST(Registers, NoneIsSaid) {
    for (const SchoolList kind : {SchoolList::Rooms, SchoolList::Relaxations}) {
        const Table table = tableOf(test::CountyBuilder().build(), kind);
        ASSERT_EQ(table.body.size(), 1U);
        EXPECT_EQ(table.body[0].cells[0].columns, static_cast<int>(table.columnWidths.size()));
    }
}

} // namespace
} // namespace junheng::report
