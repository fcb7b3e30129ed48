// What an unmet indicator lacks: the smallest step that suffices, by hand.

#include "indicator_fixture.h"

#include "assess/shortfall.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;

namespace {

constexpr const char16_t* kCode = u"9900000001";

// Sentences of what the county lacks, each with the place it is told of: "G11[0]", "G4@0".
QStringList lacks(const CountyBuilder& county, const char16_t* indicator, const standard::Standard& rules = rulesOf()) {
    const QString id = QString::fromUtf16(indicator);
    const model::CountyYear year = county.build();
    const Assessment assessment = assess::assess(year, rules);
    QStringList sentences;
    for (const Shortfall& shortfall : shortfallsOf(year, *rules.findIndicator(id), *assessment.result(rules, id))) {
        QString place;
        EXPECT_GE(shortfall.schoolRow, -1);
        EXPECT_GE(shortfall.part, -1);
        if (shortfall.schoolRow >= 0)
            place += QStringLiteral("@%1").arg(shortfall.schoolRow);
        if (shortfall.stage)
            place += model::stageId(*shortfall.stage);
        if (shortfall.part >= 0)
            place += QStringLiteral("[%1]").arg(shortfall.part);
        sentences << place + QChar(u' ') + shortfallSentence(shortfall);
    }
    return sentences;
}

QStringList list(const char* sentence) {
    return {QString::fromUtf8(sentence)};
}

CountyBuilder rotation(const char16_t* eligible, const char16_t* actual, const char16_t* backbone) {
    CountyBuilder county;
    county.county({{u"rotation_eligible", eligible}, {u"rotation_actual", actual}, {u"rotation_backbone", backbone}});
    return county;
}

CountyBuilder monitored(const char16_t* level, const char16_t* gap) {
    CountyBuilder county;
    county.row(model::Level::Monitoring, u"语文/四年级", {{u"monitored_level", level}, {u"monitored_gap", u"0.1"}})
        .row(model::Level::Monitoring, u"数学/四年级", {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", gap}});
    return county;
}

} // namespace

TEST(Shortfall, NothingIsLackingUnlessUnmet) {
    EXPECT_TRUE(lacks(rotation(u"150", u"15", u"3"), u"G11").isEmpty());
    EXPECT_TRUE(lacks(rotation(u"150", u"", u"3"), u"G11").isEmpty());
    CountyBuilder attested;
    EXPECT_TRUE(lacks(conclude(attested, u"G1", u"未达标"), u"G1").isEmpty()); // it has no amount
}

// 15.1 of 151 are wanted: 1 more than 15, 0.066 points; 20 % of 15 = 3, one more than 2 (13.3 %).
TEST(Shortfall, OfEachPartOfARatio) {
    EXPECT_EQ(lacks(rotation(u"151", u"15", u""), u"G11"), list("[0] 还差 1 人（0.1 个百分点）"));
    EXPECT_EQ(lacks(rotation(u"150", u"15", u"2"), u"G11"), list("[1] 还差 1 人（6.7 个百分点）"));
    EXPECT_EQ(lacks(rotation(u"100", u"4", u"0"), u"G11"),
              (QStringList{QStringLiteral("[0] 还差 6 人（6.0 个百分点）"),
                           QStringLiteral("[1] 还差 1 人（20.0 个百分点）")})); // 0.8 of a teacher
}

// A bound that is not included wants one more than the limit itself: 15 of 150 are exactly 10 %, 3 of 15 exactly 20 %.
TEST(Shortfall, OfABoundThatIsNotIncluded) {
    const auto above = ownRules(R"("government":{"G11":{"parts":{"rotation_ratio":{"at_least":null,"above":"0.10"}},
        "source":"6号"}})");
    EXPECT_EQ(lacks(rotation(u"150", u"15", u"3"), u"G11", above), list("[0] 还差 1 人（0.0 个百分点）"));
    EXPECT_EQ(lacks(rotation(u"151", u"15", u"3"), u"G11", above), list("[0] 还差 1 人（0.1 个百分点）"));
    EXPECT_TRUE(lacks(rotation(u"150", u"16", u"4"), u"G11", above).isEmpty());
}

// 21 of 200 are one more than 10 %; of less than 10 % even 20 are one too many.
TEST(Shortfall, OfABoundThatIsExceeded) {
    const auto bounded = [](const char* bound) {
        return ownRules(QByteArray(R"("government":{"G11":{"parts":{"rotation_ratio":{"at_least":null,)") + bound +
                        R"(:"0.10"}},"source":"6号"}})");
    };
    EXPECT_EQ(lacks(rotation(u"200", u"21", u"5"), u"G11", bounded("\"at_most\"")),
              list("[0] 超出 1 人（0.5 个百分点）"));
    EXPECT_EQ(lacks(rotation(u"200", u"20", u"4"), u"G11", bounded("\"below\"")),
              list("[0] 超出 1 人（0.0 个百分点）"));
}

