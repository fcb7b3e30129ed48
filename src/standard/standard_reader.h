// A whole standard from JSON. Internal to this room; throws JsonFault.
#pragma once

#include "standard/json_reader.h"
#include "standard/standard.h"

namespace junheng::standard {

/// Reads every clause of a complete document and re-runs its worked examples.
Standard readStandard(JsonNode root, const model::ItemDictionary& items);

/// One worked example of a resource indicator.
void runExample(JsonNode node, const Standard& standard, const model::ItemDictionary& items);

} // namespace junheng::standard
