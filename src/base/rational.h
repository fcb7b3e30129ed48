// Exact fractions, where a verdict is decided.
#pragma once

#include "base/decimal.h"

#include <gmpxx.h>

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace junheng::base {

using Rational = mpq_class;

/// unscaled / 10^scale as a fraction.
Rational toRational(const Decimal& number);
Rational toRational(std::int64_t number);

/// Reads "235/32", "-3" or "4.20"; empty when the text is neither, or the denominator is zero.
std::optional<Rational> parseRational(QStringView text);

/// "235/32", or "7" when the denominator is 1.
QString toString(const Rational& number);

/// The whole number that it is; empty where it is a fraction or does not fit 63 bits.
std::optional<std::int64_t> wholeNumber(const Rational& number);

/// The closest double.
double toDouble(const Rational& number);

/// The sign of (sum of the square roots of `squares` - bound), of numbers that are not negative. Computed with 150
/// decimal digits; what agrees to 100 of them is taken as equal.
int compareSumOfRoots(const std::vector<Rational>& squares, const Rational& bound);

} // namespace junheng::base
