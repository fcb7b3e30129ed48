// Every check of the data of a year.
#pragma once

#include "quality/finding.h"

namespace junheng::quality {

/// The findings of a year, with their explanations: the graver ones first, then by school code, the county's own last.
/// `before` is the newest year before it with schools, or nullptr; its own findings are not asked for. A blank figure
/// is no finding: what is missing is said by the assessment. Each finding has a check and subject of its own.
std::vector<CheckFinding> check(const model::CountyYear& year, const model::CountyYear* before);

} // namespace junheng::quality
