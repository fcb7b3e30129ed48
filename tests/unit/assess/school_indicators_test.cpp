// The indicators that every school is judged by: G3, G4, G5, G6, G13, Q3, Q4, Q6. Expected values by hand.

#include "indicator_fixture.h"

#include "assess/shortfall.h"

using namespace junheng;
using namespace junheng::test;
using assess::IndicatorStatus;

namespace {

constexpr const char16_t* kCode = u"9900000001";

CountyBuilder school(const char16_t* type, const char16_t* primary, const char16_t* junior, Cells cells = {}) {
    CountyBuilder county;
    county.school(kCode, type, cells);
    if (primary != nullptr)
        county.section(kCode, u"primary", {{u"pupils", primary}});
    if (junior != nullptr)
        county.section(kCode, u"junior", {{u"pupils", junior}});
    return county;
}

// A primary school of so many classes, with one music and one art room of these areas.
CountyBuilder rooms(const char16_t* classes, const char16_t* music, const char16_t* art, Cells cells = {}) {
    CountyBuilder county;
    county.school(kCode, u"小学", {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}})
        .school(kCode, u"小学", cells)
        .section(kCode, u"primary", {{u"pupils", u"300"}, {u"classes", classes}, {u"largest_class", u"29"}})
        .room(kCode, u"1", {{u"room_kind", u"音乐"}, {u"room_area", music}})
        .room(kCode, u"2", {{u"room_kind", u"美术"}, {u"room_area", art}});
    return county;
}

} // namespace

// N11: ceil(classes / 12), of each kind: 12 -> 1, 13 -> 2.
TEST(SchoolIndicators, G3OneRoomOfEachKindForTwelveClassesBegun) {
    EXPECT_EQ(statusOf(rooms(u"1", u"96", u"90"), u"G3"), kMet);
    EXPECT_EQ(statusOf(rooms(u"12", u"96", u"90"), u"G3"), kMet);
    EXPECT_EQ(statusOf(rooms(u"13", u"96", u"90"), u"G3"), kUnmet);
    EXPECT_EQ(statusOf(rooms(u"12", u"95.99", u"90"), u"G3"), kUnmet);
    EXPECT_EQ(statusOf(rooms(u"12", u"96", u"89.99"), u"G3"), kUnmet);
    EXPECT_EQ(statusOf(rooms(u"12", u"96", u""), u"G3"), kMissing);
    EXPECT_EQ(statusOf(rooms(u"", u"96", u"90"), u"G3"), kMissing);
    EXPECT_EQ(statusOf(rooms(u"12", u"96", u"90", {{u"music_rooms", u""}}), u"G3"), kMissing);
    EXPECT_EQ(statusOf(rooms(u"12", u"96", u"90", {{u"music_rooms", u"0"}}), u"G3"), kUnmet); // 0 = none
    EXPECT_EQ(obstaclesIn(rooms(u"12", u"96", u""), u"G3"), QStringList{QStringLiteral("room_area")});
    EXPECT_EQ(statusOf(CountyBuilder(), u"G3"), kMissing);
}

TEST(SchoolIndicators, G3NumberOfRoomsByClasses) {
    const std::pair<const char16_t*, int> cases[]{{u"1", 1}, {u"12", 1}, {u"13", 2}, {u"24", 2}, {u"25", 3}};
    for (const auto& [classes, needed] : cases) {
        CountyBuilder county;
        county.school(kCode, u"小学", {{u"music_rooms", u"0"}, {u"fine_art_rooms", u"0"}})
            .section(kCode, u"primary", {{u"pupils", u"300"}, {u"classes", classes}});
        const auto result = judged(county, u"G3");
        ASSERT_EQ(result.schools.size(), 2U);
        EXPECT_EQ(*result.schools[0].limit, needed);
        EXPECT_EQ(*result.schools[1].limit, needed);
        const auto lacks = assess::shortfallsOf(county.build(), *rulesOf().findIndicator(QStringLiteral("G3")), result);
        ASSERT_EQ(lacks.size(), 2U);
        EXPECT_EQ(lacks[0].amount, needed);
        EXPECT_EQ(lacks[0].unit, QStringLiteral("间"));
    }
}

