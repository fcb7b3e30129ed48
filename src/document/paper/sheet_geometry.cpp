#include "document/paper/sheet_geometry.h"

#include "document/lengths.h"

#include <QMarginsF>

namespace junheng::document {

namespace {

constexpr QMarginsF kFormMargins(14, 14, 14, 19);
constexpr QMarginsF kOfficialMargins(28, 37, 26, 35);
constexpr double kFormFoot = 2; // below the text
constexpr double kOfficialFoot = 7;
constexpr double kFootHeight = 6;

} // namespace

SheetGeometry geometryOf(Style style, const QPageSize& size, QPageLayout::Orientation orientation, int dotsPerInch) {
    const bool isAcross = orientation == QPageLayout::Landscape;
    const bool isOfficial = style == Style::Official && !isAcross;
    const QMarginsF margins = isOfficial ? kOfficialMargins : kFormMargins;
    QSizeF sheet = size.size(QPageSize::Millimeter);
    if (isAcross)
        sheet.transpose();
    const double millimetre = dotsPerInch / kMillimetresPerInch;
    const QRectF text = QRectF(QPointF(0, 0), sheet).marginsRemoved(margins);
    const QRectF foot(text.left(), text.bottom() + (isOfficial ? kOfficialFoot : kFormFoot), text.width(), kFootHeight);
    const auto inPixels = [&](const QRectF& rect) {
        return QRectF(rect.topLeft() * millimetre, rect.size() * millimetre);
    };
    return {.sheet = sheet * millimetre, .text = inPixels(text), .foot = inPixels(foot)};
}

} // namespace junheng::document
