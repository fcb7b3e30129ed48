#include "ui/pages/overview/overview_rows.h"

namespace junheng::ui {

OverviewRows::OverviewRows(std::vector<OverviewColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

void OverviewRows::show(std::vector<OverviewRow> rows) {
    // Most edits leave most lists as they are; a view takes long to measure its rows anew.
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
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
