// What a step of Structure changes in a year's data. Internal to this room.
#pragma once

#include "base/error.h"
#include "model/county_year.h"
#include "workspace/structural_change.h"

namespace junheng::workspace {

/// Errors: those of Structure::plan() that come from the data.
base::Result<StructurePlan> planStructure(const StructureEdit& edit, const model::CountyYear& current);

} // namespace junheng::workspace
