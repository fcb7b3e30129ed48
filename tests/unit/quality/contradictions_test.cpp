// Figures that contradict one another; every expectation is read off the figures typed in.

#include "model/school_year.h"
#include "sound_county.h"

namespace junheng::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using quality::CheckFinding;
using quality::CheckSeverity;

} // namespace

TEST(Contradictions, SoundDataHaveNone) {
    EXPECT_EQ(found(soundCounty().build()), QStringList());
    EXPECT_EQ(found(CountyBuilder().build()), QStringList());
}

TEST(Contradictions, PartsOverTheirWholeAreNamedWithTheirNumbers) {
    const model::CountyYear year = soundCounty().cell(sectionKey(kFirst), u"teachers_master", u"8").build();
    const CheckFinding finding = findingOf(u"degrees"_s, year);
    EXPECT_EQ(finding.severity, CheckSeverity::Contradiction);
    EXPECT_EQ(quality::placeName(finding), u"柳溪小学 小学"_s);
    EXPECT_EQ(finding.message, u"各学历教师之和大于专任教师数：专科学历专任教师数 5 人 + 本科学历专任教师数 20 人 + "
                               "硕士学历专任教师数 8 人 = 33 人，专任教师数 25 人"_s);
    ASSERT_EQ(finding.figures.size(), 5U);
    EXPECT_EQ(finding.figures[3].text, u"待填报"_s) << "no doctors are given";
    EXPECT_EQ(finding.figures[4].text, u"25 人"_s);
    EXPECT_EQ(quality::concerns(finding), (QStringList{u"R1"_s, u"G9"_s, u"G12"_s}));
    EXPECT_EQ(found(year), QStringList{u"degrees 柳溪小学 小学"_s});
}

TEST(Contradictions, BandsThatDoNotMakeUpTheClasses) {
    CountyBuilder county = soundCounty();
    for (const char16_t* band : {u"classes_le25", u"classes_26_30", u"classes_31_35", u"classes_46_50",
                                 u"classes_51_55", u"classes_56_60", u"classes_61_65", u"classes_ge66"})
        county.cell(sectionKey(kFirst), band, u"0");
    EXPECT_EQ(found(county.build()), QStringList()) << "6 + 4 = 10";
    county.cell(sectionKey(kFirst), u"classes_36_40", u"5");
    EXPECT_TRUE(findingOf(u"class_bands"_s, county.build()).message.endsWith(u"= 9 个，教学班数 10 个"_s));
}

TEST(Contradictions, GradesThatDoNotMakeUpThePupils) {
    CountyBuilder county = soundCounty(); // 400 pupils
    for (const char16_t* grade : {u"pupils_grade_1", u"pupils_grade_2", u"pupils_grade_3", u"pupils_grade_4"})
        county.cell(sectionKey(kFirst), grade, u"67");
    county.cell(sectionKey(kFirst), u"pupils_grade_5", u"66");
    EXPECT_EQ(found(county.build()), QStringList()) << "the sixth is still to come";
    county.cell(sectionKey(kFirst), u"pupils_grade_6", u"66");
    EXPECT_EQ(found(county.build()), QStringList()) << "4 × 67 + 2 × 66";
    county.cell(sectionKey(kFirst), u"pupils_grade_6", u"67");
    EXPECT_EQ(found(county.build()), QStringList{u"grades 柳溪小学 小学"_s});
}

TEST(Contradictions, DisabledChildrenByKind) {
    CountyBuilder county = soundCounty();
    county.county({{u"disabled_total", u"20"},
                   {u"disabled_enrolled", u"19"},
                   {u"disabled_blind_total", u"5"},
                   {u"disabled_deaf_total", u"5"},
                   {u"disabled_mental_total", u"10"}});
    EXPECT_EQ(found(county.build()), QStringList());
    county.county({{u"disabled_blind_enrolled", u"6"}, {u"disabled_mental_total", u"11"}});
    EXPECT_EQ(found(county.build()), (QStringList{u"disabled_kinds 县级数据"_s, u"disabled_blind 县级数据"_s}));
}

// 上年度 is the last whole year before the self-evaluation: of the school year 2025, 2025 or 2024.
TEST(Contradictions, TheYearOfTheFunds) {
    for (const auto& [year, findings] :
         {std::pair(u"2025", 0), std::pair(u"2024", 0), std::pair(u"2023", 1), std::pair(u"2026", 1)})
        EXPECT_EQ(found(soundCounty().county({{u"fund_year", year}}).build()).filter(u"fund_year"_s).size(), findings)
            << QString::fromUtf16(year).toStdString();
    EXPECT_EQ(model::fundYear(soundCounty().county({{u"fund_year", u"2024"}}).build()), 2024);
    EXPECT_EQ(model::fundYear(soundCounty().build()), 2025);
}

