// What a year has taken over and nobody has confirmed.
#pragma once

#include "model/county_year.h"

#include <vector>

namespace junheng::model {

/// Every cell whose value is unconfirmed: by level, then row by row.
std::vector<CellKey> unconfirmedCells(const CountyYear& year);

} // namespace junheng::model
