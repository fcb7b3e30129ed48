// Random counties for searches by brute force: every kind of school, campuses, relaxations, few pupils.
#pragma once

#include "model/county_year.h"

#include <random>

namespace junheng::test {

/// Complete data of six schools around their thresholds. The same seed gives the same county.
class RandomYear {
public:
    explicit RandomYear(unsigned seed) : m_random(seed) {}

    model::CountyYear build() {
        for (int school = 1; school <= 6; ++school)
            addSchool(QStringLiteral("99%1").arg(school, 8, 10, QChar(u'0')));
        model::CountyYear year({.code = QStringLiteral("990101"), .name = QStringLiteral("随机县")}, 2025);
        year.apply(m_changes);
        return year;
    }

private:
    struct Kind {
        int choice; ///< of school_type
        std::vector<model::Stage> stages;
    };

    std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(m_random);
    }
    bool chance(int percent) { return between(1, 100) <= percent; }

    void come(const model::SubjectKey& subject) {
        m_changes.changes.push_back({.subject = subject, .after = model::Observation::ofAmount(1)});
    }
    void set(const model::SubjectKey& subject, const char16_t* code, std::int64_t amount) {
        m_changes.changes.push_back({.subject = subject,
                                     .item = &model::ItemDictionary::builtIn().at(code),
                                     .after = model::Observation::ofAmount(amount)});
    }
    // About so much a pupil, from well below to well above.
    std::int64_t around(double perPupil, std::int64_t pupils) {
        return static_cast<std::int64_t>(perPupil * static_cast<double>(pupils * between(75, 140)) / 100 + 0.9);
    }

    void addSchool(const QString& code) {
        using enum model::Stage;
        static const std::vector<Kind> kKinds{{0, {Primary}},         {2, {Junior}},
                                              {3, {Primary, Junior}}, {4, {Primary, Junior, Senior}},
                                              {5, {Junior, Senior}},  {1, {Primary}}};
        const Kind& kind = kKinds[static_cast<std::size_t>(between(0, 5))];
        const auto school = model::SubjectKey::ofSchool(code);
        const bool small = chance(40);
        come(school);
        set(school, u"school_type", kind.choice);
        set(school, u"rural_small", small ? 1 : 0);
        set(school, u"dense_core", chance(30) ? 1 : 0);
        std::vector<std::int64_t> pupils;
        for (const model::Stage stage : kind.stages) {
            pupils.push_back(small ? between(50, 105) / static_cast<int>(kind.stages.size()) : between(60, 400));
            addSection({.level = model::Level::Section, .school = code, .part = model::stageId(stage)}, pupils.back());
        }
        addCampuses(code, kind, pupils);
    }

    void addSection(const model::SubjectKey& section, std::int64_t pupils) {
        come(section);
        set(section, u"pupils", pupils);
        set(section, u"teachers_college", between(0, 2));
        set(section, u"teachers_bachelor", around(0.05, pupils));
        set(section, u"teachers_master", between(0, 1));
        set(section, u"teachers_doctor", 0);
        set(section, u"backbone_teachers", around(0.01, pupils));
        set(section, u"pe_teachers", around(0.005, pupils));
        set(section, u"music_teachers", around(0.004, pupils));
        set(section, u"fine_art_teachers", 0);
        set(section, u"other_art_teachers", 0);
        if (chance(50))
            set(section, u"visiting_pe_art_teachers", between(0, 2));
    }

    void addCampuses(const QString& code, const Kind& kind, const std::vector<std::int64_t>& pupils) {
        static constexpr std::array kPupilItems{u"campus_pupils_primary", u"campus_pupils_junior",
                                                u"campus_pupils_senior"};
        const std::int64_t count = chance(35) ? between(2, 3) : 1;
        std::vector<std::int64_t> left = pupils;
        for (std::int64_t number = 0; number < count; ++number) {
            const model::SubjectKey campus{.level = model::Level::Campus,
                                           .school = code,
                                           .part = number == 0 ? QString() : QStringLiteral("校区%1").arg(number)};
            come(campus);
            std::int64_t here = 0;
            for (std::size_t k = 0; k < left.size(); ++k) {
                const std::int64_t part = number + 1 == count ? left[k] : chance(30) ? 0 : between(0, left[k]);
                left[k] -= part;
                here += part;
                if (count > 1)
                    set(campus, kPupilItems[static_cast<std::size_t>(kind.stages[k])], part);
            }
            addPremises(campus, std::max<std::int64_t>(here, 20));
        }
    }

    void addPremises(const model::SubjectKey& campus, std::int64_t pupils) {
        const std::int64_t indoor = chance(40) ? between(0, 20000) : 0;
        set(campus, u"teaching_area", indoor + around(530, pupils));
        set(campus, u"indoor_sports_area", indoor);
        set(campus, u"sports_ground_area", around(900, pupils));
        if (chance(40))
            set(campus, u"extra_sports_area", between(0, 30000));
        set(campus, u"equipment_value", around(2300, pupils));
        set(campus, u"multimedia_rooms", around(0.024, pupils));
    }

    std::mt19937 m_random;
    model::ChangeSet m_changes;
};

} // namespace junheng::test
