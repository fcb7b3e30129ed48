// Corners of resources and balance: relaxations of several schools, scope, composites at their limit. By hand.

#include "indicator_fixture.h"

#include "assess/bounds.h"
#include "assess/coefficient.h"
#include "base/index.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;

namespace {

constexpr const char16_t* kFirst = u"9900000001";
constexpr const char16_t* kSecond = u"9900000002";
constexpr const char16_t* kThird = u"9900000003";

// A section of 100 pupils that meets everything but, with so much, the sports grounds (7.5 and 10.2 a pupil).
CountyBuilder& sports(CountyBuilder& county, const char16_t* code, const char16_t* ground, const char16_t* extra = u"",
                      const char16_t* stage = u"primary") {
    return county.school(code, QStringView(stage) == u"primary" ? u"小学" : u"初级中学", {{u"dense_core", u"是"}})
        .section(code, stage,
                 {{u"pupils", u"100"},
                  {u"teachers_college", u"0"},
                  {u"teachers_bachelor", u"6"},
                  {u"teachers_master", u"0"},
                  {u"teachers_doctor", u"0"},
                  {u"backbone_teachers", u"1"},
                  {u"pe_teachers", u"1"},
                  {u"music_teachers", u"0"},
                  {u"fine_art_teachers", u"0"},
                  {u"other_art_teachers", u"0"}})
        .campus(code, u"",
                {{u"teaching_area", u"600"},
                 {u"indoor_sports_area", u"0"},
                 {u"sports_ground_area", ground},
                 {u"extra_sports_area", extra},
                 {u"equipment_value", u"25"},
                 {u"multimedia_rooms", u"3"}});
}

Assessment judge(const CountyBuilder& county, const standard::Standard& rules = rulesOf()) {
    return assess::assess(county.build(), rules);
}

constexpr std::size_t kSports = 4;

} // namespace

// 750 ㎡ are exactly 7.5 without the 100 that are leased: met with and without, and no verdict changes.
TEST(Engine, WithoutARelaxationExactlyAtTheThreshold) {
    CountyBuilder county;
    sports(county, kFirst, u"750", u"100");
    const StageAssessment stage = judge(county).stages.at(0);
    ASSERT_TRUE(stage.withoutRelaxations);
    ASSERT_EQ(stage.withoutRelaxations->figures.size(), 1U);
    EXPECT_EQ(stage.withoutRelaxations->figures[0].section, 0);
    EXPECT_EQ(stage.withoutRelaxations->figures[0].indicator, static_cast<int>(kSports));
    EXPECT_EQ(stage.withoutRelaxations->figures[0].value, 7.5);
    EXPECT_EQ(stage.withoutRelaxations->figures[0].status, Status::Met);
    EXPECT_EQ(stage.indicators[kSports].values[0], 8.5);
    CountyBuilder less;
    sports(less, kFirst, u"749.99", u"100");
    EXPECT_EQ(judge(less).stages[0].withoutRelaxations->figures[0].status, Status::Floor);
    EXPECT_EQ(judge(less).stages[0].withoutRelaxations->resources, Verdict::Pass); // six of seven
    // 4.4 ㎡ for teaching of 4.5 are below as well: with the leased grounds the only one, without them the second.
    less.campus(kFirst, u"", {{u"teaching_area", u"440"}});
    EXPECT_EQ(judge(less).verdicts.resources, Verdict::Pass);
    EXPECT_EQ(judge(less).stages[0].withoutRelaxations->resources, Verdict::Fail);
}

// Without it the school is judged by all it has: 3 of 100 pupils are below the floor of R1, 3.57.
TEST(Engine, WithoutARelaxationTheFirstIndicatorStillCounts) {
    CountyBuilder county;
    sports(county, kFirst, u"750", u"100").section(kFirst, u"primary", {{u"teachers_bachelor", u"3"}});
    const StageAssessment stage = judge(county).stages.at(0);
    EXPECT_EQ(stage.verdicts, std::vector{Verdict::Fail});
    EXPECT_EQ(stage.withoutRelaxations->resources, Verdict::Fail);
}

