// Seeded counties for brute force: schools of one and two stages, one or two campuses, small rural schools with
// visiting teachers, zeros, and now and then a blank.
#pragma once

#include "model/county_year.h"

#include <random>

namespace junheng::test {

class RandomCounty {
public:
    explicit RandomCounty(unsigned seed) : m_random(seed) {}

    model::CountyYear make() {
        model::CountyYear year({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, 2025);
        const std::int64_t schools = between(3, 25);
        m_changes = {};
        for (int number = 1; number <= schools; ++number)
            addSchool(number);
        if (between(0, 3) == 0)
            blankOne();
        year.apply(m_changes);
        return year;
    }

    std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(m_random);
    }

private:
    using Key = model::SubjectKey;

    void addSchool(int number) {
        const QString code = QStringLiteral("99%1").arg(number, 8, 10, QChar(u'0'));
        const Key school = Key::ofSchool(code);
        // 小学, 初级中学, 九年一贯制学校, 完全中学: places among the choices of school_type.
        const std::int64_t type = std::array{0, 0, 2, 2, 3, 5}[static_cast<std::size_t>(between(0, 5))];
        comes(school);
        const model::Item& typeItem = item(u"school_type");
        m_changes.changes.push_back({.subject = school,
                                     .item = &typeItem,
                                     .after = model::Observation::ofChoice(typeItem, static_cast<int>(type))});
        m_changes.changes.push_back({.subject = school,
                                     .item = &item(u"school_name"),
                                     .after = model::Observation::ofText(QStringLiteral("第%1学校").arg(number))});
        const bool small = type == 0 && between(0, 4) == 0;
        set(school, u"rural_small", small ? 1 : 0);
        const std::int64_t first = small ? between(50, 99) : between(30, 2400);
        const std::int64_t second = between(30, 1500);
        if (type == 0 || type == 3)
            addSection(code, u"primary", first, small);
        if (type == 2 || type == 5)
            addSection(code, u"junior", first, false);
        if (type == 3)
            addSection(code, u"junior", second, false);
        if (type == 5)
            addHeads(code, u"senior", second);
        addCampuses(code, type, first, second);
    }

    Key addHeads(const QString& code, const char16_t* stage, std::int64_t pupils) {
        const Key section{.level = model::Level::Section, .school = code, .part = QString::fromUtf16(stage)};
        comes(section);
        set(section, u"pupils", pupils);
        return section;
    }
    void addSection(const QString& code, const char16_t* stage, std::int64_t pupils, bool visited) {
        const Key section = addHeads(code, stage, pupils);
        set(section, u"teachers_college", between(0, 3));
        set(section, u"teachers_bachelor", pupils * between(0, 90) / 1000);
        set(section, u"teachers_master", between(0, 2));
        set(section, u"teachers_doctor", 0);
        set(section, u"backbone_teachers", pupils * between(0, 25) / 1000);
        set(section, u"pe_teachers", pupils * between(0, 15) / 1000);
        set(section, u"music_teachers", between(0, 3));
        set(section, u"fine_art_teachers", between(0, 3));
        set(section, u"other_art_teachers", 0);
        if (visited)
            set(section, u"visiting_pe_art_teachers", between(1, 3));
    }
    void addCampuses(const QString& code, std::int64_t type, std::int64_t first, std::int64_t second) {
        const bool two = between(0, 5) == 0;
        const std::array stages{type == 0 || type == 3 ? u"campus_pupils_primary" : u"campus_pupils_junior",
                                type == 3 ? u"campus_pupils_junior" : u"campus_pupils_senior"};
        const std::array heads{first, type == 3 || type == 5 ? second : 0};
        const std::array here{between(0, heads[0]), between(0, heads[1])};
        for (int number = 0; number < (two ? 2 : 1); ++number) {
            const Key campus{.level = model::Level::Campus,
                             .school = code,
                             .part = number == 0 ? QString() : QStringLiteral("东校区")};
            comes(campus);
            const std::int64_t all = heads[0] + heads[1];
            set(campus, u"teaching_area", all * between(350, 1200));
            set(campus, u"indoor_sports_area", between(0, 1) * all * between(0, 100));
            set(campus, u"sports_ground_area", all * between(400, 2000));
            set(campus, u"equipment_value", all * between(0, 9000));
            set(campus, u"multimedia_rooms", all * between(5, 50) / 1000);
            for (std::size_t k = 0; two && k < stages.size(); ++k) {
                if (heads[k] > 0)
                    set(campus, stages[k], number == 0 ? here[k] : heads[k] - here[k]);
            }
        }
    }
    void blankOne() {
        const auto last = static_cast<std::int64_t>(m_changes.changes.size()) - 1;
        model::Change& change = m_changes.changes[static_cast<std::size_t>(between(0, last))];
        if (change.item != nullptr && change.item->kind == model::ItemKind::Count)
            change.after = model::Observation::missing();
    }

    static const model::Item& item(const char16_t* code) {
        return model::ItemDictionary::builtIn().at(QStringView(code));
    }
    void comes(const Key& subject) {
        m_changes.changes.push_back({.subject = subject, .after = model::Observation::ofAmount(1)});
    }
    void set(const Key& subject, const char16_t* code, std::int64_t amount) {
        m_changes.changes.push_back(
            {.subject = subject, .item = &item(code), .after = model::Observation::ofAmount(amount)});
    }

    std::mt19937 m_random;
    model::ChangeSet m_changes;
};

} // namespace junheng::test
