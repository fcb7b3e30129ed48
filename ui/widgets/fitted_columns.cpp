#include "ui/widgets/fitted_columns.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>

#include <algorithm>

namespace junheng::ui {

namespace {

constexpr int kMeasuredRows = 40;

// What stands in front of a cell of the column that shows the tree.
int indentOf(const QTreeView& view, const QModelIndex& index) {
    if (index.column() != view.header()->logicalIndex(0))
        return 0;
    int levels = view.rootIsDecorated() ? 1 : 0;
    for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent())
        ++levels;
    return levels * view.indentation();
}

} // namespace

FittedColumns::FittedColumns(QTreeView& view, std::vector<int> columns)
    : QObject(view.header()), m_view(view), m_columns(std::move(columns)) {
    view.header()->setResizeContentsPrecision(kMeasuredRows);
    connect(view.model(), &QAbstractItemModel::modelReset, this, &FittedColumns::fit);
    connect(view.model(), &QAbstractItemModel::dataChanged, this, &FittedColumns::widenFor);
    view.installEventFilter(this);
    fit();
}

void FittedColumns::fit() {
    for (const int column : m_columns) {
        m_view.resizeColumnToContents(column);
        widen(column, m_view.header()->minimumSectionSize());
    }
    stretchOthers();
}

void FittedColumns::widenFor(const QModelIndex& topLeft, const QModelIndex& bottomRight) {
    const int end = std::min(bottomRight.row() + 1, kMeasuredRows);
    for (const int column : m_columns) {
        if (column < topLeft.column() || column > bottomRight.column())
            continue;
        for (int row = topLeft.row(); row < end; ++row) {
            const QModelIndex index = topLeft.sibling(row, column);
            widen(column, m_view.sizeHintForIndex(index).width() + indentOf(m_view, index));
        }
    }
}

void FittedColumns::widen(int column, int width) {
    if (width <= m_view.columnWidth(column))
        return;
    m_view.setColumnWidth(column, width);
    stretchOthers();
}

// A header shares out what room is left when a mode is set, not when a width is.
void FittedColumns::stretchOthers() {
    for (const int column : m_columns)
        m_view.header()->setSectionResizeMode(column, QHeaderView::Fixed);
}

bool FittedColumns::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_view && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace junheng::ui
