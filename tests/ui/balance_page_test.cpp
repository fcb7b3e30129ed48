// Page 校际均衡 over the sample county. What it must show is planted and listed in data/samples/README.md.
#include "desk_fixture.h"
#include "figure_places.h"
#include "report/charts/balance_figures.h"
#include "ui/figures/figure_view.h"
#include "ui/pages/balance/balance_page.h"
#include "ui/pages/balance/trial_bar.h"
#include "ui/widgets/selection.h"
#include "workspace/structure.h"

#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace junheng::ui {

namespace {

// Rows: 小学 R1-R7, 初中 R1-R7.
constexpr int kPrimaryR3 = 2;
constexpr int kPrimaryR5 = 4;
constexpr int kPrimaryR6 = 5;
constexpr int kJuniorR2 = 8;
// Columns of the coefficients.
constexpr int kCoefficient = 2;
constexpr int kVerdict = 4;
constexpr int kHeadroom = 5;
// Columns of the schools.
constexpr int kSchool = 1;
constexpr int kWithout = 6;
constexpr int kOneMore = 7;

class BalancePageTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        m_page = std::make_unique<BalancePage>(m_workspace, m_selection);
        m_page->resize(1240, 640);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_coefficients = find<QTableView>(u"coefficients"_s);
        m_drivers = find<QTableView>(u"drivers"_s);
        m_amount = find<QDoubleSpinBox>(u"amount"_s);
        m_value = find<QDoubleSpinBox>(u"value"_s);
        // The plots of what is seen are made when painted.
        QTest::qWait(50);
    }

    template <class Widget> [[nodiscard]] Widget* find(const QString& name) const {
        return m_page->findChild<Widget*>(name);
    }
    [[nodiscard]] static QString at(const QTableView& table, int row, int column) {
        return table.model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString coefficient(int row) const { return at(*m_coefficients, row, kCoefficient); }
    [[nodiscard]] QString textOf(const QString& label) const { return find<QLabel>(label)->text(); }
    [[nodiscard]] static bool isSeenWhole(const QTableView& table) {
        const QRect row = table.visualRect(table.currentIndex());
        return row.top() >= 0 && row.bottom() < table.viewport()->height();
    }
    void choose(int row) { m_coefficients->setCurrentIndex(m_coefficients->model()->index(row, 0)); }
    [[nodiscard]] QString chosenSchool() const { return at(*m_drivers, m_drivers->currentIndex().row(), kSchool); }
    // The school whose code is needed to change its data.
    [[nodiscard]] QString codeOf(const QString& school) const {
        const model::LevelTable& schools = m_workspace.data().schools();
        for (int row = 0; row < schools.rowCount(); ++row) {
            if (m_workspace.data().schoolName(schools.key(row).school) == school)
                return schools.key(row).school;
        }
        return {};
    }
    [[nodiscard]] model::CellKey campusCell(const QString& school, const char16_t* item) const {
        const model::LevelTable& campuses = m_workspace.data().campuses();
        return {.subject = campuses.key(campuses.rowsOfSchool(codeOf(school)).first),
                .item = &model::ItemDictionary::builtIn().at(item)};
    }
    void type(QDoubleSpinBox& box, const QString& digits) {
        box.setFocus();
        box.selectAll();
        QTest::keyClicks(&box, digits);
    }

    Selection m_selection;
    std::unique_ptr<BalancePage> m_page;
    QTableView* m_coefficients = nullptr;
    QTableView* m_drivers = nullptr;
    QDoubleSpinBox* m_amount = nullptr;
    QDoubleSpinBox* m_value = nullptr;
};

