// A table that is typed into like a spreadsheet.
#pragma once

#include "ui/pages/entry/cell_editor.h"

#include <QTableView>

namespace junheng::ui {

class EntryDelegate;
class EntryModel;
class RowHeader;
class RowHeaderTitles;

/// Typing replaces a cell, F2 or a double click edits it; Enter, Tab and arrows commit and go on, Esc gives up. Text
/// that is refused stays in its editor, which keeps the focus until the text is mended or given up.
class EntryGrid : public QTableView {
    Q_OBJECT

public:
    using QTableView::edit;

    explicit EntryGrid(EntryModel& model, QWidget* parent = nullptr);

    /// Commits and closes an open editor. False when its text is refused: it stays open and has the focus.
    bool finishEditing();
    /// Makes the next editable cell in that direction the current one; right and left go on in the next row.
    void step(Step step);
    void goTo(const QModelIndex& index);

Q_SIGNALS:
    void currentCellChanged();
    void refused(const QString& sentence);

protected:
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                                       const QEvent* event) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void updateGeometries() override;
    void changeEvent(QEvent* event) override;

private:
    bool handleShortcut(const QKeyEvent& event);
    void finishAndStep(Step step);
    void cancelEditing();
    void clearCells();
    void copySelection() const;
    void paste();
    void fitColumns();
    void fitRows();
    [[nodiscard]] QModelIndex nextEditable(const QModelIndex& from, int direction) const;
    [[nodiscard]] int columnWidthFor(int column) const;

    EntryModel& m_model;
    EntryDelegate* m_delegate;
    RowHeader* m_rows;
    RowHeaderTitles* m_titles = nullptr;
};

} // namespace junheng::ui
