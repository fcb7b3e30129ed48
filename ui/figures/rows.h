// Figures of many rows, which are as high as the room allows: names of as many as fit. Internal to this room.
#pragma once

#include "ui/figures/part_layer.h"

namespace junheng::ui {

/// The height that lets every row be pointed at.
inline constexpr qreal kLowestRow = 4;

class Rows : public PartLayer {
public:
    using PartLayer::PartLayer;

protected:
    /// The least height of rows whose text can be read.
    [[nodiscard]] qreal legible() const;
    /// Of the widest of these names, at most so many ideographs.
    [[nodiscard]] qreal widthOf(const QStringList& names, qreal ideographs) const;
    /// Of rows of this height, every how many have a name.
    [[nodiscard]] std::size_t nameEvery(qreal rowHeight) const;
    /// Shortened where it is too long for the room's width; the room may be lower than the text.
    void drawName(QCPPainter& painter, const QRectF& room, const QString& name) const;
    [[nodiscard]] virtual BlockLook lookOf(document::Mark mark) const { return m_style.lookOf(mark); }
    /// Look, sign and word of every mark, from `left` on.
    void drawMarks(QCPPainter& painter, const QPointF& left, const QStringList& words) const;
};

} // namespace junheng::ui
