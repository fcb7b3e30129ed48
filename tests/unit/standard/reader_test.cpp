// What a file of one's own may say, place by place; what it may not is refused with the place.

#include "standard/difference.h"
#include "standard/library.h"
#include "standard/merge.h"
#include "support/own_items.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::standard;

namespace {

base::Result<Standard> parsed(const QByteArray& members) {
    return parseStandard(R"({"format":1,"id":"own","title":"自定","extends":"national-2017",)" + members + "}",
                         QStringLiteral("own.json"));
}

// The place named; "accepted" when the file is taken.
std::string faultOf(const QByteArray& members) {
    const auto standard = parsed(R"("sources":{},)" + members);
    return standard ? "accepted" : standard.error().place.cell.toStdString();
}

std::string clauseFault(const char* part, const char* id, const char* members) {
    return faultOf(QByteArray("\"") + part + "\":{\"" + id + "\":{" + members + ",\"source\":\"6号\"}}");
}

std::string indicatorFault(const char* id, const char* members) {
    return clauseFault(*id == 'G' ? "government" : "quality", id, members);
}

// One worked example: a school of 100 pupils with one backbone teacher, as it stands or with other members.
std::string exampleFault(const QByteArray& school, const QByteArray& sections, const QByteArray& rest) {
    return faultOf(R"("examples":[{"title":"例","school":)" + school + R"(,"sections":)" + sections +
                   R"(,"campuses":[],)" + rest + "}]");
}

constexpr const char* kSchool = R"({"school_type":"小学"})";
constexpr const char* kSections = R"({"primary":{"pupils":"100","backbone_teachers":"1"}})";
constexpr const char* kRest = R"("indicator":"R2","stage":"primary","value":"1","status":"met")";

} // namespace

TEST(Reader, AWorkedExampleIsCheckedPlaceByPlace) {
    EXPECT_EQ(exampleFault(kSchool, kSections, kRest), "accepted");
    EXPECT_EQ(exampleFault(R"({"nothing":"1"})", kSections, kRest), "/examples/0/school/nothing");
    EXPECT_EQ(exampleFault(R"({"pupils":"1"})", kSections, kRest), "/examples/0/school/pupils");
    EXPECT_EQ(exampleFault(kSchool, R"({"primary":{"pupils":"many"}})", kRest), "/examples/0/sections/primary/pupils");
    EXPECT_EQ(exampleFault(kSchool, R"({"college":{"pupils":"100"}})", kRest), "/examples/0/sections/college");
    EXPECT_EQ(exampleFault(kSchool, R"({"primary":{"pupils":"100"}})", kRest), "/examples/0"); // nothing to count
    const auto rest = [](const char* indicator, const char* stage, const char* status) {
        return exampleFault(kSchool, R"({"primary":{"pupils":"100","backbone_teachers":"1"},"senior":{"pupils":"9"}})",
                            QByteArray(R"("indicator":")") + indicator + R"(","stage":")" + stage +
                                R"(","value":"1","status":")" + status + "\"");
    };
    EXPECT_EQ(rest("R2", "primary", "met"), "accepted");
    EXPECT_EQ(rest("R2", "college", "met"), "/examples/0/stage");
    EXPECT_EQ(rest("R2", "senior", "met"), "/examples/0/stage");
    EXPECT_EQ(rest("R2", "junior", "met"), "/examples/0/stage");
    EXPECT_EQ(rest("R8", "primary", "met"), "/examples/0/indicator");
    EXPECT_EQ(rest("R2", "primary", "floor"), "/examples/0/status");
    EXPECT_EQ(rest("R2", "primary", "below"), "/examples/0/status");
}

