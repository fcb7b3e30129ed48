// What a kept record states on its kind: what holds of every row of a level, whatever it says.
#pragma once

#include "model/level.h"

#include <QString>

#include <optional>

namespace junheng::model {

struct RecordKind {
    const char* id = nullptr; ///< "school", "section", ...: as in data/items.csv and the county file
    bool ofYear = true;       ///< belongs to a school year; else to none, and is there in every one
    bool inDataCode = true;   ///< 数据校验码 goes over it: statistics, and what explains them
    bool inPackage = true;    ///< goes out with 上报包
    bool carried = false;     ///< its rows stay in the next year; else only those with a carried item (Item::carried)
    bool frozen = true;       ///< locked with its year; else it goes on after 定稿
    bool onEntryPage = true;  ///< has rows on the page 数据填报; else it has a page of its own
};

const RecordKind& kindOf(Level level);

/// The id of its kind.
QString levelId(Level level);
std::optional<Level> levelFromId(const QString& id);

} // namespace junheng::model
