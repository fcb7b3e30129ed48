#include "ui/pages/entry/entry_model.h"

#include "ui/pages/entry/entry_rows.h"

#include <QStringList>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::CellKey;
using model::Item;
using model::Observation;
using model::SubjectKey;

EntryModel::EntryModel(workspace::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace) {}

void EntryModel::setTopic(const EntryTopic& topic) {
    beginResetModel();
    m_topic = topic;
    m_rows.clear();
    for (const Row& row : allRows()) {
        if (matchesFilter(row) && (!m_onlyWanted || hasWanted(row)))
            m_rows.push_back(row);
    }
    endResetModel();
}

void EntryModel::setFilter(const QString& text, bool onlyWanted) {
    m_filter = text.trimmed();
    m_onlyWanted = onlyWanted;
    std::vector<Row> rows = allRows();
    std::erase_if(rows, [&](const Row& row) { return !matchesFilter(row) || (onlyWanted && !hasWanted(row)); });
    showRows(rows);
}

void EntryModel::refresh() {
    const FileYear now{.path = m_workspace.path(), .year = m_workspace.isOpen() ? m_workspace.data().year() : 0};
    if (m_fileYear != now) {
        m_fileYear = now;
        m_originals.clear();
        setTopic(m_topic);
        return;
    }
    std::vector<Row> rows = allRows();
    std::erase_if(rows, [&](const Row& row) {
        const bool shown = std::ranges::binary_search(
            m_rows, row, [this](const Row& left, const Row& right) { return isBefore(left, right); });
        return !shown && (!matchesFilter(row) || (m_onlyWanted && !hasWanted(row)));
    });
    showRows(rows);
    if (m_rows.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

std::vector<EntryModel::Row> EntryModel::allRows() const {
    std::vector<Row> rows;
    if (!m_workspace.isOpen())
        return rows;
    if (isByItem()) {
        for (const Item* item : m_topic.items)
            rows.push_back({.subject = SubjectKey::ofCounty(), .item = item});
        return rows;
    }
    for (const SubjectKey& subject : entrySubjects(m_workspace.data(), m_topic))
        rows.push_back({.subject = subject});
    return rows;
}

bool EntryModel::isBefore(const Row& left, const Row& right) const {
    if (isByItem())
        return left.item->column < right.item->column;
    return isShownBefore(left.subject, right.subject);
}

bool EntryModel::matchesFilter(const Row& row) const {
    if (m_filter.isEmpty())
        return true;
    QStringList texts = labelsOf(row);
    if (!row.subject.school.isEmpty()) {
        static const Item& kType = model::ItemDictionary::instance().at(u"school_type");
        const CellKey type{.subject = SubjectKey::ofSchool(row.subject.school), .item = &kType};
        texts << row.subject.school << textOf(type);
    }
    return std::ranges::any_of(texts,
                               [&](const QString& text) { return text.contains(m_filter, Qt::CaseInsensitive); });
}

bool EntryModel::hasWanted(const Row& row) const {
    if (row.item != nullptr)
        return isWantedCell({.subject = row.subject, .item = row.item});
    return std::ranges::any_of(m_topic.items,
                               [&](const Item* item) { return isWantedCell({.subject = row.subject, .item = item}); });
}

bool EntryModel::isWantedCell(const CellKey& cell) const {
    return observation(cell).isMissing() && isWanted(m_workspace.data(), cell.subject, *cell.item);
}

// Both lists are in the order of isBefore(): removed rows go and new ones come in place, all others stay what they are.
void EntryModel::showRows(const std::vector<Row>& wanted) {
    std::size_t at = 0;
    const auto removeAt = [&](std::size_t position) {
        beginRemoveRows({}, static_cast<int>(position), static_cast<int>(position));
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(position));
        endRemoveRows();
    };
    for (const Row& row : wanted) {
        while (at < m_rows.size() && isBefore(m_rows[at], row))
            removeAt(at);
        if (at == m_rows.size() || m_rows[at] != row) {
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), row);
            endInsertRows();
        }
        ++at;
    }
    while (at < m_rows.size())
        removeAt(m_rows.size() - 1);
}

