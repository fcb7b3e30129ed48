// What a new school year begins with.
#pragma once

#include "model/county_year.h"

namespace junheng::exchange {

/// The schools, sections, campuses, rooms and tasks of `before` with the items that stay from year to year
/// (Item::carried); everything that is counted anew is missing.
model::CountyYear beginningOf(int year, const model::CountyYear& before);

} // namespace junheng::exchange
