// Indicators, approval and vetoes from JSON. Internal to this room; throws JsonFault.
#pragma once

#include "standard/json_reader.h"
#include "standard/standard.h"

namespace junheng::standard {

/// The source that a clause names; it must be one of the standard's.
QString sourceOf(JsonNode& clause, const Standard& standard);
/// What the official form prints for a clause: its form_title, else its title.
QString formTitleOf(JsonNode& clause);

/// A clause of government, quality, eligibility or targets; `isTarget` ones say for which year and may have no rule.
Indicator readIndicator(JsonNode node, const Standard& standard, const model::ItemDictionary& items, bool isTarget);
Approval readApproval(JsonNode node, const Standard& standard);
Veto readVeto(JsonNode node, const Standard& standard, const model::ItemDictionary& items);

} // namespace junheng::standard
