// The figures of 资源配置, from an assessment.
#pragma once

#include "assess/assessment.h"
#include "document/figure.h"

#include <span>

namespace junheng::report {

/// Sections of one stage by their positions in it, in the order in which they are shown.
struct StageSections {
    const assess::StageAssessment* stage;
    std::vector<int> sections;
};

/// The status of every resource indicator of these sections, a group a stage. Key of the n-th row, counted through all
/// groups: n x (number of indicators + 1), which stands for the section; of its cell: 1 + indicator more.
document::HeatMap resourceHeatMap(const model::CountyYear& year, const standard::Standard& standard,
                                  std::span<const StageSections> shown);

/// Heat maps of the sections with an indicator below its threshold or missing: a stage on figures of its own, those
/// that meet fewest first, in figures for a page each, two a stage at most; a note counts the others. Nothing of these
/// can be chosen.
std::vector<document::HeatMap> shortfallHeatMaps(const model::CountyYear& year, const standard::Standard& standard,
                                                 const assess::Assessment& assessment);

/// These sections' values of a resource indicator with threshold, floor and the county's mean; those without a value
/// are left out and counted. Key: the section's position in the stage.
document::RankedBars rankedValues(const model::CountyYear& year, const standard::Standard& standard,
                                  const StageSections& shown, int indicator);

} // namespace junheng::report