// A relaxation that adds nothing is not applied.
TEST(Engine, ARelaxationThatAddsNothing) {
    CountyBuilder county;
    sports(county, kFirst, u"750", u"0");
    EXPECT_EQ(judge(county).stages.at(0).indicators[kSports].relaxation[0], -1);
    EXPECT_FALSE(judge(county).withoutRelaxations);
}

// 4 and 12 a pupil without the leased 100 ㎡: coefficient exactly 0.50, which passes; one hundredth of a ㎡ more fails.
TEST(Engine, WithoutRelaxationsTheCoefficientIsExactAtItsLimit) {
    const auto balance = [](const char16_t* second) {
        CountyBuilder county;
        sports(county, kFirst, u"400", u"100");
        sports(county, kSecond, second);
        return judge(county);
    };
    EXPECT_EQ(balance(u"1200").withoutRelaxations->balance, Verdict::Pass);
    EXPECT_EQ(balance(u"1200.01").withoutRelaxations->balance, Verdict::Fail);
    EXPECT_EQ(balance(u"1200.01").verdicts.balance, Verdict::Pass); // 5 and 12: 3.5 / 8.5
    const Assessment leased = balance(u"1200");
    const auto& coefficients = leased.stages.at(0).withoutRelaxations->coefficients;
    ASSERT_EQ(coefficients.size(), 7U);
    EXPECT_DOUBLE_EQ(coefficients[kSports].cv, 0.5);
    EXPECT_DOUBLE_EQ(coefficients[kSports].mean, 8);
    EXPECT_EQ(coefficients[0].cv, 0);
}

// Computers and books are not relaxed. Of the two schools 50 and 50 are alike; 10 and 90: mean 50, deviation 40, 0.8.
TEST(Engine, WithoutRelaxationsEveryFurtherCoefficientCounts) {
    const auto rules = standard::parseStandard(R"({"format":1,"id":"own","title":"自定","extends":"national-2017",
        "sources":{},"balance":{"indicators":[
            {"id":"B1","title":"计算机","short":"计算机","unit":"台/百生","plus":["computers"],"minus":[],"split":true,
             "scale":"100","natural_unit":"台","source":"6号"},
            {"id":"B2","title":"图书","short":"图书","unit":"册/生","plus":["books"],"minus":[],"split":true,
             "scale":"1","natural_unit":"册","source":"6号"}],"source":"6号"}})",
                                               QStringLiteral("own.json"));
    ASSERT_TRUE(rules.has_value()) << rules.error().message.toStdString();
    const auto balance = [&](const Cells& first, const Cells& second) {
        CountyBuilder county;
        sports(county, kFirst, u"400", u"100").campus(kFirst, u"", first);
        sports(county, kSecond, u"1200").campus(kSecond, u"", second);
        return judge(county, *rules).withoutRelaxations->balance;
    };
    EXPECT_EQ(balance({{u"computers", u"50"}, {u"books", u"50"}}, {{u"computers", u"50"}, {u"books", u"50"}}),
              Verdict::Pass);
    EXPECT_EQ(balance({{u"computers", u"10"}, {u"books", u"50"}}, {{u"computers", u"90"}, {u"books", u"50"}}),
              Verdict::Fail);
    EXPECT_EQ(balance({{u"computers", u"50"}, {u"books", u"10"}}, {{u"computers", u"50"}, {u"books", u"90"}}),
              Verdict::Fail);
}

