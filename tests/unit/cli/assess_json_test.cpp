// The shape of `assess --json` for what an assessment can hold; the figures are computed by hand in the comments.

#include "cli/assessment_json.h"

#include "assess/assessment.h"
#include "standard/library.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::cli {

namespace {

using model::Change;
using model::ChangeSet;
using model::Level;
using model::Observation;
using model::SubjectKey;

/// A county of 小学 with one campus each, filled cell by cell.
class County {
public:
    /// A school that meets every indicator but for `cells` of its section; "" leaves a cell blank.
    void addPrimary(const QString& code, const std::vector<std::pair<QString, QString>>& cells,
                    const std::vector<std::pair<QString, QString>>& ofSchool = {}) {
        const SubjectKey school = SubjectKey::ofSchool(code);
        const SubjectKey section{.level = Level::Section, .school = code, .part = u"primary"_s};
        const SubjectKey campus{.level = Level::Campus, .school = code};
        for (const SubjectKey& subject : {school, section, campus})
            m_changes.changes.push_back({.subject = subject, .after = Observation::ofAmount(1)});
        set(school, u"school_name"_s, u"学校"_s + code.right(1));
        set(school, u"school_type"_s, u"小学"_s);
        for (const auto& [item, text] : ofSchool)
            set(school, item, text);
        for (const char16_t* item : {u"teachers_college", u"teachers_master", u"teachers_doctor", u"music_teachers",
                                     u"fine_art_teachers", u"other_art_teachers"})
            set(section, QString::fromUtf16(item), u"0"_s);
        set(section, u"pupils"_s, u"80"_s);
        set(section, u"teachers_bachelor"_s, u"8"_s);
        set(section, u"backbone_teachers"_s, u"4"_s);
        set(section, u"pe_teachers"_s, u"2"_s);
        for (const auto& [item, text] : cells)
            set(section, item, text);
        set(campus, u"teaching_area"_s, u"400"_s);
        set(campus, u"indoor_sports_area"_s, u"0"_s);
        set(campus, u"sports_ground_area"_s, u"800"_s);
        set(campus, u"equipment_value"_s, u"16"_s);
        set(campus, u"multimedia_rooms"_s, u"2"_s);
    }

    [[nodiscard]] Json json() const {
        model::CountyYear year({.code = u"990110"_s, .name = u"算例县"_s}, 2025);
        year.apply(m_changes);
        const auto standard = standard::loadStandard(u"national-2017"_s);
        return assessmentJson(year, *standard, assess::assess(year, *standard));
    }

private:
    void set(const SubjectKey& subject, const QString& code, const QString& text) {
        const model::Item& item = model::ItemDictionary::builtIn().at(code);
        m_changes.changes.push_back(
            {.subject = subject, .item = &item, .after = model::parseObservation(item, text)->observation});
    }

