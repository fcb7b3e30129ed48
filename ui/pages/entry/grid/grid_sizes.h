// How wide the columns of the grid are, and how high its headings and rows.
#pragma once

#include "ui/pages/entry/grid/entry_model.h"

class QTableView;

namespace junheng::ui {

class ColumnHeader;

/// A column is as wide as the user made it, which is kept in the settings, or else as what stands in it wants.
class GridSizes {
public:
    GridSizes(const EntryModel& model, QTableView& grid, ColumnHeader& header);

    void fit();
    /// As what stands in it wants, whatever the user made it.
    void fitColumn(int column);
    /// The user made it so wide.
    void remember(int column, int width) const;

private:
    [[nodiscard]] int wantedWidth(int column) const;
    [[nodiscard]] QString key(int column) const;

    const EntryModel& m_model;
    QTableView& m_grid;
    ColumnHeader& m_header;
    bool m_fitting = false; ///< widths change, but not by the user
};

} // namespace junheng::ui