// Two schools with the relaxation and one without: each has its own figure in place of the relaxed one. 6.375 is 85 %.
TEST(Engine, EverySchoolWithoutItsOwnRelaxation) {
    CountyBuilder county;
    sports(county, kFirst, u"637.5", u"200");
    sports(county, kSecond, u"637.49", u"200");
    sports(county, kThird, u"800");
    const Assessment assessment = judge(county);
    const StageAssessment& stage = assessment.stages.at(0);
    EXPECT_EQ(stage.verdicts, (std::vector{Verdict::Pass, Verdict::Pass, Verdict::Pass}));
    ASSERT_EQ(stage.withoutRelaxations->figures.size(), 2U);
    EXPECT_EQ(stage.withoutRelaxations->figures[0].status, Status::Floor);
    EXPECT_EQ(stage.withoutRelaxations->figures[1].section, 1);
    EXPECT_EQ(stage.withoutRelaxations->figures[1].status, Status::Below);
    EXPECT_EQ(stage.withoutRelaxations->resources, Verdict::Fail);
    EXPECT_EQ(assessment.verdicts.resources, Verdict::Pass);
    EXPECT_EQ(assessment.withoutRelaxations->resources, Verdict::Fail);
}

// A coefficient that is missing with relaxations is missing without them.
TEST(Engine, WithoutRelaxationsWhatIsMissingStaysMissing) {
    CountyBuilder county;
    sports(county, kFirst, u"750", u"100");
    sports(county, kSecond, u"");
    const Assessment assessment = judge(county);
    const auto& without = assessment.stages.at(0).withoutRelaxations;
    ASSERT_TRUE(without);
    EXPECT_FALSE(without->coefficients[kSports].hasMean);
    EXPECT_EQ(without->balance, Verdict::Missing);
    EXPECT_EQ(without->resources, Verdict::Missing);
    // Missing in the section itself that is relaxed.
    CountyBuilder blank;
    sports(blank, kFirst, u"750", u"100").section(kFirst, u"primary", {{u"backbone_teachers", u""}});
    EXPECT_EQ(judge(blank).withoutRelaxations->resources, Verdict::Missing);
}

// The 小学 has a relaxation, the 初中 has none: both stages count in the verdict without relaxations.
TEST(Engine, WithoutRelaxationsOverBothStages) {
    const auto without = [](const char16_t* primary, const char16_t* extra, const char16_t* junior,
                            const char16_t* juniorExtra) {
        CountyBuilder county;
        sports(county, kFirst, primary, extra);
        sports(county, kSecond, junior, juniorExtra, u"junior");
        return judge(county).withoutRelaxations;
    };
    EXPECT_EQ(without(u"700", u"100", u"1020", u"")->resources, Verdict::Pass);
    EXPECT_EQ(without(u"600", u"300", u"1020", u"")->resources, Verdict::Fail);
    EXPECT_EQ(without(u"750", u"", u"800", u"300")->resources, Verdict::Fail);
    EXPECT_EQ(without(u"700", u"100", u"800", u"")->resources, Verdict::Fail); // fails either way
    EXPECT_FALSE(without(u"750", u"", u"1020", u""));
}

// A blank sponsor excludes nobody; a special section of a 小学 is no one's concern here.
TEST(Engine, ScopeByWhatIsKnown) {
    CountyBuilder county;
    sports(county, kFirst, u"750");
    county.section(kFirst, u"special", {{u"pupils", u"3"}});
    const Assessment basic = judge(county, rulesOf(u"basic-2012"));
    ASSERT_EQ(basic.stages.size(), 1U);
    EXPECT_EQ(basic.stages[0].sectionCount(), 1);
    EXPECT_TRUE(basic.excluded.empty());
    EXPECT_TRUE(judge(county).excluded.empty());
    county.school(kFirst, u"小学", {{u"sponsor", u"民办"}});
    EXPECT_TRUE(judge(county, rulesOf(u"basic-2012")).stages.empty());
}

