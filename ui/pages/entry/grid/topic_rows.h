// Which rows of a topic are shown, and in which order.
#pragma once

#include "ui/pages/entry/grid/column_filter.h"
#include "ui/pages/entry/grid/entry_topic.h"
#include "workspace/workspace.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace junheng::ui {

struct EntryRow {
    model::CellKey key; ///< the item for county rows only
    int tableRow = -1;  ///< -1: not in the file yet
    bool operator==(const EntryRow& other) const { return key == other.key; }
};

/// A row is shown when it fits all of it.
struct RowFilter {
    QString text = {};       ///< school (name, code, type) or label contains it
    bool onlyWanted = false; ///< has a cell to fill in
    bool onlyUnconfirmed = false;
    QHash<int, ColumnFilter> columns = {}; ///< by column

    [[nodiscard]] bool isEmpty() const {
        return text.isEmpty() && !onlyWanted && !onlyUnconfirmed && columns.isEmpty();
    }
};

struct RowSorting {
    int column = 0;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const RowSorting&) const = default;
};

/// Rows are subjects, columns the items of the topic. The county has one row per item instead, with its value and two
/// columns to read. Row numbers are those of shown().
class TopicRows {
public:
    enum ByItemColumn { ValueColumn, BasisColumn, NoteColumn, ByItemColumnCount };

    /// Hears of rows before they go or come, and after.
    struct Listener {
        std::function<void(int first, int last)> removing;
        std::function<void()> removed;
        std::function<void(int first, int last)> inserting;
        std::function<void()> inserted;
    };

    explicit TopicRows(const workspace::Workspace& workspace);

    [[nodiscard]] const EntryTopic& topic() const { return m_topic; }
    /// Without column filters, in the usual order.
    void setTopic(const EntryTopic& topic);
    [[nodiscard]] const RowFilter& filter() const { return m_filter; }
    [[nodiscard]] const std::optional<RowSorting>& sorting() const { return m_sorting; }

    /// What is to be shown by filter and order; show() takes it.
    [[nodiscard]] std::vector<EntryRow> arranged(const RowFilter& filter,
                                                 const std::optional<RowSorting>& sorting) const;
    void show(std::vector<EntryRow> rows, const RowFilter& filter, const std::optional<RowSorting>& sorting);
    /// Rows that vanished go, new ones come, all others stay where they are, whether they fit the filter or not.
    void follow(const Listener& listener);
    [[nodiscard]] const std::vector<EntryRow>& shown() const { return m_rows; }
    /// How many rows there are without filters.
    [[nodiscard]] int unfilteredCount() const { return m_unfilteredRows; }

    [[nodiscard]] bool isByItem() const { return m_topic.level == model::Level::County; }
    [[nodiscard]] int columnCount() const;
    /// Other columns only inform.
    [[nodiscard]] bool isCell(int column) const { return !isByItem() || column == ValueColumn; }
    [[nodiscard]] const model::Item& itemAt(const EntryRow& row, int column) const;
    [[nodiscard]] model::CellKey keyAt(const EntryRow& row, int column) const;
    [[nodiscard]] model::Observation observation(const EntryRow& row, const model::Item& item) const;
    /// 待填报.
    [[nodiscard]] bool isWantedCell(const EntryRow& row, const model::Item& item) const;
    /// The cells to confirm of the rows shown.
    [[nodiscard]] std::vector<model::CellKey> unconfirmedCells() const;
    /// The first row shown of a school; -1 when there is none.
    [[nodiscard]] int firstRowOf(const QString& school) const;
    [[nodiscard]] QString informationText(const EntryRow& row, int column) const;
    [[nodiscard]] QStringList labelsOf(const EntryRow& row) const;

private:
    [[nodiscard]] std::vector<EntryRow> allRows() const;
    [[nodiscard]] bool isBefore(const EntryRow& left, const EntryRow& right) const;
    [[nodiscard]] bool isShown(const EntryRow& row, const RowFilter& filter) const;
    [[nodiscard]] bool matchesText(const EntryRow& row, const QString& sought) const;
    [[nodiscard]] bool matchesColumns(const EntryRow& row, const RowFilter& filter) const;
    [[nodiscard]] bool hasWanted(const EntryRow& row) const;
    [[nodiscard]] std::vector<model::CellKey> unconfirmedCells(const EntryRow& row) const;
    void sort(std::vector<EntryRow>& rows, const RowSorting& sorting) const;
    void removeVanished(const std::vector<EntryRow>& all, const Listener& listener);
    void insertNew(const std::vector<EntryRow>& all, const Listener& listener);

    const workspace::Workspace& m_workspace;
    EntryTopic m_topic;
    RowFilter m_filter;
    std::optional<RowSorting> m_sorting;
    std::vector<EntryRow> m_rows;
    int m_unfilteredRows = 0;
};

} // namespace junheng::ui