// Counted but not listed: it may be large enough or not.
TEST(SchoolIndicators, G3ARoomWithoutARowIsMissing) {
    EXPECT_EQ(statusOf(rooms(u"24", u"96", u"90", {{u"music_rooms", u"2"}, {u"fine_art_rooms", u"2"}}), u"G3"),
              kMissing);
}

// The classes of all compulsory stages together: 7 + 6 = 13 need two of each.
TEST(SchoolIndicators, G3CountsTheClassesOfTheWholeSchool) {
    CountyBuilder county = rooms(u"7", u"96", u"90");
    county.section(kCode, u"junior", {{u"pupils", u"200"}, {u"classes", u"5"}});
    EXPECT_EQ(statusOf(county, u"G3"), kMet);
    county.section(kCode, u"junior", {{u"classes", u"6"}});
    EXPECT_EQ(statusOf(county, u"G3"), kUnmet);
}

// A 九年一贯制 school without its junior row: how many classes and pupils it has is not known. A row with 0 says
// "none".
TEST(SchoolIndicators, TheRowOfEveryStageThatIsRunIsNeeded) {
    CountyBuilder county = school(u"九年一贯制学校", u"60", nullptr, {{u"public_funds_budget", u"8"}});
    county.school(kCode, u"九年一贯制学校", {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}})
        .section(kCode, u"primary", {{u"classes", u"2"}, {u"largest_class", u"30"}})
        .room(kCode, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
        .room(kCode, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"90"}})
        .county({{u"funds_standard_primary", u"720"}});
    for (const char16_t* indicator : {u"G3", u"G4", u"G5", u"G6"}) {
        EXPECT_EQ(statusOf(county, indicator), kMissing);
        EXPECT_EQ(obstaclesIn(county, indicator), QStringList{QStringLiteral("pupils")});
    }
    county.section(kCode, u"junior", {{u"pupils", u"0"}});
    for (const char16_t* indicator : {u"G3", u"G4", u"G5", u"G6"})
        EXPECT_EQ(statusOf(county, indicator), kMet);
}

// 完全中学 without any of its rows is still a school with compulsory stages.
TEST(SchoolIndicators, ASchoolWithoutItsRowsIsJudged) {
    CountyBuilder county;
    county.school(kCode, u"完全中学").section(kCode, u"senior", {{u"pupils", u"60"}});
    EXPECT_EQ(statusOf(county, u"G4"), kMissing);
    EXPECT_EQ(statusOf(conclude(county, u"Q3", u"达标"), u"Q3"), kMissing);
}

TEST(SchoolIndicators, G3SchoolsOf2016HaveSmallerRooms) {
    const CountyBuilder relaxed = rooms(u"12", u"73", u"67", {{u"built_year", u"2016"}});
    EXPECT_EQ(statusOf(relaxed, u"G3"), kMet);
    EXPECT_EQ(judged(relaxed, u"G3").withoutRelaxations, kUnmet);
    ASSERT_EQ(judged(relaxed, u"G3").schools.size(), 2U);
    EXPECT_EQ(judged(relaxed, u"G3").schools[0].relaxation, 0);
    EXPECT_EQ(*judged(relaxed, u"G3").schools[0].valueWithout, 0);
    EXPECT_EQ(statusOf(rooms(u"12", u"72.99", u"67", {{u"built_year", u"2016"}}), u"G3"), kUnmet);
    EXPECT_EQ(statusOf(rooms(u"12", u"73", u"66.99", {{u"built_year", u"2016"}}), u"G3"), kUnmet);
    EXPECT_EQ(statusOf(rooms(u"12", u"73", u"67", {{u"built_year", u"2017"}}), u"G3"), kUnmet);
    EXPECT_EQ(statusOf(rooms(u"12", u"73", u"67"), u"G3"), kUnmet); // not claimed
}

