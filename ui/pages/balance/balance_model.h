// The coefficients of a year against their limits, one row each.
#pragma once

#include "assess/assessment.h"
#include "model/stage.h"
#include "ui/widgets/figure_delegate.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>

namespace junheng::ui {

/// Reads the workspace's assessment; reload() whenever that is new.
class BalanceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Stage, Indicator, Coefficient, Limit, Verdict, Headroom, Mean, Deviation, Strict, ColumnCount };

    explicit BalanceModel(const workspace::Workspace& workspace, QObject* parent = nullptr);

    void reload();

    /// A coefficient by its place in the assessment.
    struct Place {
        const assess::StageAssessment* stage;
        int indicator;
    };
    [[nodiscard]] Place place(int row) const;
    /// -1 when there is no such coefficient.
    [[nodiscard]] int rowOf(model::Stage stage, int indicator) const;
    /// The first row over its limit, else the first one; -1 when there is none.
    [[nodiscard]] int worstRow() const;
    /// Whether a coefficient is another one without the relaxations; then the column Strict says which.
    [[nodiscard]] bool hasStrict() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Place& place, int column) const;
    [[nodiscard]] QString toolTip(const Place& place) const;

    const workspace::Workspace& m_workspace;
};

/// The coefficient without relaxations where it is another one, else nullptr.
const assess::Coefficient* strictCoefficient(const assess::StageAssessment& stage, int indicator);

} // namespace junheng::ui
