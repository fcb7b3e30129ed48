#include "ui/figures/figure_builder.h"

#include "ui/figures/plots.h"

namespace junheng::ui {

PartLayer* buildFigure(QCustomPlot& plot, const report::Figure& figure, const FigureStyle& style) {
    Canvas canvas(plot, style);
    return std::visit([&](const auto& any) { return plotFigure(canvas, any); }, figure);
}

int lowestHeight(const report::Figure& figure, int width, const FigureStyle& style) {
    if (const auto* map = std::get_if<report::HeatMap>(&figure))
        return lowestHeightOf(*map, width, style);
    if (const auto* bars = std::get_if<report::RankedBars>(&figure))
        return lowestHeightOf(*bars, style);
    return 0;
}

} // namespace junheng::ui
