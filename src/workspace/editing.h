// From typing to changes. Internal to this room.
#pragma once

#include "workspace/workspace.h"

namespace junheng::workspace {

/// Errors: "value.*" with the cell in words.
base::Result<model::ChangeSet> planEdit(const std::vector<TypedCell>& cells, const model::CountyYear& current,
                                        const standard::Standard& standard);

/// Errors: "value.not_a_code", "school.exists", "value.unknown_choice", "school.no_name".
base::Result<model::ChangeSet> planSchool(const SchoolEntry& school, const model::CountyYear& current);

} // namespace junheng::workspace
