#include "report/lists/blank_cells.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace junheng::report {

namespace {

using model::CellKey;
using standard::Obstacle;

class BlankCells {
public:
    explicit BlankCells(const Sources& sources) : m_sources(sources) {}

    std::vector<Blank> find() {
        const standard::Standard& standard = m_sources.standard;
        for (const assess::StageAssessment& stage : m_sources.assessment.stages)
            addStage(stage);
        for (const auto* indicators : {&standard.government, &standard.quality, &standard.eligibility}) {
            for (const standard::Indicator& indicator : *indicators)
                addIndicator(indicator.id);
        }
        if (standard.approval)
            addIndicator(QStringLiteral("S1"));
        for (const standard::Veto& veto : standard.vetoes)
            addIndicator(veto.id);
        const auto place = [](const Blank& blank) {
            const model::SubjectKey& subject = blank.cell.subject;
            return std::tuple(subject.school.isEmpty(), subject.school, subject, blank.cell.item->column);
        };
        std::ranges::sort(m_blanks, {}, place);
        return std::move(m_blanks);
    }

private:
    void addStage(const assess::StageAssessment& stage) {
        for (int section = 0; section < stage.sectionCount(); ++section) {
            for (int i = 0; i < static_cast<int>(stage.indicators.size()); ++i) {
                const auto& column = stage.indicators[static_cast<std::size_t>(i)];
                if (column.statuses[static_cast<std::size_t>(section)] != assess::Status::Missing)
                    continue;
                add(assess::obstaclesOf(m_sources.year, m_sources.standard, stage, section, i),
                    m_sources.standard.resource[static_cast<std::size_t>(i)].id);
            }
        }
    }

    void addIndicator(const QString& id) {
        add(assess::obstaclesOf(m_sources.year, m_sources.standard, id, m_sources.priorYears), id);
    }

    void add(const std::vector<Obstacle>& obstacles, const QString& id) {
        for (const Obstacle& obstacle : obstacles) {
            const auto known = m_index.constFind(obstacle.cell);
            const qsizetype at = known != m_index.cend() ? *known : static_cast<qsizetype>(m_blanks.size());
            if (known == m_index.cend()) {
                m_index.insert(obstacle.cell, at);
                m_blanks.push_back({.cell = obstacle.cell, .blocks = {}, .whys = {}});
            }
            Blank& blank = m_blanks[static_cast<std::size_t>(at)];
            if (!blank.blocks.contains(id))
                blank.blocks << id;
            if (!obstacle.why.isEmpty() && !blank.whys.contains(obstacle.why))
                blank.whys << obstacle.why;
        }
    }

    const Sources& m_sources;
    std::vector<Blank> m_blanks;
    QHash<CellKey, qsizetype> m_index;
};

} // namespace

std::vector<Blank> blankCells(const Sources& sources) {
    return BlankCells(sources).find();
}

} // namespace junheng::report
