#include "plan/missing_cells.h"

#include <QHash>

#include <algorithm>
#include <tuple>
#include <utility>

namespace junheng::plan {

namespace {

class MissingCells {
public:
    MissingCells(const model::CountyYear& year, const standard::Standard& standard)
        : m_year(year), m_standard(standard) {}

    void addStage(const assess::StageAssessment& stage) {
        for (int section = 0; section < stage.sectionCount(); ++section) {
            for (int i = 0; i < static_cast<int>(stage.indicators.size()); ++i) {
                const auto& statuses = stage.indicators[static_cast<std::size_t>(i)].statuses;
                if (statuses[static_cast<std::size_t>(section)] == assess::Status::Missing)
                    addFigure(stage, section, i);
            }
        }
    }

    void addIndicator(const QString& id, std::span<const assess::PriorYear> priorYears) {
        for (const auto& obstacle : assess::obstaclesOf(m_year, m_standard, id, priorYears))
            add(obstacle, id);
    }

    std::vector<MissingCell> take() {
        const auto place = [](const MissingCell& missing) {
            const model::SubjectKey& subject = missing.cell.subject;
            return std::tuple<bool, const QString&, const model::SubjectKey&, int>(
                subject.school.isEmpty(), subject.school, subject, missing.cell.item->column);
        };
        std::ranges::sort(m_cells, [&](const MissingCell& a, const MissingCell& b) { return place(a) < place(b); });
        return std::move(m_cells);
    }

private:
    void addFigure(const assess::StageAssessment& stage, int section, int indicator) {
        const QString& id = m_standard.resource[static_cast<std::size_t>(indicator)].id;
        for (const auto& obstacle : assess::obstaclesOf(m_year, m_standard, stage, section, indicator)) {
            MissingCell& missing = add(obstacle, id);
            ++missing.figures;
            missing.coefficients.insert({.stage = stage.stage, .indicator = indicator});
        }
    }

    MissingCell& add(const standard::Obstacle& obstacle, const QString& id) {
        const auto known = m_index.constFind(obstacle.cell);
        const std::size_t at = known != m_index.cend() ? *known : m_cells.size();
        if (known == m_index.cend()) {
            m_index.insert(obstacle.cell, at);
            m_cells.push_back({.cell = obstacle.cell, .blocks = {}, .whys = {}, .figures = 0, .coefficients = {}});
        }
        MissingCell& missing = m_cells[at];
        if (!missing.blocks.contains(id))
            missing.blocks << id;
        if (!obstacle.why.isEmpty() && !missing.whys.contains(obstacle.why))
            missing.whys << obstacle.why;
        return missing;
    }

    const model::CountyYear& m_year;
    const standard::Standard& m_standard;
    std::vector<MissingCell> m_cells;
    QHash<model::CellKey, std::size_t> m_index;
};

} // namespace

std::vector<MissingCell> missingOfSections(const model::CountyYear& year, const standard::Standard& standard,
                                           const assess::Assessment& assessment) {
    MissingCells missing(year, standard);
    for (const assess::StageAssessment& stage : assessment.stages)
        missing.addStage(stage);
    return missing.take();
}

std::vector<MissingCell> missingCells(const model::CountyYear& year, const standard::Standard& standard,
                                      const assess::Assessment& assessment,
                                      std::span<const assess::PriorYear> priorYears) {
    MissingCells missing(year, standard);
    for (const assess::StageAssessment& stage : assessment.stages)
        missing.addStage(stage);
    for (const auto* indicators : {&standard.government, &standard.quality, &standard.eligibility}) {
        for (const standard::Indicator& indicator : *indicators)
            missing.addIndicator(indicator.id, priorYears);
    }
    if (standard.approval)
        missing.addIndicator(QStringLiteral("S1"), priorYears);
    for (const standard::Veto& veto : standard.vetoes)
        missing.addIndicator(veto.id, priorYears);
    return missing.take();
}

} // namespace junheng::plan
