// What a new school year begins with.
#pragma once

#include "model/county_year.h"

namespace junheng::exchange {

/// What a year begins with when it takes over from `before`: the schools, sections, campuses, rooms and tasks of
/// `before` with the items that stay from year to year (Item::carried), each of them unconfirmed; everything that is
/// counted anew is missing. A school or part that is closed does not come over.
std::vector<model::Change> takenOverFrom(const model::CountyYear& before);

/// A year of just that, with the items of `before`.
model::CountyYear beginningOf(int year, const model::CountyYear& before);

} // namespace junheng::exchange
