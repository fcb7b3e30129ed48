// Whether a figure that a file holds can ever have been entered.
#pragma once

#include "model/observation.h"

namespace junheng::model {

/// Whether parseObservation() could have made it. A file that says anything else was changed past the program, or by a
/// version that knows more.
bool isPossible(const Item& item, const Observation& observation);

} // namespace junheng::model
