// Whether what a file holds can ever have been entered.
#pragma once

#include "model/observation.h"
#include "model/subject.h"

namespace junheng::model {

/// Whether parseObservation() could have made it. A file that says anything else was changed past the program, or by a
/// version that knows more.
bool isPossible(const Item& item, const Observation& observation);

/// Whether there can be such a row: its school and part are what SubjectKey says of its level. Whether the school is
/// there, and a standard knows the indicator, is another question.
bool isPossible(const SubjectKey& key);

} // namespace junheng::model
