// Approval, vetoes, eligibility, balance indicators of regional standards, the whole verdict and its reasons.

#include "indicator_fixture.h"

#include "assess/shortfall.h"
#include "assess/trace.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;

namespace {

CountyBuilder survey(const char16_t* valid, const char16_t* satisfied) {
    CountyBuilder county;
    county
        .row(model::Level::Survey, u"家长",
             {{u"survey_issued", u"60"}, {u"survey_valid", u"50"}, {u"survey_satisfied", u"50"}})
        .row(model::Level::Survey, u"学生",
             {{u"survey_issued", u"60"}, {u"survey_valid", valid}, {u"survey_satisfied", satisfied}});
    return county;
}

ApprovalResult approvalOf(const CountyBuilder& county) {
    return assess::assess(county.build(), rulesOf()).approval;
}

// Seven answers; `present` is the one that is 是, 0 = none, -1 = V7 is not answered.
CountyBuilder vetoes(int present) {
    CountyBuilder county;
    for (int i = 1; i <= 7; ++i) {
        const QString id = QStringLiteral("V%1").arg(i);
        const char16_t* answer = i == present ? u"是" : i == 7 && present < 0 ? u"" : u"否";
        county.row(model::Level::Veto, id.toStdU16String().c_str(), {{u"veto_present", answer}});
    }
    return county;
}

// Two primary schools of 1000 pupils with so many computers.
CountyBuilder computers(const char16_t* first, const char16_t* second) {
    CountyBuilder county;
    for (const auto& [code, count] : {std::pair(u"9900000001", first), std::pair(u"9900000002", second)})
        county.school(code, u"小学", {{u"sponsor", u"县级教育部门"}})
            .section(code, u"primary",
                     {{u"pupils", u"1000"},
                      {u"teachers", u"60"},
                      {u"senior_title_teachers", u"30"},
                      {u"teachers_college", u"20"},
                      {u"teachers_bachelor", u"30"},
                      {u"teachers_master", u"0"},
                      {u"teachers_doctor", u"0"}})
            .campus(code, u"",
                    {{u"teaching_area", u"5000"},
                     {u"indoor_sports_area", u"0"},
                     {u"sports_ground_area", u"8000"},
                     {u"equipment_value", u"220"},
                     {u"books", u"30000"},
                     {u"computers", count}});
    return county;
}

// A year before in which the computers of its two schools were as given.
model::CountyYear priorYear(int year, const char16_t* allMet, const char16_t* primary, const char16_t* junior) {
    CountyBuilder county(year);
    county.county({{u"basic_all_met", allMet}, {u"basic_cv_primary", primary}, {u"basic_cv_junior", junior}});
    return county.build();
}

IndicatorStatus e2(const std::vector<model::CountyYear>& years, const char16_t* conclusion = u"达标") {
    std::vector<PriorYear> prior;
    for (const model::CountyYear& year : years)
        prior.push_back(priorYearOf(year, *priorYearsRule(rulesOf()), rulesOf(u"basic-2012")));
    CountyBuilder county;
    conclude(county, u"E2", conclusion);
    return assess::assess(county.build(), rulesOf(), prior).eligibility[1].status;
}

} // namespace

// 50 of 50 and 35 of 50: 85 of 100.
TEST(Approval, EightyFivePercentOfTheValidOnes) {
    EXPECT_EQ(approvalOf(survey(u"50", u"35")).status, IndicatorStatus::Met);
    EXPECT_EQ(*approvalOf(survey(u"50", u"35")).rate, base::Rational(17, 20));
    EXPECT_EQ(approvalOf(survey(u"50", u"34")).status, IndicatorStatus::Unmet);
    EXPECT_EQ(approvalOf(survey(u"50", u"")).status, IndicatorStatus::Missing);
    EXPECT_EQ(approvalOf(survey(u"", u"34")).status, IndicatorStatus::Missing);
    EXPECT_EQ(approvalOf(CountyBuilder()).status, IndicatorStatus::Missing);
    EXPECT_EQ(*approvalOf(survey(u"50", u"34")).parentsShare, base::Rational(1, 2));
    EXPECT_EQ(*shortfallOf(*rulesOf().approval, approvalOf(survey(u"50", u"34"))), 1);
    EXPECT_FALSE(shortfallOf(*rulesOf().approval, approvalOf(survey(u"50", u"35"))));
    EXPECT_EQ(approvalSentence(approvalOf(survey(u"50", u"34"))),
              QStringLiteral("问卷 120 份，有效 100 份，满意 84 份，满意度 84.0%"));
    EXPECT_EQ(obstaclesIn(survey(u"50", u""), u"S1"), QStringList{QStringLiteral("survey_satisfied")});
}

