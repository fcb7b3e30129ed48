// Any report as a file, which appears whole or not at all.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "document/paper/figure_painter.h"

namespace junheng::document {
struct Report;
}

namespace junheng::workspace {

[[nodiscard]] base::Outcome writeWorkbook(const document::Report& report, const QString& path);
/// A QGuiApplication is needed, and whatever `figures` needs. Errors: "job.cancelled", "file.write".
[[nodiscard]] base::Outcome writePdf(const document::Report& report, const QString& path,
                                     const document::FigurePainter& figures, const base::Job& job = {});
/// A Word-compatible document. Figures need a QGuiApplication and whatever `figures` needs. Errors: "file.write".
[[nodiscard]] base::Outcome writeDocx(const document::Report& report, const QString& path,
                                      const document::FigurePainter& figures);

} // namespace junheng::workspace
