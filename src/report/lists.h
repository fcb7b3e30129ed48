// Lists of schools: those that need work, with what they lack in natural units, and registers.
#pragma once

#include "assess/assessment.h"
#include "report/official/official_tables.h"
#include "report/report.h"

namespace junheng::report {

enum class SchoolList : std::uint8_t {
    Failing,    ///< 未达标学校名单: sections whose verdict is 未达标, with all their indicators below the threshold
    BelowFloor, ///< 低于85%学校名单: sections with an indicator below its floor, with these indicators
    Rooms,      ///< 专用教室台账: the special rooms of each school with compulsory pupils, by kind
    Relaxations ///< 放宽条件使用清单: every figure that a relaxation was applied to, with its reason and without it
};

/// One table, by stage and school code; a single row that says so when there are none. `assessment`
/// must be of this year and this standard.
Report schoolList(const model::CountyYear& year, const standard::Standard& standard,
                  const assess::Assessment& assessment, SchoolList kind, const ReportInfo& info);

} // namespace junheng::report
