// From typing to changes. Internal to this room.
#pragma once

#include "workspace/workspace.h"

namespace junheng::workspace {

/// What typing would change, or every cell that cannot be taken; then the changes are of no use.
struct EditPlan {
    model::ChangeSet changes;
    std::vector<RefusedCell> refused; ///< an error's place is the cell in words
};

EditPlan planEdit(const std::vector<TypedCell>& cells, EditKind kind, const model::CountyYear& current,
                  const standard::Standard& standard);

/// Errors: "county.bad_code", "county.no_name", those of parseObservation().
base::Outcome checkCounty(const model::County& county);

/// No school of the year has the code. Errors: "school.exists" (names the school).
base::Outcome checkFree(const QString& code, const model::CountyYear& current);

/// Errors: "value.not_a_code", "school.exists", "value.unknown_choice", "school.no_name".
base::Result<model::ChangeSet> planSchool(const SchoolEntry& school, const model::CountyYear& current);

} // namespace junheng::workspace
