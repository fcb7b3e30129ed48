// Page 资源配置 over the sample county. What it must show is planted and listed in data/samples/README.md.
#include "desk_fixture.h"
#include "figure_places.h"
#include "ui/pages/resources/resources_page.h"
#include "ui/widgets/selection.h"

#include <QComboBox>
#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

namespace junheng::ui {

namespace {

constexpr int kSchoolColumn = 1;
constexpr int kR1Column = 3;
constexpr int kR3Column = 5;

class ResourcesPageTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        m_page = std::make_unique<ResourcesPage>(m_workspace, m_selection);
        m_page->resize(1200, 700);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_table = m_page->findChild<QTableView*>(u"table"_s);
        m_strip = m_page->findChild<QTableView*>(u"strip"_s);
        m_trace = m_page->findChild<QTextBrowser*>(u"trace"_s);
    }

    [[nodiscard]] QString at(int row, int column) const {
        return m_table->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList schools() const {
        QStringList names;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            names += at(row, kSchoolColumn);
        return names;
    }
    [[nodiscard]] QString buttonText(const QString& name) const {
        return m_page->findChild<QToolButton*>(name)->text();
    }
    void click(const QString& button) { QTest::mouseClick(m_page->findChild<QToolButton*>(button), Qt::LeftButton); }
    void choose(const QString& school, int column) {
        const auto row = static_cast<int>(schools().indexOf(school));
        m_table->setCurrentIndex(m_table->model()->index(row, column));
    }

    // The figure that is seen where this is said.
    struct Seen {
        FigureView* figure = nullptr;
        QPoint place = {};
    };
    [[nodiscard]] Seen seen(const QString& said) const {
        for (FigureView* figure : m_page->findChildren<FigureView*>()) {
            const auto place = figure->isVisible() ? placeOf(*figure, said) : std::nullopt;
            if (place)
                return {figure, *place};
        }
        return {};
    }

    Selection m_selection;
    std::unique_ptr<ResourcesPage> m_page;
    QTableView* m_table = nullptr;
    QTableView* m_strip = nullptr;
    QTextBrowser* m_trace = nullptr;
};

TEST_F(ResourcesPageTest, FilterButtonsCountThePlantedCases) {
    EXPECT_EQ(buttonText(u"filterAll"_s), u"全部 69"_s);
    EXPECT_EQ(buttonText(u"filterFailed"_s), u"未达标 4"_s);
    EXPECT_EQ(buttonText(u"filterBelow"_s), u"低于85% 1"_s);
    EXPECT_EQ(buttonText(u"filterBorderline"_s), u"临界 1"_s);
    EXPECT_EQ(buttonText(u"filterMissing"_s), u"待填报 2"_s);
}

TEST_F(ResourcesPageTest, TheFloorIsThatOfTheStandard) {
    const auto* legend = m_page->findChild<QLabel*>(u"legend"_s);
    EXPECT_TRUE(legend->text().startsWith(u"✓ 达标　△ 85%以上　✗ 低于85%或未达标　○ 待填报"_s));
    useOwnStandard(R"("floor":{"share":"0.9","source":"6号"})");
    EXPECT_TRUE(legend->text().startsWith(u"✓ 达标　△ 90%以上　✗ 低于90%或未达标　○ 待填报"_s));
    EXPECT_TRUE(buttonText(u"filterBelow"_s).startsWith(u"低于90% "_s));
    EXPECT_EQ(m_page->findChild<QToolButton*>(u"filterBelow"_s)->toolTip(), u"至少一项低于达标标准的 90%"_s);
    click(u"filterBelow"_s);
    const document::Report list = m_page->shownList(QDate(2025, 10, 8));
    const QString notes = list.tables().front().get().notes.join(u' ');
    EXPECT_TRUE(notes.contains(u"筛选：低于90%"_s)) << notes.toStdString();
    EXPECT_TRUE(notes.contains(u"低于标准的 90%"_s));
}

TEST_F(ResourcesPageTest, SharesWhatIsChosenWithTheOtherPages) {
    choose(u"双河乡中心小学"_s, kR3Column);
    const model::SubjectKey chosen = m_selection.section();
    EXPECT_EQ(m_workspace.data().schoolName(chosen.school), u"双河乡中心小学"_s);
    EXPECT_EQ(m_selection.indicator(), u"R3"_s);

    // Another page leads here; the filter that hides the section gives way.
    choose(u"示例县城南初级中学"_s, kR1Column);
    click(u"stageJunior"_s);
    m_selection.choose(chosen, u"R1"_s);
    EXPECT_EQ(at(m_table->currentIndex().row(), kSchoolColumn), u"双河乡中心小学"_s);
    EXPECT_EQ(m_table->currentIndex().column(), kR1Column);
    EXPECT_EQ(m_table->model()->rowCount(), 69);
}

TEST_F(ResourcesPageTest, FiltersLeaveTheSchoolsTheyName) {
    click(u"filterFailed"_s);
    EXPECT_EQ(schools(), (QStringList{u"枫林镇中心小学"_s, u"双河乡中心小学"_s, u"示例县城南初级中学"_s,
                                      u"示例县明德初级中学"_s}));
    click(u"stageJunior"_s);
    EXPECT_EQ(schools(), (QStringList{u"示例县城南初级中学"_s, u"示例县明德初级中学"_s}));
    click(u"stageAll"_s);
    click(u"filterBelow"_s);
    EXPECT_EQ(schools(), QStringList{u"双河乡中心小学"_s});
    click(u"filterBorderline"_s);
    EXPECT_EQ(schools(), QStringList{u"示例县第二小学"_s});
    EXPECT_EQ(at(0, kR1Column), u"4.20"_s);
    click(u"filterMissing"_s);
    EXPECT_EQ(schools(), (QStringList{u"云台镇中心小学"_s, u"白鹭乡中心小学"_s}));
}

TEST_F(ResourcesPageTest, SearchFindsNamesAndCodes) {
    auto* search = m_page->findChild<QLineEdit*>(u"search"_s);
    search->setText(u"枫林镇中心"_s);
    EXPECT_EQ(schools(), QStringList{u"枫林镇中心小学"_s});
    search->setText(kYuntai);
    EXPECT_EQ(schools(), QStringList{u"云台镇中心小学"_s});
}

TEST_F(ResourcesPageTest, MissingFiguresSortToTheEndEitherWay) {
    m_table->sortByColumn(kR3Column, Qt::AscendingOrder);
    EXPECT_EQ(at(68, kSchoolColumn), u"云台镇中心小学"_s);
    double last = 0;
    for (int row = 0; row < 68; ++row) {
        EXPECT_GE(at(row, kR3Column).toDouble(), last);
        last = at(row, kR3Column).toDouble();
    }
    m_table->sortByColumn(kR3Column, Qt::DescendingOrder);
    EXPECT_EQ(at(68, kSchoolColumn), u"云台镇中心小学"_s);
    EXPECT_EQ(at(0, kR3Column).toDouble(), last);
}

TEST_F(ResourcesPageTest, NumbersSortAsNumbers) {
    m_table->sortByColumn(2, Qt::DescendingOrder);
    EXPECT_EQ(at(0, kSchoolColumn), u"示例县第五小学"_s); // 2150 pupils
    EXPECT_EQ(at(0, 2), u"2150"_s);
}

TEST_F(ResourcesPageTest, TheChosenFigureStaysChosenWhenTheDataChange) {
    choose(u"云台镇中心小学"_s, kR3Column);
    EXPECT_TRUE(m_trace->toPlainText().contains(u"音乐专任教师数"_s));
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"music_teachers"), .text = u"2"_s}}));
    EXPECT_EQ(at(m_table->currentIndex().row(), kSchoolColumn), u"云台镇中心小学"_s);
    EXPECT_EQ(m_table->currentIndex().column(), kR3Column);
    EXPECT_TRUE(m_trace->toPlainText().contains(u"÷ 560"_s)); // its pupils
    EXPECT_EQ(buttonText(u"filterMissing"_s), u"待填报 1"_s);
}

