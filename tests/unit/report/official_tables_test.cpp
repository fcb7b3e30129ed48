// The tables of known counties, cell by cell as they print.

#include "county_builder.h"
#include "report/official/official_tables.h"
#include "standard/library.h"
#include "tables_of.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace junheng::report {

using document::Cell;
using document::Mark;
using document::Report;
using document::Row;
using document::Table;

using namespace Qt::Literals::StringLiterals;
using model::Stage;
using report_test::CountyBuilder;
using report_test::tableOf;

namespace {

const standard::Standard& national() {
    static const standard::Standard standard = standard::loadStandard(u"national-2017"_s).value();
    return standard;
}

Report tablesOf(const model::CountyYear& year) {
    return officialTables(year, national(), assess::assess(year, national()),
                          {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
}

Table tableFor(const model::CountyYear& year, const QString& name) {
    const Report report = tablesOf(year);
    return tableOf(report, name);
}

// "4.89 1.22 ..." of the cells from one column on, with the signs behind the numbers.
QString printed(const Row& row, int fromColumn) {
    QStringList texts;
    for (const Cell& cell : row.cells) {
        if (cell.column >= fromColumn)
            texts << cell.text + cell.suffix;
    }
    return texts.join(u' ');
}

const Cell& cellAt(const Row& row, int column) {
    const auto found = std::ranges::find(row.cells, column, &Cell::column);
    if (found == row.cells.end())
        throw std::out_of_range("no cell in this column");
    return *found;
}

// The columns of a row that have this mark.
std::vector<int> marked(const Row& row, Mark mark) {
    std::vector<int> columns;
    for (const Cell& cell : row.cells) {
        if (cell.mark == mark)
            columns.push_back(cell.column);
    }
    return columns;
}

using Columns = std::vector<int>;

} // namespace

TEST(OfficialTables, AreTheTablesOfTheForm) {
    const Report report = tablesOf(report_test::n10());
    EXPECT_EQ(tableOf(report, u"表Ⅰ"_s).title, u"表Ⅰ　义务教育优质均衡发展县（市、区）基本情况"_s);
    EXPECT_EQ(tableOf(report, u"表Ⅳ"_s).title, u"表Ⅳ　政府保障程度评估指标"_s);
    EXPECT_EQ(tableOf(report, u"表Ⅴ"_s).title, u"表Ⅴ　教育质量评估指标"_s);
    EXPECT_EQ(tableOf(report, u"表Ⅵ"_s).title, u"表Ⅵ　社会认可度调查情况"_s);
    EXPECT_EQ(tableOf(report, u"表Ⅱ-1"_s).title, u"表Ⅱ-1　小学、初中资源配置基本情况"_s);
    EXPECT_EQ(tableOf(report, u"表Ⅱ-2"_s).title, u"表Ⅱ-2　小学、初中资源配置基本情况（分学校）"_s);
    EXPECT_EQ(tableOf(report, u"表Ⅲ"_s).title, u"表Ⅲ　县域义务教育校际均衡情况"_s);
    EXPECT_EQ(report.date, QDate(2025, 10, 8));
    for (const Table& table : report.tables()) {
        EXPECT_EQ(table.caption.left, u"县（市、区）名称：算例县"_s);
        EXPECT_EQ(table.caption.centre, u"2025—2026学年"_s);
        EXPECT_EQ(table.signature, u"填报日期：2025年10月8日"_s);
    }
}

// As the ministry's 申报表 prints them; the 办法 says 县级以上 in the second.
TEST(OfficialTables, HeadingsHaveTheWordingAndTheNumbersOfTheForm) {
    const Report report = tablesOf(report_test::n10());
    const QStringList indicators{u"每百名学生拥有高于规定学历教师数"_s,
                                 u"每百名学生拥有县级及以上骨干教师数"_s,
                                 u"每百名学生拥有体育、艺术（美术、音乐）专任教师数"_s,
                                 u"生均教学及辅助用房面积"_s,
                                 u"生均体育运动场馆面积"_s,
                                 u"生均教学仪器设备值"_s,
                                 u"每百名学生拥有网络多媒体教室数"_s};
    EXPECT_EQ(printed(tableOf(report, u"表Ⅱ-1"_s).head[0], 2), indicators.join(u' ') + u" 综合评估"_s);
    EXPECT_EQ(printed(tableOf(report, u"表Ⅲ"_s).head[0], 2), indicators.join(u' ') + u" 综合"_s);
    for (const QString& table : {u"表Ⅱ-1"_s, u"表Ⅲ"_s})
        EXPECT_EQ(printed(tableOf(report, table).head[1], 0), u"L1 L2 L3 L4 L5 L6 L7 L8"_s);
    EXPECT_EQ(printed(tableOf(report, u"表Ⅱ-2"_s).head[0], 0),
              u"序号 学校名称 举办者类型 在校生数 年级数 班级数 "_s + indicators.join(u' ') +
                  u" 该校综合评估是否达标 备注（注明有哪几项指标达标，哪几项指标达到85%）"_s);
    EXPECT_EQ(printed(tableOf(report, u"表Ⅱ-2"_s).head[1], 0), u"L1 L2 L3 L4 L5 L6 L7 L8 L9 L10 L11 L12 L13 L14"_s);
}

// N10: 小学 P1, P2 (fails L2), T1, N1; 初中 J1, N1 (L4, L5, L6 unmet), W1 (L7 unmet).
TEST(OfficialTables, GoldenCountyResources) {
    const Table table = tableFor(report_test::n10(), u"表Ⅱ-1"_s);
    ASSERT_EQ(table.body.size(), 4U);
    EXPECT_EQ(printed(table.body[0], 0), u"小学 达标学校总数 4 3 4 4 4 4 4 3"_s);
    EXPECT_EQ(printed(table.body[1], 0), u"达标学校比例（%） 100.0 75.0 100.0 100.0 100.0 100.0 100.0 75.0"_s);
    EXPECT_EQ(printed(table.body[2], 0), u"初中 达标学校总数 3 3 3 2 2 2 2 2"_s);
    EXPECT_EQ(printed(table.body[3], 0), u"达标学校比例（%） 100.0 100.0 100.0 66.7 66.7 66.7 66.7 66.7"_s);
    EXPECT_EQ(table.body[0].cells[0].rows, 2);
    EXPECT_EQ(marked(table.body[0], Mark::Failing), Columns{9});
    EXPECT_EQ(marked(table.body[2], Mark::Failing), Columns{9});
    EXPECT_TRUE(table.notes[0].contains(u"小学4所、初中3所"_s));
    EXPECT_FALSE(table.notes.join(QString()).contains(u"待填报"_s));
}

// The remark names the columns of the form (注明有哪几项指标达标，哪几项指标达到85%, beside L7 to L13).
TEST(OfficialTables, GoldenCountySchools) {
    const Table table = tableFor(report_test::n10(), u"表Ⅱ-2"_s);
    ASSERT_EQ(table.body.size(), 9U);
    EXPECT_EQ(table.body[0].cells[0].text, u"小学"_s);
    EXPECT_EQ(table.body[0].cells[0].columns, 15);
    const auto school = [&](std::size_t row) { return printed(table.body[row], 0); };
    // Sponsor, grades and classes are blank in N10.
    EXPECT_EQ(school(1), u"1 P1 待填报 900 待填报 待填报 4.89 1.22 1.00 4.78 8.00 2200.00 2.67 达标 达标7项"_s);
    EXPECT_EQ(school(2),
              u"2 P2 待填报 300 待填报 待填报 5.33 0.67 1.00 5.10 9.00 2500.00 3.00 未达标 达标6项；低于85%：L8"_s);
    EXPECT_EQ(school(3), u"3 T1 待填报 60 待填报 待填报 6.67 1.67 1.67 6.67 15.00 2400.00 5.00 达标 达标7项"_s);
    EXPECT_EQ(school(4),
              u"4 N1（小学部） 待填报 400 待填报 待填报 5.00 1.25 1.00 5.21 8.77 2191.78 2.47 达标 达标7项"_s);
    EXPECT_EQ(table.body[5].cells[0].text, u"初中"_s);
    EXPECT_EQ(school(6), u"1 J1 待填报 800 待填报 待填报 6.50 1.25 1.13 6.13 10.75 2625.00 2.63 达标 达标7项"_s);
    EXPECT_EQ(school(7), u"2 N1（初中部） 待填报 300 待填报 待填报 6.67 1.33 1.00 5.73 9.64 2410.96 2.71 未达标 "
                         u"达标4项；85%以上：L10、L11、L12"_s);
    EXPECT_EQ(school(8), u"3 W1（初中部） 待填报 500 待填报 待填报 6.00 1.20 1.00 6.72 11.19 3134.33 2.39 达标 "
                         u"达标6项；85%以上：L13"_s);
    EXPECT_EQ(marked(table.body[2], Mark::Failing), (Columns{7, 13}));
    EXPECT_EQ(marked(table.body[7], Mark::Floor), (Columns{9, 10, 11}));
    EXPECT_EQ(marked(table.body[8], Mark::Floor), Columns{12});
    EXPECT_EQ(marked(table.body[8], Mark::Failing), Columns{});
}

TEST(OfficialTables, NotesOfTheSchoolsAreFilledIn) {
    const QStringList notes = tableFor(report_test::n10(), u"表Ⅱ-2"_s).notes;
    ASSERT_EQ(notes.size(), 4);
    EXPECT_EQ(notes[0], u"注：1. 小学学校总数4所（其中：一贯制学校的小学部有1所，50人及以上教学点有1个），"
                        u"初中学校总数3所（其中：一贯制学校的初中部1所，完全中学的初中部1所）。"_s);
    EXPECT_TRUE(notes[1].contains(u"1 中央教育部门，2 中央其他部门，3 省级教育部门，4 省级其他部门，5 地级教育部门，"
                                  u"6 地级其他部门，7 县级教育部门，8 县级其他部门，9 地方企业，10 民办"_s));
    EXPECT_TRUE(notes[2].endsWith(u"3. L7-L13数值均保留两位小数。"_s));
    EXPECT_TRUE(notes[3].contains(u"85%"_s));
}

TEST(OfficialTables, GoldenCountyBalance) {
    const Table table = tableFor(report_test::n10(), u"表Ⅲ"_s);
    ASSERT_EQ(table.body.size(), 4U);
    EXPECT_EQ(printed(table.body[0], 0), u"小学 全县平均值 5.06 1.14 1.02 5.01 8.62 2259.47 2.76 ——"_s);
    EXPECT_EQ(printed(table.body[1], 0), u"差异系数 0.069 0.209 0.122 0.074 0.152 0.053 0.169 0.121"_s);
    // 6.375 is 51/8: a tie, printed half up.
    EXPECT_EQ(printed(table.body[2], 0), u"初中 全县平均值 6.38 1.25 1.06 6.24 10.68 2744.03 2.57 ——"_s);
    EXPECT_EQ(printed(table.body[3], 0), u"差异系数 0.041 0.037 0.059 0.057 0.050 0.100 0.049 0.056"_s);
    for (const Row& row : table.body)
        EXPECT_EQ(marked(row, Mark::Failing), Columns{});
    EXPECT_EQ(table.notes[0], u"注：1. 全县平均值保留两位小数，差异系数保留三位小数。"_s);
    EXPECT_TRUE(table.notes[1].contains(u"小学不高于0.50，初中不高于0.45"_s));
    EXPECT_EQ(table.notes.size(), 2);
}

namespace {

// Figures of one section that meet everything, over 1000 pupils; later entries win.
CountyBuilder& fullSchool(CountyBuilder& county, const QString& name, report_test::Entries school,
                          report_test::Entries section, report_test::Entries campus) {
    county.school(name, u"小学"_s, {{u"sponsor", u"10"_s}});
    county.schoolFigures(school);
    county.section(Stage::Primary, {{u"pupils", u"1000"_s},
                                    {u"grades", u"6"_s},
                                    {u"classes", u"25"_s},
                                    {u"teachers_college", u"0"_s},
                                    {u"teachers_bachelor", u"50"_s},
                                    {u"teachers_master", u"0"_s},
                                    {u"teachers_doctor", u"0"_s},
                                    {u"backbone_teachers", u"12"_s},
                                    {u"pe_teachers", u"10"_s},
                                    {u"music_teachers", u"0"_s},
                                    {u"fine_art_teachers", u"0"_s},
                                    {u"other_art_teachers", u"0"_s}});
    county.section(Stage::Primary, section);
    county.campus({{u"teaching_area", u"6000"_s},
                   {u"indoor_sports_area", u"0"_s},
                   {u"sports_ground_area", u"8000"_s},
                   {u"equipment_value", u"250"_s},
                   {u"multimedia_rooms", u"30"_s}});
    return county.campus(campus);
}

} // namespace

TEST(OfficialTables, AMissingFigureIsNeverCountedAsMet) {
    CountyBuilder county(u"缺数县"_s, 2025);
    fullSchool(county, u"全小学"_s, {}, {}, {});
    fullSchool(county, u"缺小学"_s, {}, {}, {{u"multimedia_rooms", QString()}});
    const Report report = tablesOf(county.year());

    const Table& resources = tableOf(report, u"表Ⅱ-1"_s);
    EXPECT_EQ(printed(resources.body[0], 0), u"小学 达标学校总数 2 2 2 2 2 2 1 1"_s);
    EXPECT_EQ(printed(resources.body[1], 2), u"100.0 100.0 100.0 100.0 100.0 100.0 50.0 50.0"_s);
    EXPECT_EQ(marked(resources.body[0], Mark::Missing), (Columns{8, 9}));
    EXPECT_TRUE(resources.notes.last().contains(u"小学 L7 其中1所待填报、L8 其中1所待填报"_s));
    // No 初中 at all.
    EXPECT_EQ(printed(resources.body[2], 2), u"—— —— —— —— —— —— —— ——"_s);

    const Table& schools = tableOf(report, u"表Ⅱ-2"_s);
    ASSERT_EQ(schools.body.size(), 3U);
    EXPECT_EQ(printed(schools.body[2], 0),
              u"2 缺小学 10 1000 6 25 5.00 1.20 1.00 6.00 8.00 2500.00 待填报 待填报 达标6项；待填报：L13"_s);
    EXPECT_EQ(marked(schools.body[2], Mark::Missing), (Columns{12, 13}));
    EXPECT_TRUE(schools.notes[0].contains(u"初中学校总数0所"_s));

    const Table& balance = tableOf(report, u"表Ⅲ"_s);
    EXPECT_EQ(printed(balance.body[0], 2), u"5.00 1.20 1.00 6.00 8.00 2500.00 待填报 ——"_s);
    EXPECT_EQ(printed(balance.body[1], 2), u"0.000 0.000 0.000 0.000 0.000 0.000 待填报 待填报"_s);
    EXPECT_EQ(marked(balance.body[1], Mark::Missing), (Columns{8, 9}));
}

TEST(OfficialTables, RelaxedAndBorderlineFiguresCarryASignAndANote) {
    CountyBuilder county(u"放宽县"_s, 2025);
    // 60 pupils, 0 arts teachers of its own, 1 visiting: 100/60 = 1.67 by the relaxation of R3.
    fullSchool(county, u"小规模小学"_s, {{u"rural_small", u"是"_s}},
               {{u"pupils", u"60"_s}, {u"pe_teachers", u"0"_s}, {u"visiting_pe_art_teachers", u"1"_s}}, {});
    // 4999 * 100 / 119100 = 4.1973: below 4.2 and printed as 4.20.
    fullSchool(county, u"临界小学"_s, {}, {{u"pupils", u"119100"_s}, {u"teachers_bachelor", u"4999"_s}}, {});
    const Table table = tableFor(county.year(), u"表Ⅱ-2"_s);
    const Cell& relaxed = cellAt(table.body[1], 8);
    EXPECT_EQ(relaxed.text + relaxed.suffix, u"1.67①"_s);
    EXPECT_TRUE(relaxed.number.has_value());
    EXPECT_EQ(relaxed.mark, Mark::None);
    const Cell& borderline = cellAt(table.body[2], 6);
    EXPECT_EQ(borderline.text + borderline.suffix, u"4.20△"_s);
    EXPECT_EQ(borderline.mark, Mark::Floor);
    ASSERT_EQ(table.notes.size(), 6);
    EXPECT_TRUE(table.notes[4].contains(u"标①的数值按放宽条件计入"_s));
    EXPECT_TRUE(table.notes[4].contains(u"农村小规模学校"_s));
    EXPECT_TRUE(table.notes[5].contains(u"标△的数值为临界"_s));
}

TEST(OfficialTables, ACoefficientOverItsLimitStandsOut) {
    CountyBuilder county(u"差异县"_s, 2025);
    // Two equal schools of a and 3a: the coefficient is (2a - a) / 2a = 0.50, just allowed; of a and 4a: 1.5/2.5 =
    // 0.60.
    fullSchool(county, u"甲小学"_s, {}, {{u"backbone_teachers", u"10"_s}, {u"pe_teachers", u"10"_s}}, {});
    fullSchool(county, u"乙小学"_s, {}, {{u"backbone_teachers", u"30"_s}, {u"pe_teachers", u"40"_s}}, {});
    const Table table = tableFor(county.year(), u"表Ⅲ"_s);
    EXPECT_EQ(printed(table.body[1], 2), u"0.000 0.500 0.600 0.000 0.000 0.000 0.000 0.157"_s);
    EXPECT_EQ(marked(table.body[1], Mark::Failing), Columns{4});
}

TEST(OfficialTables, AMeanOfZeroHasNoCoefficient) {
    CountyBuilder county(u"零县"_s, 2025);
    fullSchool(county, u"甲小学"_s, {}, {{u"backbone_teachers", u"0"_s}}, {});
    const Table table = tableFor(county.year(), u"表Ⅲ"_s);
    EXPECT_EQ(cellAt(table.body[0], 3).text, u"0.00"_s);
    EXPECT_EQ(cellAt(table.body[1], 3).text, u"——"_s);
    EXPECT_TRUE(table.notes.last().contains(u"全县平均值为0"_s));
}

TEST(OfficialTables, NamesThoseResponsibleWhereTheyAreGiven) {
    CountyBuilder county(u"署名县"_s, 2025);
    county.county({{u"filled_by", u"张三"_s}, {u"responsible", u"王五"_s}});
    EXPECT_EQ(tableFor(county.year(), u"表Ⅲ"_s).signature,
              u"填报人：张三　　　　单位负责人：王五　　　　填报日期：2025年10月8日"_s);
}

} // namespace junheng::report
