// The indicators over figures of the county: G1, G2, G7-G12, G14, G15, Q1, Q2, Q5, Q7-Q9. Expected values by hand.

#include "indicator_fixture.h"

#include "assess/shortfall.h"

using namespace junheng;
using namespace junheng::test;
using assess::IndicatorStatus;

namespace {

IndicatorStatus attested(const char16_t* indicator, const char16_t* conclusion) {
    CountyBuilder county;
    conclude(county, indicator, conclusion);
    return statusOf(county, indicator);
}

IndicatorStatus salaries(const char16_t* teachers, const char16_t* servants, const char16_t* conclusion = u"达标") {
    CountyBuilder county;
    county.county({{u"teacher_salary", teachers}, {u"civil_servant_salary", servants}});
    conclude(county, u"G8", conclusion);
    return statusOf(county, u"G8");
}

CountyBuilder rotation(const char16_t* eligible, const char16_t* actual, const char16_t* backbone) {
    CountyBuilder county;
    county.county({{u"rotation_eligible", eligible}, {u"rotation_actual", actual}, {u"rotation_backbone", backbone}});
    return county;
}

CountyBuilder quotas(const char16_t* total, const char16_t* allocated, const char16_t* rural,
                     const char16_t* conclusion = u"达标") {
    CountyBuilder county;
    county.county({{u"quota_total", total}, {u"quota_allocated", allocated}, {u"quota_rural", rural}});
    conclude(county, u"G14", conclusion);
    return county;
}

CountyBuilder migrants(const char16_t* eligible, const char16_t* inPublic, const char16_t* purchased,
                       const char16_t* conclusion = u"达标") {
    CountyBuilder county;
    county.county({{u"migrant_eligible", eligible}, {u"migrant_public", inPublic}, {u"migrant_purchased", purchased}});
    conclude(county, u"G15", conclusion);
    return county;
}

CountyBuilder disabled(const char16_t* total, const char16_t* enrolled, const char16_t* special = u"") {
    CountyBuilder county;
    county.county({{u"disabled_total", total}, {u"disabled_enrolled", enrolled}, {u"disabled_special", special}});
    return county;
}

// Two junior schools; the second one's cohort is given by the arguments.
CountyBuilder cohort(const char16_t* graduates, const char16_t* entrants, const char16_t* in = u"0",
                     const char16_t* out = u"0", const char16_t* deaths = u"0") {
    CountyBuilder county;
    county.school(u"9900000001", u"初级中学")
        .section(u"9900000001", u"junior",
                 {{u"pupils", u"300"},
                  {u"graduates", u"100"},
                  {u"entrants", u"100"},
                  {u"transferred_in", u"0"},
                  {u"transferred_out", u"0"},
                  {u"deaths", u"0"}})
        .school(u"9900000002", u"初级中学")
        .section(u"9900000002", u"junior",
                 {{u"pupils", u"300"},
                  {u"graduates", graduates},
                  {u"entrants", entrants},
                  {u"transferred_in", in},
                  {u"transferred_out", out},
                  {u"deaths", deaths}});
    return county;
}

// A primary, a point of 20 pupils and a special school, with teachers and those of them who count for an item.
CountyBuilder teachers(const char16_t* item, const char16_t* ofPoint, const char16_t* ofSpecial) {
    CountyBuilder county;
    county.school(u"9900000001", u"小学")
        .section(u"9900000001", u"primary", {{u"pupils", u"500"}, {u"teachers", u"30"}, {item, u"30"}})
        .school(u"9900000002", u"小学教学点")
        .section(u"9900000002", u"primary", {{u"pupils", u"20"}, {u"teachers", u"2"}, {item, ofPoint}})
        .school(u"9900000003", u"特殊教育学校")
        .section(u"9900000003", u"special", {{u"pupils", u"40"}, {u"teachers", u"10"}, {item, ofSpecial}});
    return county;
}

CountyBuilder monitored(const char16_t* level, const char16_t* gap, bool byTheProvince = false) {
    CountyBuilder county;
    county
        .row(model::Level::Monitoring, byTheProvince ? u"数学/四年级/省级" : u"数学/四年级",
             {{u"monitored_level", u"Ⅳ"}, {u"monitored_gap", u"0.1"}})
        .row(model::Level::Monitoring, byTheProvince ? u"数学/八年级/省级" : u"数学/八年级",
             {{u"monitored_level", level}, {u"monitored_gap", gap}});
    return county;
}

} // namespace

