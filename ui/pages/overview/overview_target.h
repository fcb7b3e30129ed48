// Where an item of the overview leads.
#pragma once

#include "model/subject.h"
#include "ui/widgets/figure_delegate.h"

#include <QMetaType>
#include <QString>

namespace junheng::ui {

struct OverviewTarget {
    enum class Page : std::uint8_t { None, Entry, Resources, Balance, Parts };
    Page page = Page::None;
    model::SubjectKey section = {}; ///< for Resources and Balance; may be empty
    QString indicator = {};         ///< R4, or for Parts how the id begins; may be empty
    model::CellKey cell = {};       ///< for Entry
    bool operator==(const OverviewTarget&) const = default;
};

/// The role by which every list of the page says where a row leads.
inline constexpr int kTargetRole = FirstFreeRole;

} // namespace junheng::ui

Q_DECLARE_METATYPE(junheng::ui::OverviewTarget)
