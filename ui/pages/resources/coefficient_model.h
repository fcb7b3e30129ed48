// The strip below the sections: per stage the county's means and coefficients, in the same columns.
#pragma once

#include "assess/assessment.h"
#include "ui/pages/resources/resource_columns.h"
#include "ui/widgets/figure_delegate.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>

namespace junheng::ui {

/// Two rows a stage: 全县平均值 and 差异系数. Reads the workspace's assessment; reload() whenever that is new.
class CoefficientModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit CoefficientModel(const workspace::Workspace& workspace, QObject* parent = nullptr);

    void reload();
    [[nodiscard]] const assess::StageAssessment& stage(int row) const;
    [[nodiscard]] const ResourceColumns& columns() const { return m_columns; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QVariant meanData(const assess::StageAssessment& stage, int column, int role) const;
    [[nodiscard]] QVariant coefficientData(const assess::StageAssessment& stage, int column, int role) const;

    const workspace::Workspace& m_workspace;
    ResourceColumns m_columns;
};

} // namespace junheng::ui
