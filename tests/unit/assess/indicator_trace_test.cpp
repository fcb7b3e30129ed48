// How an indicator came about, line by line. Figures by hand.

#include "indicator_fixture.h"

#include "assess/trace.h"

using namespace junheng;
using namespace junheng::test;
using namespace junheng::assess;

namespace {

constexpr const char16_t* kCode = u"9900000001";

Trace traced(const CountyBuilder& county, const char16_t* indicator, const standard::Standard& rules = rulesOf(),
             const std::vector<PriorYear>& priorYears = {}) {
    const model::CountyYear year = county.build();
    return indicatorTraceOf(year, rules, assess::assess(year, rules, priorYears), QString::fromUtf16(indicator),
                            priorYears);
}

std::string text(const Trace& trace) {
    return trace.toString().toStdString();
}

CountyBuilder rotation(const char16_t* eligible, const char16_t* actual, const char16_t* backbone) {
    CountyBuilder county;
    county.county({{u"rotation_eligible", eligible}, {u"rotation_actual", actual}, {u"rotation_backbone", backbone}});
    return county;
}

CountyBuilder survey(const char16_t* valid, const char16_t* satisfied) {
    CountyBuilder county;
    county.row(model::Level::Survey, u"家长",
               {{u"survey_issued", u"60"}, {u"survey_valid", valid}, {u"survey_satisfied", satisfied}});
    return county;
}

} // namespace

// 20 of 200 and 5 of 20: the whole of a trace. Both bounds are included.
TEST(IndicatorTrace, OfARatioThatIsMet) {
    EXPECT_EQ(text(traced(rotation(u"200", u"20", u"5"), u"G11")),
              "G11 教师交流轮岗\n"
              "全县每年交流轮岗教师的比例不低于符合交流条件教师总数的10%；其中，骨干教师不低于交流轮岗教师总数的20%\n"
              "交流轮岗教师占符合交流条件教师总数的比例 = 实际交流轮岗教师数 ÷ 符合交流条件教师总数\n"
              "　= 20 ÷ 200\n"
              "　= 10%\n"
              "要求 ≥ 10%：达标\n"
              "骨干教师占交流轮岗教师总数的比例 = 其中交流轮岗骨干教师数 ÷ 实际交流轮岗教师数\n"
              "　= 5 ÷ 20\n"
              "　= 25%\n"
              "要求 ≥ 20%：达标\n"
              "达标");
}

TEST(IndicatorTrace, TellsTheSignOfEveryBound) {
    const auto sign = [](const char* bound) {
        const auto rules = ownRules(QByteArray(R"("government":{"G11":{"parts":{"rotation_ratio":{"at_least":null,)") +
                                    bound + R"(:"0.10"}},"source":"6号"}})");
        return traced(rotation(u"200", u"20", u"5"), u"G11", rules).lines.value(4).toStdString();
    };
    EXPECT_EQ(sign("\"at_most\""), "要求 ≤ 10%：达标"); // exactly 10 %
    EXPECT_EQ(sign("\"above\""), "要求 > 10%：未达标");
    EXPECT_EQ(sign("\"below\""), "要求 < 10%：未达标");
}

// 1999 of 20000 = 9.995 % prints as 10.0 %.
TEST(IndicatorTrace, TellsThatPrintAndVerdictDiffer) {
    const Trace trace = traced(rotation(u"20000", u"1999", u"1000"), u"G11");
    EXPECT_EQ(trace.lines.last(), QStringLiteral("临界：按表中印出的数值会得出另一种结论，按未取整的数值判定。"));
    EXPECT_FALSE(text(traced(rotation(u"200", u"20", u"5"), u"G11")).contains("临界"));
}

