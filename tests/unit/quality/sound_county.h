// A county whose data raise no doubt, for tests that spoil one figure of it.
#pragma once

#include "quality/check.h"
#include "support/county_builder.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace junheng::test {

inline constexpr const char16_t* kFirst = u"9900000001";
inline constexpr const char16_t* kNineYear = u"9900000006";

inline model::SubjectKey schoolKey(const char16_t* code) {
    return model::SubjectKey::ofSchool(QString::fromUtf16(code));
}

inline model::SubjectKey sectionKey(const char16_t* code, const char16_t* stage = u"primary") {
    return {.level = model::Level::Section, .school = QString::fromUtf16(code), .part = QString::fromUtf16(stage)};
}

inline model::SubjectKey campusKey(const char16_t* code, const char16_t* name = u"") {
    return {.level = model::Level::Campus, .school = QString::fromUtf16(code), .part = QString::fromUtf16(name)};
}

/// Five 小学 of 400 pupils and a 九年一贯制学校 of 400 + 200, 5 ㎡, 2000 元 and a teacher for 16 to each pupil.
inline CountyBuilder soundCounty(int year = 2025) {
    CountyBuilder county(year);
    const std::array codes{u"9900000001", u"9900000002", u"9900000003", u"9900000004", u"9900000005"};
    const std::array names{u"柳溪小学", u"东山小学", u"西河小学", u"南门小学", u"北桥小学"};
    const std::array backbones{u"5", u"6", u"7", u"8", u"9"}; // so that no section is another's copy
    for (std::size_t i = 0; i < codes.size(); ++i) {
        county.school(codes[i], u"小学",
                      {{u"school_name", names[i]}, {u"music_rooms", u"1"}, {u"built_year", u"2012"}});
        county.section(codes[i], u"primary",
                       {{u"pupils", u"400"},
                        {u"classes", u"10"},
                        {u"classes_36_40", u"6"},
                        {u"classes_41_45", u"4"},
                        {u"largest_class", u"43"},
                        {u"staff", u"27"},
                        {u"teachers", u"25"},
                        {u"teachers_college", u"5"},
                        {u"teachers_bachelor", u"20"},
                        {u"backbone_teachers", backbones[i]},
                        {u"certified_teachers", u"25"}});
        county.campus(codes[i], u"", {{u"teaching_area", u"2000"}, {u"equipment_value", u"80"}});
    }
    county.school(kNineYear, u"九年一贯制学校", {{u"school_name", u"文昌学校"}, {u"music_rooms", u"2"}});
    county.section(kNineYear, u"primary", {{u"pupils", u"400"}, {u"classes", u"10"}, {u"teachers", u"26"}});
    county.section(kNineYear, u"junior",
                   {{u"pupils", u"200"},
                    {u"classes", u"5"},
                    {u"teachers", u"14"},
                    {u"graduates", u"60"},
                    {u"entrants", u"62"},
                    {u"transferred_in", u"1"},
                    {u"transferred_out", u"2"},
                    {u"deaths", u"0"}});
    county.campus(kNineYear, u"",
                  {{u"campus_pupils_primary", u"300"},
                   {u"campus_pupils_junior", u"200"},
                   {u"teaching_area", u"2500"},
                   {u"equipment_value", u"100"}});
    county.campus(kNineYear, u"北校区",
                  {{u"campus_pupils_primary", u"100"},
                   {u"campus_pupils_junior", u"0"},
                   {u"teaching_area", u"500"},
                   {u"equipment_value", u"20"}});
    county.room(kNineYear, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}});
    county.room(kNineYear, u"2", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}});
    county.county({{u"teacher_salary", u"98000"}, {u"civil_servant_salary", u"96000"}});
    return county;
}

/// "degrees 柳溪小学 小学" of every finding.
inline QStringList found(const model::CountyYear& year, const model::CountyYear* before = nullptr) {
    QStringList lines;
    for (const quality::CheckFinding& finding : quality::check(year, before))
        lines << finding.check + QChar(u' ') + quality::placeName(finding);
    return lines;
}

/// The only one with this check; a failed test and an empty one when there is none.
inline quality::CheckFinding findingOf(const QString& check, const model::CountyYear& year,
                                       const model::CountyYear* before = nullptr) {
    const std::vector<quality::CheckFinding> all = quality::check(year, before);
    const auto place = std::ranges::find(all, check, &quality::CheckFinding::check);
    EXPECT_NE(place, all.end()) << check.toStdString();
    EXPECT_EQ(std::ranges::count(all, check, &quality::CheckFinding::check), place == all.end() ? 0 : 1);
    return place == all.end() ? quality::CheckFinding{} : *place;
}

} // namespace junheng::test
