// A report as a workbook.
#pragma once

#include "base/error.h"
#include "document/report.h"

namespace junheng::document {

/// Writes every table to a sheet of its own, ready to print: A4 landscape, one page wide, head rows repeated, pages
/// numbered. The same report gives the same bytes; the file appears whole or not at all. report.date must be valid.
/// Errors: "sheet.write", "file.write".
[[nodiscard]] base::Outcome renderXlsx(const Report& report, const QString& path);

} // namespace junheng::document
