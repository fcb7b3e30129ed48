// The list on the screen as a table to print or to export.
#pragma once

#include "report/report.h"
#include "ui/pages/resources/resources_model.h"

#include <vector>

namespace junheng::ui {

/// The sections of these rows of `model`, in this order. `how` says how the list was filtered and sorted.
report::Report printedList(const workspace::Workspace& workspace, const ResourcesModel& model,
                           const std::vector<int>& rows, const QString& how, const QDate& date);

} // namespace junheng::ui
