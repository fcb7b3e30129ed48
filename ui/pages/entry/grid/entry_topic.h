// The groups of items that are filled in together.
#pragma once

#include "model/item.h"

#include <QString>

#include <vector>

namespace junheng::ui {

/// Items of one level under one heading: 教师, 校舍与装备, ...
struct EntryTopic {
    model::Level level = model::Level::School;
    QString name = {};
    std::vector<const model::Item*> items = {}; ///< without the keys

    bool operator==(const EntryTopic&) const = default;
};

/// All topics of the items, in their order; 全部数据项 behind the topics of a level that has several.
std::vector<EntryTopic> entryTopics(const model::ItemDictionary& items);

/// 学校, 学段, 校区, 专用教室, and 全县 for whatever has no school.
QString levelTitle(model::Level level);

} // namespace junheng::ui
