// The years before the current one, for what is shown over the years. Internal to this room.
#pragma once

#include "report/dossier/earlier_year.h"
#include "store/county_file.h"

#include <span>

namespace junheng::workspace {

/// The newest four of `years` (ascending) that are before `current` and hold schools, ascending, judged by `standard`.
/// Errors: those of the file.
base::Result<std::vector<report::EarlierYear>> loadEarlierYears(const store::CountyFile& file,
                                                                std::span<const int> years, int current,
                                                                const standard::Standard& standard);

} // namespace junheng::workspace