TEST_F(BalancePageTest, TheFailingCoefficientsAreSeenAtOnce) {
    ASSERT_EQ(m_coefficients->model()->rowCount(), 14);
    EXPECT_EQ(coefficient(kPrimaryR6), u"0.647"_s);
    EXPECT_EQ(at(*m_coefficients, kPrimaryR6, kVerdict), u"未达标"_s);
    EXPECT_EQ(at(*m_coefficients, kPrimaryR6, kHeadroom), u"−0.147"_s);
    EXPECT_EQ(coefficient(kJuniorR2), u"0.523"_s);
    EXPECT_EQ(at(*m_coefficients, kJuniorR2, kVerdict), u"未达标"_s);
    EXPECT_EQ(at(*m_coefficients, kPrimaryR3, kVerdict), u"待填报"_s);
    EXPECT_EQ(m_coefficients->currentIndex().row(), kPrimaryR6);
    EXPECT_EQ(at(*m_drivers, 0, kSchool), u"示例县实验小学"_s);
    EXPECT_EQ(at(*m_drivers, 1, kSchool), u"示例县城东小学"_s);
    EXPECT_TRUE(textOf(u"sentence"_s).contains(u"示例县实验小学、示例县城东小学再增加 1 元，差异系数升高"_s));
}

TEST_F(BalancePageTest, ABarChoosesItsCoefficient) {
    const auto& bars = *find<FigureView>(u"bars"_s);
    const auto place = placeOf(bars, u"初中 R2"_s);
    ASSERT_TRUE(place);
    EXPECT_TRUE(bars.detailAt(*place).contains(u"0.523，限值 0.45，未达标"_s));
    click(bars, *place);
    EXPECT_EQ(m_coefficients->currentIndex().row(), kJuniorR2);
    const QStringList first{at(*m_drivers, 0, kSchool), at(*m_drivers, 1, kSchool)};
    EXPECT_TRUE(first.contains(u"示例县实验中学"_s));
    EXPECT_TRUE(first.contains(u"示例县第二中学"_s));
}

TEST_F(BalancePageTest, FiguresTellAndChooseSchools) {
    const auto& waterfall = *find<FigureView>(u"waterfall"_s);
    const auto step = placeOf(waterfall, u"示例县城东小学"_s);
    ASSERT_TRUE(step);
    click(waterfall, *step);
    EXPECT_EQ(chosenSchool(), u"示例县城东小学"_s);
    find<QTabWidget>(u"figures"_s)->setCurrentIndex(1);
    QTest::qWait(50);
    const auto& distribution = *find<FigureView>(u"distribution"_s);
    const auto column = placeOf(distribution, u"示例县实验小学"_s);
    ASSERT_TRUE(column);
    EXPECT_TRUE(distribution.detailAt(*column).contains(u"9800.00 元/生"_s));
    QSignalSpy requested(m_page.get(), &BalancePage::cellRequested);
    click(distribution, *column, true);
    EXPECT_EQ(chosenSchool(), u"示例县实验小学"_s);
    ASSERT_EQ(requested.count(), 1);
    EXPECT_EQ(requested.first().first().value<model::CellKey>(), campusCell(u"示例县实验小学"_s, u"equipment_value"));
}

TEST_F(BalancePageTest, KeysLeadFromTheCoefficientToTheCell) {
    QSignalSpy requested(m_page.get(), &BalancePage::cellRequested);
    m_page->setFocus();
    EXPECT_TRUE(m_coefficients->hasFocus());
    QTest::keyClick(m_coefficients, Qt::Key_Return);
    EXPECT_TRUE(m_drivers->hasFocus());
    QTest::keyClick(m_drivers, Qt::Key_Down);
    EXPECT_EQ(chosenSchool(), u"示例县城东小学"_s);
    QTest::keyClick(m_drivers, Qt::Key_Return);
    ASSERT_EQ(requested.count(), 1);
    EXPECT_EQ(requested.first().first().value<model::CellKey>(), campusCell(u"示例县城东小学"_s, u"equipment_value"));
    QTest::keyClick(m_drivers, Qt::Key_Escape);
    EXPECT_TRUE(m_coefficients->hasFocus());
}