TEST_F(ResourcesPageTest, EnterLeadsFromTheFigureToItsMissingCell) {
    QSignalSpy requested(m_page.get(), &ResourcesPage::cellRequested);
    choose(u"云台镇中心小学"_s, kR3Column);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Return);
    EXPECT_TRUE(m_trace->hasFocus());
    QTest::keyClick(m_trace, Qt::Key_Return);
    ASSERT_EQ(requested.count(), 1);
    EXPECT_EQ(requested.first().first().value<model::CellKey>(), sectionCell(kYuntai, u"music_teachers"));
    QTest::keyClick(m_trace, Qt::Key_Escape);
    EXPECT_TRUE(m_table->hasFocus());
}

TEST_F(ResourcesPageTest, TheStripShowsTheFailingCoefficients) {
    ASSERT_EQ(m_strip->model()->rowCount(), 4);
    const QAbstractItemModel& strip = *m_strip->model();
    EXPECT_EQ(strip.index(1, 8).data().toString(), u"0.647"_s); // 小学 R6
    EXPECT_EQ(strip.index(3, 4).data().toString(), u"0.523"_s); // 初中 R2
    EXPECT_EQ(strip.index(1, kR3Column).data().toString(), u"待填报"_s);
    m_strip->setCurrentIndex(strip.index(1, 8));
    EXPECT_TRUE(m_trace->toPlainText().contains(u"差异系数"_s));
    EXPECT_TRUE(m_trace->toPlainText().contains(u"示例县实验小学"_s));
    // A large county has hundreds of thousands of pupils.
    constexpr int kPupilsColumn = 2;
    constexpr int kPadding = 8;
    EXPECT_GE(m_strip->columnWidth(kPupilsColumn), m_strip->fontMetrics().horizontalAdvance(u"888888"_s) + kPadding);
}

