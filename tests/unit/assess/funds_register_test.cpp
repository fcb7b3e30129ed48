// What G6 says of every school: fewer than 100 pupils have the funds of 100 x 720 元 = 7.2 万元.

#include "assess/funds_register.h"

#include "indicator_fixture.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;

namespace {

CountyBuilder county() {
    CountyBuilder builder;
    builder.county({{u"funds_standard_primary", u"720"}});
    return builder;
}

// "row status", with "见" of one that is judged at its parent and "付" of one that pays for points.
QStringList told(const CountyBuilder& county) {
    constexpr std::array kWords{u"达标", u"未达标", u"待填报", u"不适用"};
    const auto& rule = std::get<standard::SmallSchoolFundsRule>(rulesOf().findIndicator(QStringLiteral("G6"))->rule);
    QStringList lines;
    for (const FundsOfSchool& school : fundsRegister(county.build(), rule))
        lines << QStringLiteral("%1%2%3 %4")
                     .arg(school.schoolRow)
                     .arg(school.isAtParent ? QStringLiteral("见") : QString(),
                          school.paysForPoints ? QStringLiteral("付") : QString(),
                          kWords[static_cast<std::size_t>(school.status)]);
    return lines;
}

CountyBuilder& addPoint(CountyBuilder& county, const char16_t* code, const char16_t* parent, const char16_t* pupils,
                        const char16_t* funds = u"") {
    return county
        .school(code, u"小学教学点",
                {{u"independent_accounts", u"否"}, {u"parent_code", parent}, {u"small_school_funds", funds}})
        .section(code, u"primary", {{u"pupils", pupils}});
}

} // namespace

TEST(FundsRegister, TellsOfSmallSchoolsAlone) {
    CountyBuilder small = county();
    small.school(u"9900000001", u"小学", {{u"small_school_funds", u"7.2"}})
        .section(u"9900000001", u"primary", {{u"pupils", u"99"}})
        .school(u"9900000002", u"小学", {{u"small_school_funds", u"7.1999"}})
        .section(u"9900000002", u"primary", {{u"pupils", u"1"}})
        .school(u"9900000003", u"小学", {{u"small_school_funds", u"1"}})
        .section(u"9900000003", u"primary", {{u"pupils", u"100"}})
        .school(u"9900000004", u"小学", {})
        .section(u"9900000004", u"primary", {{u"pupils", u"50"}})
        .school(u"9900000005", u"小学", {{u"small_school_funds", u"7.2"}})
        .section(u"9900000005", u"primary", {});
    EXPECT_EQ(told(small), (QStringList{QStringLiteral("0 达标"), QStringLiteral("1 未达标"),
                                        QStringLiteral("3 待填报"), QStringLiteral("4 待填报")}));
}

// 200 pupils and the 100 of the point: 300 x 720 = 21.6 万元.
TEST(FundsRegister, APointIsJudgedAtItsParent) {
    const auto withBudget = [](const char16_t* budget, const char16_t* pupils, const char16_t* funds = u"") {
        CountyBuilder both = county();
        both.school(u"9900000001", u"小学", {{u"public_funds_budget", budget}})
            .section(u"9900000001", u"primary", {{u"pupils", u"200"}});
        addPoint(both, u"9900000002", u"9900000001", pupils, funds);
        return told(both);
    };
    const QString seen = QStringLiteral("1见 不适用");
    EXPECT_EQ(withBudget(u"21.6", u"20"), (QStringList{QStringLiteral("0付 达标"), seen}));
    EXPECT_EQ(withBudget(u"21.5999", u"20"), (QStringList{QStringLiteral("0付 未达标"), seen}));
    EXPECT_EQ(withBudget(u"", u"20"), (QStringList{QStringLiteral("0付 待填报"), seen}));
    // Its pupils are not known: its parent may have to pay.
    EXPECT_EQ(withBudget(u"21.6", u""), (QStringList{QStringLiteral("0付 待填报"), QStringLiteral("1 待填报")}));
    // It has enough pupils, or funds of its own: its parent has nothing to do with it.
    EXPECT_EQ(withBudget(u"1", u"100"), QStringList());
    EXPECT_EQ(withBudget(u"1", u"20", u"7.2"), QStringList{QStringLiteral("1 达标")});
    EXPECT_EQ(withBudget(u"1", u"", u"7.2"), QStringList{QStringLiteral("1 待填报")});
}

TEST(FundsRegister, APointWithoutItsParentWaits) {
    CountyBuilder alone = county();
    addPoint(alone, u"9900000002", u"9900000009", u"20");
    EXPECT_EQ(told(alone), QStringList{QStringLiteral("0 待填报")});
    CountyBuilder unknown = county();
    addPoint(unknown, u"9900000002", u"9900000009", u"");
    EXPECT_EQ(told(unknown), QStringList{QStringLiteral("0 待填报")});
}

// What pupils should have must be known: a quota that does not apply is in the way, and named.
TEST(FundsRegister, AQuotaThatDoesNotApplyIsAnObstacle) {
    CountyBuilder small;
    small.county({{u"funds_standard_primary", u"不适用"}})
        .school(u"9900000001", u"小学", {{u"small_school_funds", u"7.2"}})
        .section(u"9900000001", u"primary", {{u"pupils", u"99"}});
    EXPECT_EQ(told(small), QStringList{QStringLiteral("0 待填报")});
    const auto obstacles = obstaclesOf(small.build(), rulesOf(), QStringLiteral("G6"));
    ASSERT_EQ(obstacles.size(), 1U);
    EXPECT_EQ(obstacles.front().cell.item->code, QStringLiteral("funds_standard_primary"));
    EXPECT_EQ(obstacles.front().why, QStringLiteral("这个学段有在校学生，不能是不适用"));
}

TEST(FundsRegister, FundsAreSharedByThePupilsThereAre) {
    const model::Item& funds = model::ItemDictionary::builtIn().at(u"small_school_funds"); // 万元, four decimals
    EXPECT_EQ(fundsPerPupil(funds, 72000, 60), 1200);
    EXPECT_EQ(fundsPerPupil(funds, 71900, 30), base::Rational(7190, 3));
}
