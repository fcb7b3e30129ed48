#include "ui/pages/entry/grid/indicator_names.h"

#include "model/indicator.h"

#include <algorithm>

namespace junheng::ui {

QString indicatorName(const standard::Standard& standard, const QString& id) {
    const auto resource = std::ranges::find(standard.resource, id, &standard::ResourceIndicator::id);
    if (resource != standard.resource.end())
        return resource->title;
    const QString national = model::indicatorName(id);
    return national.isEmpty() ? standard.titleOf(id) : national;
}

} // namespace junheng::ui