TEST(Reader, TheKindOfAValueIsChecked) {
    EXPECT_EQ(faultOf(R"("split":"1")"), "/split");
    EXPECT_EQ(faultOf(R"("balance":5)"), "/balance");
    EXPECT_EQ(faultOf(R"("scope":5)"), "/scope");
    EXPECT_EQ(faultOf(R"("rows_met":{"count":"6","source":"6号"})"), "/rows_met/count");
    EXPECT_EQ(faultOf(R"("rows_met":{"count":{"a":6},"source":"6号"})"), "/rows_met/count");
    EXPECT_EQ(faultOf(R"("floor":{"share":0.85,"source":"6号"})"), "/floor/share");
    EXPECT_EQ(faultOf(R"("floor":{"share":"most","source":"6号"})"), "/floor/share");
    EXPECT_EQ(indicatorFault("G7", R"("per_pupil":"many")"), "/government/G7/per_pupil");
    EXPECT_EQ(indicatorFault("G8", R"("conclusion":1)"), "/government/G8/conclusion");
    EXPECT_EQ(clauseFault("relaxations", "visiting", R"("when":5)"), "/relaxations/visiting/when");
}

TEST(Reader, ScopeStatesItsConditions) {
    const auto scope = [](const char* exclude) {
        return faultOf(QByteArray(R"("scope":[{"exclude":)") + exclude + R"(,"reason":"小","source":"6号"}])");
    };
    EXPECT_EQ(scope(R"({"compulsory_pupils_below":50})"), "accepted");
    EXPECT_EQ(scope(R"({"without_pupils":true})"), "accepted");
    EXPECT_EQ(scope(R"({"sponsors":["民办"]})"), "accepted");
    EXPECT_EQ(scope(R"({"school_type":"小学"})"), "accepted");
    EXPECT_EQ(scope("{}"), "/scope/0/exclude");
    EXPECT_EQ(scope(R"({"without_pupils":false})"), "/scope/0/exclude");
}

TEST(Reader, ResourceIndicatorsHaveAddendsScaleAndThreshold) {
    EXPECT_EQ(clauseFault("resource", "R2", R"("scale":"0")"), "/resource/R2/scale");
    EXPECT_EQ(clauseFault("resource", "R2", R"("scale":"1/2")"), "accepted");
    EXPECT_EQ(clauseFault("resource", "R2", R"("plus":[])"), "/resource/R2/plus");
    EXPECT_EQ(clauseFault("resource", "R1", R"("plus":{"junior":[]})"), "/resource/R1/plus/junior");
    EXPECT_EQ(clauseFault("resource", "R2", R"("threshold":{"primary":"0"})"), "/resource/R2/threshold/primary");
    EXPECT_EQ(clauseFault("resource", "R2", R"("threshold":{"primary":"-1"})"), "/resource/R2/threshold/primary");
}

TEST(Reader, RelaxationsOfResourcesHaveConditions) {
    const auto when = [](const char* conditions) {
        return clauseFault("relaxations", "visiting", (QByteArray("\"when\":") + conditions).constData());
    };
    EXPECT_EQ(when(R"({"compulsory_pupils":[1,2,3]})"), "/relaxations/visiting/when/compulsory_pupils");
    EXPECT_EQ(when(R"({"compulsory_pupils":[50,50]})"), "accepted");
    EXPECT_EQ(when(R"({"nothing":true})"), "/relaxations/visiting/when/nothing");
    EXPECT_EQ(when(R"({"school_name":true})"), "/relaxations/visiting/when/school_name");
    EXPECT_EQ(when(R"({"dense_core":false})"), "/relaxations/visiting/when/dense_core");
    const auto until = parsed(R"("sources":{},"relaxations":{"visiting":{"until":2022,"source":"规程"}})");
    ASSERT_TRUE(until);
    const auto inForce = [&](int indicator, int year) {
        return until->relaxationsOf(indicator, model::CountyYear({}, year)).size();
    };
    EXPECT_EQ(inForce(2, 2018), 0U); // from 2019
    EXPECT_EQ(inForce(2, 2019), 1U);
    EXPECT_EQ(inForce(2, 2022), 1U);
    EXPECT_EQ(inForce(2, 2023), 0U);
    EXPECT_EQ(inForce(3, 2022), 0U);
}

