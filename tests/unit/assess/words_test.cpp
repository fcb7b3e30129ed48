// The words of resources and balance, why the whole fails, and how a coefficient came about. Figures by hand.

#include "indicator_fixture.h"

#include "assess/trace.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;

namespace {

constexpr const char16_t* kFirst = u"9900000001";
constexpr const char16_t* kSecond = u"9900000002";

// A primary school of 1000 that meets everything; `section` and `campus` override.
CountyBuilder& primary(CountyBuilder& county, const char16_t* code, Cells section = {}, Cells campus = {}) {
    return county.school(code, u"小学", {{u"school_name", code == kFirst ? u"柳溪小学" : u"松岗小学"}})
        .section(code, u"primary",
                 {{u"pupils", u"1000"},
                  {u"teachers_college", u"20"},
                  {u"teachers_bachelor", u"30"},
                  {u"teachers_master", u"0"},
                  {u"teachers_doctor", u"0"},
                  {u"backbone_teachers", u"10"},
                  {u"pe_teachers", u"5"},
                  {u"music_teachers", u"3"},
                  {u"fine_art_teachers", u"3"},
                  {u"other_art_teachers", u"0"}})
        .section(code, u"primary", section)
        .campus(code, u"",
                {{u"teaching_area", u"5000"},
                 {u"indoor_sports_area", u"0"},
                 {u"sports_ground_area", u"8000"},
                 {u"equipment_value", u"220"},
                 {u"multimedia_rooms", u"25"}})
        .campus(code, u"", campus);
}

// With the words of the first stage.
struct Judged {
    model::CountyYear year;
    Assessment assessment;

    explicit Judged(const CountyBuilder& county, const standard::Standard& standard = rulesOf())
        : year(county.build()), assessment(assess::assess(year, standard)), m_rules(&standard) {}

    [[nodiscard]] const StageAssessment& stage() const { return assessment.stages.at(0); }
    [[nodiscard]] QStringList figure(int section, int indicator) const {
        return traceOf(year, *m_rules, stage(), section, indicator).lines;
    }
    [[nodiscard]] QStringList coefficient(int indicator) const {
        return coefficientTraceOf(year, *m_rules, stage(), indicator).lines;
    }
    [[nodiscard]] QStringList reasons() const {
        QStringList sentences;
        for (const Reason& reason : reasonsOf(*m_rules, assessment))
            sentences << reason.id + QChar(u' ') + reason.sentence;
        return sentences;
    }

private:
    const standard::Standard* m_rules;
};

} // namespace

TEST(Words, VerdictsAndStatuses) {
    EXPECT_EQ(verdictWord(Verdict::Pass), QStringLiteral("达标"));
    EXPECT_EQ(verdictWord(Verdict::Fail), QStringLiteral("未达标"));
    EXPECT_EQ(verdictWord(Verdict::Missing), QStringLiteral("待填报"));
    EXPECT_EQ(verdictWord(BalanceStatus::Met), QStringLiteral("达标"));
    EXPECT_EQ(verdictWord(BalanceStatus::Unmet), QStringLiteral("未达标"));
    EXPECT_EQ(verdictWord(BalanceStatus::Missing), QStringLiteral("待填报"));
    EXPECT_EQ(statusWord(Status::Met), QStringLiteral("达标"));
    EXPECT_EQ(statusWord(Status::Floor), QStringLiteral("85%以上"));
    EXPECT_EQ(statusWord(Status::Below), QStringLiteral("低于85%"));
    EXPECT_EQ(statusWord(Status::Missing), QStringLiteral("待填报"));
}