TEST(CountyIndicators, AttestedByTheConclusion) {
    for (const char16_t* indicator : {u"G1", u"G2", u"G10", u"Q5", u"Q7", u"Q8", u"E5"}) {
        EXPECT_EQ(attested(indicator, u"达标"), kMet);
        EXPECT_EQ(attested(indicator, u"未达标"), kUnmet);
        EXPECT_EQ(attested(indicator, u"待定"), kMissing);
        EXPECT_EQ(attested(indicator, u""), kMissing);
        EXPECT_EQ(attested(indicator, u"不适用"), kNotApplicable);
        EXPECT_EQ(obstaclesIn(CountyBuilder(), indicator), QStringList{QStringLiteral("conclusion")});
    }
}

TEST(CountyIndicators, G8TeachersEarnAtLeastAsMuchAndTheTotalIsPaid) {
    EXPECT_EQ(salaries(u"98000.01", u"98000"), kMet);
    EXPECT_EQ(salaries(u"98000", u"98000"), kMet);
    EXPECT_EQ(salaries(u"97999.99", u"98000"), kUnmet);
    EXPECT_EQ(salaries(u"98000", u""), kMissing);
    EXPECT_EQ(salaries(u"", u"98000"), kMissing);
    EXPECT_EQ(salaries(u"99000", u"98000", u"未达标"), kUnmet);
    EXPECT_EQ(salaries(u"99000", u"98000", u"待定"), kMissing);
    EXPECT_EQ(salaries(u"97000", u"98000", u"待定"), kUnmet); // an unmet outranks a missing
}

// 97999.60 prints as 98000 and is below all the same.
TEST(CountyIndicators, G8IsBorderlineWherePrintAndVerdictDiffer) {
    CountyBuilder county;
    county.county({{u"teacher_salary", u"97999.6"}, {u"civil_servant_salary", u"98000"}});
    EXPECT_TRUE(judged(county, u"G8").borderline);
    EXPECT_EQ(judged(county, u"G8").status, kUnmet);
}

// 15 of 150 is exactly 10 %, 3 of 15 exactly 20 %.
TEST(CountyIndicators, G11IsInclusiveInBothParts) {
    EXPECT_EQ(statusOf(rotation(u"150", u"15", u"3"), u"G11"), kMet);
    EXPECT_EQ(statusOf(rotation(u"151", u"15", u"3"), u"G11"), kUnmet);
    EXPECT_EQ(statusOf(rotation(u"150", u"15", u"2"), u"G11"), kUnmet);
    EXPECT_EQ(statusOf(rotation(u"150", u"15", u""), u"G11"), kMissing);
    EXPECT_EQ(statusOf(rotation(u"151", u"15", u""), u"G11"), kUnmet);
    EXPECT_EQ(statusOf(rotation(u"0", u"0", u"0"), u"G11"), kNotApplicable);
    EXPECT_EQ(statusOf(rotation(u"150", u"0", u"0"), u"G11"), kUnmet);
    const auto result = judged(rotation(u"200", u"20", u"5"), u"G11");
    EXPECT_EQ(figureOf(result, u"G11", u"rotation_ratio"), QStringLiteral("1/10"));
    EXPECT_EQ(figureOf(result, u"G11", u"backbone_ratio"), QStringLiteral("1/4"));
    EXPECT_EQ(obstaclesIn(rotation(u"150", u"", u"3"), u"G11"), QStringList{QStringLiteral("rotation_actual")});
}

// 15 of 150.1... : 1999 of 20000 = 9.995 % prints as 10.0 and is below. It lacks one teacher: 2000.
TEST(CountyIndicators, G11BorderlineAndShortfall) {
    const CountyBuilder county = rotation(u"20000", u"1999", u"1000");
    const auto result = judged(county, u"G11");
    EXPECT_EQ(result.status, kUnmet);
    EXPECT_TRUE(result.borderline);
    const auto lacks = assess::shortfallsOf(county.build(), *rulesOf().findIndicator(QStringLiteral("G11")), result);
    ASSERT_EQ(lacks.size(), 1U);
    EXPECT_EQ(lacks[0].amount, 1);
    EXPECT_EQ(lacks[0].unit, QStringLiteral("人"));
    EXPECT_EQ(*lacks[0].percentagePoints, base::Rational(1, 200)); // 10 % - 9.995 %
}

