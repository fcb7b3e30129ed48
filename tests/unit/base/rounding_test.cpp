#include "base/rounding.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

using namespace junheng::base;

TEST(Rounding, PrintsFractionsHalfUp) {
    EXPECT_EQ(printHalfUp(Rational(107, 40), 2), QStringLiteral("2.68")); // 2.675
    EXPECT_EQ(printHalfUp(Rational(2, 3), 2), QStringLiteral("0.67"));
    EXPECT_EQ(printHalfUp(Rational(1, 200), 2), QStringLiteral("0.01"));
    EXPECT_EQ(printHalfUp(Rational(1, 201), 2), QStringLiteral("0.00"));
    EXPECT_EQ(printHalfUp(Rational(-1, 201), 2), QStringLiteral("0.00"));
    EXPECT_EQ(printHalfUp(Rational(-107, 40), 2), QStringLiteral("-2.68"));
    EXPECT_EQ(printHalfUp(Rational(1999, 2), 0), QStringLiteral("1000"));
}

// 2.675 lies below the tie as a double: without the fraction it would print as 2.67.
TEST(Rounding, AsksTheFractionNextToATie) {
    int asked = 0;
    const auto exact = [&] {
        ++asked;
        return Rational(107, 40);
    };
    EXPECT_EQ(printHalfUp(2.675, 2, exact), QStringLiteral("2.68"));
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(printHalfUp(2.675, 2, nullptr), QStringLiteral("2.67"));
    EXPECT_EQ(printHalfUp(2.67, 2, exact), QStringLiteral("2.67"));
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(roundHalfUp(2.675, 2, exact), 2.68);
    EXPECT_EQ(roundHalfUp(58.503778338, 1, nullptr), 58.5);
}

TEST(Rounding, ToWholeNumbers) {
    EXPECT_EQ(roundUp(Rational(7, 3)), 3);
    EXPECT_EQ(roundUp(Rational(-7, 3)), -2);
    EXPECT_EQ(roundUp(Rational(3)), 3);
    EXPECT_EQ(roundDown(Rational(7, 3)), 2);
    EXPECT_EQ(roundDown(Rational(-7, 3)), -3);
    EXPECT_EQ(roundDown(Rational(3)), 3);
    // 10^20 / 3, which no integer of 64 bits holds.
    EXPECT_EQ(ceiling(Rational("100000000000000000000/3")), Rational("33333333333333333334"));
}

// The fraction that a double is rounds exactly; the way without fractions must agree wherever it is taken.
TEST(Rounding, OfADoubleIsThatOfTheFractionItIs) {
    std::mt19937_64 random(2017);
    std::uniform_real_distribution<double> magnitude(-6, 18);
    std::uniform_int_distribution<int> decimals(0, 6);
    std::uniform_int_distribution<int> halves(-2000000, 2000000);
    for (int i = 0; i < 20000; ++i) {
        const int digits = decimals(random);
        const double plain = std::pow(10, magnitude(random)) * (i % 2 == 0 ? 1 : -1);
        const double tie = halves(random) / std::pow(10, digits) / 2; // as near to a tie as a double comes
        for (const double value : {plain, tie}) {
            EXPECT_EQ(printHalfUp(value, digits, nullptr), printHalfUp(Rational(value), digits)) << value;
            EXPECT_EQ(roundHalfUp(value, digits, nullptr), toDouble(roundHalfUp(Rational(value), digits))) << value;
        }
    }
    EXPECT_FALSE(std::signbit(roundHalfUp(-0.001, 2, nullptr)));
}
