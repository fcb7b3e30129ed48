#include "ui/figures/blocks.h"

namespace junheng::ui {

Blocks::Blocks(QCustomPlot& plot, TextPlace place, const FigureStyle& style)
    : QCPAbstractPlottable(plot.xAxis, plot.yAxis), m_x(*plot.xAxis), m_y(*plot.yAxis), m_place(place), m_style(style) {
    setSelectable(QCP::stNone);
}

QRectF Blocks::pixelsOf(const Block& block) const {
    const QPointF corner(m_x.coordToPixel(block.left), m_y.coordToPixel(block.top));
    return QRectF(corner, QPointF(m_x.coordToPixel(block.right), m_y.coordToPixel(block.bottom))).normalized();
}

const report::FigurePart* Blocks::partAt(const QPointF& pixel) const {
    const QRectF plot = m_x.axisRect()->rect();
    for (const Block& block : m_blocks) {
        QRectF lane = pixelsOf(block);
        if (m_place == TextPlace::Above) {
            lane.setTop(plot.top());
            lane.setBottom(plot.bottom());
        } else {
            lane.setLeft(plot.left());
            lane.setRight(plot.right());
        }
        if (lane.contains(pixel))
            return &block.part;
    }
    return nullptr;
}

double Blocks::selectTest(const QPointF&, bool, QVariant*) const {
    return -1;
}

QCPRange Blocks::getKeyRange(bool& found, QCP::SignDomain) const {
    QCPRange range;
    found = !m_blocks.empty();
    for (const Block& block : m_blocks) {
        range.expand(block.left);
        range.expand(block.right);
    }
    return range;
}

QCPRange Blocks::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    QCPRange range;
    found = !m_blocks.empty();
    for (const Block& block : m_blocks) {
        range.expand(block.bottom);
        range.expand(block.top);
    }
    return range;
}

void Blocks::draw(QCPPainter* painter) {
    painter->setAntialiasing(false);
    for (const Block& block : m_blocks)
        paintBlock(*painter, pixelsOf(block), block.look);
    for (const Block& block : m_blocks) {
        const QRectF area = pixelsOf(block);
        if (m_chosen >= 0 && block.part.key == m_chosen) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(m_style.text(), 2));
            painter->drawRect(area);
        }
        if (!block.text.isEmpty())
            drawText(*painter, area, block);
    }
}

void Blocks::drawText(QCPPainter& painter, const QRectF& area, const Block& block) const {
    constexpr qreal kGap = 6;
    painter.setFont(m_style.font);
    painter.setPen(block.part.mark == report::Mark::None ? m_style.text() : block.look.ink);
    QRectF room(QPointF(), painter.fontMetrics().size(0, block.text));
    if (m_place == TextPlace::Above)
        room.moveCenter(QPointF(area.center().x(), area.top() - room.height() / 2 - 1));
    else
        room.moveCenter(QPointF(area.right() + kGap + room.width() / 2, area.center().y()));
    painter.fillRect(room, m_style.behindText());
    painter.drawText(room, Qt::AlignCenter | Qt::TextDontClip, block.text);
}

} // namespace junheng::ui
