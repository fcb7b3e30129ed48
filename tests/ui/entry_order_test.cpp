// Sorting, filtering and finding on the data entry page, and what it shares with other pages.

#include "entry_page_fixture.h"
#include "ui/pages/entry/grid/column_filter.h"
#include "workspace/standards.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace junheng::ui {

using model::Observation;

namespace {

const QString kThird = u"9901001003"_s;
const QString kFourth = u"9901001004"_s;

bool takes(const QString& filter, const char16_t* code, const Observation& observation) {
    const auto parsed = ColumnFilter::parse(filter);
    return parsed && parsed->matches(item(code), observation);
}

} // namespace

TEST(ColumnFilterTest, ComparesNumbersAsNumbers) {
    const Observation area = Observation::ofAmount(10050); // 100.50 ㎡
    for (const QString& yes : {u">100"_s, u">=100.5"_s, u"＞１００"_s, u"<1,000"_s, u"=100.500"_s, u"<>100"_s,
                               u"≤100.5"_s, u"0.5"_s, u"非空"_s, u""_s})
        EXPECT_TRUE(takes(yes, u"teaching_area", area)) << yes.toStdString();
    for (const QString& no : {u">100.5"_s, u"<9"_s, u"=100"_s, u"<>100.5"_s, u"空"_s, u"200"_s})
        EXPECT_FALSE(takes(no, u"teaching_area", area)) << no.toStdString();
}

TEST(ColumnFilterTest, BlanksAndTextsHaveTheirOwnWords) {
    const Observation blank = Observation::missing();
    const Observation town = Observation::ofChoice(item(u"locality"), 1); // 镇区
    EXPECT_TRUE(takes(u"空"_s, u"pupils", blank));
    EXPECT_TRUE(takes(u"<>5"_s, u"pupils", blank));
    EXPECT_FALSE(takes(u">=0"_s, u"pupils", blank));
    EXPECT_FALSE(takes(u"非空"_s, u"pupils", blank));
    EXPECT_TRUE(takes(u"镇"_s, u"locality", town));
    EXPECT_TRUE(takes(u"=镇区"_s, u"locality", town));
    EXPECT_FALSE(takes(u"=镇"_s, u"locality", town));
    EXPECT_FALSE(takes(u"<>镇区"_s, u"locality", town));
    EXPECT_TRUE(takes(u"不适用"_s, u"pupils", Observation::notApplicable()));
    EXPECT_FALSE(takes(u"<5"_s, u"pupils", Observation::notApplicable()));
    EXPECT_EQ(ColumnFilter::parse(u">很多"_s).error().code, u"filter.no_number"_s);
    EXPECT_TRUE(ColumnFilter::parse(u"  "_s)->isEmpty());
}

class EntryOrderTest : public EntryPageTest {
protected:
    // Pupils: 甲 45, 乙 none, 丙 320, 丁 45.
    void startWithFour() {
        addTwoSchools();
        addSchool(kThird, u"丙小学"_s);
        addSchool(kFourth, u"丁小学"_s);
        edit(pupils(kFirst), u"45"_s);
        edit(pupils(kThird), u"320"_s);
        edit(pupils(kFourth), u"45"_s);
        m_page->showCell(pupils(kFirst));
    }
    [[nodiscard]] QString order() const {
        QString names;
        for (int row = 0; row < m_grid->model()->rowCount(); ++row)
            names += m_grid->model()->headerData(row, Qt::Vertical).toString().left(1);
        return names;
    }
    [[nodiscard]] QLineEdit* field(int column) { return child<QLineEdit>(u"columnFilter%1"_s.arg(column)); }
    void doubleClickHeading(int column) {
        QHeaderView& header = *m_grid->horizontalHeader();
        const QPoint place(header.sectionViewportPosition(column) + header.sectionSize(column) / 2, 8);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(header.viewport(), Qt::LeftButton, {}, place);
    }
};

