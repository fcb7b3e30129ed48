// Corners of the rules about schools: what is blank, not applicable, zero, or met by one school and not by the next. By
// hand.

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

// A class size band that is not applicable leaves nothing open: the bands above 45 say that there is no such class.
TEST(SchoolRules, G5BandsThatAreNotApplicable) {
    CountyBuilder county;
    addPrimary(county, kFirst, {},
               {{u"classes_46_50", u"不适用"},
                {u"classes_51_55", u"0"},
                {u"classes_56_60", u"0"},
                {u"classes_61_65", u"0"},
                {u"classes_ge66", u"0"}});
    EXPECT_EQ(statusOf(county, u"G5"), kMet);
    EXPECT_EQ(figureOf(judged(county, u"G5"), u"G5", u"over_primary"), QStringLiteral("0"));
}

// Of three schools each its own: 2 classes over in the first, none in the second, one in the third.
TEST(SchoolRules, G5CountsOverAllSchools) {
    CountyBuilder county;
    for (const auto& [code, over] : {std::pair(kFirst, u"2"), std::pair(kSecond, u"0"), std::pair(u"9900000003", u"1")})
        addPrimary(county, code, {},
                   {{u"classes_46_50", over},
                    {u"classes_51_55", u"0"},
                    {u"classes_56_60", u"0"},
                    {u"classes_61_65", u"0"},
                    {u"classes_ge66", u"0"}});
    const auto result = judged(county, u"G5");
    EXPECT_EQ(figureOf(result, u"G5", u"over_primary"), QStringLiteral("3"));
    EXPECT_EQ(figureOf(result, u"G5", u"over_junior"), QStringLiteral("0"));
    ASSERT_EQ(result.schools.size(), 2U);
    EXPECT_EQ(result.schools[1].schoolRow, 2);
    EXPECT_EQ(result.schools[1].stage, model::Stage::Primary);
    EXPECT_EQ(*result.schools[1].limit, 45);
    EXPECT_FALSE(result.schools[1].value);
    EXPECT_EQ(result.schools[1].part, -1);
    EXPECT_EQ(result.schools[1].relaxation, -1);
}

// A standard may know the bands above its limits only.
TEST(SchoolRules, G5BandsOfAnotherStandard) {
    const auto rules = ownRules(R"("government":{"G5":{"bands":[{"item":"classes_46_50","from":46},
        {"item":"classes_51_55","from":51}],"source":"6号"}})");
    CountyBuilder county;
    addPrimary(county, kFirst, {}, {{u"classes_46_50", u"1"}, {u"classes_51_55", u"0"}});
    EXPECT_EQ(assess::assess(county.build(), rules).government.at(4).status, kUnmet);
    EXPECT_EQ(*assess::assess(county.build(), rules).government.at(4).figures.at(0), 1);
}

// A band may hold the limit alone: one class of 46, where 46 are allowed.
TEST(SchoolRules, G5ABandThatBeginsAtTheLimit) {
    const auto rules = ownRules(R"("government":{"G5":{"limit":{"primary":46},"bands":[
        {"item":"classes_46_50","from":46},{"item":"classes_51_55","from":47},{"item":"classes_56_60","from":51}],
        "source":"6号"}})");
    CountyBuilder county;
    addPrimary(county, kFirst, {}, {{u"classes_46_50", u"1"}, {u"classes_51_55", u"0"}, {u"classes_56_60", u"0"}});
    const auto result = assess::assess(county.build(), rules).government.at(4);
    EXPECT_EQ(result.status, kMet);
    EXPECT_EQ(*result.figures.at(0), 0);
}

// In the way is the largest class, where it and a band are blank; where it is known to be too large nothing is.
TEST(SchoolRules, G5NamesTheLargestClass) {
    CountyBuilder county;
    addPrimary(county, kFirst, {});
    EXPECT_EQ(obstaclesIn(county, u"G5"), QStringList{QStringLiteral("largest_class")});
    county.section(kFirst, u"primary", {{u"largest_class", u"46"}});
    EXPECT_EQ(obstaclesIn(county, u"G5"), QStringList());
}