TEST(SchoolIndicators, G3SmallRuralSchools) {
    EXPECT_EQ(statusOf(rooms(u"12", u"54", u"54", {{u"rural_small", u"是"}}), u"G3"), kMet);
    EXPECT_EQ(statusOf(rooms(u"12", u"53.99", u"54", {{u"rural_small", u"是"}}), u"G3"), kUnmet);
    EXPECT_EQ(statusOf(rooms(u"12", u"54", u"54", {{u"rural_small", u"否"}}), u"G3"), kUnmet);
    CountyBuilder large = rooms(u"12", u"54", u"54", {{u"rural_small", u"是"}});
    large.section(kCode, u"primary", {{u"largest_class", u"30"}});
    EXPECT_EQ(statusOf(large, u"G3"), kUnmet);
    // With 初中 61 ㎡.
    const auto withJunior = [](const char16_t* area) {
        CountyBuilder county = rooms(u"6", area, area, {{u"rural_small", u"是"}});
        county.section(kCode, u"junior", {{u"pupils", u"60"}, {u"classes", u"3"}, {u"largest_class", u"25"}});
        return statusOf(county, u"G3");
    };
    EXPECT_EQ(withJunior(u"61"), kMet);
    EXPECT_EQ(withJunior(u"60.99"), kUnmet);
}

// N11: 2000 / 2001, nine years 2500 / 2501; relaxed 2400 / 2401 and 3000 / 3001.
TEST(SchoolIndicators, G4SizeByType) {
    for (const char16_t* type : {u"小学", u"小学教学点"}) {
        EXPECT_EQ(statusOf(school(type, u"2000", nullptr), u"G4"), kMet);
        EXPECT_EQ(statusOf(school(type, u"2001", nullptr), u"G4"), kUnmet);
    }
    for (const char16_t* type : {u"初级中学", u"完全中学"}) {
        EXPECT_EQ(statusOf(school(type, nullptr, u"2000"), u"G4"), kMet);
        EXPECT_EQ(statusOf(school(type, nullptr, u"2001"), u"G4"), kUnmet);
    }
    for (const char16_t* type : {u"九年一贯制学校", u"十二年一贯制学校"}) {
        EXPECT_EQ(statusOf(school(type, u"1500", u"1000"), u"G4"), kMet);
        EXPECT_EQ(statusOf(school(type, u"1500", u"1001"), u"G4"), kUnmet);
        EXPECT_EQ(statusOf(school(type, u"1500", u""), u"G4"), kMissing);
    }
    EXPECT_EQ(statusOf(CountyBuilder(), u"G4"), kMissing);
    EXPECT_EQ(statusOf(school(u"特殊教育学校", u"3000", nullptr), u"G4"), kMet); // not a 小学
    // 呼图壁 names no limit for 十二年一贯制.
    EXPECT_EQ(statusOf(school(u"十二年一贯制学校", u"1500", u"1001"), u"G4", u"hutubi-2022"), kMet);
    EXPECT_EQ(statusOf(school(u"九年一贯制学校", u"1500", u"1001"), u"G4", u"hutubi-2022"), kUnmet);
}

TEST(SchoolIndicators, G4SchoolsOf2010MayBeLarger) {
    const Cells old{{u"built_year", u"2010"}};
    EXPECT_EQ(statusOf(school(u"小学", u"2400", nullptr, old), u"G4"), kMet);
    EXPECT_EQ(statusOf(school(u"小学", u"2401", nullptr, old), u"G4"), kUnmet);
    EXPECT_EQ(statusOf(school(u"初级中学", nullptr, u"2400", old), u"G4"), kMet);
    EXPECT_EQ(statusOf(school(u"九年一贯制学校", u"2000", u"1000", old), u"G4"), kMet);
    EXPECT_EQ(statusOf(school(u"九年一贯制学校", u"2000", u"1001", old), u"G4"), kUnmet);
    // The text names 九年 only.
    EXPECT_EQ(statusOf(school(u"十二年一贯制学校", u"1500", u"1001", old), u"G4"), kUnmet);
    EXPECT_EQ(statusOf(school(u"小学", u"2001", nullptr, {{u"built_year", u"2011"}}), u"G4"), kUnmet);

    const auto result = judged(school(u"小学", u"2150", nullptr, old), u"G4");
    EXPECT_EQ(result.status, kMet);
    EXPECT_EQ(result.withoutRelaxations, kUnmet);
    EXPECT_EQ(figureOf(result, u"G4", u"over_primary"), QStringLiteral("1")); // the form counts it all the same
    ASSERT_EQ(result.schools.size(), 1U);
    EXPECT_EQ(*result.schools[0].value, 2150);
    EXPECT_EQ(*result.schools[0].limit, 2400);
    EXPECT_EQ(*result.schools[0].limitWithout, 2000);
    // The relaxation does not help 2401, and is named.
    EXPECT_EQ(judged(school(u"小学", u"2401", nullptr, old), u"G4").schools[0].relaxation, 0);
}