// 1699 of 1999 + ... : 50 + 1649 of 50 + 1950 = 84.95 % prints as 85.0.
TEST(Approval, BorderlineWherePrintAndVerdictDiffer) {
    EXPECT_TRUE(approvalOf(survey(u"1950", u"1649")).borderline);
    EXPECT_EQ(approvalOf(survey(u"1950", u"1649")).status, IndicatorStatus::Unmet);
}

// 50 + 796 of 50 + 950 = 84.6 % prints as 84.6.
TEST(Approval, IsPrintedWithOneDecimal) {
    EXPECT_FALSE(approvalOf(survey(u"950", u"796")).borderline);
}

// Nobody was asked: there is no number of questionnaires, not even 0.
TEST(Approval, WithoutGroupsThereIsNoNumber) {
    const ApprovalResult none = approvalOf(CountyBuilder());
    EXPECT_EQ(none.issued, std::nullopt);
    EXPECT_EQ(none.valid, std::nullopt);
    EXPECT_EQ(none.satisfied, std::nullopt);
}

// N11: 1.5‰ of 200000 = 300; of 333333 = 499.9995, so 500.
TEST(Approval, RequiredSampleByPopulation) {
    EXPECT_EQ(rulesOf().approval->requiredSample(200000), 300);
    EXPECT_EQ(rulesOf().approval->requiredSample(333333), 500);
    CountyBuilder county = survey(u"50", u"35");
    county.county({{u"population", u"20"}}); // 万人
    EXPECT_EQ(*approvalOf(county).requiredSample, 300);
}

// 教督〔2012〕3号, as 甘肃 and 海南 quote it: 1.5‰, 600 below 400,000 inhabitants, 70 % of the questionnaires valid.
TEST(Approval, OfTheSystemOf2012) {
    CountyBuilder county = survey(u"34", u"30"); // 84 valid of 120 issued
    county.county({{u"population", u"20"}});
    const ApprovalResult result = assess::assess(county.build(), rulesOf(u"basic-2012")).approval;
    EXPECT_EQ(*result.requiredSample, 600);
    EXPECT_EQ(base::toString(*result.validShare), QStringLiteral("7/10"));
    county.county({{u"population", u"40.01"}}); // 600.15
    EXPECT_EQ(*assess::assess(county.build(), rulesOf(u"basic-2012")).approval.requiredSample, 601);
    const Assessment assessment = assess::assess(county.build(), rulesOf(u"basic-2012"));
    EXPECT_TRUE(indicatorTraceOf(county.build(), rulesOf(u"basic-2012"), assessment, QStringLiteral("S1"))
                    .toString()
                    .contains(QStringLiteral("有效问卷回收率 70.0%（不低于 70%）")));
    // The national survey of 2024 knows no such share.
    EXPECT_FALSE(
        indicatorTraceOf(county.build(), rulesOf(), assess::assess(county.build(), rulesOf()), QStringLiteral("S1"))
            .toString()
            .contains(QStringLiteral("回收率")));
    EXPECT_EQ(approvalOf(CountyBuilder()).validShare, std::nullopt);
    CountyBuilder single;
    single.row(model::Level::Survey, u"家长",
               {{u"survey_issued", u"1"}, {u"survey_valid", u"1"}, {u"survey_satisfied", u"1"}});
    EXPECT_EQ(approvalOf(single).validShare, 1);
}

