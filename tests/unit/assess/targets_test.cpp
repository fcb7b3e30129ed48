// Targets: what they aim at, for whom, and that they decide nothing. Figures by hand.

#include "indicator_fixture.h"

#include "assess/shortfall.h"
#include "assess/trace.h"

#include <algorithm>
#include <tuple>

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;

namespace {

constexpr const char16_t* kUrumqi = u"urumqi-county-2022";

// 小学 of 1000 pupils each, with so many 骨干教师.
CountyBuilder backbones(std::initializer_list<const char16_t*> counts) {
    CountyBuilder county;
    int number = 1;
    for (const char16_t* count : counts) {
        const std::u16string code = QStringLiteral("99000000%1").arg(number++, 2, 10, QChar(u'0')).toStdU16String();
        county.school(code.c_str(), u"小学", {})
            .section(code.c_str(), u"primary", {{u"pupils", u"1000"}, {u"backbone_teachers", count}});
    }
    return county;
}

// Two 小学 of 1000 pupils with so many computers, and nothing else.
CountyBuilder computers(const char16_t* first, const char16_t* second) {
    CountyBuilder county;
    for (const auto& [code, count] : {std::pair(u"9900000001", first), std::pair(u"9900000002", second)})
        county.school(code, u"小学", {})
            .section(code, u"primary", {{u"pupils", u"1000"}})
            .campus(code, u"", {{u"computers", count}});
    return county;
}

// Status, figures judged and figures short.
std::tuple<IndicatorStatus, QString, QString> reached(const CountyBuilder& county, const standard::Standard& rules,
                                                      const char16_t* target) {
    const Assessment assessment = assess::assess(county.build(), rules);
    const IndicatorResult& result = *assessment.result(rules, QString::fromUtf16(target));
    return {result.status, base::toString(*result.figures.at(0)), base::toString(*result.figures.at(1))};
}

std::tuple<IndicatorStatus, QString, QString> expected(IndicatorStatus status, const char* judged,
                                                       const char* lacking) {
    return {status, QString::fromLatin1(judged), QString::fromLatin1(lacking)};
}

// By a rule that aims at `indicator`, of a county that meets nothing but what is typed.
standard::Standard aimingAt(const QByteArray& members) {
    return ownRules(R"("targets":{"T1":{"title":"标","short":"标","kind":"reached",)" + members +
                    R"(,"source":"6号"}})");
}

// So many 小学 of 100 pupils, with these flags of 优质学校.
CountyBuilder flagged(const std::vector<const char16_t*>& flags) {
    CountyBuilder county;
    int number = 1;
    for (const char16_t* flag : flags) {
        const std::u16string code = QStringLiteral("990000%1").arg(number++, 4, 10, QChar(u'0')).toStdU16String();
        county.school(code.c_str(), u"小学", {{u"good_school", flag}})
            .section(code.c_str(), u"primary", {{u"pupils", u"100"}});
    }
    return county;
}

} // namespace

// 县政办〔2022〕7号: 骨干教师 1 a hundred by 2025. 10 of 1000 are exactly that.
TEST(Targets, EverySectionReachesTheFigure) {
    const standard::Standard& rules = rulesOf(kUrumqi);
    EXPECT_EQ(reached(backbones({u"10", u"12"}), rules, u"T2"), expected(kMet, "2", "0"));
    EXPECT_EQ(reached(backbones({u"10", u"9"}), rules, u"T2"), expected(kUnmet, "2", "1"));
    EXPECT_EQ(reached(backbones({u"10", u""}), rules, u"T2"), expected(kMissing, "1", "0"));
    EXPECT_EQ(reached(backbones({u"9", u""}), rules, u"T2"), expected(kUnmet, "1", "1"));
    EXPECT_EQ(reached(CountyBuilder(), rules, u"T2"), expected(kMissing, "0", "0"));
}

// The figure need not be the threshold of the standard: 2 a hundred, of 小学 alone.
TEST(Targets, AFigureOfTheTargetsOwn) {
    const auto rules = aimingAt(R"("indicator":"R2","at_least":{"primary":"2"})");
    CountyBuilder county = backbones({u"20", u"19"});
    county.school(u"9900000009", u"初级中学", {})
        .section(u"9900000009", u"junior", {{u"pupils", u"1000"}, {u"backbone_teachers", u"1"}});
    EXPECT_EQ(reached(county, rules, u"T1"), expected(kUnmet, "2", "1"));
    // 3 of 149 are 2.0134…, 3 of 150 exactly 2, 3 of 151 less.
    const auto ofThree = [&](const char16_t* pupils) {
        CountyBuilder one;
        one.school(u"9900000001", u"小学", {})
            .section(u"9900000001", u"primary", {{u"pupils", pupils}, {u"backbone_teachers", u"3"}});
        return std::get<0>(reached(one, rules, u"T1"));
    };
    EXPECT_EQ(ofThree(u"149"), kMet);
    EXPECT_EQ(ofThree(u"150"), kMet);
    EXPECT_EQ(ofThree(u"151"), kUnmet);
}

