// What is asked of whom: the stages of a type of school, the items of a stage, the parts that have a row of their own.
#pragma once

#include "model/county_year.h"
#include "model/indicator.h"
#include "model/item.h"
#include "model/stage.h"

#include <QStringList>

#include <span>

namespace junheng::model {

/// The stages that a school of this type usually runs. A 职业学校 has an attached 初中 as a rule.
std::span<const Stage> usualStages(SchoolType type);
/// The same, where the name of the type says it; empty for a 职业学校, which may have any stage attached.
std::span<const Stage> statedStages(SchoolType type);
/// The stages that share the premises of a school of this type by its very definition, so that a missing row of one of
/// them leaves R4–R7 missing; empty for types of one stage and for those whose name states none.
std::span<const Stage> obligatoryStages(SchoolType type);

/// Whether a section of the stage has a figure to give for an item of sections: of 高中 pupils alone, of 特教 what G9
/// and G12 need besides.
bool isAskedOf(Stage stage, const Item& item);
/// The stages that isAskedOf() holds for, in order.
std::vector<Stage> stagesAsked(const Item& item);
/// Whether a blank cell counts as 待填报: its item is required, of this stage and type of school.
bool isAsked(const CountyYear& year, const SubjectKey& subject, const Item& item);

/// What a level has a row for in every county, in the order shown: the groups of a survey, the indicators that are
/// attested, the vetoes, the indicators of the list of tasks, to which a standard brings `further` ones. Empty for the
/// other levels.
QStringList askedParts(Level level, std::span<const FurtherIndicator> further);

} // namespace junheng::model
