// Positions of vectors from the int that the models count in.
#pragma once

#include <cstddef>

namespace junheng::base {

/// Never negative.
constexpr std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

} // namespace junheng::base
