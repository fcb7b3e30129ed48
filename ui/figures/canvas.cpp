#include "ui/figures/canvas.h"

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

Canvas::Canvas(QCustomPlot& plot, const FigureStyle& style) : m_plot(plot), m_style(style) {
    m_plot.clearPlottables();
    m_plot.clearItems();
    m_plot.setBackground(style.palette.color(QPalette::Base));
    for (QCPAxis* axis : {m_plot.xAxis, m_plot.yAxis})
        dress(*axis);
}

void Canvas::dress(QCPAxis& axis) const {
    const QPen line(m_style.faint(0.5), 1);
    axis.setBasePen(line);
    axis.setTickPen(line);
    axis.setSubTicks(false);
    axis.setTickLengthIn(0);
    axis.setTickLengthOut(3);
    axis.setTickLabelColor(m_style.text());
    axis.setTickLabelFont(m_style.font);
    axis.setLabelColor(m_style.text());
    axis.setLabelFont(m_style.font);
    axis.setLabel({});
    axis.setLabelPadding(2);
    axis.grid()->setPen(QPen(m_style.faint(0.12), 1));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

void Canvas::setUpValues(QCPAxis& axis, double upper) {
    axis.setTicker(QSharedPointer<QCPAxisTicker>::create());
    axis.ticker()->setTickCount(4);
    axis.setNumberFormat(u"gb"_s);
    axis.setNumberPrecision(6);
    axis.setRange(0, upper > 0 ? upper : 1);
}

void Canvas::setUpNames(QCPAxis& axis, const QSharedPointer<QCPAxisTickerText>& names) {
    axis.setTicker(names);
    axis.setTickPen(Qt::NoPen);
    axis.grid()->setVisible(false);
}

void Canvas::addLine(const QPointF& from, const QPointF& to, Qt::PenStyle look) {
    auto* line = new QCPItemLine(&m_plot);
    line->setSelectable(false);
    line->setPen(QPen(m_style.text(), 1.5, look));
    line->start->setCoords(from);
    line->end->setCoords(to);
}

void Canvas::addText(const QString& shown, const QPointF& at, Qt::Alignment corner) {
    textItem(m_plot, m_style, shown, at, corner).setColor(m_style.text());
}

QCPItemText& textItem(QCustomPlot& plot, const FigureStyle& style, const QString& shown, const QPointF& at,
                      Qt::Alignment corner) {
    auto* text = new QCPItemText(&plot);
    text->setLayer(u"overlay"_s);
    text->setSelectable(false);
    text->setText(shown);
    text->setFont(style.font);
    text->setBrush(style.behindText());
    text->setPositionAlignment(corner);
    text->setPadding(QMargins(2, 0, 2, 0));
    text->position->setCoords(at);
    return *text;
}

Qt::PenStyle dashesOf(document::FigureLevel::Kind kind) {
    switch (kind) {
    case document::FigureLevel::Kind::Threshold:
        break;
    case document::FigureLevel::Kind::Floor:
        return Qt::DotLine;
    case document::FigureLevel::Kind::Mean:
        return Qt::SolidLine;
    }
    return Qt::DashLine;
}

} // namespace junheng::ui