TEST(Reader, RelaxationsOfSchoolsHaveConditionsAndLimits) {
    const auto relaxation = [](const char* indicator, const char* when, const char* limits) {
        return indicatorFault(indicator, (QByteArray(R"("relaxations":{"own":{"title":"自定","when":)") + when +
                                          ",\"limits\":" + limits + R"(,"from":2019,"source":"规程"}})")
                                             .constData());
    };
    EXPECT_EQ(relaxation("G4", R"({"rural_small":true})", R"({"primary":"2400"})"), "accepted");
    EXPECT_EQ(relaxation("G4", "{}", "{}"), "/government/G4/relaxations/own/when");
    EXPECT_EQ(relaxation("G4", R"({"nothing":true})", "{}"), "/government/G4/relaxations/own/when/nothing");
    EXPECT_EQ(relaxation("G4", R"({"school_name":true})", "{}"), "/government/G4/relaxations/own/when/school_name");
    EXPECT_EQ(relaxation("G4", R"({"rural_small":false})", "{}"), "/government/G4/relaxations/own/when/rural_small");
    EXPECT_EQ(relaxation("G4", R"({"has_junior":1})", "{}"), "/government/G4/relaxations/own/when/has_junior");
    const QByteArray twice =
        R"({"id":"a","title":"甲","when":{"built_by":2000},"limits":{},"from":2019,"source":"规程"})";
    EXPECT_EQ(indicatorFault("G4", ("\"relaxations\":[" + twice + "," + twice + "]").constData()),
              "/government/G4/relaxations/1");
    // Only limits by school type or room kind can be relaxed.
    EXPECT_EQ(indicatorFault("G5", R"("relaxations":[{"id":"a","title":"甲","when":{"built_by":2000},
        "limits":{"primary":"50"},"from":2019,"source":"规程"}])"),
              "/government/G5/relaxations/0/limits/primary");
}

TEST(Reader, RulesNameItemsOfTheirKind) {
    EXPECT_EQ(indicatorFault("Q6", R"("grade":"nothing")"), "/quality/Q6/grade");
    EXPECT_EQ(indicatorFault("Q6", R"("grade":"charter")"), "/quality/Q6/grade");
    EXPECT_EQ(indicatorFault("Q6", R"("grade":"monitored_level")"), "/quality/Q6/grade");
    EXPECT_EQ(indicatorFault("G9", R"("parts":{"training_ratio":{"sections":{"stages":[]}}})"),
              "/government/G9/parts/training_ratio/sections/stages");
    const auto amounts = [](const char* list) {
        return clauseFault(
            "targets", "T1",
            (QByteArray(R"("title":"目标","short":"目标","by":"2030","kind":"amounts","amounts":)") + list)
                .constData());
    };
    EXPECT_EQ(amounts(R"([{"item":"special_funds","at_least":"10"}])"), "accepted");
    EXPECT_EQ(amounts(R"([{"item":"basic_all_met","at_least":"1"}])"), "accepted"); // a flag counts as 1
    EXPECT_EQ(amounts("[]"), "/targets/T1/amounts");
    EXPECT_EQ(amounts(R"([{"item":"county_name","at_least":"1"}])"), "/targets/T1/amounts/0/item");
}

// How the figures of items are printed: years and money in the unit of the item.
TEST(Reader, FiguresHaveTheFormatOfTheirItems) {
    const auto rules =
        parsed(R"("sources":{},"targets":{"T1":{"title":"目标","short":"目标","by":"2030","kind":"amounts",
        "amounts":[{"item":"basic_recognised_year","at_least":"2010"},{"item":"special_funds","at_least":"10"},
        {"item":"teacher_salary","at_least":"1"},{"item":"population","at_least":"1"},
        {"item":"rotation_actual","at_least":"1"}],"source":"6号"}})");
    ASSERT_TRUE(rules) << rules.error().message.toStdString();
    std::vector<FigureFormat> formats;
    for (const FigureSpec& figure : rules->targets.at(0).figures)
        formats.push_back(figure.format);
    EXPECT_EQ(formats, (std::vector{FigureFormat::Year, FigureFormat::TenThousandYuan, FigureFormat::Yuan,
                                    FigureFormat::Delivered, FigureFormat::Count}));
}

