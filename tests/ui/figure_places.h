// Figures under the mouse.
#pragma once

#include "ui/figures/figure_view.h"

#include <QTest>

#include <optional>

namespace junheng::ui {

/// A place of the figure where what is said begins so.
inline std::optional<QPoint> placeOf(const FigureView& figure, const QString& said) {
    constexpr int kStep = 4;
    for (int y = 0; y < figure.height(); y += kStep) {
        for (int x = 0; x < figure.width(); x += kStep) {
            if (figure.detailAt({x, y}).startsWith(said))
                return QPoint(x, y);
        }
    }
    return std::nullopt;
}

inline void click(const FigureView& figure, const QPoint& place, bool twice = false) {
    QWidget* plot = figure.childAt(place);
    const QPoint inPlot = plot->mapFrom(&figure, place);
    if (twice)
        QTest::mouseDClick(plot, Qt::LeftButton, {}, inPlot);
    else
        QTest::mouseClick(plot, Qt::LeftButton, {}, inPlot);
}

} // namespace junheng::ui
