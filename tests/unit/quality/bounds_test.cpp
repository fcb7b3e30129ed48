// Figures in another unit, one of them or whole columns; every expectation follows from how the column was spoiled.

#include "sound_county.h"

#include <cmath>
#include <functional>
#include <map>
#include <string>

namespace junheng::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using model::Item;
using model::Level;
using model::SubjectKey;
using quality::CheckFinding;
using quality::CheckSeverity;

constexpr int kPrimary = 10;
constexpr int kJunior = 5;

const Item& item(const QString& code) {
    return model::ItemDictionary::builtIn().at(code);
}

/// A county as the law wants it: ten 小学 of 360 to 720 pupils, five 初级中学 of 600 to 800, a point of 12, a special
/// school. Each figure is the right one times what `spoil` says.
class County {
public:
    using Spoil = std::function<double(const SubjectKey&, const QString& code)>;

    explicit County(Spoil spoil, int size = 1) : m_spoil(std::move(spoil)) {
        for (int i = 0; i < kPrimary; ++i)
            addSchool(code(i), u"小学"_s, u"primary"_s, size * (360 + 40 * i), 40, 18, 1 + 0.03 * i);
        for (int i = 0; i < kJunior; ++i)
            addSchool(code(20 + i), u"初级中学"_s, u"junior"_s, size * (600 + 50 * i), 45, 13.5, 1 + 0.05 * i);
        addSchool(code(40), u"小学教学点"_s, u"primary"_s, 12, 6, 6, 3);
        addSchool(code(41), u"特殊教育学校"_s, u"special"_s, 60, 10, 3, 20);
        const SubjectKey county = SubjectKey::ofCounty();
        for (const auto& [name, right] : std::map<QString, double>{{u"population"_s, 11.3},
                                                                   {u"teacher_salary"_s, 98640},
                                                                   {u"civil_servant_salary"_s, 97815},
                                                                   {u"funds_standard_primary"_s, 720},
                                                                   {u"funds_standard_junior"_s, 940},
                                                                   {u"special_funds"_s, 160},
                                                                   {u"special_pupils"_s, 60},
                                                                   {u"compulsory_retention"_s, 97.85},
                                                                   {u"gdp_per_head"_s, 58230}})
            put(county, name, right);
    }

    static QString code(int i) { return QString::number(9900000001LL + i); }

    [[nodiscard]] model::CountyYear build() const {
        model::CountyYear year({.code = u"990101"_s, .name = u"示例县"_s}, 2025);
        year.apply(m_changes);
        return year;
    }

private:
    void addRow(const SubjectKey& key) {
        m_changes.changes.push_back({.subject = key, .after = model::Observation::ofAmount(1)});
    }

    void put(const SubjectKey& key, const QString& name, double right) {
        const Item& of = item(name);
        const double figure = right * m_spoil(key, name);
        m_changes.changes.push_back({.subject = key,
                                     .item = &of,
                                     .after = std::isnan(figure) ? model::Observation::missing()
                                                                 : model::Observation::ofAmount(std::llround(
                                                                       figure * std::pow(10, of.decimals)))});
    }

