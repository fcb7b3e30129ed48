// A web of several axes around a middle.
#include "ui/figures/line_look.h"
#include "ui/figures/part_layer.h"
#include "ui/figures/plots.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace junheng::ui {

namespace {

class Web : public PartLayer {
public:
    Web(QCustomPlot& plot, const FigureStyle& style, const document::Radar& figure)
        : PartLayer(plot, style), m_figure(figure) {}

    [[nodiscard]] const document::FigurePart* partAt(const QPointF& pixel) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    // Where the web lies, in pixels.
    struct Place {
        QPointF middle;
        qreal radius;
    };
    [[nodiscard]] Place place() const;
    [[nodiscard]] QPointF towards(std::size_t axis) const;
    [[nodiscard]] QPointF pointOf(const Place& web, std::size_t axis, double value) const;
    [[nodiscard]] QString labelOf(std::size_t axis) const;
    [[nodiscard]] QString beyondText() const;
    [[nodiscard]] qreal legendHeight() const { return sizeOf(m_figure.thresholdText).height() + kGap; }
    void drawRing(QCPPainter& painter, const Place& web, double value, const QPen& pen) const;
    void drawScale(QCPPainter& painter, const Place& web) const;
    void drawLine(QCPPainter& painter, const Place& web, std::size_t line) const;
    void drawPoint(QCPPainter& painter, const Place& web, std::size_t line, std::size_t axis) const;
    void drawArrow(QCPPainter& painter, const QPointF& tip, std::size_t axis, const QColor& colour) const;
    void drawLabels(QCPPainter& painter, const Place& web) const;
    void drawLegend(QCPPainter& painter) const;

    document::Radar m_figure;
};

// From the top, clockwise; y grows downwards.
QPointF Web::towards(std::size_t axis) const {
    const double angle = 2 * std::numbers::pi * static_cast<double>(axis) / static_cast<double>(m_figure.axes.size()) -
                         std::numbers::pi / 2;
    return {std::cos(angle), std::sin(angle)};
}

QPointF Web::pointOf(const Place& web, std::size_t axis, double value) const {
    return web.middle + towards(axis) * (web.radius * std::min(value, m_figure.cap) / m_figure.cap);
}

// "R4 教学用房" with the subject's figure and mark below.
QString Web::labelOf(std::size_t axis) const {
    QString label = m_figure.axes[static_cast<qsizetype>(axis)];
    if (!m_figure.lines.empty()) {
        const document::FigurePart& part = m_figure.lines.front().values[axis].part;
        if (!part.text.isEmpty())
            label += u'\n' + part.text + u' ' + signOf(part.mark);
    }
    return label;
}

// As large as leaves room for labels and legend.
Web::Place Web::place() const {
    QRectF room = area();
    room.setBottom(room.bottom() - legendHeight());
    qreal radius = std::min(room.width(), room.height()) / 2;
    for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_figure.axes.size()); ++axis) {
        const QSizeF label = sizeOf(labelOf(axis));
        const QPointF way = towards(axis);
        constexpr qreal kUpright = 0.1; // of axes whose labels stand above or below the tip
        if (std::abs(way.x()) > kUpright)
            radius = std::min(radius, (room.width() / 2 - label.width() - kGap) / std::abs(way.x()));
        const qreal half = label.height() * (std::abs(way.x()) > kUpright ? 0.5 : 1) + kGap;
        if (std::abs(way.y()) > kUpright)
            radius = std::min(radius, (room.height() / 2 - half) / std::abs(way.y()));
    }
    constexpr qreal kSmallest = 20;
    return {.middle = room.center(), .radius = std::max(radius, kSmallest)};
}

const document::FigurePart* Web::partAt(const QPointF& pixel) const {
    const Place web = place();
    for (const auto& line : m_figure.lines) {
        for (std::size_t axis = 0; axis < line.values.size(); ++axis) {
            const auto& [part, value] = line.values[axis];
            if (value && QLineF(pixel, pointOf(web, axis, *value)).length() <= kReach)
                return &part;
        }
    }
    return nullptr;
}

void Web::draw(QCPPainter* painter) {
    const Place web = place();
    painter->setAntialiasing(true);
    drawScale(*painter, web);
    // The subject lies over what it is compared with.
    for (std::size_t line = m_figure.lines.size(); line-- > 0;)
        drawLine(*painter, web, line);
    drawLabels(*painter, web);
    drawLegend(*painter);
}

void Web::drawRing(QCPPainter& painter, const Place& web, double value, const QPen& pen) const {
    QPolygonF ring;
    for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_figure.axes.size()); ++axis)
        ring << pointOf(web, axis, value);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(ring);
}

void Web::drawScale(QCPPainter& painter, const Place& web) const {
    constexpr double kStep = 0.5;
    const QPen faint(m_style.faint(0.2), 1);
    for (double ring = kStep; ring <= m_figure.cap; ring += kStep)
        drawRing(painter, web, ring, faint);
    for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_figure.axes.size()); ++axis)
        painter.drawLine(web.middle, pointOf(web, axis, m_figure.cap));
    drawRing(painter, web, 1, QPen(m_style.text(), 1.5, Qt::DashLine));
}