// More than half, strictly: 1201 of 2400.
TEST(SchoolIndicators, G4SchoolsOfMigrantPupilsMayBeLarger) {
    const auto withMigrants = [](const char16_t* migrants) {
        CountyBuilder county = school(u"小学", u"2400", nullptr);
        county.section(kCode, u"primary", {{u"migrant_pupils", migrants}});
        return statusOf(county, u"G4");
    };
    EXPECT_EQ(withMigrants(u"1201"), kMet);
    EXPECT_EQ(withMigrants(u"1200"), kUnmet);
    EXPECT_EQ(withMigrants(u""), kUnmet);
}

TEST(SchoolIndicators, G4NoCompulsoryClassesInVocationalSchools) {
    const auto result = judged(school(u"职业学校（附设）", nullptr, u"88"), u"G4");
    EXPECT_EQ(result.status, kUnmet);
    EXPECT_EQ(figureOf(result, u"G4", u"barred"), QStringLiteral("1"));
    EXPECT_EQ(statusOf(school(u"职业学校（附设）", nullptr, u"0"), u"G4"), kMet);
    EXPECT_EQ(statusOf(school(u"职业学校（附设）", nullptr, u""), u"G4"), kMissing); // it may have none
}

// A relaxation ends with its last year: 2400 pupils of 2010 pass until 2022, fail in 2023.
TEST(SchoolIndicators, ARelaxationHasAnEnd) {
    const QByteArray json = R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},
        "government":{"G4":{"relaxations":{"built_2010":{"until":2022}},"source":"规程"}}})";
    const auto rules = standard::parseStandard(json, QStringLiteral("own.json"));
    ASSERT_TRUE(rules) << rules.error().message.toStdString();
    for (const auto& [year, expected] : {std::pair(2018, kUnmet), {2019, kMet}, {2022, kMet}, {2023, kUnmet}}) {
        CountyBuilder county(year);
        county.school(kCode, u"小学", {{u"built_year", u"2005"}}).section(kCode, u"primary", {{u"pupils", u"2400"}});
        EXPECT_EQ(assess::assess(county.build(), *rules).government[3].status, expected) << year;
    }
}

// N11: 45 / 46 and 50 / 51, by the largest class or by the bands.
TEST(SchoolIndicators, G5ClassSizes) {
    const auto largest = [](const char16_t* stage, const char16_t* size) {
        CountyBuilder county;
        county.school(kCode, u"初级中学").section(kCode, stage, {{u"pupils", u"500"}, {u"largest_class", size}});
        return statusOf(county, u"G5");
    };
    EXPECT_EQ(largest(u"primary", u"45"), kMet);
    EXPECT_EQ(largest(u"primary", u"46"), kUnmet);
    EXPECT_EQ(largest(u"junior", u"50"), kMet);
    EXPECT_EQ(largest(u"junior", u"51"), kUnmet);
    EXPECT_EQ(largest(u"primary", u""), kMissing);
    EXPECT_EQ(statusOf(CountyBuilder(), u"G5"), kMissing);
}

