// How the lines of a figure are told apart: by colour, by dashes and by the shape of their points. Internal to this
// room.
#pragma once

#include "ui/figures/figure_style.h"

#include <qcustomplot.h>

namespace junheng::ui {

struct LineLook {
    QPen pen;
    QCPScatterStyle::ScatterShape shape;

    /// A point of the line at this pixel.
    void drawPoint(QCPPainter& painter, const QPointF& at, const FigureStyle& style) const;
};

/// Of the line at this position; they repeat after seven. The first, the subject of a figure, is the strongest.
LineLook lineLook(std::size_t position);

} // namespace junheng::ui
