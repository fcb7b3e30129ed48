// Figures that are unlikely; every expectation is read off the figures typed in.

#include "sound_county.h"

#include <tuple>

namespace junheng::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using quality::CheckFinding;
using quality::CheckSeverity;

} // namespace

TEST(Plausibility, PupilsWithoutClassesOrTeachers) {
    CountyBuilder county = soundCounty();
    county.cell(sectionKey(kNineYear, u"junior"), u"classes", u"0");
    county.cell(sectionKey(kNineYear, u"junior"), u"teachers", u"0");
    const model::CountyYear year = county.build();
    EXPECT_EQ(findingOf(u"no_classes"_s, year).severity, CheckSeverity::Contradiction);
    EXPECT_EQ(findingOf(u"no_teachers"_s, year).severity, CheckSeverity::Doubt);
    county.cell(sectionKey(kNineYear, u"junior"), u"pupils", u"0");
    EXPECT_FALSE(found(county.build()).join(u';').contains(u"no_"_s)) << "a section without pupils needs neither";
}

// 国办发〔2018〕27号: "乡村小规模学校，指…学生规模不足100人的村小学和教学点". 99 are few, 100 are not; a doubt, no
// refusal.
TEST(Plausibility, ASmallRuralSchoolThatIsNotSmall) {
    const auto withPupils = [](const char16_t* pupils, const char16_t* flag = u"是") {
        CountyBuilder county;
        county.school(kFirst, u"十二年一贯制学校", {{u"rural_small", flag}});
        county.section(kFirst, u"primary", {{u"pupils", pupils}});
        county.section(kFirst, u"junior", {{u"pupils", u"40"}});
        county.section(kFirst, u"senior", {{u"pupils", u"400"}});
        return county.build();
    };
    const CheckFinding finding = findingOf(u"rural_small"_s, withPupils(u"60"));
    EXPECT_EQ(finding.severity, CheckSeverity::Doubt);
    EXPECT_EQ(finding.message,
              u"是否农村小规模学校填的是“是”，小学、初中在校学生却有 100 人；农村小规模学校不足 100 人，请核对"_s);
    EXPECT_EQ(found(withPupils(u"59")), QStringList()); // 高中 does not count
    EXPECT_EQ(found(withPupils(u"60", u"否")), QStringList());
    EXPECT_EQ(found(withPupils(u"60", u"")), QStringList());
    EXPECT_EQ(found(withPupils(u"")), QStringList());
}

TEST(Plausibility, AFigureInAnotherUnit) {
    // 80 万元 to 400 pupils is usual; typed in 元 it is 10,000 times that.
    const model::CountyYear year = soundCounty().cell(campusKey(kFirst), u"equipment_value", u"800000").build();
    const CheckFinding finding = findingOf(u"unusual_equipment_value"_s, year);
    EXPECT_EQ(finding.severity, CheckSeverity::Doubt);
    EXPECT_EQ(quality::placeName(finding), u"柳溪小学"_s);
    EXPECT_EQ(
        finding.message,
        u"教学仪器设备资产值平均每个学生 2000 万元，不可能（应为 0.003—10）；很可能以元填报，应为万元 → 除以 10,000"_s);
    EXPECT_EQ(found(year).size(), 1);
}

TEST(Plausibility, TenTimesTheUsualIsStillTaken) {
    // 0.2 万元 a pupil is the median: 800 万元 is ten times that, 8 万元 a tenth.
    for (const auto& [value, findings] :
         {std::pair(u"800", 0), std::pair(u"800.01", 1), std::pair(u"8", 0), std::pair(u"7.99", 1), std::pair(u"0", 0)})
        EXPECT_EQ(found(soundCounty().cell(campusKey(kFirst), u"equipment_value", value).build()).size(), findings)
            << QString::fromUtf16(value).toStdString();
}

TEST(Plausibility, NothingIsUsualAmongFour) {
    CountyBuilder county;
    const std::array codes{u"9900000001", u"9900000002", u"9900000003", u"9900000004", u"9900000005"};
    for (std::size_t i = 0; i < 4; ++i) {
        county.school(codes[i], u"小学", {});
        county.section(codes[i], u"primary", {{u"pupils", u"100"}});
        county.campus(codes[i], u"", {{u"teaching_area", i == 0 ? u"5500" : u"500"}}); // 55 ㎡ a pupil are possible
    }
    EXPECT_EQ(found(county.build()), QStringList());
    county.school(codes[4], u"小学", {});
    county.section(codes[4], u"primary", {{u"pupils", u"100"}});
    county.campus(codes[4], u"", {{u"teaching_area", u"500"}});
    EXPECT_EQ(found(county.build()), QStringList{u"unusual_teaching_area 9900000001"_s});
}

