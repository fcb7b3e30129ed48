// Formulas over cells together, printed and calculated at once as those of live_formula.h.
#pragma once

#include "workings/formula/live_formula.h"

#include <QStringList>

#include <vector>

namespace junheng::workings {

/// Cells together; none where nothing was entered.
struct LiveRange {
    QStringList ranges;
    std::vector<SheetValue> values;
};

namespace live {

/// The cells one by one.
LiveRange cellsOf(const std::vector<Live>& cells);

/// 0 of no cells, all of them.
Live sum(const LiveRange& cells);
Live smallest(const LiveRange& cells);
Live largest(const LiveRange& cells);
Live countNumbers(const LiveRange& cells);
Live countWord(const LiveRange& cells, const Live& word);
/// How often `word` stands beside the cells of `keys` that read `key`; each is one range, of the same length.
Live countWord(const LiveRange& keys, const Live& key, const LiveRange& cells, const Live& word);
Live anyBlank(const LiveRange& cells);
/// The sum of `numbers` beside the cells of `keys` that read `key`.
Live sumWhere(const LiveRange& keys, const Live& key, const LiveRange& numbers);
/// The sum of the products row by row, where what is no number counts as 0; each is one range, of the same length.
Live sumOfProducts(const std::vector<LiveRange>& columns);
/// The n-th of the numbers, from 1, the smallest first; of one range.
Live nthSmallest(const LiveRange& cells, int n);
/// The sum of the numbers without their signs; of one cell at least, none of which is a word.
Live sumOfAmounts(const LiveRange& cells);

} // namespace live

} // namespace junheng::workings
