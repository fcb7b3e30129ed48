// Standards that were made to hurt: each is refused with the place, and nothing ends the program.

#include "standard/difference.h"
#include "standard/library.h"

#include <QElapsedTimer>

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::standard;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray own(const QByteArray& members) {
    return R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{})" +
           (members.isEmpty() ? QByteArray() : "," + members) + "}";
}

std::string placeOf(const QByteArray& json, const StandardLookup& lookup = standardJson) {
    const auto standard = parseStandard(json, u"own.json"_s, lookup);
    if (standard)
        return "accepted";
    EXPECT_EQ(standard.error().code, u"standard.invalid"_s);
    EXPECT_FALSE(standard.error().message.contains(u"json.exception"_s)) << "no words of a library";
    return standard.error().place.cell.toStdString();
}

std::string faultOf(const QByteArray& members) {
    return placeOf(own(members));
}

std::string exampleFault(const QByteArray& pupils, const QByteArray& campuses = "[]",
                         const QByteArray& school = R"({"school_type":"小学"})") {
    return faultOf(R"("examples":[{"title":"例","indicator":"R2","stage":"primary","school":)" + school +
                   R"(,"sections":{"primary":{"pupils":")" + pupils + R"(","backbone_teachers":"1"}},"campuses":)" +
                   campuses + R"(,"value":"1","status":"met"}])");
}

} // namespace

TEST(Hostile, AnIdThatIsNoText) {
    EXPECT_EQ(faultOf(R"("resource":{"R1":{"id":5,"source":"6号"}})"), "/resource/R1/id");
    EXPECT_EQ(faultOf(R"("resource":{"R1":{"id":null,"source":"6号"}})"), "/resource/R1/id");
    EXPECT_EQ(faultOf(R"("resource":{"R1":{"id":["R1"],"source":"6号"}})"), "/resource/R1/id");
    EXPECT_EQ(faultOf(R"("resource":{"R1":{"id":"R2","source":"6号"}})"), "/resource/R1/id") << "nor that of another";
    EXPECT_EQ(faultOf(R"("resource":{"R1":{"id":"R1","source":"6号"}})"), "accepted");
    EXPECT_EQ(faultOf(R"("government":{"G11":{"parts":{"rotation_ratio":{"id":true}},"source":"6号"}})"),
              "/government/G11/parts/rotation_ratio/id");
    EXPECT_EQ(faultOf(R"("vetoes":[{"id":{},"title":"甲","short":"甲","source":"6号"}])"), "/vetoes/0/id");
    EXPECT_EQ(faultOf(R"("vetoes":[{"id":" ","title":"甲","short":"甲","source":"6号"}])"), "/vetoes/0/id");
    EXPECT_EQ(placeOf(R"({"format":1,"id":7,"title":"甲","extends":"national-2017"})"), "/id");
    EXPECT_EQ(placeOf(R"({"format":1,"id":"../up","title":"甲","extends":"national-2017","sources":{}})"), "/id");
    EXPECT_EQ(placeOf(R"({"format":1,"id":".own","title":"甲","extends":"national-2017","sources":{}})"), "/id");
    EXPECT_EQ(placeOf(R"({"format":1,"id":")" + QByteArray(65, 'a') +
                      R"(","title":"甲","extends":"national-2017","sources":{}})"),
              "/id");
    EXPECT_EQ(placeOf(R"({"format":1,"id":"我县-2025_a.b","title":"甲\n乙","extends":"national-2017","sources":{}})"),
              "accepted");
    EXPECT_EQ(placeOf(R"({"format":1,"id":"a\u0000b","title":"甲","extends":"national-2017","sources":{}})"), "/id");
}

