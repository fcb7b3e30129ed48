// Tables Ⅰ, Ⅳ, Ⅴ and Ⅵ, counted by hand; and the same tables in the workbook, where their figures are formulas.

#include "standard/library.h"
#include "support/county_builder.h"
#include "tables_of.h"
#include "workings/working_sheets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace junheng::report {

using document::Cell;
using document::Mark;
using document::Report;
using document::Row;
using document::Table;

using namespace Qt::Literals::StringLiterals;
using model::Level;
using model::SubjectKey;
using report_test::tableOf;
using test::CountyBuilder;

namespace {

const ReportInfo kInfo{.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s};

const standard::Standard& national() {
    static const standard::Standard standard = standard::loadStandard(u"national-2017"_s).value();
    return standard;
}

Report formOf(const CountyBuilder& county, const standard::Standard& standard = national()) {
    const model::CountyYear year = county.build();
    return officialTables(year, standard, assess::assess(year, standard), kInfo);
}

Report workbookOf(const CountyBuilder& county, const standard::Standard& standard = national()) {
    const model::CountyYear year = county.build();
    return workings::workbookReport(year, standard, assess::assess(year, standard), kInfo);
}

const Cell& cellAt(const Row& row, int column) {
    const auto found = std::ranges::find(row.cells, column, &Cell::column);
    if (found == row.cells.end())
        throw std::out_of_range("no cell in this column");
    return *found;
}

std::string printed(const Row& row, int first, int last) {
    QStringList texts;
    for (int column = first; column <= last; ++column) {
        const Cell& cell = cellAt(row, column);
        texts << cell.text + cell.suffix;
    }
    return texts.join(u' ').toStdString();
}

// L1 to L24 of table Ⅰ.
std::string basics(const CountyBuilder& county, int first, int last) {
    const Report report = formOf(county);
    return printed(tableOf(report, u"表Ⅰ"_s).body.front(), first - 1, last - 1);
}

// Schools of every kind that the form counts apart.
CountyBuilder manyKinds() {
    CountyBuilder county;
    const auto add = [&](const char16_t* code, const char16_t* stage, const char16_t* pupils, const char16_t* classes,
                         const char16_t* staff, const char16_t* teachers) {
        county.section(code, stage,
                       {{u"pupils", pupils}, {u"classes", classes}, {u"staff", staff}, {u"teachers", teachers}});
    };
    county.school(u"9900000001", u"小学", {{u"school_name", u"甲"}});
    add(u"9900000001", u"primary", u"100", u"6", u"20", u"18");
    county.school(u"9900000002", u"小学教学点", {{u"school_name", u"乙"}});
    add(u"9900000002", u"primary", u"50", u"2", u"5", u"5");
    county.school(u"9900000003", u"小学教学点", {{u"school_name", u"丙"}});
    add(u"9900000003", u"primary", u"49", u"1", u"2", u"2");
    county.school(u"9900000004", u"九年一贯制学校", {{u"school_name", u"丁"}});
    add(u"9900000004", u"primary", u"200", u"6", u"30", u"25");
    add(u"9900000004", u"junior", u"150", u"3", u"20", u"15");
    county.school(u"9900000005", u"完全中学", {{u"school_name", u"戊"}});
    add(u"9900000005", u"junior", u"300", u"6", u"40", u"35");
    county.section(u"9900000005", u"senior", {{u"pupils", u"500"}});
    county.school(u"9900000006", u"特殊教育学校", {{u"school_name", u"己"}});
    county.section(u"9900000006", u"special", {{u"pupils", u"20"}});
    add(u"9900000006", u"primary", u"9", u"1", u"3", u"3");
    county.school(u"9900000007", u"职业学校（附设）", {{u"school_name", u"庚"}});
    add(u"9900000007", u"junior", u"40", u"1", u"5", u"4");
    county.county({{u"population", u"41.39"},
                   {u"rural_population", u"20.5"},
                   {u"towns", u"12"},
                   {u"gdp_per_head", u"56000"},
                   {u"revenue_per_head", u"4300"},
                   {u"rural_income", u"不适用"},
                   {u"urban_income", u"38001"}});
    return county;
}

SubjectKey section(const char16_t* code, const char16_t* stage) {
    return {.level = Level::Section, .school = QString::fromUtf16(code), .part = QString::fromUtf16(stage)};
}

CountyBuilder surveyed() {
    CountyBuilder county;
    county.row(Level::Survey, u"家长",
               {{u"survey_issued", u"110"},
                {u"survey_valid", u"100"},
                {u"survey_satisfied", u"85"},
                {u"visits", u"20"},
                {u"visits_satisfied", u"19"}});
    county.row(Level::Survey, u"学生",
               {{u"survey_issued", u"50"},
                {u"survey_valid", u"50"},
                {u"survey_satisfied", u"50"},
                {u"visits", u"10"},
                {u"visits_satisfied", u"10"}});
    return county;
}

} // namespace

