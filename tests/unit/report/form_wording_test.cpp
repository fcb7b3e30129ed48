// What tables Ⅳ and Ⅴ say in words: the rows and notes of the ministry's 申报表 (as transcribed in 沈阳市's papers).

#include "report/official/official_tables.h"
#include "standard/library.h"
#include "support/county_builder.h"
#include "tables_of.h"

#include <gtest/gtest.h>

namespace junheng::report {

using document::Report;
using document::Table;

using namespace Qt::Literals::StringLiterals;
using report_test::tableOf;
using test::CountyBuilder;

namespace {

Report formOf(const CountyBuilder& county) {
    const standard::Standard national = standard::loadStandard(u"national-2017"_s).value();
    const model::CountyYear year = county.build();
    return officialTables(year, national, assess::assess(year, national),
                          {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
}

} // namespace

// The words of the ministry's 申报表 (表Ⅳ 4, 6, 11, 表Ⅴ 3, 6), which are not those of the 办法.
TEST(FormWording, TheRowsReadAsTheFormPrintsThem) {
    const Report report = formOf(CountyBuilder());
    const auto row = [&](const QString& table, std::size_t number) {
        return tableOf(report, table).body[number - 1].cells[1].text;
    };
    EXPECT_EQ(row(u"表Ⅳ"_s, 4), u"所有小学、初中学校规模不超过2000人，"
                                "九年一贯制学校、十二年一贯制学校义务教育阶段规模不超过2500人"_s);
    EXPECT_EQ(row(u"表Ⅳ"_s, 6), u"不足100人的规模较小学校（包括乡镇中心校附设的村小）按不低于100人核定公用经费"_s);
    EXPECT_EQ(row(u"表Ⅳ"_s, 11), u"全县每年交流轮岗教师的比例不低于符合交流轮岗条件教师总数的10%；"
                                 "其中，骨干教师不低于交流轮岗教师总数的20%"_s);
    EXPECT_EQ(row(u"表Ⅴ"_s, 3), u"所有学校建立章程，实现学校管理与教学信息化"_s);
    EXPECT_EQ(row(u"表Ⅴ"_s, 6), u"所有学校德育工作、校园文化建设达到良好以上"_s);
}

// The form asks for 三年前该年级入学学生数; the program has 该届三年前初一在校生数 (Q1), and says so below.
TEST(FormWording, TableFiveSaysWhatIsTakenForTheEntrants) {
    CountyBuilder county;
    county.school(u"9900000001", u"初级中学", {{u"school_name", u"甲"}});
    county.section(u"9900000001", u"junior",
                   {{u"pupils", u"600"},
                    {u"graduates", u"192"},
                    {u"entrants", u"200"},
                    {u"transferred_in", u"4"},
                    {u"transferred_out", u"1"},
                    {u"deaths", u"1"}});
    const Report report = formOf(county);
    const Table& five = tableOf(report, u"表Ⅴ"_s);
    EXPECT_TRUE(five.body[0].cells[2].text.contains(u"三年前该年级入学学生数为200人"_s));
    ASSERT_EQ(five.notes.size(), 4); // 189 of 199 are 94.97 %: borderline
    EXPECT_EQ(five.notes[2].trimmed(), u"3. “三年前该年级入学学生数”按该届三年前初一在校生数填写。"_s);
}

} // namespace junheng::report
