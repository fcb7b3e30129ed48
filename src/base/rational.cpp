#include "base/rational.h"

#include <cmath>
#include <limits>

namespace junheng::base {

Rational toRational(std::int64_t number) {
    // GMP takes a `long`, which has 32 bits on some systems.
    const auto magnitude = number < 0 ? -static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    mpz_class whole;
    mpz_import(whole.get_mpz_t(), 1, 1, sizeof magnitude, 0, 0, &magnitude);
    return Rational(number < 0 ? mpz_class(-whole) : whole);
}

Rational toRational(const Decimal& number) {
    Rational result = toRational(number.unscaled());
    if (number.scale() == 0)
        return result;
    result /= toRational(powerOfTen(number.scale()));
    return result;
}

std::optional<Rational> parseRational(QStringView text) {
    const qsizetype slash = text.indexOf(u'/');
    const auto numerator = Decimal::parse(slash < 0 ? text : text.left(slash));
    if (!numerator)
        return std::nullopt;
    if (slash < 0)
        return toRational(*numerator);
    const auto denominator = Decimal::parse(text.mid(slash + 1));
    if (!denominator || denominator->unscaled() == 0)
        return std::nullopt;
    return Rational(toRational(*numerator) / toRational(*denominator));
}

QString toString(const Rational& number) {
    return QString::fromStdString(number.get_str());
}

int compareSumOfRoots(const std::vector<Rational>& squares, const Rational& bound) {
    constexpr mp_bitcnt_t kBits = 512;
    constexpr mp_bitcnt_t kEqualBits = 340;
    mpf_class difference(0, kBits);
    for (const Rational& square : squares)
        difference += sqrt(mpf_class(square, kBits));
    difference -= mpf_class(bound, kBits);
    mpf_class scaled(0, kBits);
    mpf_mul_2exp(scaled.get_mpf_t(), difference.get_mpf_t(), kEqualBits);
    return abs(scaled) < 1 ? 0 : sgn(difference);
}

std::optional<std::int64_t> wholeNumber(const Rational& number) {
    constexpr std::size_t kBits = std::numeric_limits<std::int64_t>::digits;
    if (number.get_den() != 1 || mpz_sizeinbase(number.get_num_mpz_t(), 2) > kBits)
        return std::nullopt;
    std::uint64_t magnitude = 0; // stays so for zero, which has no word to export
    mpz_export(&magnitude, nullptr, 1, sizeof magnitude, 0, 0, number.get_num_mpz_t());
    const auto whole = static_cast<std::int64_t>(magnitude);
    return sgn(number) < 0 ? -whole : whole;
}

double toDouble(const Rational& number) {
    // Of two numbers that doubles hold exactly, the division itself gives the closest double.
    constexpr std::size_t kExactBits = std::numeric_limits<double>::digits;
    if (mpz_sizeinbase(number.get_num_mpz_t(), 2) <= kExactBits &&
        mpz_sizeinbase(number.get_den_mpz_t(), 2) <= kExactBits)
        return number.get_num().get_d() / number.get_den().get_d();
    // get_d() truncates; the neighbour away from zero may be closer.
    const double low = number.get_d();
    const double high = std::nextafter(low, sgn(number) < 0 ? -std::numeric_limits<double>::infinity()
                                                            : std::numeric_limits<double>::infinity());
    const Rational toLow = abs(number - Rational(low));
    const Rational toHigh = abs(Rational(high) - number);
    return toHigh < toLow ? high : low;
}

} // namespace junheng::base
