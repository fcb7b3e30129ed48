#include "ui/pages/entry/grid/entry_grid.h"

#include "ui/pages/entry/grid/column_header.h"
#include "ui/pages/entry/grid/entry_delegate.h"
#include "ui/pages/entry/grid/grid_blocks.h"
#include "ui/pages/entry/grid/row_header.h"
#include "ui/widgets/clipboard_table.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace junheng::ui {

using workspace::EditKind;
using workspace::TypedCell;

namespace {

// Names change with any edit, but seldom: the frozen columns are measured when nothing else is to do.
constexpr int kFitDelayMs = 200;

} // namespace

EntryGrid::EntryGrid(EntryModel& model, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new EntryDelegate(model, this)), m_columns(new ColumnHeader(this)),
      m_rows(new RowHeader(model, this)) {
    setHorizontalHeader(m_columns);
    setVerticalHeader(m_rows);
    m_titles = new RowHeaderTitles(model, *m_rows, *m_columns, this);
    setModel(&model);
    setItemDelegate(m_delegate);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    connect(m_delegate, &EntryDelegate::editorFinished, this, &EntryGrid::finishAndStep);
    connect(m_delegate, &EntryDelegate::editorCancelled, this, &EntryGrid::cancelEditing);
    connect(m_delegate, &EntryDelegate::refused, this,
            [this](const QString& sentence) { Q_EMIT refused(sentence, {}); });
    connect(&model, &EntryModel::topicShown, this, &EntryGrid::showTopic);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &EntryGrid::fitRows);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &EntryGrid::frameCurrent);
    m_fitTimer.setSingleShot(true);
    m_fitTimer.setInterval(kFitDelayMs);
    connect(&m_fitTimer, &QTimer::timeout, this, &EntryGrid::fitRows);
    connect(&model, &QAbstractItemModel::headerDataChanged, &m_fitTimer, qOverload<>(&QTimer::start));
    connectHeader();
    showTopic();
}

void EntryGrid::connectHeader() {
    connect(m_columns, &ColumnHeader::filterEdited, this, &EntryGrid::applyColumnFilter);
    connect(m_columns, &ColumnHeader::refused, this, [this](const QString& sentence) { Q_EMIT refused(sentence, {}); });
    connect(m_columns, &ColumnHeader::left, this, qOverload<>(&QWidget::setFocus));
    connect(m_columns, &ColumnHeader::fieldWanted, this, [this](int column) {
        const int row = std::max(rowAt(0), 0);
        scrollTo(m_model.index(row, column));
        m_columns->placeFields();
    });
    connect(m_columns, &QHeaderView::sectionDoubleClicked, this, &EntryGrid::cycleSorting);
    connect(m_columns, &QHeaderView::sectionHandleDoubleClicked, this,
            [this](int column) { setColumnWidth(column, columnWidthFor(column)); });
    connect(m_columns, &QHeaderView::sectionResized, this,
            [this](int column, int /*before*/, int width) { rememberWidth(column, width); });
    m_columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_columns, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& place) { showMenu(m_columns->mapToGlobal(place), m_columns->logicalIndexAt(place)); });
    m_rows->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_rows, &QWidget::customContextMenuRequested, this, &EntryGrid::showRowMenu);
    connect(horizontalScrollBar(), &QAbstractSlider::valueChanged, m_columns, &ColumnHeader::placeFields);
}

bool EntryGrid::finishEditing() {
    CellEditor* editor = m_delegate->openEditor();
    if (editor == nullptr)
        return true;
    if (!m_delegate->commit(*editor)) {
        editor->setFocus();
        return false;
    }
    closeEditor(editor, QAbstractItemDelegate::NoHint);
    return true;
}

void EntryGrid::finishAndStep(GridStep direction) {
    if (finishEditing())
        step(direction);
}

void EntryGrid::cancelEditing() {
    CellEditor* editor = m_delegate->openEditor();
    if (editor == nullptr)
        return;
    closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
    Q_EMIT editingGivenUp();
}

void EntryGrid::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    const auto* field = qobject_cast<CellEditor*>(editor);
    const bool givenUp = hint == QAbstractItemDelegate::RevertModelCache;
    if (field != nullptr && !givenUp && !field->isSettled())
        return; // refused text stays
    QTableView::closeEditor(editor, givenUp ? hint : QAbstractItemDelegate::NoHint);
}

bool EntryGrid::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) {
    if (state() == EditingState && !finishEditing())
        return false;
    if (!QTableView::edit(index, trigger, event))
        return false;
    if (CellEditor* editor = m_delegate->openEditor(); editor != nullptr && trigger != AnyKeyPressed)
        editor->editInPlace();
    return true;
}

void EntryGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        m_rows->viewport()->update();
    Q_EMIT currentCellChanged();
}

