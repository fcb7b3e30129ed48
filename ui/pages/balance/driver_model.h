// The sections behind one coefficient, the largest contribution first.
#pragma once

#include "plan/balance.h"
#include "ui/widgets/figure_delegate.h"
#include "ui/widgets/tone.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace junheng::ui {

class DriverModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Rank, School, Value, Deviation, Share, Cumulative, Without, OneMore, ColumnCount };
    /// Invalid where there is no figure; else a double or a QString.
    static constexpr int kSortRole = FirstFreeRole;

    explicit DriverModel(const workspace::Workspace& workspace, QObject* parent = nullptr);

    /// `stage` must be of the workspace's assessment; to be shown again, or cleared, when that is new.
    void showCoefficient(const assess::StageAssessment& stage, int indicator);
    void clear();

    /// Empty when nothing is shown.
    [[nodiscard]] const std::optional<plan::Balance>& balance() const { return m_balance; }
    /// The section's position in the stage.
    [[nodiscard]] int sectionAt(int row) const { return m_drivers[static_cast<std::size_t>(row)].section; }
    [[nodiscard]] model::SubjectKey keyAt(int row) const;
    /// -1 when it is not of the stage.
    [[nodiscard]] int rowOf(const model::SubjectKey& section) const;
    [[nodiscard]] int rowOfSection(int section) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const plan::Driver& driver, int row, int column) const;
    [[nodiscard]] QVariant sortKey(const plan::Driver& driver, int row, int column) const;
    [[nodiscard]] Tone toneAt(const plan::Driver& driver, int row, int column) const;
    [[nodiscard]] double deviationOf(const plan::Driver& driver) const;
    [[nodiscard]] const std::optional<assess::Coefficient>& without(int row) const;

    const workspace::Workspace& m_workspace;
    std::optional<plan::Balance> m_balance;
    std::vector<plan::Driver> m_drivers;
    /// Computed when first seen, by row.
    mutable std::vector<std::optional<std::optional<assess::Coefficient>>> m_without;
};

} // namespace junheng::ui