    void addSchool(const QString& school, const QString& type, const QString& stage, double pupils, double perClass,
                   double perTeacher, double more) {
        const SubjectKey key = SubjectKey::ofSchool(school);
        addRow(key);
        m_changes.changes.push_back({.subject = key,
                                     .item = &item(u"school_type"_s),
                                     .after = model::parseObservation(item(u"school_type"_s), type)->observation});
        m_changes.changes.push_back({.subject = key,
                                     .item = &item(u"school_name"_s),
                                     .after = model::Observation::ofText(u"学校"_s + school.last(2))});
        put(key, u"public_funds_budget"_s, std::max(pupils, 100.0) * 0.08 * more);
        put(key, u"teacher_training_budget"_s, std::max(pupils, 100.0) * 0.004 * more);
        const SubjectKey section{.level = Level::Section, .school = school, .part = stage};
        addRow(section);
        const double classes = std::ceil(pupils / perClass);
        const double teachers = std::ceil(pupils / perTeacher);
        for (const auto& [name, right] : std::map<QString, double>{{u"pupils"_s, pupils},
                                                                   {u"classes"_s, classes},
                                                                   {u"teachers"_s, teachers},
                                                                   {u"staff"_s, teachers + 2},
                                                                   {u"teachers_bachelor"_s, std::floor(teachers * 0.7)},
                                                                   {u"backbone_teachers"_s, std::floor(teachers * 0.2)},
                                                                   {u"certified_teachers"_s, teachers},
                                                                   {u"largest_class"_s, perClass}})
            put(section, name, right);
        if (stage == u"junior"_s) {
            put(section, u"graduates"_s, std::floor(pupils / 3));
            put(section, u"entrants"_s, std::floor(pupils / 3) + 2);
        }
        const SubjectKey campus{.level = Level::Campus, .school = school};
        addRow(campus);
        for (const auto& [name, right] : std::map<QString, double>{{u"teaching_area"_s, pupils * 5.5 * more},
                                                                   {u"indoor_sports_area"_s, pupils * 0.6 * more},
                                                                   {u"sports_ground_area"_s, pupils * 9 * more},
                                                                   {u"equipment_value"_s, pupils * 0.23 * more},
                                                                   {u"multimedia_rooms"_s, classes + 2},
                                                                   {u"computers"_s, pupils * 0.14 * more},
                                                                   {u"books"_s, pupils * 28 * more}})
            put(campus, name, right);
        const SubjectKey room{.level = Level::Room, .school = school, .part = u"1"_s};
        addRow(room);
        put(room, u"room_area"_s, 78 * (1 + 0.1 * std::fmod(pupils, 3)));
    }

    Spoil m_spoil;
    model::ChangeSet m_changes;
};

model::CountyYear columnTimes(const QString& code, double times) {
    return County([&](const SubjectKey&, const QString& name) { return name == code ? times : 1; }).build();
}

std::string joined(const QStringList& lines) {
    return lines.join(u" | "_s).toStdString();
}

} // namespace

TEST(Bounds, SoundFiguresOfSmallSpecialAndLargeSchoolsRaiseNoDoubt) {
    EXPECT_EQ(joined(found(columnTimes({}, 1))), "");
}

TEST(Bounds, AWholeColumnIsOneFindingThatNamesTheUnit) {
    struct Case {
        const char16_t* code;
        double times;
        const char16_t* unit; // as the message says it
    };
    const Case cases[]{
        {u"equipment_value", 1e4, u"很可能以元填报，应为万元 → 除以 10,000"},
        {u"equipment_value", 10, u"很可能以千元填报，应为万元 → 除以 10"},
        {u"equipment_value", 100, u"很可能以百元填报，应为万元 → 除以 100"},
        {u"equipment_value", 1e3, u"很可能小数点错了 3 位 → 除以 1,000"},
        {u"public_funds_budget", 1e4, u"很可能以元填报，应为万元 → 除以 10,000"},
        {u"public_funds_budget", 1e-4, u"很可能以亿元填报，应为万元 → 乘以 10,000"},
        {u"teaching_area", 15 / 1e4, u"很可能以亩填报，应为㎡ → 乘以 666.67"},
        {u"sports_ground_area", 15 / 1e4, u"很可能以亩填报，应为㎡ → 乘以 666.67"},
        {u"teaching_area", 1e-2, u"很可能以百㎡填报，应为㎡ → 乘以 100"},
        {u"teaching_area", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"indoor_sports_area", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"room_area", 1e4, u"很可能小数点错了 4 位 → 除以 10,000"},
        {u"room_area", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"books", 1e-3, u"很可能以千册填报，应为册 → 乘以 1,000"},
        {u"computers", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"multimedia_rooms", 100, u"很可能小数点错了 2 位 → 除以 100"},
        {u"pupils", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"pupils", 1e-1, u"很可能小数点错了 1 位 → 乘以 10"},
        {u"pupils", 1e-2, u"很可能以百人填报，应为人 → 乘以 100"},
        {u"classes", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"teachers", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"backbone_teachers", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"graduates", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"entrants", 10, u"很可能小数点错了 1 位 → 除以 10"},
        {u"entrants", 0.1, u"很可能小数点错了 1 位 → 乘以 10"},
        {u"staff", 10, u"很可能小数点错了 1 位 → 除以 10"},
    };
    for (const Case& one : cases) {
        const QString code = QString::fromUtf16(one.code);
        const std::string name = (code + u" ×"_s + QString::number(one.times)).toStdString();
        const model::CountyYear year = columnTimes(code, one.times);
        const std::vector<CheckFinding> findings = quality::check(year, nullptr);
        ASSERT_EQ(findings.size(), 1U) << name << ": " << joined(found(year));
        const CheckFinding& finding = findings.front();
        EXPECT_EQ(finding.check, u"unit_"_s + code) << name;
        EXPECT_EQ(finding.severity, CheckSeverity::Doubt) << name;
        EXPECT_TRUE(finding.message.startsWith(u"整列像是错了："_s)) << name << finding.message.toStdString();
        EXPECT_TRUE(finding.message.endsWith(QString::fromUtf16(one.unit))) << name << finding.message.toStdString();
        EXPECT_EQ(finding.schoolName, u"全县学校"_s) << name;
    }
}

