// Standards that extend others: what they change, what is refused, and what --diff tells.

#include "standard/difference.h"
#include "standard/library.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace junheng;
using namespace junheng::standard;

namespace {

const Standard& rulesOf(const char* id) {
    static std::map<std::string, Standard> loaded;
    if (!loaded.contains(id))
        loaded.emplace(id, loadStandard(QLatin1StringView(id)).value());
    return loaded.at(id);
}

// The place named when a file that extends national-2017 holds these members; "accepted" when it is taken.
std::string faultOf(const QByteArray& members) {
    const QByteArray json =
        R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},)" + members + "}";
    const auto parsed = parseStandard(json, QStringLiteral("own.json"));
    return parsed ? "accepted" : parsed.error().place.cell.toStdString();
}

} // namespace

TEST(Regional, EveryCompiledStandardIsSound) {
    for (const QString& id : standardIds()) {
        const auto rules = loadStandard(id);
        ASSERT_TRUE(rules) << rules.error().message.toStdString();
        EXPECT_EQ(rules->id, id);
    }
}

TEST(Regional, NationalHasAllThirtyOne) {
    const Standard& rules = rulesOf("national-2017");
    ASSERT_EQ(rules.government.size(), 15U);
    ASSERT_EQ(rules.quality.size(), 9U);
    ASSERT_EQ(rules.vetoes.size(), 7U);
    ASSERT_EQ(rules.eligibility.size(), 5U);
    for (std::size_t i = 0; i < 15; ++i) {
        EXPECT_EQ(rules.government[i].id, QStringLiteral("G%1").arg(i + 1));
        EXPECT_EQ(rules.government[i].number, static_cast<int>(i) + 8);
    }
    for (std::size_t i = 0; i < 9; ++i) {
        EXPECT_EQ(rules.quality[i].id, QStringLiteral("Q%1").arg(i + 1));
        EXPECT_EQ(rules.quality[i].number, static_cast<int>(i) + 23);
    }
    for (const auto* part : {&rules.government, &rules.quality, &rules.eligibility}) {
        for (const Indicator& indicator : *part) {
            EXPECT_NE(rules.findSource(indicator.source), nullptr) << indicator.id.toStdString();
            EXPECT_EQ(rules.titleOf(indicator.id), indicator.title);
        }
    }
    EXPECT_EQ(rules.shortNameOf(QStringLiteral("V3")), QStringLiteral("重点学校或重点班"));
    EXPECT_EQ(rules.shortNameOf(QStringLiteral("R4")), QStringLiteral("教学用房"));
    EXPECT_EQ(rules.shortNameOf(QStringLiteral("S1")), QStringLiteral("社会认可度"));
    EXPECT_EQ(rules.titleOf(QStringLiteral("X")), QString());
}

// The plans of 中卫, 乌鲁木齐县, 昌吉 and 呼图壁 state the national thresholds.
TEST(Regional, ThePlansOfTheCountiesStateTheNationalThresholds) {
    const Standard& national = rulesOf("national-2017");
    for (const char* id : {"ningxia-2017", "urumqi-county-2022", "changji-2022", "hutubi-2022"}) {
        const Standard& rules = rulesOf(id);
        ASSERT_EQ(rules.resource.size(), 7U) << id;
        for (std::size_t i = 0; i < 7; ++i) {
            for (std::size_t stage = 0; stage < 2; ++stage)
                EXPECT_EQ(rules.resource[i].threshold[stage].value, national.resource[i].threshold[stage].value) << id;
        }
        EXPECT_EQ(rules.balanceLimit[0].toString(), QStringLiteral("0.5")) << id;
        EXPECT_EQ(rules.balanceLimit[1].toString(), QStringLiteral("0.45")) << id;
        EXPECT_EQ(rules.approval->threshold.text.toString(), QStringLiteral("0.85")) << id;
        EXPECT_EQ(rules.government.size(), 15U) << id;
        EXPECT_EQ(rules.quality.size(), 9U) << id;
    }
}

