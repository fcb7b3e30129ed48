// Ranges that say something of all the cells in them: merges, and formulas for many cells at once.
#pragma once

#include "sheet/workbook.h"

#include <vector>

namespace junheng::sheet {

/// Drops the cells hidden by a merge (some programs keep their old content) and returns the merges whose first cell has
/// content. `cells` is ordered by row and column. Of merges that overlap, which the format forbids, the upper left one
/// counts.
std::vector<CellRange> dropCoveredCells(std::vector<PlacedCell>& cells, std::vector<CellRange> merges);

/// One formula over a range; it stands in the first cell alone.
struct FormulaRange {
    CellRange range = {};
    Calculation calculation = Calculation::Done;
};

/// Tells the other cells of such a range that their value is that of a formula. `cells` as above; those of a range
/// that was never calculated are added, looking at no more than `most` cells.
void spreadFormulas(std::vector<PlacedCell>& cells, std::vector<FormulaRange> formulas, std::size_t most);

} // namespace junheng::sheet
