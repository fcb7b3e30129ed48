// Exact fractions behind the figures of an assessment. Internal to assess and plan.
#pragma once

#include "assess/coefficient.h"

namespace junheng::assess {

/// The figure of a section that is not missing; with or without the relaxations that apply.
base::Rational exactValue(const model::CountyYear& year, const standard::Standard& standard, int sectionRow,
                          int indicator, bool relaxed);

/// What every section of a stage has and its pupils; for a coefficient without missing figures.
std::vector<ExactShare> exactShares(const model::CountyYear& year, const standard::Standard& standard,
                                    const StageAssessment& stage, int indicator, bool relaxed);

/// Whether the composite of a stage, which must have one, is at most `limit`.
bool compositeWithin(const model::CountyYear& year, const standard::Standard& standard, const StageAssessment& stage,
                     const base::Rational& limit);

} // namespace junheng::assess
