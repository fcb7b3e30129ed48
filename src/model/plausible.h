// What figures of a county may plausibly be, by themselves and beside one another: ㎡ to a pupil, pupils to a class.
#pragma once

#include "model/bounds.h"
#include "model/item.h"
#include "model/stage.h"

#include <optional>
#include <vector>

namespace junheng::model {

/// What a numeric item is in any county, generously, in its unit: the program's own, from data/items.csv. Open on both
/// sides for the rest.
Bounds plausibleBounds(const Item& item);

/// numerator / denominator, in their units. Items of a section are compared row by row, those of a school and its
/// campuses as the school's sums.
struct PlausibleRatio {
    const Item* numerator = nullptr;
    const Item* denominator = nullptr; ///< nullptr: the figure by itself
    std::optional<Stage> stage = {};   ///< of sections; empty: of 小学 and 初中 alike
    Bounds possible = {};              ///< of a single one
    Bounds usual = {};                 ///< of the middle one of a county
    QString source = {};               ///< a clause or a statistic, or that the bounds are the program's own
};

/// All of them, in the order of data/plausible.csv.
const std::vector<PlausibleRatio>& plausibleRatios();

} // namespace junheng::model
