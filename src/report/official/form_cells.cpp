#include "report/official/form_cells.h"

#include "report/cells.h"

namespace junheng::report {

using document::Cell;
using document::linked;
using document::numberCell;

Cell linkedTo(const Cell& cell, const Live& from, int decimals) {
    if (!cell.number || !from.isNumber())
        return linked(cell, from.text(), decimals);
    // The workbook's figure may lie a trifle beside the exact one: it is the one to be shown.
    Cell shown = numberCell(cell.column, from.toNumber(), cell.text);
    shown.suffix = cell.suffix;
    return linked(std::move(shown), from.text(), from.toNumber());
}

} // namespace junheng::report
