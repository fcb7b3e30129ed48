// The cells of one topic as a table of Qt.
#pragma once

#include "ui/pages/entry/grid/entry_committer.h"
#include "ui/pages/entry/grid/topic_rows.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace junheng::ui {

/// Shows TopicRows; the labels of a row are its vertical header.
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

    explicit EntryModel(workspace::Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] const TopicRows& rows() const { return m_rows; }
    [[nodiscard]] EntryCommitter& committer() { return *m_committer; }
    [[nodiscard]] workspace::Workspace& workspace() const { return m_workspace; }

    /// Without column filters, in the usual order.
    void setTopic(const EntryTopic& topic);
    void setFilter(const RowFilter& filter);
    /// Sorts the rows once, stably, cells without a value last; nothing: the usual order. Data stay where they are.
    void sortBy(const std::optional<RowSorting>& sorting);
    /// Reads the workspace anew.
    void refresh();

    /// Nothing for cells that only inform.
    [[nodiscard]] std::optional<model::CellKey> cellAt(const QModelIndex& index) const;
    /// The figure of a cell of cellAt().
    [[nodiscard]] model::Observation observationAt(const QModelIndex& index) const;
    /// Invalid when the cell belongs to another topic or is filtered out.
    [[nodiscard]] QModelIndex indexOf(const model::CellKey& cell) const;
    /// The first cell shown that is 待填报; invalid when there is none.
    [[nodiscard]] QModelIndex firstWanted() const;
    /// The cells whose text contains what is sought, row by row; the first cell of a row whose label does.
    [[nodiscard]] std::vector<QModelIndex> find(const QString& text) const;
    [[nodiscard]] QStringList labelTitles() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// Columns are others than before.
    void topicShown();

private:
    struct FileYear {
        QString path;
        int year = 0;
        bool operator==(const FileYear&) const = default;
    };

    [[nodiscard]] const EntryRow& rowAt(int row) const { return m_rows.shown()[static_cast<std::size_t>(row)]; }
    void arrange(const RowFilter& filter, const std::optional<RowSorting>& sorting);
    void tellAllChanged();
    [[nodiscard]] QVariant toolTip(const EntryRow& row, const model::Item& item) const;
    [[nodiscard]] Mark markOf(const EntryRow& row, const model::Item& item) const;
    [[nodiscard]] QVariant informationData(const EntryRow& row, int column, int role) const;
    [[nodiscard]] QVariant columnHeader(int column, int role) const;
    [[nodiscard]] QString columnTitle(int column) const;

    workspace::Workspace& m_workspace;
    TopicRows m_rows;
    EntryCommitter* m_committer;
    FileYear m_fileYear;
};

} // namespace junheng::ui
