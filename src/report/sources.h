// What documents are made from.
#pragma once

#include "assess/assessment.h"
#include "quality/finding.h"

#include <span>

namespace junheng::report {

struct Sources {
    const model::CountyYear& year;
    const standard::Standard& standard;
    const assess::Assessment& assessment;
    std::span<const assess::PriorYear> priorYears = {};   ///< as given to assess()
    std::span<const quality::CheckFinding> findings = {}; ///< of the year's data; only dossiers and 核查说明 ask
};

} // namespace junheng::report