TEST(Vetoes, AnyOneExcludes) {
    const auto verdict = [](int present) { return assess::assess(vetoes(present).build(), rulesOf()).verdicts.vetoes; };
    EXPECT_EQ(verdict(0), Verdict::Pass);
    for (int i = 1; i <= 7; ++i)
        EXPECT_EQ(verdict(i), Verdict::Fail) << i;
    EXPECT_EQ(verdict(-1), Verdict::Missing);
    const Assessment failed = assess::assess(vetoes(3).build(), rulesOf());
    EXPECT_EQ(failed.vetoes[2].present, true);
    EXPECT_EQ(failed.verdicts.overall, Verdict::Fail);
    const auto reasons = reasonsOf(rulesOf(), failed);
    ASSERT_EQ(reasons.size(), 1U); // what is missing besides explains nothing
    EXPECT_EQ(reasons[0].id, QStringLiteral("V3"));
    EXPECT_EQ(reasons[0].sentence, QStringLiteral("一票否决：存在重点学校或重点班"));
}

TEST(Eligibility, E1ThreeYearsAfterRecognition) {
    const auto e1 = [](const char16_t* recognised, int year = 2025) {
        CountyBuilder county(year);
        county.county({{u"basic_recognised_year", recognised}});
        return statusOf(county, u"E1");
    };
    EXPECT_EQ(e1(u"2022"), IndicatorStatus::Met);
    EXPECT_EQ(e1(u"2023"), IndicatorStatus::Unmet);
    // 国教督〔2022〕1号: by the end of 2021 every county had been recognised.
    EXPECT_EQ(e1(u""), IndicatorStatus::Met);
    EXPECT_EQ(e1(u"", 2026), IndicatorStatus::Met);
    EXPECT_EQ(e1(u"", 2024), IndicatorStatus::Missing);
    EXPECT_EQ(e1(u"不适用"), IndicatorStatus::Missing);
    CountyBuilder noAnswer(2025);
    noAnswer.county({{u"basic_recognised_year", u"不适用"}});
    EXPECT_EQ(obstaclesIn(noAnswer, u"E1"), QStringList{QStringLiteral("basic_recognised_year")});
    EXPECT_EQ(judged(noAnswer, u"E1").figures, std::vector<std::optional<base::Rational>>(2));
    // A standard that does not say so asks for the year.
    const auto asking = ownRules(R"("eligibility":{"E1":{"held_from":null,"source":"口径"}})");
    EXPECT_EQ(assess::assess(CountyBuilder(2025).build(), asking).eligibility.at(0).status, IndicatorStatus::Missing);
    CountyBuilder blank(2025);
    EXPECT_EQ(assess::detailOf(blank.build(), *rulesOf().findIndicator(QStringLiteral("E1")), judged(blank, u"E1")),
              QStringLiteral("各县均已通过认定，到2025—2026学年已满3年"));
}

