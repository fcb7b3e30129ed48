// Lines over years.
#include "ui/figures/line_look.h"
#include "ui/figures/part_layer.h"
#include "ui/figures/plots.h"

#include <algorithm>

namespace junheng::ui {

namespace {

constexpr qreal kSample = 14;

class Lines : public PartLayer {
public:
    Lines(QCustomPlot& plot, const FigureStyle& style, const document::Course& figure)
        : PartLayer(plot, style), m_lines(figure.lines) {}

    [[nodiscard]] const document::FigurePart* partAt(const QPointF& pixel) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] QPointF pointOf(std::size_t year, double value) const {
        return {m_x.coordToPixel(static_cast<double>(year)), m_y.coordToPixel(value)};
    }
    void drawLine(QCPPainter& painter, std::size_t line) const;
    void drawNames(QCPPainter& painter) const;

    std::vector<document::Course::Line> m_lines;
};

const document::FigurePart* Lines::partAt(const QPointF& pixel) const {
    const document::FigurePart* nearest = nullptr;
    qreal reach = kReach;
    for (const auto& line : m_lines) {
        for (std::size_t year = 0; year < line.values.size(); ++year) {
            const auto& [part, value] = line.values[year];
            const qreal distance = value ? QLineF(pixel, pointOf(year, *value)).length() : 2 * kReach;
            if (distance <= reach) {
                reach = distance;
                nearest = &part;
            }
        }
    }
    return nearest;
}

void Lines::draw(QCPPainter* painter) {
    painter->setAntialiasing(true);
    for (std::size_t line = m_lines.size(); line-- > 0;)
        drawLine(*painter, line);
    drawNames(*painter);
}

void Lines::drawLine(QCPPainter& painter, std::size_t line) const {
    const std::vector<document::FigureValue>& values = m_lines[line].values;
    const LineLook look = lineLook(line);
    painter.setPen(look.pen);
    for (std::size_t year = 1; year < values.size(); ++year) {
        if (values[year - 1].value && values[year].value)
            painter.drawLine(pointOf(year - 1, *values[year - 1].value), pointOf(year, *values[year].value));
    }
    for (std::size_t year = 0; year < values.size(); ++year) {
        if (!values[year].value)
            continue;
        const QPointF at = pointOf(year, *values[year].value);
        look.drawPoint(painter, at, m_style);
        if (isChosen(values[year].part)) {
            painter.setPen(QPen(m_style.text(), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, kReach, kReach);
        }
    }
}

// "R4 0.512" behind each line's last point, moved apart where they would lie on one another.
void Lines::drawNames(QCPPainter& painter) const {
    struct Name {
        QRectF room;
        QString text;
        LineLook look;
    };
    std::vector<Name> names;
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        const std::vector<document::FigureValue>& values = m_lines[line].values;
        const auto last =
            std::find_if(values.rbegin(), values.rend(), [](const auto& any) { return any.value.has_value(); });
        if (last == values.rend())
            continue;
        const QPointF at = pointOf(static_cast<std::size_t>(values.rend() - last) - 1, *last->value);
        const QString text = m_lines[line].name + u' ' + last->part.text;
        const QSizeF size = sizeOf(text);
        names.push_back({.room = QRectF(at + QPointF(kReach + kSample, -size.height() / 2), size),
                         .text = text,
                         .look = lineLook(line)});
    }
    std::ranges::sort(names, {}, [](const Name& name) { return name.room.top(); });
    for (std::size_t i = 1; i < names.size(); ++i)
        names[i].room.moveTop(std::max(names[i].room.top(), names[i - 1].room.bottom()));
    qreal lowest = area().bottom();
    for (std::size_t i = names.size(); i-- > 0;) {
        names[i].room.moveBottom(std::min(names[i].room.bottom(), lowest));
        lowest = names[i].room.top();
    }
    for (const Name& name : names) {
        drawText(painter, name.room, name.text, m_style.text());
        name.look.drawPoint(painter, {name.room.left() - kSample / 2, name.room.center().y()}, m_style);
    }
}

double highestOf(const document::Course& figure) {
    double highest = 0;
    for (const auto& level : figure.levels)
        highest = std::max(highest, level.value);
    for (const auto& line : figure.lines) {
        for (const auto& value : line.values)
            highest = std::max(highest, value.value.value_or(0));
    }
    return highest;
}

// Of the longest text of a level, in pixels.
int roomForLevels(const FigureStyle& style, const document::Course& figure) {
    const QFontMetrics metrics(style.font);
    int widest = 0;
    for (const auto& level : figure.levels)
        widest = std::max(widest, metrics.horizontalAdvance(level.text));
    return widest + static_cast<int>(kReach + kGap);
}

// Of the longest name with its figure, in pixels.
int roomForNames(const FigureStyle& style, const document::Course& figure) {
    const QFontMetrics metrics(style.font);
    int widest = 0;
    for (const auto& line : figure.lines) {
        for (const auto& value : line.values)
            widest = std::max(widest, metrics.horizontalAdvance(line.name + u' ' + value.part.text));
    }
    return widest + static_cast<int>(kReach + kSample + kGap);
}

} // namespace

PartLayer* plotFigure(Canvas& canvas, const document::Course& figure) {
    QCustomPlot& plot = canvas.plot();
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    for (std::size_t i = 0; i < figure.years.size(); ++i)
        names->addTick(static_cast<double>(i), QStringLiteral("%1—\n%2").arg(figure.years[i]).arg(figure.years[i] + 1));
    Canvas::setUpNames(*plot.xAxis, names);
    // Between what the texts of the levels need in front of the first year and the names behind the last.
    constexpr double kAxis = 60; // pixels, about
    constexpr double kMostForTexts = 0.7;
    const double room = std::max(plot.width() - kAxis, 1.0);
    const double texts = roomForLevels(canvas.style(), figure) + roomForNames(canvas.style(), figure);
    const double scale = std::min(1.0, kMostForTexts * room / texts);
    const double last = std::max(static_cast<double>(figure.years.size()) - 1, 1.0);
    const double yearsOfPixel = last / (room - scale * texts);
    const double before = scale * roomForLevels(canvas.style(), figure) * yearsOfPixel;
    const double behind = scale * roomForNames(canvas.style(), figure) * yearsOfPixel;
    plot.xAxis->setRange(-before, last + behind);
    plot.yAxis->setLabel(figure.valueAxis);
    constexpr double kRoomForText = 1.12;
    Canvas::setUpValues(*plot.yAxis, highestOf(figure) * kRoomForText);
    for (const auto& level : figure.levels) {
        canvas.addLine({-before, level.value}, {last, level.value}, dashesOf(level.kind)); // names come behind it
        canvas.addText(level.text, {-before, level.value}, Qt::AlignLeft | Qt::AlignBottom);
    }
    return new Lines(plot, canvas.style(), figure);
}

} // namespace junheng::ui
