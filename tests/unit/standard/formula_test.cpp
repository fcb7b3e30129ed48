#include "standard/formula.h"

#include "standard/library.h"
#include "support/county_builder.h"

using namespace junheng;
using test::CountyBuilder;

namespace {

const standard::Standard& national() {
    static const standard::Standard rules = standard::loadStandard(standard::defaultStandardId()).value();
    return rules;
}

standard::Derivation derive(const model::CountyYear& year, const char16_t* stage, int indicator) {
    const int row = year.sections().find(
        {.level = model::Level::Section, .school = QStringLiteral("9900000001"), .part = QString::fromUtf16(stage)});
    return standard::deriveIndicator(national(), year, row, indicator);
}

QString exact(const standard::Derivation& derivation) {
    return derivation.figure ? base::toString(derivation.figure->value()) : QStringLiteral("missing");
}

QStringList obstacles(const standard::Derivation& derivation) {
    QStringList codes;
    for (const auto& obstacle : derivation.obstacles)
        codes << obstacle.cell.subject.part + QChar(u'/') + obstacle.cell.item->code;
    return codes;
}

// 九年一贯制, 小学 166, 初中 210 on one campus.
CountyBuilder nineYear(test::Cells campus) {
    CountyBuilder county;
    county.school(u"9900000001", u"九年一贯制学校")
        .section(u"9900000001", u"primary", {{u"pupils", u"166"}})
        .section(u"9900000001", u"junior", {{u"pupils", u"210"}})
        .campus(u"9900000001", u"", campus);
    return county;
}

} // namespace

// Golden N2 with its books entered as multimedia rooms (R7, per 100 pupils): 23226 / 397 per weighted pupil, exact.
TEST(Formula, SplitsANineYearSchoolByWeightedPupils) {
    const auto year = nineYear({{u"multimedia_rooms", u"23226"}}).build();
    const auto primary = derive(year, u"primary", 6);
    const auto junior = derive(year, u"junior", 6);
    EXPECT_EQ(primary.figure->value(), base::Rational(23226 * 100, 397));
    EXPECT_EQ(junior.figure->value(), base::Rational(23226 * 110, 397));
    // N2: parts 9711.627204 and 13514.372796.
    EXPECT_NEAR(base::toDouble(primary.figure->value()) * 1.66, 9711.627204, 1e-6);
    EXPECT_NEAR(base::toDouble(junior.figure->value()) * 2.10, 13514.372796, 1e-6);
    EXPECT_EQ(primary.figure->numbersText(), QStringLiteral("23226 × (166 × 1 ÷ (166 × 1 + 210 × 1.1)) × 100 ÷ 166"));
}

TEST(Formula, NeverDividesAOneStageCampus) {
    CountyBuilder county;
    county.school(u"9900000001", u"九年一贯制学校")
        .section(u"9900000001", u"primary", {{u"pupils", u"400"}})
        .section(u"9900000001", u"junior", {{u"pupils", u"300"}})
        .campus(u"9900000001", u"东",
                {{u"campus_pupils_primary", u"400"},
                 {u"campus_pupils_junior", u"0"},
                 {u"teaching_area", u"2000"},
                 {u"indoor_sports_area", u"0"}})
        .campus(u"9900000001", u"西",
                {{u"campus_pupils_primary", u"0"},
                 {u"campus_pupils_junior", u"300"},
                 {u"teaching_area", u"1800"},
                 {u"indoor_sports_area", u"0"}});
    EXPECT_EQ(exact(derive(county.build(), u"primary", 3)), QStringLiteral("5"));
    EXPECT_EQ(exact(derive(county.build(), u"junior", 3)), QStringLiteral("6"));
    EXPECT_FALSE(derive(county.build(), u"primary", 3).figure->numbersText().contains(QStringLiteral("1.1")));
}

// A campus without pupils goes by the whole school's shares: 2000/400 + 730 x (400 / 730) / 400 with weights 400 + 330.
TEST(Formula, DividesACampusWithoutPupilsByTheWholeSchool) {
    CountyBuilder county;
    county.school(u"9900000001", u"九年一贯制学校")
        .section(u"9900000001", u"primary", {{u"pupils", u"400"}})
        .section(u"9900000001", u"junior", {{u"pupils", u"300"}})
        .campus(u"9900000001", u"东",
                {{u"campus_pupils_primary", u"400"},
                 {u"campus_pupils_junior", u"0"},
                 {u"teaching_area", u"2000"},
                 {u"indoor_sports_area", u"0"}})
        .campus(u"9900000001", u"西",
                {{u"campus_pupils_primary", u"0"},
                 {u"campus_pupils_junior", u"300"},
                 {u"teaching_area", u"1800"},
                 {u"indoor_sports_area", u"0"}})
        .campus(u"9900000001", u"基地",
                {{u"campus_pupils_primary", u"0"},
                 {u"campus_pupils_junior", u"0"},
                 {u"teaching_area", u"730"},
                 {u"indoor_sports_area", u"0"}});
    EXPECT_EQ(exact(derive(county.build(), u"primary", 3)), QStringLiteral("6"));
    EXPECT_EQ(exact(derive(county.build(), u"junior", 3)), QStringLiteral("71/10")); // 6 + 330/300
}

