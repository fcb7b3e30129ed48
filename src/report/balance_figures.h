// The figures of 校际均衡, from an assessment.
#pragma once

#include "assess/assessment.h"
#include "report/figure.h"

namespace junheng::report {

/// All coefficients against their limits, a group a stage. Key: stage's position x number of indicators + indicator.
LimitBars coefficientBars(const standard::Standard& standard, const assess::Assessment& assessment);

/// The `named` largest contributions to a coefficient and the rest as one. Key: the section's position in the stage.
/// Without a coefficient, or with one of 0, there are no shares.
RankedShares contributionShares(const model::CountyYear& year, const standard::Standard& standard,
                                const assess::StageAssessment& stage, int indicator, int named);

/// The sections' values of an indicator, each as wide as its pupils; those without a value are left out and counted.
/// Key: the section's position in the stage.
WeightedDistribution valueDistribution(const model::CountyYear& year, const standard::Standard& standard,
                                       const assess::StageAssessment& stage, int indicator);

} // namespace junheng::report
