// Drivers and trials of coefficients, against assessing changed data again.
#include "plan/balance.h"
#include "plan/driver_sentence.h"
#include "random_county.h"
#include "standard/library.h"
#include "support/county_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace junheng;
using namespace junheng::plan;
using assess::BalanceStatus;
using assess::StageAssessment;

namespace {

constexpr int kCounties = 100;
constexpr int kR2 = 1;

const standard::Standard& national() {
    static const standard::Standard rules = standard::loadStandard(standard::defaultStandardId()).value();
    return rules;
}

const model::Item& item(const char16_t* code) {
    return model::ItemDictionary::builtIn().at(QStringView(code));
}

void expectClose(double found, double expected) {
    EXPECT_LE(std::abs(found - expected), 1e-12 * std::abs(expected)) << found << " for " << expected;
}

model::SubjectKey keyOf(const model::CountyYear& year, const StageAssessment& stage, int section) {
    return year.sections().key(stage.sectionRows[static_cast<std::size_t>(section)]);
}

void put(model::ChangeSet& changes, const model::SubjectKey& subject, const char16_t* code, std::int64_t amount) {
    changes.changes.push_back({.subject = subject, .item = &item(code), .after = model::Observation::ofAmount(amount)});
}

// The year without a section: it has no pupils any more, neither as a whole nor on a campus, and leaves the judged
// ones.
model::CountyYear withoutSection(const model::CountyYear& year, const model::SubjectKey& section) {
    model::ChangeSet changes;
    put(changes, section, u"pupils", 0);
    const auto [first, end] = year.campuses().rowsOfSchool(section.school);
    for (int row = first; end - first > 1 && row < end; ++row)
        put(changes, year.campuses().key(row),
            section.part == QStringLiteral("primary") ? u"campus_pupils_primary" : u"campus_pupils_junior", 0);
    model::CountyYear changed = year;
    changed.apply(changes);
    return changed;
}

// The year with `amount` hundredths, ten-thousandths or heads more of what an indicator counts.
model::CountyYear withMore(const model::CountyYear& year, const model::SubjectKey& section, int indicator,
                           std::int64_t amount) {
    const std::array<const char16_t*, 7> codes{u"teachers_bachelor", u"backbone_teachers",  u"pe_teachers",
                                               u"teaching_area",     u"sports_ground_area", u"equipment_value",
                                               u"multimedia_rooms"};
    const model::Item& changed = item(codes[static_cast<std::size_t>(indicator)]);
    model::SubjectKey subject = section;
    if (changed.level == model::Level::Campus)
        subject = year.campuses().key(year.campuses().rowsOfSchool(section.school).first);
    model::ChangeSet changes;
    put(changes, subject, codes[static_cast<std::size_t>(indicator)], year.value(subject, changed).amount + amount);
    model::CountyYear result = year;
    result.apply(changes);
    return result;
}

// Stored units of the item that make one natural unit: 1 head or room, 100 hundredths of a ㎡, 1 ten-thousandth of
// 万元.
constexpr std::array<std::int64_t, 7> kStoredUnit{1, 1, 1, 100, 100, 1, 1};

bool standsAlone(const model::CountyYear& year, const model::SubjectKey& section) {
    const auto [firstSection, endSection] = year.sections().rowsOfSchool(section.school);
    const auto [firstCampus, endCampus] = year.campuses().rowsOfSchool(section.school);
    return endSection - firstSection == 1 && endCampus - firstCampus == 1;
}

// Calls `work` for every known coefficient of the random counties.
using Work = std::function<void(const model::CountyYear&, const Balance&)>;
void forEachCoefficient(const Work& work) {
    int known = 0;
    int missing = 0;
    for (unsigned seed = 1; seed <= kCounties; ++seed) {
        const model::CountyYear year = test::RandomCounty(seed).make();
        const assess::Assessment assessment = assess::assess(year, national());
        for (const StageAssessment& stage : assessment.stages) {
            for (int indicator = 0; indicator < 7; ++indicator) {
                const Balance balance(year, national(), stage, indicator);
                ++(balance.isKnown() ? known : missing);
                if (balance.isKnown())
                    work(year, balance);
            }
        }
    }
    EXPECT_GT(known, 1000);
    EXPECT_GT(missing, 10);
}

// The same stage and indicator of changed data.
std::optional<assess::Coefficient> assessedAgain(const model::CountyYear& changed, const Balance& balance,
                                                 StageAssessment* again = nullptr) {
    const assess::Assessment assessment = assess::assess(changed, national());
    const StageAssessment* stage = assessment.stage(balance.stage().stage);
    if (stage == nullptr)
        return std::nullopt;
    if (again != nullptr)
        *again = *stage;
    return stage->indicators[static_cast<std::size_t>(balance.indicator())].coefficient;
}

// Golden N1: its books as 骨干教师; the coefficient does not depend on the unit. Means are 100 times those of the
// example.
class FiveSchools : public testing::Test {
protected:
    FiveSchools()
        : m_year(test::CountyBuilder()
                     .school(u"9900000001", u"小学", {{u"school_name", u"小学1"}})
                     .section(u"9900000001", u"primary", {{u"pupils", u"45"}, {u"backbone_teachers", u"279"}})
                     .school(u"9900000002", u"小学", {{u"school_name", u"小学2"}})
                     .section(u"9900000002", u"primary", {{u"pupils", u"37"}, {u"backbone_teachers", u"137"}})
                     .school(u"9900000003", u"小学", {{u"school_name", u"小学3"}})
                     .section(u"9900000003", u"primary", {{u"pupils", u"89"}, {u"backbone_teachers", u"935"}})
                     .school(u"9900000004", u"小学", {{u"school_name", u"小学4"}})
                     .section(u"9900000004", u"primary", {{u"pupils", u"76"}, {u"backbone_teachers", u"160"}})
                     .school(u"9900000005", u"小学", {{u"school_name", u"小学5"}})
                     .section(u"9900000005", u"primary", {{u"pupils", u"55"}, {u"backbone_teachers", u"402"}})
                     .build()),
          m_assessment(assess::assess(m_year, national())),
          m_balance(m_year, national(), m_assessment.stages.front(), kR2) {}

