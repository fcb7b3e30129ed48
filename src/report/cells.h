// What is entered and judged, as cells and marks of a document.
#pragma once

#include "assess/assessment.h"
#include "document/cells.h"
#include "model/observation.h"

namespace junheng::report {

/// Of a share printed in per cent.
inline constexpr int kShareDecimals = 1;

/// How a table marks what is judged so.
document::Mark markOf(assess::Status status);
document::Mark markOf(assess::BalanceStatus status);
document::Mark markOf(assess::IndicatorStatus status);
document::Mark markOf(assess::Verdict verdict);

/// 待填报.
document::Cell missingCell(int column);

/// A whole number as entered; 待填报 or 不适用 where there is none.
document::Cell observationCell(int column, const model::Item& item, const model::Observation& observation);

} // namespace junheng::report