TEST(Regional, AChainOfThree) {
    const Standard& rules = rulesOf("urumqi-county-2022");
    EXPECT_NE(rules.findSource(QStringLiteral("6号")), nullptr);
    EXPECT_NE(rules.findSource(QStringLiteral("新疆")), nullptr);
    EXPECT_TRUE(rules.findIndicator(QStringLiteral("G6"))->title.contains(QStringLiteral("农村小学和教学点")));
    EXPECT_TRUE(rules.findIndicator(QStringLiteral("G13"))->title.startsWith(QStringLiteral("县域内公办")));
    EXPECT_TRUE(
        rulesOf("liaoning-shenyang").findIndicator(QStringLiteral("Q7"))->title.contains(QStringLiteral("劳动")));
}

// The 呼图壁 plan limits no 十二年一贯制学校 and words its rotation by town and country: the form's rows say so too.
TEST(Regional, ATitleOfItsOwnIsPrintedOnTheFormAsWell) {
    const auto formTitle = [](const char* standard, const char* id) {
        return rulesOf(standard).findIndicator(QLatin1StringView(id))->formTitle;
    };
    EXPECT_EQ(formTitle("hutubi-2022", "G4"),
              QStringLiteral("小学、初中规模不超过2000人，九年一贯制学校规模不超过2500人"));
    EXPECT_EQ(formTitle("hutubi-2022", "G11"), rulesOf("hutubi-2022").titleOf(QStringLiteral("G11")));
    EXPECT_EQ(formTitle("xinjiang-2021", "G6"),
              QStringLiteral("不足100名学生的农村小学和教学点按100名学生核定公用经费"));
    // What it does not word itself reads as on the ministry's form.
    EXPECT_EQ(formTitle("hutubi-2022", "Q3"), QStringLiteral("所有学校建立章程，实现学校管理与教学信息化"));
    EXPECT_EQ(rulesOf("hutubi-2022").resource[1].formTitle, QStringLiteral("每百名学生拥有县级及以上骨干教师数"));
    EXPECT_EQ(formTitle("national-2017", "G1"), rulesOf("national-2017").titleOf(QStringLiteral("G1")));
}

TEST(Regional, AFormTitleIsTakenFromTheSameFileAsTheTitle) {
    const auto rules = parseStandard(R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},
        "government":{"G4":{"title":"改","form_title":"印","source":"6号"},"G11":{"form_title":"印","source":"6号"},
        "G6":{"short":"小","source":"6号"}}})",
                                     QStringLiteral("own.json"));
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules->findIndicator(QStringLiteral("G4"))->formTitle, QStringLiteral("印"));
    EXPECT_EQ(rules->findIndicator(QStringLiteral("G11"))->formTitle, QStringLiteral("印"));
    EXPECT_TRUE(rules->findIndicator(QStringLiteral("G6"))->formTitle.startsWith(QStringLiteral("不足100人")));
    EXPECT_EQ(faultOf(R"("government":{"G4":{"form_title":" ","source":"6号"}})"), "/government/G4/form_title");
}

TEST(Regional, ClausesAreChangedAddedAndRemovedById) {
    EXPECT_EQ(faultOf(R"("government":{"G4":{"title":"改","source":"6号"}})"), "accepted");
    EXPECT_EQ(faultOf(R"("government":{"G4":null})"), "accepted");
    EXPECT_EQ(faultOf(R"("government":{"G99":null})"), "/government/G99");
    EXPECT_EQ(faultOf(R"("government":{"G4":7})"), "/government/G4");
    EXPECT_EQ(faultOf(R"("government":{"G4":{"title":"改"}})"), "/government/G4/source");
    EXPECT_EQ(faultOf(R"("government":{"G4":{"title":"改","source":"无"}})"), "/government/G4/source");
    EXPECT_EQ(faultOf(R"("government":{"G16":{"source":"6号"}})"), "/government/G16/title");
    EXPECT_EQ(faultOf(R"("balance":{"primary":"0.4"})"), "/balance/source");
    EXPECT_EQ(faultOf(R"("quality":{"G4":{"title":"重","short":"重","kind":"attested","source":"6号"}})"),
              "/quality/G4/id");
}