TEST(Plausibility, SpecialSchoolsAreNotCompared) {
    CountyBuilder county = soundCounty();
    county.school(u"9900000020", u"特殊教育学校", {});
    county.section(u"9900000020", u"special", {{u"pupils", u"10"}});
    county.campus(u"9900000020", u"", {{u"teaching_area", u"2000"}}); // 200 ㎡ a pupil
    EXPECT_EQ(found(county.build()), QStringList());
}

// A point has a room and the funds of 100 pupils however few it has.
TEST(Plausibility, SmallSchoolsAreNotCompared) {
    CountyBuilder county = soundCounty();
    for (const auto& [code, pupils] : {std::pair(u"9900000020", u"99"), std::pair(u"9900000021", u"100")}) {
        county.school(code, u"小学教学点", {});
        county.section(code, u"primary", {{u"pupils", pupils}, {u"teachers", u"6"}});
        county.campus(code, u"", {{u"teaching_area", u"5001"}}); // over 50 ㎡ a pupil, ten times the usual 5
    }
    EXPECT_EQ(found(county.build()), QStringList{u"unusual_teaching_area 9900000021"_s});
}

TEST(Plausibility, SmallSchoolsAreNoCopies) {
    CountyBuilder county;
    for (const auto& [first, second, pupils] :
         {std::tuple(u"9900000020", u"9900000021", u"49"), std::tuple(u"9900000022", u"9900000023", u"50")}) {
        for (const char16_t* code : {first, second}) {
            county.school(code, u"小学教学点", {});
            county.section(code, u"primary",
                           {{u"pupils", pupils},
                            {u"grades", u"3"},
                            {u"classes", u"2"},
                            {u"staff", u"3"},
                            {u"teachers", u"3"},
                            {u"teachers_college", u"3"},
                            {u"certified_teachers", u"3"},
                            {u"trained_teachers", u"3"}});
        }
    }
    EXPECT_EQ(found(county.build()), QStringList{u"copy 9900000023 小学"_s});
}

TEST(Plausibility, MoreTeachersMovedThanWereDue) {
    EXPECT_EQ(found(soundCounty().county({{u"rotation_eligible", u"100"}, {u"rotation_actual", u"100"}}).build()),
              QStringList());
    EXPECT_EQ(found(soundCounty().county({{u"rotation_eligible", u"100"}, {u"rotation_actual", u"101"}}).build()),
              QStringList{u"rotation_due 县级数据"_s});
}

// The letter of the ministry's survey of 2024: 家长 in principle at least half, 其他各类调查对象数量大体相当. That five
// times as many is not 大体相当 is the program's own limit.
TEST(Plausibility, ASurveyAsksHalfParentsAndTheOthersAlike) {
    const auto asked = [](std::initializer_list<std::pair<const char16_t*, const char16_t*>> groups) {
        CountyBuilder county = soundCounty();
        for (const auto& [group, valid] : groups)
            county.row(model::Level::Survey, group, {{u"survey_valid", valid}});
        return found(county.build()).join(u"，"_s);
    };
    EXPECT_EQ(asked({{u"家长", u"60"}, {u"学生", u"50"}, {u"教师", u"10"}}), QString());
    EXPECT_EQ(asked({{u"家长", u"59"}, {u"学生", u"50"}, {u"教师", u"10"}}), u"survey_parents 县级数据"_s);
    EXPECT_EQ(asked({{u"家长", u"61"}, {u"学生", u"51"}, {u"教师", u"10"}}), u"survey_groups 县级数据"_s);
    EXPECT_EQ(asked({{u"家长", u"10"}, {u"学生", u"5"}, {u"教师", u"不适用"}}), u"survey_groups 县级数据"_s);
    EXPECT_EQ(asked({{u"学生", u"10"}}), u"survey_parents 县级数据"_s);
    EXPECT_EQ(asked({{u"家长", u"100"}}), QString());
    EXPECT_EQ(asked({{u"家长", u"0"}, {u"学生", u"0"}}), QString());
    // What is blank may still mend it.
    EXPECT_EQ(asked({{u"家长", u"1"}, {u"学生", u"50"}, {u"教师", u""}}), QString());
}

