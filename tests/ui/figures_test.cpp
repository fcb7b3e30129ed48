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

// As a printer without colour sees it, with `fine` dots for each of a screen's.
QImage inGrey(const report::Figure& figure, int fine = 1) {
    constexpr double kInchesInMetre = 100 / 2.54;
    QImage paper(400 * fine, 300 * fine, QImage::Format_RGB32);
    paper.setDotsPerMeterX(static_cast<int>(96 * fine * kInchesInMetre));
    paper.setDotsPerMeterY(paper.dotsPerMeterX());
    paper.fill(Qt::white);
    QPainter painter(&paper);
    paintFigure(painter, QRectF(20 * fine, 10 * fine, 360 * fine, 280 * fine), fine, figure, QFont());
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

// Made coarse again, fine print looks like coarse print.
TEST(Figures, FinePrintHasTheSameSize) {
    const QImage coarse = inGrey(oneBar(report::Mark::None));
    const QImage fine =
        inGrey(oneBar(report::Mark::None), 6).scaled(coarse.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int different = 0;
    for (int y = 0; y < coarse.height(); ++y) {
        for (int x = 0; x < coarse.width(); ++x)
            different += std::abs(qGray(coarse.pixel(x, y)) - qGray(fine.pixel(x, y))) > 60 ? 1 : 0;
    }
    EXPECT_LT(different, coarse.width() * coarse.height() / 50);
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