void Web::drawLine(QCPPainter& painter, const Place& web, std::size_t line) const {
    const std::vector<document::FigureValue>& values = m_figure.lines[line].values;
    painter.setPen(lineLook(line).pen);
    for (std::size_t axis = 0; axis < values.size(); ++axis) {
        const std::size_t next = (axis + 1) % values.size();
        if (values[axis].value && values[next].value)
            painter.drawLine(pointOf(web, axis, *values[axis].value), pointOf(web, next, *values[next].value));
    }
    for (std::size_t axis = 0; axis < values.size(); ++axis) {
        if (values[axis].value)
            drawPoint(painter, web, line, axis);
    }
}

void Web::drawPoint(QCPPainter& painter, const Place& web, std::size_t line, std::size_t axis) const {
    const auto& [part, value] = m_figure.lines[line].values[axis];
    const LineLook look = lineLook(line);
    const QPointF at = pointOf(web, axis, *value);
    if (*value > m_figure.cap)
        drawArrow(painter, at, axis, look.pen.color());
    else
        look.drawPoint(painter, at, m_style);
    if (isChosen(part)) {
        painter.setPen(QPen(m_style.text(), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, kReach, kReach);
    }
}

// Points outwards: the value lies farther on.
void Web::drawArrow(QCPPainter& painter, const QPointF& tip, std::size_t axis, const QColor& colour) const {
    constexpr qreal kLong = 10;
    constexpr qreal kBroad = 5;
    const QPointF out = towards(axis);
    const QPointF foot = tip - out * kLong;
    const QPointF aside(-out.y() * kBroad, out.x() * kBroad);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, foot + aside, foot - aside});
}

void Web::drawLabels(QCPPainter& painter, const Place& web) const {
    for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_figure.axes.size()); ++axis) {
        const QString label = labelOf(axis);
        QRectF room(QPointF(), sizeOf(label));
        const QPointF way = towards(axis);
        const QPointF half(room.width() / 2 * way.x(), room.height() / 2 * way.y());
        room.moveCenter(web.middle + way * (web.radius + kGap) + half);
        const document::Mark mark =
            m_figure.lines.empty() ? document::Mark::None : m_figure.lines.front().values[axis].part.mark;
        drawText(painter, room, label, mark == document::Mark::None ? m_style.text() : m_style.lookOf(mark).ink);
    }
}

// "▲ 超过 2 倍", where there is such a value.
QString Web::beyondText() const {
    const auto isBeyond = [this](const document::FigureValue& value) { return value.value.value_or(0) > m_figure.cap; };
    const bool any = std::ranges::any_of(m_figure.lines,
                                         [&](const auto& line) { return std::ranges::any_of(line.values, isBeyond); });
    return any ? QCoreApplication::translate("figures", "▲ 超过 %1 倍").arg(m_figure.cap) : QString();
}

void Web::drawLegend(QCPPainter& painter) const {
    constexpr qreal kLegendSample = 26;
    qreal width = 0;
    const auto widthOf = [&](const QString& name) { return kLegendSample + kGap + sizeOf(name).width() + 2 * kGap; };
    for (const auto& line : m_figure.lines)
        width += widthOf(line.name);
    width += widthOf(m_figure.thresholdText);
    const QString beyond = beyondText();
    width += sizeOf(beyond).width();
    const QRectF room = area();
    const qreal height = sizeOf(m_figure.thresholdText).height();
    QPointF at(std::max(room.left(), room.center().x() - width / 2), room.bottom() - height / 2);
    const auto addText = [&](const QString& text) {
        const QSizeF size = sizeOf(text);
        drawText(painter, QRectF(at - QPointF(0, size.height() / 2), size), text, m_style.text());
        at.rx() += size.width() + 2 * kGap;
    };
    const auto addSample = [&](const QPen& pen) {
        painter.setPen(pen);
        painter.drawLine(at, at + QPointF(kLegendSample, 0));
        at.rx() += kLegendSample + kGap;
    };
    for (std::size_t line = 0; line < m_figure.lines.size(); ++line) {
        const LineLook look = lineLook(line);
        const QPointF point = at + QPointF(kLegendSample / 2, 0);
        addSample(look.pen);
        look.drawPoint(painter, point, m_style);
        addText(m_figure.lines[line].name);
    }
    addSample(QPen(m_style.text(), 1.5, Qt::DashLine));
    addText(m_figure.thresholdText);
    if (!beyond.isEmpty())
        addText(beyond);
}

} // namespace

PartLayer* plotFigure(Canvas& canvas, const document::Radar& figure) {
    for (QCPAxis* axis : {canvas.plot().xAxis, canvas.plot().yAxis})
        axis->setVisible(false);
    return new Web(canvas.plot(), canvas.style(), figure);
}

} // namespace junheng::ui
