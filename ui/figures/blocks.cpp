#include "ui/figures/blocks.h"

#include "ui/figures/canvas.h"

namespace junheng::ui {

void Blocks::add(FigureBlock block) {
    if (!block.text.isEmpty())
        addTextOf(block);
    m_blocks.push_back(std::move(block));
}

QRectF Blocks::pixelsOf(const FigureBlock& block) const {
    const QPointF corner(m_x.coordToPixel(block.left), m_y.coordToPixel(block.top));
    return QRectF(corner, QPointF(m_x.coordToPixel(block.right), m_y.coordToPixel(block.bottom))).normalized();
}

const document::FigurePart* Blocks::partAt(const QPointF& pixel) const {
    const QRectF plot = area();
    for (const FigureBlock& block : m_blocks) {
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
    for (const FigureBlock& block : m_blocks)
        paintBlock(*painter, pixelsOf(block), block.look);
    for (const FigureBlock& block : m_blocks) {
        if (isChosen(block.part))
            outline(*painter, pixelsOf(block));
    }
}

void Blocks::addTextOf(const FigureBlock& block) {
    const bool above = m_place == TextPlace::Above;
    const QPointF at = above ? QPointF((block.left + block.right) / 2, block.top)
                             : QPointF(block.right, (block.bottom + block.top) / 2);
    QCPItemText& text = textItem(*parentPlot(), m_style, block.text, at,
                                 above ? Qt::AlignHCenter | Qt::AlignBottom : Qt::AlignLeft | Qt::AlignVCenter);
    text.setColor(block.part.mark == document::Mark::None ? m_style.text() : block.look.ink);
    constexpr int kIndent = 6;
    if (!above)
        text.setPadding(QMargins(kIndent, 0, 0, 0));
}

} // namespace junheng::ui
