// Figures beside one another, as the bounds of what is plausible judge them. Internal to this room.
#pragma once

#include "model/plausible.h"
#include "quality/collector.h"

#include <QHash>

#include <functional>
#include <vector>

namespace junheng::quality {

/// Figures known to be in another unit, each by how many times too large it is.
using Corrections = QHash<model::CellKey, double>;

/// A figure beside another one, or by itself, of one school, section or room, or of the county.
struct Measure {
    model::SubjectKey subject;
    std::vector<model::CellKey> own;    ///< cells of the numerator
    std::vector<model::CellKey> beside; ///< of the denominator
    double value = 0;
    bool compared = true; ///< false for a small one, whose figures tell little
};

/// Of every row where all that enters is given and nothing is 0: a zero is no matter of units, and often true.
/// Sections of `stage`; schools of 小学 and 初中 with their sums over campuses and sections.
std::vector<Measure> measuresOf(const model::CountyYear& year, const model::PlausibleRatio& ratio,
                                std::optional<model::Stage> stage, const Corrections& corrections);

/// The figure in the unit of its item.
double numberOf(const model::Item& item, std::int64_t amount);

/// 4 significant digits, never as a power: "0.2143", "21430".
QString plainNumber(double number);

} // namespace junheng::quality
