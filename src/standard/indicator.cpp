#include "standard/indicator.h"

#include "standard/relaxation_choice.h"

#include <algorithm>

namespace junheng::standard {

std::vector<int> MonitoringRule::rowsOf(const model::LevelTable& monitoring) const {
    std::vector<int> rows;
    for (int row = 0; row < monitoring.rowCount(); ++row) {
        if (std::ranges::find(sources, model::monitoredOf(monitoring.key(row).part).source) != sources.end())
            rows.push_back(row);
    }
    return rows;
}

bool SchoolRelaxation::inForce(const model::CountyYear& county) const {
    const int year = county.year();
    return relaxationsChosen(county).value_or(true) && year >= from && year <= until.value_or(year);
}

} // namespace junheng::standard
