// Figures on screen and on paper.
#include "ui/figures/figure_view.h"
#include "ui/figures/paint_figure.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <optional>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

document::LimitBars oneBar(document::Mark mark) {
    document::FigureValue bar;
    bar.part = {.key = 7, .label = u"R6\n仪器设备"_s, .text = u"0.400"_s, .detail = u"小学 R6"_s, .mark = mark};
    bar.value = 0.4;
    return {.title = u"差异系数"_s,
            .groups = {{.title = u"小学"_s, .limit = 0.5, .limitText = u"限值 0.50"_s, .bars = {bar}}}};
}

document::FigurePart partOf(int key, const QString& detail, document::Mark mark = document::Mark::None) {
    return {.key = key, .label = detail, .text = u"1.00"_s, .detail = detail, .mark = mark};
}

// Two indicators; the n-th row has the key 3 n, its cells the next two, and each tells its key.
document::HeatMap heatMapOf(int rows) {
    document::HeatMap map{
        .title = u"达标情况"_s, .columns = {u"R1"_s, u"R2"_s}, .groups = {{}}, .note = u"另有 1 所"_s};
    map.groups.front().title = u"小学"_s;
    int key = 0;
    for (int row = 0; row < rows; ++row) {
        document::HeatMap::Row& added = map.groups.front().rows.emplace_back();
        added.part = partOf(key, QString::number(key));
        for (const document::Mark mark : {document::Mark::Failing, document::Mark::Missing}) {
            ++key;
            added.cells.push_back(partOf(key, QString::number(key), mark));
        }
        ++key;
    }
    return map;
}

document::RankedBars rankingOf(int bars) {
    document::RankedBars figure{.title = u"排序"_s, .valueAxis = u"R1"_s, .bars = {}, .levels = {}, .note = u"注"_s};
    for (int bar = 0; bar < bars; ++bar)
        figure.bars.push_back({.part = partOf(bar, QString::number(bar)), .value = bar});
    figure.levels = {{.value = 10, .text = u"标准 10"_s},
                     {.value = 2.0 * bars, .text = u"全县平均值 80"_s, .kind = document::FigureLevel::Kind::Mean}};
    return figure;
}

// Up 9, which is beyond the cap of 2; right 1; down nothing; left 1.
document::Radar oneRadar() {
    document::Radar figure{.title = u"画像"_s,
                           .axes = {u"上"_s, u"右"_s, u"下"_s, u"左"_s},
                           .lines = {{.name = u"学校"_s, .values = {}}},
                           .thresholdText = u"达标标准"_s};
    auto& values = figure.lines.front().values;
    values = {{.part = partOf(0, u"上"_s), .value = 9},
              {.part = partOf(1, u"右"_s), .value = 1},
              {.part = partOf(2, u"下"_s, document::Mark::Missing)},
              {.part = partOf(3, u"左"_s), .value = 1}};
    return figure;
}

// 0.6, 0.4, nothing, 0.2.
document::Course oneCourse() {
    document::Course figure{.title = u"历年"_s,
                            .valueAxis = u"差异系数"_s,
                            .years = {2022, 2023, 2024, 2025},
                            .lines = {{.name = u"R1"_s, .values = {}}},
                            .levels = {{.value = 0.5, .text = u"限值 0.50"_s}}};
    figure.lines.front().values = {{.part = partOf(0, u"2022"_s), .value = 0.6},
                                   {.part = partOf(1, u"2023"_s), .value = 0.4},
                                   {.part = partOf(-1, u"2024"_s)},
                                   {.part = partOf(3, u"2025"_s), .value = 0.2}};
    return figure;
}

document::Waterfall oneWaterfall(double limit) {
    return {.title = u"构成"_s,
            .axis = u"差异系数的平方"_s,
            .belowText = u"低于平均值"_s,
            .aboveText = u"高于平均值"_s,
            .steps = {{.part = partOf(0, u"甲"_s), .from = 0, .to = 0.2, .side = document::MeanSide::Above},
                      {.part = partOf(1, u"乙"_s), .from = 0.2, .to = 0.3, .side = document::MeanSide::Below}},
            .total = partOf(-1, u"差异系数"_s, document::Mark::Failing),
            .limit = {.value = limit, .text = u"限值 0.50（平方 0.25）"_s},
            .emptyText = {}};
}

