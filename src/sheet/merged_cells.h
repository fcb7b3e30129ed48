// Of merged cells only the top left one is seen.
#pragma once

#include "sheet/workbook.h"

#include <vector>

namespace junheng::sheet {

/// Drops the cells hidden by a merge (some programs keep their old content). `cells` is ordered by row and column. Of
/// merges that overlap, which the format forbids, the upper left one counts.
void dropCoveredCells(std::vector<PlacedCell>& cells, std::vector<CellRange> merges);

} // namespace junheng::sheet
