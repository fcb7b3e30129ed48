// What is done to the selected cells of the grid at once.
#pragma once

#include "ui/pages/entry/grid/entry_model.h"

#include <QItemSelection>
#include <QObject>

#include <vector>

class QAbstractItemView;
class QKeyEvent;

namespace junheng::ui {

/// Blocks are copied, cut, pasted, cleared and filled down as one step each; what is refused is refused as a whole.
class BlockEditor : public QObject {
    Q_OBJECT

public:
    BlockEditor(EntryModel& model, QAbstractItemView& view, QObject* parent = nullptr);

    /// True for the keys that mean one of these.
    bool handleKey(const QKeyEvent& event);
    void copy();
    void cut();
    void paste();
    void clear();
    void fillDown();
    /// Of what was taken over from the year before.
    void confirm(const std::vector<model::CellKey>& cells);
    /// The selected cells that can be typed into.
    [[nodiscard]] std::vector<model::CellKey> cells() const;

Q_SIGNALS:
    void refused(const QString& sentence, const QString& details);
    /// The only cell that was pasted, whose text was refused: it can be mended in an editor.
    void mendingWanted(const QModelIndex& cell, const QString& text);
    /// The current cell is not among those pasted; this one is.
    void placeWanted(const QModelIndex& cell);

private:
    /// False when it cannot be copied.
    bool tryCopy();
    [[nodiscard]] QItemSelection selection() const;
    bool commit(const std::vector<workspace::TypedCell>& cells, workspace::EditKind kind);
    void pasteOne(const workspace::TypedCell& cell);
    void refuse(const Refusal& refusal);

    EntryModel& m_model;
    QAbstractItemView& m_view;
};

} // namespace junheng::ui
