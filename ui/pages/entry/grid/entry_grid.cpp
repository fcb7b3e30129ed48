#include "ui/pages/entry/grid/entry_grid.h"

#include "ui/pages/entry/grid/block_editor.h"
#include "ui/pages/entry/grid/cell_menu.h"
#include "ui/pages/entry/grid/column_header.h"
#include "ui/pages/entry/grid/entry_delegate.h"
#include "ui/pages/entry/grid/grid_moves.h"
#include "ui/pages/entry/grid/row_header.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace junheng::ui {

namespace {

// Names change with any edit, but seldom: the frozen columns are measured when nothing else is to do.
constexpr int kFitDelayMs = 200;

} // namespace

EntryGrid::EntryGrid(EntryModel& model, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new EntryDelegate(model, this)), m_columns(new ColumnHeader(this)),
      m_rows(new RowHeader(model, this)), m_blocks(new BlockEditor(model, *this, this)),
      m_sizes(model, *this, *m_columns) {
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
    connect(m_blocks, &BlockEditor::refused, this, &EntryGrid::refused);
    connect(m_blocks, &BlockEditor::mendingWanted, this, &EntryGrid::mend);
    connect(m_blocks, &BlockEditor::placeWanted, this, &EntryGrid::goTo);
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
            [this](int column) { m_sizes.fitColumn(column); });
    connect(m_columns, &QHeaderView::sectionResized, this,
            [this](int column, int /*before*/, int width) { m_sizes.remember(column, width); });
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
    if (m_blocks->handleKey(*event) || handleShortcut(*event))
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
    case Qt::Key_F8:
        confirm(m_blocks->cells());
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
    switch (action) {
    case MoveUp:
        return edgeFrom(m_model, from, GridStep::Up);
    case MoveDown:
        return edgeFrom(m_model, from, GridStep::Down);
    case MoveLeft:
        return edgeFrom(m_model, from, GridStep::Left);
    case MoveRight:
        return edgeFrom(m_model, from, GridStep::Right);
    default:
        return QTableView::moveCursor(action, modifiers);
    }
}

void EntryGrid::step(GridStep step) {
    if (currentIndex().isValid())
        goTo(stepFrom(m_model, currentIndex(), step));
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
    if (const auto wanted = event != nullptr ? selectionBy(*event, index) : std::nullopt)
        return *wanted;
    // Ctrl+click adds; taking away would leave the current cell outside.
    auto command = QTableView::selectionCommand(index, event);
    if (command.testFlag(QItemSelectionModel::Toggle))
        command = (command & ~QItemSelectionModel::Toggle) | QItemSelectionModel::Select;
    return command;
}

// What is refused of a single cell stays in an editor, where it can be mended.
void EntryGrid::mend(const QModelIndex& index, const QString& text) {
    if (!edit(index, AnyKeyPressed, nullptr))
        return;
    m_delegate->openEditor()->setText(text);
    finishAndStep(GridStep::Stay);
}

void EntryGrid::confirm(const std::vector<model::CellKey>& cells) {
    if (finishEditing())
        m_blocks->confirm(cells);
}

void EntryGrid::showTopic() {
    m_columns->resetFields(m_model.columnCount());
    m_sizes.fit();
    fitRows();
    updateGeometries();
}

void EntryGrid::keepingCurrent(const std::function<void()>& change) {
    const int column = std::max(currentIndex().column(), 0);
    const auto before = m_model.cellAt(currentIndex());
    change();
    QModelIndex after = before ? m_model.indexOf(*before) : QModelIndex();
    if (!after.isValid())
        after = m_model.index(0, column);
    if (after != currentIndex())
        goTo(after);
}

void EntryGrid::applyColumnFilter(int column, const ColumnFilter& filter) {
    if (!finishEditing())
        return;
    RowFilter wanted = m_model.rows().filter();
    if (filter.isEmpty())
        wanted.columns.remove(column);
    else
        wanted.columns.insert(column, filter);
    keepingCurrent([&] { m_model.setFilter(wanted); });
    Q_EMIT rearranged();
}

void EntryGrid::clearColumnFilters() {
    m_columns->clearFields();
    RowFilter wanted = m_model.rows().filter();
    wanted.columns.clear();
    keepingCurrent([&] { m_model.setFilter(wanted); });
    Q_EMIT rearranged();
}

void EntryGrid::focusFilter() {
    m_columns->focusField(currentIndex().column());
}

void EntryGrid::sortBy(const std::optional<RowSorting>& sorting) {
    if (!finishEditing())
        return;
    keepingCurrent([&] { m_model.sortBy(sorting); });
    Q_EMIT rearranged();
}

// Up, down, the usual order.
void EntryGrid::cycleSorting(int column) {
    const auto now = m_model.rows().sorting();
    if (!now || now->column != column)
        sortBy(RowSorting{.column = column, .order = Qt::AscendingOrder});
    else if (now->order == Qt::AscendingOrder)
        sortBy(RowSorting{.column = column, .order = Qt::DescendingOrder});
    else
        sortBy({});
}

void EntryGrid::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard)
        showMenuOfCurrent();
    else
        showMenu(event->globalPos(), currentIndex().column());
}

void EntryGrid::showMenuOfCurrent() {
    showMenu(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()), currentIndex().column());
}

// The row pointed at becomes the current one; a selection that it is part of stays.
void EntryGrid::showRowMenu(const QPoint& place) {
    const QModelIndex cell = m_model.index(m_rows->logicalIndexAt(place), std::max(currentIndex().column(), 0));
    if (!cell.isValid() || !finishEditing())
        return;
    if (selectionModel()->isSelected(cell))
        selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    else
        goTo(cell);
    showMenu(m_rows->viewport()->mapToGlobal(place), cell.column());
}

void EntryGrid::showMenu(const QPoint& globalPosition, int column) {
    if (!finishEditing() || column < 0)
        return;
    auto* menu = new CellMenu(m_model, *m_blocks, column, this);
    connect(menu, &CellMenu::confirmationWanted, this, &EntryGrid::confirm);
    connect(menu, &CellMenu::sortingWanted, this, &EntryGrid::sortBy);
    connect(menu, &CellMenu::filterWanted, m_columns, [this, column] { m_columns->focusField(column); });
    Q_EMIT menuOpening(*menu);
    menu->popup(globalPosition);
}

void EntryGrid::fitRows() {
    if (m_rows->fit())
        updateGeometries();
    m_titles->update();
}

void EntryGrid::updateGeometries() {
    QTableView::updateGeometries();
    if (m_titles == nullptr)
        return;
    const QPoint corner(frameWidth(), frameWidth());
    m_titles->setGeometry(QRect(corner, QSize(m_rows->width(), horizontalHeader()->height())));
    m_titles->raise();
}

void EntryGrid::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (m_titles == nullptr || (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange))
        return;
    m_sizes.fit();
    fitRows();
}

} // namespace junheng::ui
