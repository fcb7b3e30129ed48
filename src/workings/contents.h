// 目录: every sheet of the workbook, how many cells of it are checked and what their differences add up to.
#pragma once

#include "document/report.h"
#include "model/county_year.h"

namespace junheng::workings {

/// Where the contents count checks and add up differences; the last row has the sums.
inline constexpr int kCountColumn = 2;
inline constexpr int kDifferenceColumn = 3;

/// A line for each table of `sheets`, all of which stand behind it.
document::Table contentsTable(const model::CountyYear& year, const document::Report& sheets);

} // namespace junheng::workings
