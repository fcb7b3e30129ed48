// The judged sections of a year, one row each, with their indicators.
#pragma once

#include "assess/assessment.h"
#include "ui/pages/resources/resource_columns.h"
#include "ui/widgets/figure_delegate.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>

#include <vector>

namespace junheng::ui {

/// Which sections the filter buttons leave.
enum class SectionFilter : std::uint8_t {
    All,
    Failed,     ///< verdict 未达标
    BelowFloor, ///< a figure below 85 % of its threshold
    Borderline, ///< the printed figure would give another status
    Missing,    ///< a figure cannot be computed
};
inline constexpr int kSectionFilterCount = 5;

/// Reads the workspace's assessment; reload() whenever that is new.
class ResourcesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Invalid where the figure is missing; else a double or a QString.
    static constexpr int kSortRole = FirstFreeRole;

    explicit ResourcesModel(const workspace::Workspace& workspace, QObject* parent = nullptr);

    void reload();

    /// A section by its place in the assessment.
    struct Place {
        const assess::StageAssessment* stage;
        int section;
    };
    [[nodiscard]] Place place(int row) const;
    [[nodiscard]] model::SubjectKey sectionKey(int row) const;
    /// -1 when the section is not judged any more.
    [[nodiscard]] int rowOf(const model::SubjectKey& section) const;
    [[nodiscard]] const ResourceColumns& columns() const { return m_columns; }
    [[nodiscard]] bool passes(int row, SectionFilter filter) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int stage;
        int section;
    };
    [[nodiscard]] QVariant sectionData(const Place& place, int column, int role) const;
    [[nodiscard]] QVariant indicatorData(const Place& place, int indicator, int role) const;
    [[nodiscard]] QString indicatorText(const Place& place, int indicator) const;
    [[nodiscard]] QStringList remarks(const Place& place, int indicator) const;
    [[nodiscard]] QString schoolName(const Place& place) const;

    const workspace::Workspace& m_workspace;
    ResourceColumns m_columns;
    std::vector<Row> m_rows;
};

} // namespace junheng::ui
