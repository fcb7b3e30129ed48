// From a figure's description to a plot. Internal to this room.
#pragma once

#include "report/figure.h"
#include "ui/figures/figure_style.h"

class QCustomPlot;

namespace junheng::ui {

class Blocks;

/// Makes `plot` show the figure and nothing else; does not replot. The blocks belong to the plot, until it is built
/// again.
Blocks* buildFigure(QCustomPlot& plot, const report::Figure& figure, const FigureStyle& style);

} // namespace junheng::ui
