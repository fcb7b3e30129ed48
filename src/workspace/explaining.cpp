// What is doubtful about the data, and what the bureau says of it.

#include "quality/check.h"
#include "quality/explanation.h"
#include "workspace/workspace_private.h"

namespace junheng::workspace {

base::Result<std::vector<quality::Finding>> Workspace::findings() const {
    const auto earlier = earlierYears();
    if (!earlier)
        return std::unexpected(earlier.error());
    return quality::check(d->data, (*earlier)->empty() ? nullptr : &(*earlier)->back().data);
}

base::Outcome Workspace::explain(const quality::Finding& finding, const QString& text) {
    const auto changes = quality::explanationChanges(d->data, finding, text);
    return announce(changes ? d->commit(*changes) : std::unexpected(changes.error()));
}

} // namespace junheng::workspace
