// 一校一册 and 学校自评表. The golden county N10 (national-2017: 小学 R1 4.2, R2 1; 初中 R4 5.8; floors at 85 %) and
// small counties with what N10 has not.
#include "county_builder.h"
#include "report/dossier/dossier.h"
#include "standard/library.h"
#include "support/county_builder.h"

#include <gmock/gmock.h>

namespace junheng::report {

using namespace Qt::Literals::StringLiterals;
using model::Stage;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

const standard::Standard& national() {
    static const standard::Standard standard = standard::loadStandard(u"national-2017"_s).value();
    return standard;
}

/// A county that outlives its dossiers.
struct County {
    explicit County(model::CountyYear data, std::vector<model::CountyYear> before = {})
        : year(std::move(data)), assessment(assess::assess(year, national())) {
        for (model::CountyYear& other : before) {
            assess::Assessment judged = assess::assess(other, national());
            earlier.push_back({.data = std::move(other), .assessment = std::move(judged)});
        }
    }
    [[nodiscard]] DossierMaker maker() const {
        return {{.year = year, .standard = national(), .assessment = assessment},
                earlier,
                {.date = QDate(2025, 11, 3), .programVersion = u"0.1.0"_s}};
    }
    [[nodiscard]] Report dossier(const QString& code) const { return maker().dossier(code); }
    [[nodiscard]] Table form(const QString& code) const { return maker().selfEvaluation(code).tables().front(); }

