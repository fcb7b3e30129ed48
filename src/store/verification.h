// Whether a county file is sound: SQLite's own checks, and the journal against the cells.
#pragma once

#include "model/finding.h"
#include "model/item.h"
#include "store/connection.h"

#include <vector>

namespace junheng::store {

std::vector<model::Finding> verifyFile(const Connection& connection, const model::ItemDictionary& items);

} // namespace junheng::store
