// What an import would change, as a table: school, item, old → new, where from.
#pragma once

#include "model/change.h"
#include "workspace/import_preview.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace junheng::ui {

/// The largest relative changes first, then other changed figures, cleared ones, filled blanks, new rows.
class ChangesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { School, Part, Item, Before, After, Relative, Source, ColumnCount };
    enum class Kind : std::uint8_t { Changed, Cleared, Filled, Added };
    enum Role { SortRole = Qt::UserRole + 100 };

    /// The preview outlives the model.
    explicit ChangesModel(const workspace::ImportPreview& preview, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] Kind kindAt(int row) const { return m_rows[static_cast<std::size_t>(row)].kind; }
    /// Whether a figure that was typed in would be replaced.
    [[nodiscard]] bool isTypedAt(int row) const { return m_rows[static_cast<std::size_t>(row)].typed; }
    /// Whether school, code, part or item contain the text.
    [[nodiscard]] bool contains(int row, const QString& text) const;

private:
    struct Row {
        const model::Change* change;
        Kind kind;
        bool typed;
        double relative; ///< of the old figure; below zero where there is none
    };

    [[nodiscard]] Row rowOf(const model::Change& change) const;
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] QVariant sortKey(const Row& row, int column) const;

    const workspace::ImportPreview& m_preview;
    std::vector<Row> m_rows;
};

/// Of a ChangesModel those that are looked for.
class ChangesFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ChangesFilter(const ChangesModel& changes, QObject* parent = nullptr);
    /// Without a kind every kind.
    void narrow(const QString& text, std::optional<ChangesModel::Kind> kind, bool onlyTyped);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const ChangesModel& m_changes;
    QString m_text;
    std::optional<ChangesModel::Kind> m_kind;
    bool m_onlyTyped = false;
};

} // namespace junheng::ui
