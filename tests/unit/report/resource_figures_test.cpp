// The figures of 资源配置 as values, over the golden county N10. Of it, by hand: 小学 P1, P2, T1, N1 with R2 = 11/900,
// 2/300, 1/60, 5/400; only P2's is below the threshold of 1 a hundred pupils, and below 0.85. 初中 J1, N1, W1: N1 has
// R4 3800 x 1.1 / 730 = 5.73 of 5.8, R5 9.64 of 10.2 and R6 2410.96 of 2500, all above 85 %; W1 has R7 32 x 1.1 / 1474
// x 100 = 2.388 of 2.4.
#include "report/charts/resource_figures.h"

#include "county_builder.h"
#include "standard/library.h"

#include <gtest/gtest.h>

namespace junheng::report {

using document::FigureLevel;
using document::HeatMap;
using document::Mark;
using document::RankedBars;

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kR2 = 1;
constexpr int kR4 = 3;
constexpr int kR7 = 6;

class ResourceFigures : public testing::Test {
protected:
    [[nodiscard]] const assess::StageAssessment& primary() const { return m_assessment.stages.front(); }
    [[nodiscard]] const assess::StageAssessment& junior() const { return m_assessment.stages.back(); }

    standard::Standard m_standard = standard::loadStandard(u"national-2017"_s).value();
    model::CountyYear m_year = report_test::n10();
    assess::Assessment m_assessment = assess::assess(m_year, m_standard);
};

// A bureau's own, which asks of every figure at least 90 % of its threshold.
standard::Standard strictStandard() {
    return standard::parseStandard(R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},)"
                                   R"("floor":{"share":"0.9","source":"6号"}})",
                                   u"own.json"_s)
        .value();
}

} // namespace

// P2's R2 of 0.67 is below either floor.
TEST_F(ResourceFigures, TheFloorIsCalledAfterItsShare) {
    const std::vector<StageSections> shown{{.stage = &primary(), .sections = {1}}};
    EXPECT_EQ(resourceHeatMap(m_year, m_standard, shown).legend,
              (QStringList{u"达标"_s, u"85%以上"_s, u"低于85%"_s, u"待填报"_s}));
    m_standard = strictStandard();
    m_assessment = assess::assess(m_year, m_standard);
    const std::vector<StageSections> strict{{.stage = &primary(), .sections = {1}}};
    const HeatMap map = resourceHeatMap(m_year, m_standard, strict);
    EXPECT_EQ(map.legend, (QStringList{u"达标"_s, u"90%以上"_s, u"低于90%"_s, u"待填报"_s}));
    EXPECT_TRUE(map.groups[0].rows[0].cells[kR2].detail.endsWith(u"标准 1，低于90%"_s));
    const RankedBars bars = rankedValues(m_year, m_standard, strict.front(), kR2);
    EXPECT_EQ(bars.legend, map.legend);
    EXPECT_EQ(bars.levels[1].text, u"标准的 90%：0.9"_s);
}

TEST_F(ResourceFigures, TheHeatMapKeepsTheOrderAndCountsItsKeys) {
    const std::vector<StageSections> shown{{.stage = &primary(), .sections = {1, 0}},
                                           {.stage = &junior(), .sections = {1}}};
    const HeatMap map = resourceHeatMap(m_year, m_standard, shown);
    ASSERT_EQ(map.columns.size(), 7);
    EXPECT_EQ(map.columns[kR4], u"R4\n教学用房"_s);
    ASSERT_EQ(map.groups.size(), 2U);
    EXPECT_EQ(map.groups[0].title, u"小学（2 所）"_s);
    ASSERT_EQ(map.groups[0].rows.size(), 2U);
    const HeatMap::Row& failing = map.groups[0].rows[0];
    EXPECT_EQ(failing.part.label, u"P2"_s);
    EXPECT_EQ(failing.part.key, 0);
    EXPECT_EQ(failing.part.mark, Mark::Failing);
    EXPECT_EQ(failing.cells[kR2].key, 2);
    EXPECT_EQ(failing.cells[kR2].mark, Mark::Failing);
    EXPECT_EQ(failing.cells[kR2].text, u"0.67"_s);
    EXPECT_TRUE(failing.cells[kR2].detail.endsWith(u"标准 1，低于85%"_s)) << qPrintable(failing.cells[kR2].detail);
    EXPECT_EQ(failing.cells[kR4].mark, Mark::None);
    EXPECT_EQ(map.groups[0].rows[1].part.label, u"P1"_s);
    EXPECT_EQ(map.groups[0].rows[1].part.key, 8);
    const HeatMap::Row& floor = map.groups[1].rows[0];
    EXPECT_EQ(floor.part.key, 16);
    EXPECT_EQ(floor.cells[kR4].mark, Mark::Floor);
    EXPECT_EQ(floor.cells[kR4].text, u"5.73"_s);
    EXPECT_EQ(floor.cells[kR7].key, 23);
}

