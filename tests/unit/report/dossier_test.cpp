// 一校一册. The golden county N10 (national-2017: 小学 R1 4.2, R2 1; 初中 R4 5.8; floors at 85 %) and small counties
// with what N10 has not.
#include "county_builder.h"
#include "dossier_county.h"
#include "support/county_builder.h"

#include <gmock/gmock.h>

namespace junheng::report {

using document::Block;
using document::Course;
using document::Figure;
using document::Mark;
using document::Paragraph;
using document::Plot;
using document::Radar;
using document::Report;
using document::Row;
using document::Span;
using document::Table;

using model::Stage;
using report_test::answerOf;
using report_test::County;
using report_test::line;
using report_test::rowOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<std::string> linesOf(const Table& table) {
    std::vector<std::string> lines;
    for (const Row& row : table.body)
        lines.push_back(line(row).toStdString());
    return lines;
}

/// A table by its name; one without any when there is none.
Table tableOf(const Report& report, const QString& name) {
    for (const Table& table : report.tables()) {
        if (table.name == name)
            return table;
    }
    ADD_FAILURE() << "no table " << name.toStdString();
    return {};
}

bool has(const Report& report, const QString& name) {
    return std::ranges::any_of(report.tables(), [&](const Table& table) { return table.name == name; });
}

QStringList paragraphsOf(const Report& report) {
    QStringList texts;
    for (const Block& block : report.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            QString text;
            for (const Span& span : paragraph->spans)
                text += span.text;
            texts << text;
        }
    }
    return texts;
}

std::vector<Figure> figuresOf(const Report& report) {
    std::vector<Figure> figures;
    for (const Block& block : report.blocks) {
        if (const auto* plot = std::get_if<Plot>(&block)) {
            figures.push_back(plot->figure);
            if (plot->beside)
                figures.push_back(*plot->beside);
        }
    }
    return figures;
}

const QString kP2 = u"9900000002"_s;
const QString kT2 = u"9900000004"_s; // 40 pupils, so not judged
const QString kN1 = u"9900000006"_s; // 九年一贯制, 400 and 300 pupils
const QString kW1 = u"9900000007"_s; // 完全中学, 500 初中 and 700 高中 pupils

} // namespace

// P2 has 16 of 300 (5.33; 16 / 4.2 % = 380.95 pupils), P1 44 of 900 (4.89), T1 4 of 60 (6.67), N1 20 of 400 (5.00):
// second of four. The county: 84 of 1660. Of backbone teachers 2 of 300; 3 would be 1.00, and 2.55 are 85 %.
TEST(Dossier, TellsEachIndicatorWithItsDistanceAndItsPlace) {
    const Table table = tableOf(County(report_test::n10()).dossier(kP2), u"小学资源配置指标"_s);
    EXPECT_EQ(line(table.head.front()), u"指标|本校|标准|标准的85%|结论|还差或余量|全县平均|全县位次"_s);
    ASSERT_EQ(table.body.size(), 7U);
    EXPECT_EQ(line(table.body[0]), u"R1 高学历教师（人/百生）|5.33|4.2|3.57|达标|可再收 80 名学生|5.06|2 / 4"_s);
    EXPECT_EQ(line(table.body[1]),
              u"R2 骨干教师（人/百生）|0.67|1|0.85|低于85%|差 1 名骨干教师；到85%差 1 名骨干教师|1.14|4 / 4"_s);
    EXPECT_EQ(table.body[1].cells[1].mark, Mark::Failing);
    EXPECT_EQ(table.body[1].cells[4].mark, Mark::Failing);
}

TEST(Dossier, TellsTheVerdictAndTheWayOut) {
    const QStringList said = paragraphsOf(County(report_test::n10()).dossier(kP2));
    EXPECT_TRUE(said.contains(u"小学综合评估：未达标（达标6项；低于85%：R2）。须做到：R2 须达到 85%。"_s))
        << qPrintable(said.join(u'\n'));
}

// Junior has 3800 x 1.1 / 730 = 5.726 ㎡ of 5.8: 3849.0909 ㎡ would do, in units of 0.01 another 49.10. Two values
// are equal in no case here: 小学 3800 / 730 = 5.21.
TEST(Dossier, ANineYearSchoolHasBothStages) {
    const Report report = County(report_test::n10()).dossier(kN1);
    EXPECT_TRUE(line(tableOf(report, u"小学部资源配置指标"_s).body[3]).startsWith(u"R4 教学用房（㎡/生）|5.21|4.5|"_s));
    const QString junior = line(tableOf(report, u"初中部资源配置指标"_s).body[3]);
    EXPECT_TRUE(junior.startsWith(u"R4 教学用房（㎡/生）|5.73|5.8|4.93|85%以上|差 49.1 ㎡教学用房（全校）|"_s))
        << qPrintable(junior);
}