TEST(Formula, OnlyTheCellsThatAreNeededBlock) {
    const auto blank = nineYear({{u"teaching_area", u"4800"},
                                 {u"sports_ground_area", u"100"},
                                 {u"equipment_value", u"1"},
                                 {u"multimedia_rooms", u"1"}})
                           .build();
    EXPECT_EQ(obstacles(derive(blank, u"primary", 3)), QStringList{QStringLiteral("/indoor_sports_area")});
    EXPECT_EQ(obstacles(derive(blank, u"junior", 4)), QStringList{QStringLiteral("/indoor_sports_area")});
    EXPECT_TRUE(obstacles(derive(blank, u"primary", 5)).isEmpty());
    EXPECT_EQ(obstacles(derive(blank, u"primary", 1)), QStringList{QStringLiteral("primary/backbone_teachers")});

    // A blank on the campus of the other stage is no concern of this one.
    CountyBuilder county;
    county.school(u"9900000001", u"九年一贯制学校")
        .section(u"9900000001", u"primary", {{u"pupils", u"400"}})
        .section(u"9900000001", u"junior", {{u"pupils", u"300"}})
        .campus(u"9900000001", u"东",
                {{u"campus_pupils_primary", u"400"}, {u"campus_pupils_junior", u"0"}, {u"equipment_value", u"80"}})
        .campus(u"9900000001", u"西", {{u"campus_pupils_primary", u"0"}, {u"campus_pupils_junior", u"300"}});
    EXPECT_EQ(exact(derive(county.build(), u"primary", 5)), QStringLiteral("2000"));
    EXPECT_EQ(obstacles(derive(county.build(), u"junior", 5)), QStringList{QStringLiteral("西/equipment_value")});
}

TEST(Formula, CampusPupilsMustBeGivenAndSumUp) {
    const auto build = [](const char16_t* east, const char16_t* west) {
        CountyBuilder county;
        county.school(u"9900000001", u"小学")
            .section(u"9900000001", u"primary", {{u"pupils", u"400"}, {u"backbone_teachers", u"4"}})
            .campus(u"9900000001", u"东", {{u"campus_pupils_primary", east}, {u"equipment_value", u"40"}})
            .campus(u"9900000001", u"西", {{u"campus_pupils_primary", west}, {u"equipment_value", u"40"}});
        return county.build();
    };
    EXPECT_EQ(exact(derive(build(u"100", u"300"), u"primary", 5)), QStringLiteral("2000"));
    EXPECT_EQ(obstacles(derive(build(u"100", u""), u"primary", 5)),
              QStringList{QStringLiteral("西/campus_pupils_primary")});
    const auto mismatch = derive(build(u"100", u"290"), u"primary", 5);
    ASSERT_EQ(mismatch.obstacles.size(), 1U);
    EXPECT_TRUE(mismatch.obstacles[0].why.contains(QStringLiteral("390")));
    EXPECT_EQ(exact(derive(build(u"100", u"290"), u"primary", 1)), QStringLiteral("1"));
}

TEST(Formula, AStageThatTheTypeRunsMustHaveARow) {
    CountyBuilder county;
    county.school(u"9900000001", u"完全中学")
        .section(u"9900000001", u"junior", {{u"pupils", u"500"}, {u"backbone_teachers", u"5"}})
        .campus(u"9900000001", u"", {{u"equipment_value", u"125"}});
    EXPECT_EQ(obstacles(derive(county.build(), u"junior", 5)), QStringList{QStringLiteral("senior/pupils")});
    EXPECT_EQ(exact(derive(county.build(), u"junior", 1)), QStringLiteral("1"));
    county.section(u"9900000001", u"senior", {{u"pupils", u"0"}});
    EXPECT_EQ(exact(derive(county.build(), u"junior", 5)), QStringLiteral("2500"));
}