TEST(Targets, AFigureOfJuniorAlone) {
    const auto rules = aimingAt(R"("indicator":"R2","at_least":{"junior":"2"})");
    CountyBuilder county = backbones({u"1", u"1"}); // 小学, of which nothing is asked
    county.school(u"9900000009", u"初级中学", {})
        .section(u"9900000009", u"junior", {{u"pupils", u"1000"}, {u"backbone_teachers", u"20"}});
    EXPECT_EQ(reached(county, rules, u"T1"), expected(kMet, "1", "0"));
}

// "小学差异系数全部降低到0.50以下": of 10 and 30 computers a hundred it is exactly 0.50, of 10 and 30.1 more. The seven
// others are not known.
TEST(Targets, EveryCoefficientOfAStageIsWithin) {
    const standard::Standard& rules = rulesOf(kUrumqi);
    EXPECT_EQ(reached(computers(u"100", u"300"), rules, u"T1"), expected(kMissing, "1", "0"));
    EXPECT_EQ(reached(computers(u"100", u"301"), rules, u"T1"), expected(kUnmet, "1", "1"));
    EXPECT_EQ(reached(computers(u"100", u"299"), rules, u"T1"), expected(kMissing, "1", "0"));
    // The first indicator counts as the last does: 10 and 30.1 高学历教师 a hundred.
    CountyBuilder degrees;
    for (const auto& [code, teachers] : {std::pair(u"9900000001", u"100"), std::pair(u"9900000002", u"301")})
        degrees.school(code, u"小学", {})
            .section(code, u"primary",
                     {{u"pupils", u"1000"},
                      {u"teachers_college", teachers},
                      {u"teachers_bachelor", u"0"},
                      {u"teachers_master", u"0"},
                      {u"teachers_doctor", u"0"}});
    EXPECT_EQ(reached(degrees, rules, u"T1"), expected(kUnmet, "1", "1"));
    // 1:3 is exactly 0.50. A 元 of 10^10 more or less is nearer to that than doubles tell apart.
    const auto equipment = [&](const char16_t* second) {
        CountyBuilder county;
        for (const auto& [code, value] : {std::pair(u"9900000001", u"1000000"), std::pair(u"9900000002", second)})
            county.school(code, u"小学", {})
                .section(code, u"primary", {{u"pupils", u"1000"}})
                .campus(code, u"", {{u"equipment_value", value}});
        return reached(county, rules, u"T1");
    };
    EXPECT_EQ(equipment(u"3000000"), expected(kMissing, "1", "0"));
    EXPECT_EQ(equipment(u"3000000.0001"), expected(kUnmet, "1", "1"));
    EXPECT_EQ(equipment(u"2999999.9999"), expected(kMissing, "1", "0"));
    // Of 初中 nothing is asked.
    CountyBuilder junior;
    junior.school(u"9900000001", u"初级中学", {})
        .section(u"9900000001", u"junior", {{u"pupils", u"1000"}})
        .campus(u"9900000001", u"", {{u"computers", u"1"}});
    EXPECT_EQ(reached(junior, rules, u"T1"), expected(kMissing, "0", "0"));
}