    model::CountyYear year;
    assess::Assessment assessment;
    std::vector<EarlierYear> earlier;
};

QString line(const Row& row) {
    QStringList texts;
    for (const Cell& cell : row.cells)
        texts << cell.text + cell.suffix;
    return texts.join(u'|');
}

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

/// The cell of the form beside an indicator's official wording.
Row rowOf(const Table& form, const QString& wordingBegins) {
    for (const Row& row : form.body) {
        for (const Cell& cell : row.cells) {
            if (cell.text.startsWith(wordingBegins))
                return row;
        }
    }
    ADD_FAILURE() << "no row " << wordingBegins.toStdString();
    return {};
}

QString answerOf(const Row& row) {
    return row.cells[row.cells.size() - 2].text;
}
QString verdictOf(const Row& row) {
    return row.cells.back().text;
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
    EXPECT_EQ(course.years, (QStringList{u"2023"_s, u"2024"_s, u"2025"_s}));
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

TEST(SelfEvaluationForm, HasCountsAndFiguresOfEachStage) {
    const Table form = County(report_test::n10()).form(kN1);
    EXPECT_EQ(line(form.head.front()), u"A级指标|B级指标及评估要点|指标值或简要结论|是否达标"_s);
    EXPECT_EQ(form.caption.left, u"学校名称（类型）：N1（九年一贯制学校）"_s);
    EXPECT_EQ(form.caption.right, u"建校年份：待填报"_s);
    const Row degrees = rowOf(form, u"每百名学生拥有高于规定学历教师数：小学、初中分别达到4.2人以上、5.3人以上"_s);
    EXPECT_EQ(
        answerOf(degrees),
        u"小学部：专科学历专任教师数 0 人，本科学历专任教师数 20 人，硕士学历专任教师数 0 人，博士学历专任教师数 0 "
        "人，在校学生数 400 人，5.00 人/百生\n"
        "初中部：本科学历专任教师数 20 人，硕士学历专任教师数 0 人，博士学历专任教师数 0 人，在校学生数 300 "
        "人，6.67 人/百生"_s);
    EXPECT_EQ(verdictOf(degrees), u"小学部达标\n初中部达标"_s);
    const Row area = rowOf(form, u"生均教学及辅助用房面积"_s);
    EXPECT_EQ(answerOf(area), u"全校：教学及辅助用房面积 3800 ㎡，其中不计的室内体育用房面积 0 ㎡\n"
                              "小学部：5.21 ㎡/生\n初中部：5.73 ㎡/生"_s);
    EXPECT_EQ(verdictOf(area), u"小学部达标\n初中部85%以上"_s);
    EXPECT_EQ(area.cells.back().mark, Mark::Floor);
    EXPECT_EQ(form.body.front().cells.front().text, u"资源配置"_s);
    EXPECT_EQ(form.body.front().cells.front().rows, 7);
    for (const QString& word : {u"填报人"_s, u"审核人"_s, u"校长"_s, u"盖章"_s})
        EXPECT_TRUE(form.signature.contains(word));
}

TEST(SelfEvaluationForm, SportsAreasAreBrokenDown) {
    test::CountyBuilder county;
    county.school(u"9900000001", u"小学",
                  {{u"school_name", u"甲小学"}, {u"dense_core", u"是"}, {u"founded_year", u"1962"}});
    county.section(u"9900000001", u"primary", {{u"pupils", u"1000"}});
    county.campus(u"9900000001", u"",
                  {{u"teaching_area", u"5000"},
                   {u"indoor_sports_area", u"500"},
                   {u"sports_ground_area", u"6000"},
                   {u"extra_sports_area", u"1500"},
                   {u"leased_sports_area", u"400.5"}});
    const Table form = County(county.build()).form(u"9900000001"_s);
    EXPECT_EQ(form.caption.right, u"建校于1962年"_s);
    const Row sports = rowOf(form, u"生均体育运动场馆面积"_s);
    // (6000 + 500 + 1500) / 1000, the last by the relaxation for dense town centres.
    EXPECT_EQ(answerOf(sports),
              u"全校：体育场 6000 ㎡，体育馆 500 ㎡，校园其他专用运动场地 1099.5 ㎡，校外周边租借 400.5 ㎡\n"
              "小学：8.00 ㎡/生（按放宽条件计入）"_s);
    EXPECT_EQ(verdictOf(sports), u"达标"_s);
}

// A stage that the type of the school runs is missing while its row is: not one that it does not have.
TEST(SelfEvaluationForm, AStageWhoseRowIsLackingIsMissing) {
    test::CountyBuilder county;
    county.school(u"9900000001", u"九年一贯制学校", {{u"school_name", u"甲学校"}});
    county.section(u"9900000001", u"primary", {{u"pupils", u"500"}, {u"classes", u"12"}, {u"largest_class", u"40"}});
    const County built(county.build());
    const Table form = built.form(u"9900000001"_s);
    const Row size = rowOf(form, u"所有小学、初中规模"_s);
    EXPECT_EQ(answerOf(size), u"在校学生数：小学 500 人，初中 待填报，高中 无此学段"_s);
    EXPECT_EQ(verdictOf(size), u"待填报"_s);
    EXPECT_EQ(verdictOf(rowOf(form, u"不足100名学生"_s)), u"待填报"_s);
    EXPECT_TRUE(verdictOf(rowOf(form, u"每百名学生拥有县级以上骨干"_s)).contains(u"待填报"_s));
}

// A special school without pupils has nothing to be funded, whatever its budget.
TEST(SelfEvaluationForm, ASpecialSchoolWithoutPupilsIsNotConcerned) {
    test::CountyBuilder county;
    county.school(u"9900000003", u"特殊教育学校", {{u"school_name", u"启智学校"}});
    county.section(u"9900000003", u"special", {{u"pupils", u"0"}});
    const County built(county.build());
    EXPECT_EQ(verdictOf(rowOf(built.form(u"9900000003"_s), u"特殊教育学校生均公用经费"_s)), u"不适用"_s);
}

// Its parent is not among the schools: the assessment waits for the code.
TEST(SelfEvaluationForm, APointWithoutItsParentIsMissing) {
    test::CountyBuilder county;
    county.county({{u"funds_standard_primary", u"720"}});
    county.school(u"9900000004", u"小学教学点",
                  {{u"school_name", u"丙教学点"}, {u"independent_accounts", u"否"}, {u"parent_code", u"9900000009"}});
    county.section(u"9900000004", u"primary", {{u"pupils", u"20"}});
    const County built(county.build());
    EXPECT_EQ(verdictOf(rowOf(built.form(u"9900000004"_s), u"不足100名学生"_s)), u"待填报"_s);
}

// 13 classes need two rooms of each kind; 95.99 ㎡ are too few for music (96).
TEST(SelfEvaluationForm, RoomsClassesAndFundsAreToldForTheSchool) {
    test::CountyBuilder county;
    county.county({{u"funds_standard_primary", u"720"}});
    county.school(u"9900000001", u"小学",
                  {{u"school_name", u"甲小学"}, {u"music_rooms", u"2"}, {u"fine_art_rooms", u"2"}});
    county.section(u"9900000001", u"primary",
                   {{u"pupils", u"500"},
                    {u"classes", u"13"},
                    {u"largest_class", u"46"},
                    {u"classes_46_50", u"1"},
                    {u"classes_51_55", u"0"},
                    {u"classes_56_60", u"0"},
                    {u"classes_61_65", u"0"},
                    {u"classes_ge66", u"0"}});
    county.room(u"9900000001", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}});
    county.room(u"9900000001", u"2", {{u"room_kind", u"音乐"}, {u"room_area", u"95.99"}});
    county.room(u"9900000001", u"3", {{u"room_kind", u"美术"}, {u"room_area", u"90"}});
    county.room(u"9900000001", u"4", {{u"room_kind", u"美术"}, {u"room_area", u"100"}});
    // 7.19 万元 are less than 100 x 720 元.
    county.school(u"9900000002", u"小学教学点", {{u"school_name", u"乙教学点"}, {u"small_school_funds", u"7.19"}});
    county.section(u"9900000002", u"primary", {{u"pupils", u"30"}});
    county.school(u"9900000003", u"特殊教育学校", {{u"school_name", u"启智学校"}, {u"public_funds_budget", u"60"}});
    county.section(u"9900000003", u"special", {{u"pupils", u"100"}});
    // Its money is kept by the first school.
    county.school(u"9900000004", u"小学教学点",
                  {{u"school_name", u"丙教学点"}, {u"independent_accounts", u"否"}, {u"parent_code", u"9900000001"}});
    county.section(u"9900000004", u"primary", {{u"pupils", u"20"}});
    const County built(county.build());