// Each excluded section with the clause that excludes it: by its type, or for want of pupils.
TEST(Engine, AnExclusionNamesItsClause) {
    CountyBuilder county;
    county.school(kFirst, u"特殊教育学校").section(kFirst, u"special", {{u"pupils", u"30"}});
    county.school(kSecond, u"小学").section(kSecond, u"primary", {{u"pupils", u"0"}});
    county.school(kThird, u"小学教学点")
        .section(kThird, u"primary", {{u"pupils", u"49"}})
        .section(kThird, u"special", {{u"pupils", u"2"}});
    const auto year = county.build();
    const Assessment assessment = assess::assess(year, rulesOf());
    ASSERT_EQ(assessment.excluded.size(), 4U);
    const auto clause = [&](std::size_t i) {
        return rulesOf().exclusions.at(static_cast<std::size_t>(assessment.excluded[i].exclusion));
    };
    EXPECT_TRUE(clause(0).withoutPupils);
    EXPECT_EQ(year.sections().key(assessment.excluded[0].sectionRow).school, QString::fromUtf16(kSecond));
    EXPECT_EQ(clause(1).schoolType, model::SchoolType::TeachingPoint);
    EXPECT_EQ(clause(2).schoolType, model::SchoolType::Special);
    EXPECT_EQ(year.sections().key(assessment.excluded[2].sectionRow).part, QStringLiteral("special"));
    EXPECT_EQ(clause(3).schoolType, model::SchoolType::TeachingPoint);
}

// There is no figure a pupil where there is no pupil: no standard can bring such a section in, not even one that leaves
// the clause away or ties it to a condition.
TEST(Engine, SectionsWithoutPupilsAreOutWhateverTheScopeSays) {
    CountyBuilder county;
    sports(county, kFirst, u"750");
    county.school(kSecond, u"九年一贯制学校")
        .section(kSecond, u"primary", {{u"pupils", u"0"}, {u"backbone_teachers", u"0"}})
        .section(kSecond, u"junior", {{u"pupils", u"0"}, {u"backbone_teachers", u"2"}});
    for (
        const char* scope :
        {R"("scope":[])",
         R"("scope":[{"exclude":{"school_type":"特殊教育学校"},"reason":"特殊教育学校","source":"6号"}])",
         R"("scope":[{"exclude":{"without_pupils":true,"school_type":"小学"},"reason":"空","source":"6号"}])",
         R"("scope":[{"exclude":{"without_pupils":true,"sponsors":["民办"]},"reason":"空","source":"6号"}])",
         R"("scope":[{"exclude":{"without_pupils":true,"compulsory_pupils_below":0},"reason":"空","source":"6号"}])"}) {
        SCOPED_TRACE(scope);
        const standard::Standard rules = ownRules(scope);
        const Assessment assessment = judge(county, rules);
        ASSERT_EQ(assessment.excluded.size(), 2U);
        for (const ExcludedSection& excluded : assessment.excluded)
            EXPECT_EQ(rules.exclusions.at(base::at(excluded.exclusion)).reason, QStringLiteral("该学段没有在校学生"));
        ASSERT_EQ(assessment.stages.size(), 1U);
        EXPECT_EQ(assessment.stages[0].sectionCount(), 1);
    }
}

// Pupils that are not given weigh nothing, and are told apart from none.
TEST(Engine, PupilsThatAreNotGiven) {
    CountyBuilder county;
    sports(county, kFirst, u"750");
    sports(county, kSecond, u"750").section(kSecond, u"primary", {{u"pupils", u""}});
    const StageAssessment stage = judge(county).stages.at(0);
    EXPECT_EQ(stage.pupils, (std::vector<double>{100, 0}));
    EXPECT_EQ(stage.pupilsGiven, (std::vector<std::uint8_t>{1, 0}));
    EXPECT_EQ(stage.met, (std::vector{7, 0}));
    EXPECT_EQ(stage.verdicts, (std::vector{Verdict::Pass, Verdict::Missing}));
    for (const IndicatorColumn& column : stage.indicators) {
        EXPECT_EQ(column.values[1], 0);
        EXPECT_EQ(column.borderline, (std::vector<std::uint8_t>{0, 0}));
        EXPECT_EQ(column.relaxation, (std::vector<std::int8_t>{-1, -1}));
    }
}

