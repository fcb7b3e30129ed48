#include "ui/pages/entry/grid/block_editor.h"

#include "ui/pages/entry/grid/grid_blocks.h"
#include "ui/widgets/clipboard_table.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMimeData>

namespace junheng::ui {

using workspace::EditKind;
using workspace::TypedCell;

BlockEditor::BlockEditor(EntryModel& model, QAbstractItemView& view, QObject* parent)
    : QObject(parent), m_model(model), m_view(view) {}

QItemSelection BlockEditor::selection() const {
    return m_view.selectionModel()->selection();
}

std::vector<model::CellKey> BlockEditor::cells() const {
    std::vector<model::CellKey> cells;
    for (const TypedCell& cell : sameInAll(m_model, selection(), {}))
        cells.push_back(cell.cell);
    return cells;
}

bool BlockEditor::handleKey(const QKeyEvent& event) {
    using Deed = void (BlockEditor::*)();
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    Deed deed = nullptr;
    if (!control && (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace))
        deed = &BlockEditor::clear;
    else if (control && event.key() == Qt::Key_C)
        deed = &BlockEditor::copy;
    else if (control && event.key() == Qt::Key_X)
        deed = &BlockEditor::cut;
    else if (control && event.key() == Qt::Key_V)
        deed = &BlockEditor::paste;
    else if (control && event.key() == Qt::Key_D)
        deed = &BlockEditor::fillDown;
    if (deed != nullptr)
        (this->*deed)();
    return deed != nullptr;
}

void BlockEditor::refuse(const Refusal& refusal) {
    Q_EMIT refused(refusal.sentence, refusal.details);
}

bool BlockEditor::commit(const std::vector<TypedCell>& cells, EditKind kind) {
    const auto outcome = m_model.committer().commitBlock(cells, kind);
    if (!outcome) {
        refuse(outcome.error());
        // Shown, not chosen: what is mended elsewhere is pasted at the same place again.
        if (const auto first = m_model.committer().firstRefused())
            m_view.scrollTo(m_model.indexOf(*first));
    }
    return outcome.has_value();
}

void BlockEditor::clear() {
    commit(sameInAll(m_model, selection(), {}), EditKind::Type);
}

void BlockEditor::copy() {
    tryCopy();
}

bool BlockEditor::tryCopy() {
    const auto copied = copiedCells(m_model, selection());
    if (!copied) {
        refuse(copied.error());
        return false;
    }
    QApplication::clipboard()->setMimeData(makeClipboardTable(*copied).release());
    return true;
}

void BlockEditor::cut() {
    if (tryCopy())
        commit(sameInAll(m_model, selection(), {}), EditKind::Cut);
}

void BlockEditor::paste() {
    const auto block = parseClipboardTable(QApplication::clipboard()->text());
    if (block.empty() || selection().isEmpty())
        return refuse({.sentence = tr("没有粘贴：剪贴板里没有文字。请先在表格里复制单元格。")});
    const auto plan = planPaste(m_model, selection(), block);
    if (!plan)
        return refuse(plan.error());
    if (plan->cells.size() == 1)
        return pasteOne(plan->cells.front());
    if (!commit(plan->cells, EditKind::Paste))
        return;
    if (!plan->area.contains(m_view.currentIndex()))
        Q_EMIT placeWanted(plan->area.front().topLeft());
    m_view.selectionModel()->select(plan->area, QItemSelectionModel::ClearAndSelect);
}

void BlockEditor::pasteOne(const TypedCell& cell) {
    const auto outcome = m_model.committer().commitBlock({cell}, EditKind::Paste);
    if (outcome)
        return;
    if (outcome.error().isDeclined)
        return refuse(outcome.error());
    Q_EMIT mendingWanted(m_model.indexOf(cell.cell), cell.text);
}

void BlockEditor::confirm(const std::vector<model::CellKey>& cells) {
    if (const auto outcome = m_model.committer().confirm(cells); !outcome)
        refuse({.sentence = outcome.error().toString()});
}

void BlockEditor::fillDown() {
    const auto filled = planFillDown(m_model, selection());
    if (!filled)
        return refuse(filled.error());
    commit(*filled, EditKind::Fill);
}

} // namespace junheng::ui
