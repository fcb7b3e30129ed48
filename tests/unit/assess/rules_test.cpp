// Corners of the rules about the county: what is blank, not applicable, zero, or met by one school and not by the next.
// By hand.

#include "indicator_fixture.h"

using namespace junheng;
using namespace junheng::test;
using assess::IndicatorStatus;

namespace {

constexpr const char16_t* kFirst = u"9900000001";
constexpr const char16_t* kSecond = u"9900000002";

CountyBuilder& addPrimary(CountyBuilder& county, const char16_t* code, Cells cells, Cells section = {}) {
    return county.school(code, u"小学", cells)
        .section(code, u"primary", {{u"pupils", u"300"}})
        .section(code, u"primary", section);
}

} // namespace

TEST(Rules, G8NotApplicable) {
    const auto salaries = [](const char16_t* teachers, const char16_t* servants) {
        CountyBuilder county;
        county.county({{u"teacher_salary", teachers}, {u"civil_servant_salary", servants}});
        conclude(county, u"G8", u"不适用");
        return statusOf(county, u"G8");
    };
    EXPECT_EQ(salaries(u"不适用", u"98000"), kNotApplicable);
    EXPECT_EQ(salaries(u"98000", u"不适用"), kNotApplicable);
    EXPECT_EQ(salaries(u"不适用", u"不适用"), kNotApplicable);
    EXPECT_EQ(salaries(u"不适用", u""), kMissing);
    EXPECT_EQ(salaries(u"", u"不适用"), kMissing);
}

// 97,999.4 prints as 97,999: no borderline. Both are told.
TEST(Rules, G8FarFromTheLimit) {
    CountyBuilder county;
    county.county({{u"teacher_salary", u"97999.4"}, {u"civil_servant_salary", u"98000"}});
    EXPECT_FALSE(judged(county, u"G8").borderline);
    EXPECT_EQ(figureOf(judged(county, u"G8"), u"G8", u"teacher_salary"), QStringLiteral("489997/5"));
    EXPECT_EQ(figureOf(judged(county, u"G8"), u"G8", u"civil_servant_salary"), QStringLiteral("98000"));
}

// An amount that is not applicable is none: only the other one is judged.
TEST(Rules, AmountsThatAreNotApplicable) {
    const auto funds = [](const char16_t* primary, const char16_t* junior) {
        CountyBuilder county;
        county.county({{u"funds_standard_primary", primary}, {u"funds_standard_junior", junior}});
        conclude(county, u"G2", u"达标");
        return statusOf(county, u"G2", u"liaoning-shenyang");
    };
    EXPECT_EQ(funds(u"1150", u"1350"), kMet);
    EXPECT_EQ(funds(u"1149.99", u"1350"), kUnmet);
    EXPECT_EQ(funds(u"1150", u"1349.99"), kUnmet);
    EXPECT_EQ(funds(u"1150", u"不适用"), kMet);
    EXPECT_EQ(funds(u"不适用", u"1349"), kUnmet);
    EXPECT_EQ(funds(u"1150", u""), kMissing);
}

// 11 of 100, 4 of 100 and 6 of 100: the least is 4 %; 4.9999 of 100 is borderline, whatever the next school has.
TEST(Rules, Q4TheLeastShareOfAll) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"11"}});
    addPrimary(county, kSecond, {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"4.9999"}});
    addPrimary(county, u"9900000003", {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"4"}});
    addPrimary(county, u"9900000004", {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"6"}});
    addPrimary(county, u"9900000005", {{u"public_funds_budget", u"不适用"}, {u"teacher_training_budget", u"1"}});
    addPrimary(county, u"9900000006",
               {{u"public_funds_budget", u"50"}, {u"teacher_training_budget", u"3"}, {u"independent_accounts", u"是"}});
    const auto result = judged(county, u"Q4");
    EXPECT_EQ(result.status, kUnmet);
    EXPECT_TRUE(result.borderline);
    EXPECT_EQ(figureOf(result, u"Q4", u"schools"), QStringLiteral("5"));
    EXPECT_EQ(figureOf(result, u"Q4", u"short"), QStringLiteral("2"));
    EXPECT_EQ(figureOf(result, u"Q4", u"least_share"), QStringLiteral("1/25"));
    ASSERT_EQ(result.schools.size(), 2U);
    EXPECT_EQ(*result.schools[1].value, base::Rational(1, 25));
    EXPECT_EQ(*result.schools[1].limit, base::Rational(1, 20));
}