// 60 pupils, a visiting teacher and leased grounds each: by section, then indicator.
TEST(Engine, FiguresWithoutRelaxationsAreInOrder) {
    CountyBuilder county;
    for (const char16_t* code : {kFirst, kSecond})
        sports(county, code, u"750", u"10")
            .school(code, u"小学", {{u"rural_small", u"是"}})
            .section(code, u"primary", {{u"pupils", u"60"}, {u"visiting_pe_art_teachers", u"1"}});
    const StageAssessment stage = judge(county).stages.at(0);
    std::vector<std::pair<int, int>> order;
    for (const WithoutRelaxation& figure : stage.withoutRelaxations->figures)
        order.emplace_back(figure.section, figure.indicator);
    EXPECT_EQ(order, (std::vector<std::pair<int, int>>{{0, 2}, {0, 4}, {1, 2}, {1, 4}}));
    for (const std::size_t i : {2, 4}) {
        const std::size_t applied = base::at(stage.indicators[i].relaxation[1]);
        EXPECT_EQ(rulesOf().relaxations.at(applied).indicator, static_cast<int>(i));
    }
}

// A coefficient of which a figure is missing is empty, and so is a figure without a threshold.
TEST(Engine, WhatIsMissingIsZero) {
    CountyBuilder county;
    sports(county, kFirst, u"");
    const Assessment assessment = judge(county, rulesOf(u"urumqi-county-2022"));
    const StageAssessment& stage = assessment.stages.at(0);
    for (const Coefficient& coefficient :
         {stage.indicators[kSports].coefficient, stage.furtherBalance.at(0).coefficient}) {
        EXPECT_EQ(coefficient.mean, 0);
        EXPECT_EQ(coefficient.standardDeviation, 0);
        EXPECT_EQ(coefficient.cv, 0);
        EXPECT_EQ(coefficient.status, BalanceStatus::Missing);
    }
    EXPECT_EQ(stage.furtherBalance[0].statuses, std::vector{Status::Missing});
    EXPECT_EQ(stage.furtherBalance[0].values, std::vector{0.0});
    EXPECT_EQ(stage.furtherBalance[0].borderline, std::vector<std::uint8_t>{0});
    EXPECT_EQ(stage.furtherBalance[0].relaxation, std::vector<std::int8_t>{-1});
    EXPECT_FALSE(stage.composite);
    EXPECT_EQ(stage.compositeStatus, BalanceStatus::Missing);
}

TEST(Engine, FindsStagesAndResults) {
    CountyBuilder county;
    sports(county, kFirst, u"750");
    const Assessment assessment = judge(county);
    EXPECT_EQ(assessment.stage(model::Stage::Primary), &assessment.stages[0]);
    EXPECT_EQ(assessment.stage(model::Stage::Junior), nullptr);
    EXPECT_EQ(assessment.stages[0].totalPupils(), 100);
    EXPECT_EQ(assessment.result(rulesOf(), QStringLiteral("Q9")), &assessment.quality[8]);
    EXPECT_EQ(assessment.result(rulesOf(), QStringLiteral("E5")), &assessment.eligibility[4]);
    EXPECT_EQ(assessment.result(rulesOf(), QStringLiteral("R1")), nullptr);
}

// Of seven coefficients that of R1 is 0.7 (3 and 17 of 1000), the others 0: 0.1 on average, which passes at 0.1.
TEST(Engine, TheCompositeOfResourcesIsExactAtItsLimit) {
    CountyBuilder county;
    for (const auto& [code, teachers] : {std::pair(kFirst, u"3"), std::pair(kSecond, u"17")}) {
        sports(county, code, u"7500");
        county
            .section(code, u"primary",
                     {{u"pupils", u"1000"}, {u"backbone_teachers", u"10"}, {u"teachers_bachelor", teachers}})
            .campus(code, u"",
                    {{u"teaching_area", u"6000"}, {u"equipment_value", u"250"}, {u"multimedia_rooms", u"30"}});
    }
    const auto composite = [&](const char* limit) {
        const Assessment assessment = judge(county, ownRules(QByteArray(R"("balance":{"composite":{"primary":")") +
                                                             limit + R"(","junior":"0.5"},"source":"6号"})"));
        EXPECT_NEAR(*assessment.stages.at(0).composite, 0.1, 1e-12);
        return assessment.stages[0].compositeStatus;
    };
    EXPECT_EQ(composite("0.1"), BalanceStatus::Met);
    EXPECT_EQ(composite("0.0999999999999"), BalanceStatus::Unmet);
    EXPECT_EQ(composite("0.09"), BalanceStatus::Unmet);
    EXPECT_EQ(composite("0.11"), BalanceStatus::Met);
}