// Shows a figure and finds its parts by what they tell.
class Shown {
public:
    Shown(document::Figure figure, QSize size) {
        view.setFocusPolicy(Qt::StrongFocus);
        view.showFigure(std::move(figure));
        view.resize(size);
        view.show();
        view.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&view));
        QTest::qWait(50);
    }

    // The middle of all places that tell this; empty when there is none.
    [[nodiscard]] std::optional<QPointF> place(const QString& said) const {
        QPointF sum;
        int count = 0;
        for (int y = 0; y < view.height(); ++y) {
            for (int x = 0; x < view.width(); x += 2) {
                if (view.detailAt({x, y}) == said) {
                    sum += QPointF(x, y);
                    ++count;
                }
            }
        }
        return count > 0 ? std::optional(sum / count) : std::nullopt;
    }
    [[nodiscard]] QStringList all() const {
        QStringList found;
        for (int y = 0; y < view.height(); ++y) {
            for (int x = 0; x < view.width(); x += 2) {
                const QString detail = view.detailAt({x, y});
                if (!detail.isEmpty() && (found.isEmpty() || found.back() != detail))
                    found << detail;
            }
        }
        found.removeDuplicates();
        return found;
    }

    FigureView view;
};

// As a printer without colour sees it, with `fine` dots for each of a screen's.
QImage inGrey(const document::Figure& figure, int fine = 1) {
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
    const Greys met = greysOfTheBar(inGrey(oneBar(document::Mark::None)));
    const Greys failing = greysOfTheBar(inGrey(oneBar(document::Mark::Failing)));
    EXPECT_LT(met.mean, 230);
    EXPECT_LT(met.spread, 1);
    EXPECT_GT(failing.spread, 20);
}

// Made coarse again, fine print looks like coarse print.
TEST(Figures, FinePrintHasTheSameSize) {
    const QImage coarse = inGrey(oneBar(document::Mark::None));
    const QImage fine =
        inGrey(oneBar(document::Mark::None), 6).scaled(coarse.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int different = 0;
    for (int y = 0; y < coarse.height(); ++y) {
        for (int x = 0; x < coarse.width(); ++x)
            different += std::abs(qGray(coarse.pixel(x, y)) - qGray(fine.pixel(x, y))) > 60 ? 1 : 0;
    }
    EXPECT_LT(different, coarse.width() * coarse.height() / 50);
}

TEST(Figures, PaperIsPaintedInsideItsFrame) {
    for (const document::Figure& figure :
         {document::Figure(oneBar(document::Mark::Failing)), document::Figure(heatMapOf(40)),
          document::Figure(rankingOf(40)), document::Figure(oneRadar()), document::Figure(oneCourse()),
          document::Figure(oneWaterfall(0.25)), document::Figure(oneWaterfall(4))}) {
        const QImage grey = inGrey(figure);
        constexpr QRect kFrame(20, 10, 360, 280);
        int inked = 0;
        for (int y = 0; y < grey.height(); ++y) {
            for (int x = 0; x < grey.width(); ++x) {
                const bool isInked = qGray(grey.pixel(x, y)) < 255;
                inked += isInked ? 1 : 0;
                ASSERT_TRUE(!isInked || kFrame.contains(x, y)) << x << ' ' << y << " of figure " << figure.index();
            }
        }
        // Its title and frame alone would be less.
        EXPECT_GT(inked, kFrame.width() * kFrame.height() / 50) << "figure " << figure.index();
    }
}

TEST(Figures, TheScreenTellsAndChooses) {
    FigureView view;
    view.showFigure(oneBar(document::Mark::None));
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

// A page of many sections: each row, each cell of it.
TEST(Figures, EveryCellOfAHeatMapCanBePointedAt) {
    const Shown few(heatMapOf(3), {300, 300});
    EXPECT_EQ(few.all().size(), 3 * 3);
    const Shown many(heatMapOf(200), {700, 400});
    EXPECT_EQ(many.all().size(), 3 * 200);
    // Its height lets 200 rows in the panels that 700 pixels have room for be 4 pixels high.
    EXPECT_GT(many.view.heightForWidth(260), 200 * 4);
    EXPECT_LT(many.view.heightForWidth(700), 400);
}

TEST(Figures, EveryBarOfARankingCanBePointedAt) {
    const Shown ranking(rankingOf(60), {400, 400});
    EXPECT_EQ(ranking.all().size(), 60);
    EXPECT_LT(ranking.place(u"0"_s)->y(), ranking.place(u"59"_s)->y());
    EXPECT_GT(ranking.view.heightForWidth(400), 60 * 4);
}

TEST(Figures, ArrowKeysGoFromCellToCell) {
    Shown shown(heatMapOf(3), {300, 300});
    QObject::connect(&shown.view, &FigureView::chosen, &shown.view, &FigureView::setChosen);
    QSignalSpy chosen(&shown.view, &FigureView::chosen);
    QSignalSpy activated(&shown.view, &FigureView::activated);
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(&shown.view, key);
        QTest::qWait(20);
    };
    press(Qt::Key_Return); // nothing chosen yet
    EXPECT_EQ(activated.count(), 0);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Down, Qt::Key_Right, Qt::Key_Right, Qt::Key_Up})
        press(key);
    QList<int> keys;
    for (const auto& told : chosen)
        keys << told.first().toInt();
    EXPECT_EQ(keys, (QList<int>{0, 1, 4, 5, 5, 2}));
    press(Qt::Key_Return);
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated.first().first().toInt(), 2);
}

