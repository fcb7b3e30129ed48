// Draws the cells of the grid and keeps refused text in an open editor.
#pragma once

#include "ui/pages/entry/grid/cell_editor.h"

#include <QPointer>
#include <QStyledItemDelegate>

namespace junheng::ui {

class EntryModel;

/// One editor is open at a time.
class EntryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit EntryDelegate(EntryModel& model, QObject* parent = nullptr);

    /// nullptr when none is open.
    [[nodiscard]] CellEditor* openEditor() const;
    /// Commits the text of the editor. False when it is refused: the editor stays open and says why.
    bool commit(CellEditor& editor) const;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

Q_SIGNALS:
    void refused(const QString& sentence) const;
    void editorFinished(GridStep step) const;
    void editorCancelled() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    EntryModel& m_model;
    mutable QPointer<CellEditor> m_editor;
};

} // namespace junheng::ui
