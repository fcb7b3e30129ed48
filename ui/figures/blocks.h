// Rectangles in a plot, each standing for something that can be pointed at. Internal to this room.
#pragma once

#include "ui/figures/part_layer.h"

#include <vector>

namespace junheng::ui {

struct FigureBlock {
    double left = 0; ///< in the coordinates of the plot's x and y axes
    double right = 0;
    double bottom = 0;
    double top = 0;
    BlockLook look;
    document::FigurePart part;
    QString text = {}; ///< beside it; may be empty
};

enum class TextPlace : std::uint8_t { Above, Right };

class Blocks : public PartLayer {
public:
    Blocks(QCustomPlot& plot, TextPlace place, const FigureStyle& style) : PartLayer(plot, style), m_place(place) {}

    void add(FigureBlock block);
    /// The part whose lane (all that lies in the direction of its growth, so that short ones can be hit) contains the
    /// pixel.
    [[nodiscard]] const document::FigurePart* partAt(const QPointF& pixel) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] QRectF pixelsOf(const FigureBlock& block) const;
    void addTextOf(const FigureBlock& block);

    std::vector<FigureBlock> m_blocks;
    TextPlace m_place;
};

} // namespace junheng::ui
