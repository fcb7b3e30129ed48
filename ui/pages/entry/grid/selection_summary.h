// Sum, mean and count of the selected cells.
#pragma once

#include "ui/pages/entry/grid/entry_model.h"

#include <QItemSelection>
#include <QString>

namespace junheng::ui {

/// "5 行 × 3 列 · 计数 13 · 其中数值 12 · 求和 3,456.5 · 平均 288.04 · 空白 2"; empty for less than two cells. The sum
/// is exact, the mean has two decimals more than the figures; blank cells and 不适用 enter neither.
QString selectionSummary(const EntryModel& model, const QItemSelection& selection);

} // namespace junheng::ui