// Both sums are of what the sections have; (100 + 92) graduates, less 4 that came, in place of one that left.
TEST(IndicatorTrace, OfADifferenceOverSections) {
    CountyBuilder county;
    for (const auto& [code, graduates] : {std::pair(u"9900000001", u"100"), std::pair(u"9900000002", u"92")})
        county.school(code, u"初级中学")
            .section(code, u"junior",
                     {{u"pupils", u"300"},
                      {u"graduates", graduates},
                      {u"entrants", u"100"},
                      {u"transferred_in", u"2"},
                      {u"transferred_out", u"1"},
                      {u"deaths", u"0"}});
    const Trace trace = traced(county, u"Q1");
    EXPECT_EQ(trace.lines.value(1),
              QStringLiteral("初中三年巩固率 = (Σ本届初中毕业生数 + Σ该届三年转出学生数 − Σ该届三年转入学生数) ÷ "
                             "(Σ该届三年前初一在校生数 − Σ该届三年死亡学生数)"));
    EXPECT_EQ(trace.lines.value(2), QStringLiteral("　= (192 + 2 − 4) ÷ (200 − 0)"));
    EXPECT_EQ(trace.lines.value(3), QStringLiteral("　= 95%"));
    ASSERT_EQ(trace.formulas.size(), 1U);
    EXPECT_EQ(trace.formulas[0].expression.value(), base::Rational(19, 20));
    EXPECT_EQ(trace.cells.size(), 10U); // five items of two sections
}

// What is not applicable is no cell of the formula and counts as 0.
TEST(IndicatorTrace, OfAnAddendThatIsNotApplicable) {
    CountyBuilder county;
    county.county({{u"migrant_eligible", u"100"}, {u"migrant_public", u"80"}, {u"migrant_purchased", u"不适用"}});
    const Trace trace = traced(county, u"G15");
    EXPECT_EQ(trace.lines.value(2), QStringLiteral("　= (80 + 0) ÷ 100"));
    ASSERT_EQ(trace.formulas.size(), 1U);
    EXPECT_EQ(trace.formulas[0].expression.numbersText(), QStringLiteral("80 ÷ 100"));
    EXPECT_TRUE(text(trace).contains("自评结论：待填报"));
}

TEST(IndicatorTrace, OfASectionThatIsNotApplicable) {
    CountyBuilder county;
    for (const auto& [code, teachers] : {std::pair(kCode, u"20"), std::pair(u"9900000002", u"不适用")})
        county.school(code, u"小学")
            .section(code, u"primary", {{u"pupils", u"300"}, {u"teachers", teachers}, {u"trained_teachers", teachers}});
    const Trace trace = traced(county, u"G9");
    EXPECT_EQ(trace.lines.value(2), QStringLiteral("　= 20 ÷ 20"));
    EXPECT_EQ(trace.cells.size(), 2U);
}

// The share of the rural schools is shown, not tested. The sums of the 小学 stand under its own name.
TEST(IndicatorTrace, OfPartsWithoutALimitAndOfStages) {
    CountyBuilder quotas;
    quotas.county({{u"quota_total", u"1000"}, {u"quota_allocated", u"500"}, {u"quota_rural", u"200"}});
    const Trace trace = traced(quotas, u"G14");
    EXPECT_EQ(trace.lines.value(7), QStringLiteral("　= 40%"));
    EXPECT_EQ(trace.lines.value(8), QStringLiteral("自评结论：待填报"));
    CountyBuilder zone;
    zone.school(kCode, u"九年一贯制学校", {{u"sponsor", u"县级教育部门"}, {u"locality", u"城区"}, {u"boarding", u"否"}})
        .section(kCode, u"primary", {{u"pupils", u"1000"}, {u"in_zone_pupils", u"999"}})
        .section(kCode, u"junior", {{u"pupils", u"500"}, {u"in_zone_pupils", u"490"}});
    const std::string told = text(traced(zone, u"G13"));
    EXPECT_TRUE(told.contains("　= 999 ÷ 1000")) << told;
    EXPECT_TRUE(told.contains("　= 490 ÷ 500")) << told;
}

