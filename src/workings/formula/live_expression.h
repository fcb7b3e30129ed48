// Expressions as formulas of a spreadsheet, with the figures of its cells.
#pragma once

#include "standard/expression.h"
#include "workings/formula/live_formula.h"

#include <functional>
#include <optional>

namespace junheng::workings {

/// What stands for a node in the sheet; empty: the node is written out. A cell must be answered for.
using LiveReference = std::function<std::optional<Live>(const standard::Expression&)>;

/// "(N(B2)-N(C2))/N(D2)", with brackets only where they are needed.
Live liveFormula(const standard::Expression& expression, const LiveReference& reference);

} // namespace junheng::workings
