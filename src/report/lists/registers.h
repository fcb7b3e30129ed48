// The registers among the lists of schools: columns, head, body and notes; name and caption are the caller's.
#pragma once

#include "report/official/table_parts.h"

namespace junheng::report {

/// 专用教室台账: one row a school and kind of room of the standard, in the order of school codes.
document::Table roomRegister(const Sources& sources);

/// 放宽条件使用清单: one row a figure, first of the resources, then of the other indicators.
document::Table relaxationList(const Sources& sources);

/// 待填报清单, likewise.
document::Table missingList(const Sources& sources);
/// 佐证材料目录, likewise.
document::Table evidenceIndex(const Sources& sources);
/// 核查说明, likewise: the findings in their order, with their explanations.
document::Table findingList(const Sources& sources);
/// 任务清单, likewise.
document::Table taskList(const Sources& sources);

} // namespace junheng::report