TEST_F(BalancePageTest, AMissingCoefficientLeadsToTheBlankCell) {
    QSignalSpy requested(m_page.get(), &BalancePage::cellRequested);
    choose(kPrimaryR3);
    EXPECT_TRUE(textOf(u"sentence"_s).contains(u"云台镇中心小学 小学 音乐专任教师数"_s));
    EXPECT_EQ(at(*m_drivers, 0, kSchool), u"云台镇中心小学"_s);
    EXPECT_FALSE(find<TrialBar>(u"trial"_s)->isEnabled());
    m_coefficients->setFocus();
    QTest::keyClick(m_coefficients, Qt::Key_Return);
    ASSERT_EQ(requested.count(), 1);
    EXPECT_EQ(requested.first().first().value<model::CellKey>(), sectionCell(kYuntai, u"music_teachers"));
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"music_teachers"), .text = u"2"_s}}));
    EXPECT_EQ(m_coefficients->currentIndex().row(), kPrimaryR3);
    EXPECT_EQ(at(*m_coefficients, kPrimaryR3, kVerdict), u"达标"_s);
    EXPECT_TRUE(find<TrialBar>(u"trial"_s)->isEnabled());
}

// What the trial says is what the edit brings; and the trial itself changes nothing.
TEST_F(BalancePageTest, ATrialSaysWhatTheEditWillBring) {
    const QString undo = m_workspace.undoLabel();
    m_drivers->setFocus();
    QTest::keyClick(m_drivers, Qt::Key_F2);
    EXPECT_TRUE(m_amount->hasFocus());
    QTest::keyClicks(m_amount, u"6000000"_s);
    const QString said = textOf(u"result"_s);
    EXPECT_TRUE(said.contains(u"现在 0.647 未达标"_s));
    EXPECT_TRUE(textOf(u"mark"_s).contains(u"未改数据"_s));
    EXPECT_EQ(m_workspace.undoLabel(), undo);
    EXPECT_EQ(coefficient(kPrimaryR6), u"0.647"_s);
    QTest::keyClick(m_amount, Qt::Key_Escape);
    EXPECT_TRUE(textOf(u"result"_s).contains(u"差异系数 0.647 未达标"_s));
    EXPECT_EQ(m_amount->value(), 16464000);

    ASSERT_TRUE(m_workspace.edit({{.cell = campusCell(u"示例县实验小学"_s, u"equipment_value"), .text = u"600"_s}}));
    EXPECT_TRUE(said.startsWith(u"差异系数 %1 达标"_s.arg(coefficient(kPrimaryR6)))) << qPrintable(said);
    EXPECT_EQ(at(*m_coefficients, kPrimaryR6, kVerdict), u"达标"_s);
}

// The hint says up to which figure the school alone brings the coefficient to its limit.
TEST_F(BalancePageTest, TheHintIsTheLastFigureThatPasses) {
    const QString hint = textOf(u"hint"_s);
    const QString figure = hint.section(u"降到 "_s, 1).section(u' ', 0, 0);
    ASSERT_GT(figure.toDouble(), 0) << qPrintable(hint);
    type(*m_value, figure);
    EXPECT_TRUE(textOf(u"result"_s).contains(u"差异系数 0.500 达标"_s)) << qPrintable(textOf(u"result"_s));
    QTest::keyClick(m_value, Qt::Key_Up); // 1 元 more
    EXPECT_TRUE(textOf(u"result"_s).startsWith(u"差异系数 0.500 未达标"_s)) << qPrintable(textOf(u"result"_s));
    QTest::mouseClick(find<QToolButton>(u"reset"_s), Qt::LeftButton);
    EXPECT_TRUE(textOf(u"result"_s).startsWith(u"差异系数 0.647 未达标"_s));
}

TEST_F(BalancePageTest, WithoutASchoolIsTheCountyWithoutIt) {
    const QString without = at(*m_drivers, 0, kWithout);
    model::CellKey pupils = sectionCell(codeOf(u"示例县实验小学"_s), u"pupils");
    ASSERT_TRUE(m_workspace.edit({{.cell = pupils, .text = u"0"_s}}));
    EXPECT_EQ(coefficient(kPrimaryR6), without);
}