TEST(SchoolIndicators, G5BandsCountTheClassesOver) {
    const auto bands = [](const char16_t* stage, const char16_t* to45, const char16_t* to50, const char16_t* to55,
                          const char16_t* largest = u"") {
        CountyBuilder county;
        county.school(kCode, u"九年一贯制学校")
            .section(kCode, stage,
                     {{u"pupils", u"500"},
                      {u"classes_41_45", to45},
                      {u"classes_46_50", to50},
                      {u"classes_51_55", to55},
                      {u"classes_56_60", u"0"},
                      {u"classes_61_65", u"0"},
                      {u"classes_ge66", u"1"},
                      {u"largest_class", largest}});
        return county;
    };
    // Of 小学 3 + 2 + 0 + 0 + 1 classes have more than 45 pupils.
    EXPECT_EQ(statusOf(bands(u"primary", u"9", u"3", u"2"), u"G5"), kUnmet);
    EXPECT_EQ(figureOf(judged(bands(u"primary", u"9", u"3", u"2"), u"G5"), u"G5", u"over_primary"),
              QStringLiteral("6"));
    EXPECT_EQ(figureOf(judged(bands(u"junior", u"9", u"3", u"2"), u"G5"), u"G5", u"over_junior"), QStringLiteral("3"));
    // A blank band above the limit leaves the count open, not the verdict.
    EXPECT_EQ(statusOf(bands(u"primary", u"9", u"", u"2"), u"G5"), kUnmet);
    EXPECT_EQ(figureOf(judged(bands(u"primary", u"9", u"", u"2"), u"G5"), u"G5", u"over_primary"), QString());
}

// One of the two over the limit is enough; without any figure it is missing.
TEST(SchoolIndicators, G5EitherOverTheLimit) {
    const auto both = [](const char16_t* band, const char16_t* largest) {
        CountyBuilder county;
        county.school(kCode, u"小学")
            .section(kCode, u"primary",
                     {{u"pupils", u"500"},
                      {u"classes_46_50", band},
                      {u"classes_51_55", u"0"},
                      {u"classes_56_60", u"0"},
                      {u"classes_61_65", u"0"},
                      {u"classes_ge66", u"0"},
                      {u"largest_class", largest}});
        return statusOf(county, u"G5");
    };
    EXPECT_EQ(both(u"0", u"45"), kMet);
    EXPECT_EQ(both(u"1", u"45"), kUnmet);
    EXPECT_EQ(both(u"0", u"46"), kUnmet);
    EXPECT_EQ(both(u"0", u""), kMet);
    EXPECT_EQ(both(u"", u"45"), kMet);
    EXPECT_EQ(both(u"", u""), kMissing);
}

// 99 pupils of 小学 at 720 元: 72,000 元 = 7.2 万元 for 100.
TEST(SchoolIndicators, G6FundsOfOneHundredPupils) {
    const auto small = [](const char16_t* pupils, Cells cells) {
        CountyBuilder county = school(u"小学", pupils, nullptr, cells);
        county.county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"940"}});
        return county;
    };
    EXPECT_EQ(statusOf(small(u"99", {{u"small_school_funds", u"7.2"}}), u"G6"), kMet);
    EXPECT_EQ(statusOf(small(u"99", {{u"small_school_funds", u"7.1999"}}), u"G6"), kUnmet);
    EXPECT_EQ(statusOf(small(u"99", {{u"public_funds_budget", u"7.2"}}), u"G6"), kMet); // where funds is blank
    EXPECT_EQ(statusOf(small(u"99", {}), u"G6"), kMissing);
    EXPECT_EQ(statusOf(small(u"100", {}), u"G6"), kNotApplicable);
    EXPECT_EQ(statusOf(small(u"", {}), u"G6"), kMissing);
    EXPECT_EQ(statusOf(CountyBuilder(), u"G6"), kMissing);
    // 7.1999 万元 lacks 1 元.
    const auto county = small(u"99", {{u"small_school_funds", u"7.1999"}});
    const auto lacks =
        assess::shortfallsOf(county.build(), *rulesOf().findIndicator(QStringLiteral("G6")), judged(county, u"G6"));
    ASSERT_EQ(lacks.size(), 1U);
    EXPECT_EQ(lacks[0].amount, 1);
}

