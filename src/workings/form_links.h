// The official tables of a workbook: each figure as a reference to the cell of the working sheets that gives it.
#pragma once

#include "report/sources.h"
#include "workings/form_cells.h"
#include "workings/resources/working_layout.h"

namespace junheng::workings {

/// Links the cells of `form` that show a figure (figure_names.h), and lets their marks follow what the cells say then.
/// `form` are the official tables of `sources`, `layout` and `cells` where its figures stand.
void linkForm(document::Report& form, const report::Sources& sources, const WorkingLayout& layout,
              const FormCells& cells);

} // namespace junheng::workings
