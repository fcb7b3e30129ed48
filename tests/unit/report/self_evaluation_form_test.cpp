// 学校自评表: the golden county N10 and small counties with what N10 has not.
#include "county_builder.h"
#include "dossier_county.h"
#include "support/county_builder.h"

namespace junheng::report {

using document::Mark;
using document::Row;
using document::Table;

using report_test::answerOf;
using report_test::County;
using report_test::line;
using report_test::rowOf;
using report_test::verdictOf;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kN1 = u"9900000006"_s; // 九年一贯制, 400 and 300 pupils

} // namespace

TEST(SelfEvaluationForm, HasCountsAndFiguresOfEachStage) {
    const Table form = County(report_test::n10()).form(kN1);
    EXPECT_EQ(line(form.head.front()), u"A级指标|B级指标及评估要点|指标值或简要结论|是否达标"_s);
    EXPECT_EQ(form.caption.left, u"学校名称（类型）：N1（九年一贯制学校）"_s);
    EXPECT_EQ(form.caption.right, u"建校年份：待填报"_s);
    const Row degrees = rowOf(form, u"每百名学生拥有高于规定学历教师数：小学、初中分别达到4.2人以上、5.3人以上"_s);
    EXPECT_EQ(
        answerOf(degrees),
        u"小学部：专科学历专任教师数 0 人，本科学历专任教师数 20 人，硕士学历专任教师数 0 人，博士学历专任教师数 0 "
        "人，在校学生数 400 人，5.00 人/百生\n"
        "初中部：本科学历专任教师数 20 人，硕士学历专任教师数 0 人，博士学历专任教师数 0 人，在校学生数 300 "
        "人，6.67 人/百生"_s);
    EXPECT_EQ(verdictOf(degrees), u"小学部达标\n初中部达标"_s);
    const Row area = rowOf(form, u"生均教学及辅助用房面积"_s);
    EXPECT_EQ(answerOf(area), u"全校：教学及辅助用房面积 3800 ㎡，其中不计的室内体育用房面积 0 ㎡\n"
                              "小学部：5.21 ㎡/生\n初中部：5.73 ㎡/生"_s);
    EXPECT_EQ(verdictOf(area), u"小学部达标\n初中部85%以上"_s);
    EXPECT_EQ(area.cells.back().mark, Mark::Floor);
    EXPECT_EQ(form.body.front().cells.front().text, u"资源配置"_s);
    EXPECT_EQ(form.body.front().cells.front().rows, 7);
    for (const QString& word : {u"填报人"_s, u"审核人"_s, u"校长"_s, u"盖章"_s})
        EXPECT_TRUE(form.signature.contains(word));
}

TEST(SelfEvaluationForm, SportsAreasAreBrokenDown) {
    test::CountyBuilder county;
    county.school(u"9900000001", u"小学",
                  {{u"school_name", u"甲小学"}, {u"dense_core", u"是"}, {u"founded_year", u"1962"}});
    county.section(u"9900000001", u"primary", {{u"pupils", u"1000"}});
    county.campus(u"9900000001", u"",
                  {{u"teaching_area", u"5000"},
                   {u"indoor_sports_area", u"500"},
                   {u"sports_ground_area", u"6000"},
                   {u"extra_sports_area", u"1500"},
                   {u"leased_sports_area", u"400.5"}});
    const Table form = County(county.build()).form(u"9900000001"_s);
    EXPECT_EQ(form.caption.right, u"建校于1962年"_s);
    const Row sports = rowOf(form, u"生均体育运动场馆面积"_s);
    // (6000 + 500 + 1500) / 1000, the last by the relaxation for dense town centres.
    EXPECT_EQ(answerOf(sports),
              u"全校：体育场 6000 ㎡，体育馆 500 ㎡，校园其他专用运动场地 1099.5 ㎡，校外周边租借 400.5 ㎡\n"
              "小学：8.00 ㎡/生（按放宽条件计入）"_s);
    EXPECT_EQ(verdictOf(sports), u"达标"_s);
}