TEST(Plausibility, ASurveyIsToldByItsFigures) {
    CountyBuilder county = soundCounty();
    for (const auto& [group, valid] : {std::pair(u"家长", u"59"), std::pair(u"学生", u"51"), std::pair(u"教师", u"10")})
        county.row(model::Level::Survey, group, {{u"survey_valid", valid}});
    const quality::CheckFinding parents = findingOf(u"survey_parents"_s, county.build());
    EXPECT_EQ(parents.severity, quality::CheckSeverity::Notice);
    EXPECT_EQ(parents.message, u"家长的有效问卷 59 份，不到全部 120 份的一半"_s);
    EXPECT_EQ(parents.figures.size(), 3U);
    EXPECT_EQ(quality::concerns(parents), QStringList{u"S1"_s});
    const quality::CheckFinding groups = findingOf(u"survey_groups"_s, county.build());
    EXPECT_EQ(groups.severity, quality::CheckSeverity::Notice);
    EXPECT_EQ(groups.message, u"家长以外的各类调查对象，有效问卷数应大体相当：学生 51 份，教师 10 份，相差五倍以上"_s);
    EXPECT_EQ(groups.figures.size(), 2U);
}

TEST(Plausibility, TooFewTeachers) {
    // A teacher for 16 pupils is usual; one for 400 is a 25th of that.
    CountyBuilder county = soundCounty();
    for (const char16_t* code :
         {u"teachers_college", u"teachers_bachelor", u"backbone_teachers", u"certified_teachers"})
        county.cell(sectionKey(kFirst), code, u"");
    county.cell(sectionKey(kFirst), u"teachers", u"1");
    EXPECT_EQ(found(county.build()), QStringList{u"unusual_teachers 柳溪小学 小学"_s});
}

TEST(Plausibility, SalariesOfAMonthAndAYear) {
    // 96000 to the civil servants: a fifth is 19200.
    EXPECT_EQ(found(soundCounty().county({{u"teacher_salary", u"19200"}}).build()), QStringList());
    EXPECT_EQ(found(soundCounty().county({{u"teacher_salary", u"19199.99"}}).build()),
              QStringList{u"salaries 县级数据"_s});
}

TEST(Plausibility, MoreGraduatesThanEntrants) {
    // 60 - 1 + 2 = 61 stayed of 62 - 0.
    const model::SubjectKey junior = sectionKey(kNineYear, u"junior");
    EXPECT_EQ(found(soundCounty().cell(junior, u"deaths", u"1").build()), QStringList());
    const CheckFinding finding = findingOf(u"retention"_s, soundCounty().cell(junior, u"deaths", u"2").build());
    EXPECT_EQ(finding.message, u"毕业生数 − 转入 + 转出 = 61 人，多于三年前在校生数 − 死亡 = 60 人，巩固率超过100%"_s);
}

TEST(Plausibility, ANineYearSchoolEnteredTwice) {
    CountyBuilder county = soundCounty();
    county.school(u"9900000030", u"初级中学", {{u"school_name", u"文昌学校（初中部）"}});
    EXPECT_EQ(found(county.build()), QStringList{u"same_name 文昌学校（初中部）"_s});
    EXPECT_TRUE(findingOf(u"same_name"_s, county.build()).message.startsWith(u"与标识码 9900000006 的“文昌学校”"_s));
    county.cell(schoolKey(u"9900000030"), u"school_name", u"文昌中学");
    EXPECT_EQ(found(county.build()), QStringList());
}

TEST(Plausibility, ACopyOfAnotherSchool) {
    const model::CountyYear year =
        soundCounty().cell(sectionKey(u"9900000003"), u"backbone_teachers", u"5").build(); // as the first has
    const CheckFinding finding = findingOf(u"copy"_s, year);
    EXPECT_EQ(finding.message, u"全部数据与“柳溪小学”小学的完全相同；是否复制之后忘了修改？"_s);
    EXPECT_EQ(quality::placeName(finding), u"西河小学 小学"_s);
}

TEST(Plausibility, LastYearsFiguresNotUpdated) {
    const model::CountyYear before = soundCounty(2024).build();
    const model::CountyYear year = soundCounty().cell(sectionKey(kFirst), u"pupils", u"401").build();
    const QStringList lines = found(year, &before);
    EXPECT_EQ(lines.size(), 4) << "the sections of 文昌学校 have seven figures other than 0 at most, too few to tell";
    EXPECT_FALSE(lines.join(u';').contains(u"柳溪"_s));
}

} // namespace junheng::test
