// The rows that a step of Structure adds, takes out or moves, and what goes with them. Internal to this room.
#pragma once

#include "model/county_year.h"
#include "workspace/structural_change.h"

namespace junheng::workspace {

/// Writes the changes of one school's rows into a plan and counts what they hold.
class StructureRows {
public:
    StructureRows(const model::CountyYear& year, StructurePlan& plan) : m_year(year), m_plan(plan) {}

    void add(const model::SubjectKey& key);
    /// The county file clears the figures of a row that goes.
    void remove(const model::SubjectKey& key);
    /// What has been said of a row's figures.
    void removeExplanations(const model::SubjectKey& key);
    void clear(const model::SubjectKey& key, const model::Item& item);
    /// The same row with all that it holds, under another code of the school.
    void move(const model::SubjectKey& from, const QString& code);
    /// Finds the schools that name this one as their 中心校.
    void gatherPoints();
    /// These name it by another code from now on.
    void renamePoints(const QString& code);
    /// What has been said of other schools may rest on figures of this one too.
    void renameInExplanations(const QString& code);
    /// "学段 2 个（小学、初中），已填数据 96 个"; empty where nothing goes along.
    [[nodiscard]] QString counts() const;

private:
    void count(const model::SubjectKey& key);

    const model::CountyYear& m_year;
    StructurePlan& m_plan;
};

/// "甲小学、乙小学"; of many only the first ones, and 等.
QString listed(const QStringList& names);

} // namespace junheng::workspace
