// What stands in a county file and cannot be a figure.
#pragma once

#include "model/finding.h"
#include "store/connection.h"

#include <vector>

namespace junheng::store {

/// Everything in the subjects that the year's data leave out: cells by school and item with what was found, and whole
/// rows. Codes: "verify.value" (nobody can have entered it), "verify.subject" (a row of which nothing can be read, or
/// that is of no kind or year), "verify.newer_value" (a notice: an item, choice or decimals of a newer version).
std::vector<model::Finding> unreadableFigures(const Connection& connection);

} // namespace junheng::store
