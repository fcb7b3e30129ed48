// The enrolment-weighted coefficient of variation between schools. Internal to assess and plan.
#pragma once

#include "assess/assessment.h"
#include "assess/columns.h"

#include <functional>

namespace junheng::assess {

/// One section's exact share in a coefficient: what it has (numerator x scale) and its pupils.
struct ExactShare {
    base::Rational resource;
    base::Rational pupils;
};

/// Coefficient of `values` weighted by `pupils` (same length, pupils > 0, nothing missing), tested against `limit`
/// (inclusive). Only within 1e-9 of the limit, or of a rounding tie of `decimals`, is `exact` asked for the fractions.
Coefficient weightedCoefficientOfVariation(const ConstColumn& values, const ConstColumn& pupils,
                                           const base::Decimal& limit, int decimals,
                                           const std::function<std::vector<ExactShare>()>& exact);

/// The sign of (coefficient - bound), in fractions: of N * sum(r^2 / n) - (1 + bound^2) * R^2. For bound >= 0.
int compareExactly(const std::vector<ExactShare>& shares, const base::Rational& bound);

/// The square of the coefficient: N * sum(r^2 / n) / R^2 - 1. R must not be 0.
base::Rational squaredCoefficient(const std::vector<ExactShare>& shares);

} // namespace junheng::assess
