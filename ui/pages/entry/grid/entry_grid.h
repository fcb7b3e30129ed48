// A table that is worked in like a spreadsheet.
#pragma once

#include "ui/pages/entry/grid/cell_editor.h"
#include "ui/pages/entry/grid/entry_model.h"
#include "ui/pages/entry/grid/grid_sizes.h"

#include <QTableView>
#include <QTimer>

#include <functional>

class QMenu;

namespace junheng::ui {

class BlockEditor;
class ColumnHeader;
class EntryDelegate;
class RowHeader;
class RowHeaderTitles;

/// Typing replaces a cell, F2 or a double click edits it; Enter, Tab and arrows commit and go on, Esc gives up. Text
/// that is refused stays in its editor, which keeps the focus until the text is mended or given up.
/// The current cell is always one of the selected ones: what is done is done to what is framed.
class EntryGrid : public QTableView {
    Q_OBJECT

public:
    using QTableView::edit;

    explicit EntryGrid(EntryModel& model, QWidget* parent = nullptr);

    /// Commits and closes an open editor. False when its text is refused: it stays open and has the focus.
    bool finishEditing();
    /// Makes the next editable cell in that direction the current one; right and left go on in the next row.
    void step(GridStep step);
    void goTo(const QModelIndex& index);
    /// Does what resets the rows and goes back to the cell that was the current one, or to the first.
    void keepingCurrent(const std::function<void()>& change);
    void clearColumnFilters();
    /// Gives the focus to the filter field of the current column.
    void focusFilter();

    /// Of what was taken over from the year before.
    void confirm(const std::vector<model::CellKey>& cells);
    /// Empty: the usual order.
    void sortBy(const std::optional<RowSorting>& sorting);

Q_SIGNALS:
    void currentCellChanged();
    /// Other rows are shown, or in another order.
    void rearranged();
    void refused(const QString& sentence, const QString& details);
    /// The text of the editor was dropped.
    void editingGivenUp();
    /// A menu about the current cell is about to open: what can be done about its row comes to the end.
    void menuOpening(QMenu& menu);

protected:
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int first, int last) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                                       const QEvent* event) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void updateGeometries() override;
    void changeEvent(QEvent* event) override;

private:
    void connectHeader();
    bool handleShortcut(const QKeyEvent& event);
    bool handleControlKey(const QKeyEvent& event);
    void selectArea(const QModelIndex& first, const QModelIndex& last);
    void frameCurrent();
    void finishAndStep(GridStep step);
    void cancelEditing();
    void mend(const QModelIndex& index, const QString& text);
    void showMenu(const QPoint& globalPosition, int column);
    void showMenuOfCurrent();
    void showRowMenu(const QPoint& place);
    void cycleSorting(int column);
    void applyColumnFilter(int column, const ColumnFilter& filter);
    void showTopic();
    void fitRows();

    EntryModel& m_model;
    EntryDelegate* m_delegate;
    ColumnHeader* m_columns;
    RowHeader* m_rows;
    BlockEditor* m_blocks;
    GridSizes m_sizes;
    RowHeaderTitles* m_titles = nullptr;
    QTimer m_fitTimer;
    bool m_going = false; ///< to a cell alone, whatever keys are held down
};

} // namespace junheng::ui