TEST(FormTables, TableOneHasTheHeadOfTheForm) {
    const Report report = formOf(CountyBuilder());
    const Table& table = tableOf(report, u"表Ⅰ"_s);
    ASSERT_EQ(table.head.size(), 4U);
    QStringList groups;
    for (const Cell& cell : table.head[0].cells)
        groups << u"%1*%2*%3"_s.arg(cell.text).arg(cell.columns).arg(cell.rows);
    EXPECT_EQ(groups, (QStringList{u"自然情况*4*1"_s, u"经济情况*4*1"_s, u"普通中小学校数（所）*5*1"_s,
                                   u"特殊教育学校\n（所）*1*3"_s, u"小学教学点数（个）*2*1"_s, u"教学班数（个）*2*1"_s,
                                   u"在校学生数（人）*2*1"_s, u"教职工数（人）*4*1"_s}));
    EXPECT_EQ(cellAt(table.head[1], 0).text, u"人口总数\n（万人）"_s);
    EXPECT_EQ(cellAt(table.head[1], 7).text, u"城镇居民年人均可支配收入\n（元）"_s);
    EXPECT_EQ(cellAt(table.head[1], 15).text, u"其中：50人及以上"_s);
    EXPECT_EQ(cellAt(table.head[1], 20).text, u"小学"_s);
    EXPECT_EQ(cellAt(table.head[1], 20).columns, 2);
    EXPECT_EQ(printed(table.head[2], 20, 23), "合计 其中：专任教师 合计 其中：专任教师");
    EXPECT_EQ(cellAt(table.head[3], 23).text, u"L24"_s);
    EXPECT_TRUE(table.notes.front().contains(u"按常住人口统计，数字保留两位小数。L5-L8列数字保留整数。"_s));
}

// Villages were left blank. 小学: 1; its two points, one of 50; in special schools nobody is counted, in vocational
// ones the 初中 is.
TEST(FormTables, TableOneCountsAndSumsTheSchools) {
    EXPECT_EQ(basics(manyKinds(), 1, 8), "41.39 20.50 12 待填报 56000 4300 不适用 38001");
    EXPECT_EQ(basics(manyKinds(), 9, 16), "1 1 0 1 0 1 2 1");
    // 6+2+1+6, 3+6+1, 100+50+49+200, 150+300+40, 20+5+2+30, 18+5+2+25, 20+40+5, 15+35+4
    EXPECT_EQ(basics(manyKinds(), 17, 24), "15 10 399 490 57 50 65 54");
}

TEST(FormTables, TableOneOfNoSchoolsIsZero) {
    EXPECT_EQ(basics(CountyBuilder(), 9, 24), "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0");
}

TEST(FormTables, OneBlankFigureLeavesItsSumMissing) {
    CountyBuilder county = manyKinds();
    county.cell(section(u"9900000003", u"primary"), u"staff", u"");
    EXPECT_EQ(basics(county, 17, 24), "15 10 399 490 待填报 50 65 54");
    // Without its pupils a point may be a larger one, or not.
    county.cell(section(u"9900000003", u"primary"), u"pupils", u"");
    EXPECT_EQ(basics(county, 15, 20), "2 待填报 15 10 待填报 490");
    // A section without pupils has nothing to add.
    county.cell(section(u"9900000003", u"primary"), u"pupils", u"0");
    EXPECT_EQ(basics(county, 15, 21), "2 1 15 10 350 490 55");
}

