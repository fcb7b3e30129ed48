#include "base/rational.h"

#include <gtest/gtest.h>

#include <limits>

using namespace junheng::base;

TEST(Rational, ReadsFractionsAndDecimals) {
    EXPECT_EQ(*parseRational(u"235/32"), Rational(235, 32));
    EXPECT_EQ(*parseRational(u"4.20"), Rational(21, 5));
    EXPECT_EQ(*parseRational(u"-3"), Rational(-3));
    EXPECT_EQ(toString(*parseRational(u"470/64")), QStringLiteral("235/32"));
    for (const char16_t* text : {u"", u"1/0", u"/2", u"1/", u"a/2"})
        EXPECT_FALSE(parseRational(QStringView(text)));
}

TEST(Rational, ConvertsToTheClosestDouble) {
    // Literals are rounded to nearest by the compiler.
    EXPECT_EQ(toDouble(Rational(1, 3)), 1.0 / 3.0);
    EXPECT_EQ(toDouble(Rational(2, 3)), 2.0 / 3.0);
    EXPECT_EQ(toDouble(Rational(-21, 5)), -4.2);
    EXPECT_EQ(toDouble(Rational(1, 10)), 0.1);
    EXPECT_EQ(toDouble(Rational(0)), 0.0);
    EXPECT_EQ(toDouble(Rational(9007199254740991, 3)), 3002399751580330.33); // 2^53 - 1
    EXPECT_EQ(toDouble(Rational(9007199254740993)), 9007199254740992.0);     // 2^53 + 1: a tie, to the even one
    EXPECT_EQ(toDouble(Rational("123456789012345678901234567890/11")), 11223344455667788991021324353.64);
}

TEST(Rational, TakesDecimalsExactly) {
    EXPECT_EQ(toRational(Decimal(-1250, 2)), Rational(-25, 2));
}

TEST(Rational, KnowsWholeNumbers) {
    EXPECT_EQ(wholeNumber(Rational(7)), 7);
    EXPECT_EQ(wholeNumber(Rational(-7)), -7);
    EXPECT_EQ(wholeNumber(Rational(7, 2)), std::nullopt);
    EXPECT_EQ(wholeNumber(Rational("9223372036854775807")), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(wholeNumber(Rational("9223372036854775808")), std::nullopt);
    EXPECT_EQ(wholeNumber(Rational(0)), 0);
    EXPECT_EQ(wholeNumber(Rational("-9223372036854775807")), -std::numeric_limits<std::int64_t>::max());
}

TEST(Rational, TakesEveryWholeNumberOf64Bits) {
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{4294967296}, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min()})
        EXPECT_EQ(toString(toRational(number)), QString::number(number));
}
