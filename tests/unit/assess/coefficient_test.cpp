#include "assess/coefficient.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace junheng;
using namespace junheng::assess;

namespace {

struct Schools {
    std::vector<std::int64_t> resource;
    std::vector<std::int64_t> pupils;

    [[nodiscard]] std::vector<ExactShare> shares() const {
        std::vector<ExactShare> result;
        for (std::size_t i = 0; i < pupils.size(); ++i)
            result.push_back({.resource = base::toRational(resource[i]), .pupils = base::toRational(pupils[i])});
        return result;
    }
};

Coefficient coefficientOf(const Schools& schools, const char16_t* limit) {
    std::vector<double> values;
    std::vector<double> pupils;
    for (std::size_t i = 0; i < schools.pupils.size(); ++i) {
        pupils.push_back(static_cast<double>(schools.pupils[i]));
        values.push_back(static_cast<double>(schools.resource[i]) / pupils.back());
    }
    const auto count = static_cast<Eigen::Index>(values.size());
    return weightedCoefficientOfVariation(ConstColumn(values.data(), count), ConstColumn(pupils.data(), count),
                                          *base::Decimal::parse(QStringView(limit)), 3,
                                          [&] { return schools.shares(); });
}

std::vector<double> contributionsOf(const Schools& schools) {
    StageAssessment stage;
    stage.indicators.emplace_back().coefficient = coefficientOf(schools, u"0.50");
    for (std::size_t i = 0; i < schools.pupils.size(); ++i) {
        stage.pupils.push_back(static_cast<double>(schools.pupils[i]));
        stage.indicators[0].values.push_back(static_cast<double>(schools.resource[i]) / stage.pupils[i]);
    }
    return stage.contributions(0);
}

// Golden N1: five schools, books.
const Schools kFiveSchools{{279, 137, 935, 160, 402}, {45, 37, 89, 76, 55}};

} // namespace

// Golden N1: exact S = 3.263860705, CV = 0.515256630; published mean 6.33 and CV 0.52. Unweighted would be 0.488770682
// and pass.
TEST(Coefficient, FiveSchoolExample) {
    const Coefficient result = coefficientOf(kFiveSchools, u"0.50");
    EXPECT_NEAR(result.mean, 6.334437086, 5e-10);
    EXPECT_NEAR(result.standardDeviation, 3.263860705, 5e-10);
    EXPECT_NEAR(result.cv, 0.515256630, 5e-10);
    EXPECT_EQ(result.status, BalanceStatus::Unmet);
    EXPECT_EQ(result.printed.toString(), QStringLiteral("0.515"));
    EXPECT_FALSE(result.borderline);
}

// Golden N1, column "exact term" over its sum 10.652786703.
TEST(Coefficient, ContributionsOfTheFiveSchools) {
    const std::vector<double> contributions = contributionsOf(kFiveSchools);
    const double terms[] = {0.002693046, 0.848552838, 5.127446201, 4.501090466, 0.173004153};
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_NEAR(contributions[i], terms[i] / 10.652786703, 1e-9);
    EXPECT_NEAR(std::accumulate(contributions.begin(), contributions.end(), 0.0), 1.0, 1e-12);
}

// Two equal schools with a and 3a: mean 2a, deviation a, coefficient exactly 1/2, whatever the doubles say.
TEST(Coefficient, PairsOfAAndThreeAAreExactlyOneHalf) {
    std::mt19937_64 random(20251122);
    std::uniform_int_distribution<std::int64_t> heads(1, 3000);
    std::uniform_int_distribution<std::int64_t> amount(1, 100000000);
    for (int i = 0; i < 20000; ++i) {
        const std::int64_t pupils = heads(random);
        const std::int64_t a = amount(random);
        const Schools pair{{a, 3 * a}, {pupils, pupils}};
        const Coefficient result = coefficientOf(pair, u"0.50");
        ASSERT_EQ(result.status, BalanceStatus::Met) << a << " over " << pupils;
        ASSERT_EQ(result.printed.toString(), QStringLiteral("0.500"));
        ASSERT_FALSE(result.borderline);
        ASSERT_EQ(compareExactly(pair.shares(), base::Rational(1, 2)), 0);
        // One unit more at the richer school is over the limit.
        ASSERT_EQ(coefficientOf({{a, 3 * a + 1}, {pupils, pupils}}, u"0.50").status, BalanceStatus::Unmet);
    }
}

// Golden N11: 0.50 passes, 0.5001 fails. Two equal schools with 1 -+ c have the coefficient c.
TEST(Coefficient, JustOverTheLimitFailsAndIsBorderline) {
    const Coefficient over = coefficientOf({{4999, 15001}, {100, 100}}, u"0.50");
    EXPECT_NEAR(over.cv, 0.5001, 1e-12);
    EXPECT_EQ(over.status, BalanceStatus::Unmet);
    EXPECT_EQ(over.printed.toString(), QStringLiteral("0.500"));
    EXPECT_TRUE(over.borderline);
    // 0.5005 prints as 0.501 and is not borderline: a tie decided by fractions.
    const Coefficient tie = coefficientOf({{4995, 15005}, {100, 100}}, u"0.50");
    EXPECT_EQ(tie.printed.toString(), QStringLiteral("0.501"));
    EXPECT_FALSE(tie.borderline);
    const Coefficient junior = coefficientOf({{55, 145}, {7, 7}}, u"0.45");
    EXPECT_EQ(junior.status, BalanceStatus::Met);
    EXPECT_EQ(junior.printed.toString(), QStringLiteral("0.450"));
}

