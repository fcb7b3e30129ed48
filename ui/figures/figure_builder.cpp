#include "ui/figures/figure_builder.h"

#include "ui/figures/plots.h"

namespace junheng::ui {

PartLayer* buildFigure(QCustomPlot& plot, const document::Figure& figure, const FigureStyle& style) {
    Canvas canvas(plot, style);
    return std::visit([&](const auto& any) { return plotFigure(canvas, any); }, figure);
}

int lowestHeight(const document::Figure& figure, int width, const FigureStyle& style) {
    if (const auto* map = std::get_if<document::HeatMap>(&figure))
        return lowestHeightOf(*map, width, style);
    if (const auto* bars = std::get_if<document::RankedBars>(&figure))
        return lowestHeightOf(*bars, style);
    return 0;
}

} // namespace junheng::ui
