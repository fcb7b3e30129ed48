// Where a standard asks less than the national one: 低于国家标准.

#include "standard/difference.h"
#include "standard/library.h"

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::standard;

namespace {

// "G4 limits/twelve_year" a place.
QStringList placesIn(const std::vector<Difference>& differences) {
    QStringList places;
    for (const Difference& difference : differences)
        places << (difference.clause + QChar(u' ') + difference.path).trimmed();
    return places;
}

QStringList lessIn(const char* id) {
    return placesIn(belowNational(standardJson(QLatin1StringView(id))).value());
}

QByteArray own(const QByteArray& members, const QByteArray& base = "national-2017") {
    return R"({"format":1,"id":"own","title":"自定","extends":")" + base + R"(","sources":{},)" + members + "}";
}

// The places where these members ask less than national-2017, in one line.
std::string less(const QByteArray& members) {
    const auto found = belowNational(own(members));
    return found ? placesIn(*found).join(QStringLiteral("; ")).toStdString() : found.error().message.toStdString();
}

std::string government(const char* id, const QByteArray& members) {
    return less(QByteArrayLiteral("\"government\":{\"") + id + "\":{" + members + ",\"source\":\"6号\"}}");
}

std::string quality(const char* id, const QByteArray& members) {
    return less(QByteArrayLiteral("\"quality\":{\"") + id + "\":{" + members + ",\"source\":\"6号\"}}");
}

} // namespace

// The plans: 呼图壁 "自治区质量监测中达到中等以上" and no 十二年一贯制学校, 昌吉 without "并向农村初中倾斜", 新疆 and
// 宁夏 "农村小学和教学点", "村小学和教学点" where the 规程 has every small school.
TEST(BelowNational, OfThePlans) {
    EXPECT_EQ(lessIn("national-2017"), QStringList());
    EXPECT_EQ(lessIn("national-2025"), QStringList());
    EXPECT_EQ(lessIn("basic-2012"), QStringList());
    EXPECT_EQ(lessIn("liaoning-shenyang"), QStringList());
    EXPECT_EQ(lessIn("ningxia-2017"), QStringList{QStringLiteral("G6 schools")});
    EXPECT_EQ(lessIn("xinjiang-2024"), QStringList{QStringLiteral("G6 schools")});
    // Its G13 asks of more schools, not of fewer.
    EXPECT_EQ(lessIn("urumqi-county-2022"), QStringList{QStringLiteral("G6 schools")});
    EXPECT_EQ(lessIn("hutubi-2022"), (QStringList{QStringLiteral("G4 limits/twelve_year"), QStringLiteral("G6 schools"),
                                                  QStringLiteral("Q9 level")}));
    EXPECT_EQ(lessIn("changji-2022"), (QStringList{QStringLiteral("G6 schools"), QStringLiteral("G14 conclusion")}));
}

// Against the national standard at the end of the chain, whatever the other one is.
TEST(BelowNational, IsToldInADifferenceOfAnyTwo) {
    const auto differences =
        differencesOf(standardJson(QStringLiteral("xinjiang-2021")), standardJson(QStringLiteral("hutubi-2022")))
            .value();
    QStringList places;
    for (const Difference& difference : differences) {
        if (difference.belowNational)
            places << difference.clause + QChar(u' ') + difference.path;
    }
    EXPECT_EQ(places, (QStringList{QStringLiteral("G4 limits/twelve_year"), QStringLiteral("Q9 level")}));
    // The other way round the second one asks what the nation asks there.
    const auto back =
        differencesOf(standardJson(QStringLiteral("hutubi-2022")), standardJson(QStringLiteral("national-2017")));
    ASSERT_TRUE(back);
    for (const Difference& difference : *back)
        EXPECT_FALSE(difference.belowNational) << difference.clause.toStdString();
}