// 表Ⅰ is filled in with what was published last: of the school year 2025, figures of 2023 to 2025.
TEST(Contradictions, TheYearOfTheStatistics) {
    for (const auto& [year, findings] : {std::pair(u"2022", 1), std::pair(u"2023", 0), std::pair(u"2025", 0),
                                         std::pair(u"2026", 1), std::pair(u"", 0)})
        EXPECT_EQ(found(soundCounty().county({{u"statistics_year", year}}).build()).filter(u"statistics_year"_s).size(),
                  findings)
            << QString::fromUtf16(year).toStdString();
}

TEST(Contradictions, AnAbsurdAverageIsADoubtOnly) {
    const CheckFinding finding = findingOf(
        u"average_class"_s, soundCounty().cell(sectionKey(kNineYear), u"classes", u"4").build()); // 100 pupils a class
    EXPECT_EQ(finding.severity, CheckSeverity::Doubt);
    EXPECT_EQ(finding.message, u"平均班额超过80人：在校学生数 400 人，教学班数 4 个"_s);
}

TEST(Contradictions, CampusesThatDoNotMakeUpTheirSection) {
    const model::CountyYear year =
        soundCounty().cell(campusKey(kNineYear, u"北校区"), u"campus_pupils_primary", u"90").build();
    const CheckFinding finding = findingOf(u"campus_pupils"_s, year);
    EXPECT_EQ(finding.message, u"各校区小学在校学生数合计 390 人，学段的在校学生数却是 400 人"_s);
    EXPECT_EQ(finding.figures.size(), 3U) << "the section and two campuses";
    const model::CountyYear blank =
        soundCounty().cell(campusKey(kNineYear, u"北校区"), u"campus_pupils_primary", u"").build();
    EXPECT_EQ(found(blank), QStringList()) << "the blank campus may have the other 100";
}

TEST(Contradictions, ACampusOfAStageThatIsNotThere) {
    const model::CountyYear year = soundCounty().cell(campusKey(kNineYear), u"campus_pupils_senior", u"30").build();
    EXPECT_EQ(found(year), QStringList{u"campus_stage 文昌学校 高中"_s});
}

TEST(Contradictions, RoomsOfTheRegister) {
    const model::CountyYear year = soundCounty().cell(schoolKey(kNineYear), u"music_rooms", u"3").build();
    EXPECT_EQ(findingOf(u"music_rooms"_s, year).message, u"音乐专用教室间数填的是 3 间，专用教室台账中列出 2 间"_s);
    EXPECT_EQ(found(soundCounty().cell(schoolKey(kFirst), u"music_rooms", u"3").build()), QStringList())
        << "a school without a register is not held against it";
}

TEST(Contradictions, ParentsAndYears) {
    CountyBuilder county = soundCounty();
    county.cell(schoolKey(kFirst), u"parent_code", u"9900000099");
    county.cell(schoolKey(kNineYear), u"parent_code", kNineYear);
    county.cell(schoolKey(u"9900000002"), u"built_year", u"2027");
    county.cell(schoolKey(u"9900000003"), u"built_year", u"2026"); // before the school year 2025 ends
    EXPECT_EQ(found(county.build()),
              (QStringList{u"parent 柳溪小学"_s, u"built_year 东山小学"_s, u"parent 文昌学校"_s}));
}

TEST(Contradictions, TheLargestClassStandsInTheHighestBand) {
    const auto checked = [](const char16_t* largest) {
        return found(soundCounty().cell(sectionKey(kFirst), u"largest_class", largest).build());
    };
    EXPECT_EQ(checked(u"41"), QStringList());
    EXPECT_EQ(checked(u"45"), QStringList());
    EXPECT_EQ(checked(u"50"), QStringList()) << "the bands above 45 are blank";
    EXPECT_EQ(checked(u"40"), QStringList()) << "likewise: a higher band may hold it no less than this one";
    CountyBuilder county = soundCounty();
    for (const char16_t* band :
         {u"classes_46_50", u"classes_51_55", u"classes_56_60", u"classes_61_65", u"classes_ge66"})
        county.cell(sectionKey(kFirst), band, u"0");
    for (const char16_t* largest : {u"40", u"46"})
        EXPECT_EQ(found(CountyBuilder(county).cell(sectionKey(kFirst), u"largest_class", largest).build()),
                  QStringList{u"largest_band 柳溪小学 小学"_s})
            << QString::fromUtf16(largest).toStdString();
    EXPECT_EQ(found(CountyBuilder(county).cell(sectionKey(kFirst), u"largest_class", u"45").build()), QStringList());
}

