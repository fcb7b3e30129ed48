// What changed since the year before; every expectation is read off the figures typed in.

#include "sound_county.h"

namespace junheng::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using quality::CheckFinding;
using quality::CheckSeverity;

// The findings that rest on the year before, of schools that did update their figures.
QStringList changed(const CountyBuilder& now) {
    CountyBuilder former = soundCounty(2024);
    for (const char16_t* code : {u"9900000001", u"9900000002", u"9900000003", u"9900000004", u"9900000005"})
        former.cell(sectionKey(code), u"staff", u"28");
    former.cell(sectionKey(kNineYear, u"junior"), u"graduates", u"59");
    const model::CountyYear before = former.build();
    return found(now.build(), &before);
}

} // namespace

TEST(EarlierYear, UsualChangesAreNone) {
    EXPECT_EQ(changed(soundCounty()), QStringList());
}

TEST(EarlierYear, AChangeCountsFromItsShareAndItsLeast) {
    // 400 pupils: a quarter is 100, which is more than the least of 30.
    for (const auto& [pupils, findings] :
         {std::pair(u"499", 0), std::pair(u"500", 1), std::pair(u"301", 0), std::pair(u"300", 1)})
        EXPECT_EQ(changed(soundCounty().cell(sectionKey(kFirst), u"pupils", pupils)).filter(u"change_"_s).size(),
                  findings)
            << QString::fromUtf16(pupils).toStdString();
    // 5 of the 骨干: half is 2.5, the least is 3.
    EXPECT_EQ(changed(soundCounty().cell(sectionKey(kFirst), u"backbone_teachers", u"2")),
              QStringList{u"change_backbone_teachers 柳溪小学 小学"_s});
    EXPECT_EQ(changed(soundCounty().cell(sectionKey(kFirst), u"backbone_teachers", u"3")), QStringList());
}

TEST(EarlierYear, SaysFromWhatToWhat) {
    const model::CountyYear before = soundCounty(2023).build();
    const model::CountyYear year = soundCounty().cell(sectionKey(kFirst), u"pupils", u"300").build();
    const CheckFinding finding = findingOf(u"change_pupils"_s, year, &before);
    EXPECT_EQ(finding.message, u"在校学生数由 2023 学年的 400 人变为 300 人，减少 25%"_s);
    EXPECT_EQ(finding.severity, CheckSeverity::Doubt);
    ASSERT_EQ(finding.figures.size(), 2U);
    EXPECT_FALSE(finding.figures[0].isEarlier);
    EXPECT_TRUE(finding.figures[1].isEarlier);
    EXPECT_EQ(finding.figures[1].year, 2023);
    EXPECT_EQ(finding.figures[1].text, u"400 人"_s);
}

// 两个只增不减 (国办发〔2018〕82号): less than the year before is named, however little.
TEST(EarlierYear, SpendingThatFell) {
    const auto spent = [](int year, const char16_t* total, const char16_t* perPupil) {
        return soundCounty(year)
            .county({{u"education_spending", total}, {u"spending_per_pupil_junior", perPupil}})
            .build();
    };
    const model::CountyYear before = spent(2024, u"30000", u"18000.50");
    const auto fell = [&](const char16_t* total, const char16_t* perPupil) {
        return found(spent(2025, total, perPupil), &before).filter(u"less_"_s);
    };
    EXPECT_EQ(fell(u"30000", u"18000.50"), QStringList());
    EXPECT_EQ(fell(u"31000", u""), QStringList());
    EXPECT_EQ(fell(u"29999.9999", u"18000.49"),
              (QStringList{u"less_education_spending 县级数据"_s, u"less_spending_per_pupil_junior 县级数据"_s}));
}

TEST(EarlierYear, AreasCountOverAllCampuses) {
    // 2500 + 500 ㎡: moving 400 between the campuses changes nothing, taking 600 away is a fifth.
    CountyBuilder moved = soundCounty();
    moved.cell(campusKey(kNineYear), u"teaching_area", u"2100");
    moved.cell(campusKey(kNineYear, u"北校区"), u"teaching_area", u"900");
    EXPECT_EQ(changed(moved), QStringList());
    CountyBuilder less = soundCounty();
    less.cell(campusKey(kNineYear), u"teaching_area", u"1900");
    EXPECT_EQ(changed(less), QStringList{u"change_teaching_area 文昌学校"_s});
}

TEST(EarlierYear, SchoolsStagesAndIdentity) {
    const model::CountyYear before = soundCounty(2024).build();
    CountyBuilder county(2025);
    county.school(kFirst, u"九年一贯制学校", {{u"school_name", u"柳溪学校"}});
    county.section(kFirst, u"junior", {});
    county.school(u"9900000040", u"小学", {{u"school_name", u"新城小学"}});
    const QStringList lines = found(county.build(), &before);
    EXPECT_EQ(lines, (QStringList{u"identity_school_name 柳溪学校"_s, u"identity_school_type 柳溪学校"_s,
                                  u"gone_stage 柳溪学校 小学"_s, u"gone_school 东山小学"_s, u"gone_school 西河小学"_s,
                                  u"gone_school 南门小学"_s, u"gone_school 北桥小学"_s, u"gone_school 文昌学校"_s,
                                  u"new_school 新城小学"_s}));
    for (const CheckFinding& finding : quality::check(county.build(), &before))
        EXPECT_EQ(finding.severity, CheckSeverity::Notice);
}

} // namespace junheng::test
