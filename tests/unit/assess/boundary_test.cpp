// Verdicts at the limits, against whole-number arithmetic.

#include "assess/assessment.h"

#include "standard/library.h"

#include <gtest/gtest.h>

#include <random>

using namespace junheng;
using namespace junheng::assess;
using model::Change;
using model::ChangeSet;
using model::CountyYear;
using model::Item;
using model::ItemDictionary;
using model::Level;
using model::Observation;
using model::SubjectKey;

namespace {

const standard::Standard& national() {
    static const standard::Standard rules = standard::loadStandard(standard::defaultStandardId()).value();
    return rules;
}

QString code(int number) {
    return QStringLiteral("99%1").arg(number, 8, 10, QChar(u'0'));
}

void comes(ChangeSet& changes, const SubjectKey& subject) {
    changes.changes.push_back({.subject = subject, .after = Observation::ofAmount(1)});
}

void set(ChangeSet& changes, const SubjectKey& subject, const char16_t* item, std::int64_t amount) {
    changes.changes.push_back({.subject = subject,
                               .item = &ItemDictionary::builtIn().at(QStringView(item)),
                               .after = Observation::ofAmount(amount)});
}

// floor <= 100 x / p < threshold and so on, in integers: thresholds in thousandths, floors in hundred-thousandths.
Status expectedStatus(std::int64_t teachers, std::int64_t pupils, std::int64_t thresholdThousandths) {
    const std::int64_t value = teachers * 100 * 100000;
    if (value >= thresholdThousandths * 100 * pupils)
        return Status::Met;
    return value >= thresholdThousandths * 85 * pupils ? Status::Floor : Status::Below;
}

} // namespace

