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

const Indicator& target(const char* standard, const char* id) {
    return *rulesOf(standard).findIndicator(QLatin1StringView(id));
}

// "2024 R2 1 1": by when what is to be reached, with the figures of 小学 and 初中.
std::string reachedBy(const Indicator& target) {
    const auto& rule = std::get<ReachedRule>(target.rule);
    QStringList words{target.by, rule.indicator};
    for (const auto& limit : rule.limit)
        words << (limit ? limit->text.toShortString() : QStringLiteral("-"));
    return words.join(QChar(u' ')).toStdString();
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

// 财政部 2025-08-13: "义务教育阶段特殊教育学校和随班就读残疾学生…由每生每年6000元提高至7000元". 扩优提质 2023:
// "特殊教育学校在20万 人口以上的县基本实现全覆盖，适龄残疾儿童义务教育入学率保持在97%以上", by 2027.
TEST(Wording, National2025) {
    const auto& funds = std::get<SpecialFundsRule>(target("national-2025", "T1").rule);
    EXPECT_EQ(funds.limit.text.toString(), QStringLiteral("7000"));
    ASSERT_NE(funds.inclusiveFunds, nullptr);
    EXPECT_EQ(funds.inclusivePupils->code, QStringLiteral("inclusive_pupils"));
    EXPECT_TRUE(target("national-2025", "T1").title.contains(QStringLiteral("特殊教育学校和随班就读残疾学生")));
    const auto& enrolled = std::get<RatioRule>(target("national-2025", "T2").rule);
    EXPECT_EQ(enrolled.parts.front().limit->text.toString(), QStringLiteral("0.97"));
    EXPECT_EQ(target("national-2025", "T2").by, QStringLiteral("2027"));
    const auto& school = std::get<SchoolByPopulationRule>(target("national-2025", "T3").rule);
    EXPECT_EQ(school.inhabitants.text.toString(), QStringLiteral("200000"));
    EXPECT_EQ(school.type, model::SchoolType::Special);
    EXPECT_EQ(target("national-2025", "T3").by, QStringLiteral("2027"));
    // None of them is a test: G7 stays 6000.
    EXPECT_EQ(std::get<SpecialFundsRule>(rulesOf("national-2025").findIndicator(QStringLiteral("G7"))->rule)
                  .limit.text.toString(),
              QStringLiteral("6000"));
}

// 新疆: issued on 26 January 2025 (人民网新疆 2025-02-26). "确保义务教育巩固率保持在96%以上。…到2027年，…97%": no year
// belongs to 96 %.
TEST(Wording, Xinjiang2024) {
    const Standard& rules = rulesOf("xinjiang-2024");
    EXPECT_TRUE(rules.title.contains(QStringLiteral("2025年1月26日"))) << rules.title.toStdString();
    EXPECT_TRUE(rules.findSource(QStringLiteral("新疆2024"))->title.contains(QStringLiteral("2025年1月26日")));
    EXPECT_FALSE(rules.findSource(QStringLiteral("新疆2024"))->url.isEmpty());
    EXPECT_EQ(target("xinjiang-2024", "T1").by, QString());
    EXPECT_EQ(target("xinjiang-2024", "T1").title, QStringLiteral("义务教育巩固率保持在96%以上"));
    EXPECT_EQ(target("xinjiang-2024", "T2").by, QStringLiteral("2027"));
    std::map<QString, QString> dated;
    for (const Indicator& each : rules.targets)
        dated[each.id] = each.by;
    const std::map<QString, QString> wanted{
        {QStringLiteral("T1"), QString()},
        {QStringLiteral("T2"), QStringLiteral("2027")},
        {QStringLiteral("T3"), QStringLiteral("2027")},  // 优质学校占比30%
        {QStringLiteral("T4"), QStringLiteral("2035")},  // 90%
        {QStringLiteral("T6"), QStringLiteral("2027")},  // 20万以上人口的县有一所特殊教育学校
        {QStringLiteral("T7"), QStringLiteral("2027")},  // 乡村学校都有城镇学校对口帮扶
        {QStringLiteral("T8"), QStringLiteral("2025")},  // 标准化心理辅导室
        {QStringLiteral("T9"), QStringLiteral("2025")},  // 教师资格证定期注册
        {QStringLiteral("T10"), QString()},              // 每3年核定编制
        {QStringLiteral("T11"), QStringLiteral("2035")}, // 校舍建设……达到规定标准
        {QStringLiteral("T12"), QStringLiteral("2035")}, // 数字校园
    };
    EXPECT_EQ(dated, wanted);
    EXPECT_EQ(rules.findIndicator(QStringLiteral("T5")), nullptr); // "40%的县": of a roll-up
    for (const Indicator& each : rules.targets)
        EXPECT_FALSE(each.title.contains(QStringLiteral("40%"))) << each.id.toStdString();
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

// 县政办〔2022〕7号: "于2024年以前小学差异系数全部降低到0.50以下";
// "2025年前完成…骨干教师1人的标准，体育、艺术教师配备达标";
// "2024年前对不达标准的音乐、美术教室进行调整；按评估标准完成骨干教师的轮岗交流比例"; "力争2026年通过…国家督导认定".
TEST(Wording, TargetsOfUrumqiCounty) {
    QStringList found;
    for (const Indicator& each : rulesOf("urumqi-county-2022").targets)
        found << QString::fromStdString(reachedBy(each));
    EXPECT_EQ(found, (QStringList{QStringLiteral("2024 balance 0.5 -"), QStringLiteral("2025 R2 1 1"),
                                  QStringLiteral("2025 R3 0.9 0.9"), QStringLiteral("2024 G3 - -"),
                                  QStringLiteral("2024 G11 - -"), QStringLiteral("2026 overall - -")}));
}

// 呼县政办〔2022〕5号: "到2023年，全县中小学均达到每百名学生拥有体艺专任教师0.9人以上标准"; "到2026年成功创建". 昌吉:
// "到2029年".
TEST(Wording, TargetsOfHutubiAndChangji) {
    ASSERT_EQ(rulesOf("hutubi-2022").targets.size(), 2U);
    EXPECT_EQ(reachedBy(target("hutubi-2022", "T1")), "2023 R3 0.9 0.9");
    EXPECT_EQ(reachedBy(target("hutubi-2022", "T2")), "2026 overall - -");
    EXPECT_EQ(reachedBy(target("changji-2022", "T2")), "2029 overall - -");
}

// 中卫's plan: "中宁县到2024年底前实现，沙坡头区和海原县到2025年底前实现" (GB/T 2260: 640521, 640502, 640522).
TEST(Wording, TargetsOfZhongweiAreOfItsCounties) {
    const auto yearFor = [](const char* county) {
        QStringList years;
        for (const Indicator& each : rulesOf("ningxia-2017").targets) {
            if (each.concerns(QLatin1StringView(county)))
                years << QString::fromStdString(reachedBy(each));
        }
        return years.join(QChar(u';')).toStdString();
    };
    EXPECT_EQ(yearFor("640521"), "2024 overall - -");
    EXPECT_EQ(yearFor("640502"), "2025 overall - -");
    EXPECT_EQ(yearFor("640522"), "2025 overall - -");
    EXPECT_EQ(yearFor("640221"), ""); // 平罗县
}
