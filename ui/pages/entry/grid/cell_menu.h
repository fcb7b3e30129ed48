// What can be done about the current cell, its block and its column.
#pragma once

#include "ui/pages/entry/grid/entry_model.h"

#include <QMenu>

#include <optional>
#include <vector>

namespace junheng::ui {

class BlockEditor;

/// Goes when it is closed.
class CellMenu : public QMenu {
    Q_OBJECT

public:
    CellMenu(const EntryModel& model, BlockEditor& blocks, int column, QWidget* parent);

Q_SIGNALS:
    void confirmationWanted(const std::vector<model::CellKey>& cells);
    /// Empty: the usual order.
    void sortingWanted(const std::optional<RowSorting>& sorting);
    /// The filter of the column is to be written.
    void filterWanted();

private:
    void addBlockActions(const EntryModel& model, BlockEditor& blocks);
    void addSorting(const EntryModel& model, int column);
};

} // namespace junheng::ui
