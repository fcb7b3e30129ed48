// What two standards state differently, in words. Each file changes national-2017 in one place.

#include "standard/difference.h"
#include "standard/library.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace junheng;
using namespace junheng::standard;

namespace {

QByteArray own(const QByteArray& members) {
    return R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},)" + members + "}";
}

// "G7 每… | field | before | after", a line each.
std::string told(const QByteArray& first, const QByteArray& second) {
    const auto differences = differencesOf(first, second);
    if (!differences)
        return differences.error().message.toStdString();
    QStringList lines;
    for (const Difference& difference : *differences)
        lines << QStringList{difference.clause, difference.field, difference.before, difference.after}.join(
            QStringLiteral(" | "));
    return lines.join(QChar(u'\n')).toStdString();
}

std::string changes(const QByteArray& members) {
    return told(standardJson(QStringLiteral("national-2017")), own(members));
}

std::string changesBack(const QByteArray& members) {
    return told(own(members), standardJson(QStringLiteral("national-2017")));
}

} // namespace

TEST(Differences, OfFiguresFlagsAndTexts) {
    EXPECT_EQ(changes(R"("government":{"G5":{"limit":{"primary":40},"source":"6号"}})"), "G5 | 限值 小学 | 45 | 40");
    EXPECT_EQ(changes(R"("government":{"G8":{"conclusion":false,"source":"6号"}})"), "G8 | 另须结论 | 是 | 否");
    EXPECT_EQ(changes(R"("government":{"G8":{"short":"工资","source":"6号"}})"), "G8 | 简称 | 教师平均工资收入 | 工资");
    // Where it comes from is no difference.
    EXPECT_EQ(changes(R"("government":{"G8":{"source":"规程"}})"), "");
}

TEST(Differences, OfMembersThatOnlyOneHas) {
    const char* number = R"("government":{"G8":{"number":null,"source":"6号"}})";
    EXPECT_EQ(changes(number), "G8 | 序号 | 15 | ");
    EXPECT_EQ(changesBack(number), "G8 | 序号 |  | 15");
}

TEST(Differences, OfWholeClauses) {
    const char* removed = R"("vetoes":{"V6":null})";
    EXPECT_EQ(changes(removed), "V6 |  | 有弄虚作假行为 | ");
    EXPECT_EQ(changesBack(removed), "V6 |  |  | 有弄虚作假行为");
    EXPECT_EQ(changes(R"("approval":null)"), "approval |  | 县域义务教育学校社会认可度达到85%以上 | ");
    EXPECT_EQ(changesBack(R"("approval":null)"), "approval |  |  | 县域义务教育学校社会认可度达到85%以上");
}

TEST(Differences, OfClausesWithinAClause) {
    EXPECT_EQ(changes(R"("government":{"G4":{"limits":{"primary":{"pupils":"1900"}},"source":"6号"}})"),
              "G4 | 限值 小学 学生数 | 2000 | 1900");
    const char* twelve = R"("government":{"G4":{"limits":{"twelve_year":null},"relaxations":[],"source":"6号"}})";
    EXPECT_TRUE(changes(twelve).starts_with(
        "G4 | 限值 十二年一贯制学校 | 计入 超过限值的一贯制学校，名称 十二年一贯制学校，学生数 2500，办学类型 十二"));
    EXPECT_TRUE(changesBack(twelve).starts_with("G4 | 限值 十二年一贯制学校 |  | 计入 超过限值的一贯制学校，名称"));
    // One has a list of relaxations, the other an empty one: they stand as a whole, by their titles.
    EXPECT_NE(changes(twelve).find("G4 | 放宽条件 | 2010年及之前规划并建成的学校，小学、初中不超过2400人，"
                                   "九年一贯制学校不超过3000人、进城务工人员随迁子女占比超过50%的学校"),
              std::string::npos);
}

TEST(Differences, OfListsAndObjects) {
    EXPECT_EQ(changes(R"("government":{"G4":{"limits":{"primary":{"school_types":["小学"]}},"source":"6号"}})"),
              "G4 | 限值 小学 办学类型 | 小学、小学教学点 | 小学");
    const char* less = R"("government":{"G11":{"parts":{"rotation_ratio":{"numerator":{"plus":["rotation_actual"],
        "minus":["rotation_backbone"]}}},"source":"6号"}})";
    EXPECT_EQ(changes(less), "G11 | 分项 交流轮岗教师占符合交流条件教师总数的比例 分子 | 实际交流轮岗教师数 | 减去 "
                             "其中交流轮岗骨干教师数，加上 "
                             "实际交流轮岗教师数");
    EXPECT_EQ(changesBack(less),
              "G11 | 分项 交流轮岗教师占符合交流条件教师总数的比例 分子 | 减去 其中交流轮岗骨干教师数，加上 "
              "实际交流轮岗教师数 | 实际交流轮岗教师数");
}

