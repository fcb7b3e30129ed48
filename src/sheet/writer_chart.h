// Charts of a workbook that is being written, as the library wants them. Internal to this room.
#pragma once

#include "sheet/workbook_design.h"

#include <QSize>

#include <xlsxwriter.h>

namespace junheng::sheet {

/// nullptr when there is no memory for it.
lxw_chart* makeChart(lxw_workbook* book, const WorkbookChart& chart);
/// With its upper left corner in that of the cell.
lxw_error placeChart(lxw_worksheet* sheet, int row, int column, lxw_chart* drawn, QSize pixels, const QString& title);

} // namespace junheng::sheet