TEST(Dossier, OneThatIsNotJudgedSaysWhy) {
    const Report report = County(report_test::n10()).dossier(kT2);
    EXPECT_FALSE(has(report, u"小学资源配置指标"_s));
    EXPECT_TRUE(paragraphsOf(report).contains(u"小学不参评：不足50人的教学点，不参加资源配置和校际均衡评估。"_s))
        << qPrintable(paragraphsOf(report).join(u'\n'));
    EXPECT_THAT(figuresOf(report), IsEmpty());
    // What was entered is there all the same.
    EXPECT_TRUE(line(tableOf(report, u"学生、班级和教师"_s).body[0]).startsWith(u"小学|40|待填报|"_s));
}

TEST(Dossier, EnteredFiguresAreToldByStageAndCampus) {
    const Report report = County(report_test::n10()).dossier(kW1);
    const Table sections = tableOf(report, u"学生、班级和教师"_s);
    ASSERT_EQ(sections.body.size(), 2U);
    // 专科 does not count in 初中; 走教 may be left out; of 高中 the pupils are enough.
    EXPECT_EQ(line(sections.body[0]), u"初中部|500|待填报|待填报|待填报|待填报|0|30|0|0|6|5|0|0|0|未填"_s);
    EXPECT_EQ(line(sections.body[1]), u"高中部|700|——|——|——|——|——|——|——|——|——|——|——|——|——|——"_s);
    EXPECT_THAT(linesOf(tableOf(report, u"校舍和设备"_s)), ElementsAre("本部|9000|0|15000|420|32|未填"));
}

TEST(Dossier, TheFirstPageTellsWhoTheSchoolIs) {
    test::CountyBuilder county;
    county.school(
        u"9900000001", u"小学",
        {{u"school_name", u"甲小学"}, {u"sponsor", u"7"}, {u"locality", u"镇区"}, {u"founded_year", u"1962"}});
    county.section(u"9900000001", u"primary", {{u"pupils", u"100"}});
    county.campus(u"9900000001", u"", {{u"teaching_area", u"400.5"}});
    county.campus(u"9900000001", u"东校区", {{u"teaching_area", u"99.5"}});
    const Report report = County(county.build()).dossier(u"9900000001"_s);
    EXPECT_EQ(report.title, u"甲小学一校一册"_s);
    EXPECT_EQ(report.foot, u"甲小学"_s);
    EXPECT_THAT(
        linesOf(tableOf(report, u"学校概况"_s)),
        ElementsAre("学校名称|甲小学|学校标识码|9900000001", "办学类型|小学|举办者类型|7 县级教育部门",
                    "城乡类型|镇区|是否寄宿制|待填报", "建校年份|1962|规划建成年份|未填",
                    "是否农村小规模学校|未填|校区|本部、东校区")); // what need not be filled in is not asked for
    const Table premises = tableOf(report, u"校舍和设备"_s);
    ASSERT_EQ(premises.body.size(), 3U);
    EXPECT_EQ(line(premises.body[2]), u"合计|500|待填报|待填报|待填报|待填报|未填"_s);
}

TEST(Dossier, WhatIsBlankIsNamedAndNeverZero) {
    test::CountyBuilder county;
    county.school(u"9900000001", u"小学", {{u"school_name", u"甲小学"}});
    county.section(u"9900000001", u"primary",
                   {{u"pupils", u"100"},
                    {u"teachers_college", u"1"},
                    {u"teachers_master", u"0"},
                    {u"teachers_doctor", u"0"},
                    {u"backbone_teachers", u"0"}});
    const County built(county.build());
    const Report report = built.dossier(u"9900000001"_s);
    const Table indicators = tableOf(report, u"小学资源配置指标"_s);
    EXPECT_EQ(line(indicators.body[0]),
              u"R1 高学历教师（人/百生）|待填报|4.2|3.57|待填报|待填报：本科学历专任教师数|待填报|——"_s);
    EXPECT_EQ(indicators.body[0].cells[1].mark, Mark::Missing);
    // A zero is a figure.
    EXPECT_TRUE(line(indicators.body[1]).startsWith(u"R2 骨干教师（人/百生）|0.00|1|0.85|低于85%|差 1 名骨干教师"_s));
    const std::vector<std::string> blanks = linesOf(tableOf(report, u"待填报的项目"_s));
    EXPECT_TRUE(std::ranges::any_of(
        blanks, [](const std::string& blank) { return blank.ends_with("|本科学历专任教师数（人）|小学|R1|"); }));
    EXPECT_TRUE(answerOf(rowOf(built.form(u"9900000001"_s), u"每百名学生拥有高于规定学历教师数"_s))
                    .contains(u"本科学历专任教师数 待填报"_s));
}

