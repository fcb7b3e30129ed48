#include "ui/pages/entry/grid/topic_rows.h"

#include "model/asked.h"
#include "model/items.h"
#include "ui/pages/entry/grid/cell_words.h"
#include "ui/pages/entry/grid/entry_rows.h"

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

TopicRows::TopicRows(const workspace::Workspace& workspace) : m_workspace(workspace) {}

void TopicRows::setTopic(const EntryTopic& topic) {
    m_topic = topic;
    m_filter.columns.clear();
    m_sorting.reset();
    m_rows = arranged(m_filter, m_sorting);
    m_unfilteredRows = static_cast<int>(m_filter.isEmpty() ? m_rows.size() : allRows().size());
}

std::vector<EntryRow> TopicRows::arranged(const RowFilter& filter, const std::optional<RowSorting>& sorting) const {
    std::vector<EntryRow> rows = allRows();
    if (!filter.isEmpty())
        std::erase_if(rows, [&](const EntryRow& row) { return !isShown(row, filter); });
    if (sorting)
        sort(rows, *sorting);
    return rows;
}

void TopicRows::show(std::vector<EntryRow> rows, const RowFilter& filter, const std::optional<RowSorting>& sorting) {
    m_rows = std::move(rows);
    m_filter = filter;
    m_sorting = sorting;
}

int TopicRows::columnCount() const {
    return isByItem() ? ByItemColumnCount : static_cast<int>(m_topic.items.size());
}

void TopicRows::follow(const Listener& listener) {
    const std::vector<EntryRow> all = allRows();
    m_unfilteredRows = static_cast<int>(all.size());
    if (all == m_rows) {
        m_rows = all; // with their places in the table
        return;
    }
    removeVanished(all, listener);
    insertNew(all, listener);
}

void TopicRows::removeVanished(const std::vector<EntryRow>& all, const Listener& listener) {
    QHash<CellKey, int> tableRows;
    for (const EntryRow& row : all)
        tableRows.insert(row.key, row.tableRow);
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0; --last) {
        int first = last;
        while (first >= 0 && !tableRows.contains(m_rows[static_cast<std::size_t>(first)].key))
            --first;
        if (first < last) {
            listener.removing(first + 1, last);
            m_rows.erase(m_rows.begin() + first + 1, m_rows.begin() + last + 1);
            listener.removed();
        }
        last = first;
    }
    for (EntryRow& row : m_rows)
        row.tableRow = tableRows.value(row.key);
}

// In their place in the usual order; at the end of sorted rows.
void TopicRows::insertNew(const std::vector<EntryRow>& all, const Listener& listener) {
    QSet<CellKey> known;
    for (const EntryRow& row : m_rows)
        known.insert(row.key);
    std::vector<EntryRow> fresh;
    std::ranges::copy_if(all, std::back_inserter(fresh),
                         [&](const EntryRow& row) { return !known.contains(row.key) && isShown(row, m_filter); });
    auto begin = fresh.begin();
    while (begin != fresh.end()) {
        auto place = m_rows.end();
        auto end = fresh.end();
        if (!m_sorting) {
            const auto before = [this](const EntryRow& left, const EntryRow& right) { return isBefore(left, right); };
            place = std::ranges::lower_bound(m_rows, *begin, before);
            if (place != m_rows.end())
                end = std::ranges::lower_bound(begin, fresh.end(), *place, before);
        }
        const auto first = static_cast<int>(place - m_rows.begin());
        listener.inserting(first, first + static_cast<int>(end - begin) - 1);
        m_rows.insert(place, begin, end);
        listener.inserted();
        begin = end;
    }
}

std::vector<EntryRow> TopicRows::allRows() const {
    std::vector<EntryRow> rows;
    if (!m_workspace.isOpen())
        return rows;
    const model::LevelTable& table = m_workspace.data().table(m_topic.level);
    if (isByItem()) {
        for (const Item* item : m_topic.items)
            rows.push_back({.key = {.subject = SubjectKey::ofCounty(), .item = item}, .tableRow = 0});
        return rows;
    }
    for (const SubjectKey& subject : entrySubjects(m_workspace.data(), m_workspace.standard(), m_topic))
        rows.push_back({.key = {.subject = subject}, .tableRow = table.find(subject)});
    return rows;
}

bool TopicRows::isBefore(const EntryRow& left, const EntryRow& right) const {
    if (isByItem())
        return left.key.item->column < right.key.item->column;
    return isShownBefore(left.key.subject, right.key.subject);
}

