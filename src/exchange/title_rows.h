// A title above the headings of a sheet.
#pragma once

#include "exchange/finding_list.h"
#include "exchange/template_layout.h"
#include "sheet/workbook.h"

namespace junheng::exchange {

/// Error "import.title_row" where the headings stand in one of the rows below the first; false elsewhere. Of such a
/// sheet nothing else is to be said.
bool reportTitleRows(const sheet::Sheet& sheet, const SheetLayout& layout, FindingList& findings);

} // namespace junheng::exchange