// 2150 pupils in a school of 2006 (G4: 2000, by the relaxation 2400); a class of 46 (G5: 45).
TEST(Dossier, FindingsOfGovernmentComeWithLimitAndRelaxation) {
    test::CountyBuilder county;
    county.school(u"9900000001", u"小学", {{u"school_name", u"甲小学"}, {u"built_year", u"2006"}});
    county.section(u"9900000001", u"primary", {{u"pupils", u"2150"}, {u"classes", u"48"}, {u"largest_class", u"46"}});
    county.school(u"9900000002", u"小学", {{u"school_name", u"乙小学"}});
    county.section(u"9900000002", u"primary", {{u"pupils", u"2500"}, {u"classes", u"60"}, {u"largest_class", u"45"}});
    const County built(county.build());
    const Table table = tableOf(built.dossier(u"9900000001"_s), u"须整改或按放宽条件达标的项目"_s);
    EXPECT_THAT(
        linesOf(table),
        ElementsAre(
            "G4 学校规模|义务教育阶段在校学生数 2150，限值 2400，达标①（不放宽时 2150，限值 2000，未达标）|达标",
            "G5 班额|小学：最大班额 46，限值 45，未达标；超出 1 人|未达标"));
    EXPECT_EQ(table.notes,
              QStringList{u"注：1. 标①的按放宽条件达标：2010年及之前规划并建成的学校，小学、初中不超过2400人，"
                          u"九年一贯制学校不超过3000人。"_s});
    const std::vector<std::string> second =
        linesOf(tableOf(built.dossier(u"9900000002"_s), u"须整改或按放宽条件达标的项目"_s));
    EXPECT_THAT(second, ElementsAre("G4 学校规模|义务教育阶段在校学生数 2500，限值 2000，未达标；超出 500 人|未达标"));
}

TEST(Dossier, EvidenceIsThatOfIndicatorsWhichLookAtSchools) {
    test::CountyBuilder county;
    county.school(u"9900000001", u"小学", {{u"school_name", u"甲小学"}});
    county.row(model::Level::Evidence, u"G1/1", {{u"evidence_note", u"布局规划"}});
    county.row(model::Level::Evidence, u"G4/1", {{u"evidence_name", u"批复.pdf"}, {u"evidence_note", u"2006年建成"}});
    county.row(model::Level::Evidence, u"R5/1", {{u"evidence_note", u"中心城区认定"}});
    EXPECT_THAT(linesOf(tableOf(County(county.build()).dossier(u"9900000001"_s), u"佐证材料"_s)),
                ElementsAre("R5 体育场馆|（只有说明）|中心城区认定", "G4 学校规模|批复.pdf|2006年建成"));
}

namespace {

// Backbone teachers of 100 pupils: one in 2023 (1.00), none given in 2024, two in 2025 (2.00).
model::CountyYear backboneYear(int year, const char16_t* backbone) {
    test::CountyBuilder county(year);
    county.school(u"9900000001", u"小学", {{u"school_name", u"甲小学"}});
    county.section(u"9900000001", u"primary", {{u"pupils", u"100"}, {u"backbone_teachers", backbone}});
    return county.build();
}

} // namespace

