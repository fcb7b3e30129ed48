#include "ui/figures/blocks.h"

namespace junheng::ui {

QRectF Blocks::pixelsOf(const Block& block) const {
    const QPointF corner(m_x.coordToPixel(block.left), m_y.coordToPixel(block.top));
    return QRectF(corner, QPointF(m_x.coordToPixel(block.right), m_y.coordToPixel(block.bottom))).normalized();
}

const report::FigurePart* Blocks::partAt(const QPointF& pixel) const {
    const QRectF plot = area();
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

void Blocks::draw(QCPPainter* painter) {
    painter->setAntialiasing(false);
    for (const Block& block : m_blocks)
        paintBlock(*painter, pixelsOf(block), block.look);
    for (const Block& block : m_blocks) {
        const QRectF pixels = pixelsOf(block);
        if (isChosen(block.part))
            outline(*painter, pixels);
        if (!block.text.isEmpty())
            drawTextOf(*painter, pixels, block);
    }
}

void Blocks::drawTextOf(QCPPainter& painter, const QRectF& pixels, const Block& block) const {
    constexpr qreal kGap = 6;
    QRectF room(QPointF(), sizeOf(block.text));
    if (m_place == TextPlace::Above)
        room.moveCenter(QPointF(pixels.center().x(), pixels.top() - room.height() / 2 - 1));
    else
        room.moveCenter(QPointF(pixels.right() + kGap + room.width() / 2, pixels.center().y()));
    drawText(painter, room, block.text, block.part.mark == report::Mark::None ? m_style.text() : block.look.ink);
}

} // namespace junheng::ui
