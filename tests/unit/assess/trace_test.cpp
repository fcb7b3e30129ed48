#include "assess/trace.h"

#include "standard/library.h"
#include "support/county_builder.h"

using namespace junheng;
using namespace junheng::assess;
using test::CountyBuilder;

namespace {

const standard::Standard& national() {
    static const standard::Standard rules = standard::loadStandard(standard::defaultStandardId()).value();
    return rules;
}

// Golden N10, the nine-year school N1 and the primary school P2, area and rooms only.
model::CountyYear county() {
    CountyBuilder builder;
    builder.school(u"9900000001", u"小学", {{u"school_name", u"柳溪小学"}})
        .section(u"9900000001", u"primary", {{u"pupils", u"300"}, {u"backbone_teachers", u"2"}})
        .campus(u"9900000001", u"", {{u"teaching_area", u"1530"}, {u"indoor_sports_area", u"0"}});
    builder.school(u"9900000002", u"九年一贯制学校", {{u"school_name", u"松岗学校"}})
        .section(u"9900000002", u"primary", {{u"pupils", u"400"}, {u"backbone_teachers", u"5"}})
        .section(u"9900000002", u"junior", {{u"pupils", u"300"}, {u"backbone_teachers", u"4"}})
        .campus(u"9900000002", u"", {{u"teaching_area", u"4300"}, {u"indoor_sports_area", u"500"}});
    return builder.build();
}

} // namespace

TEST(Trace, PrintsTheFormulaWithItsNumbers) {
    const auto year = county();
    const Assessment assessment = assess::assess(year, national());
    const Trace trace = traceOf(year, national(), assessment.stages.at(0), 0, 1);
    EXPECT_EQ(trace.title, QStringLiteral("柳溪小学 小学 · R2 每百名学生拥有县级以上骨干教师数"));
    const QString text = trace.toString();
    EXPECT_TRUE(text.contains(QStringLiteral("2 × 100 ÷ 300"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("= 0.666667"))) << text.toStdString(); // golden N10: P2 L2 0.666667
    EXPECT_TRUE(text.contains(QStringLiteral("85% 下限 0.85"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("低于85%"))) << text.toStdString();
    EXPECT_EQ(trace.cells.size(), 2U);
}

// Golden N10: N1 小学 L4 5.205479, with the net area of 3800.
// 30 computers for 300 pupils are 10 for each 100; no school's figure is judged.
TEST(Trace, AFigureWithoutAThresholdIsNotJudged) {
    const standard::Standard rules = standard::loadStandard(QStringLiteral("urumqi-county-2022")).value();
    const auto year = CountyBuilder()
                          .school(u"9900000001", u"小学", {{u"school_name", u"柳溪小学"}})
                          .section(u"9900000001", u"primary", {{u"pupils", u"300"}})
                          .campus(u"9900000001", u"", {{u"computers", u"30"}})
                          .build();
    const Assessment assessment = assess::assess(year, rules);
    const QString text = traceOf(year, rules, assessment.stages.at(0), 0, 7).toString();
    EXPECT_TRUE(text.contains(QStringLiteral("30 × 100 ÷ 300"))) << text.toStdString();
    EXPECT_TRUE(text.endsWith(QStringLiteral("= 10"))) << text.toStdString();
    EXPECT_FALSE(text.contains(QStringLiteral("标准"))) << text.toStdString();
}

TEST(Trace, PrintsTheSplit) {
    const auto year = county();
    const Assessment assessment = assess::assess(year, national());
    const QString text = traceOf(year, national(), assessment.stages.at(0), 1, 3).toString();
    EXPECT_TRUE(text.contains(QStringLiteral("(4300 − 500) × (400 × 1 ÷ (400 × 1 + 300 × 1.1)) ÷ 400")))
        << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("5.205479"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("1 : 1.1 : 1.32"))) << text.toStdString();
}

TEST(Trace, NamesTheCellsThatAreMissing) {
    const auto year = county();
    const Assessment assessment = assess::assess(year, national());
    const Trace trace = traceOf(year, national(), assessment.stages.at(0), 0, 5);
    EXPECT_TRUE(trace.toString().contains(QStringLiteral("柳溪小学 本部 教学仪器设备资产值")))
        << trace.toString().toStdString();
    ASSERT_EQ(trace.obstacles.size(), 1U);
    const Trace coefficient = coefficientTraceOf(year, national(), assessment.stages.at(0), 5);
    EXPECT_EQ(coefficient.obstacles.size(), 2U);
}

// R2 of 300 and 400 pupils: 7 / 700 per pupil, mean 1; (300 (2/3 - 1)^2 + 400 (5/4 - 1)^2) / 700 = (100/3 + 25) / 700 =
// 1/12; coefficient sqrt(1/12) = 0.288675. Contributions: 33.333 and 25 of 58.333 = 57.1 % and 42.9 %.
TEST(Trace, DerivesACoefficientAndWhoDrivesIt) {
    const auto year = county();
    const Assessment assessment = assess::assess(year, national());
    const QString text = coefficientTraceOf(year, national(), assessment.stages.at(0), 1).toString();
    EXPECT_TRUE(text.contains(QStringLiteral("700 ÷ 700 = 1"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("0.288675"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("限值 0.50"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("57.1%"))) << text.toStdString();
}

TEST(Trace, ExplainsTheSixOfSevenRule) {
    const auto year = county();
    const Assessment assessment = assess::assess(year, national());
    const QString text = verdictTraceOf(year, national(), assessment.stages.at(0), 0).toString();
    EXPECT_TRUE(text.contains(QStringLiteral("至少 6 项"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("低于85%：R2"))) << text.toStdString();
}