// Planted: 双河乡中心小学 is below the floor in R2, 枫林镇中心小学 fails too, 云台镇中心小学 lacks its R3.
TEST_F(ResourcesPageTest, TheHeatMapFollowsTheFiltersAndChoosesLikeTheTable) {
    click(u"viewHeatMap"_s);
    QTest::qWait(50);
    EXPECT_FALSE(m_table->isVisible());
    EXPECT_TRUE(seen(u"云台镇中心小学（小学）R3"_s).figure);
    click(u"filterFailed"_s);
    QTest::qWait(50);
    EXPECT_FALSE(seen(u"云台镇中心小学"_s).figure);
    EXPECT_TRUE(seen(u"枫林镇中心小学（小学）："_s).figure); // its name
    const Seen cell = seen(u"双河乡中心小学（小学）R2"_s);
    ASSERT_TRUE(cell.figure);
    EXPECT_TRUE(cell.figure->detailAt(cell.place).endsWith(u"低于85%"_s));
    ui::click(*cell.figure, cell.place);
    EXPECT_EQ(m_workspace.data().schoolName(m_selection.section().school), u"双河乡中心小学"_s);
    EXPECT_EQ(m_selection.indicator(), u"R2"_s);
    EXPECT_TRUE(m_trace->toPlainText().contains(u"骨干教师"_s));
    QTest::qWait(50);
    ui::click(*cell.figure, cell.place, true);
    EXPECT_TRUE(m_trace->hasFocus());
    QTest::keyClick(m_trace, Qt::Key_Escape);
    EXPECT_TRUE(cell.figure->hasFocus());
    QTest::qWait(50);
    QTest::keyClick(cell.figure, Qt::Key_Left);
    EXPECT_EQ(m_selection.indicator(), u"R1"_s);
    click(u"viewTable"_s);
    EXPECT_EQ(at(m_table->currentIndex().row(), kSchoolColumn), u"双河乡中心小学"_s);
    EXPECT_EQ(m_table->currentIndex().column(), kR1Column);
}