TEST(Dossier, ThreeYearsStandBesideOneAnother) {
    test::CountyBuilder current(2025);
    current.school(u"9900000001", u"小学", {{u"school_name", u"甲小学"}});
    current.section(u"9900000001", u"primary", {{u"pupils", u"100"}, {u"backbone_teachers", u"2"}});
    current.school(u"9900000002", u"小学", {{u"school_name", u"乙小学"}});
    current.section(u"9900000002", u"primary", {{u"pupils", u"60"}, {u"backbone_teachers", u"1"}});
    const County county(current.build(), {backboneYear(2023, u"1"), backboneYear(2024, u"")});
    const Report report = county.dossier(u"9900000001"_s);
    const Table table = tableOf(report, u"小学历年数据（各学年都按现用标准计算）"_s);
    EXPECT_EQ(line(table.head.front()), u"项目|标准|2023—2024|2024—2025|2025—2026"_s);
    EXPECT_EQ(line(table.body[0]), u"在校学生数（人）|——|100|100|100"_s);
    EXPECT_EQ(line(table.body[2]), u"R2 骨干教师（人/百生）|1|1.00|待填报|2.00"_s);
    EXPECT_EQ(line(table.body.back()), u"综合评估|——|待填报|待填报|待填报"_s);
    // The other school was not there before.
    const Report other = county.dossier(u"9900000002"_s);
    EXPECT_EQ(line(tableOf(other, u"小学历年数据（各学年都按现用标准计算）"_s).body[2]),
              u"R2 骨干教师（人/百生）|1|——|——|1.67"_s);

    const std::vector<Figure> figures = figuresOf(report);
    ASSERT_EQ(figures.size(), 2U);
    const auto& course = std::get<Course>(figures[1]);
    EXPECT_EQ(course.years, (std::vector<int>{2023, 2024, 2025}));
    ASSERT_EQ(course.lines.size(), 7U);
    EXPECT_EQ(course.lines[1].values[0].value, 1.0);
    EXPECT_FALSE(course.lines[1].values[1].value);
    EXPECT_EQ(course.lines[1].values[2].value, 2.0);
    // One year alone makes no line.
    EXPECT_EQ(figuresOf(other).size(), 1U);
}

TEST(Dossier, ASchoolOfOtherStagesSaysSo) {
    test::CountyBuilder county;
    county.school(u"9900000001", u"高级中学", {{u"school_name", u"甲中学"}});
    county.section(u"9900000001", u"senior", {{u"pupils", u"600"}});
    const Report report = County(county.build(), {county.build()}).dossier(u"9900000001"_s);
    const QStringList said = paragraphsOf(report);
    EXPECT_TRUE(said.contains(u"本校没有小学、初中学段，不参加资源配置和校际均衡的评估。"_s));
    EXPECT_TRUE(said.contains(u"本校没有小学、初中学段。"_s));
}

TEST(Dossier, OneYearAloneSaysSo) {
    const Report report = County(report_test::n10()).dossier(kP2);
    EXPECT_FALSE(has(report, u"小学历年数据（各学年都按现用标准计算）"_s));
    EXPECT_TRUE(
        paragraphsOf(report).contains(u"县级文件中只有2025—2026学年的数据；有以前学年的数据时，在这里列出。"_s));
}

// 5.3333 / 4.2 beside 84 / 16.60 / 4.2; backbone teachers 0.6667 and 19 / 16.60 of 1.
TEST(Dossier, TheRadarIsInMultiplesOfTheStandard) {
    const std::vector<Figure> figures = figuresOf(County(report_test::n10()).dossier(kP2));
    ASSERT_EQ(figures.size(), 1U);
    const auto& radar = std::get<Radar>(figures.front());
    ASSERT_EQ(radar.axes.size(), 7);
    EXPECT_EQ(radar.axes[1], u"R2 骨干教师"_s);
    ASSERT_EQ(radar.lines.size(), 2U);
    EXPECT_EQ(radar.lines[0].name, u"本校"_s);
    EXPECT_NEAR(*radar.lines[0].values[0].value, 1.269841, 1e-6);
    EXPECT_NEAR(*radar.lines[1].values[0].value, 1.204819, 1e-6);
    EXPECT_NEAR(*radar.lines[0].values[1].value, 0.666667, 1e-6);
    EXPECT_NEAR(*radar.lines[1].values[1].value, 1.144578, 1e-6);
    EXPECT_EQ(radar.lines[0].values[1].part.mark, Mark::Failing);
}

TEST(Dossier, EndsWithTheFormBehindTheSignatures) {
    const Report report = County(report_test::n10()).dossier(kP2);
    const auto tables = report.tables();
    EXPECT_EQ(tables.back().get().title, u"学校自评表"_s);
    const Table& signatures = tables[tables.size() - 2];
    EXPECT_TRUE(signatures.isClosing);
    const QString words = line(signatures.body[0]) + line(signatures.body[1]);
    for (const QString& word : {u"填报人"_s, u"审核人"_s, u"校长签字"_s, u"学校盖章"_s, u"年　　月　　日"_s})
        EXPECT_TRUE(words.contains(word)) << qPrintable(word);
    EXPECT_EQ(paragraphsOf(report).front(), u"义务教育优质均衡发展一校一册　2025—2026学年　算例县　2025年11月3日"_s);
}

} // namespace junheng::report
