// Filtering and sorting of the sections.
#pragma once

#include "ui/pages/resources/resources_model.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace junheng::ui {

/// Sorts numbers as numbers, names by pinyin, and what is missing to the end in either direction.
class ResourcesFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ResourcesFilter(ResourcesModel& source, QObject* parent = nullptr);

    void setFilter(SectionFilter filter);
    /// Both stages when empty.
    void setStage(std::optional<model::Stage> stage);
    /// Part of a school's name or code.
    void setSearch(const QString& text);
    /// How many sections of the chosen stage each filter would leave, the search aside.
    [[nodiscard]] std::array<int, kSectionFilterCount> counts() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] bool isOfStage(int row) const;

    ResourcesModel& m_source;
    QCollator m_collator;
    SectionFilter m_filter = SectionFilter::All;
    std::optional<model::Stage> m_stage;
    QString m_search;
};

} // namespace junheng::ui