TEST(Regional, EveryKindChecksItsParameters) {
    const auto g = [](const char* id, const char* members) {
        return faultOf(QByteArrayLiteral("\"government\":{\"") + id + "\":{" + members + ",\"source\":\"6号\"}}");
    };
    const auto q = [](const char* id, const char* members) {
        return faultOf(QByteArrayLiteral("\"quality\":{\"") + id + "\":{" + members + ",\"source\":\"6号\"}}");
    };
    EXPECT_EQ(g("G1", R"("kind":"magic")"), "/government/G1/kind");
    EXPECT_EQ(g("G1", R"("extra":1)"), "/government/G1/extra");
    EXPECT_EQ(g("G1", R"("title":5)"), "/government/G1/title");
    EXPECT_EQ(g("G3", R"("classes_per_room":0)"), "/government/G3/classes_per_room");
    EXPECT_EQ(g("G3", R"("rooms":{"music":{"area":96}})"), "/government/G3/rooms/music/area");
    EXPECT_EQ(g("G3", R"("rooms":{"music":{"count":"pupils"}})"), "/government/G3/rooms/music/count");
    EXPECT_EQ(g("G3", R"("rooms":{"music":{"room_kind":"舞蹈"}})"), "/government/G3/rooms/music/room_kind");
    EXPECT_EQ(g("G3", R"("sentence":"{nothing}")"), "/government/G3/sentence");
    EXPECT_EQ(g("G4", R"("limits":{"primary":{"pupils":"-1"}})"), "/government/G4/limits/primary/pupils");
    EXPECT_EQ(g("G4", R"("limits":{"primary":{"school_types":["幼儿园"]}})"),
              "/government/G4/limits/primary/school_types/0");
    EXPECT_EQ(g("G4", R"("relaxations":{"built_2010":{"when":null}})"), "/government/G4/relaxations/built_2010/when");
    EXPECT_EQ(g("G4", R"("relaxations":{"built_2010":{"when":{"pupils":true}}})"),
              "/government/G4/relaxations/built_2010/when/pupils");
    EXPECT_EQ(g("G4", R"("relaxations":{"built_2010":{"limits":{"none":"1"}}})"),
              "/government/G4/relaxations/built_2010/limits/none");
    EXPECT_EQ(g("G5", R"("limit":{"primary":47})"), "/government/G5/limit/primary");
    EXPECT_EQ(g("G6", R"("quota":{"primary":"pupils"})"), "/government/G6/quota/primary");
    EXPECT_EQ(g("G7", R"("per_pupil":6000)"), "/government/G7/per_pupil");
    EXPECT_EQ(g("G8", R"("amount":"county_name")"), "/government/G8/amount");
    EXPECT_EQ(g("G11", R"("parts":{"rotation_ratio":{"at_least":0.1}})"),
              "/government/G11/parts/rotation_ratio/at_least");
    EXPECT_EQ(g("G11", R"("parts":{"rotation_ratio":{"at_most":"0.1"}})"),
              "/government/G11/parts/rotation_ratio/at_most");
    EXPECT_EQ(g("G11", R"("parts":{"rotation_ratio":{"numerator":[]}})"),
              "/government/G11/parts/rotation_ratio/numerator");
    EXPECT_EQ(g("G11", R"("parts":[])"), "/government/G11/parts");
    EXPECT_EQ(g("G13", R"("parts":{"primary_in_zone_ratio":{"sections":{"stages":["college"]}}})"),
              "/government/G13/parts/primary_in_zone_ratio/sections/stages/0");
    EXPECT_EQ(q("Q1", R"("parts":{"retention":{"formula":"other"}})"), "/quality/Q1/parts/retention/formula");
    EXPECT_EQ(q("Q3", R"("at_least":"1.01")"), "/quality/Q3/at_least");
    EXPECT_EQ(q("Q3", R"("at_least":"0")"), "/quality/Q3/at_least");
    EXPECT_EQ(q("Q4", R"("at_least":"0")"), "/quality/Q4/at_least");
    EXPECT_EQ(q("Q6", R"("at_least":"一般")"), "/quality/Q6/at_least");
    EXPECT_EQ(q("Q9", R"("level":"Ⅴ")"), "/quality/Q9/level");
    EXPECT_EQ(q("Q9", R"("sources":[])"), "/quality/Q9/sources");
    EXPECT_EQ(g("G3", R"("schools":{})"), "/government/G3/schools");
    EXPECT_EQ(g("G3", R"("schools":{"points_from":0})"), "/government/G3/schools/points_from");
    EXPECT_EQ(g("G3", R"("schools":{"school_types":["幼儿园"]})"), "/government/G3/schools/school_types/0");
    EXPECT_EQ(g("G6", R"("schools":{"localities":["郊区"]})"), "/government/G6/schools/localities/0");
    EXPECT_EQ(g("G6", R"("schools":{"sponsors_except":["民办"],"boarding":true})"), "/government/G6/schools/boarding");
    EXPECT_EQ(
        faultOf(R"("relaxations":{"visiting":{"when":{"without_flag":{"school_types":["大学"]}},"source":"6号"}})"),
        "/relaxations/visiting/when/without_flag/school_types/0");
    EXPECT_EQ(faultOf(R"("balance":{"indicators":[{"id":"B1","title":"电","short":"电","unit":"台","plus":["computers"],
        "minus":[],"split":true,"scale":"1","tested":"no","natural_unit":"台","source":"6号"}],"source":"6号"})"),
              "/balance/indicators/0/tested");
    EXPECT_EQ(faultOf(R"("groups":{"quality":" ","source":"6号"})"), "/groups/quality");
    EXPECT_EQ(faultOf(R"("approval":{"sample":{"valid_share":"0"},"source":"6号"})"), "/approval/sample/valid_share");
    EXPECT_EQ(faultOf(R"("eligibility":{"E1":{"years":0,"source":"6号"}})"), "/eligibility/E1/years");
    EXPECT_EQ(faultOf(R"("approval":{"at_least":85,"source":"6号"})"), "/approval/at_least");
    EXPECT_EQ(faultOf(R"("vetoes":{"V8":{"title":"新","source":"6号"}})"), "/vetoes/V8/short");
    const auto v = [](const char* figure) {
        return faultOf(QByteArrayLiteral("\"vetoes\":{\"V4\":{\"figures\":[") + figure + "],\"source\":\"6号\"}}");
    };
    EXPECT_EQ(v(R"({"id":"posts","label":"编制"})"), "/vetoes/V4/figures/0/quantity");
    EXPECT_EQ(v(R"({"id":"posts","label":"编制","quantity":["pupils"]})"), "/vetoes/V4/figures/0/quantity/0");
    EXPECT_EQ(v(R"({"id":"posts","label":"编制","quantity":["posts_filled"],"least":"1"})"),
              "/vetoes/V4/figures/0/least");
}

