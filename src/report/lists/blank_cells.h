// The blank cells that indicators wait for.
#pragma once

#include "report/official/table_parts.h"

#include <QStringList>

#include <vector>

namespace junheng::report {

/// A cell that must be filled in, and what waits for it.
struct Blank {
    model::CellKey cell;
    QStringList blocks; ///< ids of indicators, each once
    QStringList whys;   ///< where it is not simply blank
};

/// Each once: school by school, the county's own figures last.
std::vector<Blank> blankCells(const Sources& sources);

} // namespace junheng::report
