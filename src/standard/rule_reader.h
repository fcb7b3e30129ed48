// The rules of indicators from JSON, kind by kind. Internal to this room; throws JsonFault.
#pragma once

#include "standard/clause_reader.h"

namespace junheng::standard {

/// Reads the parameters of a kind ("ratio", "school_size", ...) from the members of an indicator.
Rule readRule(const JsonNode& kind, JsonNode& indicator, const model::ItemDictionary& items);

/// What the judgement of a rule gives, in order.
std::vector<FigureSpec> figuresOf(const Rule& rule);

/// The ids of the limits that a relaxation can change, in order; empty where the kind knows none.
QStringList limitIdsOf(const Rule& rule);

} // namespace junheng::standard
