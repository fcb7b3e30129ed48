// Who paints figures on paper: this room describes them, and whoever has a library for it is handed in.
#pragma once

#include "document/report.h"

#include <QRectF>

#include <functional>

class QFont;
class QPainter;

namespace junheng::document {

/// Paints a figure with its title into `target`, in the painter's coordinates; `unit` is how many of these make 1/96
/// inch, so that letters and lines have the same size on every device.
using FigurePainter =
    std::function<void(QPainter& painter, const QRectF& target, qreal unit, const Figure& figure, const QFont& font)>;

/// The same of a plot, which may be of two figures.
void paintPlot(QPainter& painter, const QRectF& target, qreal unit, const Plot& plot, const QFont& font,
               const FigurePainter& figures);

} // namespace junheng::document
