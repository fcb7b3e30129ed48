#include "bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <random>

namespace junheng::bench {

using model::ItemDictionary;
using model::Level;
using model::Observation;
using model::SubjectKey;

double fastestSeconds(const std::function<void()>& work, double seconds) {
    using Clock = std::chrono::steady_clock;
    double fastest = std::numeric_limits<double>::max();
    const auto begin = Clock::now();
    for (int runs = 0; runs < 5 || std::chrono::duration<double>(Clock::now() - begin).count() < seconds; ++runs) {
        const auto start = Clock::now();
        work();
        fastest = std::min(fastest, std::chrono::duration<double>(Clock::now() - start).count());
    }
    return fastest;
}

void printRatio(const char* what, double ours, double theirs, double aim) {
    std::printf("%-58s %8.2f  (aim <= %g; %.3g s against %.3g s)\n", what, ours / theirs, aim, ours, theirs);
    std::fflush(stdout);
}

namespace {

class CountyMaker {
public:
    void makeSchool(int number, bool nineYear) {
        const QString code = QStringLiteral("99%1").arg(number, 8, 10, QChar(u'0'));
        const SubjectKey school = SubjectKey::ofSchool(code);
        comes(school);
        setText(school, u"school_name", QStringLiteral("示例学校%1").arg(number));
        setChoice(school, u"school_type", nineYear ? 3 : 0);
        makeSchoolFigures(school);
        const std::int64_t pupils = between(200, 2000);
        makeSection(code, QStringLiteral("primary"), pupils);
        if (nineYear)
            makeSection(code, QStringLiteral("junior"), pupils / 2);
        const std::int64_t all = nineYear ? pupils * 3 / 2 : pupils;
        const SubjectKey campus{.level = Level::Campus, .school = code, .part = {}};
        comes(campus);
        set(campus, u"teaching_area", all * between(400, 900));
        set(campus, u"indoor_sports_area", all * between(0, 50));
        set(campus, u"sports_ground_area", all * between(700, 1500));
        set(campus, u"equipment_value", all * between(1700, 4000));
        set(campus, u"multimedia_rooms", all * between(20, 40) / 1000);
    }

    void makeFullSchool(int number) {
        const QString code = QStringLiteral("99%1").arg(number, 8, 10, QChar(u'0'));
        fill(SubjectKey::ofSchool(code));
        setChoice(SubjectKey::ofSchool(code), u"school_type", 0);
        for (const char16_t* rooms : {u"music_rooms", u"fine_art_rooms"})
            set(SubjectKey::ofSchool(code), rooms, 1);
        fill({.level = Level::Section, .school = code, .part = QStringLiteral("primary")});
        fill({.level = Level::Campus, .school = code, .part = {}});
        for (const QString& ordinal : {QStringLiteral("1"), QStringLiteral("2")})
            fill({.level = Level::Room, .school = code, .part = ordinal});
    }

    model::ChangeSet changes;

private:
    // What government and quality ask of a school, all met.
    void makeSchoolFigures(const SubjectKey& school) {
        setChoice(school, u"sponsor", 6);
        setChoice(school, u"locality", 0);
        setChoice(school, u"moral_culture_grade", 1);
        set(school, u"boarding", 0);
        set(school, u"charter", 1);
        set(school, u"public_funds_budget", between(1000000, 2000000));
        set(school, u"teacher_training_budget", between(120000, 200000));
        for (const char16_t* rooms : {u"music_rooms", u"fine_art_rooms"})
            set(school, rooms, 1);
        for (int kind = 0; kind < 2; ++kind) {
            const SubjectKey room{.level = Level::Room, .school = school.school, .part = QString::number(kind + 1)};
            comes(room);
            setChoice(room, u"room_kind", kind);
            set(room, u"room_area", 9600);
        }
    }

    void fill(const SubjectKey& subject) {
        comes(subject);
        for (const model::Item& item : ItemDictionary::builtIn().ofLevel(subject.level)) {
            const bool special =
                item.code == QStringLiteral("school_type") || item.code == QStringLiteral("music_rooms") ||
                item.code == QStringLiteral("fine_art_rooms") || item.code == QStringLiteral("parent_code") ||
                item.code.startsWith(QStringLiteral("campus_pupils"));
            if (!item.key && !special)
                changes.changes.push_back({.subject = subject, .item = &item, .after = any(item)});
        }
    }
    Observation any(const model::Item& item) {
        if (item.kind == model::ItemKind::Text)
            return Observation::ofText(QStringLiteral("示例%1").arg(between(1, 99999)));
        if (item.kind == model::ItemKind::Choice)
            return Observation::ofChoice(item, static_cast<int>(between(0, item.choices.size() - 1)));
        if (item.kind == model::ItemKind::Flag)
            return Observation::ofAmount(between(0, 1));
        if (item.kind == model::ItemKind::Integer)
            return Observation::ofAmount(between(1950, 2025));
        return Observation::ofAmount(between(1, 2000000));
    }

    void makeSection(const QString& code, const QString& stage, std::int64_t pupils) {
        const SubjectKey section{.level = Level::Section, .school = code, .part = stage};
        comes(section);
        set(section, u"pupils", pupils);
        set(section, u"classes", 6);
        set(section, u"largest_class", 45);
        set(section, u"in_zone_pupils", pupils);
        for (const char16_t* item : {u"teachers", u"trained_teachers", u"certified_teachers"})
            set(section, item, pupils / 15);
        for (const char16_t* item : {u"graduates", u"entrants"})
            set(section, item, 100);
        for (const char16_t* item : {u"transferred_in", u"transferred_out", u"deaths"})
            set(section, item, 0);
        for (const char16_t* item : {u"teachers_college", u"teachers_bachelor", u"backbone_teachers", u"pe_teachers"})
            set(section, item, pupils * between(5, 40) / 1000);
        for (const char16_t* item :
             {u"teachers_master", u"teachers_doctor", u"music_teachers", u"fine_art_teachers", u"other_art_teachers"})
            set(section, item, between(0, 3));
    }
    void comes(const SubjectKey& subject) {
        changes.changes.push_back({.subject = subject, .after = Observation::ofAmount(1)});
    }
    void set(const SubjectKey& subject, const char16_t* item, std::int64_t amount) {
        put(subject, item, Observation::ofAmount(amount));
    }
    void setText(const SubjectKey& subject, const char16_t* item, const QString& text) {
        put(subject, item, Observation::ofText(text));
    }
    void setChoice(const SubjectKey& subject, const char16_t* code, int index) {
        put(subject, code, Observation::ofChoice(ItemDictionary::builtIn().at(QStringView(code)), index));
    }
    void put(const SubjectKey& subject, const char16_t* code, const Observation& observation) {
        changes.changes.push_back(
            {.subject = subject, .item = &ItemDictionary::builtIn().at(QStringView(code)), .after = observation});
    }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(m_random);
    }

    std::mt19937_64 m_random{2025};
};

} // namespace

model::ChangeSet makeCounty(int sections) {
    CountyMaker maker;
    int made = 0;
    for (int number = 1; made < sections; ++number) {
        const bool nineYear = number % 10 == 0 && made + 2 <= sections;
        maker.makeSchool(number, nineYear);
        made += nineYear ? 2 : 1;
    }
    return std::move(maker.changes);
}

model::ChangeSet makeFullCounty(int schools) {
    CountyMaker maker;
    for (int number = 1; number <= schools; ++number)
        maker.makeFullSchool(number);
    return std::move(maker.changes);
}

} // namespace junheng::bench
