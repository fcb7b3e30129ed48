// What the lists of the overview say. Stage and school come first; the column kSchoolColumn takes what room is left.
#pragma once

#include "plan/gap.h"
#include "ui/pages/overview/overview_rows.h"
#include "workspace/workspace.h"

namespace junheng::ui {

inline constexpr int kSchoolColumn = 1;

/// `finder` is made of what the workspace holds now; making one takes a copy of the year.

/// The worst gaps in natural units, at most ten, those of sections that do not pass first.
std::vector<OverviewColumn> gapColumns(const standard::Standard& standard);
struct GapRows {
    std::vector<OverviewRow> rows;
    int unmet = 0; ///< all figures below their threshold, listed or not
};
GapRows gapRows(const workspace::Workspace& workspace, plan::GapFinder& finder);

/// The sections that pass and can take the fewest pupils, at most twenty.
std::vector<OverviewColumn> marginColumns();
std::vector<OverviewRow> marginRows(const workspace::Workspace& workspace, plan::GapFinder& finder);

/// Figures that count by a relaxation, and what they would be without it.
std::vector<OverviewColumn> relaxedColumns();
std::vector<OverviewRow> relaxedRows(const workspace::Workspace& workspace);

} // namespace junheng::ui
