// Rectangles in a plot, each standing for something that can be pointed at. Internal to this room.
#pragma once

#include "ui/figures/figure_style.h"

#include <qcustomplot.h>

#include <vector>

namespace junheng::ui {

struct Block {
    double left = 0; ///< in the coordinates of the plot's x and y axes
    double right = 0;
    double bottom = 0;
    double top = 0;
    BlockLook look;
    report::FigurePart part;
    QString text = {}; ///< beside it; may be empty
};

enum class TextPlace : std::uint8_t { Above, Right };

class Blocks : public QCPAbstractPlottable {
public:
    Blocks(QCustomPlot& plot, TextPlace place, const FigureStyle& style);

    void add(Block block) { m_blocks.push_back(std::move(block)); }
    /// The part whose lane (all that lies in the direction of its growth, so that short ones can be hit) contains the
    /// pixel; nullptr when there is none.
    [[nodiscard]] const report::FigurePart* partAt(const QPointF& pixel) const;
    /// Outlines the parts with this key.
    void setChosen(int key) { m_chosen = key; }

    double selectTest(const QPointF& pixel, bool onlySelectable, QVariant* details) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain sign) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain sign, const QCPRange& keys) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    [[nodiscard]] QRectF pixelsOf(const Block& block) const;
    void drawText(QCPPainter& painter, const QRectF& area, const Block& block) const;

    QCPAxis& m_x; ///< of the plot, which owns them and this
    QCPAxis& m_y;
    std::vector<Block> m_blocks;
    TextPlace m_place;
    FigureStyle m_style;
    int m_chosen = -1;
};

} // namespace junheng::ui
