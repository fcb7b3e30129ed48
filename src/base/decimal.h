// Exact decimal numbers: an integer and the number of its digits behind the point.
#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace junheng::base {

/// unscaled / 10^scale, exact. The magnitude of `unscaled` is at most 18 digits, the scale 0 to 18.
class Decimal {
public:
    static constexpr int kMaxDigits = 18;

    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t unscaled, int scale) : m_unscaled(unscaled), m_scale(scale) {}

    /// Reads "-12.50" or "1.5e3" in plain ASCII; no blanks, no separators. Empty when the text is no number or has more
    /// digits than fit.
    static std::optional<Decimal> parse(QStringView text);

    [[nodiscard]] constexpr std::int64_t unscaled() const { return m_unscaled; }
    [[nodiscard]] constexpr int scale() const { return m_scale; }

    /// The same number with `scale` digits behind the point, rounded half up (away from zero); empty when it does not
    /// fit.
    [[nodiscard]] std::optional<Decimal> rescaledHalfUp(int scale) const;
    /// Whether rescaledHalfUp(scale) keeps the number as it is.
    [[nodiscard]] bool fitsScale(int scale) const;

    [[nodiscard]] double toDouble() const;
    /// "-12.50": exactly scale() digits behind the point.
    [[nodiscard]] QString toString() const;
    /// "-12.5": without trailing zeros behind the point.
    [[nodiscard]] QString toShortString() const;

private:
    std::int64_t m_unscaled = 0;
    int m_scale = 0;
};

/// 10^exponent for 0 <= exponent <= 18.
std::int64_t powerOfTen(int exponent);

} // namespace junheng::base
