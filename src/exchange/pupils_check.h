// The pupils of campuses against those of their sections.
#pragma once

#include "exchange/import_context.h"

namespace junheng::exchange {

/// Judges the data as they will be after the import, but only where the workbook speaks of pupils. Where every campus
/// has pupils they sum to the section's; a blank campus or section makes indicators missing and is no error.
/// Error: "import.campus_pupils". Notice: "import.campus_without_section" (pupils on a campus for a stage that the
/// school has no section of: its row may just be missing still).
void checkPupils(const model::CountyYear& after, ImportContext& context);

} // namespace junheng::exchange
