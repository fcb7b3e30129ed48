// The words of a report, wherever they stand.
#pragma once

#include "document/report.h"

namespace junheng::document {

/// Every text that is printed, in the order of the report, but those within figures, which repeat names of the tables.
QStringList textsOf(const Report& report);

} // namespace junheng::document
