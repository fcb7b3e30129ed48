#include "model/county_year.h"

#include <algorithm>
#include <numeric>

namespace junheng::model {

namespace {

bool hasTexts(const Item& item) {
    return item.kind == ItemKind::Text || item.kind == ItemKind::Choice || item.kind == ItemKind::Date;
}

// The column with row order[i] at i; -1 stands for a new row.
template <class T> std::vector<T> permuted(std::vector<T>& values, const std::vector<int>& order) {
    std::vector<T> result(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] >= 0)
            result[i] = std::move(values[static_cast<std::size_t>(order[i])]);
    }
    return result;
}

} // namespace

LevelTable::LevelTable(Level level, const ItemDictionary& items) : m_level(level) {
    for (const Item& item : items.ofLevel(level))
        m_columns.push_back({.item = &item, .amounts = {}, .states = {}, .texts = {}, .unconfirmed = {}});
}

std::pair<int, int> LevelTable::rowsOfSchool(const QString& code) const {
    const auto range = std::ranges::equal_range(m_keys, code, {}, &SubjectKey::school);
    return {static_cast<int>(range.begin() - m_keys.begin()), static_cast<int>(range.end() - m_keys.begin())};
}

Observation LevelTable::at(int row, const Item& item) const {
    const Column& values = column(item);
    const auto i = static_cast<std::size_t>(row);
    Observation result{.state = values.states[i], .amount = values.amounts[i], .unconfirmed = values.unconfirmed[i]};
    if (!values.texts.empty())
        result.text = values.texts[i];
    return result;
}

void LevelTable::set(int row, const Item& item, const Observation& observation) {
    Column& values = m_columns[static_cast<std::size_t>(item.column)];
    const auto i = static_cast<std::size_t>(row);
    values.states[i] = observation.state;
    values.amounts[i] = observation.amount;
    if (!values.texts.empty())
        values.texts[i] = observation.text;
    values.unconfirmed[i] = observation.unconfirmed;
}

void LevelTable::restructure(const std::vector<SubjectKey>& added, const std::vector<SubjectKey>& removed) {
    std::vector<bool> keep(m_keys.size(), true);
    for (const SubjectKey& key : removed) {
        if (const int row = find(key); row >= 0)
            keep[static_cast<std::size_t>(row)] = false;
    }
    std::vector<SubjectKey> keys;
    std::vector<int> order;
    for (int row = 0; row < rowCount(); ++row) {
        if (keep[static_cast<std::size_t>(row)]) {
            keys.push_back(key(row));
            order.push_back(row);
        }
    }
    QHash<SubjectKey, int> seen;
    for (const SubjectKey& key : added) {
        const int row = find(key);
        if ((row >= 0 && keep[static_cast<std::size_t>(row)]) || seen.contains(key))
            continue;
        seen.insert(key, 0);
        keys.push_back(key);
        order.push_back(-1);
    }

    std::vector<std::size_t> position(keys.size());
    std::iota(position.begin(), position.end(), std::size_t{0});
    std::ranges::sort(position, [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<int> sortedOrder;
    m_keys.clear();
    m_index.clear();
    for (std::size_t p : position) {
        m_index.insert(keys[p], static_cast<int>(m_keys.size()));
        m_keys.push_back(keys[p]);
        sortedOrder.push_back(order[p]);
    }
    for (Column& values : m_columns) {
        values.amounts = permuted(values.amounts, sortedOrder);
        values.states = permuted(values.states, sortedOrder);
        if (hasTexts(*values.item))
            values.texts = permuted(values.texts, sortedOrder);
        values.unconfirmed = permuted(values.unconfirmed, sortedOrder);
    }
}

CountyYear::CountyYear(County county, int year, const ItemDictionary& items)
    : m_county(std::move(county)), m_year(year), m_items(&items) {
    for (int level = 0; level < kLevelCount; ++level)
        m_tables.emplace_back(static_cast<Level>(level), items);
    m_tables[static_cast<std::size_t>(Level::County)].restructure({SubjectKey::ofCounty()}, {});
}

Observation CountyYear::value(const SubjectKey& subject, const Item& item) const {
    const LevelTable& rows = table(subject.level);
    const int row = rows.find(subject);
    return row < 0 ? Observation::missing() : rows.at(row, item);
}

QString CountyYear::schoolName(const QString& code) const {
    static const Item& name = itemOf(u"school_name");
    const Observation observation = value(SubjectKey::ofSchool(code), name);
    return observation.isValue() ? observation.text : code;
}

std::optional<SchoolType> CountyYear::schoolType(int schoolRow) const {
    static const Item& type = itemOf(u"school_type");
    const Column& types = schools().column(type);
    const auto i = static_cast<std::size_t>(schoolRow);
    if (types.states[i] != State::Value)
        return std::nullopt;
    return static_cast<SchoolType>(types.amounts[i]);
}

void CountyYear::gatherSchoolRows() {
    // The rows of the next school stand behind those before it.
    const auto advance = [](const LevelTable& rows, int& row, const QString& code) {
        while (row < rows.rowCount() && rows.key(row).school < code)
            ++row;
        const int first = row;
        while (row < rows.rowCount() && rows.key(row).school == code)
            ++row;
        return first;
    };
    m_schoolRows.clear();
    m_schoolRows.reserve(static_cast<std::size_t>(schools().rowCount()));
    int section = 0;
    int campus = 0;
    for (int school = 0; school < schools().rowCount(); ++school) {
        const QString& code = schools().key(school).school;
        SchoolRows rows;
        rows.school = school;
        for (int row = advance(sections(), section, code); row < section; ++row) {
            if (const auto stage = stageFromId(sections().key(row).part))
                rows.section[static_cast<std::size_t>(*stage)] = row;
        }
        rows.firstCampus = advance(campuses(), campus, code);
        rows.endCampus = campus;
        m_schoolRows.push_back(rows);
    }
}

void CountyYear::apply(const ChangeSet& changes) {
    std::array<std::vector<SubjectKey>, kLevelCount> added;
    std::array<std::vector<SubjectKey>, kLevelCount> removed;
    const auto isOther = [this](const Change& change) { return change.year && *change.year != m_year; };
    for (const Change& change : changes.changes) {
        if (change.isExistence() && !isOther(change)) {
            auto& target = change.after.isValue() ? added : removed;
            target[static_cast<std::size_t>(change.subject.level)].push_back(change.subject);
        }
    }
    bool restructured = false;
    for (std::size_t level = 0; level < kLevelCount; ++level) {
        if (!added[level].empty() || !removed[level].empty()) {
            m_tables[level].restructure(added[level], removed[level]);
            restructured = true;
        }
    }
    if (restructured)
        gatherSchoolRows();
    for (const Change& change : changes.changes) {
        if (change.isExistence() || isOther(change))
            continue;
        LevelTable& rows = m_tables[static_cast<std::size_t>(change.subject.level)];
        if (const int row = rows.find(change.subject); row >= 0)
            rows.set(row, *change.item, change.after);
    }
}

} // namespace junheng::model