// 规程: 近三年的评估中, which ended in 2022; no extension is known, so both results stand until the county has chosen.
TEST(Relaxations, BothVerdictsStandUntilTheCountyHasChosen) {
    // 2300 pupils in a 小学 built by 2010: G4 is met by the relaxation only; of what else there is much is missing, and
    // a fail outranks that.
    const auto judgedWith = [](const char16_t* choice) {
        CountyBuilder county(2025);
        county.school(u"9900000001", u"小学", {{u"built_year", u"2005"}})
            .section(u"9900000001", u"primary", {{u"pupils", u"2300"}})
            .county({{u"relaxations_applied", choice}});
        return assess::assess(county.build(), rulesOf());
    };
    const Assessment open = judgedWith(u"");
    EXPECT_TRUE(open.relaxationsOpen);
    EXPECT_EQ(open.verdicts.overall, Verdict::Missing);
    EXPECT_EQ(assess::overallWord(open), QStringLiteral("放宽 待填报／不放宽 未达标"));
    EXPECT_EQ(assess::verdictWord(open, &assess::Verdicts::government), QStringLiteral("放宽 待填报／不放宽 未达标"));
    EXPECT_EQ(assess::verdictWord(open, &assess::Verdicts::quality), QStringLiteral("待填报"));
    const Assessment counted = judgedWith(u"是");
    EXPECT_FALSE(counted.relaxationsOpen);
    EXPECT_EQ(assess::overallWord(counted), QStringLiteral("待填报"));
    EXPECT_EQ(counted.withoutRelaxations->overall, Verdict::Fail);
    const Assessment waived = judgedWith(u"否");
    EXPECT_FALSE(waived.relaxationsOpen);
    EXPECT_EQ(assess::overallWord(waived), QStringLiteral("未达标"));
    EXPECT_FALSE(waived.withoutRelaxations);
    EXPECT_TRUE(judgedWith(u"不适用").relaxationsOpen);
}

TEST(Eligibility, E2ThreePriorYearsAsEntered) {
    const auto good = [](int year) { return priorYear(year, u"是", u"0.6", u"0.5"); };
    EXPECT_EQ(e2({good(2022), good(2023), good(2024)}), IndicatorStatus::Met);
    EXPECT_EQ(e2({good(2023), good(2024)}), IndicatorStatus::Missing);
    EXPECT_EQ(e2({good(2021), good(2023), good(2024)}), IndicatorStatus::Missing);
    EXPECT_EQ(e2({good(2022), good(2023), priorYear(2024, u"否", u"0.6", u"0.5")}), IndicatorStatus::Unmet);
    EXPECT_EQ(e2({good(2022), good(2023), priorYear(2024, u"是", u"0.601", u"0.5")}), IndicatorStatus::Unmet);
    EXPECT_EQ(e2({good(2022), good(2023), priorYear(2024, u"是", u"0.6", u"0.501")}), IndicatorStatus::Unmet);
    EXPECT_EQ(e2({good(2022), good(2023), priorYear(2024, u"是", u"", u"0.5")}), IndicatorStatus::Missing);
    EXPECT_EQ(e2({good(2022), good(2023), priorYear(2024, u"", u"0.6", u"0.5")}), IndicatorStatus::Missing);
    EXPECT_EQ(e2({good(2022), good(2023), good(2024)}, u"未达标"), IndicatorStatus::Unmet);
    EXPECT_EQ(e2({good(2022), good(2023), good(2024)}, u""), IndicatorStatus::Missing);
}

// Eight coefficients, seven of them 0, that of the computers 0.5 (100 and 300): composite 0.5 / 8.
TEST(Eligibility, E2TakesTheYearsOwnFigures) {
    const PriorYear prior =
        priorYearOf(computers(u"100", u"300").build(), *priorYearsRule(rulesOf()), rulesOf(u"basic-2012"));
    ASSERT_TRUE(prior.composite[0]);
    EXPECT_NEAR(base::toDouble(*prior.composite[0]), 0.0625, 1e-12);
    EXPECT_EQ(prior.withinLimit[0], true);
    EXPECT_FALSE(prior.withinLimit[1]); // no 初中, nothing entered
}