TEST(BelowNational, FloorsThatComeDown) {
    EXPECT_EQ(government("G7", R"("per_pupil":"5999")"), "G7 per_pupil");
    EXPECT_EQ(government("G7", R"("per_pupil":"6001")"), "");
    EXPECT_EQ(government("G6", R"("minimum_pupils":99)"), "G6 minimum_pupils");
    EXPECT_EQ(government("G6", R"("minimum_pupils":101)"), "");
    EXPECT_EQ(government("G11", R"("parts":{"rotation_ratio":{"at_least":"0.09"}})"),
              "G11 parts/rotation_ratio/at_least");
    EXPECT_EQ(government("G11", R"("parts":{"rotation_ratio":{"at_least":null}})"),
              "G11 parts/rotation_ratio/at_least");
    EXPECT_EQ(government("G11", R"("parts":{"rotation_ratio":{"at_least":"0.11"}})"), "");
    EXPECT_EQ(government("G3", R"("rooms":{"music":{"area":"95.9"}})"), "G3 rooms/music/area");
    EXPECT_EQ(quality("Q6", R"("at_least":"合格")"), "Q6 at_least");
    EXPECT_EQ(quality("Q6", R"("at_least":"优秀")"), "");
    // Every school has a charter; of a share only some need to.
    EXPECT_EQ(quality("Q3", R"("at_least":"0.95")"), "Q3 at_least");
    EXPECT_EQ(quality("Q3", R"("at_least":"1")"), "");
    EXPECT_EQ(quality("Q9", R"("level":"Ⅱ")"), "Q9 level");
    EXPECT_EQ(quality("Q9", R"("level":"Ⅳ")"), "");
    EXPECT_EQ(less(R"("resource":{"R4":{"threshold":{"primary":"4.4","junior":"5.9"},"source":"6号"}})"),
              "R4 threshold/primary");
    EXPECT_EQ(less(R"("rows_met":{"count":5,"source":"6号"})"), "rows_met count");
    EXPECT_EQ(less(R"("floor":{"share":"0.8","source":"6号"})"), "floor share");
    EXPECT_EQ(less(R"("approval":{"at_least":"0.84","source":"6号"})"), "approval at_least");
    EXPECT_EQ(less(R"("eligibility":{"E1":{"years":2,"source":"6号"}})"), "E1 years");
}

TEST(BelowNational, CeilingsThatGoUp) {
    EXPECT_EQ(government("G4", R"("limits":{"primary":{"pupils":"2001"}})"), "G4 limits/primary/pupils");
    EXPECT_EQ(government("G4", R"("limits":{"primary":{"pupils":"1999"}})"), "");
    EXPECT_EQ(government("G5", R"("limit":{"primary":50})"), "G5 limit/primary");
    EXPECT_EQ(government("G3", R"("classes_per_room":13)"), "G3 classes_per_room");
    EXPECT_EQ(quality("Q9", R"("gap_below":"0.16")"), "Q9 gap_below");
    EXPECT_EQ(less(R"("balance":{"primary":"0.51","junior":"0.44","source":"6号"})"), "balance primary");
    EXPECT_EQ(less(R"("eligibility":{"E2":{"composite":{"junior":"0.55"},"source":"6号"}})"), "E2 composite/junior");
}

TEST(BelowNational, DemandsThatAreGone) {
    EXPECT_EQ(less(R"("vetoes":{"V6":null})"), "V6");
    EXPECT_EQ(less(R"("quality":{"Q8":null})"), "Q8");
    EXPECT_EQ(less(R"("approval":null)"), "approval");
    EXPECT_EQ(government("G8", R"("conclusion":false)"), "G8 conclusion");
    EXPECT_EQ(government("G8", R"("conclusion":null)"), "G8 conclusion");
    EXPECT_EQ(government("G4", R"("barred_school_types":[])"), "G4 barred_school_types");
    EXPECT_EQ(government("G11", R"("parts":{"backbone_ratio":null},"sentence":null)"), "G11 parts/backbone_ratio");
    // What was only shown is no demand.
    EXPECT_EQ(government("G14", R"("parts":{"rural_quota_ratio":null},"sentence":null)"), "");
    EXPECT_EQ(government("G4", R"("barred_school_types":["高级中学","职业学校（附设）"])"), "");
    EXPECT_EQ(government("G4", R"("conclusion":true)"), "");
    // Another way of judging is not ranked.
    EXPECT_EQ(quality("Q3", R"("flag":"boarding")"), "");
    EXPECT_EQ(government("G11", R"("parts":{"rotation_ratio":{"numerator":["rotation_backbone"]}},"sentence":null)"),
              "");
}

