// In which other unit figures were likely entered. Internal to this room.
#pragma once

#include "model/bounds.h"
#include "model/item.h"

#include <optional>
#include <span>
#include <vector>

namespace junheng::quality {

struct Slip {
    double times = 1;     ///< what was entered, by what it should be
    QString unit = {};    ///< the unit it was entered in; empty where digits are too many or too few
    bool ofMonth = false; ///< a month's income for a year's

    [[nodiscard]] bool isSame(const Slip& other) const;
};

/// What would bring a figure of an item into the bounds: another unit first, then a power of ten.
std::optional<Slip> likelySlip(const model::Item& item, double figure, const model::Bounds& usual);

/// "很可能以元填报，应为万元 → 除以 10,000".
QString slipText(const model::Item& item, const Slip& slip);

/// The same slip in many figures of a column.
struct Shift {
    Slip slip;
    std::vector<std::size_t> rows; ///< which of the figures
    double middle = 0;             ///< of these
    bool whole = false;            ///< hardly any figure is without it
};

/// Of figures that are comparable with one another, none of them 0. Empty where there are too few, or no slip explains
/// a middle figure that is not usual.
std::optional<Shift> shiftOf(const model::Item& item, std::span<const double> figures, const model::Bounds& usual);

double medianOf(std::vector<double> figures);

} // namespace junheng::quality
