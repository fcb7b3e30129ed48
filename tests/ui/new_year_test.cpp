// A new school year: by its command and dialog only; what it took over is confirmed in the grid.
#include "desk_fixture.h"
#include "entry_page_fixture.h"
#include "model/unconfirmed.h"
#include "ui/dialogs/screen_questions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "workspace/school_years.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimer>
#include <QWheelEvent>

#include <functional>

namespace junheng::ui {

namespace {

class NewYearTest : public DeskTest {
protected:
    void openWindow() {
        Questions questions;
        questions.beginYear = screenQuestions().beginYear;
        m_window = std::make_unique<MainWindow>(m_workspace, questions);
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    }
    [[nodiscard]] QComboBox* yearBox() const {
        for (QComboBox* box : m_window->findChildren<QComboBox*>()) {
            if (box->accessibleName() == u"学年")
                return box;
        }
        return nullptr;
    }
    // Ctrl+Shift+N, then what `answers` does in the dialog.
    void begin(const std::function<void(QDialog&)>& answer) {
        bool answered = false;
        QTimer::singleShot(0, m_window.get(), [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            ASSERT_NE(dialog, nullptr);
            ASSERT_TRUE(QTest::qWaitForWindowActive(dialog));
            answer(*dialog);
            answered = true;
            if (dialog->isVisible())
                dialog->reject();
        });
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(answered);
        // Without a window manager nobody makes the window the active one again.
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    }
    static void key(QDialog& dialog, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = dialog.focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &dialog, key, modifiers);
    }
    static void choose(const QDialog& dialog, const QString& name) {
        auto* choice = dialog.findChild<QRadioButton*>(name);
        QTest::mouseClick(choice, Qt::LeftButton, Qt::NoModifier, QPoint(8, choice->height() / 2));
    }
    static QPushButton& startButton(const QDialog& dialog) {
        return *dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }
    // Keys that go to the window wherever the focus is.
    void windowKey(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(m_window.get(), key, modifiers); }

    std::unique_ptr<MainWindow> m_window;
};

} // namespace

// The list holds the years that are there: whatever is pressed or turned, the last one is the newest.
TEST_F(NewYearTest, TheBoxCannotBeginAYear) {
    openSample();
    openWindow();
    QComboBox* box = yearBox();
    ASSERT_NE(box, nullptr);
    box->setFocus();
    for (int turn = 0; turn < 3; ++turn) {
        QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &wheel);
    }
    for (const Qt::Key pressed : {Qt::Key_Down, Qt::Key_End, Qt::Key_PageDown, Qt::Key_Right})
        QTest::keyClick(box, pressed);
    EXPECT_EQ(m_workspace.data().year(), 2025);
    EXPECT_EQ(box->count(), 1);
    // Nor in the open list.
    QTest::keyClick(box, Qt::Key_Down, Qt::AltModifier);
    if (box->view()->isVisible()) {
        QTest::keyClick(box->view(), Qt::Key_End);
        QTest::keyClick(box->view(), Qt::Key_Return);
    }
    EXPECT_EQ(m_workspace.data().year(), 2025);
    EXPECT_EQ(m_workspace.years(), std::vector<int>{2025});
}