// 40 and 20 pupils: (40 x 720 + 20 x 940) / 60 x 100 = 4,760,000 / 60 = 79,333.33 元.
TEST(SchoolIndicators, G6WeighsTheQuotasOfItsStages) {
    const auto nine = [](const char16_t* funds) {
        CountyBuilder county = school(u"九年一贯制学校", u"40", u"20", {{u"small_school_funds", funds}});
        county.county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"940"}});
        return statusOf(county, u"G6");
    };
    EXPECT_EQ(nine(u"7.9334"), kMet);
    EXPECT_EQ(nine(u"7.9333"), kUnmet);
}

// With 高中 the budget does not tell what the compulsory stages get.
TEST(SchoolIndicators, G6DoesNotTakeTheBudgetOfASchoolWithSenior) {
    CountyBuilder county = school(u"完全中学", nullptr, u"60", {{u"public_funds_budget", u"90"}});
    county.section(kCode, u"senior", {{u"pupils", u"500"}})
        .county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"940"}});
    EXPECT_EQ(statusOf(county, u"G6"), kMissing);
    EXPECT_EQ(obstaclesIn(county, u"G6"), QStringList{QStringLiteral("small_school_funds")});
    // A 完全中学 runs one by its type, also while its row is lacking.
    CountyBuilder rowLacking = school(u"完全中学", nullptr, u"60", {{u"public_funds_budget", u"90"}});
    rowLacking.county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"940"}});
    EXPECT_EQ(statusOf(rowLacking, u"G6"), kMissing);
    EXPECT_EQ(obstaclesIn(rowLacking, u"G6"), QStringList{QStringLiteral("small_school_funds")});
}

// The parent's 200 pupils and 100 for its point: 300 x 720 = 21.6 万元.
TEST(SchoolIndicators, G6APointWithoutAccountsIsJudgedAtItsParent) {
    const auto withParent = [](const char16_t* budget, const char16_t* parent = u"9900000002") {
        CountyBuilder county =
            school(u"小学教学点", u"20", nullptr, {{u"independent_accounts", u"否"}, {u"parent_code", parent}});
        county.school(u"9900000002", u"小学", {{u"public_funds_budget", budget}})
            .section(u"9900000002", u"primary", {{u"pupils", u"200"}})
            .county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"940"}});
        return county;
    };
    EXPECT_EQ(statusOf(withParent(u"21.6"), u"G6"), kMet);
    EXPECT_EQ(statusOf(withParent(u"21.5999"), u"G6"), kUnmet);
    EXPECT_EQ(statusOf(withParent(u""), u"G6"), kMissing);
    EXPECT_EQ(statusOf(withParent(u"21.6", u""), u"G6"), kMissing);
    EXPECT_EQ(obstaclesIn(withParent(u"21.6", u"9900000009"), u"G6"), QStringList{QStringLiteral("parent_code")});
}

// 新疆 asks rural schools only. A parent of 100 pupils has its own number whatever its locality: 200 x 720 = 14.4 万元.
TEST(SchoolIndicators, G6AParentOfAHundredNeedsNoLocality) {
    CountyBuilder county = school(u"小学教学点", u"20", nullptr,
                                  {{u"independent_accounts", u"否"},
                                   {u"parent_code", u"9900000002"},
                                   {u"locality", u"乡村"},
                                   {u"sponsor", u"县级教育部门"}});
    county.school(u"9900000002", u"小学", {{u"public_funds_budget", u"14.4"}})
        .section(u"9900000002", u"primary", {{u"pupils", u"100"}})
        .county({{u"funds_standard_primary", u"720"}});
    EXPECT_EQ(statusOf(county, u"G6", u"xinjiang-2021"), kMet);
    county.section(u"9900000002", u"primary", {{u"pupils", u"99"}});
    EXPECT_EQ(statusOf(county, u"G6", u"xinjiang-2021"), kMissing); // entitled to a hundred or not
}

