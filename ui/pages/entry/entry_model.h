// The cells of one topic, read from the workspace and committed to it.
#pragma once

#include "ui/pages/entry/column_filter.h"
#include "ui/pages/entry/entry_topic.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>
#include <vector>

namespace junheng::ui {

/// Why a block of cells was not taken: a sentence, and one line for each cell that could not be.
struct Refusal {
    QString sentence;
    QString details = {};
    bool isDeclined = false; ///< nothing is wrong; somebody who was asked did not want it
};

/// Rows are subjects, columns the items of the topic; the labels of a row are its vertical header. The county has one
/// row per item instead, with its value and two columns to read.
/// While data change, rows keep their order and a row that no longer fits a filter stays: the current cell, the
/// selection and an open editor outlive every change. Filtering and sorting reset the model.
class EntryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        MarkRole = Qt::UserRole + 1, ///< int of Mark
        ChangedRole,                 ///< bool: differs from what it was when the file was opened
        UnconfirmedRole,             ///< bool: taken over from the year before and not confirmed
        LabelsRole,                  ///< vertical header: QStringList, one for each of labelTitles()
    };
    enum class Mark { Plain, Wanted, NotApplicable, Information, Refused };
    struct Sorting {
        int column = 0;
        Qt::SortOrder order = Qt::AscendingOrder;
        bool operator==(const Sorting&) const = default;
    };

    explicit EntryModel(workspace::Workspace& workspace, QObject* parent = nullptr);

    /// Without column filters, in the usual order.
    void setTopic(const EntryTopic& topic);
    [[nodiscard]] const EntryTopic& topic() const { return m_topic; }

    /// Shows the rows whose school (name, code, type) or label contains the text; with `onlyWanted` those that have a
    /// cell to fill in.
    void setFilter(const QString& text, bool onlyWanted);
    [[nodiscard]] const QString& filter() const { return m_filter; }
    [[nodiscard]] bool showsOnlyWanted() const { return m_onlyWanted; }
    /// Of those the rows that have a cell to confirm.
    void setOnlyUnconfirmed(bool only);
    [[nodiscard]] bool showsOnlyUnconfirmed() const { return m_onlyUnconfirmed; }
    /// A row is shown when it fits the filter of every column; an empty one takes the column's filter away.
    void setColumnFilter(int column, const ColumnFilter& filter);
    void clearColumnFilters();
    [[nodiscard]] bool isFilteredByColumns() const { return !m_columnFilters.isEmpty(); }
    [[nodiscard]] bool isFiltered() const;
    /// How many rows there are without filters.
    [[nodiscard]] int unfilteredRowCount() const { return m_unfilteredRows; }
    /// Sorts the rows once, stably, cells without a value last; nothing: the usual order. Data stay where they are.
    void sortBy(std::optional<Sorting> sorting);
    [[nodiscard]] std::optional<Sorting> sorting() const { return m_sorting; }
    /// Reads the workspace anew.
    void refresh();

    /// Nothing for cells that only inform.
    [[nodiscard]] std::optional<model::CellKey> cellAt(const QModelIndex& index) const;
    /// The figure of a cell of cellAt().
    [[nodiscard]] model::Observation observationAt(const QModelIndex& index) const;
    /// Invalid when the cell belongs to another topic or is filtered out.
    [[nodiscard]] QModelIndex indexOf(const model::CellKey& cell) const;
    /// The first row shown of a school; -1 when there is none.
    [[nodiscard]] int firstRowOf(const QString& school) const;
    /// The first cell shown that is 待填报; invalid when there is none.
    [[nodiscard]] QModelIndex firstWanted() const;
    [[nodiscard]] bool isUnconfirmed(const model::CellKey& cell) const { return observation(cell).unconfirmed; }
    /// "上年（2025—2026学年）：286", from the newest year before that has schools; empty where it says nothing.
    [[nodiscard]] QString earlierText(const model::CellKey& cell) const;
    /// The cells to confirm of the rows shown.
    [[nodiscard]] std::vector<model::CellKey> unconfirmedCells() const;
    /// The first cell marked by the last block; invalid when there is none.
    [[nodiscard]] QModelIndex firstRefused() const {
        return m_refused.isEmpty() ? QModelIndex() : indexOf(m_firstRefused);
    }
    /// The cells whose text contains what is sought, row by row; the first cell of a row whose label does.
    [[nodiscard]] std::vector<QModelIndex> find(const QString& text) const;
    [[nodiscard]] QStringList labelTitles() const;
    /// What stands in the cell, as it would be typed.
    [[nodiscard]] QString textOf(const model::CellKey& cell) const;
    /// "柳溪小学 · 小学 · 在校学生数".
    [[nodiscard]] QString describe(const model::CellKey& cell) const;

    /// Commits one typed cell; nothing happens where nothing differs.
    base::Outcome commit(const workspace::TypedCell& cell);
    /// Commits cells as one batch, those that differ. If one cannot be taken nothing is changed, and all of those are
    /// marked until the next block.
    std::expected<void, Refusal> commitBlock(const std::vector<workspace::TypedCell>& cells, workspace::EditKind kind);

    /// Confirms those of the cells that are unconfirmed, as one step.
    base::Outcome confirm(const std::vector<model::CellKey>& cells);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// A commit succeeded: what was done, for the message bar.
    void committed(const QString& sentence);
    /// Columns are others than before.
    void topicShown();