TEST(Hostile, AnExampleThatDividesByZero) {
    EXPECT_EQ(exampleFault("100"), "accepted");
    EXPECT_EQ(exampleFault("0"), "/examples/0/sections/primary/pupils");
    EXPECT_EQ(exampleFault("0.4"), "/examples/0/sections/primary/pupils") << "rounds to none";
    EXPECT_EQ(exampleFault(""), "/examples/0");
    EXPECT_EQ(exampleFault("不适用"), "/examples/0/sections/primary/pupils");
    EXPECT_EQ(exampleFault("1e400"), "/examples/0/sections/primary/pupils");
    EXPECT_EQ(exampleFault(QByteArray(10000, '9')), "/examples/0/sections/primary/pupils");
    EXPECT_EQ(exampleFault("100", "[]", R"({"school_code":"9900000002"})"), "/examples/0/school/school_code");
    // A shared building that nobody uses.
    EXPECT_EQ(faultOf(R"("examples":[{"title":"例","indicator":"R4","stage":"primary","school":{},"sections":{"primary":
        {"pupils":"0"},"junior":{"pupils":"0"}},"campuses":[{"teaching_area":"1","indoor_sports_area":"0"}],"value":"1",
        "status":"met"}])"),
              "/examples/0/sections/primary/pupils");
}

TEST(Hostile, NumbersThatDoNotFit) {
    EXPECT_EQ(faultOf(R"("rows_met":{"count":18446744073709551615,"source":"6号"})"), "/rows_met/count");
    EXPECT_EQ(faultOf(R"("rows_met":{"count":4294967302,"source":"6号"})"), "/rows_met/count") << "6, cut to 32 bits";
    EXPECT_EQ(faultOf(R"("rows_met":{"count":-9223372036854775808,"source":"6号"})"), "/rows_met/count");
    EXPECT_EQ(faultOf(R"("rows_met":{"count":-1,"source":"6号"})"), "/rows_met/count");
    EXPECT_EQ(faultOf(R"("rows_met":{"count":8,"source":"6号"})"), "/rows_met/count") << "of seven";
    EXPECT_EQ(faultOf(R"("rows_met":{"count":1e400,"source":"6号"})"), "/rows_met/count");
    EXPECT_EQ(faultOf(R"("rows_met":{"count":6.0,"source":"6号"})"), "/rows_met/count");
    EXPECT_EQ(faultOf(R"("government":{"G5":{"limit":{"primary":9223372036854775807},"source":"6号"}})"),
              "/government/G5/limit/primary");
    EXPECT_EQ(faultOf(R"("relaxations":{"visiting":{"from":99999999999,"source":"6号"}})"),
              "/relaxations/visiting/from");
    EXPECT_EQ(faultOf(R"("eligibility":{"E1":{"years":9999999,"source":"6号"}})"), "/eligibility/E1/years");
    EXPECT_EQ(faultOf(R"("approval":{"sample":{"share_of_population":"100000000000000000"},"source":"调查"})"),
              "/approval/sample/share_of_population");
    for (const char* share : {"\"1/0\"", "\"0/0\"", "\"NaN\"", "\"inf\"", "\"-0\"", "0", "1e-400", "\"1e-400\""})
        EXPECT_EQ(faultOf(QByteArray(R"("floor":{"source":"6号","share":)") + share + "}"), "/floor/share") << share;
    EXPECT_EQ(faultOf(R"("floor":{"source":"6号","share":")" + QByteArray(10000, '1') + "\"}"), "/floor/share");
    for (const char* weight : {"\"0\"", "\"-1\"", "\"1/0\"", "1.1", "null"})
        EXPECT_EQ(faultOf(QByteArray(R"("split":{"source":"拆分","junior":)") + weight + "}"), "/split/junior")
            << weight;
}