TEST(Targets, AnotherIndicatorOrTheWhole) {
    const auto statusBy = [](const CountyBuilder& county, const QByteArray& members) {
        const auto rules = aimingAt(members);
        return assess::assess(county.build(), rules).targets.at(0).status;
    };
    CountyBuilder county;
    EXPECT_EQ(statusBy(county, R"("indicator":"G1")"), kMissing);
    EXPECT_EQ(statusBy(conclude(county, u"G1", u"达标"), R"("indicator":"G1")"), kMet);
    EXPECT_EQ(statusBy(county, R"("indicator":"overall")"), kMissing);
    EXPECT_EQ(statusBy(conclude(county, u"G1", u"未达标"), R"("indicator":"overall")"), kUnmet);
    // 2300 pupils in a 小学 built by 2010: without the relaxation of G4 the whole fails.
    CountyBuilder relaxed;
    relaxed.school(u"9900000001", u"小学", {{u"built_year", u"2005"}})
        .section(u"9900000001", u"primary", {{u"pupils", u"2300"}});
    const auto whole = aimingAt(R"("indicator":"overall")");
    const Assessment both = assess::assess(relaxed.build(), whole);
    EXPECT_EQ(both.targets.at(0).status, kMissing);
    EXPECT_EQ(both.targets.at(0).withoutRelaxations, kUnmet);
    // The cells in the way are those of what it rests on.
    const auto rules = aimingAt(R"("indicator":"G1")");
    EXPECT_TRUE(obstaclesOf(CountyBuilder().build(), rules, QStringLiteral("T1")).empty());
    const Assessment assessment = assess::assess(CountyBuilder().build(), rules);
    EXPECT_TRUE(indicatorTraceOf(CountyBuilder().build(), rules, assessment, QStringLiteral("T1"))
                    .toString()
                    .endsWith(QStringLiteral("待填报")));
}

// 扩优提质 2023: "特殊教育学校在20万人口以上的县基本实现全覆盖".
TEST(Targets, ASpecialSchoolFromTwoHundredThousandInhabitants) {
    const auto t3 = [](const char16_t* population, const char16_t* type) {
        CountyBuilder county;
        county.county({{u"population", population}}).school(u"9900000001", type);
        return statusOf(county, u"T3", u"national-2025");
    };
    EXPECT_EQ(t3(u"20", u"特殊教育学校"), kMet);
    EXPECT_EQ(t3(u"20", u"小学"), kUnmet);
    EXPECT_EQ(t3(u"19.99", u"小学"), kNotApplicable);
    EXPECT_EQ(t3(u"", u"特殊教育学校"), kMissing);
    EXPECT_EQ(t3(u"不适用", u"小学"), kNotApplicable);
    CountyBuilder empty;
    empty.county({{u"population", u"30"}});
    EXPECT_EQ(statusOf(empty, u"T3", u"national-2025"), kMissing); // no school is entered yet
    using Figures = std::vector<std::optional<base::Rational>>;
    EXPECT_EQ(judged(empty, u"T3", u"national-2025").figures, (Figures{30, std::nullopt}));
    CountyBuilder both;
    both.county({{u"population", u"30"}}).school(u"9900000001", u"特殊教育学校").school(u"9900000002", u"小学");
    EXPECT_EQ(judged(both, u"T3", u"national-2025").figures, (Figures{30, 1}));
    // 19.99 万 are 199,900 inhabitants.
    const auto from = [&](const QByteArray& inhabitants) {
        CountyBuilder county;
        county.county({{u"population", u"19.99"}}).school(u"9900000001", u"小学");
        const auto rules = ownRules(R"("targets":{"T1":{"title":"标","short":"标","kind":"school_by_population",)"
                                    R"("school_type":"特殊教育学校","source":"6号","inhabitants":")" +
                                    inhabitants + R"("}})");
        return assess::assess(county.build(), rules).targets.at(0).status;
    };
    EXPECT_EQ(from("199900"), kUnmet);
    EXPECT_EQ(from("199901"), kNotApplicable);
    const auto obstacles = obstaclesOf(CountyBuilder().build(), rulesOf(u"national-2025"), QStringLiteral("T3"));
    ASSERT_EQ(obstacles.size(), 1U);
    EXPECT_EQ(obstacles.front().cell.item->code, QStringLiteral("population"));
}

// 财政部 2025: 7000 元 for special schools and for 随班就读, both.
TEST(Targets, SevenThousandForThoseInOrdinaryClassesToo) {
    const auto t1 = [](const char16_t* inclusive) {
        CountyBuilder county;
        county.county({{u"special_funds", u"70"},
                       {u"special_pupils", u"100"},
                       {u"inclusive_funds", inclusive},
                       {u"inclusive_pupils", u"10"}});
        return statusOf(county, u"T1", u"national-2025");
    };
    EXPECT_EQ(t1(u"7"), kMet);
    EXPECT_EQ(t1(u"6.9999"), kUnmet);
    EXPECT_EQ(t1(u""), kMissing);
}

// 97 of 100 by 2027.
TEST(Targets, NinetySevenPerCentOfDisabledChildren) {
    const auto t2 = [](const char16_t* enrolled) {
        CountyBuilder county;
        county.county({{u"disabled_total", u"100"}, {u"disabled_enrolled", enrolled}});
        return statusOf(county, u"T2", u"national-2025");
    };
    EXPECT_EQ(t2(u"97"), kMet);
    EXPECT_EQ(t2(u"96"), kUnmet);
}

