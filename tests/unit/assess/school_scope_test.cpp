// Which schools G3 and G6 are about, by the standard. Expected values by hand.

#include "assess/funds_register.h"
#include "assess/room_register.h"

#include "indicator_fixture.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;
using namespace std::string_literals;

namespace {

constexpr const char16_t* kFirst = u"9900000001";
constexpr const char16_t* kSecond = u"9900000002";
constexpr const char16_t* kXinjiang = u"xinjiang-2021";

// A 小学 of 90 pupils with a budget of 1 万元, where 100 x 720 元 = 7.2 万元 are needed.
CountyBuilder poor(const char16_t* locality, const char16_t* sponsor, const char16_t* pupils = u"90") {
    CountyBuilder county;
    county.school(kFirst, u"小学", {{u"locality", locality}, {u"sponsor", sponsor}, {u"public_funds_budget", u"1"}})
        .section(kFirst, u"primary", {{u"pupils", pupils}})
        .county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"970"}});
    return county;
}

QStringList blanksOf(const CountyBuilder& county, const char16_t* standard, const char16_t* indicator) {
    QStringList codes;
    for (const auto& obstacle : obstaclesOf(county.build(), rulesOf(standard), QString::fromUtf16(indicator)))
        codes << obstacle.cell.item->code;
    return codes;
}

// A 初级中学 or 完全中学 in 城区 that keeps the accounts of a rural point of 20 pupils.
CountyBuilder withPoint(const char16_t* type, const char16_t* juniors, Cells funds) {
    CountyBuilder county;
    county
        .school(kFirst, u"小学教学点",
                {{u"locality", u"乡村"},
                 {u"sponsor", u"县级教育部门"},
                 {u"independent_accounts", u"否"},
                 {u"parent_code", kSecond}})
        .section(kFirst, u"primary", {{u"pupils", u"20"}})
        .school(kSecond, type, {{u"locality", u"城区"}, {u"sponsor", u"县级教育部门"}})
        .school(kSecond, type, funds)
        .section(kSecond, u"junior", {{u"pupils", juniors}})
        .county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"970"}});
    return county;
}

// A 小学 of 13 classes and a 教学点 of 1, each with one room of either kind.
CountyBuilder roomsOfTwo(const char16_t* pointRooms = u"1") {
    CountyBuilder county;
    for (const auto& [code, type, pupils, classes, rooms] :
         {std::tuple(kFirst, u"小学", u"500", u"13", u"1"),
          std::tuple(kSecond, u"小学教学点", u"20", u"1", pointRooms)})
        county.school(code, type, {{u"music_rooms", rooms}, {u"fine_art_rooms", u"1"}})
            .section(code, u"primary", {{u"pupils", pupils}, {u"classes", classes}})
            .room(code, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
            .room(code, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"90"}});
    return county;
}

} // namespace

// 规程, 表Ⅳ 6: "不足100人的规模较小学校", wherever and whosever it is. 新政办发〔2021〕56号: "农村小学和教学点".
TEST(SchoolScope, G6AsksTheSchoolsOfItsStandard) {
    EXPECT_EQ(statusOf(poor(u"城区", u"县级教育部门"), u"G6"), kUnmet);
    EXPECT_EQ(statusOf(poor(u"乡村", u"民办"), u"G6"), kUnmet);
    EXPECT_EQ(statusOf(poor(u"", u""), u"G6"), kUnmet);
    for (const char16_t* standard : {kXinjiang, u"xinjiang-2024", u"hutubi-2022", u"changji-2022", u"ningxia-2017"}) {
        EXPECT_EQ(statusOf(poor(u"城区", u"县级教育部门"), u"G6", standard), kNotApplicable);
        EXPECT_EQ(statusOf(poor(u"乡村", u"民办"), u"G6", standard), kNotApplicable);
        EXPECT_EQ(statusOf(poor(u"乡村", u"县级教育部门"), u"G6", standard), kUnmet);
        EXPECT_EQ(statusOf(poor(u"镇区", u"县级教育部门"), u"G6", standard), kUnmet);
    }
    EXPECT_EQ(statusOf(poor(u"乡村", u"县级教育部门", u"100"), u"G6", kXinjiang), kNotApplicable);
}