TEST(CountyIndicators, G14HalfOfTheQuotaAndTheConclusion) {
    EXPECT_EQ(statusOf(quotas(u"1000", u"500", u"200"), u"G14"), kMet);
    EXPECT_EQ(statusOf(quotas(u"1000", u"499", u"200"), u"G14"), kUnmet);
    EXPECT_EQ(statusOf(quotas(u"1000", u"500", u"200", u"未达标"), u"G14"), kUnmet);
    EXPECT_EQ(statusOf(quotas(u"1000", u"500", u"", u"达标"), u"G14"), kMissing); // to be entered in any case
    EXPECT_EQ(statusOf(quotas(u"", u"500", u"200"), u"G14"), kMissing);
    EXPECT_EQ(statusOf(quotas(u"1000", u"500", u"200", u"待定"), u"G14"), kMissing);
    EXPECT_EQ(statusOf(quotas(u"0", u"0", u"0", u"不适用"), u"G14"), kNotApplicable);
    EXPECT_EQ(figureOf(judged(quotas(u"1000", u"500", u"200"), u"G14"), u"G14", u"rural_quota_ratio"),
              QStringLiteral("2/5"));
    // 昌吉 drops 并向农村初中倾斜, and with it the conclusion.
    EXPECT_EQ(statusOf(quotas(u"1000", u"500", u"200", u"未达标"), u"G14", u"changji-2022"), kMet);
}

// (80 + 5) of 100.
// A county without rural junior schools: 不适用 is an answer, and in nobody's way.
TEST(CountyIndicators, G14TheRuralPartMayNotApply) {
    CountyBuilder county;
    county.county({{u"quota_total", u"100"}, {u"quota_allocated", u"50"}, {u"quota_rural", u"不适用"}});
    EXPECT_EQ(statusOf(county, u"G14"), kMissing);
    EXPECT_EQ(obstaclesIn(county, u"G14"), QStringList{QStringLiteral("conclusion")});
    EXPECT_EQ(statusOf(conclude(county, u"G14", u"达标"), u"G14"), kMet);
}

TEST(CountyIndicators, G15BothKindsOfPlacesCount) {
    EXPECT_EQ(statusOf(migrants(u"100", u"80", u"5"), u"G15"), kMet);
    EXPECT_EQ(statusOf(migrants(u"100", u"80", u"4"), u"G15"), kUnmet);
    EXPECT_EQ(statusOf(migrants(u"100", u"85", u"不适用"), u"G15"), kMet); // adds nothing
    EXPECT_EQ(statusOf(migrants(u"100", u"85", u""), u"G15"), kMissing);
    EXPECT_EQ(statusOf(migrants(u"100", u"85", u"5", u"未达标"), u"G15"), kUnmet);
    EXPECT_EQ(statusOf(migrants(u"100", u"85", u"5", u""), u"G15"), kMissing);
    EXPECT_EQ(statusOf(migrants(u"0", u"0", u"0"), u"G15"), kMet); // only the care remains to be judged
    EXPECT_EQ(statusOf(migrants(u"100", u"不适用", u"不适用"), u"G15"), kMissing);
    EXPECT_EQ(figureOf(judged(migrants(u"100", u"80", u"5"), u"G15"), u"G15", u"migrant_ratio_sum"),
              QStringLiteral("85"));
}

