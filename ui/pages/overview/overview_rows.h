// A list whose rows lead somewhere.
#pragma once

#include "ui/pages/overview/overview_target.h"
#include "ui/widgets/tone.h"

#include <QAbstractTableModel>

#include <vector>

namespace junheng::ui {

struct OverviewColumn {
    QString heading;
    Qt::AlignmentFlag side = Qt::AlignLeft;
    bool operator==(const OverviewColumn&) const = default;
};

struct OverviewCell {
    QString text;
    Tone tone = Tone::None;
    bool operator==(const OverviewCell&) const = default;
};

struct OverviewRow {
    std::vector<OverviewCell> cells; ///< one a column
    QString toolTip;                 ///< what the cells do not say; may be empty
    OverviewTarget target;
    bool operator==(const OverviewRow&) const = default;
};

class OverviewRows : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit OverviewRows(std::vector<OverviewColumn> columns, QObject* parent = nullptr);

    /// As many as before, with other headings.
    void nameColumns(std::vector<OverviewColumn> columns);
    /// Resets the model where the number of rows changes, and else names the rows that changed.
    void show(std::vector<OverviewRow> rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<OverviewColumn> m_columns;
    std::vector<OverviewRow> m_rows;
};

} // namespace junheng::ui
