// Why something in a document stands out.
#pragma once

#include <cstdint>

namespace junheng::document {

/// Renderers show each so that it can also be told in black and white.
enum class Mark : std::uint8_t {
    None,
    Floor,   ///< below the threshold, not below the floor
    Failing, ///< below the floor, over a limit, or a verdict of 未达标
    Missing, ///< 待填报, or a count that leaves out what is missing
};

} // namespace junheng::document
