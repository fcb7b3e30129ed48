#include "ui/figures/blocks.h"
#include "ui/figures/plots.h"

#include <algorithm>

namespace junheng::ui {

namespace {

constexpr double kBarHalfWidth = 0.34;

// Pixels for one bar, about.
double barRoom(QCustomPlot& plot, const document::LimitBars& figure) {
    std::size_t bars = 1;
    for (const auto& group : figure.groups)
        bars += group.bars.size();
    return static_cast<double>(plot.width()) / static_cast<double>(bars);
}

QString wholeText(const document::FigurePart& part) {
    return part.text + u' ' + signOf(part.mark);
}

// Of the labels, or of the texts above the bars, with a blank between them.
struct Widest {
    int label = 0;
    int text = 0;
};
Widest widestOf(const QFont& font, const document::LimitBars& figure) {
    const QFontMetrics metrics(font);
    Widest widest;
    for (const auto& group : figure.groups) {
        for (const auto& bar : group.bars) {
            widest.label = std::max(widest.label, metrics.size(0, bar.part.label).width());
            widest.text = std::max(widest.text, metrics.horizontalAdvance(wholeText(bar.part)));
        }
    }
    const int blank = metrics.horizontalAdvance(u' ');
    return {.label = widest.label + blank, .text = widest.text + blank};
}

// "R7\n多媒体教室" in three lines: "R7\n多媒体\n教室".
QString broken(const QString& label) {
    const qsizetype from = label.indexOf(u'\n') + 1;
    return QString(label).insert(from + (label.size() - from + 1) / 2, u'\n');
}

// "0.119\n✓", "待填\n报\n○": what would lie on its neighbours in one line.
QString stacked(const document::FigurePart& part) {
    const QString text =
        part.mark == document::Mark::Missing ? QString(part.text).insert((part.text.size() + 1) / 2, u'\n') : part.text;
    return text + u'\n' + signOf(part.mark);
}

FigureBlock barBlock(const FigureStyle& style, const document::FigureValue& bar, double place, const QString& text) {
    return {.left = place - kBarHalfWidth,
            .right = place + kBarHalfWidth,
            .bottom = 0,
            .top = bar.value.value_or(0),
            .look = style.lookOf(bar.part.mark),
            .part = bar.part,
            .text = text};
}

QString sideSign(document::MeanSide side) {
    return side == document::MeanSide::Above   ? QStringLiteral("↑")
           : side == document::MeanSide::Below ? QStringLiteral("↓")
                                               : QString();
}

QString stepName(const document::Waterfall::Step& step) {
    constexpr qsizetype kLongest = 9;
    const QString& name = step.part.label;
    return (name.size() > kLongest ? name.left(kLongest - 1) + u'…' : name) + sideSign(step.side);
}

// How much wider than its total a waterfall must be, for the texts beside its bars.
double roomBeside(QCustomPlot& plot, const QFont& font, const document::Waterfall& figure) {
    const QFontMetrics metrics(font);
    int names = metrics.horizontalAdvance(figure.total.label);
    int texts = metrics.horizontalAdvance(wholeText(figure.total));
    for (const auto& step : figure.steps) {
        names = std::max(names, metrics.horizontalAdvance(stepName(step)));
        texts = std::max(texts, metrics.horizontalAdvance(step.part.text));
    }
    constexpr int kMargins = 44;
    constexpr int kRoom = 10;
    const double whole = std::max(plot.width() - names - kMargins, 1);
    return 1 / (1 - std::min(0.5, (texts + kRoom) / whole));
}

FigureBlock stepBlock(double place, double from, double to, const BlockLook& look, const document::FigurePart& part,
                      const QString& text) {
    return {.left = from,
            .right = to,
            .bottom = place - kBarHalfWidth,
            .top = place + kBarHalfWidth,
            .look = look,
            .part = part,
            .text = text};
}

} // namespace

PartLayer* plotFigure(Canvas& canvas, const document::LimitBars& figure) {
    QCustomPlot& plot = canvas.plot();
    auto* blocks = new Blocks(plot, TextPlace::Above, canvas.style());
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    const Widest widest = widestOf(canvas.style().font, figure);
    const double room = barRoom(plot, figure);
    double highest = 0;
    double place = 0;
    std::vector<std::pair<double, QString>> headings;
    for (const auto& group : figure.groups) {
        const double first = place;
        highest = std::max(highest, group.limit);
        for (const auto& bar : group.bars) {
            highest = std::max(highest, bar.value.value_or(0));
            names->addTick(place, room < widest.label ? broken(bar.part.label) : bar.part.label);
            blocks->add(
                barBlock(canvas.style(), bar, place, room < widest.text ? stacked(bar.part) : wholeText(bar.part)));
            place += 1;
        }
        constexpr double kBeside = 0.5;
        canvas.addLine({first - kBeside, group.limit}, {place - kBeside, group.limit}, Qt::DashLine);
        headings.emplace_back(first - kBeside, group.title + u' ' + group.limitText);
        place += kBeside;
    }
    Canvas::setUpNames(*plot.xAxis, names);
    plot.xAxis->setRange(-0.75, std::max(place - 0.75, 1.0));
    constexpr double kRoomForText = 1.35;
    Canvas::setUpValues(*plot.yAxis, highest * kRoomForText);
    // At the top, where no bar reaches.
    for (const auto& [from, text] : headings)
        canvas.addText(text, {from, highest * kRoomForText}, Qt::AlignLeft | Qt::AlignTop);
    return blocks;
}

PartLayer* plotFigure(Canvas& canvas, const document::Waterfall& figure) {
    QCustomPlot& plot = canvas.plot();
    const FigureStyle& style = canvas.style();
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    constexpr double kTop = -1.3; // a line for the limit's text
    plot.yAxis->setRangeReversed(true);
    plot.yAxis->setRange(kTop, std::max(static_cast<double>(figure.steps.size()) + kBarHalfWidth + 0.2, 1.0));
    Canvas::setUpNames(*plot.yAxis, names);
    if (figure.steps.empty()) {
        plot.xAxis->setLabel(figure.emptyText);
        Canvas::setUpValues(*plot.xAxis, figure.limit.value);
        return new Blocks(plot, TextPlace::Right, style);
    }
    const double total = figure.steps.back().to;
    // A limit far off would leave no room for the steps: it is only told.
    constexpr double kFar = 2.5;
    constexpr double kBeyond = 1.04;
    const bool isFar = figure.limit.value > kFar * total;
    const double end = std::max(total * roomBeside(plot, style.font, figure), isFar ? 0 : kBeyond * figure.limit.value);
    Canvas::setUpValues(*plot.xAxis, end);
    plot.xAxis->setLabel(
        QCoreApplication::translate("figures", "%1　↑ %2　↓ %3").arg(figure.axis, figure.aboveText, figure.belowText));
    if (!isFar)
        canvas.addLine({figure.limit.value, kTop}, {figure.limit.value, plot.yAxis->range().upper}, Qt::DashLine);
    canvas.addText(isFar ? figure.limit.text + QStringLiteral(" →") : figure.limit.text,
                   {isFar ? end : figure.limit.value, kTop}, Qt::AlignRight | Qt::AlignTop);
    auto* blocks = new Blocks(plot, TextPlace::Right, style);
    double place = 0;
    for (const auto& step : figure.steps) {
        names->addTick(place, stepName(step));
        blocks->add(stepBlock(place, step.from, step.to, style.lookOf(step.side), step.part, step.part.text));
        // Down to the next, which begins here.
        canvas.addLine({step.to, place + kBarHalfWidth}, {step.to, place + 1 - kBarHalfWidth}, Qt::SolidLine);
        place += 1;
    }
    names->addTick(place, figure.total.label);
    blocks->add(stepBlock(place, 0, total, style.lookOf(figure.total.mark), figure.total, wholeText(figure.total)));
    return blocks;
}

PartLayer* plotFigure(Canvas& canvas, const document::WeightedDistribution& figure) {
    QCustomPlot& plot = canvas.plot();
    auto* blocks = new Blocks(plot, TextPlace::Above, canvas.style());
    double weight = 0;
    double highest = figure.threshold.value;
    for (const auto& column : figure.columns) {
        blocks->add({.left = weight,
                     .right = weight + column.weight,
                     .bottom = 0,
                     .top = column.value,
                     .look = canvas.style().lookOf(column.part.mark),
                     .part = column.part});
        weight += column.weight;
        highest = std::max(highest, column.value);
    }
    const double end = std::max(weight, 1.0);
    const bool meanIsHigher = figure.mean && figure.mean->value > figure.threshold.value;
    const auto addLevel = [&](const document::FigureLevel& level, bool above) {
        canvas.addLine({0, level.value}, {end, level.value}, dashesOf(level.kind));
        canvas.addText(level.text, {0, level.value}, Qt::AlignLeft | (above ? Qt::AlignBottom : Qt::AlignTop));
    };
    addLevel(figure.threshold, !meanIsHigher);
    if (figure.mean)
        addLevel(*figure.mean, meanIsHigher);
    plot.xAxis->setRange(0, end);
    plot.xAxis->grid()->setVisible(false);
    plot.xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    plot.xAxis->ticker()->setTickCount(4);
    plot.xAxis->setNumberFormat(QStringLiteral("f"));
    plot.xAxis->setNumberPrecision(0);
    plot.xAxis->setLabel(figure.note.isEmpty() ? figure.weightAxis : figure.weightAxis + u'\n' + figure.note);
    plot.yAxis->setLabel(figure.valueAxis);
    constexpr double kRoomForText = 1.12;
    Canvas::setUpValues(*plot.yAxis, highest * kRoomForText);
    return blocks;
}

} // namespace junheng::ui