// More than half of 2400: 1201. Both stages count; a section whose pupils are blank claims nothing.
TEST(SchoolRules, G4MigrantsOfBothStages) {
    const auto nine = [](Cells primary, Cells junior) {
        CountyBuilder county;
        county.school(kFirst, u"九年一贯制学校")
            .section(kFirst, u"primary", primary)
            .section(kFirst, u"junior", junior);
        return judged(county, u"G4").status;
    };
    const Cells primary{{u"pupils", u"1600"}, {u"migrant_pupils", u"1000"}};
    EXPECT_EQ(nine(primary, {{u"pupils", u"1000"}, {u"migrant_pupils", u"301"}}), kMet);
    EXPECT_EQ(nine(primary, {{u"pupils", u"1000"}, {u"migrant_pupils", u"300"}}), kUnmet);
    EXPECT_EQ(nine(primary, {{u"pupils", u"1000"}, {u"migrant_pupils", u""}}), kUnmet);
    EXPECT_EQ(nine({{u"pupils", u"2600"}, {u"migrant_pupils", u"1301"}}, {{u"pupils", u"0"}}),
              kMet); // no 初中 pupils, no migrants to be told
    // Not applicable is none: 1300 of 2600 are half, 1301 more.
    EXPECT_EQ(nine({{u"pupils", u"1600"}, {u"migrant_pupils", u"1300"}},
                   {{u"pupils", u"1000"}, {u"migrant_pupils", u"不适用"}}),
              kUnmet);
    EXPECT_EQ(nine({{u"pupils", u"1600"}, {u"migrant_pupils", u"1301"}},
                   {{u"pupils", u"1000"}, {u"migrant_pupils", u"不适用"}}),
              kMet);
}

// Room kinds of one school, in the midst of others; a school without classes needs none.
TEST(SchoolRules, G3RoomsOfTheRightSchoolAndKind) {
    CountyBuilder county;
    for (const char16_t* code : {kFirst, kSecond, u"9900000003"})
        addPrimary(county, code, {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}}, {{u"classes", u"12"}})
            .room(code, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
            .room(code, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"90"}})
            .room(code, u"3", {{u"room_area", u"200"}});
    county.school(u"9900000002", u"特殊教育学校"); // its rooms are skipped
    EXPECT_EQ(statusOf(county, u"G3"), kMet);
    EXPECT_EQ(figureOf(judged(county, u"G3"), u"G3", u"schools"), QStringLiteral("2"));
    addPrimary(county, u"9900000004", {{u"music_rooms", u"0"}, {u"fine_art_rooms", u"0"}}, {{u"classes", u"0"}});
    addPrimary(county, u"9900000005", {{u"music_rooms", u"0"}, {u"fine_art_rooms", u"0"}}, {{u"classes", u"不适用"}});
    EXPECT_EQ(statusOf(county, u"G3"), kMet);
    EXPECT_EQ(figureOf(judged(county, u"G3"), u"G3", u"schools"), QStringLiteral("2"));
    EXPECT_EQ(figureOf(judged(county, u"G3"), u"G3", u"music_short"), QStringLiteral("0"));
    addPrimary(county, u"9900000006", {{u"music_rooms", u"不适用"}, {u"fine_art_rooms", u"0"}}, {{u"classes", u"1"}});
    EXPECT_EQ(statusOf(county, u"G3"), kUnmet);
    EXPECT_EQ(figureOf(judged(county, u"G3"), u"G3", u"music_short"), QStringLiteral("1"));
    EXPECT_EQ(figureOf(judged(county, u"G3"), u"G3", u"fine_art_short"), QStringLiteral("1"));
    EXPECT_EQ(*judged(county, u"G3").schools.at(0).value, 0); // not applicable: none
    EXPECT_EQ(figureOf(judged(county, u"G3"), u"G3", u"schools"), QStringLiteral("3"));
}

