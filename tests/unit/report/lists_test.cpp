// The lists of schools that need work, over the golden county N10.

#include "report/lists/lists.h"
#include "report/official/table_parts.h"

#include "county_builder.h"
#include "standard/library.h"

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::document;
using namespace junheng::report;
using namespace Qt::Literals::StringLiterals;

namespace {

Table listOf(const model::CountyYear& year, SchoolList kind) {
    const standard::Standard rules = standard::loadStandard(standard::defaultStandardId()).value();
    const assess::Assessment assessment = assess::assess(year, rules);
    const Report report = schoolList({.year = year, .standard = rules, .assessment = assessment}, kind,
                                     {.date = QDate(2025, 11, 3), .programVersion = {}});
    EXPECT_EQ(report.tables().size(), 1U);
    return report.tables().front();
}

QStringList textsOf(const Row& row) {
    QStringList texts;
    for (const Cell& cell : row.cells)
        texts << cell.text;
    return texts;
}

} // namespace

// P2: 2 of 300, 3 are needed, 2.55 for the floor. N1 初中: x 1.1 / 730 of 3849.0909... ㎡, 6769.0909... ㎡ and
// 165.90909... 万元 reach 5.8, 10.2 and 2500; it has 3800, 6400 and 160.
TEST(Lists, FailingSchoolsWithWhatTheyLack) {
    const Table table = listOf(report_test::n10(), SchoolList::Failing);
    ASSERT_EQ(table.body.size(), 2U);
    EXPECT_EQ(textsOf(table.body[0]),
              (QStringList{u"1"_s, u"小学"_s, u"P2"_s, u"300"_s, u"6"_s, u"R2 骨干教师 0.67 / 1"_s, u"1 名骨干教师"_s,
                           u"1 名骨干教师"_s, u"R2 须达到 85%"_s}));
    EXPECT_EQ(textsOf(table.body[1]),
              (QStringList{u"2"_s, u"初中"_s, u"N1"_s, u"300"_s, u"4"_s,
                           u"R4 教学用房 5.73 / 5.8\nR5 体育场馆 9.64 / 10.2\nR6 仪器设备 2410.96 / 2500"_s,
                           u"49.1 ㎡教学用房（全校）\n369.1 ㎡体育场馆（全校）\n5.9091 万元仪器设备（全校）"_s,
                           u"—\n—\n—"_s, u"R4、R5、R6 中再达标 2 项"_s}));
    EXPECT_TRUE(table.body[0].cells[3].number); // counts are numbers
    EXPECT_EQ(table.caption.right, u"制表日期：2025年11月3日"_s);
}

TEST(Lists, OnlyWhatIsBelowTheFloor) {
    const Table table = listOf(report_test::n10(), SchoolList::BelowFloor);
    ASSERT_EQ(table.body.size(), 1U);
    EXPECT_EQ(textsOf(table.body[0])[2], u"P2"_s);
}

TEST(Lists, NoneIsSaid) {
    const Table table = listOf(report_test::CountyBuilder(u"空县"_s, 2025).year(), SchoolList::Failing);
    ASSERT_EQ(table.body.size(), 1U);
    ASSERT_EQ(table.body[0].cells.size(), 1U);
    EXPECT_EQ(table.body[0].cells[0].columns, static_cast<int>(table.columnWidths.size()));
}