TEST(SchoolScope, G6IsMissingWhileItIsNotKnownWhetherASmallSchoolIsAsked) {
    EXPECT_EQ(statusOf(poor(u"", u"县级教育部门"), u"G6", kXinjiang), kMissing);
    EXPECT_EQ(blanksOf(poor(u"", u"县级教育部门"), kXinjiang, u"G6"), QStringList{QStringLiteral("locality")});
    EXPECT_EQ(blanksOf(poor(u"乡村", u""), kXinjiang, u"G6"), QStringList{QStringLiteral("sponsor")});
    // Known not to be asked, or large: what is blank besides is in nobody's way.
    EXPECT_EQ(statusOf(poor(u"城区", u"", u""), u"G6", kXinjiang), kNotApplicable);
    EXPECT_EQ(statusOf(poor(u"", u"", u"100"), u"G6", kXinjiang), kNotApplicable);
    EXPECT_EQ(blanksOf(poor(u"", u"", u"100"), kXinjiang, u"G6"), QStringList());
    EXPECT_EQ(blanksOf(poor(u"", u"", u""), kXinjiang, u"G6"), QStringList{QStringLiteral("pupils")});
}

// 100 x 720 for the point and 200 x 970 for the parent: 266,000 元. With 高中 the budget is not that of these stages.
TEST(SchoolScope, G6OfAParentWithSeniorNeedsTheFundsOfItsCompulsoryStages) {
    const auto complete = [](Cells funds) {
        CountyBuilder county = withPoint(u"完全中学", u"200", funds);
        county.section(kSecond, u"senior", {{u"pupils", u"600"}});
        return county;
    };
    EXPECT_EQ(statusOf(complete({{u"public_funds_budget", u"500"}}), u"G6"), kMissing);
    EXPECT_EQ(obstaclesIn(complete({{u"public_funds_budget", u"500"}}), u"G6"),
              QStringList{QStringLiteral("small_school_funds")});
    EXPECT_EQ(statusOf(complete({{u"small_school_funds", u"26.6"}}), u"G6"), kMet);
    EXPECT_EQ(statusOf(complete({{u"small_school_funds", u"26.5999"}, {u"public_funds_budget", u"500"}}), u"G6"),
              kUnmet);
    // Without 高中 it is the budget, whatever is written beside.
    EXPECT_EQ(statusOf(withPoint(u"初级中学", u"200", {{u"public_funds_budget", u"26.6"}}), u"G6"), kMet);
    EXPECT_EQ(statusOf(withPoint(u"初级中学", u"200", {{u"small_school_funds", u"26.6"}}), u"G6"), kMissing);
    // The row of its 高中 is lacking: it runs one by its type.
    EXPECT_EQ(statusOf(withPoint(u"完全中学", u"200", {{u"public_funds_budget", u"500"}}), u"G6"), kMissing);
}

// A parent of 50 in 城区 is entitled to 100 by the nation, and in 新疆 pays for its own 50: 72,000 + 48,500 元.
TEST(SchoolScope, G6OfASmallParentThatIsNotAsked) {
    const auto parent = [](const char16_t* budget) {
        return withPoint(u"初级中学", u"50", {{u"public_funds_budget", budget}});
    };
    EXPECT_EQ(statusOf(parent(u"16.9"), u"G6"), kMet); // 72,000 + 97,000
    EXPECT_EQ(statusOf(parent(u"16.8999"), u"G6"), kUnmet);
    EXPECT_EQ(statusOf(parent(u"12.05"), u"G6", kXinjiang), kMet);
    EXPECT_EQ(statusOf(parent(u"12.0499"), u"G6", kXinjiang), kUnmet);
    const auto unknown = withPoint(u"初级中学", u"50", {{u"public_funds_budget", u"16.9"}, {u"locality", u""}});
    EXPECT_EQ(statusOf(unknown, u"G6", kXinjiang), kMissing);
    EXPECT_EQ(blanksOf(unknown, kXinjiang, u"G6"), QStringList{QStringLiteral("locality")});
}

