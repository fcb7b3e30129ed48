// The schools nearest to failing: how many more pupils they can take.
#pragma once

#include "ui/pages/overview/overview_target.h"
#include "ui/widgets/figure_delegate.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>

#include <vector>

namespace junheng::ui {

class MarginList : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kTargetRole = FirstFreeRole; ///< OverviewTarget
    static constexpr int kSchoolColumn = 1;
    static constexpr int kMostRows = 20;

    using QAbstractTableModel::QAbstractTableModel;

    void show(const workspace::Workspace& workspace);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QStringList texts; ///< by column
        OverviewTarget target;
    };
    std::vector<Row> m_rows;
};

} // namespace junheng::ui
