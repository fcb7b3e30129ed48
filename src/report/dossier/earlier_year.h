// A year before the one reported, for what is shown over the years.
#pragma once

#include "assess/assessment.h"

namespace junheng::report {

struct EarlierYear {
    model::CountyYear data;
    assess::Assessment assessment; ///< by the standard of the year reported
};

} // namespace junheng::report
