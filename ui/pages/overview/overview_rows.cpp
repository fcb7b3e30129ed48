#include "ui/pages/overview/overview_rows.h"

#include <algorithm>
#include <ranges>

namespace junheng::ui {

OverviewRows::OverviewRows(std::vector<OverviewColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

void OverviewRows::nameColumns(std::vector<OverviewColumn> columns) {
    if (columns == m_columns)
        return;
    m_columns = std::move(columns);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void OverviewRows::show(std::vector<OverviewRow> rows) {
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    // Most edits leave most rows as they are; a view takes long to measure and paint them anew.
    const auto [first, firstBefore] = std::ranges::mismatch(rows, m_rows);
    if (first == rows.end())
        return;
    const auto [last, lastBefore] = std::ranges::mismatch(rows | std::views::reverse, m_rows | std::views::reverse);
    const auto top = static_cast<int>(first - rows.begin());
    const auto bottom = static_cast<int>(last.base() - rows.begin()) - 1;
    m_rows = std::move(rows);
    Q_EMIT dataChanged(index(top, 0), index(bottom, columnCount() - 1));
}

int OverviewRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OverviewRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant OverviewRows::data(const QModelIndex& index, int role) const {
    const OverviewRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    const OverviewCell& cell = row.cells[column];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return row.toolTip.isEmpty() ? cell.text : QString(cell.text + u'\n' + row.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(m_columns[column].side | Qt::AlignVCenter);
    case ToneRole:
        return static_cast<int>(cell.tone);
    case kTargetRole:
        return QVariant::fromValue(row.target);
    default:
        return {};
    }
}

QVariant OverviewRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const OverviewColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.side | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(column.heading) : QVariant();
}

} // namespace junheng::ui
