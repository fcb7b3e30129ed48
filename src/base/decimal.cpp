#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace junheng::base {

namespace {

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

// The exponent behind an "e"; at most three digits, so that it cannot overflow.
std::optional<int> parseExponent(QStringView text) {
    bool negative = false;
    if (!text.isEmpty() && (text[0] == u'+' || text[0] == u'-')) {
        negative = text[0] == u'-';
        text = text.mid(1);
    }
    if (text.isEmpty() || text.size() > 3 || !std::ranges::all_of(text, isDigit))
        return std::nullopt;
    int value = 0;
    for (QChar c : text)
        value = value * 10 + (c.unicode() - u'0');
    return negative ? -value : value;
}

} // namespace

std::int64_t powerOfTen(int exponent) {
    static constexpr auto kPowers = [] {
        std::array<std::int64_t, 19> powers{};
        std::int64_t power = 1;
        for (std::size_t i = 0; i < powers.size(); ++i) {
            powers[i] = power;
            if (i + 1 < powers.size())
                power *= 10;
        }
        return powers;
    }();
    return kPowers.at(static_cast<std::size_t>(exponent));
}

std::optional<Decimal> Decimal::parse(QStringView text) {
    bool negative = false;
    if (!text.isEmpty() && (text[0] == u'+' || text[0] == u'-')) {
        negative = text[0] == u'-';
        text = text.mid(1);
    }
    int exponent = 0;
    if (const qsizetype e = text.indexOf(u'e', 0, Qt::CaseInsensitive); e >= 0) {
        const auto parsed = parseExponent(text.mid(e + 1));
        if (!parsed)
            return std::nullopt;
        exponent = *parsed;
        text = text.left(e);
    }

    std::int64_t unscaled = 0;
    int scale = 0;
    int digits = 0;
    int pendingZeros = 0; // zeros behind the point count only when another digit follows
    bool point = false;
    bool any = false;
    for (QChar c : text) {
        if (c == u'.' && !point) {
            point = true;
            continue;
        }
        if (!isDigit(c))
            return std::nullopt;
        any = true;
        if (point && c == u'0') {
            ++pendingZeros;
            continue;
        }
        const int add = 1 + (point ? pendingZeros : 0);
        if (unscaled != 0 || c != u'0')
            digits += unscaled == 0 ? 1 : add;
        if (digits > kMaxDigits || (point && scale + add > kMaxDigits))
            return std::nullopt;
        unscaled = unscaled * powerOfTen(unscaled == 0 ? 1 : add) + (c.unicode() - u'0');
        if (point) {
            scale += add;
            pendingZeros = 0;
        }
    }
    if (!any)
        return std::nullopt;

    if (unscaled == 0)
        return Decimal(0, 0);
    scale -= exponent;
    while (scale < 0) {
        if (++digits > kMaxDigits)
            return std::nullopt;
        unscaled *= 10;
        ++scale;
    }
    while (scale > 0 && unscaled % 10 == 0) {
        unscaled /= 10;
        --scale;
    }
    if (scale > kMaxDigits)
        return std::nullopt;
    return Decimal(negative ? -unscaled : unscaled, scale);
}

std::optional<Decimal> Decimal::rescaledHalfUp(int scale) const {
    if (scale >= m_scale) {
        const std::int64_t factor = powerOfTen(scale - m_scale);
        std::int64_t result = 0;
        if (__builtin_mul_overflow(m_unscaled, factor, &result) || std::abs(result) >= powerOfTen(kMaxDigits))
            return std::nullopt;
        return Decimal(result, scale);
    }
    const std::int64_t divisor = powerOfTen(m_scale - scale);
    const std::int64_t magnitude = std::abs(m_unscaled);
    const std::int64_t rounded = magnitude / divisor + (magnitude % divisor * 2 >= divisor ? 1 : 0);
    return Decimal(m_unscaled < 0 ? -rounded : rounded, scale);
}

bool Decimal::fitsScale(int scale) const {
    return scale >= m_scale || m_unscaled % powerOfTen(m_scale - scale) == 0;
}

double Decimal::toDouble() const {
    return static_cast<double>(m_unscaled) / static_cast<double>(powerOfTen(m_scale));
}

QString Decimal::toString() const {
    QString digits = QString::number(std::abs(m_unscaled));
    if (m_scale > 0) {
        if (digits.size() <= m_scale)
            digits.prepend(QString(m_scale + 1 - digits.size(), QChar(u'0')));
        digits.insert(digits.size() - m_scale, QChar(u'.'));
    }
    return m_unscaled < 0 ? QChar(u'-') + digits : digits;
}

QString Decimal::toShortString() const {
    QString text = toString();
    if (m_scale > 0) {
        while (text.endsWith(QChar(u'0')))
            text.chop(1);
        if (text.endsWith(QChar(u'.')))
            text.chop(1);
    }
    return text;
}

} // namespace junheng::base
