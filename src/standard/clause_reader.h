// What the members of a clause hold: limits, items (of those given), choices, schools. Internal to this room; throws
// JsonFault.
#pragma once

#include "standard/indicator.h"
#include "standard/json_reader.h"

namespace junheng::standard {

std::int64_t positiveIntegerAt(const JsonNode& node);
/// A limit above 0.
Limit positiveLimitAt(const JsonNode& node);
/// An item of a level; numbers only, unless `kind` says otherwise.
const model::Item& itemAt(const JsonNode& node, model::Level level, const model::ItemDictionary& items);
std::vector<const model::Item*> itemsAt(const JsonNode& node, model::Level level, const model::ItemDictionary& items);
const model::Item& itemAt(const JsonNode& node, model::Level level, model::ItemKind kind,
                          const model::ItemDictionary& items);
/// A list of addends, or {"plus": [...], "minus": [...]}; of one level.
Quantity quantityAt(JsonNode node, model::Level level, const model::ItemDictionary& items);
/// Index among the choices of an item; the ordinal in front of a choice ("10 民办") may be left out.
int choiceAt(const JsonNode& node, const model::Item& item);
std::vector<int> choicesAt(const JsonNode& node, const model::Item& item);
model::SchoolType schoolTypeAt(const JsonNode& node);
std::vector<model::SchoolType> schoolTypesAt(const JsonNode& node);
/// At least one condition.
SchoolSelection schoolSelectionAt(JsonNode node);

} // namespace junheng::standard
