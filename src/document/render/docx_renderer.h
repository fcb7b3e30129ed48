// A report as a Word-compatible document (.docx, ECMA-376), for those who go on writing in Word, WPS or LibreOffice.
#pragma once

#include "base/error.h"
#include "document/paper/figure_painter.h"
#include "document/report.h"

namespace junheng::document {

/// Writes `report` to `path`, atomically; the same report gives the same bytes. Headings are real headings, faces carry
/// their official names (仿宋_GB2312, 黑体, 楷体_GB2312, 方正小标宋简体, 宋体) whether they are installed here or not;
/// heads of tables repeat on every page; wide tables stand on pages across. Figures are pictures, painted by `figures`,
/// and are left out without it. Formulas, conditional marks and colours of marks are not part of it: a mark shows by
/// slant, weight and shading. Errors: "file.write".
base::Outcome renderDocx(const Report& report, const FigurePainter& figures, const QString& path);

} // namespace junheng::document