TEST(Eligibility, E3IsTheMonitoringAndTheConclusion) {
    CountyBuilder county;
    county.row(model::Level::Monitoring, u"数学/四年级", {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", u"0.1"}});
    EXPECT_EQ(statusOf(county, u"E3"), IndicatorStatus::Missing);
    EXPECT_EQ(statusOf(conclude(county, u"E3", u"达标"), u"E3"), IndicatorStatus::Met);
    county.row(model::Level::Monitoring, u"数学/八年级", {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", u"0.15"}});
    EXPECT_EQ(statusOf(county, u"E3"), IndicatorStatus::Unmet);
}

// 5 and 40 ㎡ a pupil: mean 22.5, deviation 17.5, far over 0.50, whatever is missing besides.
TEST(Eligibility, E4IsTheBalance) {
    CountyBuilder county = computers(u"100", u"100");
    county.campus(u"9900000002", u"", {{u"teaching_area", u"40000"}});
    const IndicatorResult result = judged(county, u"E4");
    EXPECT_EQ(result.status, IndicatorStatus::Unmet);
    EXPECT_EQ(result.withoutRelaxations, IndicatorStatus::Unmet);
}

// The composite alone is tested: 0.65 exactly passes. One of eight coefficients at 0.5 gives 0.0625.
TEST(Basic2012, TestsTheCompositeAlone) {
    const Assessment assessment = assess::assess(computers(u"100", u"900").build(), rulesOf(u"basic-2012"));
    const StageAssessment& stage = assessment.stages.at(0);
    EXPECT_TRUE(stage.indicators.empty());
    ASSERT_EQ(stage.furtherBalance.size(), 8U);
    EXPECT_DOUBLE_EQ(stage.furtherBalance[3].coefficient.cv, 0.8); // 10 and 90: mean 50, deviation 40
    EXPECT_NEAR(*stage.composite, 0.1, 1e-12);
    EXPECT_EQ(stage.compositeStatus, BalanceStatus::Met);
    EXPECT_EQ(assessment.verdicts.balance, Verdict::Pass);
    EXPECT_EQ(assessment.verdicts.resources, Verdict::Missing); // it knows none
}

// Composite exactly at its limit: all other coefficients are 0, that of the computers 0.8, so the mean is 1/10.
TEST(Basic2012, TheCompositeIsExactAtItsLimit) {
    const auto verdict = [](const char* limit) {
        const QByteArray json = QByteArrayLiteral(R"({"format":1,"id":"own","title":"自定","extends":"basic-2012",
            "sources":{},"balance":{"composite":{"primary":")") +
                                limit + QByteArrayLiteral(R"("},"source":"3号"}})");
        const auto rules = standard::parseStandard(json, QStringLiteral("own.json"));
        return assess::assess(computers(u"100", u"900").build(), rules.value()).verdicts.balance;
    };
    EXPECT_EQ(verdict("0.1"), Verdict::Pass);
    EXPECT_EQ(verdict("0.09999999999"), Verdict::Fail);
    EXPECT_EQ(verdict("0.10000000001"), Verdict::Pass);
}

TEST(Basic2012, LeavesPrivateSchoolsOut) {
    CountyBuilder county = computers(u"100", u"900");
    county.school(u"9900000002", u"小学", {{u"sponsor", u"民办"}});
    const Assessment assessment = assess::assess(county.build(), rulesOf(u"basic-2012"));
    EXPECT_EQ(assessment.stages.at(0).sectionCount(), 1);
    EXPECT_EQ(assessment.excluded.size(), 1U);
}

// Seed 000: computers over 0.50. 10 and 30.1 a hundred: mean 20.05, deviation 10.05, 0.50125; 10 and 30: exactly 0.50.
// The plan names seven indicators; the computers are a finding beside them: listed, not judged.
TEST(UrumqiCounty, ListsTheBalanceOfComputersAndDoesNotJudgeIt) {
    const standard::Standard& rules = rulesOf(u"urumqi-county-2022");
    const auto coefficient = [&](const char16_t* second) {
        return assess::assess(computers(u"100", second).build(), rules).stages.at(0).furtherBalance.at(0).coefficient;
    };
    EXPECT_EQ(rules.furtherBalance.at(0).title, QStringLiteral("每百名学生拥有计算机台数"));
    EXPECT_EQ(coefficient(u"300").status, BalanceStatus::Met);
    EXPECT_EQ(coefficient(u"301").status, BalanceStatus::Unmet);
    EXPECT_NEAR(coefficient(u"301").cv, 10.05 / 20.05, 1e-12);
    // Six of the seven are known, none is over; neither a coefficient over the limit nor a blank changes that.
    const Verdict otherwise = assess::assess(computers(u"100", u"300").build(), rulesOf()).verdicts.balance;
    for (const char16_t* second : {u"300", u"301", u""}) {
        const Assessment assessment = assess::assess(computers(u"100", second).build(), rules);
        EXPECT_EQ(assessment.verdicts.balance, otherwise);
        EXPECT_EQ(assessment.result(rules, QStringLiteral("E4"))->status, IndicatorStatus::Missing);
        for (const Reason& reason : reasonsOf(rules, assessment))
            EXPECT_NE(reason.id, QStringLiteral("B1"));
    }
    EXPECT_EQ(coefficient(u"").status, BalanceStatus::Missing);
    // Elsewhere it is no indicator.
    for (const char16_t* id : {u"national-2017", u"ningxia-2017", u"xinjiang-2021", u"changji-2022", u"hutubi-2022"})
        EXPECT_TRUE(rulesOf(id).furtherBalance.empty());
    EXPECT_TRUE(assess::assess(computers(u"100", u"301").build(), rulesOf()).stages.at(0).furtherBalance.empty());
}

TEST(Overall, WithoutDataEveryPartIsMissingAndNamed) {
    const Assessment assessment = assess::assess(CountyBuilder(2024).build(), rulesOf());
    EXPECT_EQ(assessment.verdicts.overall, Verdict::Missing);
    EXPECT_EQ(assessment.verdicts.canApply, Verdict::Missing);
    EXPECT_FALSE(assessment.withoutRelaxations);
    for (const Reason& reason : reasonsOf(rulesOf(), assessment))
        EXPECT_EQ(reason.verdict, Verdict::Missing);
    for (const char* id : {"G1", "G7", "G8", "G11", "G14", "G15", "Q2", "Q9", "S1", "V1", "V7", "E1", "E2", "E5"})
        EXPECT_FALSE(obstaclesOf(CountyBuilder(2024).build(), rulesOf(), QLatin1StringView(id)).empty()) << id;
}

// The relaxed size of a school makes government pass only with relaxations, as far as it is judged.
TEST(Overall, WithoutRelaxationsGovernmentFails) {
    CountyBuilder county;
    county.school(u"9900000001", u"小学", {{u"built_year", u"2006"}})
        .section(u"9900000001", u"primary", {{u"pupils", u"2150"}});
    const Assessment assessment = assess::assess(county.build(), rulesOf());
    EXPECT_EQ(assessment.verdicts.government, Verdict::Missing);
    ASSERT_TRUE(assessment.withoutRelaxations);
    EXPECT_EQ(assessment.withoutRelaxations->government, Verdict::Fail);
    EXPECT_EQ(assessment.withoutRelaxations->overall, Verdict::Fail);
    EXPECT_EQ(assessment.withoutRelaxations->resources, assessment.verdicts.resources);
}

// A school that is named because it fails has no relaxation, so there is no verdict without.
TEST(Overall, ASchoolThatFailsIsNoRelaxation) {
    CountyBuilder county;
    county.school(u"9900000001", u"小学").section(u"9900000001", u"primary", {{u"pupils", u"2150"}});
    const Assessment assessment = assess::assess(county.build(), rulesOf());
    EXPECT_EQ(assessment.verdicts.government, Verdict::Fail);
    EXPECT_FALSE(assessment.withoutRelaxations);
}

// Every figure has its place, also where nothing is entered.
TEST(Overall, WithoutDataEveryFigureIsEmpty) {
    const Assessment assessment = assess::assess(CountyBuilder().build(), rulesOf());
    for (const auto* indicators : {&rulesOf().government, &rulesOf().quality, &rulesOf().eligibility}) {
        for (const standard::Indicator& indicator : *indicators)
            EXPECT_EQ(assessment.result(rulesOf(), indicator.id)->figures,
                      std::vector<std::optional<base::Rational>>(indicator.figures.size()))
                << indicator.id.toStdString();
    }
}

// Targets are shown and change no verdict.
TEST(Overall, TargetsAreNoTests) {
    CountyBuilder county;
    county.county({{u"compulsory_retention", u"95.99"}});
    const Assessment xinjiang = assess::assess(county.build(), rulesOf(u"xinjiang-2024"));
    EXPECT_EQ(xinjiang.targets.at(0).status, IndicatorStatus::Unmet);
    EXPECT_EQ(xinjiang.verdicts.overall, Verdict::Missing);
    county.county({{u"compulsory_retention", u"96"}});
    EXPECT_EQ(statusOf(county, u"T1", u"xinjiang-2024"), IndicatorStatus::Met);
}

TEST(IndicatorTrace, TellsTheFormulaInNamesAndNumbers) {
    CountyBuilder county;
    county.county({{u"rotation_eligible", u"150"}, {u"rotation_actual", u"14"}, {u"rotation_backbone", u"7"}});
    const auto year = county.build();
    const Trace trace = indicatorTraceOf(year, rulesOf(), assess::assess(year, rulesOf()), QStringLiteral("G11"));
    EXPECT_EQ(trace.title, QStringLiteral("G11 教师交流轮岗"));
    EXPECT_TRUE(trace.lines.contains(
        QStringLiteral("交流轮岗教师占符合交流条件教师总数的比例 = 实际交流轮岗教师数 ÷ 符合交流条件教师总数")));
    EXPECT_TRUE(trace.lines.contains(QStringLiteral("　= 14 ÷ 150")));
    EXPECT_TRUE(trace.lines.contains(QStringLiteral("　= 9.333333%")));
    EXPECT_TRUE(trace.lines.contains(QStringLiteral("要求 ≥ 10%：未达标")));
    EXPECT_TRUE(trace.lines.contains(QStringLiteral("还差 1 人（0.7 个百分点）"))); // 15 of 150
    ASSERT_EQ(trace.formulas.size(), 2U);
    EXPECT_EQ(trace.formulas[0].figure, QStringLiteral("rotation_ratio"));
    EXPECT_EQ(trace.formulas[0].expression.value(), base::Rational(7, 75));
}

TEST(IndicatorTrace, NamesWhatIsMissing) {
    CountyBuilder county;
    county.county({{u"rotation_eligible", u"150"}, {u"rotation_actual", u"15"}});
    const auto year = county.build();
    const Trace trace = indicatorTraceOf(year, rulesOf(), assess::assess(year, rulesOf()), QStringLiteral("G11"));
    ASSERT_EQ(trace.obstacles.size(), 1U);
    EXPECT_TRUE(trace.lines.last().contains(QStringLiteral("其中交流轮岗骨干教师数")));
}

TEST(IndicatorTrace, SumsAreOverTheCellsOfEverySchool) {
    CountyBuilder county;
    for (const char16_t* code : {u"9900000001", u"9900000002"})
        county.school(code, u"小学")
            .section(code, u"primary", {{u"pupils", u"100"}, {u"teachers", u"10"}, {u"trained_teachers", u"9"}});
    const auto year = county.build();
    const Assessment assessment = assess::assess(year, rulesOf());
    const Trace trace = indicatorTraceOf(year, rulesOf(), assessment, QStringLiteral("G9"));
    EXPECT_TRUE(trace.lines.contains(QStringLiteral("　= 18 ÷ 20")));
    ASSERT_EQ(trace.formulas.size(), 1U);
    EXPECT_EQ(trace.formulas[0].expression.cells().size(), 4U);
    for (const char* id : {"G3", "G6", "G7", "G8", "Q9", "E2", "S1", "V1", "G1"})
        EXPECT_FALSE(indicatorTraceOf(year, rulesOf(), assessment, QLatin1StringView(id)).lines.isEmpty()) << id;
    EXPECT_TRUE(indicatorTraceOf(year, rulesOf(), assessment, QStringLiteral("X1")).lines.isEmpty());
}
