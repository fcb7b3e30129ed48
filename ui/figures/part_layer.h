// What every figure is drawn as: something that knows which of its parts lies where. Internal to this room.
#pragma once

#include "ui/figures/figure_style.h"

#include <qcustomplot.h>

namespace junheng::ui {

class PartLayer : public QCPAbstractPlottable {
public:
    PartLayer(QCustomPlot& plot, const FigureStyle& style);

    /// nullptr when there is none.
    [[nodiscard]] virtual const document::FigurePart* partAt(const QPointF& pixel) const = 0;
    /// The part so many to the right or down, at the farthest the last one there; nullptr: nowhere. With a key of no
    /// part, from in front of the first.
    [[nodiscard]] virtual const document::FigurePart* beside(int key, int right, int down) const;
    /// Where the part with this key lies, in pixels; null: nowhere, or all is in sight anyway.
    [[nodiscard]] virtual QRectF roomOfPart(int key) const;
    /// Outlines the parts with this key.
    void setChosen(int key) { m_chosen = key; }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain sign) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain sign, const QCPRange& keys) const override;

protected:
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

    [[nodiscard]] int chosenKey() const { return m_chosen; }
    [[nodiscard]] bool isChosen(const document::FigurePart& part) const {
        return m_chosen >= 0 && part.key == m_chosen;
    }
    /// A text on a ground that keeps it legible over lines; `room` is as large as it.
    void drawText(QCPPainter& painter, const QRectF& room, const QString& text, const QColor& ink) const;
    [[nodiscard]] QSizeF sizeOf(const QString& text) const;
    /// The edge of what is chosen, in pixels.
    void outline(QCPPainter& painter, const QRectF& part) const;
    [[nodiscard]] qreal em() const { return m_style.em(); }
    /// Where the figure may draw, in pixels.
    [[nodiscard]] QRectF area() const { return m_x.axisRect()->rect(); }

    QCPAxis& m_x; ///< of the plot, which owns them and this
    QCPAxis& m_y;
    FigureStyle m_style;

private:
    int m_chosen = -1;
};

} // namespace junheng::ui