// 499 of the 500 places wanted; the share of the rural schools has no limit.
TEST(Shortfall, OnlyOfPartsThatHaveALimit) {
    CountyBuilder county;
    county.county({{u"quota_total", u"1000"}, {u"quota_allocated", u"499"}, {u"quota_rural", u"10"}});
    EXPECT_EQ(lacks(county, u"G14"), list("[0] 还差 1 人（0.1 个百分点）"));
}

// (80 + 0) of 100 lack 5; what is not applicable adds nothing. 999 of 1000 in zone, of the 小学 alone.
TEST(Shortfall, OfSums) {
    CountyBuilder migrants;
    migrants.county({{u"migrant_eligible", u"100"}, {u"migrant_public", u"80"}, {u"migrant_purchased", u"不适用"}});
    EXPECT_EQ(lacks(migrants, u"G15"), list("[0] 还差 5 人（5.0 个百分点）"));
    CountyBuilder zone;
    zone.school(kCode, u"九年一贯制学校", {{u"sponsor", u"县级教育部门"}, {u"locality", u"城区"}, {u"boarding", u"否"}})
        .section(kCode, u"primary", {{u"pupils", u"1000"}, {u"in_zone_pupils", u"999"}})
        .section(kCode, u"junior", {{u"pupils", u"500"}, {u"in_zone_pupils", u"500"}});
    EXPECT_EQ(lacks(zone, u"G13"), list("[0] 还差 1 人（0.1 个百分点）"));
}

// 0.95 x (200 - 1) = 189.05; graduates less moves 92 + 100 + 0 - 3 = 189: lacks 0.05, so one. 0.95 - 189/199 = 0.0003.
TEST(Shortfall, OfADifference) {
    CountyBuilder county;
    county.school(kCode, u"初级中学")
        .section(kCode, u"junior",
                 {{u"pupils", u"600"},
                  {u"graduates", u"192"},
                  {u"entrants", u"200"},
                  {u"transferred_in", u"3"},
                  {u"transferred_out", u"0"},
                  {u"deaths", u"1"}});
    EXPECT_EQ(lacks(county, u"Q1"), list("[0] 还差 1 人（0.0 个百分点）"));
    county.section(kCode, u"junior", {{u"transferred_in", u"10"}}); // 182 of 189.05
    EXPECT_EQ(lacks(county, u"Q1"), list("[0] 还差 8 人（3.5 个百分点）"));
}

// 97,000 of 98,000 元. By the conclusion alone there is no amount.
TEST(Shortfall, OfSalaries) {
    CountyBuilder county;
    county.county({{u"teacher_salary", u"97000.5"}, {u"civil_servant_salary", u"98000"}});
    EXPECT_EQ(lacks(county, u"G8"), list(" 还差 999.50 元"));
    conclude(county, u"G8", u"未达标").county({{u"teacher_salary", u"98000"}});
    EXPECT_TRUE(lacks(county, u"G8").isEmpty());
    EXPECT_TRUE(lacks(county.county({{u"teacher_salary", u""}}), u"G8").isEmpty());
    EXPECT_TRUE(lacks(county.county({{u"teacher_salary", u"98000"}, {u"civil_servant_salary", u""}}), u"G8").isEmpty());
}

// 95 of 96 %; a blank amount has none.
TEST(Shortfall, OfAmounts) {
    CountyBuilder county;
    county.county({{u"compulsory_retention", u"95"}});
    EXPECT_EQ(lacks(county, u"T1", rulesOf(u"xinjiang-2024")), list("[0] 还差 1.00 %"));
    county.county({{u"funds_standard_primary", u"1150"}, {u"funds_standard_junior", u"1300"}});
    const standard::Standard& shenyang = rulesOf(u"liaoning-shenyang");
    EXPECT_EQ(lacks(county, u"G2", shenyang), list("[1] 还差 50.00 元"));
    EXPECT_EQ(lacks(county.county({{u"funds_standard_primary", u""}}), u"G2", shenyang), list("[1] 还差 50.00 元"));
}

// 59.9999 万元 / 100 = 5999.99 元: one more yuan a pupil. A school of 5950 lacks 50.
TEST(Shortfall, OfSpecialFunds) {
    CountyBuilder county;
    county.county({{u"special_funds", u"59.9999"}, {u"special_pupils", u"100"}});
    EXPECT_EQ(lacks(county, u"G7"), list(" 还差 1 元/生"));
    // The other half of the county's rule is unmet: this one lacks nothing, or has no pupils.
    county.county({{u"special_funds", u"60"}, {u"inclusive_funds", u"5"}, {u"inclusive_pupils", u"10"}});
    EXPECT_TRUE(lacks(county, u"G7", rulesOf(u"urumqi-county-2022")).isEmpty());
    county.county({{u"special_pupils", u"0"}});
    EXPECT_TRUE(lacks(county, u"G7", rulesOf(u"urumqi-county-2022")).isEmpty());
    county.school(kCode, u"特殊教育学校", {{u"public_funds_budget", u"5.95"}})
        .section(kCode, u"special", {{u"pupils", u"10"}});
    EXPECT_EQ(lacks(county, u"G7"), list("@0special 还差 50 元/生"));
}

