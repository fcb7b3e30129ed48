#include "base/exact_sum.h"

#include <gtest/gtest.h>

#include <limits>

namespace junheng::base {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

TEST(ExactSum, IsASum) {
    ExactSum sum;
    EXPECT_EQ(sum.total(), 0);
    for (const std::int64_t number : {3, -5, 10})
        sum += number;
    EXPECT_EQ(sum.total(), 8);
}

// 2 × 9223372036854775807 = 18446744073709551614, and so on: worked out by hand.
TEST(ExactSum, GoesOnWhereAnIntegerOverflows) {
    ExactSum most;
    most += kMost;
    most += kMost;
    EXPECT_EQ(most.total(), Rational("18446744073709551614"));
    most += 1;
    EXPECT_EQ(most.total(), Rational("18446744073709551615"));
    ExactSum least;
    least += kLeast;
    least += kLeast;
    EXPECT_EQ(least.total(), Rational("-18446744073709551616"));
    least += most;
    EXPECT_EQ(least.total(), -1);
}

TEST(ExactSum, OfManyLargeOnes) {
    ExactSum sum;
    for (int i = 0; i < 1000; ++i)
        sum += kMost;
    EXPECT_EQ(sum.total(), Rational("9223372036854775807000"));
}

} // namespace
} // namespace junheng::base
