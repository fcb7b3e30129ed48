// Words that the derivations share. Internal to assess.
#pragma once

#include "assess/assessment.h"

namespace junheng::assess {

/// More digits than the form prints, so that the reader sees which side of a limit it is on: "4.777778".
QString fullDigits(const base::Rational& value);

/// The cell in the way, and why when it is not simply blank.
QString obstacleSentence(const model::CountyYear& year, const standard::Obstacle& obstacle);

} // namespace junheng::assess