// Parts without clauses are told by their names.
TEST(Differences, OfPartsThatAreNoLists) {
    EXPECT_EQ(changes(R"("rows_met":{"count":5,"source":"6号"})"), "rows_met | 数量 | 6 | 5");
    const auto rows =
        differencesOf(standardJson(QStringLiteral("national-2017")), own(R"("rows_met":{"count":5,"source":"6号"})"));
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(rows->front().title, QStringLiteral("每校达标项数"));
    EXPECT_EQ(rows->front().path, QStringLiteral("count"));
    EXPECT_TRUE(rows->front().source.contains(QStringLiteral("6号")));
    EXPECT_TRUE(changes(R"("scope":[{"exclude":{"school_type":"小学"},"reason":"小","source":"6号"}])")
                    .starts_with("scope |  | "));
    EXPECT_EQ(changes(R"("balance":{"primary":"0.4","source":"6号"})"), "balance | 小学 | 0.50 | 0.4");
}

// The rooms of a kind are called by it.
TEST(Differences, OfMembersByTheirNames) {
    EXPECT_EQ(changes(R"("government":{"G3":{"rooms":{"music":{"area":"80"}},"source":"6号"}})"),
              "G3 | 各类专用教室 音乐 每间面积（㎡） | 96 | 80");
    EXPECT_NE(changes(R"("quality":{"Q1":{"parts":[{"id":"own","label":"自定","numerator":["graduates"],
        "denominator":["entrants"],"at_least":"0.9","sections":{"stages":["junior"],"localities":null}}],
        "sentence":null,"source":"6号"}})")
                  .find("城乡类型 无"),
              std::string::npos);
    // A sentence leaves room where it takes a figure in.
    EXPECT_EQ(changes(R"("government":{"G9":{"sentence":"已完成{trained_teachers}人","source":"6号"}})"),
              "G9 | 表中语句 | 完成360学时培训的教师＿＿人，全县教师＿＿人，教师培训完成率＿＿% | 已完成＿＿人");
}

TEST(Differences, OfWhatAnOwnStandardMayChoose) {
    EXPECT_EQ(
        changes(R"("quality":{"Q1":{"parts":{"retention":{"formula":"entrants_with_moves"}},"source":"6号"}})"),
        "Q1 | 分项 初中三年巩固率 算法 | （毕业学生数 − 三年转入 + 三年转出）÷（三年前初一在校生数 − 三年死亡） | "
        "毕业学生数 ÷（三年前招生数 + 转入 − 转出）");
    EXPECT_EQ(changes(R"("print":{"value_decimals":3,"source":"6号"})"), "print | 数值小数位数 | 2 | 3");
    EXPECT_EQ(changes(R"("relaxations":{"visiting":{"when":{"compulsory_pupils":[60,99]},"source":"6号"}})"),
              "visiting | 条件 义务教育学生数 | 50—99 | 60—99");
    EXPECT_EQ(changes(R"("relaxations":{"dense_core":{"when":{"boarding":true},"source":"6号"}})"),
              "dense_core | 条件 是否寄宿制 |  | 是");
    EXPECT_EQ(changes(R"("eligibility":{"E2":{"system":"national-2017","source":"6号"}})"),
              "E2 | 所用标准 | 县域义务教育均衡发展督导评估暂行办法（教督〔2012〕3号，基本均衡） | "
              "县域义务教育优质均衡发展督导评估办法（教督〔2017〕6号）");
}

// 乌鲁木齐县's computers are a finding of its plan beside the seven.
TEST(Differences, TellWhatIsListedOnly) {
    const std::string lines =
        told(standardJson(QStringLiteral("xinjiang-2021")), standardJson(QStringLiteral("urumqi-county-2022")));
    EXPECT_TRUE(lines.contains("均衡指标 |  | 每百名学生拥有计算机台数（只列示，不判定）")) << lines;
}

// Nothing that a user reads is the name of a member of the file.
TEST(Differences, OfAllStandardsAreInWords) {
    static const QRegularExpression kName(QStringLiteral("[a-z_]{3,}"));
    for (const QString& first : standardIds()) {
        for (const QString& second : standardIds()) {
            const auto differences = differencesOf(standardJson(first), standardJson(second));
            ASSERT_TRUE(differences);
            for (const Difference& difference : *differences) {
                for (const QString& text :
                     {difference.heading(), difference.field, difference.before, difference.after, difference.source})
                    EXPECT_FALSE(text.contains(kName)) << text.toStdString();
            }
        }
    }
}

// Only what could be a standard is compared, and the place that keeps it from being one is named.
TEST(Differences, OfDocumentsThatAreNoStandards) {
    const QByteArray sound = standardJson(QStringLiteral("national-2017"));
    const auto without = differencesOf(sound, R"({"sources":{},"floor":{"share":"2","source":"某"}})");
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().place.cell, QStringLiteral("/format"));
    EXPECT_EQ(differencesOf(R"({"format":1,"id":"a","title":"甲","sources":[]})", sound).error().place.cell,
              QStringLiteral("/sources"));
    const auto broken = differencesOf("{", "{}");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, QStringLiteral("standard.invalid"));
}
