// Bars below one another, with the lines of levels across.
#include "ui/figures/plots.h"
#include "ui/figures/rows.h"

#include <algorithm>
#include <cmath>

namespace junheng::ui {

namespace {

constexpr qreal kLongestLabel = 10; // ideographs

constexpr qreal kLine = 1.4; // in ideographs

// Unit and levels have a line each above the bars, marks and a note below.
qreal linesAbove(const document::RankedBars& figure) {
    return static_cast<qreal>(figure.levels.size()) + 1;
}
qreal linesBelow(const document::RankedBars& figure) {
    return figure.note.isEmpty() ? 1 : 2;
}

class Ranking : public Rows {
public:
    Ranking(QCustomPlot& plot, const FigureStyle& style, const document::RankedBars& figure);

    [[nodiscard]] const document::FigurePart* partAt(const QPointF& pixel) const override;
    [[nodiscard]] const document::FigurePart* beside(int key, int right, int down) const override;
    [[nodiscard]] QRectF roomOfPart(int key) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] qreal lineHeight() const { return kLine * em(); }
    [[nodiscard]] qreal headHeight() const { return lineHeight() * linesAbove(m_figure); }
    [[nodiscard]] qreal footHeight() const { return lineHeight() * linesBelow(m_figure); }
    [[nodiscard]] QRectF rowsRoom() const;
    [[nodiscard]] qreal rowHeight() const;
    [[nodiscard]] auto barOf(int key) const {
        return std::ranges::find(m_figure.bars, key, [](const auto& bar) { return bar.part.key; });
    }
    [[nodiscard]] qreal placeOf(double value) const;
    void drawBar(QCPPainter& painter, std::size_t bar) const;
    void drawNames(QCPPainter& painter) const;
    void drawLevels(QCPPainter& painter) const;

    document::RankedBars m_figure;
    qreal m_nameWidth = 0;
    qreal m_textWidth = 0;
    double m_highest = 0;
};

Ranking::Ranking(QCustomPlot& plot, const FigureStyle& style, const document::RankedBars& figure)
    : Rows(plot, style), m_figure(figure) {
    QStringList names;
    QStringList texts;
    for (const auto& [part, value] : m_figure.bars) {
        names << part.label;
        texts << part.text + u' ' + signOf(part.mark);
        m_highest = std::max(m_highest, *value);
    }
    for (const document::FigureLevel& level : m_figure.levels)
        m_highest = std::max(m_highest, level.value);
    // From left to right as from top to bottom: no text crosses another's line.
    std::ranges::sort(m_figure.levels, {}, &document::FigureLevel::value);
    m_nameWidth = widthOf(names, kLongestLabel);
    m_textWidth = widthOf(texts, kLongestLabel);
}

QRectF Ranking::rowsRoom() const {
    return area().adjusted(m_nameWidth + kGap, headHeight(), -m_textWidth - kGap, -footHeight());
}

qreal Ranking::rowHeight() const {
    constexpr qreal kHighest = 1.7; // in ideographs
    const auto count = static_cast<qreal>(std::max<std::size_t>(m_figure.bars.size(), 1));
    return std::min(rowsRoom().height() / count, kHighest * em());
}

qreal Ranking::placeOf(double value) const {
    const QRectF room = rowsRoom();
    return room.left() + (m_highest > 0 ? value / m_highest : 0) * room.width();
}

const document::FigurePart* Ranking::partAt(const QPointF& pixel) const {
    const auto row = std::floor((pixel.y() - rowsRoom().top()) / rowHeight());
    if (!area().contains(pixel) || row < 0 || row >= static_cast<qreal>(m_figure.bars.size()))
        return nullptr;
    return &m_figure.bars[static_cast<std::size_t>(row)].part;
}

const document::FigurePart* Ranking::beside(int key, int right, int down) const {
    if (m_figure.bars.empty())
        return nullptr;
    const auto found = barOf(key);
    const auto last = static_cast<std::ptrdiff_t>(m_figure.bars.size()) - 1;
    const std::ptrdiff_t from = found == m_figure.bars.end() ? -1 : found - m_figure.bars.begin();
    return &m_figure.bars[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + right + down, 0, last))].part;
}

