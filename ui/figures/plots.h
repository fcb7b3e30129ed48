// How each kind of figure is plotted. Internal to this room.
#pragma once

#include "report/figure.h"
#include "ui/figures/canvas.h"

namespace junheng::ui {

class PartLayer;

/// Each puts its figure onto the canvas and gives what can be pointed at, which the plot owns.
PartLayer* plotFigure(Canvas& canvas, const report::LimitBars& figure);
PartLayer* plotFigure(Canvas& canvas, const report::Waterfall& figure);
PartLayer* plotFigure(Canvas& canvas, const report::WeightedDistribution& figure);
PartLayer* plotFigure(Canvas& canvas, const report::HeatMap& figure);
PartLayer* plotFigure(Canvas& canvas, const report::RankedBars& figure);
PartLayer* plotFigure(Canvas& canvas, const report::Radar& figure);
PartLayer* plotFigure(Canvas& canvas, const report::Course& figure);

/// The height below which rows could not be pointed at any more, in pixels.
int lowestHeightOf(const report::HeatMap& figure, int width, const FigureStyle& style);
int lowestHeightOf(const report::RankedBars& figure, const FigureStyle& style);

} // namespace junheng::ui