// The least share may be the first one. 4.96 % prints as 5.0 and is below; 4.9 % prints as 4.9.
TEST(Rules, Q4IsPrintedWithOneDecimal) {
    const auto shares = [](const char16_t* first) {
        CountyBuilder county;
        addPrimary(county, kFirst, {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", first}});
        addPrimary(county, kSecond, {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"6"}});
        return judged(county, u"Q4");
    };
    EXPECT_TRUE(shares(u"4.96").borderline);
    EXPECT_FALSE(shares(u"4.9").borderline);
    EXPECT_EQ(figureOf(shares(u"4.9"), u"Q4", u"least_share"), QStringLiteral("49/1000"));
}

// A limit over 100 %: 120 of 100 are less than twice as much.
TEST(Rules, AShareOfMoreThanTheWhole) {
    const auto rules = ownRules(R"("quality":{"Q4":{"at_least":"2","source":"6号"}})");
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"120"}});
    EXPECT_EQ(assess::assess(county.build(), rules).quality.at(3).status, kUnmet);
}

// Rooms a 元: 3 for 0.02 万元 are 3 / 200 = 1.5 %.
TEST(Rules, AShareOfItemsInDifferentUnits) {
    const auto rules = ownRules(R"("quality":{"Q4":{"numerator":"music_rooms","at_least":"0.02","source":"6号"}})");
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"public_funds_budget", u"0.02"}, {u"music_rooms", u"3"}});
    const auto result = assess::assess(county.build(), rules).quality.at(3);
    EXPECT_EQ(result.status, kUnmet);
    ASSERT_EQ(result.schools.size(), 1U);
    EXPECT_EQ(*result.schools[0].value, base::Rational(3, 200));
}

// Nothing planned for training is a share of 0.
TEST(Rules, Q4TrainingThatIsNotApplicable) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"不适用"}});
    const auto result = judged(county, u"Q4");
    EXPECT_EQ(result.status, kUnmet);
    EXPECT_EQ(figureOf(result, u"Q4", u"least_share"), QStringLiteral("0"));
    ASSERT_EQ(result.schools.size(), 1U);
    EXPECT_EQ(*result.schools[0].value, 0);
}

// A school whose figures are missing leaves the counts open, and says which cells.
TEST(Rules, Q4NamesTheBlankCellsOnly) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"public_funds_budget", u"100"}});
    addPrimary(county, kSecond, {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"5"}});
    EXPECT_EQ(statusOf(county, u"Q4"), kMissing);
    EXPECT_EQ(figureOf(judged(county, u"Q4"), u"Q4", u"schools"), QString());
    EXPECT_EQ(figureOf(judged(county, u"Q4"), u"Q4", u"least_share"), QString());
    EXPECT_EQ(obstaclesIn(county, u"Q4"), QStringList{QStringLiteral("teacher_training_budget")});
}

TEST(Rules, Q6GradesThatAreNotApplicable) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"moral_culture_grade", u"不适用"}});
    EXPECT_EQ(statusOf(county, u"Q6"), kNotApplicable);
    addPrimary(county, kSecond, {{u"moral_culture_grade", u"良好"}});
    EXPECT_EQ(statusOf(county, u"Q6"), kMet);
    EXPECT_EQ(figureOf(judged(county, u"Q6"), u"Q6", u"schools"), QStringLiteral("1"));
    addPrimary(county, u"9900000003", {{u"moral_culture_grade", u"不合格"}});
    const auto result = judged(county, u"Q6");
    ASSERT_EQ(result.schools.size(), 1U);
    EXPECT_EQ(result.schools[0].schoolRow, 2);
    EXPECT_EQ(*result.schools[0].value, 3); // the fourth of 优秀, 良好, 合格, 不合格
    EXPECT_EQ(*result.schools[0].limit, 1);
}

// A group that was not asked is none; without a valid answer there is no rate.
TEST(Rules, ApprovalWithoutAnswers) {
    CountyBuilder county;
    county.row(model::Level::Survey, u"教师",
               {{u"survey_issued", u"9"}, {u"survey_valid", u"不适用"}, {u"survey_satisfied", u"不适用"}});
    const auto none = assess::assess(county.build(), rulesOf()).approval;
    EXPECT_EQ(none.status, kMissing);
    EXPECT_EQ(none.valid, 0);
    EXPECT_FALSE(none.rate);
    county.row(model::Level::Survey, u"学生",
               {{u"survey_issued", u"20"}, {u"survey_valid", u"20"}, {u"survey_satisfied", u"17"}});
    const auto some = assess::assess(county.build(), rulesOf()).approval;
    EXPECT_EQ(some.status, kMet);
    EXPECT_EQ(*some.rate, base::Rational(17, 20));
    EXPECT_EQ(*some.parentsShare, 0); // no row of parents
    EXPECT_EQ(some.issued, 29);
}

