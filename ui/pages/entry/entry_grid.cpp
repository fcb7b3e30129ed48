#include "ui/pages/entry/entry_grid.h"

#include "ui/pages/entry/entry_delegate.h"
#include "ui/pages/entry/entry_model.h"
#include "ui/pages/entry/row_header.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QKeyEvent>

#include <algorithm>

namespace junheng::ui {

namespace {

constexpr int kMargin = 10;
constexpr int kNarrowest = 84;
constexpr int kNarrowestText = 160;
constexpr int kWidest = 420;
constexpr int kMeasuredRows = 200;
constexpr int kMostHeaderLines = 3;

} // namespace

EntryGrid::EntryGrid(EntryModel& model, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new EntryDelegate(model, this)),
      m_rows(new RowHeader(model, this)) {
    setVerticalHeader(m_rows);
    m_titles = new RowHeaderTitles(model, *m_rows, this);
    setModel(&model);
    setItemDelegate(m_delegate);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | DoubleClicked);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignCenter | Qt::Alignment(Qt::TextWordWrap));
    horizontalHeader()->setHighlightSections(true);
    horizontalHeader()->setMinimumSectionSize(40);
    connect(m_delegate, &EntryDelegate::editorFinished, this, &EntryGrid::finishAndStep);
    connect(m_delegate, &EntryDelegate::editorCancelled, this, &EntryGrid::cancelEditing);
    connect(m_delegate, &EntryDelegate::refused, this, &EntryGrid::refused);
    connect(&model, &QAbstractItemModel::modelReset, this, &EntryGrid::fitColumns);
    connect(&model, &QAbstractItemModel::modelReset, this, &EntryGrid::fitRows);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &EntryGrid::fitRows);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &EntryGrid::fitRows);
    fitColumns();
    fitRows();
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

void EntryGrid::finishAndStep(Step direction) {
    if (finishEditing())
        step(direction);
}

void EntryGrid::cancelEditing() {
    if (CellEditor* editor = m_delegate->openEditor())
        closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
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
    if (event.matches(QKeySequence::Copy)) {
        copySelection();
        return true;
    }
    if (event.matches(QKeySequence::Paste)) {
        paste();
        return true;
    }
    if (event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    const bool back = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(back ? Step::Up : Step::Down);
        return true;
    case Qt::Key_Tab:
        step(Step::Right);
        return true;
    case Qt::Key_Backtab:
        step(Step::Left);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        clearCells();
        return true;
    case Qt::Key_F4:
        return edit(currentIndex(), EditKeyPressed, nullptr);
    case Qt::Key_Down:
        return event.modifiers().testFlag(Qt::AltModifier) && edit(currentIndex(), EditKeyPressed, nullptr);
    default:
        return false;
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

void EntryGrid::step(Step step) {
    const QModelIndex from = currentIndex();
    if (!from.isValid())
        return;
    switch (step) {
    case Step::Stay:
        return goTo(from);
    case Step::Down:
        return goTo(m_model.index(std::min(from.row() + 1, m_model.rowCount() - 1), from.column()));
    case Step::Up:
        return goTo(m_model.index(std::max(from.row() - 1, 0), from.column()));
    case Step::Right:
        return goTo(nextEditable(from, 1));
    case Step::Left:
        return goTo(nextEditable(from, -1));
    }
}

void EntryGrid::goTo(const QModelIndex& index) {
    setCurrentIndex(index);
    scrollTo(index);
}

QItemSelectionModel::SelectionFlags EntryGrid::selectionCommand(const QModelIndex& index, const QEvent* event) const {
    // A step by Shift+Enter is no extension of the selection.
    return event == nullptr ? QItemSelectionModel::ClearAndSelect : QTableView::selectionCommand(index, event);
}

void EntryGrid::clearCells() {
    std::vector<workspace::TypedCell> cells;
    for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
        if (const auto cell = m_model.cellAt(index))
            cells.push_back({.cell = *cell, .text = {}});
    }
    if (const auto outcome = m_model.commit(cells); !outcome)
        Q_EMIT refused(outcome.error().toString());
}

void EntryGrid::copySelection() const {
    QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        return;
    std::sort(selected.begin(), selected.end());
    QString text;
    int row = selected.front().row();
    for (const QModelIndex& index : selected) {
        if (index != selected.front())
            text += index.row() == row ? QChar(u'\t') : QChar(u'\n');
        row = index.row();
        text += m_model.cellAt(index) ? index.data(Qt::EditRole).toString() : index.data().toString();
    }
    QApplication::clipboard()->setText(text);
}

void EntryGrid::paste() {
    QString text = QApplication::clipboard()->text();
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    if (text.contains(u'\t') || text.contains(u'\n')) {
        Q_EMIT refused(tr("剪贴板里有多个单元格，这里一次只能粘贴一个单元格。请复制一个单元格再粘贴。"));
        return;
    }
    if (!edit(currentIndex(), AnyKeyPressed, nullptr))
        return;
    // Through the editor, so that refused text stays where it can be mended.
    m_delegate->openEditor()->setText(text);
    finishAndStep(Step::Stay);
}

// Wide enough for the choices and for what stands in the first rows; the heading takes three lines at most.
int EntryGrid::columnWidthFor(int column) const {
    const QFontMetrics metrics(font());
    int width = 0;
    for (int row = 0; row < std::min(m_model.rowCount(), kMeasuredRows); ++row) {
        const QModelIndex index = m_model.index(row, column);
        width = std::max(width, metrics.horizontalAdvance(index.data().toString()));
        const auto cell = m_model.cellAt(index);
        if (cell && cell->item->kind == model::ItemKind::Text)
            width = std::max(width, kNarrowestText);
        if (row > 0 || !cell)
            continue;
        for (const QString& choice : cell->item->choices)
            width = std::max(width, metrics.horizontalAdvance(choice));
    }
    const QString heading = m_model.headerData(column, Qt::Horizontal).toString();
    const int headingWidth = metrics.horizontalAdvance(heading) / kMostHeaderLines + metrics.height();
    return std::clamp(std::max(width + 2 * kMargin, headingWidth), kNarrowest, kWidest);
}

void EntryGrid::fitColumns() {
    const QFontMetrics metrics(horizontalHeader()->font());
    int height = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int width = columnWidthFor(column);
        setColumnWidth(column, width);
        const QRect room(0, 0, width - kMargin, 1000);
        const QString heading = m_model.headerData(column, Qt::Horizontal).toString();
        height = std::max(height, metrics.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, heading).height());
    }
    const auto last = m_model.cellAt(m_model.index(0, m_model.columnCount() - 1));
    horizontalHeader()->setStretchLastSection(!last || last->item->kind == model::ItemKind::Text);
    horizontalHeader()->setFixedHeight(std::max(height, metrics.height()) + kMargin);
    m_rows->setDefaultSectionSize(metrics.height() + kMargin);
}

void EntryGrid::fitRows() {
    m_rows->fit();
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
    fitColumns();
    fitRows();
}

} // namespace junheng::ui
