#include "assess/assessment.h"

#include "standard/library.h"
#include "support/county_builder.h"

using namespace junheng;
using namespace junheng::assess;
using test::CountyBuilder;

namespace {

const standard::Standard& national() {
    static const standard::Standard rules = standard::loadStandard(standard::defaultStandardId()).value();
    return rules;
}

// A primary school of 1000 that meets everything; `changed` overrides.
CountyBuilder& primarySchool(CountyBuilder& county, const char16_t* code, test::Cells section = {},
                             test::Cells campus = {}, const char16_t* type = u"小学",
                             const char16_t* pupils = u"1000") {
    county.school(code, type)
        .section(code, u"primary",
                 {{u"pupils", pupils},
                  {u"teachers_college", u"20"},
                  {u"teachers_bachelor", u"30"},
                  {u"teachers_master", u"0"},
                  {u"teachers_doctor", u"0"},
                  {u"backbone_teachers", u"12"},
                  {u"pe_teachers", u"5"},
                  {u"music_teachers", u"3"},
                  {u"fine_art_teachers", u"3"},
                  {u"other_art_teachers", u"0"}})
        .section(code, u"primary", section)
        .campus(code, u"",
                {{u"teaching_area", u"5000"},
                 {u"indoor_sports_area", u"0"},
                 {u"sports_ground_area", u"8000"},
                 {u"equipment_value", u"220"},
                 {u"multimedia_rooms", u"25"}})
        .campus(code, u"", campus);
    return county;
}

Assessment judge(const CountyBuilder& county) {
    return assess::assess(county.build(), national());
}

Verdict verdictOf(test::Cells section, test::Cells campus = {}) {
    CountyBuilder county;
    primarySchool(county, u"9900000001", section, campus);
    return judge(county).stages.at(0).verdicts.at(0);
}

} // namespace

// Each school at least 6 of 7, the remaining one not below 85 %. Thresholds for 1000 pupils: 42 teachers, 10 backbone
// (floor 8.5), 9 PE and art (floor 7.65).
TEST(Assess, SixOfSevenAndTheRestAbove85Percent) {
    EXPECT_EQ(verdictOf({}), Verdict::Pass);
    EXPECT_EQ(verdictOf({{u"backbone_teachers", u"9"}}), Verdict::Pass);
    EXPECT_EQ(verdictOf({{u"backbone_teachers", u"8"}}), Verdict::Fail);
    EXPECT_EQ(verdictOf({{u"backbone_teachers", u"9"}, {u"pe_teachers", u"2"}}), Verdict::Fail); // two below: 9 and 8
    EXPECT_EQ(verdictOf({{u"backbone_teachers", u""}}), Verdict::Missing);
}

TEST(Assess, AFailCountsWhateverIsMissing) {
    EXPECT_EQ(verdictOf({{u"backbone_teachers", u"8"}, {u"pe_teachers", u""}}), Verdict::Fail);
    EXPECT_EQ(verdictOf({{u"backbone_teachers", u"9"}, {u"pe_teachers", u""}}), Verdict::Missing);
    EXPECT_EQ(verdictOf({{u"backbone_teachers", u"9"}}, {{u"equipment_value", u"190"}, {u"multimedia_rooms", u""}}),
              Verdict::Fail);
}

TEST(Assess, OneBlankCellBlocksItsSectionAndItsCoefficientOnly) {
    CountyBuilder county;
    primarySchool(county, u"9900000001");
    primarySchool(county, u"9900000002", {{u"fine_art_teachers", u""}});
    const auto year = county.build();
    const Assessment assessment = assess::assess(year, national());
    const StageAssessment& stage = assessment.stages.at(0);
    EXPECT_EQ(stage.verdicts, (std::vector{Verdict::Pass, Verdict::Missing}));
    for (std::size_t i = 0; i < 7; ++i) {
        EXPECT_EQ(stage.indicators[i].statuses[1] == Status::Missing, i == 2) << i;
        EXPECT_EQ(stage.indicators[i].coefficient.status == BalanceStatus::Missing, i == 2) << i;
    }
    EXPECT_FALSE(stage.composite);
    EXPECT_EQ(assessment.verdicts.resources, Verdict::Missing);
    EXPECT_EQ(assessment.verdicts.balance, Verdict::Missing);
    const auto obstacles = obstaclesOf(year, national(), stage, 1, 2);
    ASSERT_EQ(obstacles.size(), 1U);
    EXPECT_EQ(obstacles[0].cell.item->code, QStringLiteral("fine_art_teachers"));
    EXPECT_EQ(obstacles[0].cell.subject.school, QStringLiteral("9900000002"));
}

