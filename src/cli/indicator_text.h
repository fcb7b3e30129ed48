// Government, quality, approval, vetoes and eligibility as text. Internal to this room.
#pragma once

#include "assess/assessment.h"

#include <QTextStream>

namespace junheng::cli {

/// One indicator a line, with the schools and the cells behind it.
void writeIndicators(const model::CountyYear& year, const standard::Standard& standard,
                     const assess::Assessment& assessment, const std::vector<assess::PriorYear>& priorYears,
                     QTextStream& out);

} // namespace junheng::cli