// To the row that takes their place; Qt alone would go to the one above.
void EntryGrid::rowsAboutToBeRemoved(const QModelIndex& parent, int first, int last) {
    const int row = currentIndex().row();
    if (row >= first && row <= last && last + 1 < m_model.rowCount())
        selectionModel()->setCurrentIndex(currentIndex().siblingAtRow(last + 1), QItemSelectionModel::NoUpdate);
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void EntryGrid::mousePressEvent(QMouseEvent* event) {
    if (finishEditing())
        QTableView::mousePressEvent(event);
}

// Text that an input method commits without composing it first opens the editor, but Qt 6.4 does not hand it on.
void EntryGrid::inputMethodEvent(QInputMethodEvent* event) {
    const bool wasOpen = m_delegate->openEditor() != nullptr;
    QTableView::inputMethodEvent(event);
    CellEditor* editor = m_delegate->openEditor();
    if (!wasOpen && editor != nullptr && editor->isSettled() && !event->commitString().isEmpty())
        QCoreApplication::sendEvent(editor, event);
}

void EntryGrid::keyPressEvent(QKeyEvent* event) {
    if (handleShortcut(*event))
        event->accept();
    else
        QTableView::keyPressEvent(event);
}

bool EntryGrid::handleShortcut(const QKeyEvent& event) {
    if (event.modifiers().testFlag(Qt::ControlModifier))
        return handleControlKey(event);
    const bool back = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(back ? GridStep::Up : GridStep::Down);
        return true;
    case Qt::Key_Tab:
        step(GridStep::Right);
        return true;
    case Qt::Key_Backtab:
        step(GridStep::Left);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        clearCells();
        return true;
    case Qt::Key_F8:
        confirmSelected();
        return true;
    case Qt::Key_F10:
        if (back)
            showMenuOfCurrent(); // the menu key comes as an event of its own
        return back;
    case Qt::Key_F4:
        return edit(currentIndex(), EditKeyPressed, nullptr);
    case Qt::Key_Down:
        return event.modifiers().testFlag(Qt::AltModifier) && edit(currentIndex(), EditKeyPressed, nullptr);
    case Qt::Key_Space:
        if (back)
            selectArea(currentIndex().siblingAtColumn(0), currentIndex().siblingAtColumn(m_model.columnCount() - 1));
        return back;
    default:
        return false;
    }
}

bool EntryGrid::handleControlKey(const QKeyEvent& event) {
    const bool shifted = event.modifiers().testFlag(Qt::ShiftModifier);
    const QModelIndex at = currentIndex();
    switch (event.key()) {
    case Qt::Key_C:
        copySelection();
        return true;
    case Qt::Key_X:
        cutSelection();
        return true;
    case Qt::Key_V:
        paste();
        return true;
    case Qt::Key_D:
        fillDown();
        return true;
    case Qt::Key_L:
        if (shifted)
            focusFilter();
        return shifted;
    case Qt::Key_Space:
        selectArea(m_model.index(0, at.column()), m_model.index(m_model.rowCount() - 1, at.column()));
        return true;
    default:
        return false;
    }
}

QModelIndex EntryGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const QModelIndex from = currentIndex();
    if (!modifiers.testFlag(Qt::ControlModifier) || !from.isValid())
        return QTableView::moveCursor(action, modifiers);
    // To the edge of the table, as there are no gaps to stop at.
    switch (action) {
    case MoveUp:
        return m_model.index(0, from.column());
    case MoveDown:
        return m_model.index(m_model.rowCount() - 1, from.column());
    case MoveLeft:
        return m_model.index(from.row(), 0);
    case MoveRight:
        return m_model.index(from.row(), m_model.columnCount() - 1);
    default:
        return QTableView::moveCursor(action, modifiers);
    }
}

QModelIndex EntryGrid::nextEditable(const QModelIndex& from, int direction) const {
    const int columns = m_model.columnCount();
    const int cells = columns * m_model.rowCount();
    for (int at = from.row() * columns + from.column() + direction; at >= 0 && at < cells; at += direction) {
        const QModelIndex next = m_model.index(at / columns, at % columns);
        if (m_model.cellAt(next))
            return next;
    }
    return from;
}

void EntryGrid::step(GridStep step) {
    const QModelIndex from = currentIndex();
    if (!from.isValid())
        return;
    switch (step) {
    case GridStep::Stay:
        return goTo(from);
    case GridStep::Down:
        return goTo(m_model.index(std::min(from.row() + 1, m_model.rowCount() - 1), from.column()));
    case GridStep::Up:
        return goTo(m_model.index(std::max(from.row() - 1, 0), from.column()));
    case GridStep::Right:
        return goTo(nextEditable(from, 1));
    case GridStep::Left:
        return goTo(nextEditable(from, -1));
    }
}