TEST(Assess, Scope) {
    CountyBuilder county;
    primarySchool(county, u"9900000001", {}, {}, u"小学教学点", u"49");
    primarySchool(county, u"9900000002", {}, {}, u"小学教学点", u"50");
    primarySchool(county, u"9900000003", {}, {}, u"小学", u"49");
    primarySchool(county, u"9900000004", {}, {}, u"特殊教育学校");
    primarySchool(county, u"9900000005", {}, {}, u"职业学校（附设）");
    primarySchool(county, u"9900000006", {}, {}, u"小学", u"0");
    primarySchool(county, u"9900000007", {}, {}, u"小学教学点", u"");
    county.school(u"9900000008", u"高级中学").section(u"9900000008", u"senior", {{u"pupils", u"900"}});
    county.section(u"9900000004", u"special", {{u"pupils", u"30"}});
    const auto year = county.build();
    const Assessment assessment = assess::assess(year, national());
    ASSERT_EQ(assessment.stages.size(), 1U);
    QStringList judged;
    for (int row : assessment.stages[0].sectionRows)
        judged << year.sections().key(row).school.right(1);
    EXPECT_EQ(judged.join(QChar(u' ')), QStringLiteral("2 3 7"));
    QStringList excluded;
    for (const ExcludedSection& section : assessment.excluded) {
        const auto& key = year.sections().key(section.sectionRow);
        excluded << key.school.right(1) + key.part.left(2);
        EXPECT_FALSE(national().exclusions[static_cast<std::size_t>(section.exclusion)].reason.isEmpty());
    }
    EXPECT_EQ(excluded.join(QChar(u' ')), QStringLiteral("1pr 4pr 5pr 6pr 4sp"));
}

TEST(Assess, AnEmptyCountyHasNoVerdict) {
    const Assessment assessment = judge(CountyBuilder());
    EXPECT_TRUE(assessment.stages.empty());
    EXPECT_EQ(assessment.verdicts.resources, Verdict::Missing);
    EXPECT_EQ(assessment.verdicts.overall, Verdict::Missing);
}

// 60 pupils, no PE or art teacher of its own, one visiting: 1.67 with the relaxation, 0 without.
TEST(Assess, GivesTheResultWithoutRelaxationsToo) {
    CountyBuilder county;
    primarySchool(county, u"9900000001");
    county.school(u"9900000002", u"小学教学点", {{u"rural_small", u"是"}})
        .section(u"9900000002", u"primary",
                 {{u"pupils", u"60"},
                  {u"teachers_college", u"4"},
                  {u"teachers_bachelor", u"0"},
                  {u"teachers_master", u"0"},
                  {u"teachers_doctor", u"0"},
                  {u"backbone_teachers", u"1"},
                  {u"pe_teachers", u"0"},
                  {u"music_teachers", u"0"},
                  {u"fine_art_teachers", u"0"},
                  {u"other_art_teachers", u"0"},
                  {u"visiting_pe_art_teachers", u"1"}})
        .campus(u"9900000002", u"",
                {{u"teaching_area", u"400"},
                 {u"indoor_sports_area", u"0"},
                 {u"sports_ground_area", u"900"},
                 {u"equipment_value", u"14.4"},
                 {u"multimedia_rooms", u"3"}});
    const Assessment assessment = judge(county);
    const StageAssessment& stage = assessment.stages.at(0);
    EXPECT_EQ(stage.verdicts.at(1), Verdict::Pass);
    EXPECT_EQ(stage.indicators[2].relaxation[1], 0);
    EXPECT_DOUBLE_EQ(stage.indicators[2].values[1], 5.0 / 3.0);
    ASSERT_TRUE(stage.withoutRelaxations);
    ASSERT_EQ(stage.withoutRelaxations->figures.size(), 1U);
    EXPECT_EQ(stage.withoutRelaxations->figures[0].status, Status::Below);
    EXPECT_EQ(stage.withoutRelaxations->resources, Verdict::Fail);
    // Weights 1000 and 60; with: 1.1 and 5/3; without: 1.1 and 0.
    const auto cv = [](double a, double b) {
        const double mean = (1000 * a + 60 * b) / 1060;
        return std::sqrt((1000 * (a - mean) * (a - mean) + 60 * (b - mean) * (b - mean)) / 1060) / mean;
    };
    EXPECT_NEAR(stage.indicators[2].coefficient.cv, cv(1.1, 5.0 / 3.0), 1e-13);
    EXPECT_NEAR(stage.withoutRelaxations->coefficients[2].cv, cv(1.1, 0), 1e-13);
    EXPECT_EQ(assessment.verdicts.resources, Verdict::Pass);
    ASSERT_TRUE(assessment.withoutRelaxations);
    EXPECT_EQ(assessment.withoutRelaxations->resources, Verdict::Fail);
    EXPECT_EQ(assessment.withoutRelaxations->balance, Verdict::Pass);
}

