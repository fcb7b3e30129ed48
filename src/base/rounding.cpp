#include "base/rounding.h"

#include <cmath>
#include <optional>

namespace junheng::base {

namespace {

// round(|number| * 10^decimals), halves up.
mpz_class scaledMagnitude(const Rational& number, int decimals) {
    Rational scaled = abs(number) * toRational(powerOfTen(decimals)) + Rational(1, 2);
    mpz_class floor;
    mpz_fdiv_q(floor.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
    return floor;
}

bool nearTie(double value, int decimals) {
    const double scaled = std::abs(value) * static_cast<double>(powerOfTen(decimals));
    const double distance = std::abs(scaled - std::floor(scaled) - 0.5);
    return distance <= 1e-9 * std::max(1.0, scaled);
}

// The same of a number that is not near a tie: there the double's own scaling errs by less than the distance to it.
// Empty where the figure has more digits than a double holds.
std::optional<std::int64_t> plainMagnitude(double value, int decimals) {
    constexpr double kMost = 1e15;
    const double scaled = std::abs(value) * static_cast<double>(powerOfTen(decimals));
    if (!(scaled < kMost))
        return std::nullopt;
    return static_cast<std::int64_t>(std::floor(scaled + 0.5));
}

QString printed(bool negative, QString digits, int decimals) {
    if (decimals > 0) {
        if (digits.size() <= decimals)
            digits.prepend(QString(decimals + 1 - digits.size(), QChar(u'0')));
        digits.insert(digits.size() - decimals, QChar(u'.'));
    }
    return negative ? QChar(u'-') + digits : digits;
}

} // namespace

Rational roundHalfUp(const Rational& number, int decimals) {
    Rational result(scaledMagnitude(number, decimals));
    result /= toRational(powerOfTen(decimals));
    return sgn(number) < 0 ? Rational(-result) : result;
}

Rational ceiling(const Rational& number) {
    mpz_class up;
    mpz_cdiv_q(up.get_mpz_t(), number.get_num_mpz_t(), number.get_den_mpz_t());
    return Rational(up);
}

std::int64_t roundUp(const Rational& number) {
    return wholeNumber(ceiling(number)).value();
}

std::int64_t roundDown(const Rational& number) {
    mpz_class down;
    mpz_fdiv_q(down.get_mpz_t(), number.get_num_mpz_t(), number.get_den_mpz_t());
    return wholeNumber(Rational(down)).value();
}

QString printHalfUp(const Rational& number, int decimals) {
    const mpz_class magnitude = scaledMagnitude(number, decimals);
    return printed(sgn(number) < 0 && magnitude != 0, QString::fromStdString(magnitude.get_str()), decimals);
}

QString printHalfUp(double value, int decimals, const std::function<Rational()>& exact) {
    if (nearTie(value, decimals))
        return printHalfUp(exact ? exact() : Rational(value), decimals);
    if (const auto magnitude = plainMagnitude(value, decimals))
        return printed(value < 0 && *magnitude != 0, QString::number(*magnitude), decimals);
    return printHalfUp(Rational(value), decimals);
}

double roundHalfUp(double value, int decimals, const std::function<Rational()>& exact) {
    if (nearTie(value, decimals))
        return toDouble(roundHalfUp(exact ? exact() : Rational(value), decimals));
    if (const auto magnitude = plainMagnitude(value, decimals)) {
        const double rounded = static_cast<double>(*magnitude) / static_cast<double>(powerOfTen(decimals));
        return value < 0 && *magnitude != 0 ? -rounded : rounded;
    }
    return toDouble(roundHalfUp(Rational(value), decimals));
}

} // namespace junheng::base