Observation EntryModel::observation(const CellKey& cell) const {
    return m_workspace.isOpen() ? m_workspace.data().value(cell.subject, *cell.item) : Observation::missing();
}

std::optional<Observation> EntryModel::original(const CellKey& cell) const {
    const auto items = m_originals.constFind(cell.subject);
    if (items == m_originals.constEnd() || !items->contains(cell.item))
        return std::nullopt;
    const Observation& before = (*items)[cell.item];
    return before == observation(cell) ? std::nullopt : std::optional(before);
}

void EntryModel::rememberOriginals(const std::vector<workspace::TypedCell>& cells) {
    for (const auto& typed : cells) {
        auto& items = m_originals[typed.cell.subject];
        if (!items.contains(typed.cell.item))
            items.insert(typed.cell.item, observation(typed.cell));
    }
}

base::Outcome EntryModel::commit(const std::vector<workspace::TypedCell>& cells) {
    std::vector<workspace::TypedCell> differing;
    bool rounded = false;
    for (const workspace::TypedCell& typed : cells) {
        const auto parsed = model::parseObservation(*typed.cell.item, typed.text);
        if (parsed && parsed->observation == observation(typed.cell))
            continue;
        rounded = rounded || (parsed && parsed->rounded);
        differing.push_back(typed);
    }
    if (differing.empty())
        return {};
    rememberOriginals(differing);
    const CellKey first = differing.front().cell;
    const QString before = spokenText(first);
    if (auto outcome = m_workspace.edit(differing); !outcome)
        return outcome;
    QString sentence = differing.size() == 1 ? tr("已保存 %1：%2 → %3").arg(describe(first), before, spokenText(first))
                                             : tr("已保存 %1 个单元格").arg(differing.size());
    if (rounded)
        sentence += tr("（按规定的小数位数四舍五入）");
    Q_EMIT committed(sentence);
    return {};
}

std::optional<CellKey> EntryModel::cellAt(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return std::nullopt;
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (!isByItem())
        return CellKey{.subject = row.subject, .item = m_topic.items[static_cast<std::size_t>(index.column())]};
    if (index.column() != ValueColumn)
        return std::nullopt;
    return CellKey{.subject = row.subject, .item = row.item};
}

QModelIndex EntryModel::indexOf(const CellKey& cell) const {
    const auto item = std::ranges::find(m_topic.items, cell.item);
    if (item == m_topic.items.end())
        return {};
    const Row wanted{.subject = cell.subject, .item = isByItem() ? cell.item : nullptr};
    const auto row = std::ranges::find(m_rows, wanted);
    if (row == m_rows.end())
        return {};
    const auto column = isByItem() ? std::ptrdiff_t{ValueColumn} : item - m_topic.items.begin();
    return index(static_cast<int>(row - m_rows.begin()), static_cast<int>(column));
}

QModelIndex EntryModel::firstWanted() const {
    const int columns = columnCount();
    for (int at = 0; at < rowCount() * columns; ++at) {
        const QModelIndex candidate = index(at / columns, at % columns);
        if (const auto cell = cellAt(candidate); cell && isWantedCell(*cell))
            return candidate;
    }
    return {};
}

int EntryModel::wantedCells() const {
    return m_workspace.isOpen() ? wantedCount(m_workspace.data(), m_topic) : 0;
}

int EntryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EntryModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid())
        return 0;
    return isByItem() ? ByItemColumnCount : static_cast<int>(m_topic.items.size());
}

Qt::ItemFlags EntryModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (cellAt(index))
        result |= Qt::ItemIsEditable;
    return result;
}

QStringList EntryModel::labelTitles() const {
    return rowLabelTitles(m_topic.level);
}

QStringList EntryModel::labelsOf(const Row& row) const {
    if (row.item != nullptr)
        return {itemHeading(*row.item)};
    return rowLabels(m_workspace.data(), m_workspace.standard(), row.subject);
}

} // namespace junheng::ui
