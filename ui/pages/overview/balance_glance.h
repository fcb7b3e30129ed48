// All coefficients of 校际均衡 against their limits, as bars in a grid.
#pragma once

#include "ui/pages/overview/overview_target.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>

#include <vector>

namespace junheng::ui {

/// One row an indicator; the first column names it, one column a stage.
class BalanceGlance : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kShareRole = kTargetRole + 1; ///< double, of the limit; invalid where missing

    using QAbstractTableModel::QAbstractTableModel;

    void show(const workspace::Workspace& workspace);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell {
        QString text;
        QString toolTip;
        QVariant tone;  ///< invalid for a name
        QVariant share; ///< of the limit
        OverviewTarget target;
        bool operator==(const Cell&) const = default;
    };
    std::vector<std::vector<Cell>> m_rows; ///< each with the name in front
    QStringList m_headings;
};

/// Bar, limit, figure and mark.
class BarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace junheng::ui
