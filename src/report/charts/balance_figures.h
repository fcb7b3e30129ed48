// The figures of 校际均衡, from an assessment.
#pragma once

#include "assess/assessment.h"
#include "document/figure.h"

#include <span>

namespace junheng::report {

/// All coefficients against their limits, a group a stage. Key: stage's position x number of indicators + indicator.
document::LimitBars coefficientBars(const standard::Standard& standard, const assess::Assessment& assessment);

/// How a coefficient comes about: the `named` largest contributions and the rest as one, up to its square, which is
/// what contributions sum up to. Key: the section's position in the stage. Without a coefficient, or with one of 0,
/// there are no steps.
document::Waterfall coefficientWaterfall(const model::CountyYear& year, const standard::Standard& standard,
                                         const assess::StageAssessment& stage, int indicator, int named);

/// The sections' values of an indicator, each as wide as its pupils; those without a value are left out and counted.
/// Key: the section's position in the stage.
document::WeightedDistribution valueDistribution(const model::CountyYear& year, const standard::Standard& standard,
                                                 const assess::StageAssessment& stage, int indicator);

struct YearAssessment {
    int year; ///< in which the school year begins
    const assess::Assessment* assessment;
};

/// A stage's coefficients over years, in ascending order, with the limit of `standard`, by which all of them are
/// assessed. Nothing of it can be chosen.
document::Course coefficientCourse(const standard::Standard& standard, model::Stage stage,
                                   std::span<const YearAssessment> years);

} // namespace junheng::report