TEST(IndicatorTrace, OfSalaries) {
    const auto salaries = [](const char16_t* teachers, const char16_t* servants) {
        CountyBuilder county;
        county.county({{u"teacher_salary", teachers}, {u"civil_servant_salary", servants}});
        return traced(county, u"G8");
    };
    const Trace less = salaries(u"97999.5", u"98000");
    EXPECT_EQ(less.lines.value(1), QStringLiteral("教师年平均工资收入 = 98000"));
    EXPECT_EQ(less.lines.value(2), QStringLiteral("当地公务员年平均工资收入 = 98000"));
    EXPECT_EQ(less.lines.value(3), QStringLiteral("97999.5 < 98000"));
    EXPECT_EQ(less.formulas.size(), 2U);
    EXPECT_EQ(less.formulas[1].figure, QStringLiteral("civil_servant_salary"));
    EXPECT_EQ(less.cells.size(), 2U);
    EXPECT_EQ(salaries(u"98000", u"98000").lines.value(3), QStringLiteral("98000 ≥ 98000"));
    EXPECT_TRUE(salaries(u"98000", u"").formulas.empty());
    EXPECT_TRUE(salaries(u"", u"98000").formulas.empty());
}

// The school that passes by a relaxation only is told below the figures, and what it would be without.
TEST(IndicatorTrace, OfARelaxation) {
    CountyBuilder county;
    county.school(kCode, u"小学", {{u"school_name", u"柳溪小学"}, {u"built_year", u"2006"}})
        .section(kCode, u"primary", {{u"pupils", u"2150"}});
    const Trace trace = traced(county, u"G4");
    EXPECT_EQ(trace.lines.value(1), QStringLiteral("超过2000人的学校数：小学 = 1"));
    EXPECT_TRUE(
        trace.lines.value(5).startsWith(QStringLiteral("　柳溪小学：义务教育阶段在校学生数 2150，限值 2400，达标")));
    EXPECT_EQ(trace.lines.value(6), QStringLiteral("达标"));
    EXPECT_EQ(trace.lines.value(7), QStringLiteral("不适用放宽条件时：未达标"));
    EXPECT_EQ(trace.lines.size(), 8);
}

// What the county lacks is told; what a school lacks stands with the school.
TEST(IndicatorTrace, OfSchoolsThatAreTooLarge) {
    CountyBuilder county;
    county.school(kCode, u"小学").section(kCode, u"primary", {{u"pupils", u"2150"}});
    EXPECT_FALSE(text(traced(county, u"G4")).contains("超出"));
}

TEST(IndicatorTrace, TellsTheRuleOfEveryKind) {
    EXPECT_TRUE(text(traced(CountyBuilder(), u"G3"))
                    .contains("应配备间数 = 义务教育阶段班级数 ÷ 12，不足 12 个班的按 12 个班计；音乐、美术分别判定"));
    EXPECT_TRUE(text(traced(CountyBuilder(), u"G6")).contains("应有公用经费 = 100 × 生均公用经费基准定额"));
    EXPECT_TRUE(text(traced(CountyBuilder(), u"G7")).contains("限值：不低于 6000 元"));
    EXPECT_TRUE(text(traced(CountyBuilder(), u"Q9")).contains("要求：Ⅲ级以上，校际差异率 < 0.15"));
    EXPECT_TRUE(
        text(traced(CountyBuilder(), u"E2")).contains("要求：前 3 年各项指标达标，综合差异系数小学 ≤ 0.6，初中 ≤ 0.5"));
}

// 84 of 100 wants one more; 1.5‰ of 200,000 are 300.
TEST(IndicatorTrace, OfTheApproval) {
    CountyBuilder county = survey(u"100", u"84");
    county.county({{u"population", u"20"}});
    EXPECT_EQ(text(traced(county, u"S1")), "S1 社会认可度\n"
                                           "县域义务教育学校社会认可度达到85%以上\n"
                                           "问卷 60 份，有效 100 份，满意 84 份，满意度 84.0%\n"
                                           "满意度 = 满意问卷数 ÷ 回收有效问卷数 = 84 ÷ 100 = 84%，要求 ≥ 85%\n"
                                           "按常住人口应发问卷不少于 300 份\n"
                                           "家长问卷占 100.0%（原则上不低于 50%）\n"
                                           "还差 1 份满意问卷\n"
                                           "未达标");
    // 100, 60 and 40 of 200, in the order in which the letter of the survey and the dictionary name them.
    county.row(model::Level::Survey, u"教师", {{u"survey_valid", u"40"}, {u"survey_satisfied", u"40"}});
    county.row(model::Level::Survey, u"学生", {{u"survey_valid", u"60"}, {u"survey_satisfied", u"50"}});
    EXPECT_TRUE(text(traced(county, u"S1"))
                    .contains("家长问卷占 50.0%（原则上不低于 50%）\n"
                              "其他各类占有效问卷：学生 30.0%、教师 20.0%（数量应大体相当）\n"));
    EXPECT_EQ(traced(survey(u"100", u"85"), u"S1").lines.last(), QStringLiteral("达标"));
    // 1699 of 2000 = 84.95 % prints as 85.0.
    EXPECT_TRUE(traced(survey(u"2000", u"1699"), u"S1").lines.last().startsWith(QStringLiteral("临界")));
    EXPECT_EQ(traced(survey(u"100", u""), u"S1").obstacles.size(), 1U);
    // A standard may ask for none.
    EXPECT_TRUE(traced(CountyBuilder(), u"S1", ownRules(R"("approval":null)")).lines.isEmpty());
}

