#include "model/record_kind.h"

#include <algorithm>
#include <array>

namespace junheng::model {

namespace {

// In the order of Level.
constexpr std::array<RecordKind, kLevelCount> kKinds{{
    {.id = "school", .carried = true},
    {.id = "section", .carried = true},
    {.id = "campus", .carried = true},
    {.id = "room", .carried = true},
    {.id = "county"},
    {.id = "monitoring"},
    {.id = "survey"},
    {.id = "attested"},
    {.id = "veto"},
    {.id = "task"},
    {.id = "evidence", .frozen = false, .onEntryPage = false},
    {.id = "narrative", .onEntryPage = false},
    {.id = "explanation", .onEntryPage = false},
}};

} // namespace

const RecordKind& kindOf(Level level) {
    return kKinds[static_cast<std::size_t>(level)];
}

QString levelId(Level level) {
    return QLatin1StringView(kindOf(level).id);
}

std::optional<Level> levelFromId(const QString& id) {
    const auto found = std::ranges::find(kKinds, id, [](const RecordKind& kind) { return QLatin1StringView(kind.id); });
    return found == kKinds.end() ? std::nullopt : std::optional(static_cast<Level>(found - kKinds.begin()));
}

} // namespace junheng::model
