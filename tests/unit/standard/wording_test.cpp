// The wording, dates and figures of the standards, each as its text has it.

#include "standard/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

using namespace junheng;
using namespace junheng::standard;

namespace {

const Standard& rulesOf(const char* id) {
    static std::map<std::string, Standard> loaded;
    if (!loaded.contains(id))
        loaded.emplace(id, loadStandard(QLatin1StringView(id)).value());
    return loaded.at(id);
}

std::string titleOf(const char* standard, const char* id) {
    return rulesOf(standard).titleOf(QLatin1StringView(id)).toStdString();
}

} // namespace

// 表Ⅳ 6 of the national form; the 2017 wording stays where a region quotes it (中卫, and 农村… in 新疆).
TEST(Wording, G6IsThatOfTheProcedure) {
    EXPECT_EQ(titleOf("national-2017", "G6"),
              "不足100人的规模较小学校（包括乡镇中心校附设的村小）按不低于100人核定公用经费");
    EXPECT_EQ(titleOf("ningxia-2017", "G6"), "不足100名学生村小学和教学点按100名学生核定公用经费");
    EXPECT_EQ(titleOf("xinjiang-2021", "G6"), "不足100名学生的农村小学和教学点按100名学生核定公用经费");
    const auto schoolsOf = [](const char* id) {
        const auto& rule = std::get<SmallSchoolFundsRule>(rulesOf(id).findIndicator(QStringLiteral("G6"))->rule);
        return selectionWords(rule.schools).toStdString();
    };
    EXPECT_EQ(schoolsOf("national-2017"), "");
    EXPECT_EQ(schoolsOf("liaoning-shenyang"), "");
    for (const char* id : {"ningxia-2017", "xinjiang-2021", "xinjiang-2024", "hutubi-2022", "changji-2022"})
        EXPECT_EQ(schoolsOf(id), "镇区、乡村的学校，不含民办") << id;
}

// 表Ⅰ L16 and note 1 of 表Ⅱ-2 of the form: "50人及以上教学点".
TEST(Wording, TheScopeOfPointsIsOfTheForm) {
    const Standard& rules = rulesOf("national-2017");
    const Exclusion& points = rules.exclusions.front();
    EXPECT_EQ(points.compulsoryBelow, 50);
    const Source* source = rules.findSource(points.source);
    ASSERT_NE(source, nullptr);
    EXPECT_TRUE(source->title.contains(QStringLiteral("申报表")) && source->title.contains(QStringLiteral("表Ⅱ-2")))
        << source->title.toStdString();
}

// 甘肃's 公众满意度调查方案, which quotes 教督〔2012〕3号: 1.5‰, 600 below 400,000 inhabitants, 70 % valid.
TEST(Wording, TheSampleOfBasic2012) {
    const Approval& approval = *rulesOf("basic-2012").approval;
    EXPECT_EQ(approval.requiredSample(200000), 600);
    EXPECT_EQ(approval.requiredSample(400000), 600);
    EXPECT_EQ(approval.requiredSample(400100), 601); // 600.15
    EXPECT_EQ(approval.requiredSample(1000000), 1500);
    EXPECT_EQ(approval.validShare->text.toString(), QStringLiteral("0.7"));
    // The letter of 2024 knows neither.
    EXPECT_EQ(rulesOf("national-2017").approval->requiredSample(200000), 300);
    EXPECT_FALSE(rulesOf("national-2017").approval->validShare);
}

// The transcript of 沈阳's form.
TEST(Wording, Shenyang) {
    EXPECT_EQ(titleOf("liaoning-shenyang", "G2"),
              "县域内城乡义务教育学校建设标准统一、教师编制标准统一、生均公用经费基准定额统一且不低于沈阳市标准、"
              "基本装备配置标准统一");
    EXPECT_EQ(titleOf("liaoning-shenyang", "G7"), "特殊教育学校和随班就读残疾学生生均公用经费不低于8000元");
}

// Annex 2 of 昌市政办发〔2022〕21号, B2 to B31.
TEST(Wording, Changji) {
    EXPECT_EQ(titleOf("changji-2022", "R2"), "每百名学生拥有县（市）级以上骨干教师数");
    EXPECT_EQ(titleOf("changji-2022", "G1"), "义务教育学校规划布局合理，符合国家规定要求");
    EXPECT_EQ(titleOf("changji-2022", "G2"),
              "城乡义务教育学校建设标准统一、教师编制标准统一、生均公用经费基准定额统一、基本装备配置标准统一");
    EXPECT_EQ(titleOf("changji-2022", "G6"), "不足100名学生的农村小学和教学点按100名学生核定公用经费");
    EXPECT_EQ(titleOf("changji-2022", "G10"),
              "教育行政部门在核定的教职工编制总额和岗位总量内，统筹分配各校教职工编制和岗位数量");
    EXPECT_EQ(titleOf("changji-2022", "G11"),
              "每年交流轮岗教师的比例不低于符合交流条件教师总数的10%；其中，骨干教师不低于交流轮岗教师总数的20%");
    EXPECT_EQ(titleOf("changji-2022", "G14"), "全市优质高中招生名额分配比例不低于50%");
    EXPECT_EQ(titleOf("changji-2022", "Q4"), "所有学校按照不低于学校年度公用经费预算总额的5%安排教师培训经费");
    EXPECT_EQ(titleOf("changji-2022", "Q9"),
              "在国家义务教育质量监测中，学校相关科目学生学业水平达到Ⅲ级以上，且校际间差异率低于0.15");
    // B17 is worded so in 乌鲁木齐县's plan as well: it is the region's.
    EXPECT_EQ(titleOf("xinjiang-2021", "G10"), titleOf("changji-2022", "G10"));
}

// Annex 2 of 昌吉: "A1教育配置标准", "A2政府保障程度", "A3教育教学质量".
TEST(Wording, AStandardNamesItsGroups) {
    const GroupNames& changji = rulesOf("changji-2022").groups;
    EXPECT_EQ(changji.resource, QStringLiteral("教育配置标准"));
    EXPECT_EQ(changji.government, QStringLiteral("政府保障程度"));
    EXPECT_EQ(changji.quality, QStringLiteral("教育教学质量"));
    for (const char* id : {"national-2017", "hutubi-2022", "basic-2012"}) { // the last one does not say
        EXPECT_EQ(rulesOf(id).groups.resource, QStringLiteral("资源配置")) << id;
        EXPECT_EQ(rulesOf(id).groups.quality, QStringLiteral("教育质量")) << id;
    }
}