bool TopicRows::isShown(const EntryRow& row, const RowFilter& filter) const {
    return matchesText(row, filter.text) && (!filter.onlyWanted || hasWanted(row)) &&
           (!filter.onlyUnconfirmed || !unconfirmedCells(row).empty()) && matchesColumns(row, filter);
}

bool TopicRows::matchesText(const EntryRow& row, const QString& sought) const {
    if (sought.isEmpty())
        return true;
    QStringList texts = labelsOf(row);
    const SubjectKey& subject = row.key.subject;
    if (!subject.school.isEmpty()) {
        static const Item& kType = model::itemOf(items::school_type);
        const CellKey type{.subject = SubjectKey::ofSchool(subject.school), .item = &kType};
        texts << subject.school << cellText(m_workspace, type);
    }
    return std::ranges::any_of(texts, [&](const QString& text) { return text.contains(sought, Qt::CaseInsensitive); });
}

bool TopicRows::matchesColumns(const EntryRow& row, const RowFilter& filter) const {
    for (auto wanted = filter.columns.cbegin(); wanted != filter.columns.cend(); ++wanted) {
        const int column = wanted.key();
        const Item& item = itemAt(row, column);
        if (isCell(column) ? !wanted->matches(item, observation(row, item))
                           : !wanted->matchesText(informationText(row, column)))
            return false;
    }
    return true;
}

bool TopicRows::hasWanted(const EntryRow& row) const {
    if (row.key.item != nullptr)
        return isWantedCell(row, *row.key.item);
    return std::ranges::any_of(m_topic.items, [&](const Item* item) { return isWantedCell(row, *item); });
}

std::vector<CellKey> TopicRows::unconfirmedCells() const {
    std::vector<CellKey> cells;
    for (const EntryRow& row : m_rows)
        std::ranges::move(unconfirmedCells(row), std::back_inserter(cells));
    return cells;
}

std::vector<CellKey> TopicRows::unconfirmedCells(const EntryRow& row) const {
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

bool TopicRows::isWantedCell(const EntryRow& row, const Item& item) const {
    return item.required && observation(row, item).isMissing() &&
           model::isAsked(m_workspace.data(), row.key.subject, item);
}

const Item& TopicRows::itemAt(const EntryRow& row, int column) const {
    return row.key.item != nullptr ? *row.key.item : *m_topic.items[static_cast<std::size_t>(column)];
}

CellKey TopicRows::keyAt(const EntryRow& row, int column) const {
    return {.subject = row.key.subject, .item = &itemAt(row, column)};
}

Observation TopicRows::observation(const EntryRow& row, const Item& item) const {
    if (row.tableRow < 0 || !m_workspace.isOpen())
        return Observation::missing();
    return m_workspace.data().table(m_topic.level).at(row.tableRow, item);
}

int TopicRows::firstRowOf(const QString& school) const {
    const auto row =
        std::ranges::find_if(m_rows, [&](const EntryRow& candidate) { return candidate.key.subject.school == school; });
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

QString TopicRows::informationText(const EntryRow& row, int column) const {
    if (row.key.item == nullptr)
        return {};
    return column == BasisColumn ? row.key.item->basis : row.key.item->note;
}

QStringList TopicRows::labelsOf(const EntryRow& row) const {
    if (row.key.item != nullptr)
        return {itemHeading(*row.key.item)};
    return rowLabels(m_workspace.data(), m_workspace.standard(), row.key.subject);
}

void TopicRows::sort(std::vector<EntryRow>& rows, const RowSorting& sorting) const {
    std::vector<SortKey> keys;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        SortKey key{.rank = 0, .text = informationText(rows[row], sorting.column)};
        if (isCell(sorting.column)) {
            const Item& item = itemAt(rows[row], sorting.column);
            key = sortKeyOf(item, observation(rows[row], item));
        }
        key.row = row;
        keys.push_back(std::move(key));
    }
    const QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    const bool descending = sorting.order == Qt::DescendingOrder;
    std::ranges::stable_sort(keys, [&](const SortKey& left, const SortKey& right) {
        if (left.rank != right.rank)
            return left.rank < right.rank;
        return descending ? isLess(right, left, collator) : isLess(left, right, collator);
    });
    std::vector<EntryRow> sorted;
    std::ranges::transform(keys, std::back_inserter(sorted), [&](const SortKey& key) { return rows[key.row]; });
    rows = std::move(sorted);
}

} // namespace junheng::ui