TEST_F(EntryOrderTest, SortsStablyWithBlanksLastAndKeepsTheOrderWhileTyping) {
    startWithFour();
    doubleClickHeading(0);
    EXPECT_EQ(order(), u"甲丁丙乙"_s);
    EXPECT_EQ(headingOfCurrent(), u"＊在校学生数（人） ▲"_s);
    doubleClickHeading(0);
    EXPECT_EQ(order(), u"丙甲丁乙"_s);
    m_page->showCell(pupils(kSecond));
    type(u"9999"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(order(), u"丙甲丁乙"_s);
    addSchool(u"9901001000"_s, u"戊小学"_s);
    EXPECT_EQ(order(), u"丙甲丁乙戊"_s);
    EXPECT_EQ(value(pupils(kThird)), u"320"_s); // no figure has moved
    doubleClickHeading(0);
    EXPECT_EQ(order(), u"戊甲乙丙丁"_s);
    EXPECT_EQ(headingOfCurrent(), u"＊在校学生数（人）"_s);
}

TEST_F(EntryOrderTest, TheMenuSortsByKey) {
    startWithFour();
    m_grid->setFocus();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), m_grid->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(m_grid->viewport(), &asked);
    auto* menu = m_grid->findChild<QMenu*>(u"cellMenu"_s);
    ASSERT_NE(menu, nullptr);
    for (QAction* action : menu->actions()) {
        if (action->text() == u"按这一列降序排列"_s)
            action->trigger();
    }
    menu->close();
    EXPECT_EQ(order(), u"丙甲丁乙"_s);
    EXPECT_EQ(rowOfCurrent(), u"甲小学 小学"_s);
}

TEST_F(EntryOrderTest, ColumnsAreFilteredTogetherAndOneButtonShowsAllAgain) {
    startWithFour();
    edit(sectionCell(kFourth, u"grades"), u"6"_s);
    auto* summary = child<QLabel>(u"summary"_s);
    auto* clear = child<QPushButton>(u"clearFilters"_s);
    EXPECT_FALSE(clear->isVisible());
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(QApplication::focusWidget(), field(0));
    type(u"<100"_s);
    EXPECT_EQ(order(), u"甲丁"_s);
    press(Qt::Key_Tab);
    ASSERT_EQ(QApplication::focusWidget(), field(1));
    field(1)->setText(u"空"_s);
    EXPECT_EQ(order(), u"甲"_s);
    EXPECT_TRUE(summary->text().startsWith(u"已筛选：显示 1 行，共 4 行"_s)) << summary->text().toStdString();
    field(1)->setText(u"9"_s);
    EXPECT_EQ(order(), QString());
    EXPECT_TRUE(field(1)->isVisible());
    clear->click();
    EXPECT_EQ(order(), u"甲乙丙丁"_s);
    EXPECT_TRUE(field(0)->text().isEmpty() && field(1)->text().isEmpty());
    EXPECT_FALSE(clear->isVisible());
}