    model::CountyYear m_year;
    assess::Assessment m_assessment;
    Balance m_balance;
};

} // namespace

// Column "exact term" of N1 over its sum 10.652786703: 0.481325, 0.422527, 0.079655, 0.016240, 0.000253.
TEST_F(FiveSchools, AreRankedByTheirTerms) {
    const std::vector<Driver> drivers = m_balance.drivers();
    ASSERT_EQ(drivers.size(), 5U);
    const int order[] = {2, 3, 1, 4, 0};
    const Side sides[] = {Side::Above, Side::Below, Side::Below, Side::Above, Side::Below};
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(drivers[i].section, order[i]);
        EXPECT_EQ(drivers[i].side, sides[i]);
    }
    EXPECT_NEAR(drivers[0].share, 5.127446201 / 10.652786703, 1e-9);
    EXPECT_NEAR(drivers[1].cumulative, (5.127446201 + 4.501090466) / 10.652786703, 1e-9);
    EXPECT_NEAR(drivers[4].cumulative, 1, 1e-12);
}

// mean (1 + cv^2) = 633.4437086 (1 + 0.515256630^2) = 801.6165: 小学5 with 730.9 is above the mean, yet one more
// lowers.
TEST_F(FiveSchools, TheTurningPointLiesAboveTheMean) {
    EXPECT_NEAR(m_balance.turningPoint(), 801.6165, 5e-4);
    EXPECT_GT(m_balance.changeByMore(2, 1), 0);
    EXPECT_LT(m_balance.changeByMore(4, 1), 0);
    EXPECT_LT(m_balance.changeByMore(3, 1), 0);
}

TEST_F(FiveSchools, AreToldInOneSentence) {
    EXPECT_EQ(
        driverSentence(m_year, national(), m_balance),
        QStringLiteral("小学 R2 每百名学生拥有县级以上骨干教师数的差异系数是 0.515，超过限值 0.50，未达标。"
                       "差异的 98.4% 来自 3 所学校：小学3（高于平均值，占 48.1%）、小学4（低于平均值，占 42.3%）、"
                       "小学2（低于平均值，占 8.0%）。"
                       "小学3再增加 1 人，差异系数升高；小学4、小学2再增加 1 人，差异系数降低。"));
}

