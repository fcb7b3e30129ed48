#include "exchange/next_year.h"

#include "model/record_kind.h"

#include <algorithm>

namespace junheng::exchange {

namespace {

using model::Item;
using model::Level;
using model::Observation;
using model::SubjectKey;

void addRow(const model::CountyYear& before, const SubjectKey& key, std::vector<model::Change>& changes) {
    std::vector<model::Change> cells;
    for (const Item& item : before.items().ofLevel(key.level)) {
        const Observation value = before.value(key, item);
        if (item.carried && !value.isMissing())
            cells.push_back({.subject = key, .item = &item, .after = value.takenOver()});
    }
    if (key.level != Level::County && (model::kindOf(key.level).carried || !cells.empty()))
        changes.push_back({.subject = key, .after = Observation::ofAmount(1)});
    std::ranges::move(cells, std::back_inserter(changes));
}

} // namespace

std::vector<model::Change> takenOverFrom(const model::CountyYear& before) {
    std::vector<model::Change> changes;
    for (int level = 0; level < model::kLevelCount; ++level) {
        // What is of no year is in the next one already.
        if (!model::kindOf(static_cast<Level>(level)).ofYear)
            continue;
        const model::LevelTable& table = before.table(static_cast<Level>(level));
        for (int row = 0; row < table.rowCount(); ++row)
            addRow(before, table.key(row), changes);
    }
    return changes;
}

model::CountyYear beginningOf(int year, const model::CountyYear& before) {
    model::ChangeSet changes;
    changes.changes = takenOverFrom(before);
    model::CountyYear result(before.county(), year, before.items());
    result.apply(changes);
    return result;
}

} // namespace junheng::exchange
