// The tables of what is plausible hang together, and hold what the standards of the trade are.

#include "model/plausible.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace junheng::model;
using namespace Qt::Literals::StringLiterals;

namespace {

const PlausibleRatio& ratioOf(const char16_t* numerator, const char16_t* denominator,
                              std::optional<Stage> stage = std::nullopt) {
    const ItemDictionary& items = ItemDictionary::builtIn();
    const auto& all = plausibleRatios();
    const auto found = std::ranges::find_if(all, [&](const PlausibleRatio& ratio) {
        return ratio.numerator == &items.at(numerator) && ratio.denominator == &items.at(denominator) &&
               ratio.stage == stage;
    });
    EXPECT_NE(found, all.end());
    return *found;
}

} // namespace

TEST(Plausible, EveryFigureHasBoundsAndNothingElse) {
    for (const Item& item : ItemDictionary::builtIn().all()) {
        const Bounds bounds = plausibleBounds(item);
        ASSERT_EQ(item.isNumeric(), bounds.low && bounds.high) << item.code.toStdString();
        if (item.isNumeric()) {
            EXPECT_LT(*bounds.low, *bounds.high) << item.code.toStdString();
            EXPECT_GE(*bounds.low, 0) << item.code.toStdString();
        }
    }
}

TEST(Plausible, WhatIsUsualIsPossible) {
    for (const PlausibleRatio& ratio : plausibleRatios()) {
        const std::string name = ratio.numerator->code.toStdString();
        EXPECT_FALSE(ratio.source.isEmpty()) << name;
        EXPECT_TRUE(ratio.usual.low || ratio.usual.high) << name;
        for (const auto& side : {ratio.usual.low, ratio.usual.high})
            EXPECT_TRUE(!side || ratio.possible.contains(*side)) << name;
    }
}

// What the standards ask for lies well inside, twice and half of it too.
TEST(Plausible, TheStandardsOfTheTradeAreUsual) {
    for (const double times : {0.5, 1.0, 2.0}) {
        EXPECT_TRUE(ratioOf(u"teaching_area", u"pupils").usual.contains(4.5 * times)); // 教督〔2017〕6号
        EXPECT_TRUE(ratioOf(u"sports_ground_area", u"pupils").usual.contains(10.2 * times));
        EXPECT_TRUE(ratioOf(u"equipment_value", u"pupils").usual.contains(0.25 * times));
        EXPECT_TRUE(ratioOf(u"multimedia_rooms", u"pupils").usual.contains(0.024 * times));
        EXPECT_TRUE(ratioOf(u"teachers", u"pupils", Stage::Primary).usual.contains(times / 19));
        EXPECT_TRUE(ratioOf(u"teachers", u"pupils", Stage::Junior).usual.contains(times / 13.5));
        EXPECT_TRUE(ratioOf(u"public_funds_budget", u"pupils").usual.contains(0.072 * times));
    }
    EXPECT_TRUE(ratioOf(u"pupils", u"classes", Stage::Primary).usual.contains(45));
    EXPECT_TRUE(ratioOf(u"pupils", u"classes", Stage::Junior).usual.contains(50));
}

// Ten times the standard, or a tenth of it, is not.
TEST(Plausible, AnotherUnitIsNotUsual) {
    for (const double times : {0.1, 10.0}) {
        EXPECT_FALSE(ratioOf(u"teaching_area", u"pupils").usual.contains(5.5 * times));
        EXPECT_FALSE(ratioOf(u"sports_ground_area", u"pupils").usual.contains(10.2 * times));
        EXPECT_FALSE(ratioOf(u"equipment_value", u"pupils").usual.contains(0.25 * times));
        EXPECT_FALSE(ratioOf(u"multimedia_rooms", u"pupils").usual.contains(0.03 * times));
        EXPECT_FALSE(ratioOf(u"teachers", u"pupils", Stage::Primary).usual.contains(times / 19));
        EXPECT_FALSE(ratioOf(u"pupils", u"classes", Stage::Primary).usual.contains(40 * times));
        EXPECT_FALSE(ratioOf(u"pupils", u"classes", Stage::Junior).usual.contains(45 * times));
        EXPECT_FALSE(ratioOf(u"public_funds_budget", u"pupils").usual.contains(0.085 * times));
    }
}

TEST(Plausible, BoundsAreInclusiveAndMayBeOpen) {
    const Bounds both = Bounds::read(u"0.5"_s, u"2"_s);
    EXPECT_TRUE(both.contains(0.5));
    EXPECT_TRUE(both.contains(2));
    EXPECT_FALSE(both.contains(2.01));
    EXPECT_FALSE(both.contains(0.49));
    EXPECT_TRUE(Bounds::read(u""_s, u"2"_s).contains(-1e9));
    EXPECT_TRUE(Bounds::read(u"0.5"_s, u""_s).contains(1e9));
}
