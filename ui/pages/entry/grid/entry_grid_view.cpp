// How EntryGrid looks: widths, order, filters, menus.
#include "model/record_kind.h"
#include "ui/pages/entry/grid/column_header.h"
#include "ui/pages/entry/grid/entry_grid.h"
#include "ui/pages/entry/grid/row_header.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCellMargin = 10;
constexpr int kNarrowest = 84;
constexpr int kNarrowestText = 160;
constexpr int kWidest = 420;
constexpr int kMeasuredRows = 200;
constexpr int kMostHeaderLines = 3;

} // namespace

void EntryGrid::showTopic() {
    m_columns->resetFields(m_model.columnCount());
    fitColumns();
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
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"cellMenu"_s);
    menu->addAction(tr("剪切"), QKeySequence(u"Ctrl+X"_s), this, &EntryGrid::cutSelection);
    menu->addAction(tr("复制"), QKeySequence(u"Ctrl+C"_s), this, &EntryGrid::copySelection);
    menu->addAction(tr("粘贴"), QKeySequence(u"Ctrl+V"_s), this, &EntryGrid::paste);
    menu->addAction(tr("清除"), QKeySequence(u"Del"_s), this, &EntryGrid::clearCells);
    menu->addAction(tr("向下填充"), QKeySequence(u"Ctrl+D"_s), this, &EntryGrid::fillDown);
    if (const auto unconfirmed = m_model.rows().unconfirmedCells(); !unconfirmed.empty()) {
        menu->addSeparator();
        menu->addAction(tr("确认所选（承接自上年的数据）"), QKeySequence(Qt::Key_F8), this,
                        &EntryGrid::confirmSelected);
        menu->addAction(tr("确认表中全部 %1 格").arg(unconfirmed.size()), this,
                        [this, unconfirmed] { confirm(unconfirmed); });
    }
    menu->addSeparator();
    addSorting(*menu, column);
    menu->addAction(tr("筛选这一列"), QKeySequence(u"Ctrl+Shift+L"_s), this,
                    [this, column] { m_columns->focusField(column); });
    Q_EMIT menuOpening(*menu);
    menu->popup(globalPosition);
}

void EntryGrid::addSorting(QMenu& menu, int column) {
    const QString title = m_model.headerData(column, Qt::Horizontal).toString();
    menu.addSection(title);
    menu.addAction(tr("按这一列升序排列"), this,
                   [=, this] { sortBy(RowSorting{.column = column, .order = Qt::AscendingOrder}); });
    menu.addAction(tr("按这一列降序排列"), this,
                   [=, this] { sortBy(RowSorting{.column = column, .order = Qt::DescendingOrder}); });
    QAction* usual = menu.addAction(tr("恢复原来的次序"), this, [this] { sortBy({}); });
    usual->setEnabled(m_model.rows().sorting().has_value());
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
    return std::clamp(std::max(width + 2 * kCellMargin, headingWidth), kNarrowest, kWidest);
}

void EntryGrid::fitColumns() {
    const QScopedValueRollback fitting(m_fitting, true);
    const QFontMetrics metrics(m_columns->font());
    int height = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int remembered = rememberedWidth(column);
        const int width = remembered > 0 ? remembered : columnWidthFor(column);
        setColumnWidth(column, width);
        const QRect room(0, 0, width - kCellMargin, 1000);
        const QString heading = m_model.headerData(column, Qt::Horizontal).toString();
        height = std::max(height, metrics.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, heading).height());
    }
    const auto last = m_model.cellAt(m_model.index(0, m_model.columnCount() - 1));
    m_columns->setStretchLastSection(!last || last->item->kind == model::ItemKind::Text);
    m_columns->setTitleHeight(std::max(height, metrics.height()) + kCellMargin);
    m_rows->setDefaultSectionSize(metrics.height() + kCellMargin);
}

// Widths that the user has set go with the item, or with the place where columns are no items.
QString EntryGrid::widthKey(int column) const {
    const auto cell = m_model.cellAt(m_model.index(0, column));
    const bool byItem = m_model.rows().topic().level == model::Level::County;
    return u"entry/columnWidth/"_s + (cell && !byItem
                                          ? cell->item->code
                                          : model::levelId(m_model.rows().topic().level) + QString::number(column));
}

int EntryGrid::rememberedWidth(int column) const {
    return QSettings().value(widthKey(column)).toInt();
}

void EntryGrid::rememberWidth(int column, int width) {
    const bool stretched = m_columns->stretchLastSection() && column == m_model.columnCount() - 1;
    if (!m_fitting && !stretched && width > 0)
        QSettings().setValue(widthKey(column), width);
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
    fitColumns();
    fitRows();
}

} // namespace junheng::ui