// 1999.96 yuan a pupil prints as 1999.96; 4.1996 per hundred prints as 4.20 and is below all the same.
TEST(Assess, BorderlineIsWherePrintAndVerdictDiffer) {
    CountyBuilder county;
    // 2143 pupils and 90 teachers: 4.19972... -> 4.20 < 4.2. 1000 and 42: exactly 4.2.
    primarySchool(county, u"9900000001", {{u"pupils", u"2143"}, {u"teachers_college", u"60"}});
    primarySchool(county, u"9900000002", {{u"teachers_college", u"12"}});
    const auto year = county.build();
    const Assessment assessment = assess::assess(year, national());
    const IndicatorColumn& r1 = assessment.stages.at(0).indicators[0];
    EXPECT_EQ(r1.statuses[0], Status::Floor);
    EXPECT_EQ(r1.borderline[0], 1);
    EXPECT_EQ(printedValue(year, national(), assessment.stages[0], 0, 0), QStringLiteral("4.20"));
    EXPECT_EQ(r1.statuses[1], Status::Met);
    EXPECT_EQ(r1.borderline[1], 0);
}

TEST(Assess, RemarkNamesWhatIsMetAndWhatReaches85Percent) {
    CountyBuilder county;
    primarySchool(county, u"9900000001",
                  {{u"backbone_teachers", u"9"}, {u"pe_teachers", u"0"}, {u"teachers_master", u""}});
    const Assessment assessment = judge(county);
    EXPECT_EQ(remarkOf(national(), assessment.stages.at(0), 0),
              QStringLiteral("达标4项；85%以上：R2；低于85%：R3；待填报：R1"));
}

TEST(Assess, NotApplicableWhereAFigureIsNeededIsAFault) {
    CountyBuilder county;
    primarySchool(county, u"9900000001", {{u"backbone_teachers", u"不适用"}, {u"other_art_teachers", u"不适用"}});
    const auto faults = inputFaults(county.build(), national());
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].cell.item->code, QStringLiteral("backbone_teachers"));
}

TEST(Assess, PrintsMeansHalfUp) {
    CountyBuilder county;
    // R7: 25 rooms over 1000 and 28.5... rooms 57 over 2000: mean 82 / 3000 x 100 = 2.7333; R4: (5000 + 5349) / 2000.
    primarySchool(county, u"9900000001");
    primarySchool(county, u"9900000002", {{u"pupils", u"2000"}},
                  {{u"multimedia_rooms", u"57"}, {u"teaching_area", u"10055"}});
    const auto year = county.build();
    const Assessment assessment = assess::assess(year, national());
    EXPECT_EQ(printedMean(year, national(), assessment.stages.at(0), 6), QStringLiteral("2.73"));
    // 15055 / 3000 = 5.018333
    EXPECT_EQ(printedMean(year, national(), assessment.stages.at(0), 3), QStringLiteral("5.02"));
    EXPECT_EQ(printedCoefficient(Coefficient{}), QString());
}

// Exactly half-way: 5015 / 1000 = 5.015 prints as 5.02 although its double lies below.
TEST(Assess, PrintsTiesHalfUp) {
    CountyBuilder county;
    primarySchool(county, u"9900000001", {}, {{u"teaching_area", u"5015"}});
    const auto year = county.build();
    const Assessment assessment = assess::assess(year, national());
    EXPECT_EQ(printedValue(year, national(), assessment.stages.at(0), 0, 3), QStringLiteral("5.02"));
    EXPECT_EQ(printedMean(year, national(), assessment.stages.at(0), 3), QStringLiteral("5.02"));
}