// 1080 人 as 1.08 千人 becomes 1, the point's 12 become 0.
TEST(Bounds, PupilsInThousandsLeaveZerosAndOnes) {
    const model::CountyYear year =
        County([](const SubjectKey&, const QString& name) { return name == u"pupils"_s ? 1e-3 : 1; }, 3).build();
    EXPECT_EQ(joined(found(year)), "unit_pupils 全县学校");
    EXPECT_TRUE(findingOf(u"unit_pupils"_s, year).message.endsWith(u"很可能以千人填报，应为人 → 乘以 1,000"_s));
}

TEST(Bounds, OneStageInAnotherUnit) {
    for (const auto& [code, times] : {std::pair(u"pupils"_s, 10.0), {u"pupils"_s, 0.01}, {u"teachers"_s, 10.0}}) {
        const model::CountyYear year = County([&](const SubjectKey& key, const QString& name) {
                                           return name == code && key.part == u"junior"_s ? times : 1;
                                       }).build();
        const std::vector<CheckFinding> findings = quality::check(year, nullptr);
        ASSERT_EQ(findings.size(), 1U) << code.toStdString() << times << joined(found(year));
        EXPECT_EQ(quality::placeName(findings.front()), u"全县学校 初中"_s);
        EXPECT_EQ(findings.front().figures.size(), std::size_t{kJunior});
    }
}

TEST(Bounds, HalfAColumnNamesItsSchools) {
    for (const auto& [code, times] : {std::pair(u"equipment_value"_s, 1e4),
                                      {u"teaching_area"_s, 15 / 1e4},
                                      {u"public_funds_budget"_s, 1e4},
                                      {u"pupils"_s, 10.0},
                                      {u"books"_s, 1e-3}}) {
        for (const int first : {0, 2, 5}) { // 10, 8 and 5 of ten
            const model::CountyYear year =
                County([&](const SubjectKey& key, const QString& name) {
                    const bool hit = key.school >= County::code(first) && key.school < County::code(kPrimary);
                    return name == code && hit ? times : 1;
                }).build();
            const std::vector<CheckFinding> findings = quality::check(year, nullptr);
            ASSERT_EQ(findings.size(), 1U) << code.toStdString() << first << ": " << joined(found(year));
            EXPECT_EQ(findings.front().check, u"unit_"_s + code);
            EXPECT_EQ(findings.front().figures.size(), static_cast<std::size_t>(kPrimary - first));
            if (code != u"pupils"_s || first > 2) {
                EXPECT_TRUE(findings.front().message.startsWith(
                    u"这一列中有 %1 所学校像是错了（学校%2、"_s.arg(kPrimary - first)
                        .arg(first + 1, 2, 10, QChar(u'0'))))
                    << findings.front().message.toStdString();
            }
        }
    }
}

TEST(Bounds, ASingleSchoolIsOneFinding) {
    const model::CountyYear year = County([](const SubjectKey& key, const QString& name) {
                                       return name == u"equipment_value"_s && key.school == County::code(3) ? 1e4 : 1;
                                   }).build();
    EXPECT_EQ(joined(found(year)), "unusual_equipment_value 学校04");
    // 480 pupils, 0.23 x 1.09 万元 each: 0.2507, times 10,000.
    EXPECT_EQ(
        findingOf(u"unusual_equipment_value"_s, year).message,
        u"教学仪器设备资产值平均每个学生 2507 万元，不可能（应为 0.003—10）；很可能以元填报，应为万元 → 除以 10,000"_s);
}

