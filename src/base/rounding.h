// Rounding by name. Figures are judged unrounded; rounding is for print alone.
#pragma once

#include "base/rational.h"

#include <QString>

#include <functional>

namespace junheng::base {

/// `number` to `decimals` digits behind the point, halves away from zero (四舍五入), exact.
Rational roundHalfUp(const Rational& number, int decimals);

/// The smallest integer not below `number`.
Rational ceiling(const Rational& number);
/// The same; it must fit 63 bits.
std::int64_t roundUp(const Rational& number);
/// The largest integer not above `number`; it must fit 63 bits.
std::int64_t roundDown(const Rational& number);

/// roundHalfUp as text with exactly `decimals` digits: "2.68".
QString printHalfUp(const Rational& number, int decimals);

/// The same for a computed double. Only where `value` lies within 1e-9 of a rounding tie is `exact` asked for the
/// fraction it stands for, so that 107/40 prints as 2.68 though its double lies below. `exact` may be null: then the
/// double counts.
QString printHalfUp(double value, int decimals, const std::function<Rational()>& exact);

/// The double that printHalfUp prints.
double roundHalfUp(double value, int decimals, const std::function<Rational()>& exact);

} // namespace junheng::base
