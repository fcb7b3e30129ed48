// A sum of whole numbers that is right however large they are.
#pragma once

#include "base/rational.h"

#include <cstdint>

namespace junheng::base {

/// Adds as fast as an integer does, and goes on as a fraction where that would overflow.
class ExactSum {
public:
    ExactSum& operator+=(std::int64_t number) {
        std::int64_t next = 0;
        if (!__builtin_add_overflow(m_part, number, &next)) {
            m_part = next;
        } else {
            m_carried += toRational(m_part);
            m_part = number;
        }
        return *this;
    }
    ExactSum& operator+=(const ExactSum& other) {
        m_carried += other.m_carried;
        return *this += other.m_part;
    }
    [[nodiscard]] Rational total() const { return m_carried + toRational(m_part); }

private:
    Rational m_carried = 0;
    std::int64_t m_part = 0;
};

} // namespace junheng::base
