// How each kind of figure is plotted. Internal to this room.
#pragma once

#include "document/figure.h"
#include "ui/figures/canvas.h"

namespace junheng::ui {

// In pixels.
inline constexpr qreal kGap = 6;   ///< between a text and what it stands beside
inline constexpr qreal kReach = 8; ///< of the mouse

class PartLayer;

/// Each puts its figure onto the canvas and gives what can be pointed at, which the plot owns.
PartLayer* plotFigure(Canvas& canvas, const document::LimitBars& figure);
PartLayer* plotFigure(Canvas& canvas, const document::Waterfall& figure);
PartLayer* plotFigure(Canvas& canvas, const document::WeightedDistribution& figure);
PartLayer* plotFigure(Canvas& canvas, const document::HeatMap& figure);
PartLayer* plotFigure(Canvas& canvas, const document::RankedBars& figure);
PartLayer* plotFigure(Canvas& canvas, const document::Radar& figure);
PartLayer* plotFigure(Canvas& canvas, const document::Course& figure);

/// The height below which rows could not be pointed at any more, in pixels.
int lowestHeightOf(const document::HeatMap& figure, int width, const FigureStyle& style);
int lowestHeightOf(const document::RankedBars& figure, const FigureStyle& style);

} // namespace junheng::ui