TEST(FormTables, WhatDoesNotApplyAddsNothing) {
    CountyBuilder county = manyKinds();
    county.cell(section(u"9900000001", u"primary"), u"staff", u"不适用");
    EXPECT_EQ(basics(county, 21, 22), "37 50");
}

TEST(FormTables, ASchoolWithoutATypeLeavesTheCountsMissing) {
    CountyBuilder county = manyKinds();
    county.cell(SubjectKey::ofSchool(u"9900000001"_s), u"school_type", u"");
    EXPECT_EQ(basics(county, 9, 16), "待填报 待填报 待填报 待填报 待填报 待填报 待填报 待填报");
    EXPECT_EQ(basics(county, 17, 18), "15 10");
}

TEST(FormTables, AStageThatASchoolMustHaveIsNotTakenForNone) {
    CountyBuilder county = manyKinds();
    county.school(u"9900000008", u"九年一贯制学校", {{u"school_name", u"辛"}});
    county.section(u"9900000008", u"primary",
                   {{u"pupils", u"1"}, {u"classes", u"1"}, {u"staff", u"1"}, {u"teachers", u"1"}});
    EXPECT_EQ(basics(county, 17, 24), "16 待填报 400 待填报 58 51 待填报 待填报");
}

TEST(FormTables, TablesFourAndFiveHaveARowAnIndicator) {
    CountyBuilder county;
    county.county({{u"rotation_eligible", u"500"}, {u"rotation_actual", u"49"}, {u"rotation_backbone", u"10"}});
    county.row(Level::Attested, u"G1", {{u"conclusion", u"达标"}, {u"conclusion_note", u"规划已批复"}});
    const Report report = formOf(county);
    const Table& four = tableOf(report, u"表Ⅳ"_s);
    EXPECT_EQ(printed(four.head[0], 0, 3), "序号 名称 指标值或简要结论 是否达标");
    ASSERT_EQ(four.body.size(), 15U);
    EXPECT_EQ(printed(four.body[0], 0, 3), "1 县域内义务教育学校规划布局合理，符合国家规定要求 达标：规划已批复 达标");
    // 49 of 500 are 9.8 %, 10 of 49 are 20.408 %.
    EXPECT_EQ(
        printed(four.body[10], 2, 3),
        "全县符合交流轮岗条件教师总数500名，上一年度交流轮岗教师49名，交流轮岗教师占符合交流轮岗条件教师总数的比例"
        "9.8%；交流轮岗的骨干教师10名，占交流轮岗教师总数的比例20.4% 未达标");
    EXPECT_EQ(cellAt(four.body[10], 3).mark, Mark::Failing);
    EXPECT_EQ(cellAt(four.body[1], 3).text, u"待填报"_s);
    EXPECT_EQ(cellAt(four.body[1], 3).mark, Mark::Missing);
    EXPECT_EQ(four.notes, (QStringList{u"注：1. 表中所有比例数值保留一位小数，其余保留整数。"_s,
                                       u"　　2. “上年度”（经费年度）为2025年。"_s}));
    const Table& five = tableOf(report, u"表Ⅴ"_s);
    ASSERT_EQ(five.body.size(), 9U);
    EXPECT_EQ(printed(five.body[7], 0, 1), "8 无过重课业负担");
}

// L1–L8 are of the 统计年份, which the county states; without it, of the last year published.
TEST(FormTables, TableOneTellsTheYearOfItsStatistics) {
    const auto note = [](const char16_t* year) {
        CountyBuilder county;
        county.county({{u"statistics_year", year}});
        const Report report = formOf(county);
        return tableOf(report, u"表Ⅰ"_s).notes.join(QString());
    };
    const QString head =
        u"注：“人口总数”和“农业人口数”按常住人口统计，数字保留两位小数。L5-L8列数字保留整数。L1-L8列为"_s;
    EXPECT_EQ(note(u""), head + u"最近一次公布的年份的数据。"_s);
    EXPECT_EQ(note(u"2024"), head + u"2024年的数据。"_s);
}

