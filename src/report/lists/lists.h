// Lists to print: schools that need work, with what they lack in natural units, registers, and what is to be done.
#pragma once

#include "document/report.h"
#include "report/official/official_tables.h"

namespace junheng::report {

enum class SchoolList : std::uint8_t {
    Failing,     ///< 未达标学校名单: sections whose verdict is 未达标, with all their indicators below the threshold
    BelowFloor,  ///< 低于85%学校名单: sections with an indicator below its floor, with these indicators
    Rooms,       ///< 专用教室台账: the special rooms of each school with compulsory pupils, by kind
    Relaxations, ///< 放宽条件使用清单: every figure that a relaxation was applied to, with its reason and without it
    Missing,     ///< 待填报清单: every blank cell once, by school, with the indicators that wait for it
    Evidence,    ///< 佐证材料目录: what is attached to each indicator; those with nothing first
    Findings,    ///< 核查说明: what is doubtful about the data, and what the bureau says of it
    Tasks        ///< 任务清单: the national indicators in their order, who is responsible and until when
};

struct Sources;

/// The table, by stage and school code where it is of schools; a single row that says so when there is nothing to list.
document::Table listTable(const Sources& sources, SchoolList kind, const ReportInfo& info);

/// A report of this table alone. The assessment must be of the year and the standard.
document::Report schoolList(const Sources& sources, SchoolList kind, const ReportInfo& info);

} // namespace junheng::report