void EntryGrid::goTo(const QModelIndex& index) {
    const QScopedValueRollback going(m_going, true);
    setCurrentIndex(index);
    scrollTo(index);
}

// Around the current cell, which stays the current one.
void EntryGrid::selectArea(const QModelIndex& first, const QModelIndex& last) {
    if (first.isValid())
        selectionModel()->select(QItemSelection(first, last), QItemSelectionModel::ClearAndSelect);
}

// Where the rows of the selection are gone, Qt makes a neighbour the current cell and selects nothing.
void EntryGrid::frameCurrent() {
    if (currentIndex().isValid() && !selectionModel()->isSelected(currentIndex()))
        goTo(currentIndex());
}

QItemSelectionModel::SelectionFlags EntryGrid::selectionCommand(const QModelIndex& index, const QEvent* event) const {
    if (m_going)
        return QItemSelectionModel::ClearAndSelect;
    // A key that moves the current cell moves the selection; Qt leaves it behind where Ctrl is held down.
    if (event != nullptr && event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const bool extends = key.modifiers().testFlag(Qt::ShiftModifier) && key.key() != Qt::Key_Backtab;
        return extends ? QItemSelectionModel::SelectCurrent : QItemSelectionModel::ClearAndSelect;
    }
    if (event != nullptr && !index.isValid())
        return QItemSelectionModel::NoUpdate; // a click beside the cells
    // Ctrl+click adds; taking away would leave the current cell outside.
    auto command = QTableView::selectionCommand(index, event);
    if (command.testFlag(QItemSelectionModel::Toggle))
        command = (command & ~QItemSelectionModel::Toggle) | QItemSelectionModel::Select;
    return command;
}

void EntryGrid::refuse(const Refusal& refusal) {
    Q_EMIT refused(refusal.sentence, refusal.details);
}

bool EntryGrid::commitBlock(const std::vector<TypedCell>& cells, EditKind kind) {
    const auto outcome = m_model.committer().commitBlock(cells, kind);
    if (!outcome) {
        refuse(outcome.error());
        // Shown, not chosen: what is mended elsewhere is pasted at the same place again.
        if (const auto first = m_model.committer().firstRefused())
            scrollTo(m_model.indexOf(*first));
    }
    return outcome.has_value();
}

void EntryGrid::clearCells() {
    commitBlock(sameInAll(m_model, selectionModel()->selection(), {}), EditKind::Type);
}

bool EntryGrid::copySelection() {
    const auto cells = copiedCells(m_model, selectionModel()->selection());
    if (!cells) {
        refuse(cells.error());
        return false;
    }
    QApplication::clipboard()->setMimeData(makeClipboardTable(*cells).release());
    return true;
}

void EntryGrid::cutSelection() {
    if (copySelection())
        commitBlock(sameInAll(m_model, selectionModel()->selection(), {}), EditKind::Cut);
}

void EntryGrid::paste() {
    const auto block = parseClipboardTable(QApplication::clipboard()->text());
    const QItemSelection selection = selectionModel()->selection();
    if (block.empty() || selection.isEmpty())
        return refuse({.sentence = tr("没有粘贴：剪贴板里没有文字。请先在表格里复制单元格。")});
    const auto plan = planPaste(m_model, selection, block);
    if (!plan)
        return refuse(plan.error());
    if (plan->cells.size() == 1)
        return pasteOne(plan->cells.front());
    if (!commitBlock(plan->cells, EditKind::Paste))
        return;
    if (!plan->area.contains(currentIndex()))
        goTo(plan->area.front().topLeft());
    selectionModel()->select(plan->area, QItemSelectionModel::ClearAndSelect);
}

// What is refused stays in an editor, where it can be mended.
void EntryGrid::pasteOne(const TypedCell& cell) {
    const auto outcome = m_model.committer().commitBlock({cell}, EditKind::Paste);
    if (outcome)
        return;
    if (outcome.error().isDeclined)
        return refuse(outcome.error());
    if (!edit(m_model.indexOf(cell.cell), AnyKeyPressed, nullptr))
        return;
    m_delegate->openEditor()->setText(cell.text);
    finishAndStep(GridStep::Stay);
}

void EntryGrid::confirmSelected() {
    std::vector<model::CellKey> cells;
    for (const TypedCell& cell : sameInAll(m_model, selectionModel()->selection(), {}))
        cells.push_back(cell.cell);
    confirm(cells);
}

void EntryGrid::confirm(const std::vector<model::CellKey>& cells) {
    if (!finishEditing())
        return;
    if (const auto outcome = m_model.committer().confirm(cells); !outcome)
        refuse({.sentence = outcome.error().toString()});
}

void EntryGrid::fillDown() {
    const auto cells = planFillDown(m_model, selectionModel()->selection());
    if (!cells)
        return refuse(cells.error());
    commitBlock(*cells, EditKind::Fill);
}

} // namespace junheng::ui