TEST_F(ResourceFigures, ShortfallsAreThoseThatMissSomething) {
    const std::vector<HeatMap> maps = shortfallHeatMaps(m_year, m_standard, m_assessment);
    ASSERT_EQ(maps.size(), 2U);
    ASSERT_EQ(maps[0].groups.at(0).rows.size(), 1U);
    EXPECT_EQ(maps[0].groups[0].rows[0].part.label, u"P2"_s);
    ASSERT_EQ(maps[1].groups.at(0).rows.size(), 2U);
    EXPECT_EQ(maps[1].groups[0].rows[0].part.label, u"N1"_s);
    EXPECT_EQ(maps[1].groups[0].rows[1].part.label, u"W1"_s);
    EXPECT_EQ(maps[1].groups[0].rows[1].cells[kR7].mark, Mark::Floor);
    EXPECT_EQ(maps[1].groups[0].rows[1].cells[kR7].key, -1);
    EXPECT_TRUE(maps[1].note.isEmpty());
}

// 80 schools of which nothing is known; the first has one 骨干教师 more than none, which meets R2.
TEST_F(ResourceFigures, ManyShortfallsStayOnTwoPagesTheWorstFirst) {
    report_test::CountyBuilder builder(u"大县"_s, 2025);
    builder.school(u"S1"_s, u"小学"_s)
        .section(model::Stage::Primary, {{u"pupils", u"100"_s}, {u"backbone_teachers", u"1"_s}});
    for (int school = 2; school <= 80; ++school)
        builder.school(u"S%1"_s.arg(school), u"小学"_s).section(model::Stage::Primary, {{u"pupils", u"100"_s}});
    const model::CountyYear& year = builder.year();
    const std::vector<HeatMap> maps = shortfallHeatMaps(year, m_standard, assess::assess(year, m_standard));
    ASSERT_EQ(maps.size(), 2U);
    EXPECT_EQ(maps[0].groups.at(0).rows.size(), 36U);
    EXPECT_EQ(maps[0].groups[0].rows[0].part.label, u"S2"_s);
    EXPECT_TRUE(maps[0].note.isEmpty());
    EXPECT_EQ(maps[1].groups.at(0).rows.size(), 36U);
    EXPECT_EQ(maps[1].groups[0].rows.back().part.label, u"S73"_s);
    EXPECT_EQ(maps[1].title, maps[0].title + u"（续）"_s);
    EXPECT_EQ(maps[1].note, u"只画出达标项数最少的 72 所，另有 8 所见表Ⅱ-2。"_s);
}

// County: 19 of 1660 pupils.
TEST_F(ResourceFigures, RankedFromTheLowestWithItsLevels) {
    const RankedBars figure = rankedValues(m_year, m_standard, {.stage = &primary(), .sections = {3, 2, 1, 0}}, kR2);
    ASSERT_EQ(figure.bars.size(), 4U);
    const int keys[] = {1, 0, 3, 2};
    const double values[] = {200.0 / 300, 1100.0 / 900, 500.0 / 400, 100.0 / 60};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(figure.bars[i].part.key, keys[i]);
        EXPECT_NEAR(figure.bars[i].value.value(), values[i], 1e-12);
        EXPECT_EQ(figure.bars[i].part.mark, i == 0 ? Mark::Failing : Mark::None);
    }
    ASSERT_EQ(figure.levels.size(), 3U);
    EXPECT_EQ(figure.levels[0].value, 1);
    EXPECT_EQ(figure.levels[0].text, u"标准 1"_s);
    EXPECT_EQ(figure.levels[1].value, 0.85);
    EXPECT_EQ(figure.levels[1].text, u"标准的 85%：0.85"_s);
    EXPECT_EQ(figure.levels[1].kind, FigureLevel::Kind::Floor);
    EXPECT_NEAR(figure.levels[2].value, 1900.0 / 1660, 1e-12);
    EXPECT_EQ(figure.levels[2].text, u"全县平均值 1.14"_s);
    EXPECT_TRUE(figure.note.isEmpty());
}

TEST_F(ResourceFigures, WhatIsMissingIsCountedNotRanked) {
    report_test::CountyBuilder builder(u"缺县"_s, 2025);
    builder.school(u"S1"_s, u"小学"_s)
        .section(model::Stage::Primary, {{u"pupils", u"100"_s}, {u"backbone_teachers", u"1"_s}})
        .school(u"S2"_s, u"小学"_s)
        .section(model::Stage::Primary, {{u"pupils", u"100"_s}});
    const assess::Assessment assessment = assess::assess(builder.year(), m_standard);
    const RankedBars figure =
        rankedValues(builder.year(), m_standard, {.stage = &assessment.stages.front(), .sections = {0, 1}}, kR2);
    ASSERT_EQ(figure.bars.size(), 1U);
    EXPECT_EQ(figure.bars[0].part.label, u"S1"_s);
    EXPECT_EQ(figure.levels.size(), 2U); // no mean
    EXPECT_EQ(figure.note, u"1 所待填报，没有画出"_s);
}

} // namespace junheng::report