TEST(BelowNational, FewerThatAreAsked) {
    EXPECT_EQ(government("G3", R"("schools":{"points_from":50})"), "G3 schools");
    EXPECT_EQ(government("G13", R"("parts":{"primary_in_zone_ratio":{"sections":{"localities":["城区"]}}})"),
              "G13 parts/primary_in_zone_ratio/sections/localities");
    EXPECT_EQ(government("G13", R"("parts":{"primary_in_zone_ratio":{"sections":{"localities":null}}})"), "");
    EXPECT_EQ(
        government("G13", R"("parts":{"primary_in_zone_ratio":{"sections":{"sponsors_except":["民办","地方企业"]}}})"),
        "G13 parts/primary_in_zone_ratio/sections/sponsors_except");
    EXPECT_EQ(government("G13", R"("parts":{"primary_in_zone_ratio":{"sections":{"without_boarding":false}}})"), "");
    // More schools are asked: all localities, 民办 as well.
    EXPECT_EQ(
        government("G13", R"("parts":{"primary_in_zone_ratio":{"sections":{"localities":["城区","镇区","乡村"]}}})"),
        "");
    EXPECT_EQ(government("G13", R"("parts":{"primary_in_zone_ratio":{"sections":{"sponsors_except":[]}}})"), "");
    EXPECT_EQ(government("G13", R"("parts":{"primary_in_zone_ratio":{"sections":{"sponsors_except":null}}})"), "");
    EXPECT_EQ(quality("Q1", R"("parts":{"retention":{"sections":{"sponsors_except":["民办"]}}})"),
              "Q1 parts/retention/sections/sponsors_except");
    EXPECT_EQ(less(R"("scope":[{"exclude":{"school_type":"小学"},"reason":"小","source":"6号"}])"), "scope");
    EXPECT_EQ(less(R"("scope":[])"), "");
}

TEST(BelowNational, FurtherRelaxations) {
    EXPECT_EQ(
        less(R"("relaxations":{"own":{"title":"自定","indicator":"R2","plus":["teachers"],"when":{"boarding":true},
        "from":2019,"source":"6号"}})"),
        "own");
    EXPECT_EQ(less(R"("relaxations":{"visiting":null})"), "");
    EXPECT_EQ(less(R"("relaxations":{"visiting":{"until":2030,"source":"6号"}})"), "");
    EXPECT_EQ(government("G4", R"("relaxations":{"built_2010":{"limits":{"primary":"2500"}}})"),
              "G4 relaxations/built_2010/limits/primary");
    EXPECT_EQ(government("G3", R"("relaxations":{"built_2016":{"limits":{"music":"70"}}})"),
              "G3 relaxations/built_2016/limits/music");
    EXPECT_EQ(government("G3", R"("relaxations":{"built_2016":{"limits":{"music":"80"}}})"), "");
    EXPECT_EQ(government("G3", R"("relaxations":{"built_2016":{"title":"2016年及之前建成的学校"}})"), "");
    EXPECT_EQ(government("G4", R"("relaxations":{"built_2010":null})"), "");
    EXPECT_EQ(government("G4", R"("relaxations":[])"), "");
}

// Nothing stands above one that extends none, whether it says so or is silent.
TEST(BelowNational, OfOneThatExtendsNone) {
    QByteArray silent = standardJson(QStringLiteral("national-2017"));
    silent.replace("\"extends\": null,", "");
    EXPECT_EQ(placesIn(belowNational(silent).value()), QStringList());
}

TEST(BelowNational, OfWhatIsNoStandard) {
    EXPECT_EQ(belowNational("{").error().code, QStringLiteral("standard.invalid"));
}
