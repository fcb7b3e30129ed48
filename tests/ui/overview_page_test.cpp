// Page 总览 over the sample county. What it must show is planted and listed in data/samples/README.md.
#include "desk_fixture.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/widgets/selection.h"
#include "workspace/school_years.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextDocument>
#include <QTreeView>

#include <set>

namespace junheng::ui {

namespace {

class OverviewPageTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        show();
    }
    void show() {
        m_page = std::make_unique<OverviewPage>(m_workspace, m_selection);
        m_page->resize(1240, 640);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
    }

    template <class Widget> Widget* child(const char16_t* name) {
        return m_page->findChild<Widget*>(QString::fromUtf16(name));
    }
    [[nodiscard]] QString headline() {
        QTextDocument document;
        document.setHtml(child<QLabel>(u"headline")->text());
        return document.toPlainText().replace(QChar::Nbsp, u' ');
    }
    [[nodiscard]] QString at(const char16_t* list, int row, int column) {
        return child<QAbstractItemView>(list)->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QAbstractButton* card(const QString& name) {
        for (auto* button : m_page->findChildren<QAbstractButton*>()) {
            if (button->text() == name)
                return button;
        }
        return nullptr;
    }
    void press(const char16_t* list, int row, Qt::Key key = Qt::Key_Return) {
        auto* view = child<QAbstractItemView>(list);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(row, 0));
        QTest::keyClick(view, key);
    }

    Selection m_selection;
    std::unique_ptr<OverviewPage> m_page;
};

TEST_F(OverviewPageTest, TheHeadlineNamesWhatFailsBeforeWhatIsMissing) {
    const QString text = headline();
    const QStringList inOrder{u"总体未达标 ✗"_s,
                              u"小学 1 所学校未达 6 项、1 所学校有单项低于 85%"_s,
                              u"初中 2 所学校未达 6 项"_s,
                              u"小学 R6 差异系数 0.647 > 0.50"_s,
                              u"初中 R2 差异系数 0.523 > 0.45"_s,
                              u"政府保障 未达标"_s,
                              u"○ 2 格数据待填报，挡住 2 项学校指标、2 个差异系数"_s};
    qsizetype last = -1;
    for (const QString& part : inOrder) {
        const qsizetype place = text.indexOf(part);
        EXPECT_GT(place, last) << qPrintable(part) << " in " << qPrintable(text);
        last = place;
    }
}

TEST_F(OverviewPageTest, CardsCountAndInventNothing) {
    EXPECT_EQ(card(u"资源配置"_s)->accessibleName(), u"资源配置 未达标 63 / 69 个学段达标 ✗ 4　○ 2"_s);
    EXPECT_EQ(card(u"校际均衡"_s)->accessibleName(), u"校际均衡 未达标 10 / 14 个系数达标 ✗ 2　○ 2"_s);
    EXPECT_EQ(card(u"政府保障"_s)->accessibleName(), u"政府保障 未达标 13 / 15 项达标 ✗ 2　○ 0"_s);
    EXPECT_EQ(card(u"教育质量"_s)->accessibleName(), u"教育质量 达标 9 / 9 项达标 ✗ 0　○ 0"_s);
    // 657 of 710 are satisfied.
    EXPECT_EQ(card(u"社会认可度"_s)->accessibleName(), u"社会认可度 达标 满意度 92.5% 有效问卷 710 份"_s);
    EXPECT_EQ(card(u"一票否决"_s)->accessibleName(), u"一票否决 达标 7 / 7 项不存在 ✗ 0　○ 0"_s);
}

