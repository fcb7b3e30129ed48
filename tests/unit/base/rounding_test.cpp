#include "base/rounding.h"

#include <gtest/gtest.h>

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
