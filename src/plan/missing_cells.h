// The cells that are still to be entered, and what waits for each of them.
#pragma once

#include "assess/assessment.h"

#include <QStringList>

#include <compare>
#include <set>
#include <span>
#include <vector>

namespace junheng::plan {

/// A coefficient of 校际均衡.
struct CoefficientPlace {
    model::Stage stage;
    int indicator; ///< index into StageAssessment::indicators
    auto operator<=>(const CoefficientPlace&) const = default;
};

struct MissingCell {
    model::CellKey cell;
    QStringList blocks; ///< ids of indicators, each once
    QStringList whys;   ///< where it is not simply blank
    int figures = 0;    ///< of sections, that it blocks
    std::set<CoefficientPlace> coefficients;
    bool operator==(const MissingCell&) const = default;
};

/// What the figures of sections wait for: each cell once, school by school, then in the order of the dictionary.
std::vector<MissingCell> missingOfSections(const model::CountyYear& year, const standard::Standard& standard,
                                           const assess::Assessment& assessment);

/// What all indicators wait for; the county's own figures last.
std::vector<MissingCell> missingCells(const model::CountyYear& year, const standard::Standard& standard,
                                      const assess::Assessment& assessment,
                                      std::span<const assess::PriorYear> priorYears);

} // namespace junheng::plan
