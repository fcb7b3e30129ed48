// Figures that count by a relaxation, and what they would be without it.
#pragma once

#include "ui/pages/overview/overview_target.h"
#include "ui/widgets/figure_delegate.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>

#include <vector>

namespace junheng::ui {

class RelaxedList : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kTargetRole = FirstFreeRole; ///< OverviewTarget
    static constexpr int kSchoolColumn = 1;

    using QAbstractTableModel::QAbstractTableModel;

    void show(const workspace::Workspace& workspace);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QStringList texts; ///< by column
        int relaxedTone;
        int strictTone;
        QString toolTip;
        OverviewTarget target;
    };
    std::vector<Row> m_rows;
};

} // namespace junheng::ui
