// From typing to changes. Internal to this room.
#pragma once

#include "model/change.h"
#include "model/county_year.h"
#include "workspace/edit.h"

#include <vector>

namespace junheng::standard {
struct Standard;
}

namespace junheng::workspace {

/// What typing would change, or every cell that cannot be taken; then the changes are of no use.
struct EditPlan {
    model::ChangeSet changes;
    std::vector<RefusedCell> refused;
};

EditPlan planEdit(const std::vector<TypedCell>& cells, EditKind kind, const model::CountyYear& current,
                  const standard::Standard& standard);

} // namespace junheng::workspace