// A standard may test the schools' size among the indicators of quality: a relaxation there counts as well.
TEST(Engine, ARelaxationOfQualityHasAVerdictWithout) {
    const auto rules = ownRules(R"("quality":{"Q10":{"title":"规模","short":"规模","kind":"school_size",
        "limits":[{"id":"primary","label":"小学","counted_as":"over","school_types":["小学"],"pupils":"1000"}],
        "barred_school_types":[],"relaxations":[{"id":"old","title":"旧校","when":{"built_by":2000},
        "limits":{"primary":"1500"},"from":2019,"until":null,"source":"规程"}],"source":"规程"}})");
    CountyBuilder county;
    county.school(kFirst, u"小学", {{u"built_year", u"2000"}}).section(kFirst, u"primary", {{u"pupils", u"1500"}});
    const Assessment assessment = judge(county, rules);
    EXPECT_EQ(assessment.quality.at(9).status, IndicatorStatus::Met);
    ASSERT_TRUE(assessment.withoutRelaxations);
    EXPECT_EQ(assessment.withoutRelaxations->quality, Verdict::Fail);
    EXPECT_EQ(assessment.verdicts.quality, Verdict::Missing);
}

TEST(PriorYears, AStandardMayHaveNone) {
    EXPECT_EQ(priorYearsRule(rulesOf(u"basic-2012")), nullptr);
    EXPECT_EQ(priorYearsRule(rulesOf())->years, 3);
}

// The year's own data are not complete: what is entered counts. 0.6 and 0.5 are included.
TEST(PriorYears, WhatIsEnteredWhereTheDataAreNotComplete) {
    CountyBuilder county(2024);
    county.school(kFirst, u"小学").section(kFirst, u"primary", {{u"pupils", u"100"}});
    county.county({{u"basic_cv_primary", u"0.6"}, {u"basic_cv_junior", u"0.501"}, {u"basic_all_met", u"否"}});
    const PriorYear prior = priorYearOf(county.build(), *priorYearsRule(rulesOf()), rulesOf(u"basic-2012"));
    EXPECT_EQ(prior.year, 2024);
    EXPECT_EQ(prior.allMet, false);
    EXPECT_EQ(*prior.composite[0], base::Rational(3, 5));
    EXPECT_EQ(prior.withinLimit[0], true);
    EXPECT_EQ(*prior.composite[1], base::Rational(501, 1000));
    EXPECT_EQ(prior.withinLimit[1], false);
    county.county({{u"basic_all_met", u"是"}});
    EXPECT_EQ(priorYearOf(county.build(), *priorYearsRule(rulesOf()), rulesOf(u"basic-2012")).allMet, true);
}

// 0.5005 less 10^-10 prints as 0.500, not as 0.501: two equal schools of 1 - c and 1 + c have the coefficient c.
TEST(Engine, ACoefficientJustBelowATie) {
    const auto printed = [](std::int64_t less, std::int64_t more) {
        const double values[]{static_cast<double>(less), static_cast<double>(more)};
        const double pupils[]{1, 1};
        return weightedCoefficientOfVariation(
                   ConstColumn(values, 2), ConstColumn(pupils, 2), *base::Decimal::parse(QStringView(u"0.50")), 3,
                   [&] { return std::vector<ExactShare>{{base::toRational(less), 1}, {base::toRational(more), 1}}; })
            .printed.toString();
    };
    EXPECT_EQ(printed(4995000001, 15004999999), QStringLiteral("0.500"));
    EXPECT_EQ(printed(4995000000, 15005000000), QStringLiteral("0.501"));
}

