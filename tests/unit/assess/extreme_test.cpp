// Figures that no parser lets in and no county file gives out: what sums them must still be right.
#include "indicator_fixture.h"

#include <algorithm>
#include <limits>
#include <variant>

namespace junheng::test {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

// The figure everywhere; a parser would not take it.
void setAll(model::CountyYear& year, const model::Item& item, std::int64_t amount) {
    model::ChangeSet changes;
    for (int row = 0; row < year.sections().rowCount(); ++row)
        changes.changes.push_back(
            {.subject = year.sections().key(row), .item = &item, .after = model::Observation::ofAmount(amount)});
    year.apply(changes);
}

model::CountyYear twoSchools(const char16_t* type, const char16_t* stage) {
    CountyBuilder county;
    for (const char16_t* code : {u"9901010001", u"9901010002"})
        county.school(code, type).section(code, stage, {{u"pupils", u"100"}});
    return county.build();
}

// G5: whatever bands lie above the limit of 小学, each of two sections has the largest number there is in each.
TEST(ExtremeFigures, ClassesOfTheBandsAddUp) {
    const auto& rule = std::get<standard::ClassSizeRule>(rulesOf().findIndicator(QStringLiteral("G5"))->rule);
    model::CountyYear year = twoSchools(u"小学", u"primary");
    const auto over = std::ranges::count_if(rule.bands, [&](const auto& band) { return band.from > rule.limit[0]; });
    ASSERT_EQ(over, 5); // 46-50, 51-55, 56-60, 61-65, 66 and more
    for (const auto& band : rule.bands)
        setAll(year, *band.item, kMost);
    const assess::Assessment assessment = assess::assess(year, rulesOf());
    const assess::IndicatorResult& result = *assessment.result(rulesOf(), QStringLiteral("G5"));
    EXPECT_EQ(result.status, kUnmet);
    EXPECT_EQ(*result.figures[0], base::Rational("92233720368547758070")); // 10 × 9223372036854775807
}

// Q1: n sums of the same figure over m such sums are n/m, however large the figure.
TEST(ExtremeFigures, ARatioOfSums) {
    const auto& part = std::get<standard::RatioRule>(rulesOf().findIndicator(QStringLiteral("Q1"))->rule).parts[0];
    for (const std::int64_t amount : {std::int64_t{100}, kMost / 2 + 1, kMost - 1, kMost}) {
        model::CountyYear year = twoSchools(u"初级中学", u"junior");
        for (const auto* side : {&part.numerator, &part.denominator}) {
            for (const model::Item* item : side->minus)
                setAll(year, *item, 0);
        }
        for (const auto* side : {&part.numerator, &part.denominator}) {
            for (const model::Item* item : side->plus)
                setAll(year, *item, amount);
        }
        const assess::Assessment assessment = assess::assess(year, rulesOf());
        const assess::IndicatorResult& result = *assessment.result(rulesOf(), QStringLiteral("Q1"));
        base::Rational expected(part.numerator.plus.size(), part.denominator.plus.size());
        expected.canonicalize();
        EXPECT_TRUE(std::ranges::find(result.figures, std::optional(expected)) != result.figures.end()) << amount;
    }
}

} // namespace
} // namespace junheng::test
