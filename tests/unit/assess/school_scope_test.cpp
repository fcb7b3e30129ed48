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