// A stage that the type of the school runs is missing while its row is: not one that it does not have.
TEST(SelfEvaluationForm, AStageWhoseRowIsLackingIsMissing) {
    test::CountyBuilder county;
    county.school(u"9900000001", u"九年一贯制学校", {{u"school_name", u"甲学校"}});
    county.section(u"9900000001", u"primary", {{u"pupils", u"500"}, {u"classes", u"12"}, {u"largest_class", u"40"}});
    const County built(county.build());
    const Table form = built.form(u"9900000001"_s);
    const Row size = rowOf(form, u"所有小学、初中规模"_s);
    EXPECT_EQ(answerOf(size), u"在校学生数：小学 500 人，初中 待填报，高中 无此学段"_s);
    EXPECT_EQ(verdictOf(size), u"待填报"_s);
    EXPECT_EQ(verdictOf(rowOf(form, u"不足100人的规模较小学校"_s)), u"待填报"_s);
    EXPECT_TRUE(verdictOf(rowOf(form, u"每百名学生拥有县级以上骨干"_s)).contains(u"待填报"_s));
}

// A special school without pupils has nothing to be funded, whatever its budget.
TEST(SelfEvaluationForm, ASpecialSchoolWithoutPupilsIsNotConcerned) {
    test::CountyBuilder county;
    county.school(u"9900000003", u"特殊教育学校", {{u"school_name", u"启智学校"}});
    county.section(u"9900000003", u"special", {{u"pupils", u"0"}});
    const County built(county.build());
    EXPECT_EQ(verdictOf(rowOf(built.form(u"9900000003"_s), u"特殊教育学校生均公用经费"_s)), u"不适用"_s);
}

// Its parent is not among the schools: the assessment waits for the code.
TEST(SelfEvaluationForm, APointWithoutItsParentIsMissing) {
    test::CountyBuilder county;
    county.county({{u"funds_standard_primary", u"720"}});
    county.school(u"9900000004", u"小学教学点",
                  {{u"school_name", u"丙教学点"}, {u"independent_accounts", u"否"}, {u"parent_code", u"9900000009"}});
    county.section(u"9900000004", u"primary", {{u"pupils", u"20"}});
    const County built(county.build());
    EXPECT_EQ(verdictOf(rowOf(built.form(u"9900000004"_s), u"不足100人的规模较小学校"_s)), u"待填报"_s);
}

// G6 at a school of 200 pupils: what it says of a point without accounts of its own is what the assessment says.
TEST(SelfEvaluationForm, AParentAnswersForThePointsItPaysFor) {
    const auto answers = [](const char16_t* budget, const char16_t* heads, const char16_t* pupils,
                            const char16_t* ownFunds) {
        test::CountyBuilder county;
        county.county({{u"funds_standard_primary", u"720"}});
        county.school(u"9900000001", u"小学", {{u"school_name", u"甲小学"}, {u"public_funds_budget", budget}});
        county.section(u"9900000001", u"primary", {{u"pupils", heads}});
        county.school(
            u"9900000002", u"小学教学点",
            {{u"independent_accounts", u"否"}, {u"parent_code", u"9900000001"}, {u"small_school_funds", ownFunds}});
        county.section(u"9900000002", u"primary", {{u"pupils", pupils}});
        const County built(county.build());
        const QString small = u"不足100人的规模较小学校"_s;
        return QStringList{verdictOf(rowOf(built.form(u"9900000001"_s), small)),
                           verdictOf(rowOf(built.form(u"9900000002"_s), small))};
    };
    // 300 x 720 = 21.6 万元 for both.
    EXPECT_EQ(answers(u"21.6", u"200", u"20", u""), (QStringList{u"达标"_s, u"见中心校"_s}));
    EXPECT_EQ(answers(u"21.5", u"200", u"20", u""), (QStringList{u"未达标"_s, u"见中心校"_s}));
    EXPECT_EQ(answers(u"21.6", u"200", u"", u""), (QStringList{u"待填报"_s, u"待填报"_s}));
    EXPECT_EQ(answers(u"21.6", u"200", u"100", u""), (QStringList{u"不适用"_s, u"不适用"_s}));
    EXPECT_EQ(answers(u"21.6", u"200", u"20", u"7.2"), (QStringList{u"不适用"_s, u"达标"_s}));
    // A parent that has no pupils left pays all the same.
    EXPECT_EQ(answers(u"7.1", u"0", u"20", u""), (QStringList{u"未达标"_s, u"见中心校"_s}));
}

