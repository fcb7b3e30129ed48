// The figures of 校际均衡 as values, over golden N1: its books as 骨干教师.
#include "report/charts/balance_figures.h"
#include "standard/library.h"
#include "support/county_builder.h"

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::document;
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
    const FigureValue& failing = figure.groups[0].bars[kR2];
    EXPECT_NEAR(failing.value.value(), 0.515256630, 5e-10);
    EXPECT_EQ(failing.part.text, QStringLiteral("0.515"));
    EXPECT_EQ(failing.part.mark, Mark::Failing);
    EXPECT_EQ(failing.part.key, kR2);
    EXPECT_TRUE(failing.part.detail.contains(QStringLiteral("0.515，限值 0.50，未达标")));
    const FigureValue& missing = figure.groups[0].bars[kR1];
    EXPECT_FALSE(missing.value);
    EXPECT_EQ(missing.part.mark, Mark::Missing);
    EXPECT_EQ(missing.part.text, QStringLiteral("待填报"));
    const FigureValue& alone = figure.groups[1].bars[kR2];
    EXPECT_EQ(alone.value, 0.0);
    EXPECT_EQ(alone.part.mark, Mark::None);
    EXPECT_EQ(alone.part.key, 8);
}

// Terms of N1 over their sum 10.652786703: 小学3 48.1 %, 小学4 42.3 %, the three others 9.6 %; of cv² = 0.515256630².
TEST_F(BalanceFigures, StepsStandOnOneAnotherUpToTheSquare) {
    const Waterfall figure = coefficientWaterfall(m_year, m_standard, primary(), kR2, 2);
    constexpr double kSum = 10.652786703;
    constexpr double kSquare = 0.515256630 * 0.515256630;
    ASSERT_EQ(figure.steps.size(), 3U);
    EXPECT_EQ(figure.steps[0].part.label, QStringLiteral("小学3"));
    EXPECT_EQ(figure.steps[0].part.text, QStringLiteral("48.1%"));
    EXPECT_EQ(figure.steps[0].part.key, 2);
    EXPECT_EQ(figure.steps[0].side, MeanSide::Above);
    EXPECT_NEAR(figure.steps[0].from, 0, 1e-15);
    EXPECT_NEAR(figure.steps[0].to, 5.127446201 / kSum * kSquare, 1e-9);
    EXPECT_EQ(figure.steps[1].side, MeanSide::Below);
    EXPECT_NEAR(figure.steps[1].from, 5.127446201 / kSum * kSquare, 1e-9);
    EXPECT_NEAR(figure.steps[1].to, (5.127446201 + 4.501090466) / kSum * kSquare, 1e-9);
    EXPECT_EQ(figure.steps[2].part.label, QStringLiteral("其余 3 所"));
    EXPECT_EQ(figure.steps[2].part.text, QStringLiteral("9.6%"));
    EXPECT_EQ(figure.steps[2].part.key, -1);
    EXPECT_EQ(figure.steps[2].from, figure.steps[1].to);
    EXPECT_NEAR(figure.steps[2].to, kSquare, 1e-9);
    EXPECT_EQ(figure.total.text, QStringLiteral("0.515"));
    EXPECT_EQ(figure.total.mark, Mark::Failing);
    EXPECT_EQ(figure.total.detail, QStringLiteral("差异系数 0.515（平方 0.265），限值 0.50，未达标"));
    EXPECT_EQ(figure.limit.value, 0.25);
    EXPECT_EQ(figure.limit.text, QStringLiteral("限值 0.50（平方 0.25）"));
}

TEST_F(BalanceFigures, WithoutStepsTheFigureSaysWhy) {
    const Waterfall missing = coefficientWaterfall(m_year, m_standard, primary(), kR1, 5);
    EXPECT_TRUE(missing.steps.empty());
    EXPECT_EQ(missing.emptyText, QStringLiteral("差异系数待填报"));
    const Waterfall alone = coefficientWaterfall(m_year, m_standard, m_assessment.stages.back(), kR2, 5);
    EXPECT_TRUE(alone.steps.empty());
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

// A county without schools has no stages: its year is a gap.
TEST_F(BalanceFigures, TheCourseLeavesAGapWhereAYearHasNoCoefficient) {
    const assess::Assessment empty = assess::assess(test::CountyBuilder().build(), m_standard);
    const std::vector<YearAssessment> years{{.year = 2024, .assessment = &empty},
                                            {.year = 2025, .assessment = &m_assessment}};
    const Course figure = coefficientCourse(m_standard, model::Stage::Primary, years);
    EXPECT_EQ(figure.years, (std::vector<int>{2024, 2025}));
    ASSERT_EQ(figure.lines.size(), 7U);
    const Course::Line& line = figure.lines[kR2];
    EXPECT_TRUE(line.name.startsWith(QStringLiteral("R2 ")));
    ASSERT_EQ(line.values.size(), 2U);
    EXPECT_FALSE(line.values[0].value);
    EXPECT_NEAR(line.values[1].value.value(), 0.515256630, 5e-10);
    EXPECT_EQ(line.values[1].part.text, QStringLiteral("0.515"));
    EXPECT_TRUE(line.values[1].part.detail.startsWith(QStringLiteral("2025—2026学年 小学 R2")));
    EXPECT_EQ(line.values[1].part.key, -1);
    EXPECT_FALSE(figure.lines[kR1].values[1].value);
    ASSERT_EQ(figure.levels.size(), 1U);
    EXPECT_EQ(figure.levels[0].value, 0.5);
    EXPECT_EQ(figure.levels[0].text, QStringLiteral("限值 0.50"));
}