TEST(Words, TheRemarkNamesOnlyWhatThereIs) {
    CountyBuilder county;
    primary(county, kFirst);
    primary(county, kSecond, {{u"backbone_teachers", u"9"}},
            {{u"multimedia_rooms", u""}, {u"equipment_value", u"150"}});
    const Judged judged(county);
    EXPECT_EQ(remarkOf(rulesOf(), judged.stage(), 0), QStringLiteral("达标7项"));
    EXPECT_EQ(remarkOf(rulesOf(), judged.stage(), 1), QStringLiteral("达标4项；85%以上：R2；低于85%：R6；待填报：R7"));
    const QStringList columns = QStringLiteral("L7 L8 L9 L10 L11 L12 L13").split(QChar(u' '));
    EXPECT_EQ(remarkOf(rulesOf(), judged.stage(), 1, columns),
              QStringLiteral("达标4项；85%以上：L8；低于85%：L12；待填报：L13"));
    EXPECT_EQ(verdictTraceOf(judged.year, rulesOf(), judged.stage(), 1).toString(),
              QStringLiteral("松岗小学 小学 · 综合评估\n"
                             "规则：至少 6 项达标，其余各项不低于标准的 85%。\n"
                             "R1 每百名学生拥有高于规定学历教师数：5.00 达标\n"
                             "R2 每百名学生拥有县级以上骨干教师数：0.90 85%以上\n"
                             "R3 每百名学生拥有体育、艺术（美术、音乐）专任教师数：1.10 达标\n"
                             "R4 生均教学及辅助用房面积：5.00 达标\n"
                             "R5 生均体育运动场馆面积：8.00 达标\n"
                             "R6 生均教学仪器设备值：1500.00 低于85%\n"
                             "R7 每百名学生拥有网络多媒体教室数：— 待填报\n"
                             "达标4项；85%以上：R2；低于85%：R6；待填报：R7：未达标"));
}

TEST(Words, WhatIsMissingIsNotPrinted) {
    CountyBuilder county;
    primary(county, kFirst, {{u"backbone_teachers", u""}});
    const Judged judged(county);
    EXPECT_EQ(printedValue(judged.year, rulesOf(), judged.stage(), 0, 1), QString());
    EXPECT_EQ(printedMean(judged.year, rulesOf(), judged.stage(), 1), QString());
    EXPECT_EQ(printedCoefficient(judged.stage().indicators[1].coefficient), QString());
    EXPECT_EQ(printedCoefficient(judged.stage().indicators[0].coefficient), QStringLiteral("0.000"));
    // A blank cell is missing, and no fault.
    EXPECT_TRUE(inputFaults(judged.year, rulesOf()).empty());
    EXPECT_EQ(printedLimit(rulesOf(), model::Stage::Primary), QStringLiteral("0.50"));
    EXPECT_EQ(printedLimit(rulesOf(), model::Stage::Junior), QStringLiteral("0.45"));
    const auto strict = ownRules(R"("balance":{"primary":"0.455","source":"6号"})");
    EXPECT_EQ(printedLimit(strict, model::Stage::Primary), QStringLiteral("0.455"));
}

// 90,448 x 100 of 8,999,801 pupils are 0.005 / 8,999,801 less than 1.005: 1.005 x 8,999,801 = 9,044,800.005.
TEST(Words, AMeanNextToATieIsPrintedExactly) {
    CountyBuilder county;
    primary(county, kFirst, {{u"pupils", u"8999801"}, {u"backbone_teachers", u"90448"}});
    const Judged judged(county);
    EXPECT_EQ(printedMean(judged.year, rulesOf(), judged.stage(), 1), QStringLiteral("1.00"));
}

// All of what R1 counts is not applicable, which cannot be.
TEST(Words, AFaultOfTheFirstIndicator) {
    CountyBuilder county;
    primary(county, kFirst,
            {{u"teachers_college", u"不适用"},
             {u"teachers_bachelor", u"不适用"},
             {u"teachers_master", u"不适用"},
             {u"teachers_doctor", u"不适用"}});
    const auto faults = inputFaults(Judged(county).year, rulesOf());
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults[0].cell.item->code, QStringLiteral("teachers_college"));
}

// Of a bureau's own floor. 9 of 10 backbone teachers are 90 %, 1900 of 2000 yuan 95 %.
TEST(Words, TheShareOfTheFloorIsThatOfTheStandard) {
    const standard::Standard own = ownRules(R"("floor":{"share":"0.925","source":"6号"})");
    EXPECT_EQ(floorPercent(own), QStringLiteral("92.5"));
    EXPECT_EQ(floorPercent(rulesOf()), QStringLiteral("85"));
    EXPECT_EQ(statusWord(own, Status::Met), QStringLiteral("达标"));
    EXPECT_EQ(statusWord(own, Status::Missing), QStringLiteral("待填报"));
    CountyBuilder county;
    primary(county, kFirst, {{u"backbone_teachers", u"9"}}, {{u"multimedia_rooms", u""}, {u"equipment_value", u"190"}});
    const Judged judged(county, own);
    EXPECT_EQ(remarkOf(own, judged.stage(), 0), QStringLiteral("达标4项；92.5%以上：R6；低于92.5%：R2；待填报：R7"));
    const QStringList verdict = verdictTraceOf(judged.year, own, judged.stage(), 0).lines;
    EXPECT_TRUE(verdict.contains(QStringLiteral("R2 每百名学生拥有县级以上骨干教师数：0.90 低于92.5%")));
    EXPECT_EQ(judged.figure(0, 1).value(3),
              QStringLiteral("0.9 < 92.5% 下限 0.925（标准 1 人/百生）：未达标，低于92.5%"));
    EXPECT_EQ(judged.figure(0, 5).value(3),
              QStringLiteral("1900 < 标准 2000 元/生，≥ 92.5% 下限 1850：未达标，92.5%以上"));
}