TEST(Formula, NotApplicableAddsNothingUnlessNothingIsLeft) {
    CountyBuilder county;
    county.school(u"9900000001", u"小学")
        .section(u"9900000001", u"primary",
                 {{u"pupils", u"100"},
                  {u"pe_teachers", u"1"},
                  {u"music_teachers", u"不适用"},
                  {u"fine_art_teachers", u"0"},
                  {u"other_art_teachers", u"不适用"},
                  {u"backbone_teachers", u"不适用"}})
        .campus(u"9900000001", u"", {{u"teaching_area", u"500"}, {u"indoor_sports_area", u"不适用"}});
    EXPECT_EQ(exact(derive(county.build(), u"primary", 2)), QStringLiteral("1"));
    EXPECT_EQ(exact(derive(county.build(), u"primary", 3)), QStringLiteral("5"));
    EXPECT_EQ(obstacles(derive(county.build(), u"primary", 1)),
              QStringList{QStringLiteral("primary/backbone_teachers")});
}

TEST(Formula, RelaxationsNeedTheirConditions) {
    const auto visiting = [](const char16_t* pupils, const char16_t* rural, int year) {
        CountyBuilder county(year);
        county.school(u"9900000001", u"小学教学点", {{u"rural_small", rural}})
            .section(u"9900000001", u"primary",
                     {{u"pupils", pupils},
                      {u"pe_teachers", u"0"},
                      {u"music_teachers", u"0"},
                      {u"fine_art_teachers", u"0"},
                      {u"other_art_teachers", u"0"},
                      {u"visiting_pe_art_teachers", u"2"}});
        return derive(county.build(), u"primary", 2);
    };
    EXPECT_EQ(exact(visiting(u"50", u"是", 2025)), QStringLiteral("4"));
    EXPECT_EQ(base::toString(visiting(u"50", u"是", 2025).without->value()), QStringLiteral("0"));
    EXPECT_EQ(visiting(u"50", u"是", 2025).relaxation->id, QStringLiteral("visiting"));
    EXPECT_EQ(exact(visiting(u"99", u"是", 2025)), QStringLiteral("200/99"));
    EXPECT_EQ(exact(visiting(u"100", u"是", 2025)), QStringLiteral("0"));
    EXPECT_EQ(exact(visiting(u"49", u"是", 2025)), QStringLiteral("0"));
    EXPECT_EQ(exact(visiting(u"50", u"否", 2025)), QStringLiteral("0"));
    EXPECT_EQ(exact(visiting(u"50", u"", 2025)), QStringLiteral("0"));
    EXPECT_EQ(exact(visiting(u"50", u"是", 2018)), QStringLiteral("0"));
    EXPECT_EQ(visiting(u"50", u"否", 2025).relaxation, nullptr);
}

// 规程: "50人及以上但不足100人的农村小规模学校和教学点": a 教学点 outside 城区 is one by its type, other schools say
// so.
TEST(Formula, ARuralPointNeedsNoFlag) {
    const auto visiting = [](const char16_t* type, const char16_t* locality, const char16_t* pupils) {
        CountyBuilder county;
        county.school(u"9900000001", type, {{u"locality", locality}})
            .section(u"9900000001", u"primary",
                     {{u"pupils", pupils},
                      {u"pe_teachers", u"0"},
                      {u"music_teachers", u"0"},
                      {u"fine_art_teachers", u"0"},
                      {u"other_art_teachers", u"0"},
                      {u"visiting_pe_art_teachers", u"2"}});
        return exact(derive(county.build(), u"primary", 2));
    };
    EXPECT_EQ(visiting(u"小学教学点", u"乡村", u"50"), QStringLiteral("4"));
    EXPECT_EQ(visiting(u"小学教学点", u"镇区", u"99"), QStringLiteral("200/99"));
    EXPECT_EQ(visiting(u"小学教学点", u"乡村", u"49"), QStringLiteral("0"));
    EXPECT_EQ(visiting(u"小学教学点", u"乡村", u"100"), QStringLiteral("0"));
    EXPECT_EQ(visiting(u"小学教学点", u"城区", u"50"), QStringLiteral("0"));
    EXPECT_EQ(visiting(u"小学教学点", u"", u"50"), QStringLiteral("0")); // a blank claims nothing
    EXPECT_EQ(visiting(u"小学", u"乡村", u"50"), QStringLiteral("0"));
}