TEST(Regional, TargetsSayWhatIsToBeReached) {
    const auto t = [](const char* members) {
        return faultOf(QByteArrayLiteral("\"targets\":{\"T1\":{\"title\":\"标\",\"short\":\"标\",") + members +
                       ",\"source\":\"6号\"}}");
    };
    EXPECT_EQ(t(R"("kind":"attested")"), "accepted"); // 持续: it has no year
    EXPECT_EQ(t(R"("by":"","kind":"attested")"), "accepted");
    EXPECT_EQ(t(R"("by":2027,"kind":"attested")"), "/targets/T1/by");
    EXPECT_EQ(t(R"("counties":["990101"],"kind":"attested")"), "accepted");
    EXPECT_EQ(t(R"("counties":["中宁县"],"kind":"attested")"), "/targets/T1/counties/0");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"R2","at_least":{"primary":"1"})"), "accepted");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"R2","at_least":{"primary":1})"), "/targets/T1/at_least/primary");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"R2","at_least":{"senior":"1"})"), "/targets/T1/at_least/senior");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"R2")"), "/targets/T1");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"R2","at_most":{"primary":"1"})"), "/targets/T1");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"balance","at_most":{"junior":"0.45"})"), "accepted");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"G3")"), "accepted");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"G3","at_least":{"primary":"1"})"), "/targets/T1");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"G99")"), "/targets/T1/indicator");
    EXPECT_EQ(t(R"("kind":"reached","indicator":"overall")"), "accepted");
    EXPECT_EQ(t(R"("kind":"school_by_population","inhabitants":"0","school_type":"小学")"), "/targets/T1/inhabitants");
    EXPECT_EQ(t(R"("kind":"school_by_population","inhabitants":"1","school_type":"大学")"), "/targets/T1/school_type");
    EXPECT_EQ(faultOf(R"("government":{"G1":{"kind":"reached","indicator":"overall","source":"6号"}})"),
              "/government/G1/kind");
}