// 9 of 10 wanted are 90 %; 8 are below 85 %. The lines besides the derivation.
TEST(Words, AFigureIsToldWithItsLimit) {
    const auto told = [](const char16_t* backbone) {
        CountyBuilder county;
        primary(county, kFirst, {{u"backbone_teachers", backbone}});
        return Judged(county).figure(0, 1);
    };
    EXPECT_EQ(told(u"10"),
              (QStringList{
                  QStringLiteral("每百名学生拥有县级以上骨干教师数 = 小学县级及以上骨干教师数 × 100 ÷ 小学在校学生数"),
                  QStringLiteral("　= 10 × 100 ÷ 1000"), QStringLiteral("　= 1"),
                  QStringLiteral("1 ≥ 标准 1 人/百生：达标")}));
    EXPECT_EQ(told(u"9").value(3), QStringLiteral("0.9 < 标准 1 人/百生，≥ 85% 下限 0.85：未达标，85%以上"));
    EXPECT_EQ(told(u"8").value(3), QStringLiteral("0.8 < 85% 下限 0.85（标准 1 人/百生）：未达标，低于85%"));
}

// A school of one stage is not divided, and nothing is said of it.
TEST(Words, NoSplitIsToldOfOneStage) {
    CountyBuilder county;
    primary(county, kFirst);
    EXPECT_EQ(Judged(county).figure(0, 3).value(1), QStringLiteral("　= (5000 − 0) ÷ 1000"));
    EXPECT_EQ(Judged(county).figure(0, 3).size(), 4);
}

// 90 teachers of 2143 pupils: 4.19972 prints as 4.20.
TEST(Words, ABorderlineFigureIsTold) {
    CountyBuilder county;
    primary(county, kFirst, {{u"pupils", u"2143"}, {u"teachers_college", u"60"}});
    EXPECT_EQ(Judged(county).figure(0, 0).value(4), QStringLiteral("临界：表中印作 4.20，按未取整的数值判定。"));
    CountyBuilder clear;
    primary(clear, kFirst);
    EXPECT_EQ(Judged(clear).figure(0, 0).size(), 4);
}

// 60 pupils, one visiting teacher: 1.67; without it 0.
TEST(Words, ARelaxedFigureIsToldBothWays) {
    CountyBuilder county;
    primary(county, kFirst,
            {{u"pupils", u"60"},
             {u"pe_teachers", u"0"},
             {u"music_teachers", u"0"},
             {u"fine_art_teachers", u"0"},
             {u"visiting_pe_art_teachers", u"1"}});
    county.school(kFirst, u"小学", {{u"rural_small", u"是"}});
    const QStringList told = Judged(county).figure(0, 2);
    EXPECT_EQ(told.value(told.size() - 1),
              QStringLiteral("不适用放宽条件时：0 < 85% 下限 0.765（标准 0.9 人/百生）：未达标，低于85%"));
    EXPECT_TRUE(told.value(told.size() - 2).startsWith(QStringLiteral("适用放宽条件：")));
}

// R1 5 and 5, R2 1 and 3.5 a hundred: mean 2.25, deviation 1.25, coefficient 0.5556; each school half of it.
TEST(Words, ACoefficientOverItsLimit) {
    CountyBuilder county;
    primary(county, kFirst);
    primary(county, kSecond, {{u"backbone_teachers", u"35"}});
    const Judged judged(county);
    EXPECT_EQ(
        judged.coefficient(1),
        (QStringList{
            QStringLiteral("全县平均值 = 各校总量之和 ÷ 在校学生数之和 = 4500 ÷ 2000 = 2.25"),
            QStringLiteral("标准差 = √[Σ 学生数 × (学校值 − 平均值)² ÷ Σ 学生数] = 1.25（2 所，按在校学生数加权）"),
            QStringLiteral("差异系数 = 标准差 ÷ 平均值 = 0.555556"), QStringLiteral("> 限值 0.50：未达标"),
            QStringLiteral("　柳溪小学 小学：1.00，占差异的 50.0%"),
            QStringLiteral("　松岗小学 小学：3.50，占差异的 50.0%")}));
    // Equal schools have no difference, and nobody drives it.
    EXPECT_EQ(judged.coefficient(0).last(), QStringLiteral("≤ 限值 0.50：达标"));
    EXPECT_EQ(judged.stage().contributions(0), (std::vector<double>{0, 0}));
    EXPECT_EQ(judged.reasons(), QStringList{QStringLiteral("R2 小学“每百名学生拥有县级以上骨干教师数”差异系数未达标")});
}

