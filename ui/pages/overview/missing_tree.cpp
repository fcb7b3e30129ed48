#include "ui/pages/overview/missing_tree.h"

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quintptr kGroupId = 0; // a cell's id is the number of its group, from 1
enum MissingColumn : std::uint8_t { WhatColumn, CellsColumn, IndicatorsColumn, CoefficientsColumn, ColumnCount };

} // namespace

void MissingTree::show(std::vector<plan::MissingCell> cells, const model::CountyYear& year) {
    QHash<QString, QString> names;
    for (const plan::MissingCell& cell : cells) {
        const QString& code = cell.cell.subject.school;
        if (!names.contains(code))
            names.insert(code, year.schoolName(code));
    }
    if (cells == m_cells && names == m_schoolNames)
        return;
    beginResetModel();
    m_cells = std::move(cells);
    m_schoolNames = std::move(names);
    group();
    endResetModel();
}

void MissingTree::setGrouping(Grouping grouping) {
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    group();
    endResetModel();
}

void MissingTree::group() {
    m_groups.clear();
    QHash<QString, std::size_t> positions;
    for (int i = 0; i < cellCount(); ++i) {
        const plan::MissingCell& cell = m_cells[static_cast<std::size_t>(i)];
        const bool bySchool = m_grouping == Grouping::BySchool;
        const QString key = bySchool ? cell.cell.subject.school : cell.cell.item->code;
        if (!positions.contains(key)) {
            positions.insert(key, m_groups.size());
            m_groups.push_back({.title = bySchool ? m_schoolNames.value(key) : cell.cell.item->label,
                                .cells = {},
                                .indicators = 0,
                                .coefficients = {}});
        }
        Group& found = m_groups[positions.value(key)];
        found.cells.push_back(i);
        found.indicators += cell.figures;
        found.coefficients.insert(cell.coefficients.begin(), cell.coefficients.end());
    }
}

QModelIndex MissingTree::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kGroupId);
}

QModelIndex MissingTree::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kGroupId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, kGroupId);
}

int MissingTree::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].cells.size());
}

int MissingTree::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

const plan::MissingCell* MissingTree::cellAt(const QModelIndex& index) const {
    const bool isGroup = index.internalId() == kGroupId;
    const Group& group = m_groups[isGroup ? static_cast<std::size_t>(index.row()) : index.internalId() - 1];
    return &m_cells[static_cast<std::size_t>(group.cells[isGroup ? 0 : static_cast<std::size_t>(index.row())])];
}

// Within its group a cell is named by what the group does not say.
QString MissingTree::titleOf(const plan::MissingCell& cell) const {
    const QString part = model::partLabel(cell.cell.subject);
    const bool bySchool = m_grouping == Grouping::BySchool;
    const QString what = bySchool ? cell.cell.item->label : m_schoolNames.value(cell.cell.subject.school);
    const QString named = part.isEmpty() ? what : bySchool ? u"%1 %2"_s.arg(part, what) : u"%1 %2"_s.arg(what, part);
    return !cell.whys.isEmpty() ? u"%1：%2"_s.arg(named, cell.whys.front()) : named;
}

QVariant MissingTree::data(const QModelIndex& index, int role) const {
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == WhatColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const plan::MissingCell& cell = *cellAt(index);
    if (role == kTargetRole)
        return QVariant::fromValue(OverviewTarget{.page = OverviewTarget::Page::Entry, .cell = cell.cell});
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool isGroup = index.internalId() == kGroupId;
    const Group& group = m_groups[isGroup ? static_cast<std::size_t>(index.row()) : index.internalId() - 1];
    switch (index.column()) {
    case WhatColumn:
        return isGroup ? group.title : titleOf(cell);
    case CellsColumn:
        return isGroup ? QString::number(group.cells.size()) : QString();
    case IndicatorsColumn:
        return QString::number(isGroup ? group.indicators : cell.figures);
    default:
        return QString::number(isGroup ? group.coefficients.size() : cell.coefficients.size());
    }
}

QVariant MissingTree::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == WhatColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const bool tip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !tip)
        return {};
    switch (section) {
    case WhatColumn:
        return m_grouping == Grouping::BySchool ? tr("学校") : tr("数据项");
    case CellsColumn:
        return tip ? tr("还缺几格") : tr("缺格");
    case IndicatorsColumn:
        return tip ? tr("因此算不出的学段指标数") : tr("挡住指标");
    default:
        return tip ? tr("因此算不出的差异系数") : tr("挡住系数");
    }
}

} // namespace junheng::ui
