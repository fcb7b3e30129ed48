// The whole workbook: cover, official tables, and behind them the working sheets (计算底稿) that derive every figure
// again by live formulas.
#pragma once

#include "report/official/official_tables.h"

namespace junheng::workings {

/// The sheets 封面, 目录, the official tables and, a stage and step, 原始数据, 分摊, 生均值, 判定 and 均衡. The
/// formulas are printed from the derivations that also judge; each carries the figure of `assessment` and is checked
/// against it. Whoever changes a raw figure in a spreadsheet sees every value and verdict follow. A stage that no
/// school has is left out; sections out of scope are in the working sheets, for a change may bring them in.
/// `assessment` must be of this year and this standard.
document::Report workbookReport(const model::CountyYear& year, const standard::Standard& standard,
                                const assess::Assessment& assessment, const report::ReportInfo& info);

} // namespace junheng::workings
