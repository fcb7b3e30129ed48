#include "ui/figures/figure_builder.h"

#include "ui/figures/blocks.h"
#include "ui/widgets/tone.h"

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kBarHalfWidth = 0.34;

class Builder {
public:
    Builder(QCustomPlot& plot, const FigureStyle& style) : m_plot(plot), m_style(style) {
        m_plot.clearPlottables();
        m_plot.clearItems();
        m_plot.setBackground(style.palette.color(QPalette::Base));
        for (QCPAxis* axis : {m_plot.xAxis, m_plot.yAxis})
            dress(*axis);
    }

    Blocks* operator()(const report::LimitBars& figure) {
        auto* blocks = new Blocks(m_plot, TextPlace::Above, m_style);
        const auto names = QSharedPointer<QCPAxisTickerText>::create();
        const bool isTight = barRoom(figure) < widestLabel(figure);
        double highest = 0;
        double place = 0;
        std::vector<std::pair<double, QString>> headings;
        for (const auto& group : figure.groups) {
            const double first = place;
            highest = std::max(highest, group.limit);
            for (const auto& bar : group.bars) {
                highest = std::max(highest, bar.value.value_or(0));
                names->addTick(place, isTight ? broken(bar.part.label) : bar.part.label);
                blocks->add(barBlock(bar, place));
                place += 1;
            }
            constexpr double kBeside = 0.5;
            addLine(group.limit, first - kBeside, place - kBeside, Qt::DashLine);
            headings.emplace_back(first - kBeside, group.title + u' ' + group.limitText);
            place += kBeside;
        }
        m_plot.xAxis->setTicker(names);
        m_plot.xAxis->setTickPen(Qt::NoPen);
        m_plot.xAxis->grid()->setVisible(false);
        m_plot.xAxis->setRange(-0.75, std::max(place - 0.75, 1.0));
        constexpr double kRoomForText = 1.35;
        setUpValues(*m_plot.yAxis, highest * kRoomForText);
        // At the top, where no bar reaches.
        for (const auto& [from, text] : headings)
            addText(text, from, highest * kRoomForText, Qt::AlignTop);
        return blocks;
    }

    Blocks* operator()(const report::RankedShares& figure) {
        const auto names = QSharedPointer<QCPAxisTickerText>::create();
        // First, so that the texts lie over its line.
        auto* together = new QCPGraph(m_plot.yAxis, m_plot.xAxis);
        together->setSelectable(QCP::stNone);
        together->setPen(QPen(m_style.faint(0.7), 1));
        together->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(m_style.text()), m_style.palette.color(QPalette::Base), 5));
        auto* blocks = new Blocks(m_plot, TextPlace::Right, m_style);
        double place = 0;
        double highest = 0;
        for (const auto& share : figure.shares) {
            names->addTick(place, rankedName(share));
            blocks->add({.left = 0,
                         .right = 100 * share.share,
                         .bottom = place - kBarHalfWidth,
                         .top = place + kBarHalfWidth,
                         .look = m_style.lookOf(share.side),
                         .part = share.part,
                         .text = share.part.text});
            together->addData(place, 100 * share.cumulative);
            highest = std::max(highest, share.cumulative);
            place += 1;
        }
        m_plot.yAxis->setRangeReversed(true);
        m_plot.yAxis->setRange(-0.6, std::max(place - 0.4, 1.0));
        m_plot.yAxis->setTicker(names);
        m_plot.yAxis->setTickPen(Qt::NoPen);
        m_plot.yAxis->grid()->setVisible(false);
        m_plot.xAxis->setLabel(figure.shares.empty()
                                   ? figure.emptyText
                                   : QCoreApplication::translate("figures", "占差异 %　○ 累计　↑ %1　↓ %2")
                                         .arg(figure.aboveText, figure.belowText));
        constexpr double kRoomForText = 105;
        setUpValues(*m_plot.xAxis, kRoomForText);
        return blocks;
    }

    Blocks* operator()(const report::WeightedDistribution& figure) {
        auto* blocks = new Blocks(m_plot, TextPlace::Above, m_style);
        double weight = 0;
        double highest = figure.threshold.value;
        for (const auto& column : figure.columns) {
            blocks->add({.left = weight,
                         .right = weight + column.weight,
                         .bottom = 0,
                         .top = column.value,
                         .look = m_style.lookOf(column.part.mark),
                         .part = column.part});
            weight += column.weight;
            highest = std::max(highest, column.value);
        }
        const double end = std::max(weight, 1.0);
        const bool meanIsHigher = figure.mean && figure.mean->value > figure.threshold.value;
        addLine(figure.threshold.value, 0, end, Qt::DashLine);
        addText(figure.threshold.text, 0, figure.threshold.value, meanIsHigher ? Qt::AlignTop : Qt::AlignBottom);
        if (figure.mean) {
            addLine(figure.mean->value, 0, end, Qt::SolidLine);
            addText(figure.mean->text, 0, figure.mean->value, meanIsHigher ? Qt::AlignBottom : Qt::AlignTop);
        }
        m_plot.xAxis->setRange(0, end);
        m_plot.xAxis->grid()->setVisible(false);
        m_plot.xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        m_plot.xAxis->ticker()->setTickCount(4);
        m_plot.xAxis->setNumberFormat(u"f"_s);
        m_plot.xAxis->setNumberPrecision(0);
        m_plot.xAxis->setLabel(figure.note.isEmpty() ? figure.weightAxis : figure.weightAxis + u'\n' + figure.note);
        m_plot.yAxis->setLabel(figure.valueAxis);
        constexpr double kRoomForText = 1.12;
        setUpValues(*m_plot.yAxis, highest * kRoomForText);
        return blocks;
    }

