// Figures on screen and on paper.
#include "ui/figures/figure_view.h"
#include "ui/figures/paint_figure.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

report::LimitBars oneBar(report::Mark mark) {
    report::LimitBars::Bar bar;
    bar.part = {.key = 7, .label = u"R6\n仪器设备"_s, .text = u"0.400"_s, .detail = u"小学 R6"_s, .mark = mark};
    bar.value = 0.4;
    return {.title = u"差异系数"_s,
            .groups = {{.title = u"小学"_s, .limit = 0.5, .limitText = u"限值 0.50"_s, .bars = {bar}}}};
}

// As a printer without colour sees it.
QImage inGrey(const report::Figure& figure) {
    QImage paper(400, 300, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    paintFigure(painter, QRectF(20, 10, 360, 280), 1, figure, QFont());
    painter.end();
    return paper.convertToFormat(QImage::Format_Grayscale8);
}

// Mean and spread of the greys in the middle of the bar: a hatching spreads them.
struct Greys {
    double mean;
    double spread;
};
Greys greysOfTheBar(const QImage& grey) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int y = 180; y < 215; ++y) {
        for (int x = 190; x < 225; ++x) {
            const double value = qGray(grey.pixel(x, y));
            sum += value;
            squares += value * value;
            ++count;
        }
    }
    return {sum / count, std::sqrt(squares / count - sum / count * sum / count)};
}

} // namespace

TEST(Figures, MarksDifferOnPaperWithoutColour) {
    const Greys met = greysOfTheBar(inGrey(oneBar(report::Mark::None)));
    const Greys failing = greysOfTheBar(inGrey(oneBar(report::Mark::Failing)));
    EXPECT_LT(met.mean, 230);
    EXPECT_LT(met.spread, 1);
    EXPECT_GT(failing.spread, 20);
}

TEST(Figures, PaperIsPaintedInsideItsFrame) {
    const QImage grey = inGrey(oneBar(report::Mark::Failing));
    for (int x = 0; x < grey.width(); ++x) {
        for (const int y : {0, 5, 294, 299})
            ASSERT_EQ(qGray(grey.pixel(x, y)), 255) << x << ' ' << y;
    }
    for (int y = 0; y < grey.height(); ++y) {
        for (const int x : {0, 10, 390, 399})
            ASSERT_EQ(qGray(grey.pixel(x, y)), 255) << x << ' ' << y;
    }
}

TEST(Figures, TheScreenTellsAndChooses) {
    FigureView view;
    view.showFigure(oneBar(report::Mark::None));
    view.resize(400, 300);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
    QTest::qWait(50);
    EXPECT_EQ(view.accessibleName(), u"差异系数"_s);
    EXPECT_EQ(view.detailAt({210, 200}), u"小学 R6"_s);
    EXPECT_TRUE(view.detailAt({5, 295}).isEmpty());
    QSignalSpy chosen(&view, &FigureView::chosen);
    QWidget* plot = view.childAt(210, 200);
    QTest::mouseClick(plot, Qt::LeftButton, {}, {210, 200});
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toInt(), 7);
    QTest::mouseClick(plot, Qt::LeftButton, {}, {5, 295});
    EXPECT_EQ(chosen.count(), 1);
}

} // namespace junheng::ui
