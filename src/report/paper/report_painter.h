// A report on paper.
#pragma once

#include "report/report.h"

#include <QPageLayout>

class QPagedPaintDevice;

namespace junheng::report {

/// A4, upright where the tables are narrow, else across.
QPageLayout pageLayoutOf(const Report& report);

/// Paints every table from a page of its own: title and caption, head rows on every page, notes and signature behind
/// the last row, 第 x 页 共 y 页 below.
void paintReport(const Report& report, QPagedPaintDevice& device);

} // namespace junheng::report
