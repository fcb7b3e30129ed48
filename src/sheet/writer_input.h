// What helps those who fill a sheet in, as the library wants it: checks on typing and notes. Internal to this room.
#pragma once

#include "sheet/workbook_design.h"

#include <xlsxwriter.h>

namespace junheng::sheet {

lxw_error writeValidation(lxw_worksheet* sheet, const CellRange& range, const Validation& validation);
/// Large enough for its text.
lxw_error writeNote(lxw_worksheet* sheet, int row, int column, const QString& text);

} // namespace junheng::sheet