// 双河乡中心小学 has 2 of 286: 3 are needed, and 2.431 for the floor. 枫林镇中心小学 lacks one teacher and one room; of
// the sections that fail it is the nearest to its thresholds, so that those that pass come behind it.
TEST_F(OverviewPageTest, TheWorstGapsComeFirstInNaturalUnits) {
    EXPECT_EQ(at(u"gaps", 0, 1), u"双河乡中心小学"_s);
    EXPECT_EQ(at(u"gaps", 0, 4), u"1 名骨干教师"_s);
    EXPECT_EQ(at(u"gaps", 0, 5), u"1 名骨干教师"_s);
    EXPECT_EQ(at(u"gaps", 0, 6), u"R2 须达到 85%"_s);
    EXPECT_EQ(child<QTreeView>(u"gaps")->model()->rowCount(), 10);
    EXPECT_EQ(at(u"gaps", 5, 1), u"枫林镇中心小学"_s);
    EXPECT_EQ(at(u"gaps", 5, 4), u"1 名体艺教师"_s);
    EXPECT_EQ(at(u"gaps", 5, 5), u"—"_s);
    EXPECT_EQ(at(u"gaps", 5, 6), u"R3、R7 中再达标 1 项"_s);
    EXPECT_EQ(at(u"gaps", 7, 6), u"已达 6 项，可不补"_s);
}

TEST_F(OverviewPageTest, EnterOnAGapLeadsToItsFigure) {
    QSignalSpy resources(m_page.get(), &OverviewPage::resourcesRequested);
    press(u"gaps", 0);
    EXPECT_EQ(resources.count(), 1);
    EXPECT_EQ(m_workspace.data().schoolName(m_selection.section().school), u"双河乡中心小学"_s);
    EXPECT_EQ(m_selection.indicator(), u"R2"_s);
}

TEST_F(OverviewPageTest, WhatIsMissingLeadsToItsCell) {
    QSignalSpy cells(m_page.get(), &OverviewPage::cellRequested);
    auto* missing = child<QTreeView>(u"missing");
    const QModelIndex school = missing->model()->index(0, 0);
    EXPECT_EQ(school.data().toString(), u"云台镇中心小学"_s);
    EXPECT_EQ(missing->model()->index(0, 0, school).data().toString(), u"小学 音乐专任教师数"_s);
    EXPECT_EQ(at(u"missing", 0, 2), u"1"_s); // blocks its R3
    EXPECT_EQ(at(u"missing", 0, 3), u"1"_s); // and the coefficient of 小学 R3
    missing->setFocus();
    missing->setCurrentIndex(school);
    QTest::keyClick(missing, Qt::Key_Down);
    QTest::keyClick(missing, Qt::Key_Return);
    ASSERT_EQ(cells.count(), 1);
    EXPECT_EQ(cells.first().first().value<model::CellKey>(), sectionCell(kYuntai, u"music_teachers"));
}

TEST_F(OverviewPageTest, WhatIsMissingCanBeGroupedByItem) {
    QTest::mouseClick(child<QAbstractButton>(u"byItem"), Qt::LeftButton);
    EXPECT_EQ(at(u"missing", 0, 0), u"音乐专任教师数"_s);
    EXPECT_EQ(at(u"missing", 1, 0), u"网络多媒体教室间数"_s);
    const QAbstractItemModel* model = child<QTreeView>(u"missing")->model();
    EXPECT_EQ(model->index(0, 0, model->index(1, 0)).data().toString(), u"白鹭乡中心小学 本部"_s);
}

TEST_F(OverviewPageTest, ABlankPupilCountBlocksEveryIndicatorOfTheSchool) {
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"pupils"), .text = {}}}));
    const QAbstractItemModel* model = child<QTreeView>(u"missing")->model();
    const QModelIndex pupils = model->index(0, 0, model->index(0, 0));
    EXPECT_EQ(pupils.data().toString(), u"小学 在校学生数"_s);
    EXPECT_EQ(pupils.siblingAtColumn(2).data().toString(), u"7"_s);
    EXPECT_EQ(pupils.siblingAtColumn(3).data().toString(), u"7"_s);
}

