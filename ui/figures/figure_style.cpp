#include "ui/figures/figure_style.h"

#include "ui/widgets/tone.h"

#include <QFontInfo>
#include <QPainter>

namespace junheng::ui {

namespace {

constexpr qreal kHatchStep = 5;
// Narrower blocks would be nothing but outline.
constexpr qreal kOutlined = 4;

QColor mixed(const QColor& a, const QColor& b, qreal partOfB) {
    const auto channel = [partOfB](int x, int y) { return static_cast<int>(x + (y - x) * partOfB); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

Tone toneOf(document::Mark mark) {
    switch (mark) {
    case document::Mark::None:
        return Tone::Good;
    case document::Mark::Floor:
        return Tone::Near;
    case document::Mark::Failing:
        return Tone::Bad;
    case document::Mark::Missing:
        break;
    }
    return Tone::Open;
}

Hatching hatchingOf(document::Mark mark) {
    return mark == document::Mark::Failing ? Hatching::Rising
           : mark == document::Mark::Floor ? Hatching::Level
                                           : Hatching::None;
}

void hatch(QPainter& painter, const QRectF& area, const BlockLook& look) {
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(look.ink, 1));
    if (look.hatching == Hatching::Level) {
        for (qreal y = area.bottom() - kHatchStep; y > area.top(); y -= kHatchStep)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    } else {
        const qreal height = area.height();
        for (qreal x = area.left() - height; x < area.right(); x += kHatchStep) {
            const bool rising = look.hatching == Hatching::Rising;
            painter.drawLine(QPointF(x, rising ? area.bottom() : area.top()),
                             QPointF(x + height, rising ? area.top() : area.bottom()));
        }
    }
    painter.restore();
}

} // namespace

BlockLook FigureStyle::lookOf(document::Mark mark) const {
    const Tone tone = toneOf(mark);
    const QColor ink = inkOf(tone, palette);
    constexpr qreal kFull = 0.4;
    if (mark == document::Mark::Missing)
        return {.fill = Qt::transparent, .ink = ink, .dashed = true};
    const QColor fill = fillOf(tone, palette);
    return {.fill = mark == document::Mark::None ? mixed(fill, ink, kFull) : fill,
            .ink = ink,
            .hatching = hatchingOf(mark)};
}

BlockLook FigureStyle::cellLookOf(document::Mark mark) const {
    BlockLook look = lookOf(mark);
    constexpr qreal kPale = 0.12;
    if (mark == document::Mark::None)
        look.fill = mixed(fillOf(Tone::Good, palette), look.ink, kPale);
    return look;
}

QColor FigureStyle::shadeOf(document::Mark mark) const {
    const BlockLook look = cellLookOf(mark);
    constexpr qreal kBetween = 0.6; // the darkest, and none
    return mark == document::Mark::Failing ? look.ink
           : mark == document::Mark::Floor ? mixed(look.fill, look.ink, kBetween)
                                           : look.fill;
}

BlockLook FigureStyle::lookOf(document::MeanSide side) const {
    BlockLook look = lookOf(document::Mark::None);
    if (side == document::MeanSide::Below) {
        look.fill = fillOf(Tone::Good, palette);
        look.hatching = Hatching::Falling;
    } else if (side == document::MeanSide::Both) {
        look = lookOf(document::Mark::Missing);
        look.dashed = false;
    }
    return look;
}

qreal FigureStyle::em() const {
    return QFontInfo(font).pixelSize();
}

QColor FigureStyle::behindText() const {
    QColor colour = palette.color(QPalette::Base);
    colour.setAlphaF(0.8F);
    return colour;
}

QColor FigureStyle::faint(qreal strength) const {
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), strength);
}

FigureStyle paperStyle(const QFont& font) {
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    return {.palette = palette, .font = font};
}

QString signOf(document::Mark mark) {
    return markOf(toneOf(mark));
}

void fillBlock(QPainter& painter, const QRectF& area, const BlockLook& look) {
    painter.fillRect(area, look.fill);
    if (look.hatching != Hatching::None)
        hatch(painter, area, look);
}

void paintBlock(QPainter& painter, const QRectF& area, const BlockLook& look) {
    fillBlock(painter, area, look);
    if (area.width() < kOutlined)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.ink, 1, look.dashed ? Qt::DashLine : Qt::SolidLine));
    painter.drawRect(area);
}

} // namespace junheng::ui