// Without 小学3: 213 pupils, 978 books; N sum(r^2/n) / R^2 - 1 = 213 (279^2/45 + 137^2/37 + 160^2/76 + 402^2/55) /
// 978^2 - 1.
TEST_F(FiveSchools, WithoutTheFirstTheyPass) {
    const double squares = 279.0 * 279 / 45 + 137.0 * 137 / 37 + 160.0 * 160 / 76 + 402.0 * 402 / 55;
    const auto others = m_balance.without(2);
    ASSERT_TRUE(others);
    expectClose(others->cv, std::sqrt(213 * squares / (978.0 * 978) - 1));
    EXPECT_EQ(others->status, BalanceStatus::Met);
}

TEST_F(FiveSchools, AmountsAndValuesAreTheSameThing) {
    EXPECT_NEAR(m_balance.amountOf(2), 935, 1e-9);
    EXPECT_EQ(m_balance.valueOf(0, 9), base::Rational(20)); // 9 of 45 pupils
}

// Two schools of a and 3a have exactly 0.50; the second at 3a + 1 does not pass, at 3a it does. That a third of 0.50
// exists in doubles does not matter.
TEST(Balance, TrialsAreJudgedExactly) {
    const model::CountyYear year =
        test::CountyBuilder()
            .school(u"9900000001", u"小学")
            .section(u"9900000001", u"primary", {{u"pupils", u"367"}, {u"backbone_teachers", u"7"}})
            .school(u"9900000002", u"小学")
            .section(u"9900000002", u"primary", {{u"pupils", u"367"}, {u"backbone_teachers", u"22"}})
            .build();
    const assess::Assessment assessment = assess::assess(year, national());
    const Balance balance(year, national(), assessment.stages.front(), kR2);
    EXPECT_EQ(balance.coefficient().status, BalanceStatus::Unmet);
    EXPECT_EQ(balance.with(1, balance.valueOf(1, 21)).status, BalanceStatus::Met);
    EXPECT_EQ(balance.with(1, balance.valueOf(1, 21) + base::Rational(1, 1000000000)).status, BalanceStatus::Unmet);
    const Crossings crossings = balance.crossings(1);
    ASSERT_TRUE(crossings.below);
    expectClose(*crossings.below, 2100.0 / 367);
    EXPECT_FALSE(crossings.above);
    EXPECT_EQ(balance.with(0, 0).status, BalanceStatus::Unmet); // 0 and b: deviation = mean
    EXPECT_EQ(balance.without(0)->cv, 0);
}

TEST(Balance, OneSchoolAloneHasNoOthers) {
    const model::CountyYear year =
        test::CountyBuilder()
            .school(u"9900000001", u"小学")
            .section(u"9900000001", u"primary", {{u"pupils", u"100"}, {u"backbone_teachers", u"1"}})
            .build();
    const assess::Assessment assessment = assess::assess(year, national());
    const Balance balance(year, national(), assessment.stages.front(), kR2);
    EXPECT_FALSE(balance.without(0));
    EXPECT_EQ(balance.with(0, 0).status, BalanceStatus::Missing);
    EXPECT_FALSE(balance.crossings(0).below);
    EXPECT_TRUE(driverSentence(year, national(), balance).contains(QStringLiteral("只有 1 所学校")));
}

TEST(Balance, AMissingCoefficientNamesItsCells) {
    const model::CountyYear year =
        test::CountyBuilder()
            .school(u"9900000001", u"小学", {{u"school_name", u"柳溪小学"}})
            .section(u"9900000001", u"primary", {{u"pupils", u"100"}})
            .school(u"9900000002", u"小学", {{u"school_name", u"桃园小学"}})
            .section(u"9900000002", u"primary", {{u"pupils", u"100"}, {u"backbone_teachers", u"0"}})
            .build();
    const assess::Assessment assessment = assess::assess(year, national());
    const Balance balance(year, national(), assessment.stages.front(), kR2);
    EXPECT_FALSE(balance.isKnown());
    ASSERT_EQ(balance.obstacles().size(), 1U);
    EXPECT_EQ(balance.obstacles().front().cell.subject.school, QStringLiteral("9900000001"));
    EXPECT_EQ(driverSentence(year, national(), balance),
              QStringLiteral("小学 R2 每百名学生拥有县级以上骨干教师数的差异系数待填报：缺 1 个数据（柳溪小学 小学 "
                             "县级及以上骨干教师数），填上后才能计算。"));
}