TEST_F(OverviewPageTest, CoefficientsLeadToTheirBalance) {
    QSignalSpy balance(m_page.get(), &OverviewPage::balanceRequested);
    auto* grid = child<QTableView>(u"balance");
    EXPECT_EQ(at(u"balance", 5, 1), u"0.647"_s);
    EXPECT_EQ(at(u"balance", 2, 1), u"待填报"_s);
    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(5, 1));
    QTest::keyClick(grid, Qt::Key_Return);
    EXPECT_EQ(balance.count(), 1);
    EXPECT_EQ(m_selection.indicator(), u"R6"_s);
    EXPECT_EQ(m_selection.section().part, u"primary"_s);
}

// 南湾村小学 passes R3 by its 1 走教 teacher only while it has fewer than 100 pupils; it has 92.
TEST_F(OverviewPageTest, TheSchoolNearestToFailing) {
    EXPECT_EQ(at(u"margins", 0, 1), u"南湾村小学"_s);
    EXPECT_EQ(at(u"margins", 0, 4), u"再增加 8 人"_s);
}

TEST_F(OverviewPageTest, TabReachesEveryList) {
    std::set<QString> reached;
    card(u"资源配置"_s)->setFocus();
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget()->objectName());
    }
    for (const QString& list : {u"headline"_s, u"gaps"_s, u"margins"_s, u"balance"_s, u"missing"_s, u"relaxed"_s})
        EXPECT_TRUE(reached.contains(list)) << qPrintable(list);
}

TEST_F(OverviewPageTest, CardsWorkByEnter) {
    QSignalSpy resources(m_page.get(), &OverviewPage::resourcesRequested);
    card(u"资源配置"_s)->setFocus();
    QTest::keyClick(card(u"资源配置"_s), Qt::Key_Return);
    EXPECT_EQ(resources.count(), 1);
}

// The first row is the R2 of 双河乡中心小学: of the 3 backbone teachers that it needs, 2 are left to find instead of 1.
TEST_F(OverviewPageTest, AnEditTouchesOnlyTheRowsItChanges) {
    const QAbstractItemModel* gaps = child<QTreeView>(u"gaps")->model();
    const QSignalSpy resets(gaps, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(gaps, &QAbstractItemModel::dataChanged);
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(u"9901001134"_s, u"backbone_teachers"), .text = u"1"_s}}));
    EXPECT_EQ(at(u"gaps", 0, 4), u"2 名骨干教师"_s);
    EXPECT_EQ(resets.count(), 0);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(changes.first().at(0).toModelIndex(), gaps->index(0, 0));
    EXPECT_EQ(changes.first().at(1).toModelIndex(), gaps->index(0, gaps->columnCount() - 1));
}

TEST_F(OverviewPageTest, AnEditIsFollowedAlsoWhileHidden) {
    m_page->hide();
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"music_teachers"), .text = u"2"_s}}));
    m_page->show();
    EXPECT_TRUE(headline().contains(u"1 格数据待填报"_s));
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_TRUE(headline().contains(u"2 格数据待填报"_s));
}

TEST_F(OverviewPageTest, AnEmptyYearSaysWhatToDoFirst) {
    QSignalSpy import(m_page.get(), &OverviewPage::importRequested);
    ASSERT_TRUE(m_workspace.setYear(2026));
    EXPECT_FALSE(child<QLabel>(u"headline")->isVisible());
    auto* button = child<QAbstractButton>(u"importButton");
    ASSERT_TRUE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(import.count(), 1);
    m_workspace.close();
    EXPECT_TRUE(button->isVisible());
}

} // namespace

// xinjiang-2024 sets targets for 2027 and 2035; they are no part of a verdict.
// Figures that are not there yet do not meet the standard.
TEST_F(OverviewPageTest, AYearThatWasJustBegunHasNoClearBillOfHealth) {
    ASSERT_TRUE(m_workspace.schoolYears().begin(2026, 2025));
    EXPECT_EQ(child<QLabel>(u"gapPanelTitle")->text(), u"已填的数据中没有未达到标准的指标"_s);
}