TEST_F(EntryOrderTest, EscapeEmptiesAFieldAndThenLeavesIt) {
    startWithFour();
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    type(u">"_s);
    EXPECT_EQ(order(), u"甲乙丙丁"_s); // a sign alone asks for nothing yet
    press(Qt::Key_Return);
    EXPECT_EQ(m_errors->count(), 1);
    EXPECT_EQ(QApplication::focusWidget(), field(0));
    type(u"300"_s);
    EXPECT_EQ(order(), u"丙"_s);
    for (int i = 0; i < 3; ++i)
        press(Qt::Key_Backspace);
    EXPECT_EQ(order(), u"甲乙丙丁"_s);
    type(u"300"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(order(), u"甲乙丙丁"_s);
    EXPECT_EQ(QApplication::focusWidget(), field(0));
    press(Qt::Key_Escape);
    EXPECT_TRUE(m_grid->hasFocus());
}

TEST_F(EntryOrderTest, ARowThatNoLongerFitsStaysUntilTheFilterIsSetAgain) {
    startWithFour();
    field(0)->setText(u"45"_s);
    EXPECT_EQ(order(), u"甲丁"_s);
    m_page->showCell(pupils(kFirst));
    type(u"500"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(order(), u"甲丁"_s);
    field(0)->setText(u"4"_s);
    EXPECT_EQ(order(), u"丁"_s);
    m_page->showCell(pupils(kSecond)); // what hides a cell gone to is cleared
    EXPECT_EQ(order(), u"甲乙丙丁"_s);
    EXPECT_TRUE(field(0)->text().isEmpty());
}

TEST_F(EntryOrderTest, FindsForwardsBackwardsAndRoundTheEnd) {
    startWithFour();
    press(Qt::Key_F, Qt::ControlModifier);
    auto* text = child<QLineEdit>(u"findText"_s);
    auto* place = child<QLabel>(u"findPlace"_s);
    ASSERT_EQ(QApplication::focusWidget(), text);
    type(u"45"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(rowOfCurrent(), u"丁小学 小学"_s);
    EXPECT_EQ(place->text(), u"第 2 个，共 2 个"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(rowOfCurrent(), u"甲小学 小学"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(rowOfCurrent(), u"丁小学 小学"_s);
    text->setText(u"丙小"_s); // a label: its first cell
    ASSERT_TRUE(QTest::qWaitFor([&] { return place->text() == u"第 1 个，共 1 个"_s; }, 2000));
    EXPECT_EQ(m_grid->currentIndex(), m_grid->model()->index(2, 0));
    text->setText(u"没有这个"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(place->text(), u"没有找到"_s);
    press(Qt::Key_Escape);
    EXPECT_TRUE(m_grid->hasFocus());
    EXPECT_FALSE(text->isVisible());
}

TEST_F(EntryOrderTest, ColumnWidthsAreRemembered) {
    startWithFour();
    const int before = m_grid->columnWidth(0);
    m_grid->horizontalHeader()->resizeSection(0, before + 37);
    m_page->showCell(schoolCell(kFirst, u"sponsor"));
    m_page->showCell(pupils(kFirst));
    EXPECT_EQ(m_grid->columnWidth(0), before + 37);
    EXPECT_NE(m_grid->columnWidth(1), before + 37);
}

TEST_F(EntryOrderTest, FollowsWhatIsChosenElsewhereAndTellsItsOwn) {
    startWithFour();
    EXPECT_EQ(m_selection.section(), pupils(kFirst).subject);
    m_page->showCell(schoolCell(kSecond, u"sponsor"));
    EXPECT_EQ(m_selection.section(), pupils(kSecond).subject);
    m_page->hide();
    m_selection.choose(pupils(kThird).subject, u"R2"_s);
    m_page->show();
    EXPECT_EQ(rowOfCurrent(), u"丙小学 小学"_s);
    EXPECT_EQ(headingOfCurrent(), u"＊县级及以上骨干教师数（人）"_s);
    m_page->hide();
    m_selection.choose(pupils(kFourth).subject, u"R4"_s);
    m_page->show();
    EXPECT_EQ(rowOfCurrent(), u"丁小学 本部"_s);
    EXPECT_EQ(headingOfCurrent(), u"＊教学及辅助用房面积（㎡）"_s);
    EXPECT_EQ(m_selection.section(), pupils(kFourth).subject);
    EXPECT_EQ(m_selection.indicator(), u"R4"_s);
}

// R8 of computers, which a standard's file brings.
TEST_F(EntryOrderTest, KnowsAnIndicatorOfTheStandardAlone) {
    ASSERT_TRUE(m_workspace.standards().use(QStringLiteral(JUNHENG_SOURCE "/tests/support/further-indicator.json")));
    startWithFour();
    m_page->hide();
    m_selection.choose(pupils(kFourth).subject, u"R8"_s);
    m_page->show();
    EXPECT_EQ(rowOfCurrent(), u"丁小学 本部"_s);
    EXPECT_EQ(headingOfCurrent(), u"教学用计算机台数（台）"_s);
    m_page->showCell({.subject = {.level = Level::Task, .part = u"R8"_s}, .item = &item(u"task_unit")});
    EXPECT_EQ(rowOfCurrent(), u"R8 每百名学生拥有教学用计算机台数"_s);
    EXPECT_EQ(m_grid->model()->rowCount(), 32);
    ASSERT_TRUE(m_workspace.standards().use(u"national-2017"_s));
    EXPECT_EQ(m_grid->model()->rowCount(), 31) << "nobody has entered anything for it";
}

} // namespace junheng::ui
