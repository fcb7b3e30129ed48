// Gaps and margins against brute force: units and pupils added one by one and the county assessed anew.

#include "plan/gap.h"

#include "random_year.h"
#include "standard/library.h"
#include "support/county_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>

using namespace junheng;
using namespace junheng::plan;
using assess::Assessment;
using assess::StageAssessment;
using assess::Status;
using assess::Verdict;
using model::CountyYear;
using model::Item;
using model::ItemDictionary;
using model::SubjectKey;

namespace {

constexpr unsigned kCounties = 100;

const standard::Standard& national() {
    static const standard::Standard rules = standard::loadStandard(standard::defaultStandardId()).value();
    return rules;
}

const Item& item(const char16_t* code) {
    return ItemDictionary::builtIn().at(code);
}

void add(CountyYear& year, const SubjectKey& subject, const Item& cell, std::int64_t more) {
    const std::int64_t before = year.value(subject, cell).amount;
    year.apply(
        {.changes = {{.subject = subject, .item = &cell, .after = model::Observation::ofAmount(before + more)}}});
}

// The status after so much was added to a cell, found by judging the whole county.
Status statusWith(const CountyYear& before, const SectionPlace& place, int indicator, const SubjectKey& subject,
                  const Item& cell, std::int64_t more) {
    CountyYear year = before;
    add(year, subject, cell, more);
    const Assessment result = assess::assess(year, national());
    return result.stage(place.stage->stage)
        ->indicators[static_cast<std::size_t>(indicator)]
        .statuses[static_cast<std::size_t>(place.section)];
}

template <class Visit> void forEachSection(const Assessment& assessment, Visit visit) {
    for (const StageAssessment& stage : assessment.stages) {
        for (int section = 0; section < stage.sectionCount(); ++section)
            visit(SectionPlace{.stage = &stage, .section = section});
    }
}

int indicatorCount() {
    return static_cast<int>(national().resource.size());
}

// All campuses of the section's school where as much could be added instead.
std::vector<SubjectKey> placesFor(const CountyYear& year, const Gap& gap) {
    if (gap.cell.subject.level != model::Level::Campus)
        return {gap.cell.subject};
    std::vector<SubjectKey> places;
    const auto [first, end] = year.campuses().rowsOfSchool(gap.cell.subject.school);
    for (int row = first; row < end; ++row)
        places.push_back(year.campuses().key(row));
    return places;
}

} // namespace

TEST(Gap, OneUnitLessIsNotEnough) {
    int gaps = 0;
    int shared = 0;
    for (unsigned seed = 1; seed <= kCounties; ++seed) {
        const CountyYear year = test::RandomYear(seed).build();
        const Assessment assessment = assess::assess(year, national());
        GapFinder finder(year, national());
        forEachSection(assessment, [&](const SectionPlace& place) {
            for (int i = 0; i < indicatorCount(); ++i) {
                const Status status = place.stage->indicators[static_cast<std::size_t>(i)]
                                          .statuses[static_cast<std::size_t>(place.section)];
                const auto gap = finder.gap(place, i);
                ASSERT_EQ(gap.has_value(), status == Status::Floor || status == Status::Below);
                if (!gap)
                    continue;
                ++gaps;
                shared += gap->shared ? 1 : 0;
                const auto with = [&](const SubjectKey& subject, std::int64_t more) {
                    return statusWith(year, place, i, subject, *gap->cell.item, more);
                };
                const std::int64_t needed = gap->toThreshold.unscaled();
                EXPECT_EQ(with(gap->cell.subject, needed), Status::Met) << seed;
                for (const SubjectKey& subject : placesFor(year, *gap))
                    EXPECT_NE(with(subject, needed - 1), Status::Met) << seed;
                ASSERT_EQ(gap->toFloor.has_value(), status == Status::Below);
                if (gap->toFloor) {
                    EXPECT_NE(with(gap->cell.subject, gap->toFloor->unscaled()), Status::Below) << seed;
                    for (const SubjectKey& subject : placesFor(year, *gap))
                        EXPECT_EQ(with(subject, gap->toFloor->unscaled() - 1), Status::Below) << seed;
                }
            }
        });
    }
    EXPECT_GT(gaps, 500);
    EXPECT_GT(shared, 50);
}