TEST(FormTables, TableFourNamesTheSchoolsThatPassByARelaxation) {
    CountyBuilder county;
    // Built by 2010: 2400 pupils are allowed. The form counts those over 2000.
    county.school(u"9900000001", u"小学", {{u"school_name", u"甲"}, {u"built_year", u"2006"}});
    county.section(u"9900000001", u"primary", {{u"pupils", u"2150"}});
    const Report report = formOf(county);
    EXPECT_EQ(printed(tableOf(report, u"表Ⅳ"_s).body[3], 2, 3),
              "超过2000人的小学1所，初中0所，超过2500人的一贯制学校0所。按放宽条件达标的：甲 达标");
}

TEST(FormTables, ABorderlineShareHasItsSign) {
    CountyBuilder county;
    // 4999 of 50000 are 9.998 %: below 10 %, printed 10.0 %.
    county.county({{u"rotation_eligible", u"50000"}, {u"rotation_actual", u"4999"}, {u"rotation_backbone", u"2000"}});
    const Report report = formOf(county);
    const Table& four = tableOf(report, u"表Ⅳ"_s);
    EXPECT_TRUE(cellAt(four.body[10], 2).text.endsWith(u"△"_s)) << qPrintable(cellAt(four.body[10], 2).text);
    EXPECT_TRUE(four.notes.last().contains(u"标△的数值为临界"_s));
}

// 135 of 150, 29 of 30; 85 of 100, 19 of 20.
TEST(FormTables, TableSixSumsTheGroups) {
    const Report report = formOf(surveyed());
    const Table& six = tableOf(report, u"表Ⅵ"_s);
    ASSERT_EQ(six.body.size(), 2U);
    EXPECT_EQ(printed(six.body[0], 0, 7), "计 160 150 135 90.0 30 29 96.7");
    EXPECT_EQ(printed(six.body[1], 0, 7), "其中：家长 110 100 85 85.0 20 19 95.0");
    EXPECT_EQ(cellAt(six.body[0], 4).mark, Mark::None);
    EXPECT_EQ(printed(six.head[3], 1, 7), "L1 L2 L3 L4 L5 L6 L7");
}

TEST(FormTables, TableSixNeverSumsAPart) {
    CountyBuilder county = surveyed();
    county.cell({.level = Level::Survey, .part = u"学生"_s}, u"visits", u"");
    const Report blank = formOf(county);
    EXPECT_EQ(printed(tableOf(blank, u"表Ⅵ"_s).body[0], 1, 7), "160 150 135 90.0 待填报 29 待填报");
    EXPECT_EQ(printed(tableOf(blank, u"表Ⅵ"_s).body[1], 1, 7), "110 100 85 85.0 20 19 95.0");
    const Report none = formOf(CountyBuilder());
    EXPECT_EQ(printed(tableOf(none, u"表Ⅵ"_s).body[1], 1, 7), "待填报 待填报 待填报 待填报 待填报 待填报 待填报");
}

TEST(FormTables, NobodyVisitedHasNoRate) {
    CountyBuilder county = surveyed();
    for (const QString& group : {u"家长"_s, u"学生"_s}) {
        county.cell({.level = Level::Survey, .part = group}, u"visits", u"0");
        county.cell({.level = Level::Survey, .part = group}, u"visits_satisfied", u"0");
    }
    const Report report = formOf(county);
    EXPECT_EQ(printed(tableOf(report, u"表Ⅵ"_s).body[0], 5, 7), "0 0 ——");
}

TEST(FormTables, ParentsWithoutARowWereNotAsked) {
    CountyBuilder county;
    county.row(Level::Survey, u"学生",
               {{u"survey_issued", u"50"}, {u"survey_valid", u"50"}, {u"survey_satisfied", u"49"}});
    const Report report = formOf(county);
    EXPECT_EQ(printed(tableOf(report, u"表Ⅵ"_s).body[1], 1, 4), "0 0 0 ——");
}