TEST_F(BalancePageTest, SchoolsAreSortedByAnyColumn) {
    const auto click = [this](int column) {
        const QHeaderView& header = *m_drivers->horizontalHeader();
        const QPoint place(header.sectionViewportPosition(column) + 5, header.height() / 2);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, place);
    };
    click(kWithout);
    const int last = m_drivers->model()->rowCount() - 1;
    EXPECT_LE(at(*m_drivers, 0, kWithout).toDouble(), at(*m_drivers, last, kWithout).toDouble());
    EXPECT_EQ(at(*m_drivers, 0, kSchool), u"示例县实验小学"_s); // without it the rest is least uneven
    click(kOneMore);
    EXPECT_EQ(at(*m_drivers, 0, kOneMore), u"↓ 降低"_s);
    EXPECT_EQ(at(*m_drivers, last, kOneMore), u"↑ 升高"_s);
    m_drivers->setCurrentIndex(m_drivers->model()->index(last, kSchool));
    const QString school = chosenSchool();
    QSignalSpy requested(m_page.get(), &BalancePage::cellRequested);
    m_drivers->setFocus();
    QTest::keyClick(m_drivers, Qt::Key_Return);
    ASSERT_EQ(requested.count(), 1);
    EXPECT_EQ(requested.first().first().value<model::CellKey>().subject.school, codeOf(school));
}

TEST_F(BalancePageTest, SaysWhereRelaxationsMakeADifference) {
    EXPECT_FALSE(textOf(u"sentence"_s).contains(u"放宽"_s));
    choose(kPrimaryR5);
    const auto* stage = m_workspace.assessment().stage(model::Stage::Primary);
    const QString strict = assess::printedCoefficient(stage->withoutRelaxations->coefficients[4]);
    EXPECT_NE(strict, coefficient(kPrimaryR5));
    EXPECT_TRUE(textOf(u"sentence"_s).contains(u"不用放宽条款时是 "_s + strict));
}

TEST_F(BalancePageTest, SharesWhatIsChosen) {
    choose(kJuniorR2);
    EXPECT_EQ(m_selection.indicator(), u"R2"_s);
    EXPECT_EQ(m_selection.section().part, u"junior"_s);
    m_selection.choose({.level = model::Level::Section, .school = kYuntai, .part = u"primary"_s}, u"R1"_s);
    EXPECT_EQ(m_coefficients->currentIndex().row(), 0);
    EXPECT_EQ(chosenSchool(), u"云台镇中心小学"_s);
}

// Whatever room the page has, and whichever school was chosen on another page before this one was first laid out.
TEST_F(BalancePageTest, TheChosenSchoolIsSeenWholeWhenThePageIsOpened) {
    choose(kPrimaryR6);
    std::vector<model::SubjectKey> sections;
    for (int row = 0; row < m_drivers->model()->rowCount(); ++row) {
        m_drivers->setCurrentIndex(m_drivers->model()->index(row, kSchool));
        sections.push_back(m_selection.section());
    }
    ASSERT_GT(sections.size(), 20U);
    int height = 600;
    for (std::size_t row = 0; row < sections.size(); row += 3) {
        m_selection.choose(sections[row], u"R6"_s);
        BalancePage page(m_workspace, m_selection);
        page.resize(1240, height++);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&page));
        QTest::qWait(20);
        const auto& drivers = *page.findChild<QTableView*>(u"drivers"_s);
        ASSERT_EQ(drivers.currentIndex().row(), static_cast<int>(row));
        EXPECT_TRUE(isSeenWhole(drivers)) << row;
    }
}

TEST_F(BalancePageTest, TheChosenSchoolIsSeenWholeWhenThereIsLessRoom) {
    choose(kPrimaryR6);
    m_page->resize(1240, 900);
    QTest::qWait(20);
    const int last = m_drivers->rowAt(m_drivers->viewport()->height() - 1);
    ASSERT_GT(last, 5);
    m_drivers->setCurrentIndex(m_drivers->model()->index(last - 1, kSchool));
    for (int height = 890; height > 640; height -= 5) {
        m_page->resize(1240, height);
        QCoreApplication::processEvents();
        EXPECT_TRUE(isSeenWhole(*m_drivers)) << height;
    }
}

