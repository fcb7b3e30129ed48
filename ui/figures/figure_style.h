// How a figure looks: colours that colour-blind eyes tell apart, and hatchings that need no colour.
#pragma once

#include "document/figure.h"

#include <QColor>
#include <QFont>
#include <QPalette>

class QPainter;

namespace junheng::ui {

enum class Hatching : std::uint8_t { None, Rising, Falling, Level };

/// How one block is filled.
struct BlockLook {
    QColor fill;
    QColor ink; ///< outline and hatching
    Hatching hatching = Hatching::None;
    bool dashed = false; ///< the outline
};

struct FigureStyle {
    QPalette palette;
    QFont font;

    /// Blue; 85 % yellow with level lines; failing vermilion with rising lines; missing empty with a dashed outline.
    [[nodiscard]] BlockLook lookOf(document::Mark mark) const;
    /// The same for a block with a figure in it: pale where nothing is amiss.
    [[nodiscard]] BlockLook cellLookOf(document::Mark mark) const;
    /// The same for a block too low for hatchings: by shades that differ without colour as well.
    [[nodiscard]] QColor shadeOf(document::Mark mark) const;
    /// Above full, below with falling lines, the rest empty.
    [[nodiscard]] BlockLook lookOf(document::MeanSide side) const;
    /// Of an ideograph, in pixels.
    [[nodiscard]] qreal em() const;
    [[nodiscard]] QColor text() const { return palette.color(QPalette::Text); }
    /// Keeps a text legible that lies over lines.
    [[nodiscard]] QColor behindText() const;
    /// Of axes and grids.
    [[nodiscard]] QColor faint(qreal strength) const;
};

/// Black on white, for paper, whatever the desk's theme.
FigureStyle paperStyle(const QFont& font);

/// ✓, △, ✗, ○.
QString signOf(document::Mark mark);

/// Fills `area`, in pixels, without an outline.
void fillBlock(QPainter& painter, const QRectF& area, const BlockLook& look);
/// Fills and outlines `area`, in pixels.
void paintBlock(QPainter& painter, const QRectF& area, const BlockLook& look);

} // namespace junheng::ui