// 生均公用经费 of the year in which the school year begins; 60 pupils have 7.2 万元 (docs/indicators/G6.md).
TEST(SelfEvaluationForm, TellsTheFundsAPupil) {
    const auto answer = [](const char16_t* type, const char16_t* stage, const char16_t* pupils,
                           const char16_t* budget) {
        test::CountyBuilder county;
        county.school(u"9900000001", type, {{u"school_name", u"甲小学"}, {u"public_funds_budget", budget}});
        county.section(u"9900000001", stage, {{u"pupils", pupils}});
        const bool special = QStringView(stage) == u"special";
        const QString wording = special ? u"特殊教育学校生均公用经费"_s : u"不足100人的规模较小学校"_s;
        return answerOf(rowOf(County(county.build()).form(u"9900000001"_s), wording)).section(u'\n', 2).toStdString();
    };
    EXPECT_EQ(answer(u"小学", u"primary", u"60", u"7.2"), "2025年生均公用经费 1200 元");
    EXPECT_EQ(answer(u"小学", u"primary", u"60", u""), "2025年生均公用经费 待填报");
    EXPECT_EQ(answer(u"小学", u"primary", u"60", u"不适用"), "");
    EXPECT_EQ(answer(u"小学", u"primary", u"0", u"7.2"), "");
    EXPECT_EQ(answer(u"特殊教育学校", u"special", u"", u"60"), "2025年生均公用经费 待填报");
    EXPECT_EQ(answer(u"特殊教育学校", u"special", u"70", u"45.5"), "2025年生均公用经费 6500 元");
}

// Either the largest class or the bands tell enough of G5, and a stage without pupils nothing.
TEST(SelfEvaluationForm, WhatIsNotNeededOfClassesIsNotWaitedFor) {
    const auto answer = [](test::Cells values) {
        test::CountyBuilder county;
        county.school(u"9900000001", u"小学", {{u"school_name", u"甲小学"}});
        county.section(u"9900000001", u"primary", values);
        const Row row = rowOf(County(county.build()).form(u"9900000001"_s), u"小学、初中所有班级"_s);
        return answerOf(row) + u'|' + verdictOf(row);
    };
    EXPECT_EQ(answer(test::Cells{{u"pupils", u"500"}, {u"largest_class", u"45"}}),
              u"小学：最大班额 45 人，超过45人的班 未填|达标"_s);
    EXPECT_EQ(answer(test::Cells{{u"pupils", u"500"},
                                 {u"classes_46_50", u"0"},
                                 {u"classes_51_55", u"0"},
                                 {u"classes_56_60", u"0"},
                                 {u"classes_61_65", u"0"},
                                 {u"classes_ge66", u"0"}}),
              u"小学：最大班额 未填，超过45人的班 0 个|达标"_s);
    EXPECT_EQ(answer(test::Cells{{u"pupils", u"500"}}), u"小学：最大班额 待填报，超过45人的班 待填报|待填报"_s);
    EXPECT_EQ(answer(test::Cells{{u"pupils", u"0"}}), u"小学：没有在校学生|不适用"_s);
}

TEST(SelfEvaluationForm, ASpecialSchoolWhosePupilsAreNotEnteredIsMissing) {
    test::CountyBuilder county;
    county.school(u"9900000003", u"特殊教育学校", {{u"school_name", u"启智学校"}});
    const Row funds = rowOf(County(county.build()).form(u"9900000003"_s), u"特殊教育学校生均公用经费"_s);
    EXPECT_EQ(answerOf(funds), u"特殊教育学生数 待填报"_s);
    EXPECT_EQ(verdictOf(funds), u"待填报"_s);
}

