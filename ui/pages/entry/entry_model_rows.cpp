// Which rows EntryModel shows, and in which order.
#include "model/asked.h"
#include "model/items.h"
#include "ui/pages/entry/entry_model.h"

#include "ui/pages/entry/entry_rows.h"

#include <QCollator>
#include <QSet>

#include <algorithm>

namespace junheng::ui {

using model::CellKey;
using model::Item;
using model::Observation;
using model::SubjectKey;

namespace {

// Values, then 不适用, then blanks, whatever the order.
struct SortKey {
    int rank = 2;
    double number = 0;
    QString text = {};
    std::size_t row = 0;
};

SortKey sortKeyOf(const Item& item, const Observation& observation) {
    if (!observation.isValue())
        return {.rank = observation.isMissing() ? 2 : 1};
    if (item.isNumeric())
        return {.rank = 0, .number = model::decimalOf(item, observation).toDouble()};
    return {.rank = 0, .number = static_cast<double>(observation.amount), .text = observation.text};
}

bool isLess(const SortKey& left, const SortKey& right, const QCollator& collator) {
    if (left.number != right.number)
        return left.number < right.number;
    return !(left.text.isEmpty() && right.text.isEmpty()) && collator.compare(left.text, right.text) < 0;
}

} // namespace

void EntryModel::setTopic(const EntryTopic& topic) {
    beginResetModel();
    m_topic = topic;
    m_columnFilters.clear();
    m_sorting.reset();
    m_refused.clear();
    m_rows = arranged();
    m_unfilteredRows = static_cast<int>(isFiltered() ? allRows().size() : m_rows.size());
    endResetModel();
    Q_EMIT topicShown();
}

void EntryModel::setFilter(const QString& text, bool onlyWanted) {
    m_filter = text.trimmed();
    m_onlyWanted = onlyWanted;
    rearrange();
}

void EntryModel::setOnlyUnconfirmed(bool only) {
    m_onlyUnconfirmed = only;
    rearrange();
}

void EntryModel::setColumnFilter(int column, const ColumnFilter& filter) {
    if (filter.isEmpty())
        m_columnFilters.remove(column);
    else
        m_columnFilters.insert(column, filter);
    rearrange();
}

void EntryModel::clearColumnFilters() {
    m_columnFilters.clear();
    rearrange();
}

bool EntryModel::isFiltered() const {
    return !m_filter.isEmpty() || m_onlyWanted || m_onlyUnconfirmed || !m_columnFilters.isEmpty();
}

void EntryModel::sortBy(std::optional<Sorting> sorting) {
    m_sorting = sorting;
    rearrange();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void EntryModel::rearrange() {
    std::vector<Row> rows = arranged();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

std::vector<EntryModel::Row> EntryModel::arranged() const {
    std::vector<Row> rows = allRows();
    if (isFiltered())
        std::erase_if(rows, [this](const Row& row) { return !isShown(row); });
    if (m_sorting)
        sort(rows);
    return rows;
}

void EntryModel::sort(std::vector<Row>& rows) const {
    std::vector<SortKey> keys;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        SortKey key{.rank = 0, .text = informationText(rows[row], m_sorting->column)};
        if (isCell(m_sorting->column)) {
            const Item& item = itemAt(rows[row], m_sorting->column);
            key = sortKeyOf(item, observation(rows[row], item));
        }
        key.row = row;
        keys.push_back(std::move(key));
    }
    const QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    const bool descending = m_sorting->order == Qt::DescendingOrder;
    std::ranges::stable_sort(keys, [&](const SortKey& left, const SortKey& right) {
        if (left.rank != right.rank)
            return left.rank < right.rank;
        return descending ? isLess(right, left, collator) : isLess(left, right, collator);
    });
    std::vector<Row> sorted;
    std::ranges::transform(keys, std::back_inserter(sorted), [&](const SortKey& key) { return rows[key.row]; });
    rows = std::move(sorted);
}

void EntryModel::refresh() {
    const FileYear now{.path = m_workspace.path(), .year = m_workspace.isOpen() ? m_workspace.data().year() : 0};
    if (m_fileYear != now) {
        m_fileYear = now;
        m_originals.clear();
        setTopic(m_topic);
        return;
    }
    replaceRows(allRows());
    if (m_rows.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

std::vector<EntryModel::Row> EntryModel::allRows() const {
    std::vector<Row> rows;
    if (!m_workspace.isOpen())
        return rows;
    const model::Table& table = m_workspace.data().table(m_topic.level);
    if (isByItem()) {
        for (const Item* item : m_topic.items)
            rows.push_back({.key = {.subject = SubjectKey::ofCounty(), .item = item}, .tableRow = 0});
        return rows;
    }
    for (const SubjectKey& subject : entrySubjects(m_workspace.data(), m_workspace.standard(), m_topic))
        rows.push_back({.key = {.subject = subject}, .tableRow = table.find(subject)});
    return rows;
}

bool EntryModel::isBefore(const Row& left, const Row& right) const {
    if (isByItem())
        return left.key.item->column < right.key.item->column;
    return isShownBefore(left.key.subject, right.key.subject);
}

bool EntryModel::isShown(const Row& row) const {
    return matchesText(row) && (!m_onlyWanted || hasWanted(row)) &&
           (!m_onlyUnconfirmed || !unconfirmedCells(row).empty()) && matchesColumns(row);
}

bool EntryModel::matchesText(const Row& row) const {
    if (m_filter.isEmpty())
        return true;
    QStringList texts = labelsOf(row);
    const SubjectKey& subject = row.key.subject;
    if (!subject.school.isEmpty()) {
        static const Item& kType = model::itemOf(items::school_type);
        const CellKey type{.subject = SubjectKey::ofSchool(subject.school), .item = &kType};
        texts << subject.school << textOf(type);
    }
    return std::ranges::any_of(texts,
                               [&](const QString& text) { return text.contains(m_filter, Qt::CaseInsensitive); });
}

bool EntryModel::matchesColumns(const Row& row) const {
    for (auto filter = m_columnFilters.cbegin(); filter != m_columnFilters.cend(); ++filter) {
        const int column = filter.key();
        const Item& item = itemAt(row, column);
        if (isCell(column) ? !filter->matches(item, observation(row, item))
                           : !filter->matchesText(informationText(row, column)))
            return false;
    }
    return true;
}

bool EntryModel::hasWanted(const Row& row) const {
    if (row.key.item != nullptr)
        return isWantedCell(row, *row.key.item);
    return std::ranges::any_of(m_topic.items, [&](const Item* item) { return isWantedCell(row, *item); });
}

std::vector<CellKey> EntryModel::unconfirmedCells(const Row& row) const {
    std::vector<CellKey> cells;
    const auto add = [&](const Item& item) {
        if (observation(row, item).unconfirmed)
            cells.push_back({.subject = row.key.subject, .item = &item});
    };
    if (row.key.item != nullptr) {
        add(*row.key.item);
        return cells;
    }
    for (const Item* item : m_topic.items)
        add(*item);
    return cells;
}

bool EntryModel::isWantedCell(const Row& row, const Item& item) const {
    return item.required && observation(row, item).isMissing() &&
           model::isAsked(m_workspace.data(), row.key.subject, item);
}

// Rows that vanished go, new ones come, all others stay where they are.
void EntryModel::replaceRows(const std::vector<Row>& all) {
    m_unfilteredRows = static_cast<int>(all.size());
    if (all == m_rows) {
        m_rows = all; // with their places in the table
        return;
    }
    removeVanished(all);
    insertNew(all);
}

void EntryModel::removeVanished(const std::vector<Row>& all) {
    QHash<CellKey, int> tableRows;
    for (const Row& row : all)
        tableRows.insert(row.key, row.tableRow);
    for (int last = rowCount() - 1; last >= 0; --last) {
        int first = last;
        while (first >= 0 && !tableRows.contains(m_rows[static_cast<std::size_t>(first)].key))
            --first;
        if (first < last) {
            beginRemoveRows({}, first + 1, last);
            m_rows.erase(m_rows.begin() + first + 1, m_rows.begin() + last + 1);
            endRemoveRows();
        }
        last = first;
    }
    for (Row& row : m_rows)
        row.tableRow = tableRows.value(row.key);
}

// In their place in the usual order; at the end of sorted rows.
void EntryModel::insertNew(const std::vector<Row>& all) {
    QSet<CellKey> known;
    for (const Row& row : m_rows)
        known.insert(row.key);
    std::vector<Row> fresh;
    std::ranges::copy_if(all, std::back_inserter(fresh),
                         [&](const Row& row) { return !known.contains(row.key) && isShown(row); });
    auto begin = fresh.begin();
    while (begin != fresh.end()) {
        auto place = m_rows.end();
        auto end = fresh.end();
        if (!m_sorting) {
            const auto before = [this](const Row& left, const Row& right) { return isBefore(left, right); };
            place = std::ranges::lower_bound(m_rows, *begin, before);
            if (place != m_rows.end())
                end = std::ranges::lower_bound(begin, fresh.end(), *place, before);
        }
        const auto first = static_cast<int>(place - m_rows.begin());
        beginInsertRows({}, first, first + static_cast<int>(end - begin) - 1);
        m_rows.insert(place, begin, end);
        endInsertRows();
        begin = end;
    }
}

QStringList EntryModel::labelTitles() const {
    return rowLabelTitles(m_topic.level);
}

QStringList EntryModel::labelsOf(const Row& row) const {
    if (row.key.item != nullptr)
        return {itemHeading(*row.key.item)};
    return rowLabels(m_workspace.data(), m_workspace.standard(), row.key.subject);
}

} // namespace junheng::ui