// 20 million inhabitants: 1.5‰ are 30,000.
TEST(Rules, RequiredSampleOfAPopulation) {
    CountyBuilder county;
    county.county({{u"population", u"2000"}});
    EXPECT_EQ(assess::assess(county.build(), rulesOf()).approval.requiredSample, 30000);
}

// An answer that is not applicable is "it is not there".
TEST(Rules, AVetoThatIsNotApplicable) {
    CountyBuilder county;
    county.row(model::Level::Veto, u"V1", {{u"veto_present", u"不适用"}});
    EXPECT_EQ(assess::assess(county.build(), rulesOf()).vetoes.at(0).present, false);
}

// Without a row every subject has its empty figures: six subjects, level and gap.
TEST(Rules, Q9WithoutRows) {
    EXPECT_EQ(judged(CountyBuilder(), u"Q9").figures, std::vector<std::optional<base::Rational>>(18)); // nine subjects
    EXPECT_EQ(obstaclesIn(CountyBuilder(), u"Q9"),
              (QStringList{QStringLiteral("monitored_level"), QStringLiteral("monitored_gap")}));
}

// A subject that is not known is judged all the same, and not printed.
TEST(Rules, Q9ASubjectThatIsNotKnown) {
    CountyBuilder county;
    county.row(model::Level::Monitoring, u"历史/八年级", {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", u"0.1"}});
    const auto result = judged(county, u"Q9");
    EXPECT_EQ(result.status, kMet);
    for (const auto& figure : result.figures)
        EXPECT_FALSE(figure);
    county.row(model::Level::Monitoring, u"历史/八年级", {{u"monitored_gap", u"0.15"}});
    EXPECT_EQ(statusOf(county, u"Q9"), kUnmet);
}

// 监测方案（2021年修订版）: the second year of a cycle monitors 语文, 艺术 and 英语.
TEST(Rules, Q9TheSubjectsOf2021) {
    for (const auto* part : {u"英语/八年级", u"劳动/四年级", u"心理健康/八年级"}) {
        CountyBuilder county;
        county.row(model::Level::Monitoring, part, {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", u"0.15"}});
        EXPECT_EQ(statusOf(county, u"Q9"), kUnmet);
        const QString figure = model::monitoredOf(QString::fromUtf16(part)).subject + QStringLiteral("_gap");
        EXPECT_EQ(figureOf(judged(county, u"Q9"), u"Q9", figure.toStdU16String().c_str()), QStringLiteral("3/20"));
    }
}

// Q9 speaks of the national monitoring, E3 of the national or the province's one (口径).
TEST(Rules, TheProvincesMonitoringCountsForE3Only) {
    CountyBuilder county;
    county.row(model::Level::Attested, u"E3", {{u"conclusion", u"达标"}})
        .row(model::Level::Monitoring, u"数学/四年级", {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", u"0.149"}})
        .row(model::Level::Monitoring, u"数学/四年级/省级", {{u"monitored_level", u"Ⅱ"}, {u"monitored_gap", u"0.16"}});
    EXPECT_EQ(statusOf(county, u"Q9"), kMet);
    EXPECT_EQ(figureOf(judged(county, u"Q9"), u"Q9", u"数学_gap"), QStringLiteral("149/1000"));
    EXPECT_EQ(statusOf(county, u"E3"), kUnmet);
    EXPECT_EQ(figureOf(judged(county, u"E3"), u"E3", u"数学_gap"), QStringLiteral("4/25"));
    // The region's alone: 呼图壁 asks for its level Ⅱ, the nation has not monitored yet.
    CountyBuilder region;
    region.row(model::Level::Monitoring, u"数学/四年级/省级", {{u"monitored_level", u"Ⅱ"}, {u"monitored_gap", u"0.1"}});
    EXPECT_EQ(statusOf(region, u"Q9"), kMissing);
    EXPECT_EQ(statusOf(region, u"Q9", u"hutubi-2022"), kMet);
}

// The worse row of a subject counts, whichever comes first.
TEST(Rules, Q9TheWorseRowOfASubject) {
    for (const bool swapped : {false, true}) {
        CountyBuilder county;
        county.row(model::Level::Monitoring, swapped ? u"语文/八年级" : u"语文/四年级",
                   {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", u"0.12"}});
        county.row(model::Level::Monitoring, swapped ? u"语文/四年级" : u"语文/八年级",
                   {{u"monitored_level", u"Ⅳ"}, {u"monitored_gap", u"0.11"}});
        const auto result = judged(county, u"Q9");
        EXPECT_EQ(figureOf(result, u"Q9", u"语文_level"), QStringLiteral("3"));
        EXPECT_EQ(figureOf(result, u"Q9", u"语文_gap"), QStringLiteral("3/25"));
        EXPECT_EQ(figureOf(result, u"Q9", u"数学_level"), QString());
    }
}

// Pupils not applicable in one school: it adds nothing, and blocks nothing.
TEST(Rules, SumsLeaveOutWhatIsNotApplicable) {
    CountyBuilder county;
    addPrimary(county, kFirst, {}, {{u"teachers", u"20"}, {u"trained_teachers", u"20"}});
    addPrimary(county, kSecond, {}, {{u"teachers", u"不适用"}, {u"trained_teachers", u"不适用"}});
    EXPECT_EQ(statusOf(county, u"G9"), kMet);
    EXPECT_EQ(figureOf(judged(county, u"G9"), u"G9", u"teachers"), QStringLiteral("20"));
    // All of what is counted not applicable, of teachers there are: that cannot be.
    CountyBuilder none;
    addPrimary(none, kFirst, {}, {{u"teachers", u"20"}, {u"trained_teachers", u"不适用"}});
    EXPECT_EQ(statusOf(none, u"G9"), kMissing);
    const auto obstacles = assess::obstaclesOf(none.build(), rulesOf(), QStringLiteral("G9"));
    ASSERT_EQ(obstacles.size(), 1U);
    EXPECT_EQ(obstacles[0].cell.subject.school, QString::fromUtf16(kFirst));
    EXPECT_EQ(obstacles[0].why, QStringLiteral("不能全部为“不适用”"));
}

// 20 pupils of one special school and 30 of another: 6 + 18 万元 / 50 = 4800; the second alone is above 6000.
TEST(Rules, G7SumsOfSpecialSchools) {
    CountyBuilder county;
    county.school(kFirst, u"特殊教育学校", {{u"public_funds_budget", u"5.99996"}})
        .section(kFirst, u"special", {{u"pupils", u"10"}})
        .school(kSecond, u"特殊教育学校", {{u"public_funds_budget", u"18"}})
        .section(kSecond, u"special", {{u"pupils", u"20"}});
    const auto result = judged(county, u"G7"); // 5.99996 is rounded to 6.0000 万元 as it is entered
    EXPECT_EQ(result.status, kMet);
    EXPECT_EQ(figureOf(result, u"G7", u"special_funds"), QStringLiteral("24"));
    EXPECT_EQ(figureOf(result, u"G7", u"special_pupils"), QStringLiteral("30"));
    EXPECT_EQ(figureOf(result, u"G7", u"per_pupil"), QStringLiteral("8000"));
    // 59,999.6 元 for 10 would be 5999.96, which prints as 6000; the next school is far from it.
    county.school(kFirst, u"特殊教育学校", {{u"public_funds_budget", u"11.9996"}})
        .section(kFirst, u"special", {{u"pupils", u"20"}});
    EXPECT_TRUE(judged(county, u"G7").borderline); // 5999.8
    EXPECT_EQ(statusOf(county, u"G7"), kUnmet);
    county.section(kFirst, u"special", {{u"pupils", u""}});
    EXPECT_EQ(statusOf(county, u"G7"), kMissing);
    // One that falls short outranks one that is missing, of which the sums are open all the same.
    county.school(u"9900000003", u"特殊教育学校", {{u"public_funds_budget", u"1"}})
        .section(u"9900000003", u"special", {{u"pupils", u"10"}});
    EXPECT_EQ(statusOf(county, u"G7"), kUnmet);
    EXPECT_EQ(figureOf(judged(county, u"G7"), u"G7", u"special_funds"), QString());
    EXPECT_EQ(obstaclesIn(county, u"G7"), QStringList{QStringLiteral("pupils")});
    EXPECT_EQ(figureOf(judged(county, u"G7"), u"G7", u"per_pupil"), QString());
}

TEST(Rules, G7WithoutSpecialPupilsIsNotApplicable) {
    CountyBuilder county;
    county.county({{u"special_funds", u"60"}, {u"special_pupils", u"不适用"}});
    EXPECT_EQ(statusOf(county, u"G7"), kNotApplicable);
    // A school without pupils is none: the county's own figures count.
    county.county({{u"special_pupils", u"100"}})
        .school(kFirst, u"特殊教育学校", {{u"public_funds_budget", u"1"}})
        .section(kFirst, u"special", {{u"pupils", u"0"}});
    EXPECT_EQ(statusOf(county, u"G7"), kMet);
}

// A section whose scope is not known blocks the sum; one that is known to be outside does not.
TEST(Rules, G13WhatIsBlankMattersOnlyInScope) {
    const auto zone = [](Cells second) {
        CountyBuilder county;
        const Cells inScope{{u"sponsor", u"县级教育部门"}, {u"locality", u"城区"}, {u"boarding", u"否"}};
        addPrimary(county, kFirst, inScope, {{u"in_zone_pupils", u"300"}});
        addPrimary(county, kSecond, inScope).school(kSecond, u"小学", second);
        return county;
    };
    EXPECT_EQ(obstaclesIn(zone({}), u"G13"), QStringList{QStringLiteral("in_zone_pupils")});
    EXPECT_EQ(obstaclesIn(zone({{u"boarding", u""}}), u"G13"), QStringList{QStringLiteral("boarding")});
    EXPECT_EQ(obstaclesIn(zone({{u"sponsor", u""}}), u"G13"), QStringList{QStringLiteral("sponsor")});
    EXPECT_EQ(statusOf(zone({{u"boarding", u""}}), u"G13"), kMissing);
    EXPECT_EQ(statusOf(zone({{u"sponsor", u""}, {u"locality", u"乡村"}}), u"G13"), kMet);
}

// A stage that boards is out of scope, whatever its school says; so is the blank of a stage without pupils.
TEST(Rules, G13TheFirstSectionOfTheCounty) {
    const auto zone = [](Cells school, Cells section) {
        CountyBuilder county;
        const Cells inScope{{u"sponsor", u"县级教育部门"}, {u"locality", u"城区"}, {u"boarding", u"否"}};
        addPrimary(county, kFirst, inScope, section).school(kFirst, u"小学", school);
        addPrimary(county, kSecond, inScope, {{u"in_zone_pupils", u"300"}});
        return county;
    };
    EXPECT_EQ(statusOf(zone({}, {{u"section_boarding", u"是"}}), u"G13"), kMet);
    EXPECT_EQ(obstaclesIn(zone({}, {{u"section_boarding", u"否"}}), u"G13"),
              QStringList{QStringLiteral("in_zone_pupils")});
    EXPECT_EQ(statusOf(zone({{u"boarding", u""}}, {{u"pupils", u"0"}}), u"G13"), kMet);
    EXPECT_EQ(obstaclesIn(zone({{u"boarding", u""}}, {{u"pupils", u"0"}}), u"G13"), QStringList());
}

// 20 of 201 are below 10 %, 20 of 200 are not.
TEST(Rules, ARatioThatMustStayBelow) {
    const auto rules = ownRules(
        R"("government":{"G11":{"parts":{"rotation_ratio":{"at_least":null,"below":"0.10"}},"source":"6号"}})");
    const auto status = [&](const char16_t* eligible) {
        CountyBuilder county;
        county.county({{u"rotation_eligible", eligible}, {u"rotation_actual", u"20"}, {u"rotation_backbone", u"4"}});
        return assess::assess(county.build(), rules).government.at(10).status;
    };
    EXPECT_EQ(status(u"201"), kMet);
    EXPECT_EQ(status(u"200"), kUnmet);
}

// The only teacher there is, and 96 of 1000, which print as 9.6 %.
TEST(Rules, G11OfOneTeacherAndOfAThousand) {
    CountyBuilder county;
    county.county({{u"rotation_eligible", u"1"}, {u"rotation_actual", u"1"}, {u"rotation_backbone", u"1"}});
    EXPECT_EQ(statusOf(county, u"G11"), kMet);
    EXPECT_EQ(figureOf(judged(county, u"G11"), u"G11", u"rotation_ratio"), QStringLiteral("1"));
    county.county({{u"rotation_eligible", u"1000"}, {u"rotation_actual", u"96"}, {u"rotation_backbone", u"96"}});
    EXPECT_EQ(statusOf(county, u"G11"), kUnmet);
    EXPECT_FALSE(judged(county, u"G11").borderline);
}

// 待定 is an answer that leaves the conclusion open, and is told as such; a blank one needs no words.
TEST(Rules, AConclusionThatIsLeftOpen) {
    const auto why = [](const char16_t* conclusion) {
        CountyBuilder county;
        conclude(county, u"G1", conclusion);
        return assess::obstaclesOf(county.build(), rulesOf(), QStringLiteral("G1")).at(0).why;
    };
    EXPECT_EQ(why(u"待定"), QStringLiteral("结论为“待定”"));
    EXPECT_EQ(why(u""), QString());
}

// Three years exactly: recognised in 2022, judged in 2025.
TEST(Rules, E1FiguresAreTheYearAndTheYearsSince) {
    CountyBuilder county(2025);
    county.county({{u"basic_recognised_year", u"2021"}});
    const auto result = judged(county, u"E1");
    EXPECT_EQ(figureOf(result, u"E1", u"basic_recognised_year"), QStringLiteral("2021"));
    EXPECT_EQ(figureOf(result, u"E1", u"years"), QStringLiteral("4"));
    EXPECT_FALSE(result.borderline);
}

// Funds stated in 元 are taken as they are: 600,000 元 for 100 pupils.
TEST(Rules, FundsStatedInYuan) {
    const auto rules =
        ownRules(R"("government":{"G7":{"funds":"teacher_salary","sentence":"{per_pupil}","source":"6号"}})");
    const auto status = [&](const char16_t* funds) {
        CountyBuilder county;
        county.county({{u"teacher_salary", funds}, {u"special_pupils", u"100"}});
        return assess::assess(county.build(), rules).government.at(6).status;
    };
    EXPECT_EQ(status(u"600000"), kMet);
    EXPECT_EQ(status(u"599999.99"), kUnmet);
}

// Prior years as a caller states them: the limit decides, and a figure of 0.6004 prints as 0.600.
TEST(Rules, E2FiguresOfPriorYears) {
    std::vector<assess::PriorYear> prior;
    for (int year : {2022, 2023, 2024})
        prior.push_back({.year = year,
                         .allMet = true,
                         .composite = {base::Rational(2, 5), base::Rational(3, 10)},
                         .withinLimit = {true, true}});
    CountyBuilder county(2025);
    conclude(county, u"E2", u"达标");
    const auto e2 = [&] { return assess::assess(county.build(), rulesOf(), prior).eligibility.at(1); };
    EXPECT_EQ(e2().status, kMet);
    EXPECT_FALSE(e2().borderline);
    prior[1].composite[0] = base::Rational(1501, 2500); // 0.6004
    prior[1].withinLimit[0] = false;
    EXPECT_EQ(e2().status, kUnmet);
    EXPECT_TRUE(e2().borderline);
    // In the order told: the year before, then two and three years before.
    EXPECT_EQ(*e2().figures.at(0), base::Rational(2, 5));
    EXPECT_EQ(*e2().figures.at(1), base::Rational(3, 10));
    EXPECT_EQ(*e2().figures.at(2), base::Rational(1501, 2500));
    prior[1].composite[0] = base::Rational(1201, 2000); // 0.6005 prints as 0.601
    EXPECT_FALSE(e2().borderline);
    prior[1].composite[0] = std::nullopt; // known to be over, by how much is not
    EXPECT_EQ(e2().status, kUnmet);
    EXPECT_FALSE(e2().borderline);
    EXPECT_FALSE(e2().figures.at(2));
}

// What is missing in a prior year is told with its year.
TEST(Rules, E2NamesTheYearsThatAreMissing) {
    const auto obstacles = assess::obstaclesOf(CountyBuilder(2025).build(), rulesOf(), QStringLiteral("E2"));
    QStringList told;
    for (const auto& obstacle : obstacles)
        told << obstacle.cell.item->code + QChar(u' ') + obstacle.why;
    ASSERT_EQ(told.size(), 3 * 3 + 1);
    EXPECT_EQ(told.value(0), QStringLiteral("basic_all_met 缺少 2024 学年的数据"));
    EXPECT_EQ(told.value(1), QStringLiteral("basic_cv_primary 缺少 2024 学年的数据"));
    EXPECT_EQ(told.value(2), QStringLiteral("basic_cv_junior 缺少 2024 学年的数据"));
    EXPECT_EQ(told.value(8), QStringLiteral("basic_cv_junior 缺少 2022 学年的数据"));
    EXPECT_EQ(told.value(9), QStringLiteral("conclusion "));
}
