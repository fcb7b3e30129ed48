#include "document/render/row_height.h"

#include <gtest/gtest.h>

namespace junheng::document {

using namespace Qt::Literals::StringLiterals;

// A Han character of 11 points is 14.67 pixels wide, a column of n characters 7 n pixels.
TEST(LineCount, LeavesRoomForEveryHanCharacter) {
    const QString heading = u"每百名学生拥有体育、艺术（美术、音乐）专任教师数"_s; // 24 characters
    EXPECT_EQ(lineCount(heading, 11), 5);                                          // 77 pixels: 5 a line
    EXPECT_EQ(lineCount(heading, 13), 4);                                          // 91 pixels: 6 a line
    EXPECT_EQ(lineCount(heading, 60), 1);
    EXPECT_EQ(lineCount(heading, 1), 24);
}

TEST(LineCount, CountsLineBreaksAndEmptyText) {
    EXPECT_EQ(lineCount({}, 10), 1);
    EXPECT_EQ(lineCount(u"L1"_s, 5), 1);
    EXPECT_EQ(lineCount(u"一\n二\n三"_s, 10), 3);
}

// Without the break, four characters a line would be 在校学生 / 数（人）, and five 在校学生数 / （人） or, in programs
// that leave a bracket at the end of a line, 在校学生数（ / 人）.
TEST(WithUnitBelow, BreaksInFrontOfTheUnitWhereTheHeadIsTooLong) {
    const QString head = u"在校学生数（人）"_s; // 8 characters, 16.8 wide
    EXPECT_EQ(withUnitBelow(head, 11), u"在校学生数\n（人）"_s);
    EXPECT_EQ(withUnitBelow(head, 9), u"在校学生数\n（人）"_s);
    EXPECT_EQ(withUnitBelow(head, 17), u"在校学生数\n（人）"_s);
    EXPECT_EQ(withUnitBelow(head, 18), head);
    EXPECT_EQ(withUnitBelow(u"学校（含教学点）在校生（人）"_s, 11), u"学校（含教学点）在校生\n（人）"_s);
}

TEST(WithUnitBelow, LeavesAHeadWithoutUnitAlone) {
    EXPECT_EQ(withUnitBelow(u"是否寄宿制学校"_s, 9), u"是否寄宿制学校"_s);
    EXPECT_EQ(withUnitBelow(u"体育、艺术（美术、音乐）专任教师"_s, 9), u"体育、艺术（美术、音乐）专任教师"_s);
    EXPECT_EQ(withUnitBelow(u"（未填写学校名称）"_s, 9), u"（未填写学校名称）"_s);
    EXPECT_EQ(withUnitBelow({}, 9), QString());
}

TEST(RowHeight, IsThatOfTheTallestCellNotMergedOverRows) {
    const std::vector<double> widths{11, 30};
    Cell tall{.column = 0, .text = u"生均教学及辅助用房面积"_s}; // 11 characters: 3 lines of 5
    const Cell low{.column = 1, .text = u"L4"_s};
    EXPECT_EQ(rowHeight({{tall, low}}, widths), linesHeight(3));
    tall.columns = 2; // 41 characters: 19 a line
    EXPECT_EQ(rowHeight({{tall}}, widths), linesHeight(1));
    tall.columns = 1;
    tall.rows = 2;
    EXPECT_EQ(rowHeight({{tall, low}}, widths), linesHeight(1));
}

TEST(RowHeight, NeverExceedsWhatExcelAllows) {
    const std::vector<double> widths{5};
    const Cell endless{.text = QString(2000, QChar(u'长'))};
    EXPECT_EQ(rowHeight({{endless}}, widths), 409);
}

} // namespace junheng::document
