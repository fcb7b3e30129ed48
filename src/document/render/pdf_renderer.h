// A report as a PDF file.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "document/paper/figure_painter.h"
#include "document/report.h"

namespace junheng::document {

/// A PdfBook of this report alone. Errors: "job.cancelled", "file.write", "pdf.damaged".
[[nodiscard]] base::Outcome renderPdf(const Report& report, const FigurePainter& figures, const QString& path,
                                      const base::Job& job = {});

} // namespace junheng::document