TEST(BalanceBruteForce, DriversAreTheLargestTerms) {
    forEachCoefficient([](const model::CountyYear&, const Balance& balance) {
        const StageAssessment& stage = balance.stage();
        const std::vector<double>& values = stage.indicators[static_cast<std::size_t>(balance.indicator())].values;
        long double resource = 0;
        long double pupils = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            resource += static_cast<long double>(values[i]) * static_cast<long double>(stage.pupils[i]);
            pupils += static_cast<long double>(stage.pupils[i]);
        }
        const long double mean = resource / pupils;
        std::vector<std::pair<long double, int>> terms;
        long double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const long double deviation = static_cast<long double>(values[i]) - mean;
            terms.emplace_back(static_cast<long double>(stage.pupils[i]) * deviation * deviation, static_cast<int>(i));
            sum += terms.back().first;
        }
        std::ranges::stable_sort(terms, std::greater(), [](const auto& term) { return term.first; });
        const std::vector<Driver> drivers = balance.drivers();
        ASSERT_EQ(drivers.size(), terms.size());
        for (std::size_t i = 0; i < drivers.size() && sum > 0; ++i) {
            EXPECT_EQ(drivers[i].section, terms[i].second);
            EXPECT_NEAR(drivers[i].share, static_cast<double>(terms[i].first / sum), 1e-12);
            const auto section = static_cast<std::size_t>(drivers[i].section);
            EXPECT_EQ(drivers[i].side == Side::Above, values[section] > static_cast<double>(mean));
        }
    });
}

TEST(BalanceBruteForce, WithoutASectionIsTheCountyWithoutIt) {
    forEachCoefficient([](const model::CountyYear& year, const Balance& balance) {
        for (int section = 0; section < balance.stage().sectionCount(); section += 3) {
            const auto again = assessedAgain(withoutSection(year, keyOf(year, balance.stage(), section)), balance);
            const auto without = balance.without(section);
            ASSERT_EQ(without.has_value(), again && again->status != BalanceStatus::Missing);
            if (!without)
                continue;
            expectClose(without->cv, again->cv);
            expectClose(without->mean, again->mean);
            EXPECT_EQ(without->status, again->status);
            EXPECT_EQ(without->printed.toString(), again->printed.toString());
        }
    });
}

// What the section gains is read from the new assessment, since shared premises give it only a part of the unit.
TEST(BalanceBruteForce, MoreResourcePushesAsSaid) {
    int alone = 0;
    int shared = 0;
    forEachCoefficient([&](const model::CountyYear& year, const Balance& balance) {
        const auto indicator = static_cast<std::size_t>(balance.indicator());
        const StageAssessment& stage = balance.stage();
        for (int section = 0; section < stage.sectionCount(); section += 3) {
            const auto s = static_cast<std::size_t>(section);
            const model::SubjectKey key = keyOf(year, stage, section);
            StageAssessment after;
            const auto again =
                assessedAgain(withMore(year, key, balance.indicator(), kStoredUnit[indicator]), balance, &after);
            ASSERT_TRUE(again);
            const double value = after.indicators[indicator].values[s];
            expectClose(balance.with(section, base::Rational(value)).cv, again->cv);
            const bool single = standsAlone(year, key);
            ++(single ? alone : shared);
            const double units =
                single ? 1
                       : (value - stage.indicators[indicator].values[s]) / base::toDouble(balance.valueOf(section, 1));
            const double change = balance.changeByMore(section, units);
            expectClose(balance.coefficient().cv + change, again->cv);
            if (const double difference = again->cv - balance.coefficient().cv; std::abs(difference) > 1e-13) {
                EXPECT_EQ(change > 0, difference > 0) << difference << " but " << change;
            }
            if (single)
                expectClose(base::toDouble(balance.valueOf(section, 1)) + stage.indicators[indicator].values[s], value);
        }
    });
    EXPECT_GT(alone, 1000);
    EXPECT_GT(shared, 100);
}