// A room of 200 ㎡ is one room: two are wanted for 13 classes; one that is not counted is none.
TEST(SchoolRules, G3RoomsBeyondTheNumberGiven) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"2"}}, {{u"classes", u"13"}})
        .room(kFirst, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
        .room(kFirst, u"2", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
        .room(kFirst, u"3", {{u"room_kind", u"美术"}, {u"room_area", u"90"}})
        .room(kFirst, u"4", {{u"room_kind", u"美术"}, {u"room_area", u"90"}});
    const auto result = judged(county, u"G3");
    ASSERT_EQ(result.schools.size(), 1U);
    EXPECT_EQ(result.schools[0].part, 0);
    EXPECT_EQ(*result.schools[0].value, 1);
    EXPECT_EQ(*result.schools[0].limit, 2);
}

// What is in the way: the room listed without its area, and the next one that is counted and not listed.
TEST(SchoolRules, G3NamesTheRoomsThatAreNotKnown) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"music_rooms", u"2"}, {u"fine_art_rooms", u"0"}}, {{u"classes", u"12"}})
        .room(kFirst, u"1", {{u"room_kind", u"音乐"}})
        .room(kFirst, u"2", {{u"room_area", u"96"}});
    const auto obstacles = assess::obstaclesOf(county.build(), rulesOf(), QStringLiteral("G3"));
    ASSERT_EQ(obstacles.size(), 2U);
    EXPECT_EQ(obstacles[0].cell.subject.part, QStringLiteral("1"));
    EXPECT_EQ(obstacles[1].cell.subject.part, QStringLiteral("3"));
    EXPECT_EQ(obstacles[1].cell.item->code, QStringLiteral("room_area"));
    // Blank classes: the classes and both counts are in the way.
    CountyBuilder blank;
    addPrimary(blank, kFirst, {});
    EXPECT_EQ(obstaclesIn(blank, u"G3"), (QStringList{QStringLiteral("classes"), QStringLiteral("music_rooms"),
                                                      QStringLiteral("fine_art_rooms")}));
    EXPECT_EQ(figureOf(judged(blank, u"G3"), u"G3", u"schools"), QStringLiteral("1"));
    EXPECT_EQ(figureOf(judged(blank, u"G3"), u"G3", u"music_short"), QString());
}

// Rooms are numbered school by school: the one that is not listed is the second of its own school.
TEST(SchoolRules, G3NumbersTheRoomsOfEachSchool) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}}, {{u"classes", u"12"}})
        .room(kFirst, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
        .room(kFirst, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"90"}});
    addPrimary(county, kSecond, {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}}, {{u"classes", u"12"}})
        .room(kSecond, u"1", {{u"room_kind", u"美术"}, {u"room_area", u"90"}});
    const auto obstacles = assess::obstaclesOf(county.build(), rulesOf(), QStringLiteral("G3"));
    ASSERT_EQ(obstacles.size(), 1U);
    EXPECT_EQ(obstacles[0].cell.subject.school, QString::fromUtf16(kSecond));
    EXPECT_EQ(obstacles[0].cell.subject.part, QStringLiteral("2"));
}

// One of two listed rooms may be the one that is counted: the other is too small, this one has no area.
TEST(SchoolRules, G3MoreRoomsListedThanCounted) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"0"}}, {{u"classes", u"12"}})
        .room(kFirst, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"50"}})
        .room(kFirst, u"2", {{u"room_kind", u"音乐"}});
    const auto result = judged(county, u"G3");
    ASSERT_EQ(result.schools.size(), 2U);
    EXPECT_EQ(result.schools[0].status, kMissing);
    EXPECT_EQ(result.schools[1].status, kUnmet);
}

// A relaxation that does not help is not named: 72.99 of 73 ㎡.
TEST(SchoolRules, G3ARelaxationThatDoesNotHelp) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"built_year", u"2016"}, {u"music_rooms", u"1"}, {u"fine_art_rooms", u"0"}},
               {{u"classes", u"12"}})
        .room(kFirst, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"72.99"}});
    const auto result = judged(county, u"G3");
    ASSERT_EQ(result.schools.size(), 2U);
    EXPECT_EQ(result.schools[0].relaxation, -1);
    EXPECT_FALSE(result.schools[0].valueWithout);
}

// A relaxation that names no area for a kind changes nothing there.
TEST(SchoolRules, G3ARelaxationOfOneKindOnly) {
    const auto rules = ownRules(R"("government":{"G3":{"relaxations":{"built_2016":{"limits":{"fine_art":null}}},
        "source":"规程"}})");
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"built_year", u"2000"}, {u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}},
               {{u"classes", u"12"}})
        .room(kFirst, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"73"}})
        .room(kFirst, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"67"}});
    const auto result = assess::assess(county.build(), rules).government.at(2);
    EXPECT_EQ(result.status, kUnmet);
    ASSERT_EQ(result.schools.size(), 2U);
    EXPECT_EQ(result.schools[0].status, kMet);
    EXPECT_EQ(result.schools[1].status, kUnmet);
    EXPECT_EQ(result.schools[1].relaxation, -1);
}

// 初中 in a small rural school without a largest class: the relaxation is not claimed.
TEST(SchoolRules, G3ASmallSchoolMustStateItsLargestClass) {
    CountyBuilder county;
    addPrimary(county, kFirst, {{u"rural_small", u"是"}, {u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}},
               {{u"classes", u"6"}})
        .room(kFirst, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"54"}})
        .room(kFirst, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"54"}});
    EXPECT_EQ(statusOf(county, u"G3"), kUnmet);
    county.section(kFirst, u"primary", {{u"largest_class", u"29"}});
    EXPECT_EQ(statusOf(county, u"G3"), kMet);
}