// 30 + 2 + 10 teachers over all compulsory and special schools; points of every size count.
TEST(CountyIndicators, G9AndG12AskForEveryTeacher) {
    const std::pair<const char16_t*, const char16_t*> indicators[]{{u"G9", u"trained_teachers"},
                                                                   {u"G12", u"certified_teachers"}};
    for (const auto& [indicator, item] : indicators) {
        EXPECT_EQ(statusOf(teachers(item, u"2", u"10"), indicator), kMet);
        EXPECT_EQ(statusOf(teachers(item, u"1", u"10"), indicator), kUnmet);
        EXPECT_EQ(statusOf(teachers(item, u"2", u"9"), indicator), kUnmet);
        EXPECT_EQ(statusOf(teachers(item, u"", u"10"), indicator), kMissing);
        EXPECT_EQ(obstaclesIn(teachers(item, u"", u"10"), indicator), QStringList{QString::fromUtf16(item)});
        EXPECT_EQ(figureOf(judged(teachers(item, u"1", u"10"), indicator), indicator, u"teachers"),
                  QStringLiteral("42"));
        EXPECT_EQ(statusOf(CountyBuilder(), indicator), kMissing); // no schools yet
        CountyBuilder none;
        none.school(u"9900000001", u"小学")
            .section(u"9900000001", u"primary", {{u"pupils", u"10"}, {u"teachers", u"0"}, {item, u"0"}});
        EXPECT_EQ(statusOf(none, indicator), kNotApplicable);
    }
}

// A section without pupils is out of resources and balance only: its teachers count. It need not have any.
TEST(CountyIndicators, G9AndG12CountTheTeachersOfAnEmptySection) {
    for (const auto& [indicator, item] :
         {std::pair{u"G9", u"trained_teachers"}, std::pair{u"G12", u"certified_teachers"}}) {
        CountyBuilder county;
        county.school(u"9900000001", u"九年一贯制学校")
            .section(u"9900000001", u"primary", {{u"pupils", u"10"}, {u"teachers", u"4"}, {item, u"4"}})
            .section(u"9900000001", u"junior", {{u"pupils", u"0"}});
        EXPECT_EQ(statusOf(county, indicator), kMet);
        county.section(u"9900000001", u"junior", {{u"teachers", u"3"}, {item, u"2"}});
        EXPECT_EQ(statusOf(county, indicator), kUnmet);
        EXPECT_EQ(figureOf(judged(county, indicator), indicator, u"teachers"), QStringLiteral("7"));
    }
}

// The teachers of a stage that the type runs are not known while it has no row.
TEST(CountyIndicators, G9NeedsTheRowOfEveryStageThatIsRun) {
    CountyBuilder county;
    county.school(u"9900000001", u"九年一贯制学校")
        .section(u"9900000001", u"primary", {{u"pupils", u"10"}, {u"teachers", u"4"}, {u"trained_teachers", u"4"}});
    EXPECT_EQ(statusOf(county, u"G9"), kMissing);
    EXPECT_EQ(obstaclesIn(county, u"G9"), QStringList{QStringLiteral("pupils")});
    EXPECT_EQ(figureOf(judged(county, u"G9"), u"G9", u"teachers"), QString());
}

// County: 60 万元 / 100 pupils = 6000 元. Schools with rows are judged one by one instead.
TEST(CountyIndicators, G7SpecialFundsAPupil) {
    const auto county = [](const char16_t* funds, const char16_t* pupils) {
        CountyBuilder builder;
        builder.county({{u"special_funds", funds}, {u"special_pupils", pupils}});
        return builder;
    };
    EXPECT_EQ(statusOf(county(u"60", u"100"), u"G7"), kMet);
    EXPECT_EQ(statusOf(county(u"59.9999", u"100"), u"G7"), kUnmet); // 5999.99
    EXPECT_TRUE(judged(county(u"59.9999", u"100"), u"G7").borderline);
    EXPECT_EQ(statusOf(county(u"", u"100"), u"G7"), kMissing);
    EXPECT_EQ(statusOf(county(u"60", u""), u"G7"), kMissing);
    EXPECT_EQ(statusOf(county(u"", u"0"), u"G7"), kNotApplicable);
    EXPECT_EQ(statusOf(county(u"60", u"100"), u"G7", u"liaoning-shenyang"), kUnmet); // 8000
    // 2025: 7000 is shown, not tested.
    EXPECT_EQ(statusOf(county(u"60", u"100"), u"G7", u"national-2025"), kMet);
    EXPECT_EQ(statusOf(county(u"60", u"100"), u"T1", u"national-2025"), kUnmet);
}

