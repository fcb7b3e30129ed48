// What copying, pasting and filling make of the selected cells; no clipboard, no commit.
#pragma once

#include "ui/pages/entry/grid/entry_model.h"
#include "ui/widgets/clipboard_table.h"

#include <QItemSelection>

#include <expected>
#include <vector>

namespace junheng::ui {

/// The rows of the selection, with the labels in front where whole rows are selected. Refused where the selected cells
/// are no rows crossed with columns.
std::expected<std::vector<std::vector<ClipboardCell>>, Refusal> copiedCells(const EntryModel& model,
                                                                            const QItemSelection& selection);

/// Every selected cell that can be typed into, with the same text.
std::vector<workspace::TypedCell> sameInAll(const EntryModel& model, const QItemSelection& selection,
                                            const QString& text);

struct PastePlan {
    std::vector<workspace::TypedCell> cells;
    QItemSelection area; ///< where they stand
};

/// Where a block goes: one cell into every selected one; a block that fits a whole number of times into the selection
/// repeated; else from the first selected cell on. Labels in front of whole rows are compared and passed over; so are
/// columns that only inform. Refused as a whole, with what to do, when it does not fit. Cells missing at the end of a
/// short row stay what they are; blank cells are to be cleared.
std::expected<PastePlan, Refusal> planPaste(const EntryModel& model, const QItemSelection& selection,
                                            std::vector<QStringList> block);

/// The first selected row into those below; a single row takes the one above it.
std::expected<std::vector<workspace::TypedCell>, Refusal> planFillDown(const EntryModel& model,
                                                                       const QItemSelection& selection);

} // namespace junheng::ui
