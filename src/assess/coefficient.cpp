#include "assess/coefficient.h"

#include "assess/bounds.h"

#include <cmath>
#include <map>

namespace junheng::assess {

namespace {

struct Sums {
    base::Rational pupils = 0;   ///< N
    base::Rational resource = 0; ///< R
    base::Rational squares = 0;  ///< sum of r^2 / n
};

Sums sumsOf(const std::vector<ExactShare>& shares) {
    Sums sums;
    std::map<base::Rational, base::Rational> squaresByPupils;
    for (const ExactShare& share : shares) {
        sums.pupils += share.pupils;
        sums.resource += share.resource;
        squaresByPupils[share.pupils] += share.resource * share.resource;
    }
    // A sum of many fractions stays small when those of one denominator are added first.
    for (const auto& [pupils, squares] : squaresByPupils)
        sums.squares += squares / pupils;
    return sums;
}

// cv half up; next to a tie the fractions say on which side it lies.
base::Decimal printedExactly(double cv, int decimals, const std::function<std::vector<ExactShare>()>& exact) {
    const std::int64_t unit = base::powerOfTen(decimals);
    const double scaled = cv * static_cast<double>(unit);
    auto units = static_cast<std::int64_t>(std::floor(scaled + 0.5));
    const double tie = std::floor(scaled) + 0.5;
    if (std::abs(scaled - tie) <= kNear * std::max(1.0, scaled)) {
        const auto below = static_cast<std::int64_t>(std::floor(scaled));
        const base::Rational bound = (base::toRational(below) + base::Rational(1, 2)) / base::toRational(unit);
        units = compareExactly(exact(), bound) < 0 ? below : below + 1;
    }
    return {units, decimals};
}

} // namespace

int compareExactly(const std::vector<ExactShare>& shares, const base::Rational& bound) {
    const Sums sums = sumsOf(shares);
    return sgn(base::Rational(sums.pupils * sums.squares - (1 + bound * bound) * sums.resource * sums.resource));
}

base::Rational squaredCoefficient(const std::vector<ExactShare>& shares) {
    const Sums sums = sumsOf(shares);
    return sums.pupils * sums.squares / (sums.resource * sums.resource) - 1;
}

Coefficient weightedCoefficientOfVariation(const ConstColumn& values, const ConstColumn& pupils,
                                           const base::Decimal& limit, int decimals,
                                           const std::function<std::vector<ExactShare>()>& exact) {
    Coefficient result;
    const double total = pupils.sum();
    result.mean = (values * pupils).sum() / total;
    result.hasMean = true;
    result.standardDeviation = std::sqrt((pupils * (values - result.mean).square()).sum() / total);
    if (result.mean <= 0)
        return result;
    result.cv = result.standardDeviation / result.mean;

    const double bound = limit.toDouble();
    const base::Rational exactBound = base::toRational(limit);
    bool met = result.cv <= bound;
    if (std::abs(result.cv - bound) <= kNear * bound)
        met = compareExactly(exact(), exactBound) <= 0;
    result.status = met ? BalanceStatus::Met : BalanceStatus::Unmet;
    result.printed = printedExactly(result.cv, decimals, exact);
    result.borderline = (base::toRational(result.printed) <= exactBound) != met;
    return result;
}

} // namespace junheng::assess