TEST(Figures, KeysLeadOverPagesAndToTheEnds) {
    Shown shown(rankingOf(60), {400, 400});
    QObject::connect(&shown.view, &FigureView::chosen, &shown.view, &FigureView::setChosen);
    QSignalSpy chosen(&shown.view, &FigureView::chosen);
    QList<int> keys;
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_End}) {
        QTest::keyClick(&shown.view, key);
        keys << chosen.last().first().toInt();
    }
    EXPECT_EQ(keys, (QList<int>{0, 10, 20, 10, 59}));
    shown.view.setChosen(-1);
    QTest::keyClick(&shown.view, Qt::Key_End);
    EXPECT_EQ(chosen.last().first().toInt(), 59);
    Shown map(heatMapOf(12), {300, 300});
    QSignalSpy cells(&map.view, &FigureView::chosen);
    QTest::keyClick(&map.view, Qt::Key_End);
    QTest::keyClick(&map.view, Qt::Key_PageDown);
    ASSERT_EQ(cells.count(), 2);
    EXPECT_EQ(cells.first().first().toInt(), 3 * 11);
    EXPECT_EQ(cells.last().first().toInt(), 3 * 9);
}

// A key held down comes more often than a screen is painted.
TEST(Figures, KeysAreNotLostBetweenTwoPaintings) {
    Shown shown(rankingOf(60), {400, 400});
    QObject::connect(&shown.view, &FigureView::chosen, &shown.view, [&shown](int key) {
        shown.view.setChosen(key);
        if (key % 2 == 0)
            shown.view.showFigure(rankingOf(60)); // as when what is chosen ranks anew
    });
    QSignalSpy chosen(&shown.view, &FigureView::chosen);
    QSignalSpy told(&shown.view, &FigureView::chosenShown);
    for (int press = 0; press <= 40; ++press) {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QApplication::sendEvent(&shown.view, &down);
    }
    EXPECT_EQ(chosen.last().first().toInt(), 40);
    EXPECT_TRUE(told.wait(1000));
    EXPECT_EQ(shown.view.detailAt(told.last().first().toRect().center()), u"40"_s);
}

TEST(Figures, ARadarDrawsWhatLiesBeyondAtTheCapAndNothingWhereItIsMissing) {
    const Shown radar(oneRadar(), {500, 400});
    const auto up = radar.place(u"上"_s);
    const auto right = radar.place(u"右"_s);
    const auto left = radar.place(u"左"_s);
    ASSERT_TRUE(up && right && left);
    EXPECT_FALSE(radar.place(u"下"_s));
    const QPointF middle = (*left + *right) / 2;
    const double one = (right->x() - left->x()) / 2;
    EXPECT_GT(one, 30);
    EXPECT_NEAR(up->x(), middle.x(), 2);
    EXPECT_NEAR(middle.y() - up->y(), 2 * one, 3);
}

TEST(Figures, ACourseLeavesGapsAndKeepsItsScale) {
    const Shown course(oneCourse(), {500, 400});
    const auto first = course.place(u"2022"_s);
    const auto second = course.place(u"2023"_s);
    const auto fourth = course.place(u"2025"_s);
    ASSERT_TRUE(first && second && fourth);
    EXPECT_FALSE(course.place(u"2024"_s));
    EXPECT_NEAR(fourth->x() - second->x(), 2 * (second->x() - first->x()), 3);
    EXPECT_NEAR(second->y() - first->y(), fourth->y() - second->y(), 3);
    EXPECT_GT(second->y() - first->y(), 40);
}

} // namespace junheng::ui