// 10 classes of at most 43 are 430 pupils; 6 classes of 36 and 4 of 41 are at least 380.
TEST(Contradictions, PupilsFitTheirClasses) {
    const auto checked = [](const char16_t* pupils) {
        return found(soundCounty().cell(sectionKey(kFirst), u"pupils", pupils).build());
    };
    EXPECT_EQ(checked(u"430"), QStringList());
    EXPECT_EQ(checked(u"431"), QStringList{u"class_room 柳溪小学 小学"_s});
    EXPECT_EQ(checked(u"380"), QStringList());
    EXPECT_EQ(checked(u"379"), QStringList{u"class_least 柳溪小学 小学"_s});
}

// Pupils taught at home are in no class, and 高中 rows need none.
TEST(Contradictions, OtherStagesNeedNoClasses) {
    CountyBuilder county = soundCounty();
    county.school(u"9900000020", u"特殊教育学校", {});
    county.section(u"9900000020", u"special", {{u"pupils", u"100"}, {u"classes", u"5"}, {u"largest_class", u"12"}});
    county.school(u"9900000021", u"高级中学", {});
    county.section(u"9900000021", u"senior", {{u"pupils", u"900"}, {u"classes", u"0"}, {u"largest_class", u"0"}});
    EXPECT_EQ(found(county.build()), QStringList());
}

TEST(Contradictions, NoClassesAreOneFinding) {
    CountyBuilder county = soundCounty();
    county.cell(sectionKey(kNineYear), u"classes", u"0");
    county.cell(sectionKey(kNineYear), u"largest_class", u"45");
    EXPECT_EQ(found(county.build()), QStringList{u"no_classes 文昌学校 小学"_s});
}

TEST(Contradictions, TrainingThatTheParentPays) {
    CountyBuilder county = soundCounty();
    county.cell(schoolKey(kFirst), u"public_funds_budget", u"0");
    county.cell(schoolKey(kFirst), u"teacher_training_budget", u"0.5");
    EXPECT_EQ(found(county.build()), QStringList());
    county.cell(schoolKey(kFirst), u"public_funds_budget", u"0.4");
    EXPECT_EQ(found(county.build()), QStringList{u"training_budget 柳溪小学"_s});
}

TEST(Contradictions, SpecialSchoolsAgainstTheCounty) {
    CountyBuilder county = soundCounty();
    county.school(u"9900000020", u"特殊教育学校", {{u"school_name", u"启明学校"}, {u"public_funds_budget", u"60"}});
    county.section(u"9900000020", u"special", {{u"pupils", u"80"}});
    county.county({{u"special_pupils", u"80"}, {u"special_funds", u"60"}});
    EXPECT_EQ(found(county.build()), QStringList());
    county.county({{u"special_funds", u"66"}});
    const CheckFinding finding = findingOf(u"special_funds"_s, county.build());
    EXPECT_EQ(finding.severity, CheckSeverity::Doubt);
    EXPECT_EQ(finding.schoolName, u"县级数据"_s);
    county.cell(schoolKey(u"9900000020"), u"public_funds_budget", u"");
    EXPECT_EQ(found(county.build()), QStringList()) << "nothing to compare with";
    county.cell(schoolKey(u"9900000020"), u"public_funds_budget", u"60");
    county.school(u"9900000021", u"特殊教育学校", {{u"school_name", u"春晖学校"}});
    EXPECT_EQ(found(county.build()), QStringList()) << "the other school's row is still to come";
}

TEST(Contradictions, AStageThatTheTypeDoesNotHave) {
    CountyBuilder county = soundCounty();
    county.section(kFirst, u"junior", {{u"pupils", u"30"}, {u"classes", u"1"}, {u"teachers", u"3"}});
    const CheckFinding finding = findingOf(u"type_stage"_s, county.build());
    EXPECT_EQ(finding.severity, CheckSeverity::Notice);
    EXPECT_EQ(quality::placeName(finding), u"柳溪小学 初中"_s);
}

TEST(Contradictions, GraverOnesComeFirstAndTheCountyLast) {
    CountyBuilder county = soundCounty();
    county.cell(sectionKey(kNineYear), u"classes", u"4");                        // a doubt
    county.cell(schoolKey(kNineYear), u"music_rooms", u"3");                     // contradictions
    county.cell(sectionKey(kFirst), u"certified_teachers", u"26");               //
    county.county({{u"rotation_actual", u"10"}, {u"rotation_backbone", u"11"}}); //
    EXPECT_EQ(found(county.build()), (QStringList{u"certified 柳溪小学 小学"_s, u"music_rooms 文昌学校"_s,
                                                  u"rotation 县级数据"_s, u"average_class 文昌学校 小学"_s}));
}

} // namespace junheng::test
