// The members of a standard's file in words; items, of those given, by their labels. Internal to this room.
#pragma once

#include "model/item.h"

#include <QString>

#include <nlohmann/json.hpp>

namespace junheng::standard {

/// "at_least": 不低于. A name without a word stays as it is.
QString fieldWord(const QString& name, const model::ItemDictionary& items);

/// What a member of a list is called: 音乐, 小学就近划片入学比例, ...; it has an id.
QString nameWord(const nlohmann::json& member);

/// Has every part that chooses among formulas name the one chosen by its title.
void tellFormulas(nlohmann::json& value);

/// A value as a person reads it: lists and members in a row; ids and sources are left out.
QString valueWords(const nlohmann::json& value, const model::ItemDictionary& items);

} // namespace junheng::standard
