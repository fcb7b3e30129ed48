// What was taken over and not confirmed; the counts are those of the figures marked here.

#include "sound_county.h"

namespace junheng::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using quality::CheckFinding;
using quality::CheckSeverity;

model::CountyYear marked(const std::vector<model::CellKey>& cells) {
    model::CountyYear year = soundCounty().build();
    model::ChangeSet marks;
    for (const model::CellKey& cell : cells) {
        const model::Observation value = year.value(cell.subject, *cell.item);
        EXPECT_FALSE(value.isMissing());
        marks.changes.push_back({.subject = cell.subject, .item = cell.item, .after = value.takenOver()});
    }
    year.apply(marks);
    return year;
}

const model::Item& itemOf(const char16_t* code) {
    return model::ItemDictionary::builtIn().at(code);
}

} // namespace

TEST(Unconfirmed, OneForEveryLevelThatHasSome) {
    const auto first = model::SubjectKey::ofSchool(u"9900000001"_s);
    const auto second = model::SubjectKey::ofSchool(u"9900000002"_s);
    const model::CountyYear year = marked({{first, &itemOf(u"school_name")},
                                           {first, &itemOf(u"built_year")},
                                           {second, &itemOf(u"built_year")},
                                           {campusKey(kFirst), &itemOf(u"teaching_area")}});
    QStringList lines;
    for (const CheckFinding& finding : quality::check(year, nullptr)) {
        if (finding.check != u"unconfirmed")
            continue;
        lines << quality::placeName(finding) + u'：' + finding.message;
        EXPECT_EQ(finding.severity, CheckSeverity::Doubt);
        EXPECT_TRUE(quality::remedy(finding).contains(u"F8"_s));
    }
    EXPECT_EQ(lines, (QStringList{u"县级数据 学校：3 个数据承接自上年，尚未确认"_s,
                                  u"县级数据 校区：1 个数据承接自上年，尚未确认"_s}));
    // Each item once, where it is met first.
    const auto findings = quality::check(year, nullptr);
    const auto schools = std::ranges::find(findings, u"unconfirmed"_s, &CheckFinding::check);
    ASSERT_NE(schools, findings.end());
    ASSERT_EQ(schools->figures.size(), 2U);
    EXPECT_EQ(schools->figures[1].cell, (model::CellKey{first, &itemOf(u"built_year")}));
    EXPECT_TRUE(quality::concerns(*schools).contains(u"G3"_s));
}

TEST(Unconfirmed, TheSameIdentityIsNoChange) {
    const model::CountyYear before = soundCounty(2024).build();
    const model::CountyYear year = marked({{model::SubjectKey::ofSchool(u"9900000001"_s), &itemOf(u"school_name")}});
    EXPECT_TRUE(found(year, &before).filter(u"identity_"_s).isEmpty());
}

TEST(Unconfirmed, NoneWhereNothingWasTakenOver) {
    EXPECT_TRUE(found(soundCounty().build()).filter(u"unconfirmed"_s).isEmpty());
}

} // namespace junheng::test