// A school of 2150 exceeds 2000 by 150; one that passes by a relaxation, or has no limit, exceeds nothing.
TEST(Shortfall, OfSchoolsThatAreTooLarge) {
    CountyBuilder county;
    county.school(kCode, u"小学").section(kCode, u"primary", {{u"pupils", u"2150"}});
    county.school(u"9900000002", u"小学", {{u"built_year", u"2000"}})
        .section(u"9900000002", u"primary", {{u"pupils", u"2150"}});
    county.school(u"9900000003", u"职业学校（附设）").section(u"9900000003", u"junior", {{u"pupils", u"88"}});
    EXPECT_EQ(lacks(county, u"G4"), list("@0[0] 超出 150 人"));
}

// 46 of 45; by the bands alone it is not known how large the class is.
TEST(Shortfall, OfLargeClasses) {
    CountyBuilder county;
    county.school(kCode, u"小学").section(kCode, u"primary", {{u"pupils", u"300"}, {u"largest_class", u"46"}});
    county.school(u"9900000002", u"小学")
        .section(u"9900000002", u"primary", {{u"pupils", u"300"}, {u"classes_46_50", u"2"}});
    EXPECT_EQ(lacks(county, u"G5"), list("@0primary 超出 1 人"));
}

// Two schools without a charter; by the conclusion alone none is named.
TEST(Shortfall, OfFlags) {
    CountyBuilder county;
    for (const char16_t* code : {u"9900000001", u"9900000002"})
        county.school(code, u"小学", {{u"charter", u"否"}}).section(code, u"primary", {{u"pupils", u"300"}});
    EXPECT_EQ(lacks(county, u"Q3"), list(" 还差 2 所学校"));
    for (const char16_t* code : {u"9900000001", u"9900000002"})
        county.school(code, u"小学", {{u"charter", u"是"}});
    EXPECT_TRUE(lacks(conclude(county, u"Q3", u"未达标"), u"Q3").isEmpty());
}

// A class of 46 to 50, and a largest class of 45 or 40: one of the two is wrong, and no number of pupils is too many.
TEST(Shortfall, OfClassesWhoseSizesDisagree) {
    const auto largest = [](const char16_t* size) {
        CountyBuilder county;
        county.school(kCode, u"小学")
            .section(kCode, u"primary", {{u"pupils", u"300"}, {u"classes_46_50", u"1"}, {u"largest_class", size}});
        return lacks(county, u"G5");
    };
    EXPECT_EQ(largest(u"46"), list("@0primary 超出 1 人"));
    EXPECT_EQ(largest(u"45"), QStringList());
    EXPECT_EQ(largest(u"40"), QStringList());
}

// Strictly below 0.15: from 0.2 down to 0.149 are 0.051. A level has no amount, and a blank gap none.
TEST(Shortfall, OfTheMonitoring) {
    EXPECT_EQ(lacks(monitored(u"Ⅲ", u"0.2"), u"Q9"), list("[1] 超出 0.051"));
    EXPECT_EQ(lacks(monitored(u"Ⅲ", u"0.15"), u"Q9"), list("[1] 超出 0.001"));
    EXPECT_TRUE(lacks(monitored(u"Ⅱ", u"0.149"), u"Q9").isEmpty());
    EXPECT_TRUE(lacks(monitored(u"Ⅱ", u""), u"Q9").isEmpty());
    CountyBuilder sixth;
    sixth.row(model::Level::Monitoring, u"德育/四年级", {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", u"0.2"}});
    EXPECT_EQ(lacks(sixth, u"Q9"), list("[5] 超出 0.051"));
}

// 5 % of 100 万元 are 50,000 元, of which 40,000 are planned: 10,000 元 and one percentage point.
TEST(Shortfall, OfTrainingMoney) {
    CountyBuilder county;
    county.school(kCode, u"小学", {{u"public_funds_budget", u"100"}, {u"teacher_training_budget", u"4"}})
        .section(kCode, u"primary", {{u"pupils", u"300"}});
    EXPECT_EQ(lacks(county, u"Q4"), list("@0 还差 10000.00 元（1.0 个百分点）"));
    const auto exact =
        shortfallsOf(county.build(), *rulesOf().findIndicator(QStringLiteral("Q4")), judged(county, u"Q4"));
    EXPECT_EQ(*exact.at(0).percentagePoints, 1);
}

// 99 pupils at 720 元 want 72,000 元.
TEST(Shortfall, OfRoomsAndFundsOfSmallSchools) {
    CountyBuilder county;
    county.school(kCode, u"小学", {{u"small_school_funds", u"7"}, {u"music_rooms", u"0"}, {u"fine_art_rooms", u"0"}})
        .section(kCode, u"primary", {{u"pupils", u"99"}, {u"classes", u"13"}})
        .county({{u"funds_standard_primary", u"720"}});
    EXPECT_EQ(lacks(county, u"G6"), list("@0 还差 2000 元"));
    EXPECT_EQ(lacks(county, u"G3"),
              (QStringList{QStringLiteral("@0[0] 还差 2 间"), QStringLiteral("@0[1] 还差 2 间")}));
}