private:
    struct Row {
        model::CellKey key; ///< the item for county rows only
        int tableRow = -1;  ///< -1: not in the file yet
        bool operator==(const Row& other) const { return key == other.key; }
    };
    enum ByItemColumn { ValueColumn, BasisColumn, NoteColumn, ByItemColumnCount };
    struct FileYear {
        QString path;
        int year = 0;
        bool operator==(const FileYear&) const = default;
    };
    struct Refused {
        QString text; ///< as pasted
        QString sentence;
    };

    [[nodiscard]] bool isByItem() const { return m_topic.level == model::Level::County; }
    [[nodiscard]] const model::Item& itemAt(const Row& row, int column) const;
    [[nodiscard]] model::CellKey keyAt(const Row& row, int column) const;
    [[nodiscard]] bool isCell(int column) const { return !isByItem() || column == ValueColumn; }
    [[nodiscard]] std::vector<Row> allRows() const;
    [[nodiscard]] bool isBefore(const Row& left, const Row& right) const;
    [[nodiscard]] bool isShown(const Row& row) const;
    [[nodiscard]] bool matchesText(const Row& row) const;
    [[nodiscard]] bool matchesColumns(const Row& row) const;
    [[nodiscard]] bool hasWanted(const Row& row) const;
    [[nodiscard]] std::vector<model::CellKey> unconfirmedCells(const Row& row) const;
    [[nodiscard]] bool isWantedCell(const Row& row, const model::Item& item) const;
    [[nodiscard]] model::Observation observation(const Row& row, const model::Item& item) const;
    [[nodiscard]] model::Observation observation(const model::CellKey& cell) const;
    [[nodiscard]] std::optional<model::Observation> original(const model::CellKey& cell) const;
    [[nodiscard]] std::vector<workspace::TypedCell> differing(const std::vector<workspace::TypedCell>& cells,
                                                              bool& rounded) const;
    workspace::EditOutcome write(const std::vector<workspace::TypedCell>& cells, workspace::EditKind kind);
    [[nodiscard]] Refusal markRefused(std::size_t tried, workspace::EditKind kind,
                                      const workspace::EditRefusal& refusal);
    void forgetRefused();
    [[nodiscard]] std::vector<Row> arranged() const;
    void sort(std::vector<Row>& rows) const;
    void rearrange();
    void replaceRows(const std::vector<Row>& wanted);
    void removeVanished(const std::vector<Row>& all);
    void insertNew(const std::vector<Row>& all);
    [[nodiscard]] QString informationText(const Row& row, int column) const;
    [[nodiscard]] QString spokenText(const model::CellKey& cell) const;
    [[nodiscard]] QVariant toolTip(const Row& row, const model::Item& item) const;
    [[nodiscard]] Mark markOf(const Row& row, const model::Item& item) const;
    [[nodiscard]] QVariant informationData(const Row& row, int column, int role) const;
    [[nodiscard]] QVariant columnHeader(int column, int role) const;
    [[nodiscard]] QString columnTitle(int column) const;
    [[nodiscard]] QStringList labelsOf(const Row& row) const;

    workspace::Workspace& m_workspace;
    EntryTopic m_topic;
    QString m_filter;
    bool m_onlyWanted = false;
    bool m_onlyUnconfirmed = false;
    QHash<int, ColumnFilter> m_columnFilters;
    std::optional<Sorting> m_sorting;
    std::vector<Row> m_rows;
    int m_unfilteredRows = 0;
    FileYear m_fileYear;
    QHash<model::CellKey, model::Observation> m_originals;
    QHash<model::CellKey, Refused> m_refused;
    model::CellKey m_firstRefused;
};

/// The heading of an item with ＊ where it is required.
QString itemHeading(const model::Item& item);
/// What to fill in, by when it counts and where it is used, one line each.
QString itemHelp(const model::Item& item);

} // namespace junheng::ui
