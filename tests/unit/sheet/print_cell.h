// So that GoogleTest prints cells.
#pragma once

#include "sheet/workbook.h"

#include <ostream>

namespace junheng::sheet {

inline void PrintTo(const StoredCell& cell, std::ostream* out) {
    *out << "kind " << static_cast<int>(cell.kind) << " \"" << cell.text.toStdString() << "\" display "
         << static_cast<int>(cell.display) << " calculation " << static_cast<int>(cell.calculation) << " struck out "
         << static_cast<int>(cell.struckOut) << " raised " << cell.raised << " shown \"" << cell.shown.toStdString()
         << '"';
}

} // namespace junheng::sheet