// The schools that the sentence names, each given one unit more in the data and assessed again.
TEST(BalanceBruteForce, TheSentenceSaysWhatHappens) {
    int sentences = 0;
    forEachCoefficient([&](const model::CountyYear& year, const Balance& balance) {
        const std::vector<Driver> drivers = balance.drivers();
        QStringList raising;
        QStringList lowering;
        QStringList keeping;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, drivers.size()); ++i) {
            const model::SubjectKey key = keyOf(year, balance.stage(), drivers[i].section);
            if (drivers[i].share == 0 || !standsAlone(year, key))
                return;
            const auto again = assessedAgain(
                withMore(year, key, balance.indicator(), kStoredUnit[static_cast<std::size_t>(balance.indicator())]),
                balance);
            const double difference = again->cv - balance.coefficient().cv;
            // Only rounding: the sum of the others is nothing, so that this one's amount does not matter.
            const bool none = std::abs(difference) < 1e-14;
            (none ? keeping : difference > 0 ? raising : lowering) += year.schoolName(key.school);
        }
        const QString unit = national().resource[static_cast<std::size_t>(balance.indicator())].naturalUnit;
        QStringList parts;
        for (const auto& [schools, word] :
             {std::pair(raising, u"升高"), std::pair(lowering, u"降低"), std::pair(keeping, u"不变")}) {
            if (!schools.isEmpty())
                parts += QStringLiteral("%1再增加 1 %2，差异系数%3")
                             .arg(schools.join(QChar(u'、')), unit, QString::fromUtf16(word));
        }
        const QString sentence = driverSentence(year, national(), balance);
        EXPECT_TRUE(sentence.endsWith(parts.join(QChar(u'；')) + QChar(u'。'))) << qPrintable(sentence) << "\n"
                                                                                << qPrintable(parts.join(QChar(u'；')));
        ++sentences;
    });
    EXPECT_GT(sentences, 100);
}

// Walking from the section's value through 200 others: on this side of a crossing the verdict is the county's, beyond
// it the other one as far as the next crossing, of which there are two at most.
TEST(BalanceBruteForce, CrossingsAreWhereTheVerdictTurns) {
    int found = 0;
    forEachCoefficient([&](const model::CountyYear&, const Balance& balance) {
        const auto& values = balance.stage().indicators[static_cast<std::size_t>(balance.indicator())].values;
        const BalanceStatus now = balance.coefficient().status;
        const double largest = *std::ranges::max_element(values);
        for (int section = 0; section < balance.stage().sectionCount(); section += 7) {
            const double own = values[static_cast<std::size_t>(section)];
            const Crossings crossings = balance.crossings(section);
            for (int step = 1; step <= 100; ++step) {
                const double lower = own * (100 - step) / 100;
                if (!crossings.below || lower > *crossings.below * (1 + 1e-9)) {
                    const auto trial = balance.with(section, base::Rational(lower));
                    EXPECT_TRUE(trial.status == now || trial.status == BalanceStatus::Missing);
                }
                const double higher = own + 4 * largest * step / 100;
                if (!crossings.above || higher < *crossings.above * (1 - 1e-9)) {
                    EXPECT_EQ(balance.with(section, base::Rational(higher)).status, now);
                }
            }
            for (const auto& [crossing, beyond] :
                 {std::pair(crossings.below, 1 - 1e-7), std::pair(crossings.above, 1 + 1e-7)}) {
                if (!crossing || *crossing == 0)
                    continue;
                ++found;
                const double limit = national().balanceLimit[standard::stageIndex(balance.stage().stage)].toDouble();
                EXPECT_NEAR(balance.with(section, base::Rational(*crossing)).cv, limit, 1e-9);
                EXPECT_NE(balance.with(section, base::Rational(*crossing * beyond)).status, now);
            }
        }
    });
    EXPECT_GT(found, 200);
}
