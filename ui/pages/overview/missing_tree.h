// What is still to be entered, by school or by item.
#pragma once

#include "plan/missing_cells.h"
#include "ui/pages/overview/overview_target.h"

#include <QAbstractItemModel>
#include <QHash>

namespace junheng::ui {

/// Two levels: groups and their cells. Columns: what, how many cells, how many figures and coefficients they block.
class MissingTree : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Grouping : std::uint8_t { BySchool, ByItem };

    using QAbstractItemModel::QAbstractItemModel;

    void show(std::vector<plan::MissingCell> cells, const model::CountyYear& year);
    void setGrouping(Grouping grouping);
    [[nodiscard]] int cellCount() const { return static_cast<int>(m_cells.size()); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        QString title;
        std::vector<int> cells; ///< positions in m_cells
        int indicators = 0;
        std::set<plan::CoefficientPlace> coefficients;
    };
    void group();
    [[nodiscard]] QString titleOf(const plan::MissingCell& cell) const;
    [[nodiscard]] const plan::MissingCell* cellAt(const QModelIndex& index) const;

    std::vector<plan::MissingCell> m_cells;
    std::vector<Group> m_groups;
    QHash<QString, QString> m_schoolNames; ///< by code
    Grouping m_grouping = Grouping::BySchool;
};

} // namespace junheng::ui
