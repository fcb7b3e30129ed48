#include "assess/exact.h"

#include "assess/bounds.h"
#include "model/items.h"

#include <cmath>

namespace junheng::assess {

base::Rational exactValue(const model::CountyYear& year, const standard::Standard& standard, int sectionRow,
                          int indicator, bool relaxed) {
    const auto derivation = standard::deriveIndicator(standard, year, sectionRow, indicator);
    return !relaxed && derivation.without ? derivation.without->value() : derivation.figure->value();
}

std::vector<ExactShare> exactShares(const model::CountyYear& year, const standard::Standard& standard,
                                    const StageAssessment& stage, int indicator, bool relaxed) {
    static const model::Item& pupilsItem = model::itemOf(items::pupils);
    std::vector<ExactShare> shares;
    shares.reserve(stage.sectionRows.size());
    for (int row : stage.sectionRows) {
        ExactShare share;
        share.pupils = base::toRational(year.sections().at(row, pupilsItem).amount);
        share.resource = exactValue(year, standard, row, indicator, relaxed) * share.pupils;
        shares.push_back(std::move(share));
    }
    return shares;
}

bool compositeWithin(const model::CountyYear& year, const standard::Standard& standard, const StageAssessment& stage,
                     const base::Rational& limit) {
    const double bound = base::toDouble(limit);
    if (std::abs(*stage.composite - bound) > kNear * bound)
        return *stage.composite < bound;
    // The mean of coefficients, each the root of N * sum(r^2 / n) / R^2 - 1.
    const bool own = !stage.indicators.empty();
    const int end = own ? static_cast<int>(stage.indicators.size()) : standard.balanceCount();
    std::vector<base::Rational> squares;
    for (int i = 0; i < end; ++i)
        squares.push_back(squaredCoefficient(exactShares(year, standard, stage, i, true)));
    return base::compareSumOfRoots(squares, limit * base::toRational(std::int64_t{end})) <= 0;
}

} // namespace junheng::assess