// 10 x 6000 = 6 万元; the second school has 11.9 of 12.
TEST(CountyIndicators, G7NamesTheSpecialSchool) {
    CountyBuilder county;
    county.county({{u"special_funds", u"100"}, {u"special_pupils", u"30"}})
        .school(u"9900000001", u"特殊教育学校", {{u"public_funds_budget", u"6"}})
        .section(u"9900000001", u"special", {{u"pupils", u"10"}})
        .school(u"9900000002", u"特殊教育学校", {{u"public_funds_budget", u"11.9"}})
        .section(u"9900000002", u"special", {{u"pupils", u"20"}});
    const auto result = judged(county, u"G7");
    EXPECT_EQ(result.status, kUnmet);
    ASSERT_EQ(result.schools.size(), 1U);
    EXPECT_EQ(result.schools[0].schoolRow, 1);
    EXPECT_EQ(*result.schools[0].value, 5950);
    EXPECT_EQ(*result.schools[0].limit, 6000);
    county.school(u"9900000002", u"特殊教育学校", {{u"public_funds_budget", u"12"}});
    EXPECT_EQ(statusOf(county, u"G7"), kMet);
    county.school(u"9900000002", u"特殊教育学校", {{u"public_funds_budget", u""}});
    EXPECT_EQ(statusOf(county, u"G7"), kMissing);
}

// One school below 6000 decides; the form's sums stay open while another school's budget is blank.
TEST(CountyIndicators, G7SumsOnlyWhatIsWhole) {
    CountyBuilder county;
    county.school(u"9900000001", u"特殊教育学校", {{u"public_funds_budget", u"5.9"}})
        .section(u"9900000001", u"special", {{u"pupils", u"10"}})
        .school(u"9900000002", u"特殊教育学校", {{u"public_funds_budget", u""}})
        .section(u"9900000002", u"special", {{u"pupils", u"20"}});
    EXPECT_EQ(judged(county, u"G7").status, kUnmet);
    EXPECT_EQ(figureOf(judged(county, u"G7"), u"G7", u"special_pupils"), QString());
    EXPECT_EQ(figureOf(judged(county, u"G7"), u"G7", u"per_pupil"), QString());
    county.school(u"9900000002", u"特殊教育学校", {{u"public_funds_budget", u"12.1"}}); // 18 / 30 = 0.6
    EXPECT_EQ(figureOf(judged(county, u"G7"), u"G7", u"per_pupil"), QStringLiteral("6000"));
}

// 乌鲁木齐县 also asks 6000 for 随班就读: 6 万元 / 10.
TEST(CountyIndicators, G7WithInclusivePupils) {
    CountyBuilder county;
    county.county({{u"special_funds", u"60"},
                   {u"special_pupils", u"100"},
                   {u"inclusive_funds", u"5.9"},
                   {u"inclusive_pupils", u"10"}});
    EXPECT_EQ(statusOf(county, u"G7"), kMet);
    EXPECT_EQ(statusOf(county, u"G7", u"urumqi-county-2022"), kUnmet);
    county.county({{u"inclusive_funds", u"6"}});
    EXPECT_EQ(statusOf(county, u"G7", u"urumqi-county-2022"), kMet);
    county.county({{u"inclusive_pupils", u""}});
    EXPECT_EQ(statusOf(county, u"G7", u"urumqi-county-2022"), kMissing);
}

// (100 + 90) / (100 + 100) = 95 % exactly; Σ over the county, so that one school may lie below.
TEST(CountyIndicators, Q1IsTheRatioOfSums) {
    EXPECT_EQ(statusOf(cohort(u"90", u"100"), u"Q1"), kMet);
    EXPECT_EQ(statusOf(cohort(u"89", u"100"), u"Q1"), kUnmet);
    // (100 + 92 - 4 + 1) / (200 - 1) = 189 / 199 = 94.97 %: prints as 95.0
    EXPECT_EQ(statusOf(cohort(u"92", u"100", u"4", u"1", u"1"), u"Q1"), kUnmet);
    EXPECT_TRUE(judged(cohort(u"92", u"100", u"4", u"1", u"1"), u"Q1").borderline);
    EXPECT_EQ(figureOf(judged(cohort(u"92", u"100", u"4", u"1", u"1"), u"Q1"), u"Q1", u"retention"),
              QStringLiteral("189/199"));
    EXPECT_EQ(statusOf(cohort(u"90", u"100", u"0", u""), u"Q1"), kMissing);
    CountyBuilder primaryOnly;
    primaryOnly.school(u"9900000001", u"小学").section(u"9900000001", u"primary", {{u"pupils", u"100"}});
    EXPECT_EQ(statusOf(primaryOnly, u"Q1"), kNotApplicable);
}