    ChangeSet m_changes;
};

std::vector<std::string> namesOf(const Json& object) {
    std::vector<std::string> names;
    for (const auto& [name, member] : object.items())
        names.push_back(name);
    return names;
}

using Names = std::vector<std::string>;

TEST(AssessJson, HasTheMembersOfTheInterfaceInItsOrder) {
    County county;
    county.addPrimary(u"9900000001"_s, {});
    const Json json = county.json();
    EXPECT_EQ(namesOf(json), (Names{"format", "county", "year", "standard", "sections", "excluded", "balance",
                                    "government", "quality", "approval", "vetoes", "eligibility", "targets", "verdict",
                                    "verdict_without_relaxations", "reasons"}));
    EXPECT_EQ(namesOf(json["verdict"]), (Names{"resources", "balance", "government", "quality", "approval", "vetoes",
                                               "overall", "eligibility", "can_apply"}));
    EXPECT_EQ(json["format"], 1);
    EXPECT_EQ(json["county"], (Json{{"code", "990110"}, {"name", "算例县"}}));
    EXPECT_EQ(json["year"], 2025);
    EXPECT_EQ(json["standard"]["id"], "national-2017");
    EXPECT_EQ(namesOf(json["approval"]),
              (Names{"valid", "satisfied", "rate", "threshold", "status", "borderline", "issued", "required_sample",
                     "valid_share", "parents_share", "missing"}));
    EXPECT_EQ(json["approval"]["threshold"], 0.85);
    EXPECT_EQ(json["approval"]["status"], "missing");
    EXPECT_EQ(json["government"].size(), 15U);
    EXPECT_EQ(json["quality"].size(), 9U);
    EXPECT_EQ(json["vetoes"].size(), 7U);
    EXPECT_EQ(json["eligibility"].size(), 5U);
    EXPECT_TRUE(json["vetoes"].at(0)["present"].is_null());
    EXPECT_EQ(json["vetoes"].at(0)["values"], Json::object());
    EXPECT_EQ(namesOf(json["vetoes"].at(3)["values"]),
              (Names{"posts_approved", "posts_filled", "posts_vacant", "teachers_temporary"}));
    EXPECT_EQ(json["excluded"], Json::array());
    EXPECT_EQ(json["targets"], Json::array());
    EXPECT_TRUE(json["verdict_without_relaxations"].is_null());
    EXPECT_EQ(json["verdict"]["resources"], "pass");
    EXPECT_EQ(json["verdict"]["balance"], "pass");
    EXPECT_EQ(json["verdict"]["overall"], "missing");
}

TEST(AssessJson, ASectionHoldsItsSevenFigures) {
    County county;
    county.addPrimary(u"9900000001"_s, {});
    const Json json = county.json();
    const Json& section = json["sections"].at(0);
    EXPECT_EQ(section["school_code"], "9900000001");
    EXPECT_EQ(section["school"], "学校1");
    EXPECT_EQ(section["stage"], "primary");
    EXPECT_EQ(section["pupils"], 80);
    EXPECT_TRUE(section["pupils"].is_number_integer());
    EXPECT_EQ(section["met"], 7);
    EXPECT_EQ(section["verdict"], "pass");
    // 8, 4, 2 teachers of 80 pupils; 400 and 800 square metres; 160,000 yuan; 2 rooms
    const std::vector<double> values{10, 5, 2.5, 5, 10, 2000, 2.5};
    ASSERT_EQ(section["indicators"].size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Json& indicator = section["indicators"].at(i);
        EXPECT_EQ(indicator["id"], toJson(u"R%1"_s.arg(i + 1)));
        EXPECT_EQ(indicator["value"], values[i]);
        EXPECT_EQ(indicator["status"], "met");
        EXPECT_TRUE(indicator["relaxation"].is_null());
        EXPECT_FALSE(indicator.contains("without"));
        EXPECT_EQ(indicator["missing"], Json::array());
    }
    EXPECT_EQ(section["indicators"].at(0)["threshold"], 4.2);
    EXPECT_EQ(section["indicators"].at(0)["floor"], 3.57);
    EXPECT_EQ(section["indicators"].at(5)["printed"], "2000.00");
}

TEST(AssessJson, ABlankCellIsNamedWhereverItBlocks) {
    County county;
    county.addPrimary(u"9900000001"_s, {{u"teachers_master"_s, {}}});
    county.addPrimary(u"9900000002"_s, {});
    const Json json = county.json();
    const Json cell = Json::array({{{"sheet", "学段"},
                                    {"school_code", "9900000001"},
                                    {"part", "小学"},
                                    {"item", "teachers_master"},
                                    {"label", "硕士学历专任教师数"},
                                    {"why", "待填报"}}});
    const Json& indicator = json["sections"].at(0)["indicators"].at(0);
    EXPECT_TRUE(indicator["value"].is_null());
    EXPECT_TRUE(indicator["printed"].is_null());
    EXPECT_EQ(indicator["status"], "missing");
    EXPECT_EQ(indicator["missing"], cell);
    const Json& coefficient = json["balance"].at(0)["indicators"].at(0);
    for (const char* figure : {"mean", "sd", "cv", "printed"})
        EXPECT_TRUE(coefficient[figure].is_null()) << figure;
    EXPECT_EQ(coefficient["status"], "missing");
    EXPECT_EQ(coefficient["missing"], cell);
    EXPECT_TRUE(json["balance"].at(0)["composite"].is_null());
    EXPECT_EQ(json["sections"].at(1)["indicators"].at(0)["value"], 10);
    EXPECT_TRUE(json["sections"].at(1)["indicators"].at(0)["contribution"].is_null());
}

TEST(AssessJson, UnknownPupilsAreNull) {
    County county;
    county.addPrimary(u"9900000001"_s, {{u"pupils"_s, {}}});
    const Json json = county.json();
    EXPECT_TRUE(json["sections"].at(0)["pupils"].is_null());
    EXPECT_TRUE(json["balance"].at(0)["pupils"].is_null());
    EXPECT_EQ(json["sections"].at(0)["verdict"], "missing");
}

TEST(AssessJson, AZeroMeanHasNoCoefficient) {
    County county;
    county.addPrimary(u"9900000001"_s, {{u"backbone_teachers"_s, u"0"_s}});
    const Json json = county.json();
    const Json& coefficient = json["balance"].at(0)["indicators"].at(1);
    EXPECT_EQ(coefficient["mean"], 0);
    EXPECT_EQ(coefficient["sd"], 0);
    EXPECT_TRUE(coefficient["cv"].is_null());
    EXPECT_EQ(coefficient["status"], "missing");
    EXPECT_EQ(json["sections"].at(0)["indicators"].at(1)["value"], 0);
    EXPECT_EQ(json["sections"].at(0)["indicators"].at(1)["status"], "below");
}

// School 1 has 80 pupils: no teacher of its own and one who visits, 1.25 against 0.9; without, 0 is below the floor.
// The coefficient of R3 with 2.5 in school 2, pupils equal: mean 1.875, deviation 0.625: 1/3; without: 0 and 2.5: 1.
TEST(AssessJson, ARelaxationStandsBesideTheFigureWithoutIt) {
    County county;
    county.addPrimary(u"9900000001"_s, {{u"pe_teachers"_s, u"0"_s}, {u"visiting_pe_art_teachers"_s, u"1"_s}},
                      {{u"rural_small"_s, u"是"_s}});
    county.addPrimary(u"9900000002"_s, {});
    const Json json = county.json();
    const Json& indicator = json["sections"].at(0)["indicators"].at(2);
    EXPECT_EQ(indicator["value"], 1.25);
    EXPECT_EQ(indicator["status"], "met");
    EXPECT_EQ(indicator["relaxation"], "visiting");
    EXPECT_EQ(indicator["without"], (Json{{"value", 0.0}, {"status", "below"}}));
    EXPECT_EQ(json["sections"].at(0)["verdict"], "pass");

    const Json& balance = json["balance"].at(0);
    EXPECT_NEAR(balance["indicators"].at(2)["cv"], 1.0 / 3, 1e-12);
    const Json& without = balance["without_relaxations"];
    ASSERT_EQ(without.size(), 7U);
    EXPECT_EQ(namesOf(without.at(2)), (Names{"id", "cv", "status"}));
    EXPECT_EQ(without.at(2)["id"], "R3");
    EXPECT_NEAR(without.at(2)["cv"], 1.0, 1e-12);
    EXPECT_EQ(without.at(2)["status"], "unmet");
    EXPECT_EQ(json["verdict"]["resources"], "pass");
    EXPECT_EQ(json["verdict_without_relaxations"]["resources"], "fail");
    EXPECT_EQ(json["verdict_without_relaxations"]["balance"], "fail");
}

TEST(AssessJson, ExcludedSectionsComeWithTheReason) {
    County county;
    county.addPrimary(u"9900000001"_s, {{u"pupils"_s, u"0"_s}});
    county.addPrimary(u"9900000002"_s, {});
    const Json json = county.json();
    ASSERT_EQ(json["excluded"].size(), 1U);
    EXPECT_EQ(json["excluded"].at(0), (Json{{"school_code", "9900000001"},
                                            {"school", "学校1"},
                                            {"stage", "primary"},
                                            {"reason", "该学段没有在校学生"}}));
    EXPECT_EQ(json["balance"].at(0)["schools"], 1);
}

} // namespace

} // namespace junheng::cli
