// The figures of a dossier. Internal to this room.
#pragma once

#include "report/dossier/school_view.h"

namespace junheng::report {

/// One of the years that a dossier shows.
struct ShownYear {
    const model::CountyYear* data;
    const assess::Assessment* assessment;
    /// Where the school's section stands in it; empty where it was not judged or not there.
    std::optional<plan::SectionPlace> place;
};

/// The years before and the one reported, in ascending order.
std::vector<ShownYear> shownYears(const SchoolView& school, model::Stage stage);

/// The section's indicators as multiples of the standard, beside those of the county's mean.
document::Radar indicatorRadar(const SchoolView& school, const plan::SectionPlace& place);

/// The same over the years, one line an indicator.
document::Course indicatorCourse(const SchoolView& school, model::Stage stage, const std::vector<ShownYear>& years);

} // namespace junheng::report