namespace {

/// How many pupils a section can take, found by adding them one at a time: until each indicator is unmet, and until it
/// fails; empty where that is so already.
struct Counted {
    std::vector<std::optional<std::int64_t>> indicators;
    std::optional<std::int64_t> verdict;
};

Counted count(const CountyYear& before, const SectionPlace& place, const SubjectKey& campus) {
    CountyYear year = before;
    const SubjectKey section = year.sections().key(place.stage->sectionRows[static_cast<std::size_t>(place.section)]);
    const Item& campusItem =
        item(place.stage->stage == model::Stage::Primary ? u"campus_pupils_primary" : u"campus_pupils_junior");
    Counted counted{.indicators = std::vector<std::optional<std::int64_t>>(national().resource.size()), .verdict = {}};
    std::vector<bool> good(national().resource.size() + 1, true);
    for (std::int64_t added = 0; std::ranges::find(good, true) != good.end(); ++added) {
        const Assessment result = assess::assess(year, national());
        const StageAssessment& stage = *result.stage(place.stage->stage);
        const auto row = static_cast<std::size_t>(place.section);
        for (std::size_t i = 0; i < good.size(); ++i) {
            const bool last = i == counted.indicators.size();
            good[i] = good[i] &&
                      (last ? stage.verdicts[row] == Verdict::Pass : stage.indicators[i].statuses[row] == Status::Met);
            if (good[i])
                (last ? counted.verdict : counted.indicators[i]) = added;
        }
        add(year, section, item(u"pupils"), 1);
        if (!campus.school.isEmpty())
            add(year, campus, campusItem, 1);
    }
    return counted;
}

// Over the campuses that the stage uses; the whole school where it has but one.
std::vector<Counted> countOnEachCampus(const CountyYear& year, const SectionPlace& place) {
    const SubjectKey section = year.sections().key(place.stage->sectionRows[static_cast<std::size_t>(place.section)]);
    const auto [first, end] = year.campuses().rowsOfSchool(section.school);
    if (end - first == 1)
        return {count(year, place, {})};
    const Item& pupils =
        item(place.stage->stage == model::Stage::Primary ? u"campus_pupils_primary" : u"campus_pupils_junior");
    std::vector<Counted> counted;
    for (int row = first; row < end; ++row) {
        if (year.campuses().at(row, pupils).amount > 0)
            counted.push_back(count(year, place, year.campuses().key(row)));
    }
    return counted;
}

} // namespace

TEST(Margin, AgreesWithAddingPupilsOneByOne) {
    int margins = 0;
    int verdicts = 0;
    int onCampuses = 0;
    for (unsigned seed = 1; seed <= kCounties; ++seed) {
        const CountyYear year = test::RandomYear(seed).build();
        const Assessment assessment = assess::assess(year, national());
        GapFinder finder(year, national());
        forEachSection(assessment, [&](const SectionPlace& place) {
            const std::vector<Counted> counted = countOnEachCampus(year, place);
            const auto compare = [&](const std::optional<Margin>& found, auto figure) {
                ASSERT_EQ(found.has_value(), figure(counted.front()).has_value()) << seed;
                if (!found)
                    return;
                EXPECT_EQ(found->pupils, *std::ranges::min(counted | std::views::transform(figure))) << seed;
                EXPECT_EQ(found->campus.school.isEmpty(), counted.size() == 1 && found->campus == SubjectKey{}) << seed;
                onCampuses += found->campus.school.isEmpty() ? 0 : 1;
            };
            for (std::size_t i = 0; i < national().resource.size(); ++i) {
                const auto margin = finder.indicatorMargin(place, static_cast<int>(i));
                compare(margin, [i](const Counted& one) { return one.indicators[i]; });
                margins += margin ? 1 : 0;
            }
            const auto margin = finder.verdictMargin(place);
            compare(margin, [](const Counted& one) { return one.verdict; });
            verdicts += margin ? 1 : 0;
        });
    }
    EXPECT_GT(margins, 1000);
    EXPECT_GT(verdicts, 60);
    EXPECT_GT(onCampuses, 300);
}

TEST(Margin, TheNearestComeFirst) {
    for (unsigned seed = 1; seed <= kCounties; ++seed) {
        const CountyYear year = test::RandomYear(seed).build();
        const Assessment assessment = assess::assess(year, national());
        GapFinder finder(year, national());
        std::vector<std::int64_t> all;
        forEachSection(assessment, [&](const SectionPlace& place) {
            if (const auto margin = finder.verdictMargin(place))
                all.push_back(margin->pupils);
        });
        std::ranges::sort(all);
        all.resize(std::min<std::size_t>(all.size(), 3));
        std::vector<std::int64_t> nearest;
        for (const NearSection& section : finder.nearestToFailing(assessment, 3))
            nearest.push_back(section.margin.pupils);
        EXPECT_EQ(nearest, all);
    }
}