TEST_F(OverviewPageTest, TargetsAreShownAndNotJudged) {
    EXPECT_FALSE(child<QLabel>(u"targets")->isVisible());
    const assess::Verdict before = m_workspace.assessment().verdicts.quality;
    ASSERT_TRUE(m_workspace.standards().use(u"xinjiang-2024"_s));
    ASSERT_TRUE(child<QLabel>(u"targets")->isVisible());
    const QString text = child<QLabel>(u"targets")->text();
    // No year belongs to 96 %: it is to last.
    EXPECT_TRUE(text.contains(u"　义务教育巩固率保持在96%以上（持续）"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"； 到2035年，优质学校覆盖率达90%"_s)) << text.toStdString();
    EXPECT_EQ(m_workspace.assessment().verdicts.quality, before);
}

// 双河乡中心小学 is below either floor in R2.
TEST_F(OverviewPageTest, TheFloorIsThatOfTheStandard) {
    const auto heading = [this] {
        return child<QAbstractItemView>(u"gaps")->model()->headerData(5, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    EXPECT_EQ(heading(), u"到 85% 还差"_s);
    useOwnStandard(R"("floor":{"share":"0.9","source":"6号"})");
    EXPECT_EQ(heading(), u"到 90% 还差"_s);
    EXPECT_TRUE(at(u"gaps", 0, 6).endsWith(u"须达到 90%"_s)) << at(u"gaps", 0, 6).toStdString();
    EXPECT_TRUE(headline().contains(u"有单项低于 90%"_s)) << headline().toStdString();
}

// 呼图壁: 中等 (Ⅱ) in its region's monitoring, no 十二年一贯制 in G4; the nation decides at the end.
TEST_F(OverviewPageTest, ClausesBelowTheNationalOnesAreNamed) {
    EXPECT_FALSE(child<QLabel>(u"belowNational")->isVisible());
    ASSERT_TRUE(m_workspace.standards().use(u"hutubi-2022"_s));
    ASSERT_TRUE(child<QLabel>(u"belowNational")->isVisible());
    EXPECT_EQ(child<QLabel>(u"belowNational")->text(),
              u"低于国家标准的条款（国家认定仍按国家标准）　G4 学校规模； G6 不足100人学校公用经费； Q9 质量监测"_s);
}

// A target of other counties is not shown: 中卫's plan is for 中宁县, 沙坡头区 and 海原县.
TEST_F(OverviewPageTest, TargetsOfOtherCountiesAreNotShown) {
    ASSERT_TRUE(m_workspace.standards().use(u"ningxia-2017"_s));
    EXPECT_FALSE(child<QLabel>(u"targets")->isVisible());
}

// What is reached is told with its status: 全部小学差异系数 of the sample are known.
TEST_F(OverviewPageTest, TargetsOfThePlanSayWhatIsReached) {
    ASSERT_TRUE(m_workspace.standards().use(u"urumqi-county-2022"_s));
    const QString text = child<QLabel>(u"targets")->text();
    EXPECT_TRUE(text.contains(u"力争2026年通过自治区评估和国家督导认定（现在：未达标）"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"2025年前完成每百名学生拥有县级以上骨干教师1人的标准（现在："_s)) << text.toStdString();
}

// urumqi-county-2022 also lists the coefficient of computers per 100 pupils; it is no test, so the card counts 14.
TEST_F(OverviewPageTest, AFurtherCoefficientOfTheStandardIsAmongTheOthers) {
    EXPECT_EQ(child<QTableView>(u"balance")->model()->rowCount(), 7);
    ASSERT_TRUE(m_workspace.standards().use(u"urumqi-county-2022"_s));
    ASSERT_EQ(child<QTableView>(u"balance")->model()->rowCount(), 8);
    EXPECT_EQ(at(u"balance", 7, 0), u"B1 计算机"_s);
    QStringList cards;
    for (const auto* card : m_page->findChildren<QAbstractButton*>())
        cards << card->text() + card->accessibleName() + card->accessibleDescription();
    EXPECT_TRUE(cards.join(u'\n').contains(u"/ 14 个系数达标"_s)) << cards.join(u'\n').toStdString();
}

} // namespace junheng::ui
