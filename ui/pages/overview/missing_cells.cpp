#include "ui/pages/overview/missing_cells.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace junheng::ui {

std::vector<MissingCell> missingCells(const model::CountyYear& year, const standard::Standard& standard,
                                      const assess::Assessment& assessment) {
    std::vector<MissingCell> cells;
    QHash<std::pair<model::SubjectKey, const model::Item*>, std::size_t> positions;
    for (const assess::StageAssessment& stage : assessment.stages) {
        for (int i = 0; i < static_cast<int>(stage.indicators.size()); ++i) {
            const auto& statuses = stage.indicators[static_cast<std::size_t>(i)].statuses;
            for (int section = 0; section < stage.sectionCount(); ++section) {
                if (statuses[static_cast<std::size_t>(section)] != assess::Status::Missing)
                    continue;
                for (const auto& obstacle : assess::obstaclesOf(year, standard, stage, section, i)) {
                    const std::pair key(obstacle.cell.subject, obstacle.cell.item);
                    if (!positions.contains(key)) {
                        positions.insert(key, cells.size());
                        cells.push_back(
                            {.cell = obstacle.cell, .why = obstacle.why, .indicators = 0, .coefficients = {}});
                    }
                    MissingCell& found = cells[positions.value(key)];
                    ++found.indicators;
                    found.coefficients.insert({.stage = stage.stage, .indicator = i});
                }
            }
        }
    }
    std::ranges::sort(cells, [](const MissingCell& a, const MissingCell& b) {
        const auto order = [](const MissingCell& one) {
            return std::tuple<const QString&, const model::SubjectKey&, const model::Item*>(
                one.cell.subject.school, one.cell.subject, one.cell.item);
        };
        return order(a) < order(b);
    });
    return cells;
}

} // namespace junheng::ui
