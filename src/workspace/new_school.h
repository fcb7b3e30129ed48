// A school that is new in a year. Internal to this room.
#pragma once

#include "base/error.h"
#include "model/change.h"
#include "model/county_year.h"
#include "workspace/structural_change.h"

namespace junheng::workspace {

/// No school of the year has the code. Errors: "school.exists" (names the school).
base::Outcome checkFree(const QString& code, const model::CountyYear& current);

/// Errors: "value.not_a_code", "school.exists", "value.unknown_choice", "school.no_name".
base::Result<model::ChangeSet> planSchool(const SchoolEntry& school, const model::CountyYear& current);

} // namespace junheng::workspace
