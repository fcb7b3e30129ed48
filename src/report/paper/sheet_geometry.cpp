#include "report/paper/sheet_geometry.h"

#include <QMarginsF>

namespace junheng::report {

namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr QMarginsF kFormMargins(14, 14, 14, 19);
constexpr QMarginsF kOfficialMargins(28, 37, 26, 35);
constexpr double kFormFoot = 2; // below the text
constexpr double kOfficialFoot = 7;
constexpr double kFootHeight = 6;

// Its head is at the sheet's left edge, where the sheets are bound.
QMarginsF turned(const QMarginsF& margins) {
    return {margins.bottom(), margins.left(), margins.top(), margins.right()};
}

} // namespace

SheetGeometry geometryOf(Style style, const QPageSize& size, QPageLayout::Orientation orientation, int dotsPerInch) {
    const bool isOfficial = style == Style::Official;
    QSizeF sheet = size.size(QPageSize::Millimeter);
    QMarginsF margins = isOfficial ? kOfficialMargins : kFormMargins;
    if (orientation == QPageLayout::Landscape) {
        sheet.transpose();
        if (isOfficial)
            margins = turned(margins);
    }
    const double millimetre = dotsPerInch / kMillimetresPerInch;
    const QRectF text = QRectF(QPointF(0, 0), sheet).marginsRemoved(margins);
    const QRectF foot(text.left(), text.bottom() + (isOfficial ? kOfficialFoot : kFormFoot), text.width(), kFootHeight);
    const auto inPixels = [&](const QRectF& rect) {
        return QRectF(rect.topLeft() * millimetre, rect.size() * millimetre);
    };
    return {.sheet = sheet * millimetre, .text = inPixels(text), .foot = inPixels(foot)};
}

} // namespace junheng::report
