// An assessment in words, for the terminal. Internal to this room.
#pragma once

#include "assess/assessment.h"

#include <QTextStream>

namespace junheng::cli {

/// The verdict, counts and coefficients of each stage, and the sections that fail or lack figures with the reason.
void writeAssessment(const model::CountyYear& year, const standard::Standard& standard,
                     const assess::Assessment& assessment, const std::vector<assess::PriorYear>& priorYears,
                     QTextStream& out);

} // namespace junheng::cli