TEST(Hostile, DepthAndSize) {
    const auto deep = [](qsizetype depth) {
        return own("\"print\":" + QByteArray(depth, '[') + QByteArray(depth, ']'));
    };
    EXPECT_EQ(placeOf(deep(20)), "/print");
    EXPECT_TRUE(placeOf(deep(40)).starts_with("/print/0/0/0/0"));
    QElapsedTimer timer;
    timer.start();
    EXPECT_TRUE(placeOf(deep(1'500'000)).starts_with("/print/0/0/0/0"));
    EXPECT_TRUE(placeOf(own("\"print\":" + QByteArray("{\"a\":").repeated(500'000))).starts_with("/print/a/a/a"));
    EXPECT_EQ(placeOf(QByteArray(1'500'000, '[')).substr(0, 4), "/0/0");
    EXPECT_EQ(placeOf(own(R"("title":")" + QByteArray(1'000'000, '[') + "\"")), "/title") << "twice";
    EXPECT_EQ(placeOf(own({}).leftJustified(5 << 20, ' ')), "/");
    QByteArray clauses;
    for (int i = 0; i < 100'000; ++i)
        clauses += (i == 0 ? "\"V" : ",\"V") + QByteArray::number(i) + R"(":{"source":"6号"})";
    EXPECT_EQ(faultOf("\"vetoes\":{" + clauses + "}"), "/vetoes");
    EXPECT_EQ(faultOf("\"scope\":[" + QByteArray("1,").repeated(300) + "1]"), "/scope");
    EXPECT_LT(timer.elapsed(), 20'000) << "refused while it is read";
}

TEST(Hostile, ChainsThatDoNotEnd) {
    EXPECT_EQ(placeOf(R"({"format":1,"id":"own","extends":"own"})",
                      [](const QString&) { return QByteArray(R"({"format":1,"id":"own","extends":"own"})"); }),
              "/extends");
    // The one it asks for calls itself otherwise and asks for itself again.
    EXPECT_EQ(placeOf(R"({"format":1,"id":"own","extends":"base"})",
                      [](const QString&) { return QByteArray(R"({"format":1,"id":"other","extends":"base"})"); }),
              "/extends");
    EXPECT_EQ(placeOf(R"({"format":1,"id":"own","extends":"a"})",
                      [](const QString& id) {
                          return QByteArray(R"({"format":1,"id":"x","extends":")") + (id == u"a"_s ? "b" : "a") + "\"}";
                      }),
              "/extends");
    EXPECT_EQ(placeOf(R"({"format":1,"id":"own","extends":""})"), "/extends");
    EXPECT_EQ(placeOf(R"({"format":1,"id":"own","extends":["national-2017"]})"), "/extends");
    // What is extended is an own standard, too, in a package.
    EXPECT_EQ(placeOf(R"({"format":1,"id":"own","extends":"base"})", [](const QString&) { return QByteArray("[]"); }),
              "/");
}

TEST(Hostile, TextThatIsNoJson) {
    EXPECT_EQ(placeOf({}), "/");
    EXPECT_EQ(placeOf("null"), "/");
    EXPECT_EQ(placeOf("5"), "/");
    EXPECT_EQ(placeOf("[]"), "/");
    EXPECT_EQ(placeOf("\xFF\xFE{"), "/");
    EXPECT_EQ(placeOf(R"({"format":1,"id":"a","title":"\ud800"})"), "/title");
    EXPECT_EQ(placeOf(R"({"format":1,"format":2})"), "/format");
    EXPECT_EQ(placeOf(R"({"a":{"b":1,"b":2}})"), "/a/b");
    EXPECT_EQ(faultOf(R"("title":"a")"), "/title") << "twice";
    const auto cut = parseStandard("{\"format\":1,\n\"id\":", u"own.json"_s);
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().place.cell, u"/id"_s);
    EXPECT_TRUE(cut.error().message.contains(u"第 2 行"_s)) << cut.error().message.toStdString();
}

// null stands for "not there"; the comparison must not look into it.
TEST(Hostile, ComparisonsOfNulls) {
    const QByteArray base = standardJson(defaultStandardId());
    for (const char* members :
         {R"("government":{"G11":{"relaxations":null,"source":"6号"}})", R"("approval":null)",
          R"("relaxations":{"visiting":{"until":null,"source":"6号"}})",
          R"("quality":{"Q1":{"parts":[{"id":"a","label":"b","formulas":null,"numerator":["rotation_actual"],)"
          R"("denominator":["rotation_eligible"],"at_least":"0.9"}],"sentence":null,"source":"6号"}})"}) {
        ASSERT_TRUE(parseStandard(own(members), u"own.json"_s))
            << parseStandard(own(members), u"own.json"_s).error().message.toStdString();
        EXPECT_TRUE(differencesOf(base, own(members))) << members;
        EXPECT_TRUE(differencesOf(own(members), base)) << members;
    }
    EXPECT_EQ(differencesOf(base, own(R"("resource":{"R1":{"id":5,"source":"6号"}})")).error().place.cell,
              u"/resource/R1/id"_s);
}