TEST(Coefficient, OneSchoolAndEqualSchoolsHaveNone) {
    EXPECT_EQ(coefficientOf({{279}, {45}}, u"0.50").cv, 0);
    EXPECT_EQ(coefficientOf({{279}, {45}}, u"0.50").status, BalanceStatus::Met);
    const Coefficient equal = coefficientOf({{100, 200}, {50, 100}}, u"0.50");
    EXPECT_EQ(equal.cv, 0);
    EXPECT_EQ(equal.printed.toString(), QStringLiteral("0.000"));
}

TEST(Coefficient, AZeroMeanHasNoCoefficient) {
    const Schools nothing{{0, 0}, {50, 100}};
    const Coefficient none = coefficientOf(nothing, u"0.50");
    EXPECT_EQ(none.status, BalanceStatus::Missing);
    EXPECT_TRUE(none.hasMean);
    EXPECT_EQ(none.mean, 0);
    EXPECT_EQ(contributionsOf(nothing), (std::vector<double>{0, 0}));
}

// A zero numerator is a legitimate value and stays in: dropping the second school would give 0.
TEST(Coefficient, AZeroNumeratorStaysIn) {
    EXPECT_NEAR(coefficientOf({{100, 0}, {50, 50}}, u"0.50").cv, 1.0, 1e-15);
}

TEST(Coefficient, OrderScaleAndMergingLeaveItAlone) {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> heads(1, 3000);
    std::uniform_int_distribution<std::int64_t> amount(0, 100000);
    for (int round = 0; round < 200; ++round) {
        Schools schools;
        for (int i = 0; i < 40; ++i) {
            schools.pupils.push_back(heads(random));
            schools.resource.push_back(amount(random));
        }
        const double cv = coefficientOf(schools, u"0.50").cv;

        Schools reversed = schools;
        std::ranges::reverse(reversed.pupils);
        std::ranges::reverse(reversed.resource);
        EXPECT_NEAR(coefficientOf(reversed, u"0.50").cv, cv, 1e-12 * cv);

        Schools scaled = schools;
        for (std::int64_t& resource : scaled.resource)
            resource *= 10000;
        EXPECT_NEAR(coefficientOf(scaled, u"0.50").cv, cv, 1e-12 * cv);

        // A school of the same value, twice as large, in place of two.
        Schools twins = schools;
        twins.pupils.push_back(schools.pupils[0]);
        twins.resource.push_back(schools.resource[0]);
        Schools merged = schools;
        merged.pupils[0] *= 2;
        merged.resource[0] *= 2;
        EXPECT_NEAR(coefficientOf(twins, u"0.50").cv, coefficientOf(merged, u"0.50").cv, 1e-12);
        EXPECT_EQ(compareExactly(twins.shares(), base::Rational(1, 2)),
                  compareExactly(merged.shares(), base::Rational(1, 2)));
    }
}

// Shares r and 3r +- 1 of equal schools: (2r +- 1) / (4r +- 1) lies a hair above or below 1/2.
TEST(Coefficient, NextToTheLimitTheFractionsDecide) {
    const std::int64_t r = 1'000'000'000'000;
    const Coefficient over = coefficientOf({{r, 3 * r + 1}, {1, 1}}, u"0.50");
    EXPECT_EQ(over.status, BalanceStatus::Unmet);
    EXPECT_TRUE(over.borderline);
    const Coefficient under = coefficientOf({{r, 3 * r - 1}, {1, 1}}, u"0.50");
    EXPECT_EQ(under.status, BalanceStatus::Met);
    EXPECT_FALSE(under.borderline);
}

// One school of 2000^2 pupils has everything, another of p^2 pupils nothing: the square of the coefficient is
// (p^2 + 2000^2) / 2000^2 - 1, the coefficient p / 2000. For an odd p that is a tie, 10000.0005 for the first one; it
// prints half up. As the limit it is met exactly, and the printed figure lies over it. A double of that size has only
// 12 places behind the point, less than it takes to tell.
TEST(Coefficient, LargeOnesAreExactToo) {
    for (std::int64_t p = 20'000'001; p < 20'000'201; p += 2) {
        const base::Decimal limit(p * 5, 4);
        const Coefficient result =
            coefficientOf({{1'000'000, 0}, {4'000'000, p * p}}, limit.toString().toStdU16String().c_str());
        ASSERT_EQ(result.printed.unscaled(), (p + 1) / 2);
        ASSERT_EQ(result.status, BalanceStatus::Met) << p;
        ASSERT_TRUE(result.borderline);
    }
}