TEST(Regional, ExtendsIsFollowedAndCyclesAreRefused) {
    const StandardLookup lookup = [](const QString& id) -> QByteArray {
        if (id == QStringLiteral("a"))
            return R"({"format":1,"id":"a","title":"甲","extends":"b"})";
        if (id == QStringLiteral("b"))
            return R"({"format":1,"id":"b","title":"乙","extends":"a"})";
        return {};
    };
    const auto cyclic = parseStandard(lookup(QStringLiteral("a")), QStringLiteral("a.json"), lookup);
    ASSERT_FALSE(cyclic);
    EXPECT_EQ(cyclic.error().place.cell, QStringLiteral("/extends"));
    EXPECT_TRUE(cyclic.error().message.contains(QStringLiteral("a → b → a"))) << cyclic.error().message.toStdString();
    const auto itself = parseStandard(R"({"format":1,"id":"x","title":"甲","extends":"x"})", QStringLiteral("x.json"));
    ASSERT_FALSE(itself);
    EXPECT_EQ(itself.error().place.cell, QStringLiteral("/extends"));
    const auto unknown = parseStandard(R"({"format":1,"id":"x","title":"甲","extends":"y"})", QStringLiteral("x.json"));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().place.cell, QStringLiteral("/extends"));
}

// 新疆's scheme of 26 January 2025 adds eleven targets to the plan of 2021, and changes nothing that is tested.
// "40%的县" is a target of the region, of no single county.
TEST(Difference, Xinjiang2024AddsTargetsOnly) {
    const auto differences =
        differencesOf(standardJson(QStringLiteral("xinjiang-2021")), standardJson(QStringLiteral("xinjiang-2024")));
    ASSERT_TRUE(differences);
    QStringList clauses;
    for (const Difference& difference : *differences) {
        clauses << difference.clause;
        EXPECT_TRUE(difference.path.isEmpty());
        EXPECT_TRUE(difference.before.isEmpty());
    }
    EXPECT_EQ(clauses.join(QChar(u' ')), QStringLiteral("T1 T10 T11 T12 T2 T3 T4 T6 T7 T8 T9"));
    EXPECT_TRUE(differences->front().after.contains(QStringLiteral("96%")));
}

TEST(Difference, NamesFigureBeforeAndAfter) {
    const auto differences =
        differencesOf(standardJson(QStringLiteral("national-2017")), standardJson(QStringLiteral("liaoning-shenyang")));
    ASSERT_TRUE(differences);
    const auto found = std::ranges::find_if(*differences, [](const Difference& difference) {
        return difference.clause == QStringLiteral("G7") && difference.path == QStringLiteral("per_pupil");
    });
    ASSERT_NE(found, differences->end());
    EXPECT_EQ(found->before, QStringLiteral("6000"));
    EXPECT_EQ(found->after, QStringLiteral("8000"));
    EXPECT_TRUE(found->source.contains(QStringLiteral("沈阳")));
    EXPECT_TRUE(
        differencesOf(standardJson(QStringLiteral("national-2017")), standardJson(QStringLiteral("national-2017")))
            ->empty());
}
