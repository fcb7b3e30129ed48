#include "ui/figures/part_layer.h"

namespace junheng::ui {

PartLayer::PartLayer(QCustomPlot& plot, const FigureStyle& style)
    : QCPAbstractPlottable(plot.xAxis, plot.yAxis), m_x(*plot.xAxis), m_y(*plot.yAxis), m_style(style) {
    setSelectable(QCP::stNone);
}

// Whoever builds a figure sets the ranges.
QCPRange PartLayer::getKeyRange(bool& found, QCP::SignDomain) const {
    found = true;
    return m_x.range();
}

QCPRange PartLayer::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = true;
    return m_y.range();
}

void PartLayer::drawText(QCPPainter& painter, const QRectF& room, const QString& text, const QColor& ink) const {
    painter.setFont(m_style.font);
    painter.setPen(ink);
    painter.fillRect(room, m_style.behindText());
    painter.drawText(room, Qt::AlignCenter | Qt::TextDontClip, text);
}

const document::FigurePart* PartLayer::beside(int, int, int) const {
    return nullptr;
}

QRectF PartLayer::roomOfPart(int) const {
    return {};
}

void PartLayer::outline(QCPPainter& painter, const QRectF& part) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_style.text(), 2));
    painter.drawRect(part);
}

QSizeF PartLayer::sizeOf(const QString& text) const {
    return QFontMetricsF(m_style.font).size(0, text);
}

} // namespace junheng::ui
