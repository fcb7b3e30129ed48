// The margins of a style on paper of a size.
#pragma once

#include "document/report.h"

#include <QPageLayout>
#include <QPageSize>
#include <QRectF>

namespace junheng::document {

/// Lengths are pixels of the device.
struct SheetGeometry {
    QSizeF sheet; ///< as the page is read
    QRectF text;
    QRectF foot; ///< the line of the page number
};

/// GB/T 9704 for the upright pages of Style::Official. Pages across hold wide tables, which need the room that forms
/// have.
SheetGeometry geometryOf(Style style, const QPageSize& size, QPageLayout::Orientation orientation, int dotsPerInch);

} // namespace junheng::document