TEST_F(ResourcesPageTest, TheRankingsAreByTheIndicatorThatIsChosen) {
    choose(u"双河乡中心小学"_s, kR3Column);
    click(u"viewRanking"_s);
    QTest::qWait(50);
    auto& indicator = *m_page->findChild<QComboBox*>(u"rankedIndicator"_s);
    EXPECT_TRUE(indicator.currentText().startsWith(u"R3 "_s));
    ASSERT_TRUE(seen(u"双河乡中心小学（小学）R3"_s).figure);
    EXPECT_FALSE(seen(u"云台镇中心小学"_s).figure); // has no figure to rank
    indicator.setFocus();
    QTest::keyClick(&indicator, Qt::Key_Up);
    QTest::qWait(50);
    EXPECT_EQ(m_selection.indicator(), u"R2"_s);
    const Seen bar = seen(u"示例县城南初级中学（初中）R2"_s);
    ASSERT_TRUE(bar.figure);
    ui::click(*bar.figure, bar.place);
    EXPECT_EQ(at(m_table->currentIndex().row(), kSchoolColumn), u"示例县城南初级中学"_s);
    EXPECT_EQ(m_selection.indicator(), u"R2"_s);
    click(u"stagePrimary"_s);
    QTest::qWait(50);
    EXPECT_FALSE(seen(u"示例县城南初级中学"_s).figure);
    EXPECT_TRUE(seen(u"云台镇中心小学（小学）R2"_s).figure);
}

// What is chosen may be hidden by a filter, or be a coefficient: the indicator can be changed all the same.
TEST_F(ResourcesPageTest, TheRankedIndicatorIsFreeOfWhatIsChosen) {
    choose(u"双河乡中心小学"_s, kR3Column);
    click(u"stageJunior"_s);
    click(u"viewRanking"_s);
    QTest::qWait(50);
    auto& indicator = *m_page->findChild<QComboBox*>(u"rankedIndicator"_s);
    indicator.setCurrentIndex(0);
    EXPECT_TRUE(indicator.currentText().startsWith(u"R1 "_s));
    QTest::qWait(50);
    const Seen bar = seen(u"示例县明德初级中学（初中）R1"_s);
    ASSERT_TRUE(bar.figure);
    ui::click(*bar.figure, bar.place);
    EXPECT_TRUE(m_trace->toPlainText().contains(u"示例县明德初级中学"_s));
    click(u"viewTable"_s);
    m_strip->setCurrentIndex(m_strip->model()->index(3, kR1Column));
    EXPECT_FALSE(m_trace->toPlainText().startsWith(u"示例县明德初级中学"_s));
    click(u"viewRanking"_s);
    QTest::qWait(50);
    ui::click(*bar.figure, bar.place);
    EXPECT_TRUE(m_trace->toPlainText().startsWith(u"示例县明德初级中学"_s));
}

TEST_F(ResourcesPageTest, AFigureInFrontFollowsTheData) {
    click(u"viewHeatMap"_s);
    QTest::qWait(50);
    const Seen before = seen(u"云台镇中心小学（小学）R3"_s);
    ASSERT_TRUE(before.figure);
    EXPECT_TRUE(before.figure->detailAt(before.place).endsWith(u"：待填报"_s));
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"music_teachers"), .text = u"2"_s}}));
    QTest::qWait(50);
    const Seen after = seen(u"云台镇中心小学（小学）R3"_s);
    ASSERT_TRUE(after.figure);
    EXPECT_FALSE(after.figure->detailAt(after.place).contains(u"待填报"_s));
}

TEST_F(ResourcesPageTest, AnEmptyYearSaysWhatToDoFirst) {
    ASSERT_TRUE(m_workspace.setYear(2026));
    EXPECT_FALSE(m_table->isVisible());
    EXPECT_TRUE(m_page->findChild<QWidget*>(u"emptyLabel"_s)->isVisible());
    m_workspace.close();
    EXPECT_TRUE(m_page->findChild<QWidget*>(u"emptyLabel"_s)->isVisible());
}

} // namespace

} // namespace junheng::ui
