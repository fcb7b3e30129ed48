// What stands in a county file and cannot be a figure.
#pragma once

#include "model/county_year.h"
#include "model/finding.h"
#include "store/connection.h"

#include <vector>

namespace junheng::store {

/// Code and name; of one that nobody can have entered the beginning. Errors: "store.damaged" (there is no county).
model::County readCounty(const Connection& connection);

/// Everything that the year's data leave out: of the county, and of the subjects cells by school and item with what was
/// found, and whole rows. Codes: "verify.county", "verify.value" (nobody can have entered it), "verify.subject" (a row
/// of which nothing can be read, or that is of no kind or year, or cannot be), "verify.newer_value" (a notice: an item
/// that `items` do not have, a choice or decimals of a newer version).
std::vector<model::Finding> unreadableFigures(const Connection& connection, const model::ItemDictionary& items);

} // namespace junheng::store
