// Units of length on paper.
#pragma once

namespace junheng::document {

inline constexpr double kMillimetresPerInch = 25.4;
/// Within which two lengths of a page are the same, in its own unit.
inline constexpr double kRounding = 1e-3;
inline constexpr double kPointsPerInch = 72;
/// FigurePainter paints in these.
inline constexpr double kUnitsPerInch = 96;

} // namespace junheng::document