// 教督〔2012〕3号 asks how many of the questionnaires come back; how many went out must be known for it.
TEST(IndicatorTrace, OfAnApprovalThatCountsWhatComesBack) {
    const auto rules = ownRules(R"("approval":{"sample":{"valid_share":"0.7"},"source":"6号"})");
    CountyBuilder county;
    county.row(model::Level::Survey, u"家长", {{u"survey_valid", u"100"}, {u"survey_satisfied", u"90"}});
    EXPECT_FALSE(text(traced(county, u"S1", rules)).contains("有效问卷回收率"));
    county.row(model::Level::Survey, u"家长", {{u"survey_issued", u"125"}});
    EXPECT_TRUE(text(traced(county, u"S1", rules)).contains("有效问卷回收率 80.0%（不低于 70%）"));
    county.row(model::Level::Survey, u"家长", {{u"survey_issued", u"0"}});
    EXPECT_FALSE(text(traced(county, u"S1", rules)).contains("有效问卷回收率"));
}

// 新疆: 农村小学和教学点, not 民办.
TEST(IndicatorTrace, TellsWhichSchoolsAreAsked) {
    EXPECT_TRUE(text(traced(CountyBuilder(), u"G6", rulesOf(u"xinjiang-2021")))
                    .contains("适用的学校：镇区、乡村的学校，不含民办"));
    EXPECT_FALSE(text(traced(CountyBuilder(), u"G6")).contains("适用的学校"));
}

TEST(IndicatorTrace, OfAVeto) {
    const auto veto = [](const char16_t* answer) {
        CountyBuilder county;
        county.row(model::Level::Veto, u"V3", {{u"veto_present", answer}});
        return text(traced(county, u"V3"));
    };
    EXPECT_EQ(veto(u"是"), "V3 重点学校或重点班\n存在重点学校或重点班\n存在：一票否决");
    EXPECT_EQ(veto(u"否"), "V3 重点学校或重点班\n存在重点学校或重点班\n不存在");
    EXPECT_EQ(veto(u""), "V3 重点学校或重点班\n存在重点学校或重点班\n待填报\n待填报，缺少：\n　○ V3 是否存在");
}

// What the answer leans on stands beside it and decides nothing: 1200 posts of which 1180 are filled.
TEST(IndicatorTrace, OfAVetoWithFigures) {
    const auto posts = [](Cells cells) {
        CountyBuilder county;
        county.row(model::Level::Veto, u"V4", {{u"veto_present", u"否"}}).county(cells);
        return text(traced(county, u"V4"));
    };
    const std::string head = "V4 有编不补或长期聘用编外教师\n存在“有编不补”或长期聘用编外教师的情况\n不存在";
    EXPECT_EQ(posts({}), head);
    EXPECT_EQ(posts({{u"posts_approved", u"1200"}, {u"posts_filled", u"1180"}, {u"teachers_temporary", u"12"}}),
              head + "\n旁列的数据（不判定）：核定教职工编制 1200 名、在编教职工 1180 人、空编 20 名、"
                     "代课及编外教师 12 人");
    EXPECT_EQ(posts({{u"posts_approved", u"1200"}, {u"posts_filled", u"不适用"}}),
              head + "\n旁列的数据（不判定）：核定教职工编制 1200 名");
}
