// The figures of 校际均衡 as values, over golden N1: its books as 骨干教师.
#include "report/balance_figures.h"
#include "standard/library.h"
#include "support/county_builder.h"

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::report;

namespace {

constexpr int kR1 = 0;
constexpr int kR2 = 1;

class BalanceFigures : public testing::Test {
protected:
    BalanceFigures()
        : m_standard(standard::loadStandard(standard::defaultStandardId()).value()),
          m_year(test::CountyBuilder()
                     .school(u"9900000001", u"小学", {{u"school_name", u"小学1"}})
                     .section(u"9900000001", u"primary", {{u"pupils", u"45"}, {u"backbone_teachers", u"279"}})
                     .school(u"9900000002", u"小学", {{u"school_name", u"小学2"}})
                     .section(u"9900000002", u"primary", {{u"pupils", u"37"}, {u"backbone_teachers", u"137"}})
                     .school(u"9900000003", u"小学", {{u"school_name", u"小学3"}})
                     .section(u"9900000003", u"primary", {{u"pupils", u"89"}, {u"backbone_teachers", u"935"}})
                     .school(u"9900000004", u"小学", {{u"school_name", u"小学4"}})
                     .section(u"9900000004", u"primary", {{u"pupils", u"76"}, {u"backbone_teachers", u"160"}})
                     .school(u"9900000005", u"小学", {{u"school_name", u"小学5"}})
                     .section(u"9900000005", u"primary", {{u"pupils", u"55"}, {u"backbone_teachers", u"402"}})
                     .school(u"9900000006", u"初级中学", {{u"school_name", u"初中6"}})
                     .section(u"9900000006", u"junior", {{u"pupils", u"100"}, {u"backbone_teachers", u"1"}})
                     .build()),
          m_assessment(assess::assess(m_year, m_standard)) {}

    [[nodiscard]] const assess::StageAssessment& primary() const { return m_assessment.stages.front(); }

    standard::Standard m_standard;
    model::CountyYear m_year;
    assess::Assessment m_assessment;
};

} // namespace

TEST_F(BalanceFigures, BarsStandInGroupsWithTheirLimits) {
    const LimitBars figure = coefficientBars(m_standard, m_assessment);
    ASSERT_EQ(figure.groups.size(), 2U);
    EXPECT_EQ(figure.groups[0].limit, 0.5);
    EXPECT_EQ(figure.groups[0].limitText, QStringLiteral("限值 0.50"));
    EXPECT_EQ(figure.groups[1].limit, 0.45);
    ASSERT_EQ(figure.groups[1].bars.size(), 7U);
    const LimitBars::Bar& failing = figure.groups[0].bars[kR2];
    EXPECT_NEAR(failing.value.value(), 0.515256630, 5e-10);
    EXPECT_EQ(failing.part.text, QStringLiteral("0.515"));
    EXPECT_EQ(failing.part.mark, Mark::Failing);
    EXPECT_EQ(failing.part.key, kR2);
    EXPECT_TRUE(failing.part.detail.contains(QStringLiteral("0.515，限值 0.50，未达标")));
    const LimitBars::Bar& missing = figure.groups[0].bars[kR1];
    EXPECT_FALSE(missing.value);
    EXPECT_EQ(missing.part.mark, Mark::Missing);
    EXPECT_EQ(missing.part.text, QStringLiteral("待填报"));
    const LimitBars::Bar& alone = figure.groups[1].bars[kR2];
    EXPECT_EQ(alone.value, 0.0);
    EXPECT_EQ(alone.part.mark, Mark::None);
    EXPECT_EQ(alone.part.key, 8);
}

// Terms of N1 over their sum 10.652786703: 小学3 48.1 %, 小学4 42.3 %, the three others 9.6 %.
TEST_F(BalanceFigures, SharesNameTheLargestAndSumUpTheRest) {
    const RankedShares figure = contributionShares(m_year, m_standard, primary(), kR2, 2);
    ASSERT_EQ(figure.shares.size(), 3U);
    EXPECT_EQ(figure.shares[0].part.label, QStringLiteral("小学3"));
    EXPECT_EQ(figure.shares[0].part.text, QStringLiteral("48.1%"));
    EXPECT_EQ(figure.shares[0].part.key, 2);
    EXPECT_EQ(figure.shares[0].side, RankedShares::Side::Above);
    EXPECT_EQ(figure.shares[1].side, RankedShares::Side::Below);
    EXPECT_NEAR(figure.shares[1].cumulative, (5.127446201 + 4.501090466) / 10.652786703, 1e-9);
    EXPECT_EQ(figure.shares[2].part.label, QStringLiteral("其余 3 所"));
    EXPECT_EQ(figure.shares[2].part.text, QStringLiteral("9.6%"));
    EXPECT_EQ(figure.shares[2].part.key, -1);
    EXPECT_EQ(figure.shares[2].cumulative, 1);
}

TEST_F(BalanceFigures, WithoutSharesTheFigureSaysWhy) {
    const RankedShares missing = contributionShares(m_year, m_standard, primary(), kR1, 5);
    EXPECT_TRUE(missing.shares.empty());
    EXPECT_EQ(missing.emptyText, QStringLiteral("差异系数待填报"));
    const RankedShares alone = contributionShares(m_year, m_standard, m_assessment.stages.back(), kR2, 5);
    EXPECT_TRUE(alone.shares.empty());
    EXPECT_EQ(alone.emptyText, QStringLiteral("各校没有差异"));
}

// Values of N1 x 100, ascending: 小学4 210.53, 小学2 370.27, 小学1 620.00, 小学5 730.91, 小学3 1050.56; mean 633.44.
TEST_F(BalanceFigures, TheDistributionIsAsWideAsThePupils) {
    const WeightedDistribution figure = valueDistribution(m_year, m_standard, primary(), kR2);
    ASSERT_EQ(figure.columns.size(), 5U);
    const int keys[] = {3, 1, 0, 4, 2};
    const double weights[] = {76, 37, 45, 55, 89};
    double pupils = 0;
    double resource = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(figure.columns[i].part.key, keys[i]);
        EXPECT_EQ(figure.columns[i].weight, weights[i]);
        pupils += figure.columns[i].weight;
        resource += figure.columns[i].weight * figure.columns[i].value;
    }
    ASSERT_TRUE(figure.mean);
    EXPECT_NEAR(resource / pupils, figure.mean->value, 1e-9);
    EXPECT_EQ(figure.mean->text, QStringLiteral("平均值 633.44"));
    EXPECT_EQ(figure.threshold.value, 1);
    EXPECT_EQ(figure.columns[0].part.text, QStringLiteral("210.53"));
    EXPECT_EQ(figure.columns[0].part.mark, Mark::None);
    EXPECT_TRUE(figure.note.isEmpty());
}

TEST_F(BalanceFigures, SectionsWithoutAValueAreCountedNotDrawn) {
    const WeightedDistribution figure = valueDistribution(m_year, m_standard, primary(), kR1);
    EXPECT_TRUE(figure.columns.empty());
    EXPECT_FALSE(figure.mean);
    EXPECT_EQ(figure.note, QStringLiteral("5 所待填报，没有画出"));
}
