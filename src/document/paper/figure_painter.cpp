#include "document/paper/figure_painter.h"

namespace junheng::document {

void paintPlot(QPainter& painter, const QRectF& target, qreal unit, const Plot& plot, const QFont& font,
               const FigurePainter& figures) {
    if (!plot.beside) {
        figures(painter, target, unit, plot.figure, font);
        return;
    }
    constexpr double kGap = 12; // in units
    QRectF half(target.topLeft(), QSizeF((target.width() - kGap * unit) / 2, target.height()));
    figures(painter, half, unit, plot.figure, font);
    half.moveRight(target.right());
    figures(painter, half, unit, *plot.beside, font);
}

} // namespace junheng::document