// Nothing to compare with: the bounds alone tell.
TEST(Bounds, ACountyOfOneSchool) {
    CountyBuilder county;
    county.school(kFirst, u"小学");
    county.section(kFirst, u"primary", {{u"pupils", u"400"}});
    county.campus(kFirst, u"", {{u"equipment_value", u"800000"}, {u"teaching_area", u"3"}});
    const model::CountyYear year = county.build();
    EXPECT_EQ(joined(found(year)), "unusual_teaching_area 9900000001 | unusual_equipment_value 9900000001");
    EXPECT_TRUE(findingOf(u"unusual_teaching_area"_s, year).message.contains(u"很可能以亩填报，应为㎡"_s));
}

TEST(Bounds, ZerosAndBlanksAreNoMatterOfUnits) {
    for (const QString& code : {u"equipment_value"_s, u"sports_ground_area"_s, u"books"_s, u"teachers_bachelor"_s,
                                u"multimedia_rooms"_s, u"population"_s}) {
        EXPECT_EQ(joined(found(columnTimes(code, 0))), "") << code.toStdString();
        EXPECT_EQ(joined(found(columnTimes(code, std::nan("")))), "") << code.toStdString();
    }
    // A blank denominator judges nothing.
    EXPECT_EQ(joined(found(columnTimes(u"pupils"_s, std::nan("")))), "");
}

TEST(Bounds, FiguresOfTheCounty) {
    struct Case {
        const char16_t* code;
        double times;
        const char16_t* unit;
    };
    const Case cases[]{
        {u"population", 1e4, u"很可能以人填报，应为万人 → 除以 10,000"},
        {u"population", 1e-2, u"很可能以百万人填报，应为万人 → 乘以 100"},
        {u"teacher_salary", 1e-4, u"很可能以万元填报，应为元 → 乘以 10,000"},
        {u"teacher_salary", 1.0 / 12, u"很可能以月收入填报，应为年收入 → 乘以 12"},
        {u"civil_servant_salary", 1e-4, u"很可能以万元填报，应为元 → 乘以 10,000"},
        {u"funds_standard_primary", 1e-4, u"很可能以万元填报，应为元 → 乘以 10,000"},
        {u"special_funds", 1e4, u"很可能以元填报，应为万元 → 除以 10,000"},
        {u"compulsory_retention", 1e-2, u"很可能以小数填报，应为百分数 → 乘以 100"},
        {u"gdp_per_head", 1e-4, u"很可能以万元填报，应为元 → 乘以 10,000"},
    };
    for (const Case& one : cases) {
        const QString code = QString::fromUtf16(one.code);
        const model::CountyYear year = columnTimes(code, one.times);
        const std::string name = (code + u" ×"_s + QString::number(one.times)).toStdString();
        const std::vector<CheckFinding> findings = quality::check(year, nullptr);
        const auto place = std::ranges::find(findings, u"unusual_"_s + code, &CheckFinding::check);
        ASSERT_NE(place, findings.end()) << name << ": " << joined(found(year));
        EXPECT_TRUE(place->message.endsWith(QString::fromUtf16(one.unit))) << name << place->message.toStdString();
        EXPECT_EQ(findings.size(), code == u"special_funds"_s ? 2U : 1U) // it contradicts the special school, too
            << name << ": " << joined(found(year));
    }
}

// One cause: what a wrong column does to other checks, and to the comparison with last year, is not told again.
TEST(Bounds, AWrongColumnIsNotToldAgainByOtherChecks) {
    const model::CountyYear before = columnTimes({}, 1);
    const model::CountyYear year = columnTimes(u"pupils"_s, 10);
    const auto tells = [](const QStringList& lines, const QString& check) {
        return lines.filter(check + QChar(u' ')).size();
    };
    const QStringList lines = found(year, &before);
    EXPECT_EQ(tells(lines, u"unit_pupils"_s), 1);
    for (const QString& check : {u"average_class"_s, u"class_room"_s, u"change_pupils"_s, u"unusual_teaching_area"_s})
        EXPECT_EQ(tells(lines, check), 0) << check.toStdString();
}

} // namespace junheng::test
