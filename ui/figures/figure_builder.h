// From a figure's description to a plot. Internal to this room.
#pragma once

#include "document/figure.h"
#include "ui/figures/figure_style.h"

class QCustomPlot;

namespace junheng::ui {

class PartLayer;

/// Makes `plot`, which showed nothing or a figure of this kind, show the figure and nothing else; does not replot. The
/// parts belong to the plot, until it is built again.
PartLayer* buildFigure(QCustomPlot& plot, const document::Figure& figure, const FigureStyle& style);

/// The height below which parts of the figure could not be pointed at any more, in pixels; 0: any will do.
int lowestHeight(const document::Figure& figure, int width, const FigureStyle& style);

} // namespace junheng::ui
