// The rules of indicators from JSON, kind by kind. Internal to this room; throws JsonFault.
#pragma once

#include "standard/indicator.h"
#include "standard/json_reader.h"

namespace junheng::standard {

/// Reads the parameters of a kind ("ratio", "school_size", ...) from the members of an indicator.
Rule readRule(const JsonNode& kind, JsonNode& indicator);

/// What the judgement of a rule gives, in order.
std::vector<FigureSpec> figuresOf(const Rule& rule);

/// The ids of the limits that a relaxation can change, in order; empty where the kind knows none.
QStringList limitIdsOf(const Rule& rule);

/// A limit above 0.
Limit positiveLimitAt(const JsonNode& node);
/// An item of a level; numbers only, unless `kind` says otherwise.
const model::Item& itemAt(const JsonNode& node, model::Level level);
const model::Item& itemAt(const JsonNode& node, model::Level level, model::ItemKind kind);
/// Index among the choices of an item; the ordinal in front of a choice ("10 民办") may be left out.
int choiceAt(const JsonNode& node, const model::Item& item);
model::SchoolType schoolTypeAt(const JsonNode& node);

} // namespace junheng::standard