// Pupils 1000, 1000, 1000, 1000 with 10, 10, 10 and 50 a thousand: mean 2; squares 1, 1, 1 and 9: 1/12 and 9/12. At
// most three schools are named, the largest part first.
TEST(Words, ThreeSchoolsThatDriveACoefficient) {
    CountyBuilder county;
    for (const auto& [code, teachers] : {std::pair(kFirst, u"10"), std::pair(u"9900000003", u"10"),
                                         std::pair(u"9900000004", u"10"), std::pair(kSecond, u"50")})
        primary(county, code, {{u"backbone_teachers", teachers}});
    const QStringList told = Judged(county).coefficient(1);
    ASSERT_EQ(told.size(), 7);
    EXPECT_TRUE(told.value(4).endsWith(QStringLiteral("5.00，占差异的 75.0%")));
    EXPECT_TRUE(told.value(5).endsWith(QStringLiteral("1.00，占差异的 8.3%")));
    EXPECT_TRUE(told.value(6).endsWith(QStringLiteral("1.00，占差异的 8.3%")));
}

// Only the section that lacks something is named. Two of 0 have a mean of 0 and no coefficient.
TEST(Words, ACoefficientThatIsMissing) {
    CountyBuilder county;
    primary(county, kFirst);
    primary(county, kSecond, {{u"backbone_teachers", u""}});
    EXPECT_EQ(Judged(county).coefficient(1), (QStringList{QStringLiteral("待填报，缺少："),
                                                          QStringLiteral("　○ 松岗小学 小学 县级及以上骨干教师数")}));
    CountyBuilder nothing;
    primary(nothing, kFirst, {{u"backbone_teachers", u"0"}});
    primary(nothing, kSecond, {{u"backbone_teachers", u"0"}});
    EXPECT_EQ(Judged(nothing).coefficient(1).last(), QStringLiteral("平均值为 0，差异系数无法计算：待填报"));
    EXPECT_EQ(printedMean(Judged(nothing).year, rulesOf(), Judged(nothing).stage(), 1), QStringLiteral("0.00"));
}

// 1 and 3.0004 a hundred: mean 2.0002, deviation 1.0002: 0.50005 prints as 0.500. By 10,000 and 30,004 of a million.
TEST(Words, ABorderlineCoefficientIsTold) {
    CountyBuilder county;
    primary(county, kFirst, {{u"pupils", u"1000000"}, {u"backbone_teachers", u"10000"}});
    primary(county, kSecond, {{u"pupils", u"1000000"}, {u"backbone_teachers", u"30004"}});
    EXPECT_EQ(Judged(county).coefficient(1).value(4), QStringLiteral("临界：表中印作 0.500，按未取整的数值判定。"));
}

// Two backbone teachers too few of 10 (80 %), and the second school's 9 alone would pass.
TEST(Reasons, ResourcesNameStageAndNumber) {
    CountyBuilder county;
    primary(county, kFirst, {{u"backbone_teachers", u"8"}});
    primary(county, kSecond, {{u"backbone_teachers", u"9"}});
    const auto reasons = reasonsOf(rulesOf(), Judged(county).assessment);
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].id, QStringLiteral("R"));
    EXPECT_EQ(reasons[0].stage, model::Stage::Primary);
    EXPECT_EQ(reasons[0].count, 1);
    EXPECT_EQ(reasons[0].verdict, Verdict::Fail);
    EXPECT_EQ(reasons[0].sentence, QStringLiteral("小学 1 个学校（学段）资源配置未达标"));
}

// R1 of 5 and 22 a hundred: mean 13.5, deviation 8.5. The first indicator is a reason like any other.
TEST(Reasons, NamesTheFirstCoefficient) {
    CountyBuilder county;
    primary(county, kFirst);
    primary(county, kSecond, {{u"teachers_bachelor", u"200"}});
    EXPECT_EQ(Judged(county).reasons(),
              QStringList{QStringLiteral("R1 小学“每百名学生拥有高于规定学历教师数”差异系数未达标")});
}

