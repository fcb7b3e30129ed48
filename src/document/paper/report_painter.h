// A report on paper: pages painted on a printer or into a PDF file.
#pragma once

#include "base/job.h"
#include "document/paper/figure_painter.h"
#include "document/paper/missing_characters.h"
#include "document/report.h"

#include <QPageLayout>
#include <QPageRanges>

class QPagedPaintDevice;
class QPainter;

namespace junheng::document {

class ReportLayout;

/// Paper of a size without margins of its own: the layout keeps the margins of its style.
QPageLayout sheetOf(const QPageSize& size, QPageLayout::Orientation orientation);

/// The orientation for the whole document: across where all its tables have pages of their own, nothing else is in it
/// and one of them is too wide for an upright page.
QPageLayout::Orientation orientationOf(const Report& report);

/// Paints the pages `chosen` (none: all) on paper of the device's size, each with 第 x 页 共 y 页 at its foot. Pages
/// of wide tables are across; a device that cannot turn its paper in the midst gets them turned. Needs a
/// QGuiApplication.
void paintReport(const Report& report, QPagedPaintDevice& device, const FigurePainter& figures,
                 const QPageRanges& chosen = {});

/// The same of a layout for this device, behind what `painter` has painted on it before; it may have begun nothing yet.
/// False when the job was stopped or the device cannot be painted on.
bool paintPages(const ReportLayout& layout, QPagedPaintDevice& device, QPainter& painter, const FigurePainter& figures,
                const QPageRanges& chosen, const base::Job& job);

} // namespace junheng::document
