// The working sheets one by one; see working_sheets.h.
#pragma once

#include "workings/formula/live_sheet.h"
#include "workings/resources/school_shape.h"
#include "workings/resources/working_layout.h"

namespace junheng::workings {

/// What the working sheets are made from.
struct WorkingSources {
    const report::Sources& sources;
    const WorkingLayout& layout;
    SchoolShapes& shapes;
};

/// Where a figure stands exactly on its limit, a double may lie a trifle beside it: what is nearer than half of 10^-10
/// is on it.
inline constexpr int kLimitDigits = 10;

/// 学校-原始数据, 校区-原始数据 and, for a stage, 小学-原始数据.
document::Table rawSchoolsTable(const WorkingSources& from);
document::Table rawCampusesTable(const WorkingSources& from);
document::Table rawSectionsTable(const WorkingSources& from, const WorkingStage& stage);
/// 小学-分摊: what each campus contributes to the split indicators. Without rows when no school has a campus.
LiveSheet splitSheet(const WorkingSources& from, const WorkingStage& stage);
/// 小学-生均值: scope and the values of the indicators.
LiveSheet valuesSheet(const WorkingSources& from, const WorkingStage& stage, const LiveSheet& split);
/// 小学-判定: statuses, indicators met, the section's verdict and remark.
document::Table verdictsTable(const WorkingSources& from, const WorkingStage& stage, const LiveSheet& values);
/// 小学-均衡: mean, standard deviation, coefficient and its verdict, with every section's deviation.
document::Table balanceSheetTable(const WorkingSources& from, const WorkingStage& stage, const LiveSheet& values);

/// 图表 and, behind all other sheets, 图表-数据: coefficients against their limits, and the values of the sections in
/// ascending order against the threshold. Nothing when no section is in scope.
std::optional<std::pair<document::Table, document::Table>> chartTables(const WorkingSources& from);

/// Name of the school of a section, and of its part where it is one of several.
QString workingSchoolName(const report::Sources& sources, const model::SchoolRows& rows);

} // namespace junheng::workings