// The other formula: graduates / (entrants + in - out) = 192 / (200 + 4 - 1) = 192/203 = 94.58 %.
// The last class of a section that takes no more pupils has left in summer: 19 of 20, then 37 of 40 and 92.5 %.
TEST(CountyIndicators, Q1CountsTheGraduatesOfAnEmptySection) {
    const Cells cohort{{u"transferred_in", u"0"}, {u"transferred_out", u"0"}, {u"deaths", u"0"}};
    CountyBuilder county;
    county.school(u"9900000001", u"初级中学")
        .section(u"9900000001", u"junior", {{u"pupils", u"90"}, {u"graduates", u"19"}, {u"entrants", u"20"}})
        .section(u"9900000001", u"junior", cohort)
        .school(u"9900000002", u"初级中学")
        .section(u"9900000002", u"junior", {{u"pupils", u"0"}});
    EXPECT_EQ(statusOf(county, u"Q1"), kMet);
    county.section(u"9900000002", u"junior", {{u"graduates", u"18"}, {u"entrants", u"20"}})
        .section(u"9900000002", u"junior", cohort);
    EXPECT_EQ(statusOf(county, u"Q1"), kUnmet);
    EXPECT_EQ(figureOf(judged(county, u"Q1"), u"Q1", u"retention"), QStringLiteral("37/40"));
}

TEST(CountyIndicators, Q1OtherFormula) {
    QByteArray json = R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},
        "quality":{"Q1":{"parts":{"retention":{"formula":"entrants_with_moves"}},"source":"巩固率"}}})";
    const auto rules = standard::parseStandard(json, QStringLiteral("own.json"));
    ASSERT_TRUE(rules) << rules.error().message.toStdString();
    const auto assessment = assess::assess(cohort(u"92", u"100", u"4", u"1", u"0").build(), *rules);
    EXPECT_EQ(assessment.quality[0].status, kUnmet);
    EXPECT_EQ(*assessment.quality[0].figures.back(), base::Rational(192, 203));
}

TEST(CountyIndicators, Q2NinetyFivePercent) {
    EXPECT_EQ(statusOf(disabled(u"200", u"190"), u"Q2"), kMet); // disabled_special is not needed
    EXPECT_EQ(statusOf(disabled(u"200", u"189"), u"Q2"), kUnmet);
    EXPECT_EQ(statusOf(disabled(u"200", u""), u"Q2"), kMissing);
    EXPECT_EQ(statusOf(disabled(u"0", u"0"), u"Q2"), kNotApplicable);
    EXPECT_EQ(figureOf(judged(disabled(u"200", u"190", u"95"), u"Q2"), u"Q2", u"special_school_ratio"),
              QStringLiteral("1/2"));
    // 新疆 2024: 97 % is a target of 2027 and no test.
    EXPECT_EQ(statusOf(disabled(u"200", u"190"), u"Q2", u"xinjiang-2024"), kMet);
    EXPECT_EQ(statusOf(disabled(u"200", u"190"), u"T2", u"xinjiang-2024"), kUnmet);
    EXPECT_EQ(statusOf(disabled(u"200", u"194"), u"T2", u"xinjiang-2024"), kMet);
}

// Of a share of nothing no cell is asked for: G15 waits for its conclusion alone.
TEST(CountyIndicators, AShareOfNothingWaitsForNoCell) {
    CountyBuilder county;
    county.county({{u"migrant_eligible", u"不适用"}, {u"migrant_public", u"57"}, {u"migrant_purchased", u""}});
    EXPECT_EQ(statusOf(county, u"G15"), kMissing);
    EXPECT_EQ(obstaclesIn(county, u"G15"), QStringList{QStringLiteral("conclusion")});
    county.county({{u"migrant_eligible", u"100"}});
    EXPECT_EQ(obstaclesIn(county, u"G15"),
              (QStringList{QStringLiteral("migrant_purchased"), QStringLiteral("conclusion")}));
}

