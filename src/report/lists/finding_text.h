// A finding of the data checks as documents print it. Internal to this room.
#pragma once

#include "quality/finding.h"

namespace junheng::report {

/// The explanation, with the figures that are others by now; （未说明） where there is none.
QString explanationText(const quality::CheckFinding& finding);

} // namespace junheng::report
