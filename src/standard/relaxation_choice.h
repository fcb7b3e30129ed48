// What the county has chosen about the relaxations of the 规程.
#pragma once

#include "model/county_year.h"

#include <optional>

namespace junheng::standard {

/// Whether the relaxations of the 规程 count: the county's choice of the year, empty until it has made one. Until then
/// they do; what they change is told beside.
std::optional<bool> relaxationsChosen(const model::CountyYear& county);

} // namespace junheng::standard
