// What is to be said of a sheet as it stands there: unreadable, hidden, merged.
#pragma once

#include "exchange/finding_list.h"
#include "exchange/heading.h"
#include "sheet/workbook.h"

#include <QString>

namespace junheng::exchange {

/// " (hidden; how it is shown again)" for a sheet that the user does not see, else empty.
QString hiddenRemark(const sheet::Sheet& sheet);

/// The fault of the sheet, as an error; false without one.
bool reportFault(const sheet::Sheet& sheet, FindingList& findings);

/// Notice "import.hidden": the sheet, rows or columns that the user does not see are read like any other.
void reportHidden(const sheet::Sheet& sheet, FindingList& findings);

/// Errors "import.damaged_cell" and "import.struck_out" where the heading of a column in use is.
void reportHeadings(const sheet::Sheet& sheet, const HeadingRow& headings, FindingList& findings);

/// Error "import.merged_cell" where the cell is blank because it is merged with one that is not; false elsewhere.
bool reportMerged(const sheet::Sheet& sheet, int row, int column, const QString& label, FindingList& findings);

} // namespace junheng::exchange