TEST(Formula, LeasedSportsGroundsCountOnlyInADenseCore) {
    const auto sports = [](const char16_t* core) {
        CountyBuilder county;
        county.school(u"9900000001", u"小学", {{u"dense_core", core}})
            .section(u"9900000001", u"primary", {{u"pupils", u"100"}})
            .campus(
                u"9900000001", u"",
                {{u"sports_ground_area", u"500"}, {u"indoor_sports_area", u"100"}, {u"extra_sports_area", u"150.5"}});
        return derive(county.build(), u"primary", 4);
    };
    EXPECT_EQ(exact(sports(u"是")), QStringLiteral("1501/200"));
    EXPECT_EQ(exact(sports(u"否")), QStringLiteral("6"));
}

// Pupils are in the way of the split and of the figure: told once.
TEST(Formula, EveryObstacleIsToldOnce) {
    CountyBuilder county;
    county.school(u"9900000001", u"小学")
        .section(u"9900000001", u"primary", {{u"pupils", u""}})
        .campus(u"9900000001", u"", {{u"equipment_value", u"20"}});
    EXPECT_EQ(obstacles(derive(county.build(), u"primary", 5)), QStringList{QStringLiteral("primary/pupils")});
}

// Nothing to take the indoor area from.
TEST(Formula, ADifferenceOfNothing) {
    CountyBuilder county;
    county.school(u"9900000001", u"小学")
        .section(u"9900000001", u"primary", {{u"pupils", u"100"}})
        .campus(u"9900000001", u"", {{u"teaching_area", u"不适用"}, {u"indoor_sports_area", u"50"}});
    const auto derivation = derive(county.build(), u"primary", 3);
    ASSERT_EQ(derivation.obstacles.size(), 1U);
    EXPECT_EQ(derivation.obstacles[0].cell.item->code, QStringLiteral("teaching_area"));
    EXPECT_EQ(derivation.obstacles[0].why, QStringLiteral("不能全部为“不适用”"));
}

// What is claimed but blank adds nothing; nor is anything claimed where pupils of the other stage are not known.
TEST(Formula, ARelaxationThatIsNotKnownIsNotClaimed) {
    const auto nine = [](const char16_t* junior, const char16_t* visiting) {
        CountyBuilder county;
        county.school(u"9900000001", u"九年一贯制学校", {{u"rural_small", u"是"}})
            .section(u"9900000001", u"primary",
                     {{u"pupils", u"50"},
                      {u"pe_teachers", u"1"},
                      {u"music_teachers", u"0"},
                      {u"fine_art_teachers", u"0"},
                      {u"other_art_teachers", u"0"},
                      {u"visiting_pe_art_teachers", visiting}})
            .section(u"9900000001", u"junior", {{u"pupils", junior}});
        return derive(county.build(), u"primary", 2);
    };
    EXPECT_EQ(exact(nine(u"49", u"1")), QStringLiteral("4"));
    EXPECT_EQ(exact(nine(u"50", u"1")), QStringLiteral("2")); // 100 in all
    EXPECT_EQ(exact(nine(u"", u"1")), QStringLiteral("2"));
    EXPECT_EQ(exact(nine(u"49", u"")), QStringLiteral("2"));
    EXPECT_EQ(nine(u"49", u"").relaxation, nullptr);
}

// Of two relaxations the better one; the figure without either stays the one without either. Neither needs a flag here.
TEST(Formula, TheMostFavourableOfTwoRelaxations) {
    const auto rules = standard::parseStandard(
        R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},"relaxations":{
        "visiting":{"when":{"rural_small":null},"source":"规程"},
        "all":{"title":"全部","indicator":"R3","plus":["visiting_pe_art_teachers","backbone_teachers"],
        "when":{"compulsory_pupils":[1,99]},"from":2019,"source":"规程"}}})",
        QStringLiteral("own.json"));
    ASSERT_TRUE(rules) << rules.error().message.toStdString();
    CountyBuilder county;
    county.school(u"9900000001", u"小学")
        .section(u"9900000001", u"primary",
                 {{u"pupils", u"50"},
                  {u"pe_teachers", u"1"},
                  {u"music_teachers", u"0"},
                  {u"fine_art_teachers", u"0"},
                  {u"other_art_teachers", u"0"},
                  {u"backbone_teachers", u"2"},
                  {u"visiting_pe_art_teachers", u"1"}});
    const auto derivation = standard::deriveIndicator(*rules, county.build(), 0, 2);
    EXPECT_EQ(exact(derivation), QStringLiteral("8")); // 1 + 1 + 2 of 50
    EXPECT_EQ(base::toString(derivation.without->value()), QStringLiteral("2"));
    EXPECT_EQ(derivation.relaxation->id, QStringLiteral("all"));
}
