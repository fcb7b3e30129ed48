// The cells still to be entered, and what each one blocks.
#pragma once

#include "assess/assessment.h"

#include <compare>
#include <set>
#include <vector>

namespace junheng::ui {

/// A coefficient of 校际均衡.
struct CoefficientPlace {
    model::Stage stage;
    int indicator;
    auto operator<=>(const CoefficientPlace&) const = default;
};

struct MissingCell {
    model::CellKey cell;
    QString why;        ///< empty where it is simply blank
    int indicators = 0; ///< figures of sections that it blocks
    std::set<CoefficientPlace> coefficients;
    bool operator==(const MissingCell&) const = default;
};

/// Only cells that block something, by school, then in the order of the dictionary.
std::vector<MissingCell> missingCells(const model::CountyYear& year, const standard::Standard& standard,
                                      const assess::Assessment& assessment);

} // namespace junheng::ui