// 县政办〔2022〕7号: "确保盲、聋、智障三类残疾儿童少年义务教育入学率均在95%以上". Of 20 deaf children 19 are exactly
// that.
TEST(CountyIndicators, Q2OfEachKindWhereTheCountysPlanSaysSo) {
    const auto county = [](const char16_t* deafEnrolled, const char16_t* blind = u"10",
                           const char16_t* blindEnrolled = u"10") {
        CountyBuilder built = disabled(u"200", u"190");
        built.county({{u"disabled_blind_total", blind},
                      {u"disabled_blind_enrolled", blindEnrolled},
                      {u"disabled_deaf_total", u"20"},
                      {u"disabled_deaf_enrolled", deafEnrolled},
                      {u"disabled_mental_total", u"100"},
                      {u"disabled_mental_enrolled", u"95"}});
        return built;
    };
    constexpr auto kPlan = u"urumqi-county-2022";
    EXPECT_EQ(statusOf(county(u"19"), u"Q2", kPlan), kMet);
    EXPECT_EQ(statusOf(county(u"18"), u"Q2", kPlan), kUnmet);
    EXPECT_EQ(statusOf(county(u"18"), u"Q2"), kMet); // the nation asks for all of them together
    EXPECT_EQ(statusOf(county(u""), u"Q2", kPlan), kMissing);
    EXPECT_EQ(statusOf(county(u""), u"Q2"), kMet);
    EXPECT_EQ(statusOf(county(u"19", u"0", u"0"), u"Q2", kPlan), kMet); // no blind child lives there
    EXPECT_EQ(statusOf(disabled(u"200", u"190"), u"Q2", kPlan), kMissing);
}

// N11: 0.15 fails, 0.149 passes. The worse row of a subject counts.
TEST(CountyIndicators, Q9IsStrict) {
    for (const char16_t* indicator : {u"Q9"}) {
        EXPECT_EQ(statusOf(monitored(u"Ⅲ", u"0.149"), indicator), kMet);
        EXPECT_EQ(statusOf(monitored(u"Ⅲ", u"0.15"), indicator), kUnmet);
        // 低于0.15, as delivered: with three decimals they would be 0.150.
        EXPECT_EQ(statusOf(monitored(u"Ⅲ", u"0.1496"), indicator), kMet);
        EXPECT_EQ(statusOf(monitored(u"Ⅲ", u"0.150001"), indicator), kUnmet);
        EXPECT_EQ(statusOf(monitored(u"Ⅱ", u"0.1"), indicator), kUnmet);
        EXPECT_EQ(statusOf(monitored(u"Ⅲ", u""), indicator), kMissing);
        EXPECT_EQ(statusOf(monitored(u"", u"0.15"), indicator), kUnmet);
        EXPECT_EQ(statusOf(CountyBuilder(), indicator), kMissing);
    }
    const auto result = judged(monitored(u"Ⅲ", u"0.149"), u"Q9");
    EXPECT_EQ(figureOf(result, u"Q9", u"数学_level"), QStringLiteral("3"));
    EXPECT_EQ(figureOf(result, u"Q9", u"数学_gap"), QStringLiteral("149/1000"));
    EXPECT_EQ(figureOf(result, u"Q9", u"语文_gap"), QString());
    EXPECT_EQ(
        assess::detailOf(monitored(u"Ⅲ", u"0.149").build(), *rulesOf().findIndicator(QStringLiteral("Q9")), result),
        QStringLiteral("数学Ⅲ级、校际差异率0.149"));
    // 呼图壁: 中等以上 of the region's monitoring.
    EXPECT_EQ(statusOf(monitored(u"Ⅱ", u"0.1", true), u"Q9", u"hutubi-2022"), kMet);
    EXPECT_EQ(statusOf(monitored(u"Ⅰ", u"0.1", true), u"Q9", u"hutubi-2022"), kUnmet);
    EXPECT_EQ(statusOf(monitored(u"Ⅳ", u"0.1"), u"Q9", u"hutubi-2022"), kMissing) << "the nation's";
}