TEST(SchoolScope, TheRegisterOfFundsLeavesOutWhoIsNotAsked) {
    const auto registerOf = [](const CountyBuilder& county, const char16_t* standard) {
        const auto* indicator = rulesOf(standard).findIndicator(QStringLiteral("G6"));
        return fundsRegister(county.build(), std::get<standard::SmallSchoolFundsRule>(indicator->rule));
    };
    EXPECT_EQ(registerOf(poor(u"城区", u"民办"), u"national-2017").size(), 1U);
    EXPECT_TRUE(registerOf(poor(u"城区", u"民办"), kXinjiang).empty());
}

// "所有小学、初中": points of every size count, and are named apart in the detail.
TEST(SchoolScope, G3NamesPointsApart) {
    const auto result = judged(roomsOfTwo(), u"G3");
    EXPECT_EQ(result.status, kUnmet);
    EXPECT_EQ(figureOf(result, u"G3", u"schools"), QStringLiteral("2"));
    EXPECT_EQ(figureOf(result, u"G3", u"points"), QStringLiteral("1"));
    EXPECT_EQ(figureOf(result, u"G3", u"music_short"), QStringLiteral("1"));
    EXPECT_EQ(figureOf(result, u"G3", u"music_short_points"), QStringLiteral("0"));
    const auto both = judged(roomsOfTwo(u"0"), u"G3");
    EXPECT_EQ(figureOf(both, u"G3", u"music_short"), QStringLiteral("2"));
    EXPECT_EQ(figureOf(both, u"G3", u"music_short_points"), QStringLiteral("1"));
    EXPECT_EQ(figureOf(both, u"G3", u"fine_art_short_points"), QStringLiteral("0"));
    EXPECT_EQ(
        detailOf(roomsOfTwo(u"0").build(), *rulesOf().findIndicator(QStringLiteral("G3")), both),
        QStringLiteral("应配备音乐、美术专用教室的学校2所（含教学点1个），其中音乐专用教室不足的2所（含教学点1个），"
                       "美术专用教室不足的1所（含教学点0个）"));
    // A blank count leaves them all open, but for who needs rooms.
    const auto open = judged(roomsOfTwo(u""), u"G3");
    EXPECT_EQ(figureOf(open, u"G3", u"points"), QStringLiteral("1"));
    EXPECT_EQ(figureOf(open, u"G3", u"music_short_points"), QString());
}

TEST(SchoolScope, G3AsksTheSchoolsOfItsStandard) {
    const auto by = [](const QByteArray& schools, const CountyBuilder& county) {
        const auto rules = ownRules(R"("government":{"G3":{"schools":)" + schools + R"(,"source":"6号"}})");
        const auto assessment = assess::assess(county.build(), rules);
        const auto& result = *assessment.result(rules, QStringLiteral("G3"));
        const auto figure = [&](std::size_t i) { return base::toString(*result.figures.at(i)).toStdString(); };
        return std::tuple(result.status, figure(0), figure(1));
    };
    CountyBuilder county = roomsOfTwo(u"0");
    county.section(kFirst, u"primary", {{u"classes", u"12"}});
    EXPECT_EQ(statusOf(county, u"G3"), kUnmet); // the point has no music room
    EXPECT_EQ(by(R"({"points_from":50})", county), std::tuple(kMet, "1"s, "0"s));
    EXPECT_EQ(by(R"({"points_from":20})", county), std::tuple(kUnmet, "2"s, "1"s));
    EXPECT_EQ(by(R"({"school_types":["小学"]})", county), std::tuple(kMet, "1"s, "0"s));
    // Where it is not known, it may need them.
    county.section(kSecond, u"primary", {{u"pupils", u""}});
    EXPECT_EQ(by(R"({"points_from":50})", county), std::tuple(kMissing, "2"s, "1"s));
    const auto rules = ownRules(R"("government":{"G3":{"schools":{"points_from":50},"source":"6号"}})");
    EXPECT_EQ(obstaclesOf(county.build(), rules, QStringLiteral("G3")).front().cell.item->code,
              QStringLiteral("pupils"));
    const auto* indicator = rules.findIndicator(QStringLiteral("G3"));
    const auto list = roomRegister(county.build(), std::get<standard::RoomsRule>(indicator->rule), *indicator);
    ASSERT_EQ(list.size(), 4U);
    EXPECT_EQ(list[2].status, kMissing);
    EXPECT_EQ(list[2].classes, std::nullopt);
}