// Teachers 0-300 x pupils 1-3000, both stages, R1-R3: 1.8 million sections, each verdict against integers.
TEST(Boundary, SweepOfTeachersAndPupils) {
    const std::int64_t thresholds[2][3] = {{4200, 1000, 900}, {5300, 1000, 900}};
    for (int firstPupils = 1; firstPupils <= 3000; firstPupils += 300) {
        ChangeSet changes;
        int number = 0;
        for (int pupils = firstPupils; pupils < firstPupils + 300; ++pupils) {
            for (int teachers = 0; teachers <= 300; ++teachers) {
                const QString school = code(number++);
                comes(changes, SubjectKey::ofSchool(school));
                for (const QString& stage : {QStringLiteral("primary"), QStringLiteral("junior")}) {
                    const SubjectKey section{.level = Level::Section, .school = school, .part = stage};
                    comes(changes, section);
                    set(changes, section, u"pupils", pupils);
                    set(changes, section, u"teachers_college", 0);
                    set(changes, section, u"teachers_bachelor", teachers);
                    set(changes, section, u"teachers_master", 0);
                    set(changes, section, u"teachers_doctor", 0);
                    set(changes, section, u"backbone_teachers", teachers);
                    set(changes, section, u"pe_teachers", teachers);
                    set(changes, section, u"music_teachers", 0);
                    set(changes, section, u"fine_art_teachers", 0);
                    set(changes, section, u"other_art_teachers", 0);
                }
            }
        }
        CountyYear year({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, 2025);
        year.apply(changes);
        const Assessment assessment = assess::assess(year, national());
        for (std::size_t s = 0; s < 2; ++s) {
            const StageAssessment& stage = assessment.stages.at(s);
            ASSERT_EQ(stage.sectionCount(), 300 * 301);
            for (int section = 0; section < stage.sectionCount(); ++section) {
                const int pupils = firstPupils + section / 301;
                const int teachers = section % 301;
                for (std::size_t i = 0; i < 3; ++i)
                    ASSERT_EQ(stage.indicators[i].statuses[static_cast<std::size_t>(section)],
                              expectedStatus(teachers, pupils, thresholds[s][i]))
                        << teachers << " teachers, " << pupils << " pupils, R" << i + 1 << ", stage " << s;
            }
        }
    }
}

// Two campuses, both mixed, with areas chosen so that the sum of the parts lies at the threshold, at the floor, or one
// hundredth of a square metre beside. Judged independently in fractions:
// value = sum over campuses of area x w / (a + 11/10 b), w = 1 or 11/10, here with integers over a common denominator.
TEST(Boundary, SweepOfMixedCampuses) {
    std::mt19937_64 random(42);
    std::uniform_int_distribution<std::int64_t> heads(1, 60);
    ChangeSet changes;
    struct Expected {
        Status primary[4];
        Status junior[4];
    };
    std::vector<Expected> expected;
    const base::Rational threshold[2][4] = {{{9, 2}, {15, 2}, 2000, {23, 10}}, {{29, 5}, {51, 5}, 2500, {12, 5}}};
    // Smallest steps: 0.01 square metres, 1 yuan, 1 room; scale of the indicator.
    const base::Rational step[4] = {{1, 100}, {1, 100}, {1, 10000}, 1};
    const int scale[4] = {1, 1, 10000, 100};
    for (int number = 0; number < 6000; ++number) {
        const std::int64_t a[2] = {10 * heads(random), 10 * heads(random)};
        const std::int64_t b[2] = {10 * heads(random), 10 * heads(random)};
        const QString school = code(number);
        comes(changes, SubjectKey::ofSchool(school));
        for (const auto& [stage, pupils] :
             {std::pair(QStringLiteral("primary"), a[0] + a[1]), std::pair(QStringLiteral("junior"), b[0] + b[1])}) {
            const SubjectKey section{.level = Level::Section, .school = school, .part = stage};
            comes(changes, section);
            set(changes, section, u"pupils", pupils);
        }
        std::int64_t amounts[2][4];
        Expected verdicts{};
        const auto target = static_cast<std::size_t>(number % 2); // the stage that is put at its limit
        const base::Rational share = number % 4 < 2 ? base::Rational(1) : base::Rational(17, 20);
        const std::int64_t beside = number / 4 % 3 - 1; // one step below, at, or above
        base::Rational weighted[2];
        for (int c = 0; c < 2; ++c)
            weighted[c] = base::Rational(static_cast<long>(10 * a[c] + 11 * b[c]), 10);
        for (base::Rational& pupils : weighted)
            pupils.canonicalize();
        for (std::size_t k = 0; k < 4; ++k) {
            const base::Rational w = target == 0 ? base::Rational(1) : base::Rational(11, 10);
            const base::Rational wanted = threshold[target][k] * share / (w * scale[k]);
            // Both campuses hold `wanted` per weighted pupil, rounded up to whole steps; then one step is added or
            // taken.
            for (int c = 0; c < 2; ++c) {
                const base::Rational steps = wanted * weighted[c] / step[k];
                mpz_class up;
                mpz_cdiv_q(up.get_mpz_t(), steps.get_num_mpz_t(), steps.get_den_mpz_t());
                amounts[c][k] = up.get_si() + (c == 1 ? beside : 0);
            }
            for (std::size_t s = 0; s < 2; ++s) {
                base::Rational value = 0;
                for (int c = 0; c < 2; ++c)
                    value += step[k] * static_cast<long>(amounts[c][k]) *
                             (s == 0 ? base::Rational(static_cast<long>(a[c]))
                                     : base::Rational(11, 10) * static_cast<long>(b[c])) /
                             weighted[c];
                const std::int64_t pupils = s == 0 ? a[0] + a[1] : b[0] + b[1];
                value = value * scale[k] / static_cast<long>(pupils);
                const Status status = value >= threshold[s][k]                            ? Status::Met
                                      : value >= threshold[s][k] * base::Rational(17, 20) ? Status::Floor
                                                                                          : Status::Below;
                (s == 0 ? verdicts.primary : verdicts.junior)[k] = status;
            }
        }
        expected.push_back(verdicts);
        for (int c = 0; c < 2; ++c) {
            const SubjectKey campus{.level = Level::Campus, .school = school, .part = QString::number(c)};
            comes(changes, campus);
            set(changes, campus, u"campus_pupils_primary", a[c]);
            set(changes, campus, u"campus_pupils_junior", b[c]);
            set(changes, campus, u"teaching_area", amounts[c][0]);
            set(changes, campus, u"indoor_sports_area", 0);
            set(changes, campus, u"sports_ground_area", amounts[c][1]);
            set(changes, campus, u"equipment_value", amounts[c][2]);
            set(changes, campus, u"multimedia_rooms", amounts[c][3]);
        }
    }
    CountyYear year({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, 2025);
    year.apply(changes);
    const Assessment assessment = assess::assess(year, national());
    ASSERT_EQ(assessment.stages.size(), 2U);
    int counts[3] = {0, 0, 0};
    for (std::size_t section = 0; section < expected.size(); ++section) {
        for (std::size_t k = 0; k < 4; ++k) {
            ASSERT_EQ(assessment.stages[0].indicators[3 + k].statuses[section], expected[section].primary[k])
                << section << " R" << 4 + k;
            ASSERT_EQ(assessment.stages[1].indicators[3 + k].statuses[section], expected[section].junior[k])
                << section << " R" << 4 + k;
            ++counts[static_cast<int>(expected[section].primary[k])];
        }
    }
    for (int count : counts)
        EXPECT_GT(count, 1000) << "the sweep must reach every status";
}