    const Table first = built.form(u"9900000001"_s);
    const Row rooms = rowOf(first, u"所有小学、初中每12个班级"_s);
    EXPECT_EQ(answerOf(rooms), u"教学班 13 个\n音乐专用教室 2 间，各间使用面积 96、95.99 ㎡\n"
                               "美术专用教室 2 间，各间使用面积 90、100 ㎡"_s);
    EXPECT_EQ(verdictOf(rooms), u"未达标"_s);
    const Row size = rowOf(first, u"所有小学、初中规模"_s);
    EXPECT_EQ(answerOf(size), u"在校学生数：小学 500 人，初中 无此学段，高中 无此学段"_s);
    EXPECT_EQ(verdictOf(size), u"达标"_s);
    const Row classes = rowOf(first, u"小学、初中所有班级"_s);
    EXPECT_EQ(answerOf(classes), u"小学：最大班额 46 人，超过45人的班 1 个"_s);
    EXPECT_EQ(verdictOf(classes), u"未达标"_s);
    const QString small = u"不足100名学生"_s;
    // It pays for the last one as well, and its own budget is blank.
    EXPECT_EQ(answerOf(rowOf(first, small)),
              u"在校学生数 500 人\n公用经费含不单独核算的教学点\n年度公用经费预算总额 待填报"_s);
    EXPECT_EQ(verdictOf(rowOf(first, small)), u"待填报"_s);

    const Row point = rowOf(built.form(u"9900000002"_s), small);
    EXPECT_EQ(answerOf(point), u"在校学生数 30 人\n按100人核定的公用经费 7.19 万元"_s);
    EXPECT_EQ(verdictOf(point), u"未达标"_s);
    EXPECT_EQ(verdictOf(rowOf(built.form(u"9900000002"_s), u"生均教学及辅助用房面积"_s)), u"不参评"_s);
    const Row dependent = rowOf(built.form(u"9900000004"_s), small);
    EXPECT_EQ(answerOf(dependent), u"在校学生数 20 人\n公用经费由所属中心校（甲小学）核算"_s);
    EXPECT_EQ(verdictOf(dependent), u"见中心校"_s);

    // 60 万元 for 100 pupils: exactly 6000 each.
    const Table special = built.form(u"9900000003"_s);
    const Row funds = rowOf(special, u"特殊教育学校生均公用经费"_s);
    EXPECT_EQ(answerOf(funds), u"年度公用经费预算总额 60 万元\n特殊教育学生数 100 人"_s);
    EXPECT_EQ(verdictOf(funds), u"达标"_s);
    EXPECT_EQ(verdictOf(rowOf(special, u"小学、初中所有班级"_s)), u"不适用"_s);
    EXPECT_EQ(verdictOf(rowOf(special, small)), u"不适用"_s);
    // No cell is left blank where there is nothing to say.
    for (const Row& row : special.body)
        EXPECT_FALSE(answerOf(row).isEmpty()) << qPrintable(line(row));
}

} // namespace junheng::report