// Σ in zone / Σ pupils of public day schools in 城区 and 镇区: 小学 100 %, 初中 95 % inclusive.
TEST(SchoolIndicators, G13EnrolmentByZone) {
    const auto zone = [](const char16_t* stage, const char16_t* inZone, Cells cells = {},
                         const char16_t* standard = u"national-2017") {
        CountyBuilder county;
        county.school(kCode, u"初级中学", {{u"sponsor", u"县级教育部门"}, {u"locality", u"城区"}, {u"boarding", u"否"}})
            .school(kCode, u"初级中学", cells)
            .section(kCode, stage, {{u"pupils", u"1000"}, {u"in_zone_pupils", inZone}});
        return statusOf(county, u"G13", standard);
    };
    EXPECT_EQ(zone(u"primary", u"1000"), kMet);
    EXPECT_EQ(zone(u"primary", u"999"), kUnmet);
    EXPECT_EQ(zone(u"junior", u"950"), kMet);
    EXPECT_EQ(zone(u"junior", u"949"), kUnmet);
    EXPECT_EQ(zone(u"junior", u""), kMissing);
    EXPECT_EQ(zone(u"junior", u"", {{u"sponsor", u"民办"}}), kNotApplicable);
    EXPECT_EQ(zone(u"junior", u"", {{u"locality", u"乡村"}}), kNotApplicable);
    EXPECT_EQ(zone(u"junior", u"", {{u"boarding", u"是"}}), kNotApplicable);
    EXPECT_EQ(zone(u"junior", u"950", {{u"locality", u""}}), kMissing);
    EXPECT_EQ(zone(u"junior", u"949", {{u"locality", u"乡村"}}, u"urumqi-county-2022"), kUnmet);
    EXPECT_EQ(zone(u"junior", u"949", {{u"locality", u"乡村"}}, u"hutubi-2022"), kUnmet);
}

// Special schools belong to G7, G9, G12, Q3 and Q4 only: their 小学 pupils come from the whole county.
TEST(SchoolIndicators, G13LeavesSpecialSchoolsOut) {
    CountyBuilder county;
    county.school(kCode, u"特殊教育学校", {{u"sponsor", u"县级教育部门"}, {u"locality", u"城区"}, {u"boarding", u"否"}})
        .section(kCode, u"special", {{u"pupils", u"50"}})
        .section(kCode, u"primary", {{u"pupils", u"30"}, {u"in_zone_pupils", u"12"}});
    EXPECT_EQ(statusOf(county, u"G13"), kNotApplicable);
    county.section(kCode, u"junior", {{u"pupils", u"30"}}); // without the figures of Q1
    EXPECT_EQ(statusOf(county, u"Q1"), kNotApplicable);
}

// The pupils in scope are not known, so no figure is: not even that of the schools whose scope is.
TEST(SchoolIndicators, G13ShowsNoPartOfAScope) {
    CountyBuilder county;
    for (const char16_t* code : {kCode, u"9900000002"})
        county.school(code, u"小学", {{u"sponsor", u"县级教育部门"}, {u"locality", u"城区"}, {u"boarding", u"否"}})
            .section(code, u"primary", {{u"pupils", u"300"}, {u"in_zone_pupils", u"300"}});
    EXPECT_EQ(figureOf(judged(county, u"G13"), u"G13", u"primary_in_zone_ratio_pupils"), QStringLiteral("600"));
    county.school(kCode, u"小学", {{u"locality", u""}});
    EXPECT_EQ(statusOf(county, u"G13"), kMissing);
    EXPECT_EQ(figureOf(judged(county, u"G13"), u"G13", u"primary_in_zone_ratio_pupils"), QString());
}

TEST(SchoolIndicators, G13AStageMayBoardOnItsOwn) {
    CountyBuilder county;
    county
        .school(kCode, u"九年一贯制学校", {{u"sponsor", u"县级教育部门"}, {u"locality", u"镇区"}, {u"boarding", u"否"}})
        .section(kCode, u"primary", {{u"pupils", u"100"}, {u"in_zone_pupils", u"100"}})
        .section(kCode, u"junior", {{u"pupils", u"100"}, {u"section_boarding", u"是"}});
    EXPECT_EQ(statusOf(county, u"G13"), kMet);
    county.section(kCode, u"junior", {{u"section_boarding", u"否"}});
    EXPECT_EQ(statusOf(county, u"G13"), kMissing);
}