QRectF Ranking::roomOfPart(int key) const {
    const auto found = barOf(key);
    if (found == m_figure.bars.end())
        return {};
    const qreal top = rowsRoom().top() + static_cast<qreal>(found - m_figure.bars.begin()) * rowHeight();
    return {area().left(), top, area().width(), rowHeight()};
}

void Ranking::draw(QCPPainter* painter) {
    painter->setAntialiasing(false);
    for (std::size_t bar = 0; bar < m_figure.bars.size(); ++bar)
        drawBar(*painter, bar);
    drawLevels(*painter);
    drawNames(*painter);
    QRectF foot(area().left(), area().bottom() - footHeight(), area().width(), lineHeight());
    drawMarks(*painter, {foot.left(), foot.center().y()}, m_figure.legend);
    foot.translate(0, lineHeight());
    if (!m_figure.note.isEmpty())
        drawName(*painter, foot, m_figure.note);
}

void Ranking::drawBar(QCPPainter& painter, std::size_t bar) const {
    const auto& [part, value] = m_figure.bars[bar];
    const qreal height = rowHeight();
    const qreal top = rowsRoom().top() + static_cast<qreal>(bar) * height;
    constexpr qreal kFilled = 0.8;
    constexpr qreal kTight = 9; // rows so low touch one another
    const qreal between = height < kTight ? 0 : (1 - kFilled) * height / 2;
    const QRectF body(QPointF(rowsRoom().left(), top + between), QPointF(placeOf(*value), top + height - between));
    const BlockLook look = m_style.lookOf(part.mark);
    if (height < kTight)
        fillBlock(painter, body, look);
    else
        paintBlock(painter, body, look);
    if (isChosen(part))
        outline(painter, body);
}

void Ranking::drawNames(QCPPainter& painter) const {
    const qreal height = rowHeight();
    const std::size_t every = nameEvery(height);
    for (std::size_t bar = 0; bar < m_figure.bars.size(); ++bar) {
        const document::FigurePart& part = m_figure.bars[bar].part;
        if (bar % every != 0)
            continue;
        const qreal top = rowsRoom().top() + static_cast<qreal>(bar) * height;
        drawName(painter, QRectF(area().left(), top, m_nameWidth, height), part.label);
        const QString text = part.text + u' ' + signOf(part.mark);
        QRectF room(0, 0, sizeOf(text).width(), em());
        room.moveCenter({placeOf(*m_figure.bars[bar].value) + kGap + room.width() / 2, top + height / 2});
        drawText(painter, room, text, m_style.lookOf(part.mark).ink);
    }
}

void Ranking::drawLevels(QCPPainter& painter) const {
    const QRectF room = rowsRoom();
    const qreal bottom = room.top() + rowHeight() * static_cast<qreal>(m_figure.bars.size());
    QRectF line(area().left(), area().top(), area().width(), lineHeight());
    drawName(painter, line, m_figure.valueAxis);
    for (const document::FigureLevel& level : m_figure.levels) {
        line.translate(0, lineHeight());
        const qreal at = placeOf(level.value);
        painter.setPen(QPen(m_style.text(), 1.5, dashesOf(level.kind)));
        painter.drawLine(QPointF(at, line.top()), QPointF(at, bottom));
        QRectF text(QPointF(at + kGap / 2, line.top()), QSizeF(sizeOf(level.text).width(), line.height()));
        if (text.right() > area().right())
            text.moveRight(at - kGap / 2);
        drawText(painter, text, level.text, m_style.text());
    }
}

} // namespace

int lowestHeightOf(const document::RankedBars& figure, const FigureStyle& style) {
    return static_cast<int>(kLine * style.em() * (linesAbove(figure) + linesBelow(figure)) +
                            kLowestRow * static_cast<qreal>(figure.bars.size()));
}

PartLayer* plotFigure(Canvas& canvas, const document::RankedBars& figure) {
    for (QCPAxis* axis : {canvas.plot().xAxis, canvas.plot().yAxis})
        axis->setVisible(false);
    return new Ranking(canvas.plot(), canvas.style(), figure);
}

} // namespace junheng::ui
