#include "model/unconfirmed.h"

#include <algorithm>

namespace junheng::model {

std::vector<CellKey> unconfirmedCells(const CountyYear& year) {
    std::vector<CellKey> cells;
    for (int level = 0; level < kLevelCount; ++level) {
        const LevelTable& table = year.table(static_cast<Level>(level));
        std::vector<const Item*> items; // most items are never taken over
        for (const Item& item : year.items().ofLevel(table.level())) {
            if (std::ranges::find(table.column(item).unconfirmed, true) != table.column(item).unconfirmed.end())
                items.push_back(&item);
        }
        for (int row = 0; row < table.rowCount(); ++row) {
            for (const Item* item : items) {
                if (table.column(*item).unconfirmed[static_cast<std::size_t>(row)])
                    cells.push_back({.subject = table.key(row), .item = item});
            }
        }
    }
    return cells;
}

} // namespace junheng::model