// S4: "2027年，县域优质学校占比扩大至30%，到2035年…90%". Of ten schools three are exactly 30 %.
TEST(Targets, AShareOfGoodSchools) {
    constexpr auto kYes = u"是";
    constexpr auto kNo = u"否";
    const auto shareOf = [&](const CountyBuilder& county) {
        return judged(county, u"T3", u"xinjiang-2024").figures.at(2);
    };
    const CountyBuilder three = flagged({kYes, kYes, kYes, kNo, kNo, kNo, kNo, kNo, kNo, kNo});
    EXPECT_EQ(statusOf(three, u"T3", u"xinjiang-2024"), kMet);
    EXPECT_EQ(statusOf(three, u"T4", u"xinjiang-2024"), kUnmet);
    EXPECT_EQ(shareOf(three), base::Rational(3, 10));
    EXPECT_TRUE(judged(three, u"T3", u"xinjiang-2024").schools.empty()); // none of the seven is at fault
    const CountyBuilder two = flagged({kYes, kYes, kNo, kNo, kNo, kNo, kNo});
    EXPECT_EQ(statusOf(two, u"T3", u"xinjiang-2024"), kUnmet); // 2/7 < 0.30
    const auto& t3 = *rulesOf(u"xinjiang-2024").findIndicator(QStringLiteral("T3"));
    const auto lacks = shortfallsOf(two.build(), t3, judged(two, u"T3", u"xinjiang-2024"));
    ASSERT_EQ(lacks.size(), 1U);
    EXPECT_EQ(shortfallSentence(lacks.front()), QStringLiteral("还差 1 所学校")); // 0.30 × 7 = 2.1, so three
    EXPECT_EQ(assess::detailOf(two.build(), t3, judged(two, u"T3", u"xinjiang-2024")),
              QStringLiteral("参与计算的学校7所，其中不是优质学校的5所，优质学校占28.6%"));
    // A blank may be one or not, so nothing is said; 不适用 is no school of these.
    EXPECT_EQ(statusOf(flagged({kYes, u""}), u"T3", u"xinjiang-2024"), kMissing);
    EXPECT_EQ(statusOf(flagged({kNo, u""}), u"T3", u"xinjiang-2024"), kMissing);
    EXPECT_EQ(shareOf(flagged({kYes, u""})), std::nullopt);
    EXPECT_EQ(statusOf(flagged({kYes, u"不适用"}), u"T4", u"xinjiang-2024"), kMet);
    EXPECT_EQ(shareOf(flagged({kYes})), 1); // of the only one
    EXPECT_EQ(shareOf(flagged({kNo})), 0);
    EXPECT_EQ(statusOf(flagged({u"不适用"}), u"T3", u"xinjiang-2024"), kNotApplicable);
    EXPECT_EQ(statusOf(CountyBuilder(), u"T3", u"xinjiang-2024"), kMissing);
}

// 89.95 % is printed as 90.0: 1799 of 2000 schools would look like enough.
TEST(Targets, AShareOfSchoolsIsBorderlineWherePrintAndVerdictDiffer) {
    const auto share = [](int held, std::size_t schools, const char16_t* target) {
        std::vector<const char16_t*> flags(schools, u"否");
        std::fill_n(flags.begin(), held, u"是");
        return judged(flagged(flags), target, u"xinjiang-2024");
    };
    EXPECT_EQ(share(1799, 2000, u"T4").status, kUnmet);
    EXPECT_TRUE(share(1799, 2000, u"T4").borderline);
    EXPECT_FALSE(share(1799, 2000, u"T3").borderline);
    EXPECT_FALSE(share(1790, 1990, u"T4").borderline); // 89.9497 %, printed as 89.9
    EXPECT_FALSE(share(896, 1000, u"T4").borderline);
}

// 中卫's plan sets 2024 to 中宁县 alone; the county of the tests is 990101.
TEST(Targets, OfOtherCountiesDoNotApply) {
    const Assessment assessment = assess::assess(CountyBuilder().build(), rulesOf(u"ningxia-2017"));
    ASSERT_EQ(assessment.targets.size(), 2U);
    EXPECT_EQ(assessment.targets[0].status, kNotApplicable);
    model::CountyYear zhongning({.code = QStringLiteral("640521"), .name = QStringLiteral("中宁县")}, 2025);
    const Assessment own = assess::assess(zhongning, rulesOf(u"ningxia-2017"));
    EXPECT_EQ(own.targets[0].status, kMissing);
    EXPECT_EQ(own.targets[1].status, kNotApplicable);
}