TEST_F(NewYearTest, TheDialogTakesOver) {
    openSample();
    openWindow();
    const int schools = m_workspace.data().schools().rowCount();
    begin([](QDialog& dialog) {
        EXPECT_EQ(dialog.findChild<QSpinBox*>(u"year"_s)->text(), u"2026—2027学年"_s);
        EXPECT_TRUE(dialog.findChild<QRadioButton*>(u"takeOver"_s)->isChecked());
        EXPECT_TRUE(dialog.findChild<QRadioButton*>(u"takeOver"_s)->text().contains(u"2025—2026学年"_s));
        EXPECT_TRUE(startButton(dialog).isEnabled());
        key(dialog, Qt::Key_Return);
    });
    EXPECT_EQ(m_workspace.data().year(), 2026);
    EXPECT_EQ(m_workspace.data().schools().rowCount(), schools);
    EXPECT_EQ(yearBox()->currentText(), u"2026—2027学年"_s);
    EXPECT_TRUE(m_window->messages().news().contains(u"未确认"_s)) << m_window->messages().news().toStdString();

    windowKey(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_workspace.data().year(), 2025);
    EXPECT_EQ(m_workspace.years(), std::vector<int>{2025});
    EXPECT_EQ(yearBox()->count(), 1);
    windowKey(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(m_workspace.data().year(), 2026);
    EXPECT_EQ(yearBox()->count(), 2);
}

TEST_F(NewYearTest, OrBeginsEmpty) {
    openSample();
    openWindow();
    begin([](QDialog& dialog) {
        choose(dialog, u"empty"_s);
        EXPECT_TRUE(dialog.findChild<QRadioButton*>(u"empty"_s)->isChecked());
        key(dialog, Qt::Key_Return);
    });
    EXPECT_EQ(m_workspace.data().year(), 2026);
    EXPECT_EQ(m_workspace.data().schools().rowCount(), 0);
    // The empty year offers to take over after all, and then that is all there is to choose.
    begin([](QDialog& dialog) {
        EXPECT_EQ(dialog.findChild<QSpinBox*>(u"year"_s)->value(), 2026);
        EXPECT_TRUE(startButton(dialog).isEnabled());
        choose(dialog, u"empty"_s);
        EXPECT_FALSE(startButton(dialog).isEnabled());
        EXPECT_TRUE(dialog.findChild<QLabel*>(u"problem"_s)->text().contains(u"已经开始"_s));
        choose(dialog, u"takeOver"_s);
        key(dialog, Qt::Key_Return);
    });
    EXPECT_GT(m_workspace.data().schools().rowCount(), 0);
}

TEST_F(NewYearTest, EscBeginsNothing) {
    openSample();
    openWindow();
    begin([](QDialog& dialog) { key(dialog, Qt::Key_Escape); });
    EXPECT_EQ(m_workspace.data().year(), 2025);
    EXPECT_EQ(m_workspace.years(), std::vector<int>{2025});
    EXPECT_EQ(*m_workspace.schoolYears().inJournal(), std::vector<int>{2025});
}

TEST_F(NewYearTest, AYearThatIsThereIsRefusedAndAnEarlierOneBeginsEmpty) {
    openSample();
    openWindow();
    begin([](QDialog& dialog) {
        auto* year = dialog.findChild<QSpinBox*>(u"year"_s);
        QTest::mouseClick(year, Qt::LeftButton, Qt::NoModifier, QPoint(8, year->height() / 2));
        key(dialog, Qt::Key_Down); // 2025
        EXPECT_FALSE(startButton(dialog).isEnabled());
        EXPECT_TRUE(dialog.findChild<QLabel*>(u"problem"_s)->text().contains(u"已经有2025—2026学年"_s));
        key(dialog, Qt::Key_Down); // 2024
        EXPECT_FALSE(dialog.findChild<QRadioButton*>(u"takeOver"_s)->isEnabled());
        EXPECT_TRUE(startButton(dialog).isEnabled());
        key(dialog, Qt::Key_Return);
    });
    EXPECT_EQ(m_workspace.data().year(), 2024);
    EXPECT_EQ(m_workspace.years(), (std::vector<int>{2024, 2025}));
}

namespace {

class ConfirmTest : public EntryPageTest {
protected:
    void SetUp() override {
        EntryPageTest::SetUp();
        addTwoSchools();
        for (const QString& school : {kFirst, kSecond}) {
            edit(area(school), u"4300.5"_s);
            edit(campusCell(school, u"books"), u"900"_s);
        }
        ASSERT_TRUE(m_workspace.schoolYears().begin(2026, 2025));
        m_page->showCell(area(kFirst));
    }
    static CellKey campusCell(const QString& school, const char16_t* code) {
        return {.subject = {.level = Level::Campus, .school = school, .part = {}}, .item = &item(code)};
    }
    static CellKey area(const QString& school) { return campusCell(school, u"teaching_area"); }
    [[nodiscard]] bool unconfirmed(const CellKey& cell) const {
        return m_workspace.data().value(cell.subject, *cell.item).unconfirmed;
    }
    [[nodiscard]] QString tipOfCurrent() const { return m_grid->currentIndex().data(Qt::ToolTipRole).toString(); }
};

} // namespace

TEST_F(ConfirmTest, F8ConfirmsWhatIsFramed) {
    EXPECT_TRUE(unconfirmed(area(kFirst)));
    EXPECT_TRUE(tipOfCurrent().contains(u"未确认"_s));
    press(Qt::Key_F8);
    EXPECT_FALSE(unconfirmed(area(kFirst)));
    EXPECT_EQ(value(area(kFirst)), u"4300.5"_s);
    EXPECT_FALSE(tipOfCurrent().contains(u"未确认"_s));
    EXPECT_TRUE(unconfirmed(area(kSecond)));
    // A block is one step.
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_F8);
    EXPECT_FALSE(unconfirmed(area(kSecond)));
    EXPECT_TRUE(unconfirmed(campusCell(kFirst, u"books")));
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_TRUE(unconfirmed(area(kSecond)));
    EXPECT_FALSE(unconfirmed(area(kFirst)));
    EXPECT_EQ(m_errors->count(), 0);
}