private:
    void dress(QCPAxis& axis) {
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

    static void setUpValues(QCPAxis& axis, double upper) {
        axis.setTicker(QSharedPointer<QCPAxisTicker>::create());
        axis.ticker()->setTickCount(4);
        axis.setNumberFormat(u"gb"_s);
        axis.setNumberPrecision(6);
        axis.setRange(0, upper > 0 ? upper : 1);
    }

    // Pixels for one bar, about.
    [[nodiscard]] double barRoom(const report::LimitBars& figure) const {
        std::size_t bars = 1;
        for (const auto& group : figure.groups)
            bars += group.bars.size();
        return static_cast<double>(m_plot.width()) / static_cast<double>(bars);
    }
    [[nodiscard]] int widestLabel(const report::LimitBars& figure) const {
        const QFontMetrics metrics(m_style.font);
        int widest = 0;
        for (const auto& group : figure.groups) {
            for (const auto& bar : group.bars)
                widest = std::max(widest, metrics.size(0, bar.part.label).width());
        }
        return widest + metrics.horizontalAdvance(u' ');
    }
    // "R7\n多媒体教室" in three lines: "R7\n多媒体\n教室".
    static QString broken(const QString& label) {
        const qsizetype from = label.indexOf(u'\n') + 1;
        return QString(label).insert(from + (label.size() - from + 1) / 2, u'\n');
    }

    [[nodiscard]] Block barBlock(const report::LimitBars::Bar& bar, double place) const {
        const Tone tone = bar.part.mark == report::Mark::Failing   ? Tone::Bad
                          : bar.part.mark == report::Mark::Missing ? Tone::Open
                                                                   : Tone::Good;
        return {.left = place - kBarHalfWidth,
                .right = place + kBarHalfWidth,
                .bottom = 0,
                .top = bar.value.value_or(0),
                .look = m_style.lookOf(bar.part.mark),
                .part = bar.part,
                .text = bar.part.text + u' ' + markOf(tone)};
    }

    static QString rankedName(const report::RankedShares::Share& share) {
        constexpr qsizetype kLongest = 9;
        const QString& name = share.part.label;
        const QString shown = name.size() > kLongest ? name.left(kLongest - 1) + u'…' : name;
        switch (share.side) {
        case report::RankedShares::Side::Above:
            return shown + u'↑';
        case report::RankedShares::Side::Below:
            return shown + u'↓';
        case report::RankedShares::Side::Both:
            break;
        }
        return shown;
    }

    void addLine(double value, double from, double to, Qt::PenStyle look) {
        auto* line = new QCPItemLine(&m_plot);
        line->setSelectable(false);
        line->setPen(QPen(m_style.text(), 1.5, look));
        line->start->setCoords(from, value);
        line->end->setCoords(to, value);
    }

    void addText(const QString& shown, double x, double y, Qt::Alignment side) {
        auto* text = new QCPItemText(&m_plot);
        text->setSelectable(false);
        text->setText(shown);
        text->setFont(m_style.font);
        text->setColor(m_style.text());
        text->setBrush(m_style.behindText());
        text->setPositionAlignment(Qt::AlignLeft | side);
        text->setPadding(QMargins(2, 0, 2, 0));
        text->position->setCoords(x, y);
    }

    QCustomPlot& m_plot;
    const FigureStyle& m_style;
};

} // namespace

Blocks* buildFigure(QCustomPlot& plot, const report::Figure& figure, const FigureStyle& style) {
    Builder builder(plot, style);
    return std::visit(builder, figure);
}

} // namespace junheng::ui