TEST_F(BalancePageTest, AHiddenPageIsNewWhenShownAgain) {
    m_page->hide();
    m_selection.choose({.level = model::Level::Section, .school = kYuntai, .part = u"primary"_s}, u"R3"_s);
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"music_teachers"), .text = u"2"_s}}));
    EXPECT_EQ(m_drivers->model()->rowCount(), 0);
    m_page->show();
    EXPECT_EQ(m_coefficients->currentIndex().row(), kPrimaryR3);
    EXPECT_EQ(chosenSchool(), u"云台镇中心小学"_s);
    EXPECT_EQ(at(*m_coefficients, kPrimaryR3, kVerdict), u"达标"_s);
}

TEST_F(BalancePageTest, EarlierYearsAreShownWhereThereAreSome) {
    auto* figures = find<QTabWidget>(u"figures"_s);
    auto* course = find<FigureView>(u"course"_s);
    EXPECT_FALSE(figures->isTabVisible(figures->indexOf(course)));
    ASSERT_TRUE(m_workspace.setYear(2024));
    ASSERT_TRUE(m_workspace.structure().addSchool(
        {.code = kYuntai, .name = u"云台镇中心小学"_s, .type = u"小学"_s, .stages = {u"primary"_s}}));
    ASSERT_TRUE(m_workspace.setYear(2025));
    ASSERT_TRUE(figures->isTabVisible(figures->indexOf(course)));
    figures->setCurrentWidget(course);
    QTest::qWait(50);
    EXPECT_TRUE(placeOf(*course, u"2025—2026学年 "_s)); // of 2024 nothing is known, so it has no point
    EXPECT_FALSE(placeOf(*course, u"2024—2025学年 "_s));
    // Back in the first year there is nothing earlier: the page goes on with another figure.
    ASSERT_TRUE(m_workspace.setYear(2024));
    EXPECT_FALSE(figures->isTabVisible(figures->indexOf(course)));
    EXPECT_NE(figures->currentWidget(), course);
}

TEST_F(BalancePageTest, AnEmptyYearSaysWhatToDoFirst) {
    ASSERT_TRUE(m_workspace.setYear(2026));
    EXPECT_FALSE(m_coefficients->isVisible());
    EXPECT_TRUE(find<QWidget>(u"emptyLabel"_s)->isVisible());
    m_workspace.close();
    EXPECT_TRUE(find<QWidget>(u"emptyLabel"_s)->isVisible());
    m_page->hide();
    m_page->show();
    EXPECT_TRUE(find<QWidget>(u"emptyLabel"_s)->isVisible());
}

} // namespace

// urumqi-county-2022 also lists the coefficient of computers per 100 pupils, B1: 小学 R1-R7, B1, then 初中.
TEST_F(BalancePageTest, AFurtherCoefficientIsTriedLikeTheOthers) {
    EXPECT_EQ(m_coefficients->model()->rowCount(), 14);
    ASSERT_TRUE(m_workspace.standards().use(u"urumqi-county-2022"_s));
    ASSERT_EQ(m_coefficients->model()->rowCount(), 16);
    constexpr int kPrimaryB1 = 7;
    EXPECT_TRUE(at(*m_coefficients, kPrimaryB1, 1).contains(u"计算机"_s));
    EXPECT_EQ(at(*m_coefficients, kPrimaryB1, 4), u"只列示"_s);
    choose(kPrimaryB1);
    EXPECT_GT(m_drivers->model()->rowCount(), 30);
    EXPECT_EQ(m_selection.indicator(), u"B1"_s);
    const document::LimitBars bars = report::coefficientBars(m_workspace.standard(), m_workspace.assessment());
    ASSERT_EQ(bars.groups.front().bars.size(), 8U);
    EXPECT_EQ(bars.groups.front().bars.back().part.label, u"B1\n计算机"_s);
    const QString before = coefficient(kPrimaryB1);
    ASSERT_FALSE(before.isEmpty());
    m_drivers->setCurrentIndex(m_drivers->model()->index(0, 0));
    m_amount->setValue(m_amount->value() + 500);
    EXPECT_EQ(coefficient(kPrimaryB1), before); // a trial touches no data
}

} // namespace junheng::ui
