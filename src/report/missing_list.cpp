// 待填报清单.

#include "model/item.h"
#include "report/cells.h"
#include "report/registers.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace junheng::report {

namespace {

using model::CellKey;
using model::Level;
using standard::Obstacle;

/// A cell that must be filled in, and what waits for it.
struct Blank {
    CellKey cell;
    QStringList blocks; ///< ids of indicators, each once
    QStringList whys;
};

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
        // School by school, the county's own figures last.
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

Table missingList(const Sources& sources) {
    Table table;
    setHead(table, {{tr("序号"), 6},
                    {tr("学校名称（数据表）"), 26},
                    {tr("学校标识码"), 13},
                    {tr("学段、校区等"), 16},
                    {tr("待填报的项目"), 36},
                    {tr("影响的指标"), 22},
                    {tr("说明"), 40}});
    for (const Blank& blank : BlankCells(sources).find()) {
        const model::SubjectKey& subject = blank.cell.subject;
        const QString name =
            subject.school.isEmpty() ? blank.cell.item->topic : sources.year.schoolName(subject.school);
        table.body.push_back(
            {{countCell(0, static_cast<int>(table.body.size()) + 1), leftCell(1, name), textCell(2, subject.school),
              textCell(3, model::partLabel(subject)), leftCell(4, blank.cell.item->heading()),
              leftCell(5, blank.blocks.join(tr("、"))), leftCell(6, blank.whys.join(tr("；")))}});
    }
    table.notes = numbered({tr("空白为待填报，不等于0：确实没有的填0，不适用的填“不适用”。"),
                            tr("“影响的指标”是缺了这个数便不能算出、或还没有算全的指标；填上后清单随之缩短。")});
    return table;
}

} // namespace junheng::report