// The parent's and the point's quota, and what is in the way of either.
TEST(SchoolRules, G6AtAParentOfAnotherStage) {
    const auto withParent = [](Cells quotas, const char16_t* pupils, const char16_t* budget = u"26.6") {
        CountyBuilder county;
        county.school(kFirst, u"小学教学点", {{u"independent_accounts", u"否"}, {u"parent_code", kSecond}})
            .section(kFirst, u"primary", {{u"pupils", u"20"}})
            .school(kSecond, u"初级中学", {{u"public_funds_budget", budget}})
            .section(kSecond, u"junior", {{u"pupils", pupils}})
            .county(quotas);
        return county;
    };
    // 100 x 720 for the point, 200 x 970 for the parent: 266,000 元.
    const Cells both{{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"970"}};
    EXPECT_EQ(statusOf(withParent(both, u"200"), u"G6"), kMet);
    EXPECT_EQ(statusOf(withParent(both, u"200", u"26.5999"), u"G6"), kUnmet);
    EXPECT_EQ(statusOf(withParent(both, u""), u"G6"), kMissing);
    EXPECT_EQ(statusOf(withParent({{u"funds_standard_primary", u"720"}}, u"200"), u"G6"), kMissing);
    EXPECT_EQ(statusOf(withParent({{u"funds_standard_junior", u"970"}}, u"200"), u"G6"), kMissing);
    // A parent without pupils of its own pays for the point alone: 72,000 元.
    EXPECT_EQ(statusOf(withParent(both, u"0", u"7.2"), u"G6"), kMet);
    EXPECT_EQ(statusOf(withParent(both, u"0", u"7.1999"), u"G6"), kUnmet);
    const auto result = judged(withParent(both, u"200", u"26.5999"), u"G6");
    ASSERT_EQ(result.schools.size(), 1U);
    EXPECT_EQ(result.schools[0].schoolRow, 1);
    EXPECT_EQ(*result.schools[0].value, 265999);
    EXPECT_EQ(*result.schools[0].limit, 266000);
    EXPECT_EQ(figureOf(result, u"G6", u"small_funds"), QString()); // what part goes to the point is not stated
}

// Two points at one parent of 30 pupils: 100 x 720 for each of the three.
TEST(SchoolRules, G6TwoPointsAtOneParent) {
    const auto county = [](const char16_t* budget) {
        CountyBuilder builder;
        for (const char16_t* code : {kFirst, kSecond})
            builder.school(code, u"小学教学点", {{u"independent_accounts", u"否"}, {u"parent_code", u"9900000003"}})
                .section(code, u"primary", {{u"pupils", u"20"}});
        builder
            .school(
                u"9900000003", u"小学",
                {{u"public_funds_budget", budget}, {u"small_school_funds", u"7.2"}, {u"independent_accounts", u"是"}})
            .section(u"9900000003", u"primary", {{u"pupils", u"30"}})
            .county({{u"funds_standard_primary", u"720"}});
        return builder;
    };
    EXPECT_EQ(statusOf(county(u"21.6"), u"G6"), kMet);
    EXPECT_EQ(statusOf(county(u"21.5999"), u"G6"), kUnmet);
    EXPECT_EQ(statusOf(county(u"21.6").county({{u"funds_standard_primary", u""}}), u"G6"), kMissing);
    EXPECT_EQ(figureOf(judged(county(u"21.6"), u"G6"), u"G6", u"small_schools"), QStringLiteral("3"));
    EXPECT_EQ(figureOf(judged(county(u"21.6"), u"G6"), u"G6", u"small_pupils"), QStringLiteral("70"));
}

// The parent may be the county's first school: 100 x 720 for each of the two are 14.4 万元.
TEST(SchoolRules, G6AtTheFirstSchool) {
    CountyBuilder county;
    county.school(kFirst, u"小学", {{u"public_funds_budget", u"14.4"}, {u"small_school_funds", u"7.2"}})
        .section(kFirst, u"primary", {{u"pupils", u"90"}})
        .school(kSecond, u"小学教学点", {{u"independent_accounts", u"否"}, {u"parent_code", kFirst}})
        .section(kSecond, u"primary", {{u"pupils", u"20"}})
        .county({{u"funds_standard_primary", u"720"}});
    EXPECT_EQ(statusOf(county, u"G6"), kMet);
    county.school(kFirst, u"小学", {{u"public_funds_budget", u"14.3999"}});
    EXPECT_EQ(statusOf(county, u"G6"), kUnmet);
}