TEST(SchoolIndicators, Q3EverySchoolHasACharterAndTheConclusion) {
    const auto charter = [](const char16_t* given, const char16_t* conclusion) {
        CountyBuilder county = school(u"小学", u"500", nullptr, {{u"charter", given}});
        conclude(county, u"Q3", conclusion);
        return statusOf(county, u"Q3");
    };
    EXPECT_EQ(charter(u"是", u"达标"), kMet);
    EXPECT_EQ(charter(u"否", u"达标"), kUnmet);
    EXPECT_EQ(charter(u"是", u"未达标"), kUnmet);
    EXPECT_EQ(charter(u"", u"达标"), kMissing);
    EXPECT_EQ(charter(u"是", u"待定"), kMissing);
    EXPECT_EQ(charter(u"不适用", u"不适用"), kNotApplicable);
    CountyBuilder special;
    special.school(kCode, u"特殊教育学校", {{u"charter", u"否"}}).section(kCode, u"special", {{u"pupils", u"30"}});
    EXPECT_EQ(statusOf(special, u"Q3"), kUnmet);
}

// 5 of 100 万元 is exactly 5 %.
TEST(SchoolIndicators, Q4FivePercentInEverySchool) {
    const auto training = [](const char16_t* budget, const char16_t* spent, Cells cells = {}) {
        CountyBuilder county =
            school(u"小学", u"500", nullptr, {{u"public_funds_budget", budget}, {u"teacher_training_budget", spent}});
        county.school(kCode, u"小学", cells);
        return county;
    };
    EXPECT_EQ(statusOf(training(u"100", u"5"), u"Q4"), kMet);
    EXPECT_EQ(statusOf(training(u"100", u"4.9999"), u"Q4"), kUnmet);
    EXPECT_TRUE(judged(training(u"100", u"4.9999"), u"Q4").borderline); // prints as 5.0 %
    EXPECT_EQ(statusOf(training(u"100", u""), u"Q4"), kMissing);
    EXPECT_EQ(statusOf(training(u"", u"5"), u"Q4"), kMissing);
    EXPECT_EQ(statusOf(training(u"0", u""), u"Q4"), kNotApplicable);
    EXPECT_EQ(statusOf(training(u"100", u"1", {{u"independent_accounts", u"否"}}), u"Q4"), kNotApplicable);
    EXPECT_EQ(figureOf(judged(training(u"100", u"4"), u"Q4"), u"Q4", u"least_share"), QStringLiteral("1/25"));
    EXPECT_EQ(figureOf(judged(training(u"0", u""), u"Q4"), u"Q4", u"least_share"), QString()); // there is none
    // 4 of 100 万元 lacks 1 万元.
    const auto lacks =
        assess::shortfallsOf(training(u"100", u"4").build(), *rulesOf().findIndicator(QStringLiteral("Q4")),
                             judged(training(u"100", u"4"), u"Q4"));
    ASSERT_EQ(lacks.size(), 1U);
    EXPECT_EQ(lacks[0].amount, 10000);
}

TEST(SchoolIndicators, Q6GradesOrTheConclusion) {
    const auto grade = [](const char16_t* given, const char16_t* conclusion = u"") {
        CountyBuilder county = school(u"小学", u"500", nullptr, {{u"moral_culture_grade", u"优秀"}});
        county.school(u"9900000002", u"小学", {{u"moral_culture_grade", given}})
            .section(u"9900000002", u"primary", {{u"pupils", u"500"}});
        conclude(county, u"Q6", conclusion);
        return statusOf(county, u"Q6");
    };
    EXPECT_EQ(grade(u"良好"), kMet);
    EXPECT_EQ(grade(u"合格", u"达标"), kUnmet);
    EXPECT_EQ(grade(u"", u"达标"), kMissing);
    CountyBuilder none = school(u"小学", u"500", nullptr);
    EXPECT_EQ(statusOf(none, u"Q6"), kMissing);
    EXPECT_EQ(statusOf(conclude(none, u"Q6", u"达标"), u"Q6"), kMet);
    EXPECT_EQ(statusOf(conclude(none, u"Q6", u"未达标"), u"Q6"), kUnmet);
    EXPECT_EQ(statusOf(conclude(none, u"Q6", u"不适用"), u"Q6"), kNotApplicable);
}
