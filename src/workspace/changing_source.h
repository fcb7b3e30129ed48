// A row of monitoring that becomes one of another source. Internal to this room.
#pragma once

#include "base/error.h"
#include "model/change.h"
#include "model/county_year.h"

namespace junheng::workspace {

/// Empty where the row is of this source already. Errors: "monitoring.no_row", "monitoring.has_row".
base::Result<model::ChangeSet> planSource(const model::SubjectKey& row, int source, const model::CountyYear& current);

} // namespace junheng::workspace
