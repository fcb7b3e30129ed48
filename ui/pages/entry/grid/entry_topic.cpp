#include "ui/pages/entry/grid/entry_topic.h"

#include "model/record_kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace junheng::ui {

namespace {

// Where the items of a level are spread over several topics, one more shows them all.
void addWholeLevel(model::Level level, std::vector<EntryTopic>& topics) {
    EntryTopic all{.level = level, .name = QCoreApplication::translate("ui", "全部数据项")};
    int parts = 0;
    for (const EntryTopic& topic : topics) {
        if (topic.level != level)
            continue;
        ++parts;
        all.items.insert(all.items.end(), topic.items.begin(), topic.items.end());
    }
    if (parts > 1)
        topics.push_back(std::move(all));
}

} // namespace

std::vector<EntryTopic> entryTopics(const model::ItemDictionary& items) {
    std::vector<EntryTopic> topics;
    for (int level = 0; level < model::kLevelCount; ++level) {
        if (!model::kindOf(static_cast<model::Level>(level)).onEntryPage)
            continue;
        for (const model::Item& item : items.ofLevel(static_cast<model::Level>(level))) {
            if (item.key)
                continue;
            auto topic = std::ranges::find_if(
                topics, [&](const EntryTopic& known) { return known.level == item.level && known.name == item.topic; });
            if (topic == topics.end())
                topic = topics.insert(topic, {.level = item.level, .name = item.topic});
            topic->items.push_back(&item);
        }
        addWholeLevel(static_cast<model::Level>(level), topics);
    }
    return topics;
}

QString levelTitle(model::Level level) {
    switch (level) {
    case model::Level::School:
        return QCoreApplication::translate("ui", "学校");
    case model::Level::Section:
        return QCoreApplication::translate("ui", "学段");
    case model::Level::Campus:
        return QCoreApplication::translate("ui", "校区");
    case model::Level::Room:
        return QCoreApplication::translate("ui", "专用教室");
    default:
        return QCoreApplication::translate("ui", "全县");
    }
}

} // namespace junheng::ui