// 8496 of 10000 are 84.96 %: below 85 %, printed 85.0.
TEST(FormTables, ARateBelowItsLimitStandsOutWhateverItPrints) {
    CountyBuilder county;
    county.row(Level::Survey, u"家长",
               {{u"survey_issued", u"10000"}, {u"survey_valid", u"10000"}, {u"survey_satisfied", u"8496"}});
    const Report report = formOf(county);
    const Table& six = tableOf(report, u"表Ⅵ"_s);
    EXPECT_EQ(printed(six.body[0], 4, 4), "85.0△");
    EXPECT_EQ(cellAt(six.body[0], 4).mark, Mark::Failing);
    EXPECT_TRUE(six.notes.last().contains(u"标△的数值为临界"_s));
}

TEST(FormTables, APartThatTheStandardLacksHasNoTable) {
    const Report report = formOf(manyKinds(), standard::loadStandard(u"basic-2012"_s).value());
    QStringList names;
    for (const Table& table : report.tables())
        names << table.name;
    EXPECT_EQ(names, (QStringList{u"表Ⅰ"_s, u"表Ⅱ-1"_s, u"表Ⅱ-2"_s, u"表Ⅲ"_s, u"表Ⅵ"_s}));
}

TEST(FormTables, TheWorkbookPrintsTheSameByFormulas) {
    CountyBuilder lacking = manyKinds();
    lacking.cell(section(u"9900000003", u"primary"), u"staff", u"");
    lacking.cell(SubjectKey::ofSchool(u"9900000001"_s), u"school_type", u"");
    for (const CountyBuilder& county : {manyKinds(), surveyed(), lacking, CountyBuilder()}) {
        const Report form = formOf(county);
        const Report book = workbookOf(county);
        for (const QString& name : {u"表Ⅰ"_s, u"表Ⅳ"_s, u"表Ⅴ"_s, u"表Ⅵ"_s}) {
            const Table& wanted = tableOf(form, name);
            const Table& found = tableOf(book, name);
            ASSERT_EQ(found.body.size(), wanted.body.size());
            for (std::size_t row = 0; row < wanted.body.size(); ++row) {
                const int last = static_cast<int>(wanted.columnWidths.size()) - 1;
                EXPECT_EQ(printed(found.body[row], 0, last), printed(wanted.body[row], 0, last));
                EXPECT_TRUE(cellAt(found.body[row], last).formula.startsWith(u"='"_s)) << qPrintable(name);
            }
        }
    }
    const Report book = workbookOf(surveyed());
    EXPECT_EQ(cellAt(tableOf(book, u"表Ⅰ"_s).body[0], 16).formula, u"='基本情况'!D20"_s);
    EXPECT_EQ(cellAt(tableOf(book, u"表Ⅳ"_s).body[0], 3).formula, u"='政府保障'!I5"_s);
    EXPECT_EQ(cellAt(tableOf(book, u"表Ⅵ"_s).body[0], 2).formula, u"='社会认可度'!D5"_s);
    EXPECT_EQ(cellAt(tableOf(book, u"表Ⅵ"_s).body[0], 4).formula, u"='社会认可度'!D7"_s);
}

TEST(FormTables, TheSumsOfTableOneAreOverTheRawFigures) {
    const Report book = workbookOf(manyKinds());
    const Table& sums = tableOf(book, u"基本情况"_s);
    EXPECT_EQ(cellAt(sums.body[16], 3).formula, u"=IF(COUNTIF('基本情况-逐校'!E$4:E$10,\"待填报\")>0,\"待填报\","
                                                "SUM('基本情况-逐校'!E$4:E$10))"_s);
    EXPECT_EQ(cellAt(sums.body[8], 3).formula, u"=IF(COUNTIF('基本情况-逐校'!C$4:C$10,\"待填报\")>0,\"待填报\","
                                               "COUNTIF('基本情况-逐校'!C$4:C$10,\"小学\"))"_s);
    // 甲: 6 classes, on the raw sheet of 小学.
    EXPECT_EQ(cellAt(tableOf(book, u"基本情况-逐校"_s).body[0], 4).formula,
              u"=IF(C4=\"特殊教育学校\",0,IF('小学-原始数据'!F4=\"\",IF(COUNTIF('小学-原始数据'!D4,0)>0,0,\"待填报\"),"
              "N('小学-原始数据'!F4)))"_s);
}

} // namespace junheng::report
