// The data of one county and school year, as columns.
#pragma once

#include "model/change.h"
#include "model/stage.h"

#include <QHash>

#include <array>
#include <span>
#include <vector>

namespace junheng::model {

struct County {
    QString code; ///< six digits
    QString name;
    bool operator==(const County&) const = default;
};

/// One item of all rows of a level. amounts[i] and texts[i] count only where states[i] is Value; texts is empty for
/// numeric items and flags. unconfirmed[i] marks what is Observation::unconfirmed.
struct Column {
    const Item* item = nullptr;
    std::vector<std::int64_t> amounts;
    std::vector<State> states;
    std::vector<QString> texts;
    std::vector<bool> unconfirmed;
};

/// All rows of a level, sorted by key. Rows keep their numbers until rows are added or removed.
class LevelTable {
public:
    /// With a column for each item of the level.
    LevelTable(Level level, const ItemDictionary& items);

    [[nodiscard]] Level level() const { return m_level; }
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_keys.size()); }
    [[nodiscard]] const SubjectKey& key(int row) const { return m_keys[static_cast<std::size_t>(row)]; }
    /// -1 when there is no such row.
    [[nodiscard]] int find(const SubjectKey& key) const { return m_index.value(key, -1); }
    /// The rows of one school: [first, second).
    [[nodiscard]] std::pair<int, int> rowsOfSchool(const QString& code) const;
    [[nodiscard]] const Column& column(const Item& item) const {
        return m_columns[static_cast<std::size_t>(item.column)];
    }
    [[nodiscard]] Observation at(int row, const Item& item) const;

    void set(int row, const Item& item, const Observation& observation);
    /// Adds and removes rows in one pass; new rows are missing in every cell. Unknown removals and known additions are
    /// passed over.
    void restructure(const std::vector<SubjectKey>& added, const std::vector<SubjectKey>& removed);

private:
    Level m_level;
    std::vector<SubjectKey> m_keys;
    std::vector<Column> m_columns;
    QHash<SubjectKey, int> m_index;
};

/// Where one school's rows stand in the tables; -1 for a stage without a row.
struct SchoolRows {
    int school = -1;
    std::array<int, kStageCount> section{-1, -1, -1, -1};
    int firstCampus = 0;
    int endCampus = 0; ///< behind the last one

    [[nodiscard]] int sectionOf(Stage stage) const { return section[static_cast<std::size_t>(stage)]; }
};

/// Everything entered for a county in one school year (2025 = beginning September 2025), and its records of no year. A
/// value: copies are independent.
class CountyYear {
public:
    /// `items` must outlive it and its copies.
    CountyYear(County county, int year, const ItemDictionary& items = ItemDictionary::builtIn());

    /// Those that its tables have a column for.
    [[nodiscard]] const ItemDictionary& items() const { return *m_items; }
    [[nodiscard]] const County& county() const { return m_county; }
    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] const LevelTable& table(Level level) const { return m_tables[static_cast<std::size_t>(level)]; }
    [[nodiscard]] const LevelTable& schools() const { return table(Level::School); }
    [[nodiscard]] const LevelTable& sections() const { return table(Level::Section); }
    [[nodiscard]] const LevelTable& campuses() const { return table(Level::Campus); }

    /// Missing also when the row does not exist.
    [[nodiscard]] Observation value(const SubjectKey& subject, const Item& item) const;
    [[nodiscard]] bool exists(const SubjectKey& subject) const { return table(subject.level).find(subject) >= 0; }
    /// The school's name, or its code when it has none.
    [[nodiscard]] QString schoolName(const QString& code) const;
    [[nodiscard]] std::optional<SchoolType> schoolType(int schoolRow) const;
    /// The rows of every school, in the order of schools(); kept up to date by apply().
    [[nodiscard]] const std::vector<SchoolRows>& schoolRows() const { return m_schoolRows; }

    /// Applies every change (its `after`); changes of another year, or of subjects that do not exist, are passed over.
    void apply(const ChangeSet& changes);

private:
    void gatherSchoolRows();

    County m_county;
    int m_year;
    const ItemDictionary* m_items;
    std::vector<LevelTable> m_tables;
    std::vector<SchoolRows> m_schoolRows;
};

} // namespace junheng::model
