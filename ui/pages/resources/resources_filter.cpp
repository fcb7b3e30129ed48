#include "ui/pages/resources/resources_filter.h"

#include <QLocale>

namespace junheng::ui {

ResourcesFilter::ResourcesFilter(ResourcesModel& source, QObject* parent)
    : QSortFilterProxyModel(parent), m_source(source), m_collator(QLocale(QLocale::Chinese, QLocale::China)) {
    m_collator.setNumericMode(true);
    setSourceModel(&source);
}

void ResourcesFilter::setFilter(SectionFilter filter) {
    m_filter = filter;
    invalidateRowsFilter();
}

void ResourcesFilter::setStage(std::optional<model::Stage> stage) {
    m_stage = stage;
    invalidateRowsFilter();
}

void ResourcesFilter::setSearch(const QString& text) {
    m_search = text.trimmed();
    invalidateRowsFilter();
}

std::array<int, kSectionFilterCount> ResourcesFilter::counts() const {
    std::array<int, kSectionFilterCount> counts{};
    for (int row = 0; row < m_source.rowCount(); ++row) {
        if (!isOfStage(row))
            continue;
        for (std::size_t filter = 0; filter < counts.size(); ++filter)
            counts[filter] += m_source.passes(row, static_cast<SectionFilter>(filter)) ? 1 : 0;
    }
    return counts;
}

bool ResourcesFilter::isOfStage(int row) const {
    return !m_stage || m_source.place(row).stage->stage == *m_stage;
}

bool ResourcesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (!isOfStage(row) || !m_source.passes(row, m_filter))
        return false;
    if (m_search.isEmpty() || m_source.sectionKey(row).school.contains(m_search))
        return true;
    const QModelIndex name = m_source.index(row, ResourceColumns::kSchool, parent);
    return name.data().toString().contains(m_search, Qt::CaseInsensitive);
}

bool ResourcesFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(ResourcesModel::kSortRole);
    const QVariant b = right.data(ResourcesModel::kSortRole);
    if (a.isValid() != b.isValid())
        return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (left.column() == ResourceColumns::kSchool)
        return m_collator.compare(a.toString(), b.toString()) < 0;
    return a.toDouble() < b.toDouble();
}

} // namespace junheng::ui