// A point without accounts that has funds of its own is judged by them. 71,999.6 元 would print as 72,000.
TEST(SchoolRules, G6FundsOfItsOwn) {
    CountyBuilder county;
    county
        .school(kFirst, u"小学教学点",
                {{u"independent_accounts", u"否"}, {u"parent_code", kSecond}, {u"small_school_funds", u"7.2"}})
        .section(kFirst, u"primary", {{u"pupils", u"99"}})
        .school(kSecond, u"小学", {{u"small_school_funds", u"8"}})
        .section(kSecond, u"primary", {{u"pupils", u"1"}})
        .county({{u"funds_standard_primary", u"720"}});
    const auto result = judged(county, u"G6");
    EXPECT_EQ(result.status, kMet);
    EXPECT_FALSE(result.borderline);
    EXPECT_EQ(figureOf(result, u"G6", u"small_funds"), QStringLiteral("152000"));
    EXPECT_EQ(figureOf(result, u"G6", u"small_pupils"), QStringLiteral("100"));
    // 720.004 元: 72,000.4 are wanted and print as 72,000.
    county.county({{u"funds_standard_primary", u"720"}})
        .school(kFirst, u"小学教学点", {{u"small_school_funds", u"7.2"}});
    county.section(kSecond, u"primary", {{u"pupils", u"0"}});
    EXPECT_EQ(figureOf(judged(county, u"G6"), u"G6", u"small_schools"), QStringLiteral("1"));
    county.county({{u"funds_standard_primary", u""}});
    EXPECT_EQ(statusOf(county, u"G6"), kMissing);
    EXPECT_EQ(obstaclesIn(county, u"G6"), QStringList{QStringLiteral("funds_standard_primary")});
}

// 33 x 720 + 34 x 727 = 48,478 元 / 67 x 100 = 72,355.22 元 are wanted; 72,355 元 print like them and do not suffice.
TEST(SchoolRules, G6IsBorderlineWherePrintAndVerdictDiffer) {
    CountyBuilder county;
    county.school(kFirst, u"九年一贯制学校", {{u"small_school_funds", u"7.2355"}})
        .section(kFirst, u"primary", {{u"pupils", u"33"}})
        .section(kFirst, u"junior", {{u"pupils", u"34"}})
        .school(kSecond, u"小学", {{u"small_school_funds", u"9"}})
        .section(kSecond, u"primary", {{u"pupils", u"50"}})
        .county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"727"}});
    const auto result = judged(county, u"G6");
    EXPECT_EQ(result.status, kUnmet);
    EXPECT_TRUE(result.borderline);
    // Without the quota of 小学 it is not known what they want.
    county.county({{u"funds_standard_primary", u""}});
    EXPECT_EQ(statusOf(county, u"G6"), kMissing);
}

TEST(SchoolRules, ABarredSchoolAndOneOfUnknownType) {
    CountyBuilder county;
    county.school(kFirst, u"").section(kFirst, u"primary", {{u"pupils", u"300"}});
    EXPECT_EQ(statusOf(county, u"G4"), kMissing);
    EXPECT_EQ(obstaclesIn(county, u"G4"), QStringList{QStringLiteral("school_type")});
    EXPECT_EQ(figureOf(judged(county, u"G4"), u"G4", u"over_primary"), QString());
}

// A school of which the pupils are blank leaves the counts open, whatever the next one has.
TEST(SchoolRules, G4CountsAreOpenWhereASchoolIsMissing) {
    CountyBuilder county;
    county.school(kFirst, u"小学").section(kFirst, u"primary", {{u"pupils", u""}});
    county.school(kSecond, u"小学").section(kSecond, u"primary", {{u"pupils", u"2001"}});
    const auto result = judged(county, u"G4");
    EXPECT_EQ(result.status, kUnmet);
    EXPECT_EQ(figureOf(result, u"G4", u"over_primary"), QString());
    EXPECT_EQ(result.schools.size(), 1U);
}

