// A dictionary as a county's own will be: the built-in items and one more.
#pragma once

#include "model/item.h"

namespace junheng::test {

/// With school_buses (校车数量, a count) of a school.
inline const model::ItemDictionary& itemsWithBuses() {
    static const model::ItemDictionary items = [] {
        model::Item buses;
        buses.code = QStringLiteral("school_buses");
        buses.label = QStringLiteral("校车数量");
        buses.level = model::Level::School;
        buses.kind = model::ItemKind::Count;
        buses.topic = QStringLiteral("校车");
        return model::ItemDictionary(model::ItemDictionary::builtIn(), {buses});
    }();
    return items;
}

} // namespace junheng::test
