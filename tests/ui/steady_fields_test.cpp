// The wheel, and keys that meant something else, change no field.
#include "desk_fixture.h"
#include "ui/shell/main_window.h"
#include "ui/shell/verdict_bar.h"
#include "ui/widgets/steady_fields.h"
#include "workspace/structure.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

namespace junheng::ui {

namespace {

void turnWheel(QWidget& over, int notches) {
    const QPointF at(over.rect().center());
    QWheelEvent event(at, over.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QSpontaneKeyEvent::setSpontaneous(&event); // as from the platform: what is ignored goes on to the parent
    qApp->notify(&over, &event);
}

class YearBoxTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        ASSERT_TRUE(m_workspace.setYear(2026));
        ASSERT_TRUE(m_workspace.structure().addSchool(
            {.code = u"9901001001"_s, .name = u"甲小学"_s, .type = u"小学"_s, .stages = {u"primary"_s}}));
        ASSERT_TRUE(m_workspace.setYear(2025));
        m_window = std::make_unique<MainWindow>(m_workspace, Questions{});
        m_window->show();
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        m_box = m_window->findChild<VerdictBar*>()->findChild<QComboBox*>();
        ASSERT_NE(m_box, nullptr);
    }
    [[nodiscard]] int year() const { return m_workspace.data().year(); }

    std::unique_ptr<MainWindow> m_window;
    QComboBox* m_box = nullptr;
};

} // namespace

TEST_F(YearBoxTest, TheWheelChangesNoYearWithAndWithoutTheFocus) {
    turnWheel(*m_box, 1);
    turnWheel(*m_box, -3);
    EXPECT_EQ(year(), 2025);
    m_box->setFocus();
    turnWheel(*m_box, 1);
    turnWheel(*m_box, -1);
    turnWheel(*m_box, -1);
    EXPECT_EQ(year(), 2025);
    EXPECT_EQ(m_box->currentData().toInt(), 2025);
    EXPECT_NE(m_box->focusPolicy(), Qt::WheelFocus);
}

class YearBoxKeyTest : public YearBoxTest, public testing::WithParamInterface<Qt::Key> {};

TEST_P(YearBoxKeyTest, AKeyOverTheClosedListChangesNoYear) {
    m_box->setFocus();
    ASSERT_EQ(QApplication::focusWidget(), m_box);
    QTest::keyClick(m_box, GetParam());
    QTest::keyClick(m_box, GetParam());
    QTest::keyClick(m_box, GetParam(), Qt::ShiftModifier);
    EXPECT_EQ(year(), 2025);
    EXPECT_EQ(m_box->currentData().toInt(), 2025);
    EXPECT_FALSE(m_box->view()->isVisible());
}

INSTANTIATE_TEST_SUITE_P(Keys, YearBoxKeyTest,
                         testing::Values(Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home,
                                         Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_2, Qt::Key_A,
                                         Qt::Key_Return, Qt::Key_Delete));

TEST_F(YearBoxTest, InTheOpenListNothingHappensUntilAYearIsChosen) {
    m_box->setFocus();
    QTest::keyClick(m_box, Qt::Key_F4);
    ASSERT_TRUE(m_box->view()->isVisible());
    turnWheel(*m_box->view()->viewport(), -1);
    QTest::keyClick(m_box->view(), Qt::Key_Home);
    QTest::keyClick(m_box->view(), Qt::Key_Down);
    EXPECT_EQ(year(), 2025);
    QTest::keyClick(m_box->view(), Qt::Key_Escape);
    EXPECT_EQ(year(), 2025);
    EXPECT_EQ(m_box->currentData().toInt(), 2025);

    QTest::keyClick(m_box, Qt::Key_Space);
    ASSERT_TRUE(m_box->view()->isVisible());
    QTest::keyClick(m_box->view(), Qt::Key_Home);
    QTest::keyClick(m_box->view(), Qt::Key_Down);
    QTest::keyClick(m_box->view(), Qt::Key_Return);
    EXPECT_EQ(year(), 2026);
}

// Whatever holds a value, alone in a window that scrolls.
TEST(SteadyFields, TheWheelScrollsThePageUnderEveryKindOfField) {
    QScrollArea area;
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    auto* box = new QComboBox;
    box->addItems({u"是"_s, u"否"_s, u"待填报"_s});
    auto* number = new QSpinBox;
    auto* amount = new QDoubleSpinBox;
    auto* date = new QDateEdit(QDate(2026, 6, 30));
    for (QWidget* field : std::initializer_list<QWidget*>{box, number, amount, date})
        layout->addWidget(field);
    page->setMinimumHeight(2000);
    area.setWidget(page);
    area.setWidgetResizable(true);
    area.resize(300, 200);
    area.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&area));
    for (QWidget* field : std::initializer_list<QWidget*>{box, number, amount, date}) {
        for (const bool focused : {false, true}) {
            if (focused)
                field->setFocus();
            const int before = area.verticalScrollBar()->value();
            turnWheel(*field, -1);
            EXPECT_GT(area.verticalScrollBar()->value(), before) << field->metaObject()->className();
        }
        EXPECT_NE(field->focusPolicy(), Qt::WheelFocus);
    }
    EXPECT_EQ(box->currentIndex(), 0);
    EXPECT_EQ(number->value(), 0);
    EXPECT_EQ(amount->value(), 0);
    EXPECT_EQ(date->date(), QDate(2026, 6, 30));
}

} // namespace junheng::ui