// The threshold of 4.2 and its floor of 3.57 with two decimals.
TEST(ThresholdBounds, DoublesDecideFarFromALimitOnly) {
    const ThresholdBounds bounds({.text = *base::Decimal::parse(QStringView(u"4.2")),
                                  .value = base::Rational(21, 5),
                                  .floor = base::Rational(357, 100)},
                                 2);
    EXPECT_TRUE(bounds.decides(4.3));
    EXPECT_TRUE(bounds.decides(3.6));
    EXPECT_TRUE(bounds.decides(4.2 + 5e-9)); // 4.2e-9 are near
    EXPECT_FALSE(bounds.decides(4.2 + 4e-9));
    EXPECT_FALSE(bounds.decides(4.2 - 4e-9));
    EXPECT_TRUE(bounds.decides(4.2 - 5e-9));
    EXPECT_FALSE(bounds.decides(3.57));
    EXPECT_FALSE(bounds.decides(3.57 + 4e-9));
    EXPECT_TRUE(bounds.decides(3.57 - 5e-9));
    EXPECT_EQ(bounds.judge(4.3), Status::Met);
    EXPECT_EQ(bounds.judge(4.1), Status::Floor);
    EXPECT_EQ(bounds.judge(3.6), Status::Floor);
    EXPECT_EQ(bounds.judge(3.5), Status::Below);
}

// What is printed: 4.195 is a tie and prints as 4.20, 4.1949 as 4.19; 3.565 as 3.57, 3.5649 as 3.56.
TEST(ThresholdBounds, ThePrintedFigureHasItsOwnStatus) {
    const ThresholdBounds bounds({.text = *base::Decimal::parse(QStringView(u"4.2")),
                                  .value = base::Rational(21, 5),
                                  .floor = base::Rational(357, 100)},
                                 2);
    const auto printed = [&](const base::Rational& value) {
        return bounds.judgePrinted(base::toDouble(value), 2, [&] { return value; });
    };
    EXPECT_EQ(printed(base::Rational(839, 200)), Status::Met); // 4.195
    EXPECT_EQ(printed(base::Rational(41949, 10000)), Status::Floor);
    EXPECT_EQ(printed(base::Rational(43, 10)), Status::Met);
    EXPECT_EQ(printed(base::Rational(713, 200)), Status::Floor); // 3.565
    EXPECT_EQ(printed(base::Rational(35649, 10000)), Status::Below);
    EXPECT_EQ(printed(0), Status::Below);
    // Just below the tie doubles cannot tell: the fraction does.
    EXPECT_EQ(printed(base::Rational(839, 200) - base::Rational(1, 10000000000)), Status::Floor);
    EXPECT_EQ(printed(base::Rational(713, 200) - base::Rational(1, 10000000000)), Status::Below);
}

// A threshold of 0.765 is reached by no printed figure below 0.77.
TEST(ThresholdBounds, AThresholdBetweenTwoPrintedFigures) {
    const ThresholdBounds bounds({.text = *base::Decimal::parse(QStringView(u"0.9")),
                                  .value = base::Rational(9, 10),
                                  .floor = base::Rational(153, 200)},
                                 2);
    const auto printed = [&](const base::Rational& value) {
        return bounds.judgePrinted(base::toDouble(value), 2, [&] { return value; });
    };
    EXPECT_EQ(printed(base::Rational(76, 100)), Status::Below);
    EXPECT_EQ(printed(base::Rational(766, 1000)), Status::Floor); // prints as 0.77
    EXPECT_EQ(printed(base::Rational(764, 1000)), Status::Below); // prints as 0.76
}

// 32.035 prints as 32.04, although its double times 100 lies below 3203.5.
TEST(ThresholdBounds, ATieWhoseDoubleLiesBelow) {
    const base::Rational tie(6407, 200);
    const ThresholdBounds bounds({.text = *base::Decimal::parse(QStringView(u"32.04")),
                                  .value = base::Rational(801, 25),
                                  .floor = base::Rational(27)},
                                 2);
    EXPECT_EQ(bounds.judgePrinted(base::toDouble(tie), 2, [&] { return base::Rational(tie); }), Status::Met);
}
