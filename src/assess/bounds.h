// Judging a figure against its threshold and floor: in doubles, and in fractions where those could be wrong. Internal
// to assess.
#pragma once

#include "assess/assessment.h"
#include "base/rounding.h"

#include <algorithm>
#include <cmath>

namespace junheng::assess {

/// Relative distance from a limit within which doubles do not decide.
inline constexpr double kNear = 1e-9;

// A threshold as doubles, for the many figures that are nowhere near it.
struct ThresholdBounds {
    double threshold;
    double floor;
    double unit;           ///< printed units in 1: 100 for two decimals
    double thresholdUnits; ///< the smallest printed figure, in units, that reaches the threshold
    double floorUnits;
    ThresholdBounds(const standard::Threshold& exact, int decimals)
        : threshold(base::toDouble(exact.value)), floor(base::toDouble(exact.floor)),
          unit(static_cast<double>(base::powerOfTen(decimals))), thresholdUnits(unitsAtLeast(exact.value, decimals)),
          floorUnits(unitsAtLeast(exact.floor, decimals)) {}

    static double unitsAtLeast(const base::Rational& bound, int decimals) {
        const base::Rational scaled = bound * base::toRational(base::powerOfTen(decimals));
        return base::toDouble(base::ceiling(scaled));
    }

    [[nodiscard]] bool decides(double value) const {
        return std::abs(value - threshold) > kNear * threshold && std::abs(value - floor) > kNear * threshold;
    }
    [[nodiscard]] Status judge(double value) const {
        return value >= threshold ? Status::Met : value >= floor ? Status::Floor : Status::Below;
    }
    // The status that the printed figure would have; `exact` decides next to a rounding tie.
    template <class Exact> [[nodiscard]] Status judgePrinted(double value, int decimals, Exact&& exact) const {
        const double scaled = value * unit;
        double units = std::floor(scaled + 0.5);
        if (std::abs(scaled - std::floor(scaled) - 0.5) <= kNear * std::max(1.0, scaled))
            units = base::toDouble(base::roundHalfUp(exact(), decimals) * base::toRational(base::powerOfTen(decimals)));
        return units >= thresholdUnits ? Status::Met : units >= floorUnits ? Status::Floor : Status::Below;
    }
};

} // namespace junheng::assess
