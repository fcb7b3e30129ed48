// What the template says in words: notes on headings, the sheet 填表说明.
#pragma once

#include "model/county_year.h"
#include "model/item.h"
#include "sheet/workbook_writer.h"

#include <QString>

namespace junheng::exchange {

/// What to fill in, unit, date basis, whether it is required, where the statistics have it: some short lines.
QString noteOf(const model::Item& item);
/// The same in one line, without the label.
QString hintOf(const model::Item& item);

/// Writes the sheet 填表说明. `before`: the year whose figures are shown as 上年, or null.
void writeGuide(sheet::SheetWriter target, const model::CountyYear* data, const model::CountyYear* before);

} // namespace junheng::exchange