TEST(Reader, BalanceTestsSomething) {
    EXPECT_EQ(faultOf(R"("balance":{"primary":null,"source":"6号"})"), "/balance/primary");
    EXPECT_EQ(faultOf(R"("resource":[],"relaxations":[],"rows_met":{"count":0,"source":"6号"})"), "/balance");
    EXPECT_EQ(faultOf(R"("balance":{"composite":{"primary":"0.4","junior":"0.4"},"source":"6号"})"), "accepted");
}

TEST(Reader, DecimalsAreZeroToSix) {
    const auto decimals = [](const char* value) {
        return faultOf(QByteArray(R"("print":{"value_decimals":)") + value + R"(,"source":"规程"})");
    };
    EXPECT_EQ(decimals("0"), "accepted");
    EXPECT_EQ(decimals("6"), "accepted");
    EXPECT_EQ(decimals("-1"), "/print/value_decimals");
    EXPECT_EQ(decimals("7"), "/print/value_decimals");
}

TEST(Reader, ApprovalMayAskForALeastNumber) {
    const auto rules = parsed(R"("sources":{},"approval":{"sample":{"least":400},"source":"调查"})");
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules->approval->requiredSample(200000), 400); // 1.5‰ are 300
    EXPECT_EQ(rules->approval->requiredSample(400000), 600);
    const auto none = parsed(R"("sources":{},"approval":null)");
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->approval);
    EXPECT_EQ(none->titleOf(QStringLiteral("S1")), QString());
}

// A list that is no list of clauses is replaced as a whole, and an object in its place is read as one.
TEST(Reader, KnowsTheItemsItIsGiven) {
    const QByteArray json = R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},)"
                            R"("quality":{"Q4":{"numerator":"school_buses","source":"6号"}}})";
    const QString name = QStringLiteral("own.json");
    const auto refused = parseStandard(json, name);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().place.cell, QStringLiteral("/quality/Q4/numerator"));

    const model::ItemDictionary& items = junheng::test::itemsWithBuses();
    const auto own = parseStandard(json, name, standardJson, items);
    ASSERT_TRUE(own) << own.error().message.toStdString();
    const auto& rule = std::get<SchoolShareRule>(own->findIndicator(QStringLiteral("Q4"))->rule);
    EXPECT_EQ(rule.numerator, &items.at(u"school_buses"));

    const auto differences = differencesOf(standardJson(QStringLiteral("national-2017")), json, items);
    ASSERT_TRUE(differences);
    ASSERT_EQ(differences->size(), 1);
    EXPECT_EQ(differences->front().after, QStringLiteral("校车数量"));
}

TEST(Merge, ListsWithoutIdsAreReplaced) {
    EXPECT_EQ(indicatorFault("G11", R"("parts":{"rotation_ratio":{"numerator":{"plus":["rotation_actual"],
        "minus":["rotation_backbone"]}}})"),
              "accepted");
    EXPECT_EQ(indicatorFault("G5", R"("bands":{"first":1})"), "/government/G5/bands");
    QFile file(QStringLiteral(JUNHENG_SOURCE "/data/standards/national-2017.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray base = file.readAll().replace(R"("targets": [])", R"("targets": [{"id":5}])");
    const auto own = parseStandard(
        R"({"format":1,"id":"own","title":"自定","extends":"base","sources":{},"targets":{"T1":{"source":"6号"}}})",
        QStringLiteral("own.json"), [&](const QString&) { return base; });
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().place.cell, QStringLiteral("/targets"));
}

TEST(Merge, PathsAreThoseOfTheOwnFile) {
    PathNames names;
    names.add(QStringLiteral("/government/3"), QStringLiteral("/government/G4"));
    EXPECT_EQ(names.ownPath(QStringLiteral("/government/3")), QStringLiteral("/government/G4"));
    EXPECT_EQ(names.ownPath(QStringLiteral("/government/3/limits")), QStringLiteral("/government/G4/limits"));
    EXPECT_EQ(names.ownPath(QStringLiteral("/government/30")), QStringLiteral("/government/30"));
}