namespace {

// 小学部 of 400 and 初中部 of 300 pupils in one building of 3800 ㎡.
CountyYear oneBuilding() {
    return test::CountyBuilder()
        .school(u"9900000001", u"九年一贯制学校")
        .section(u"9900000001", u"primary", {{u"pupils", u"400"}})
        .section(u"9900000001", u"junior", {{u"pupils", u"300"}, {u"backbone_teachers", u"2"}})
        .campus(u"9900000001", u"",
                {{u"teaching_area", u"3800"}, {u"indoor_sports_area", u"0"}, {u"equipment_value", u"165.8"}})
        .build();
}

} // namespace

TEST(Gap, SharedPremisesNeedMoreInAll) {
    const CountyYear year = oneBuilding();
    const Assessment assessment = assess::assess(year, national());
    GapFinder finder(year, national());
    // 初中: A x 1.1 / (400 + 330) >= 5.8 from A = 3849.0909... on: 49.10 ㎡ more in all.
    const auto gap = finder.gap({.stage = assessment.stage(model::Stage::Junior), .section = 0}, 3);
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->toThreshold.toString(), QStringLiteral("49.10"));
    EXPECT_FALSE(gap->toFloor);
    EXPECT_TRUE(gap->shared);
    EXPECT_EQ(amountText(national(), *gap, gap->toThreshold), QStringLiteral("49.1 ㎡教学用房（全校）"));
}

TEST(Gap, MoneyIsSaidInItsNaturalUnit) {
    const CountyYear year = oneBuilding();
    const Assessment assessment = assess::assess(year, national());
    GapFinder finder(year, national());
    // 初中: V x 10000 x 1.1 / 730 >= 2500 from V = 165.90909... on: 0.1091 万元 more.
    const auto gap = finder.gap({.stage = assessment.stage(model::Stage::Junior), .section = 0}, 5);
    ASSERT_TRUE(gap);
    EXPECT_EQ(amountText(national(), *gap, gap->toThreshold), QStringLiteral("1091 元仪器设备（全校）"));
    EXPECT_EQ(amountText(national(), *gap, base::Decimal(21091, 4)), QStringLiteral("2.1091 万元仪器设备（全校）"));
}

TEST(Gap, PeopleAreWhole) {
    const CountyYear year = oneBuilding();
    const Assessment assessment = assess::assess(year, national());
    GapFinder finder(year, national());
    // 300 pupils need 3, 2.55 for the floor.
    const auto gap = finder.gap({.stage = assessment.stage(model::Stage::Junior), .section = 0}, 1);
    ASSERT_TRUE(gap);
    EXPECT_EQ(amountText(national(), *gap, gap->toThreshold), QStringLiteral("1 名骨干教师"));
    ASSERT_TRUE(gap->toFloor);
    EXPECT_EQ(gap->toFloor->unscaled(), 1);
    EXPECT_FALSE(gap->shared);
}

TEST(Remedy, SaysWhatMustBeRaised) {
    StageAssessment stage;
    stage.indicators.resize(7);
    for (auto& column : stage.indicators)
        column.statuses = {Status::Met};
    const auto text = [&] { return remedyText(national(), remedyOf(national(), stage, 0)); };
    EXPECT_EQ(text(), QString());
    stage.indicators[2].statuses = {Status::Floor};
    EXPECT_EQ(text(), QString()); // six are enough
    stage.indicators[6].statuses = {Status::Floor};
    EXPECT_EQ(text(), QStringLiteral("R3、R7 中再达标 1 项"));
    stage.indicators[6].statuses = {Status::Below};
    EXPECT_EQ(text(), QStringLiteral("R3、R7 中再达标 1 项；R7 须达到 85%"));
    stage.indicators[2].statuses = {Status::Met};
    stage.indicators[0].statuses = {Status::Missing};
    EXPECT_EQ(text(), QStringLiteral("R7 须达到 85%；R1 待填报"));
}

TEST(UnmetFigures, WhatDecidesComesFirstThenTheWorst) {
    for (unsigned seed = 1; seed <= kCounties; ++seed) {
        const CountyYear year = test::RandomYear(seed).build();
        const Assessment assessment = assess::assess(year, national());
        const auto figures = unmetFigures(national(), assessment);
        EXPECT_TRUE(std::ranges::is_sorted(figures, [](const UnmetFigure& a, const UnmetFigure& b) {
            return std::pair(!a.decides, a.share) < std::pair(!b.decides, b.share);
        }));
        std::size_t unmet = 0;
        forEachSection(assessment, [&](const SectionPlace& place) {
            for (const auto& column : place.stage->indicators)
                unmet += column.statuses[static_cast<std::size_t>(place.section)] != Status::Met ? 1U : 0U;
        });
        EXPECT_EQ(figures.size(), unmet); // nothing is missing in these counties
    }
}
