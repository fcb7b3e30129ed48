// A report as a PDF file.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "report/paper/figure_painter.h"
#include "report/report.h"

namespace junheng::report {

/// Lays the report out on A4, with the fonts embedded, headings and titles of tables as its outline, and text that can
/// be searched and copied: no radicals in the place of characters. The same report gives the same bytes; the file
/// appears whole or not at all. report.date must be valid; a QGuiApplication is needed (whatever `figures` needs,
/// too). Errors: "job.cancelled", "file.write".
[[nodiscard]] base::Outcome renderPdf(const Report& report, const FigurePainter& figures, const QString& path,
                                      const base::Job& job = {});

} // namespace junheng::report
