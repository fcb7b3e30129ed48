#include "county_builder.h"

#include <gtest/gtest.h>

namespace junheng::report_test {

using namespace Qt::Literals::StringLiterals;
using model::Stage;

CountyBuilder& CountyBuilder::school(const QString& name, const QString& type, Entries entries) {
    m_code = u"99%1"_s.arg(++m_schools, 8, 10, QChar(u'0'));
    enter(model::SubjectKey::ofSchool(m_code), {{u"school_name", name}, {u"school_type", type}});
    return schoolFigures(entries);
}

CountyBuilder& CountyBuilder::schoolFigures(Entries entries) {
    enter(model::SubjectKey::ofSchool(m_code), entries);
    return *this;
}

CountyBuilder& CountyBuilder::section(Stage stage, Entries entries) {
    enter({.level = model::Level::Section, .school = m_code, .part = model::stageId(stage)}, entries);
    return *this;
}

CountyBuilder& CountyBuilder::campus(Entries entries) {
    enter({.level = model::Level::Campus, .school = m_code}, entries);
    return *this;
}

CountyBuilder& CountyBuilder::county(Entries entries) {
    enter(model::SubjectKey::ofCounty(), entries);
    return *this;
}

void CountyBuilder::enter(const model::SubjectKey& subject, Entries entries) {
    model::ChangeSet changes;
    if (!m_year.exists(subject))
        changes.changes.push_back({.subject = subject, .after = model::Observation::ofAmount(1)});
    for (const Entry& entry : entries) {
        const model::Item& item = model::ItemDictionary::builtIn().at(entry.item);
        const auto parsed = model::parseObservation(item, entry.text);
        ASSERT_TRUE(parsed.has_value()) << qPrintable(item.label + entry.text);
        changes.changes.push_back({.subject = subject, .item = &item, .after = parsed->observation});
    }
    m_year.apply(changes);
}

namespace {

// All teachers of R1 under 本科 and of R3 under 体育, their other addends 0.
void teachers(CountyBuilder& county, Stage stage, int pupils, int degrees, int backbone, int arts) {
    county.section(stage, {{u"pupils", QString::number(pupils)},
                           {u"teachers_college", u"0"_s},
                           {u"teachers_bachelor", QString::number(degrees)},
                           {u"teachers_master", u"0"_s},
                           {u"teachers_doctor", u"0"_s},
                           {u"backbone_teachers", QString::number(backbone)},
                           {u"pe_teachers", QString::number(arts)},
                           {u"music_teachers", u"0"_s},
                           {u"fine_art_teachers", u"0"_s},
                           {u"other_art_teachers", u"0"_s}});
}

void premises(CountyBuilder& county, const QString& area, const QString& ground, const QString& equipment,
              const QString& rooms) {
    county.campus({{u"teaching_area", area},
                   {u"indoor_sports_area", u"0"_s},
                   {u"sports_ground_area", ground},
                   {u"equipment_value", equipment},
                   {u"multimedia_rooms", rooms}});
}

} // namespace

model::CountyYear n10() {
    CountyBuilder county(u"算例县"_s, 2025);
    county.school(u"P1"_s, u"小学"_s);
    teachers(county, Stage::Primary, 900, 44, 11, 9);
    premises(county, u"4300"_s, u"7200"_s, u"198.0"_s, u"24"_s);
    county.school(u"P2"_s, u"小学"_s);
    teachers(county, Stage::Primary, 300, 16, 2, 3);
    premises(county, u"1530"_s, u"2700"_s, u"75.0"_s, u"9"_s);
    county.school(u"T1"_s, u"小学教学点"_s);
    teachers(county, Stage::Primary, 60, 4, 1, 1);
    premises(county, u"400"_s, u"900"_s, u"14.4"_s, u"3"_s);
    county.school(u"T2"_s, u"小学教学点"_s).section(Stage::Primary, {{u"pupils", u"40"_s}});
    county.school(u"J1"_s, u"初级中学"_s);
    teachers(county, Stage::Junior, 800, 52, 10, 9);
    premises(county, u"4900"_s, u"8600"_s, u"210.0"_s, u"21"_s);
    county.school(u"N1"_s, u"九年一贯制学校"_s);
    teachers(county, Stage::Primary, 400, 20, 5, 4);
    teachers(county, Stage::Junior, 300, 20, 4, 3);
    premises(county, u"3800"_s, u"6400"_s, u"160.0"_s, u"18"_s);
    county.school(u"W1"_s, u"完全中学"_s);
    teachers(county, Stage::Junior, 500, 30, 6, 5);
    county.section(Stage::Senior, {{u"pupils", u"700"_s}});
    premises(county, u"9000"_s, u"15000"_s, u"420.0"_s, u"32"_s);
    return county.year();
}

} // namespace junheng::report_test
