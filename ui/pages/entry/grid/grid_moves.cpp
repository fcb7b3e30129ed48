#include "ui/pages/entry/grid/grid_moves.h"

#include <QKeyEvent>

#include <algorithm>

namespace junheng::ui {

namespace {

QModelIndex nextEditable(const EntryModel& model, const QModelIndex& from, int direction) {
    const int columns = model.columnCount();
    const int cells = columns * model.rowCount();
    for (int at = from.row() * columns + from.column() + direction; at >= 0 && at < cells; at += direction) {
        const QModelIndex next = model.index(at / columns, at % columns);
        if (model.cellAt(next))
            return next;
    }
    return from;
}

} // namespace

QModelIndex stepFrom(const EntryModel& model, const QModelIndex& from, GridStep step) {
    switch (step) {
    case GridStep::Stay:
        break;
    case GridStep::Down:
        return model.index(std::min(from.row() + 1, model.rowCount() - 1), from.column());
    case GridStep::Up:
        return model.index(std::max(from.row() - 1, 0), from.column());
    case GridStep::Right:
        return nextEditable(model, from, 1);
    case GridStep::Left:
        return nextEditable(model, from, -1);
    }
    return from;
}

QModelIndex edgeFrom(const EntryModel& model, const QModelIndex& from, GridStep step) {
    switch (step) {
    case GridStep::Stay:
        break;
    case GridStep::Down:
        return model.index(model.rowCount() - 1, from.column());
    case GridStep::Up:
        return model.index(0, from.column());
    case GridStep::Right:
        return model.index(from.row(), model.columnCount() - 1);
    case GridStep::Left:
        return model.index(from.row(), 0);
    }
    return from;
}

std::optional<QItemSelectionModel::SelectionFlags> selectionBy(const QEvent& event, const QModelIndex& index) {
    if (event.type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(event);
        const bool extends = key.modifiers().testFlag(Qt::ShiftModifier) && key.key() != Qt::Key_Backtab;
        return extends ? QItemSelectionModel::SelectCurrent : QItemSelectionModel::ClearAndSelect;
    }
    if (!index.isValid())
        return QItemSelectionModel::NoUpdate;
    return std::nullopt;
}

} // namespace junheng::ui
