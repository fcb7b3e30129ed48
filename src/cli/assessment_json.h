// An assessment as the JSON document of `assess --json`. Internal to this room.
#pragma once

#include "assess/assessment.h"
#include "cli/json_text.h"

namespace junheng::cli {

/// Figures are unrounded; what is missing is null, and names the cells that block it.
Json assessmentJson(const model::CountyYear& year, const standard::Standard& standard,
                    const assess::Assessment& assessment, const std::vector<assess::PriorYear>& priorYears = {});

} // namespace junheng::cli