// Of two relaxations the one that allows more; below its limit neither is named.
TEST(SchoolRules, G4TheMostFavourableRelaxation) {
    const auto rules = ownRules(R"("government":{"G4":{"relaxations":{"migrant_majority":{"limits":{"primary":"2300"}}},
        "source":"规程"}})");
    CountyBuilder county;
    county.school(kFirst, u"小学", {{u"built_year", u"2000"}})
        .section(kFirst, u"primary", {{u"pupils", u"2350"}, {u"migrant_pupils", u"2000"}});
    const auto result = assess::assess(county.build(), rules).government.at(3);
    EXPECT_EQ(result.status, kMet);
    ASSERT_EQ(result.schools.size(), 1U);
    EXPECT_EQ(*result.schools[0].limit, 2400);
    EXPECT_EQ(result.schools[0].relaxation, 0);
}

// 2000 are not over 2000: the school is not counted, and needs no relaxation.
TEST(SchoolRules, G4ASchoolOfExactlyTheLimit) {
    CountyBuilder county;
    county.school(kFirst, u"小学").section(kFirst, u"primary", {{u"pupils", u"2000"}});
    const auto result = judged(county, u"G4");
    EXPECT_EQ(result.withoutRelaxations, kMet);
    EXPECT_EQ(figureOf(result, u"G4", u"over_primary"), QStringLiteral("0"));
    EXPECT_TRUE(result.schools.empty());
    // One more is, and without a relaxation there is nothing to set beside it.
    county.section(kFirst, u"primary", {{u"pupils", u"2001"}});
    const auto over = judged(county, u"G4").schools.at(0);
    EXPECT_FALSE(over.valueWithout);
    EXPECT_FALSE(over.limitWithout);
}

// 1200 of 2399 are more than half.
TEST(SchoolRules, G4HalfOfAnOddNumber) {
    CountyBuilder county;
    county.school(kFirst, u"小学").section(kFirst, u"primary", {{u"pupils", u"2399"}, {u"migrant_pupils", u"1200"}});
    EXPECT_EQ(statusOf(county, u"G4"), kMet);
    county.section(kFirst, u"primary", {{u"migrant_pupils", u"1199"}});
    EXPECT_EQ(statusOf(county, u"G4"), kUnmet);
}

// Both relaxations allow 2400: the first is named.
TEST(SchoolRules, G4OfEqualRelaxationsTheFirst) {
    CountyBuilder county;
    county.school(kFirst, u"小学", {{u"built_year", u"2000"}})
        .section(kFirst, u"primary", {{u"pupils", u"2350"}, {u"migrant_pupils", u"2000"}});
    EXPECT_EQ(judged(county, u"G4").schools.at(0).relaxation, 0);
}

// A school without its pupils claims no majority of migrants.
TEST(SchoolRules, AMajorityOfUnknownPupilsIsNotClaimed) {
    const auto rules = ownRules(R"("government":{"G3":{"relaxations":{"built_2016":{"when":{"built_by":null,
        "migrant_share_above":"0.5"}}},"source":"规程"}})");
    const auto status = [&](const char16_t* pupils) {
        CountyBuilder county;
        addPrimary(county, kFirst, {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}},
                   {{u"pupils", pupils}, {u"migrant_pupils", u"200"}, {u"classes", u"12"}})
            .room(kFirst, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"73"}})
            .room(kFirst, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"67"}});
        return assess::assess(county.build(), rules).government.at(2).status;
    };
    EXPECT_EQ(status(u"300"), kMet);
    EXPECT_EQ(status(u""), kUnmet);
}

// 200 of 300 are migrants and the largest class has 40. While the row of 初中 is lacking nobody knows how many rooms
// are needed, nor whether these still hold; a row without pupils says that they do.
TEST(SchoolRules, WithoutTheRowOfAStageNoRelaxationIsClaimed) {
    for (const QByteArray condition : {R"("migrant_share_above":"0.5")", R"("largest_class_below":46)"}) {
        const auto rules = ownRules(R"("government":{"G3":{"relaxations":{"built_2016":{"when":{"built_by":null,)" +
                                    condition + R"(}}},"source":"规程"}})");
        CountyBuilder county;
        county.school(kFirst, u"九年一贯制学校", {{u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}})
            .section(kFirst, u"primary",
                     {{u"pupils", u"300"}, {u"migrant_pupils", u"200"}, {u"largest_class", u"40"}, {u"classes", u"12"}})
            .room(kFirst, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"73"}})
            .room(kFirst, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"67"}});
        EXPECT_EQ(assess::assess(county.build(), rules).government.at(2).status, kMissing) << condition.toStdString();
        county.section(kFirst, u"junior", {{u"pupils", u"0"}});
        EXPECT_EQ(assess::assess(county.build(), rules).government.at(2).status, kMet) << condition.toStdString();
    }
}
