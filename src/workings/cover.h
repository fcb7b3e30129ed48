// 封面: who hands the workbook in, the verdicts, and whether the working sheets agree with the program.
#pragma once

#include "report/official/official_tables.h"
#include "workings/formula/live_formula.h"
#include "workings/resources/working_parts.h"

namespace junheng::workings {

/// The first sheet, before the `contents`. `parts`: verdicts by name, in the sheets of the parts.
document::Table coverTable(const WorkingSources& from, const report::ReportInfo& info, const document::Table& contents,
                           const std::vector<std::pair<QString, Live>>& parts);

} // namespace junheng::workings