// 13 classes need two rooms of each kind; 95.99 ㎡ are too few for music (96).
TEST(SelfEvaluationForm, RoomsClassesAndFundsAreToldForTheSchool) {
    test::CountyBuilder county;
    county.county({{u"funds_standard_primary", u"720"}});
    county.school(u"9900000001", u"小学",
                  {{u"school_name", u"甲小学"}, {u"music_rooms", u"2"}, {u"fine_art_rooms", u"2"}});
    county.section(u"9900000001", u"primary",
                   {{u"pupils", u"500"},
                    {u"classes", u"13"},
                    {u"largest_class", u"46"},
                    {u"classes_46_50", u"1"},
                    {u"classes_51_55", u"0"},
                    {u"classes_56_60", u"0"},
                    {u"classes_61_65", u"0"},
                    {u"classes_ge66", u"0"}});
    county.room(u"9900000001", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}});
    county.room(u"9900000001", u"2", {{u"room_kind", u"音乐"}, {u"room_area", u"95.99"}});
    county.room(u"9900000001", u"3", {{u"room_kind", u"美术"}, {u"room_area", u"90"}});
    county.room(u"9900000001", u"4", {{u"room_kind", u"美术"}, {u"room_area", u"100"}});
    // 7.19 万元 are less than 100 x 720 元, and 2396.67 元 for each of the 30 (the form: 生均公用经费＿＿元).
    county.school(u"9900000002", u"小学教学点", {{u"school_name", u"乙教学点"}, {u"small_school_funds", u"7.19"}});
    county.section(u"9900000002", u"primary", {{u"pupils", u"30"}});
    county.school(u"9900000003", u"特殊教育学校", {{u"school_name", u"启智学校"}, {u"public_funds_budget", u"60"}});
    county.section(u"9900000003", u"special", {{u"pupils", u"100"}});
    // Its money is kept by the first school.
    county.school(u"9900000004", u"小学教学点",
                  {{u"school_name", u"丙教学点"}, {u"independent_accounts", u"否"}, {u"parent_code", u"9900000001"}});
    county.section(u"9900000004", u"primary", {{u"pupils", u"20"}});
    const County built(county.build());

    const Table first = built.form(u"9900000001"_s);
    const Row rooms = rowOf(first, u"所有小学、初中每12个班级"_s);
    EXPECT_EQ(answerOf(rooms), u"教学班 13 个\n音乐专用教室 2 间，各间使用面积 96、95.99 ㎡\n"
                               "美术专用教室 2 间，各间使用面积 90、100 ㎡"_s);
    EXPECT_EQ(verdictOf(rooms), u"未达标"_s);
    const Row size = rowOf(first, u"所有小学、初中规模"_s);
    EXPECT_EQ(answerOf(size), u"在校学生数：小学 500 人，初中 无此学段，高中 无此学段"_s);
    EXPECT_EQ(verdictOf(size), u"达标"_s);
    const Row classes = rowOf(first, u"小学、初中所有班级"_s);
    EXPECT_EQ(answerOf(classes), u"小学：最大班额 46 人，超过45人的班 1 个"_s);
    EXPECT_EQ(verdictOf(classes), u"未达标"_s);
    const QString small = u"不足100人的规模较小学校"_s;
    // It pays for the last one as well, and its own budget is blank.
    EXPECT_EQ(answerOf(rowOf(first, small)),
              u"在校学生数 500 人\n公用经费含不单独核算的教学点\n年度公用经费预算总额 待填报"_s);
    EXPECT_EQ(verdictOf(rowOf(first, small)), u"待填报"_s);

    const Row point = rowOf(built.form(u"9900000002"_s), small);
    EXPECT_EQ(answerOf(point), u"在校学生数 30 人\n按100人核定的公用经费 7.19 万元\n2025年生均公用经费 2397 元"_s);
    EXPECT_EQ(verdictOf(point), u"未达标"_s);
    EXPECT_EQ(verdictOf(rowOf(built.form(u"9900000002"_s), u"生均教学及辅助用房面积"_s)), u"不参评"_s);
    const Row dependent = rowOf(built.form(u"9900000004"_s), small);
    EXPECT_EQ(answerOf(dependent), u"在校学生数 20 人\n公用经费由所属中心校（甲小学）核算"_s);
    EXPECT_EQ(verdictOf(dependent), u"见中心校"_s);

    // 60 万元 for 100 pupils: exactly 6000 each.
    const Table special = built.form(u"9900000003"_s);
    const Row funds = rowOf(special, u"特殊教育学校生均公用经费"_s);
    EXPECT_EQ(answerOf(funds), u"年度公用经费预算总额 60 万元\n特殊教育学生数 100 人\n2025年生均公用经费 6000 元"_s);
    EXPECT_EQ(verdictOf(funds), u"达标"_s);
    EXPECT_EQ(verdictOf(rowOf(special, u"小学、初中所有班级"_s)), u"不适用"_s);
    EXPECT_EQ(verdictOf(rowOf(special, small)), u"不适用"_s);
    // No cell is left blank where there is nothing to say.
    for (const Row& row : special.body)
        EXPECT_FALSE(answerOf(row).isEmpty()) << qPrintable(line(row));
}

} // namespace junheng::report
