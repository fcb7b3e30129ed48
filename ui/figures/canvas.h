// A plot emptied and dressed for one figure, and what several figures draw alike. Internal to this room.
#pragma once

#include "ui/figures/figure_style.h"

#include <qcustomplot.h>

namespace junheng::ui {

class Canvas {
public:
    Canvas(QCustomPlot& plot, const FigureStyle& style);

    [[nodiscard]] QCustomPlot& plot() { return m_plot; }
    [[nodiscard]] const FigureStyle& style() const { return m_style; }

    /// Values from 0 to `upper`, with some round figures.
    static void setUpValues(QCPAxis& axis, double upper);
    /// Names instead of figures, without ticks and grid.
    static void setUpNames(QCPAxis& axis, const QSharedPointer<QCPAxisTickerText>& names);
    /// A level across the plot, in coordinates.
    void addLine(const QPointF& from, const QPointF& to, Qt::PenStyle look);
    /// A text with this corner at `at`, in coordinates.
    void addText(const QString& shown, const QPointF& at, Qt::Alignment corner);

private:
    void dress(QCPAxis& axis) const;

    QCustomPlot& m_plot;
    const FigureStyle& m_style;
};

/// A text that no line of the plot runs through, with this corner at `at`, in coordinates; its colour is still to be
/// set.
QCPItemText& textItem(QCustomPlot& plot, const FigureStyle& style, const QString& shown, const QPointF& at,
                      Qt::Alignment corner);

/// How the line of a level looks.
Qt::PenStyle dashesOf(document::FigureLevel::Kind kind);

} // namespace junheng::ui