TEST(Reasons, WithoutDataEveryPartIsNamed) {
    const QStringList told = Judged(CountyBuilder()).reasons();
    EXPECT_EQ(told.value(0), QStringLiteral("V1 一票否决“以考试方式招生”待填报"));
    EXPECT_EQ(told.value(7), QStringLiteral("R 资源配置：没有可判定的指标"));
    EXPECT_EQ(told.value(8), QStringLiteral("G1 “学校规划布局”待填报"));
    EXPECT_EQ(told.last(), QStringLiteral("S1 社会认可度待填报"));
    EXPECT_EQ(told.size(), 7 + 1 + 15 + 9 + 1);
    for (const Reason& reason : reasonsOf(rulesOf(), Judged(CountyBuilder()).assessment))
        EXPECT_EQ(reason.count, 1);
}

// 是 for V2, and V1 not answered: of a fail only what fails.
TEST(Reasons, OfAFailOnlyWhatFails) {
    CountyBuilder county;
    county.row(model::Level::Veto, u"V2", {{u"veto_present", u"是"}});
    county.row(model::Level::Veto, u"V3", {{u"veto_present", u"否"}});
    conclude(county, u"G1", u"未达标");
    conclude(county, u"Q5", u"未达标");
    county.row(model::Level::Survey, u"家长",
               {{u"survey_issued", u"9"}, {u"survey_valid", u"9"}, {u"survey_satisfied", u"1"}});
    EXPECT_EQ(Judged(county).reasons(),
              (QStringList{QStringLiteral("V2 一票否决：存在违规择校行为"), QStringLiteral("G1 “学校规划布局”未达标"),
                           QStringLiteral("Q5 “信息化手段组织教学”未达标"), QStringLiteral("S1 社会认可度未达标")}));
}

TEST(Reasons, OfAPassNone) {
    Assessment assessment;
    assessment.verdicts.overall = Verdict::Pass;
    EXPECT_TRUE(reasonsOf(rulesOf(), assessment).empty());
}

// Only the vetoes that nobody has answered are missing.
TEST(Reasons, OfAMissingOnlyWhatIsMissing) {
    CountyBuilder county;
    county.row(model::Level::Veto, u"V1", {{u"veto_present", u"否"}});
    EXPECT_EQ(Judged(county).reasons().value(0), QStringLiteral("V2 一票否决“违规择校行为”待填报"));
}

// 基本均衡 knows neither vetoes nor government; its composite alone is tested.
TEST(Reasons, OfAStandardWithoutTheseParts) {
    const standard::Standard& basic = rulesOf(u"basic-2012");
    EXPECT_EQ(
        Judged(CountyBuilder(), basic).reasons(),
        (QStringList{QStringLiteral("V 一票否决：没有可判定的指标"), QStringLiteral("R 资源配置：没有可判定的指标"),
                     QStringLiteral("G 政府保障程度：没有可判定的指标"), QStringLiteral("Q 教育质量：没有可判定的指标"),
                     QStringLiteral("S1 社会认可度待填报")}));
    const auto without = ownRules(R"("approval":null)");
    EXPECT_EQ(Judged(CountyBuilder(), without).reasons().last(), QStringLiteral("S1 社会认可度：没有可判定的指标"));
    EXPECT_EQ(Judged(CountyBuilder(), without).assessment.verdicts.approval, Verdict::Missing);
    EXPECT_TRUE(obstaclesOf(CountyBuilder().build(), without, QStringLiteral("S1")).empty());
}

// A composite limit beside the single ones: seven coefficients of which one is 0.5556, so 0.0794 on average.
TEST(Reasons, NamesTheComposite) {
    CountyBuilder county;
    primary(county, kFirst);
    primary(county, kSecond, {{u"backbone_teachers", u"35"}});
    const auto composite = [](const char* limit) {
        return ownRules(QByteArray(R"("balance":{"composite":{"primary":")") + limit +
                        R"(","junior":"0.5"},"source":"6号"})");
    };
    EXPECT_EQ(Judged(county, composite("0.0793")).reasons().last(), QStringLiteral("composite 小学综合差异系数未达标"));
    EXPECT_EQ(Judged(county, composite("0.0794")).reasons().size(), 1); // 0.079365
}
