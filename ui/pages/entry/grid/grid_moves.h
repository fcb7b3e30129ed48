// Where keys and the mouse lead in the grid, and what they select.
#pragma once

#include "ui/pages/entry/grid/cell_editor.h"
#include "ui/pages/entry/grid/entry_model.h"

#include <QItemSelectionModel>

#include <optional>

class QEvent;

namespace junheng::ui {

/// Up and down within the table; right and left to the next cell that can be typed into, in the next row if need be.
/// `from` itself where there is none.
QModelIndex stepFrom(const EntryModel& model, const QModelIndex& from, GridStep step);

/// To the edge of the table, as there are no gaps to stop at.
QModelIndex edgeFrom(const EntryModel& model, const QModelIndex& from, GridStep step);

/// How an event changes the selection, where that is not as Qt does it. The current cell is always one of the selected
/// ones: a key that moves it moves the selection, which Qt leaves behind where Ctrl is held down; a click beside the
/// cells changes nothing.
std::optional<QItemSelectionModel::SelectionFlags> selectionBy(const QEvent& event, const QModelIndex& index);

} // namespace junheng::ui