TEST_F(ConfirmTest, TypingTheSameFigureConfirmsEditingWithoutTypingDoesNot) {
    press(Qt::Key_F2);
    press(Qt::Key_Return);
    EXPECT_TRUE(unconfirmed(area(kFirst)));
    m_page->showCell(area(kFirst));
    type(u"4300.5"_s);
    press(Qt::Key_Escape);
    EXPECT_TRUE(unconfirmed(area(kFirst)));
    type(u"4300.5"_s);
    press(Qt::Key_Return);
    EXPECT_FALSE(unconfirmed(area(kFirst)));
    EXPECT_EQ(value(area(kFirst)), u"4300.5"_s);
}

TEST_F(ConfirmTest, TheFieldAboveConfirmsToo) {
    auto* field = child<QLineEdit>(u"value"_s);
    ASSERT_NE(field, nullptr);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"4300.5"_s);
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_FALSE(unconfirmed(area(kFirst)));
    EXPECT_TRUE(unconfirmed(area(kSecond)));
}

TEST_F(ConfirmTest, AllOfATopicAreConfirmedAtOnce) {
    auto* button = child<QPushButton>(u"confirmAll"_s);
    auto* only = child<QCheckBox>(u"onlyUnconfirmed"_s);
    ASSERT_TRUE(button->isVisible());
    EXPECT_EQ(button->text(), u"确认这 4 格"_s);
    press(Qt::Key_F8);
    m_page->showCell(campusCell(kFirst, u"books"));
    press(Qt::Key_F8);
    QTest::mouseClick(only, Qt::LeftButton);
    EXPECT_EQ(m_grid->model()->rowCount(), 1);
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_FALSE(unconfirmed(area(kSecond)));
    EXPECT_FALSE(unconfirmed(campusCell(kSecond, u"books")));
    EXPECT_FALSE(button->isVisible());
    // What another topic took over is not touched.
    EXPECT_TRUE(unconfirmed(schoolCell(kSecond, u"school_name")));
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_TRUE(unconfirmed(area(kSecond)));
    EXPECT_TRUE(unconfirmed(campusCell(kSecond, u"books")));
    EXPECT_FALSE(unconfirmed(area(kFirst)));
}

// What is counted anew is blank; what it was stands beside it.
TEST_F(ConfirmTest, ABlankCellSaysWhatItWas) {
    ASSERT_TRUE(m_workspace.setYear(2025));
    edit(pupils(kFirst), u"286"_s);
    ASSERT_TRUE(m_workspace.setYear(2026));
    m_page->showCell(pupils(kFirst));
    EXPECT_EQ(value(pupils(kFirst)), QString());
    EXPECT_TRUE(tipOfCurrent().contains(u"上年（2025—2026学年）：286"_s)) << tipOfCurrent().toStdString();
    EXPECT_TRUE(child<QLabel>(u"help"_s)->text().startsWith(u"上年（2025—2026学年）：286"_s));
    m_page->showCell(pupils(kSecond));
    EXPECT_FALSE(tipOfCurrent().contains(u"上年"_s));
}

TEST_F(ConfirmTest, TheMenuOffersIt) {
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), m_grid->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(m_grid->viewport(), &asked);
    auto* menu = m_grid->findChild<QMenu*>(u"cellMenu"_s);
    ASSERT_NE(menu, nullptr);
    const QList<QAction*> actions = menu->actions();
    const auto found =
        std::ranges::find_if(actions, [](const QAction* action) { return action->text().startsWith(u"确认所选"_s); });
    ASSERT_NE(found, actions.end());
    QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(*found).center());
    EXPECT_FALSE(unconfirmed(area(kFirst)));
    EXPECT_TRUE(unconfirmed(area(kSecond)));
}

} // namespace junheng::ui
