// The cells of one topic, read from the workspace and committed to it.
#pragma once

#include "ui/pages/entry/entry_topic.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>
#include <vector>

namespace junheng::ui {

/// Rows are subjects, columns the items of the topic; the labels of a row are its vertical header. The county has one
/// row per item instead, with its value and two columns to read.
/// Rows come and go one by one, so that the current cell, the selection and an open editor outlive every change.
class EntryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        MarkRole = Qt::UserRole + 1, ///< int of Mark
        ChangedRole,                 ///< bool: differs from what it was when the file was opened
        LabelsRole,                  ///< vertical header: QStringList, one for each of labelTitles()
    };
    enum class Mark { Plain, Wanted, NotApplicable, Information };

    explicit EntryModel(workspace::Workspace& workspace, QObject* parent = nullptr);

    void setTopic(const EntryTopic& topic);
    [[nodiscard]] const EntryTopic& topic() const { return m_topic; }
    /// Shows the rows whose school (name, code, type) or label contains the text; with `onlyWanted` those that have a
    /// cell to fill in. A row that is filled in stays until the filter is set again.
    void setFilter(const QString& text, bool onlyWanted);
    [[nodiscard]] const QString& filter() const { return m_filter; }
    [[nodiscard]] bool showsOnlyWanted() const { return m_onlyWanted; }
    /// Reads the workspace anew.
    void refresh();

    /// Nothing for cells that only inform.
    [[nodiscard]] std::optional<model::CellKey> cellAt(const QModelIndex& index) const;
    /// Invalid when the cell belongs to another topic or is filtered out.
    [[nodiscard]] QModelIndex indexOf(const model::CellKey& cell) const;
    /// The first cell shown that is 待填报; invalid when there is none.
    [[nodiscard]] QModelIndex firstWanted() const;
    [[nodiscard]] QStringList labelTitles() const;
    [[nodiscard]] int wantedCells() const;
    /// What stands in the cell, as it would be typed.
    [[nodiscard]] QString textOf(const model::CellKey& cell) const;
    /// "柳溪小学 · 小学 · 在校学生数".
    [[nodiscard]] QString describe(const model::CellKey& cell) const;

    /// Commits typed cells as one batch; nothing happens where nothing differs.
    base::Outcome commit(const std::vector<workspace::TypedCell>& cells);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// A commit succeeded: what was done, for the message bar.
    void committed(const QString& sentence);

private:
    struct Row {
        model::SubjectKey subject;
        const model::Item* item = nullptr; ///< county rows only
        bool operator==(const Row&) const = default;
    };
    enum ByItemColumn { ValueColumn, BasisColumn, NoteColumn, ByItemColumnCount };
    struct FileYear {
        QString path;
        int year = 0;
        bool operator==(const FileYear&) const = default;
    };

    [[nodiscard]] bool isByItem() const { return m_topic.level == model::Level::County; }
    [[nodiscard]] std::vector<Row> allRows() const;
    [[nodiscard]] bool isBefore(const Row& left, const Row& right) const;
    [[nodiscard]] bool matchesFilter(const Row& row) const;
    [[nodiscard]] bool hasWanted(const Row& row) const;
    [[nodiscard]] bool isWantedCell(const model::CellKey& cell) const;
    [[nodiscard]] model::Observation observation(const model::CellKey& cell) const;
    [[nodiscard]] std::optional<model::Observation> original(const model::CellKey& cell) const;
    void rememberOriginals(const std::vector<workspace::TypedCell>& cells);
    void showRows(const std::vector<Row>& wanted);
    [[nodiscard]] QString shownText(const model::CellKey& cell) const;
    [[nodiscard]] QString spokenText(const model::CellKey& cell) const;
    [[nodiscard]] QVariant toolTip(const model::CellKey& cell) const;
    [[nodiscard]] QVariant informationData(const QModelIndex& index, int role) const;
    [[nodiscard]] QVariant columnHeader(int column, int role) const;
    [[nodiscard]] QStringList labelsOf(const Row& row) const;

    workspace::Workspace& m_workspace;
    EntryTopic m_topic;
    QString m_filter;
    bool m_onlyWanted = false;
    std::vector<Row> m_rows;
    FileYear m_fileYear;
    QHash<model::SubjectKey, QHash<const model::Item*, model::Observation>> m_originals;
};

/// The heading of an item with ＊ where it is required.
QString itemHeading(const model::Item& item);
/// What to fill in, by when it counts and where it is used, one line each.
QString itemHelp(const model::Item& item);

} // namespace junheng::ui
