#include "base/decimal.h"

#include <gtest/gtest.h>

using junheng::base::Decimal;

namespace {

QString round(const char16_t* text, int scale) {
    const auto number = Decimal::parse(QStringView(text));
    const auto rounded = number ? number->rescaledHalfUp(scale) : std::nullopt;
    return rounded ? rounded->toString() : QStringLiteral("none");
}

} // namespace

TEST(Decimal, ReadsPlainNumbers) {
    EXPECT_EQ(Decimal::parse(u"12.50")->toString(), QStringLiteral("12.5"));
    EXPECT_EQ(Decimal::parse(u"-0.075")->unscaled(), -75);
    EXPECT_EQ(Decimal::parse(u"-0.075")->scale(), 3);
    EXPECT_EQ(Decimal::parse(u"0007")->unscaled(), 7);
    EXPECT_EQ(Decimal::parse(u"100")->unscaled(), 100);
    EXPECT_EQ(Decimal::parse(u".5")->toString(), QStringLiteral("0.5"));
    EXPECT_EQ(Decimal::parse(u"5.")->toString(), QStringLiteral("5"));
    EXPECT_EQ(Decimal::parse(u"1000.001")->toString(), QStringLiteral("1000.001"));
    EXPECT_EQ(Decimal::parse(u"0.000")->unscaled(), 0);
}

TEST(Decimal, ReadsExponents) {
    EXPECT_EQ(Decimal::parse(u"1.5E3")->toString(), QStringLiteral("1500"));
    EXPECT_EQ(Decimal::parse(u"25e-4")->toString(), QStringLiteral("0.0025"));
    EXPECT_EQ(Decimal::parse(u"1e+17")->toString(), QStringLiteral("100000000000000000"));
}

TEST(Decimal, RefusesWhatIsNoNumberOrDoesNotFit) {
    for (const char16_t* text : {u"", u"-", u".", u"1.2.3", u"1,000", u"12a", u"e5", u"1e", u"１２", u" 1"})
        EXPECT_FALSE(Decimal::parse(QStringView(text))) << QString::fromUtf16(text).toStdString();
    EXPECT_FALSE(Decimal::parse(u"1e308"));
    EXPECT_FALSE(Decimal::parse(u"1234567890123456789")); // 19 digits
    EXPECT_TRUE(Decimal::parse(u"123456789012345678"));   // 18 digits
    EXPECT_FALSE(Decimal::parse(u"12345678901234567890123456789012345678901"));
}

// Halves go away from zero, whatever digits follow in binary.
TEST(Decimal, RoundsHalfUp) {
    EXPECT_EQ(round(u"2.675", 2), QStringLiteral("2.68"));
    EXPECT_EQ(round(u"2.665", 2), QStringLiteral("2.67"));
    EXPECT_EQ(round(u"2.6749", 2), QStringLiteral("2.67"));
    EXPECT_EQ(round(u"-0.5", 0), QStringLiteral("-1"));
    EXPECT_EQ(round(u"9.995", 2), QStringLiteral("10.00"));
    EXPECT_EQ(round(u"3", 2), QStringLiteral("3.00"));
}

TEST(Decimal, RescalingThatOverflowsIsRefused) {
    EXPECT_FALSE(Decimal(123456789012345678, 0).rescaledHalfUp(4));
    EXPECT_TRUE(Decimal(99999999999999, 0).rescaledHalfUp(4));
}

TEST(Decimal, KnowsWhetherItFitsAScale) {
    EXPECT_TRUE(Decimal(1250, 3).fitsScale(2));
    EXPECT_FALSE(Decimal(1251, 3).fitsScale(2));
    EXPECT_TRUE(Decimal(5, 0).fitsScale(2));
}

TEST(Decimal, PrintsShort) {
    EXPECT_EQ(Decimal(480000, 2).toShortString(), QStringLiteral("4800"));
    EXPECT_EQ(Decimal(5, 3).toShortString(), QStringLiteral("0.005"));
    EXPECT_EQ(Decimal(0, 2).toShortString(), QStringLiteral("0"));
}
