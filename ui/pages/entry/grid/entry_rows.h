// Which rows a topic has, how they are called, and which of their cells must be filled in.
#pragma once

#include "model/county_year.h"
#include "standard/standard.h"
#include "ui/pages/entry/grid/entry_topic.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace junheng::ui {

/// The stored rows of the topic and those that its level must have (a missing 小学 row of a 九年一贯制学校, the seven
/// vetoes, the rooms that a school has declared); in the order shown. Rows of stages that have nothing to fill in are
/// left out.
std::vector<model::SubjectKey> entrySubjects(const model::CountyYear& year, const standard::Standard& standard,
                                             const EntryTopic& topic);

/// Whether `left` is shown above `right`; both of one level.
bool isShownBefore(const model::SubjectKey& left, const model::SubjectKey& right);

/// 学校名称 and 学段, ...: the frozen columns of a level.
QStringList rowLabelTitles(model::Level level);
/// One text for each of rowLabelTitles().
QStringList rowLabels(const model::CountyYear& year, const standard::Standard& standard,
                      const model::SubjectKey& subject);

/// How many cells of each topic are 待填报.
std::vector<int> wantedCounts(const model::CountyYear& year, const std::vector<EntryTopic>& topics);

/// The first figure of the section, or of its school, that enters an indicator ("R4"); nothing for an unknown or empty
/// indicator.
std::optional<model::CellKey> entryCell(const model::CountyYear& year, const standard::Standard& standard,
                                        const model::SubjectKey& section, const QString& indicator);

} // namespace junheng::ui
