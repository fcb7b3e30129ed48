// A figure on paper, or into an image.
#pragma once

#include "document/figure.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace junheng::ui {

/// Black on white with its title above, as vectors. `target` is in the painter's coordinates; `unit` is how many of
/// these make 1/96 inch, so that letters and lines have the same size on every device.
void paintFigure(QPainter& painter, const QRectF& target, qreal unit, const document::Figure& figure,
                 const QFont& font);

} // namespace junheng::ui
