// The foot of the window: who has the focus after a click, how long an error stays, how much room it takes.
#include "desk_fixture.h"
#include "ui/pages/entry/entry_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/verdict_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace junheng::ui {

namespace {

class MessageBarTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        m_window = std::make_unique<MainWindow>(m_workspace, Questions{});
        m_window->show();
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        m_window->findChild<EntryPage*>()->showCell(m_pupils);
        ASSERT_EQ(QApplication::focusWidget(), &grid());
    }
    [[nodiscard]] QTableView& grid() const { return *m_window->findChild<QTableView*>(u"grid"_s); }
    [[nodiscard]] MessageBar& bar() const { return m_window->messages(); }
    // Of the message that is shown first.
    [[nodiscard]] QToolButton* button(const QString& name) const {
        for (QToolButton* candidate : bar().findChildren<QToolButton*>()) {
            if (candidate->isVisible() && (candidate->accessibleName() == name || candidate->text() == name))
                return candidate;
        }
        return nullptr;
    }
    [[nodiscard]] QPlainTextEdit* details() const {
        for (QPlainTextEdit* candidate : bar().findChildren<QPlainTextEdit*>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    // As the platform sends it, so that the click gives the focus where a click gives it.
    void click(QWidget& widget) {
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {},
                          widget.mapTo(m_window.get(), widget.rect().center()));
        QApplication::processEvents();
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void refuseTyping() {
        QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
        press(Qt::Key_Return);
        ASSERT_FALSE(bar().error().isEmpty());
    }
    void refusePaste() {
        QApplication::clipboard()->setText(u"x\ny\n"_s);
        press(Qt::Key_V, Qt::ControlModifier);
        ASSERT_FALSE(bar().error().isEmpty());
    }

    const model::CellKey m_pupils = sectionCell(kYuntai, u"pupils");
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

TEST_F(MessageBarTest, ClosingAMessageLeavesTheFocusInTheGrid) {
    for (const bool isError : {false, true}) {
        if (isError)
            bar().showError({.text = u"不能写入"_s});
        else
            bar().showNews({.text = u"已导出"_s});
        QApplication::processEvents();
        click(*button(u"知道了"_s));
        EXPECT_EQ(QApplication::focusWidget(), &grid());
    }
    EXPECT_TRUE(bar().error().isEmpty());
    // The next key goes where it is meant to go.
    const int row = grid().currentIndex().row();
    press(Qt::Key_Down);
    EXPECT_EQ(grid().currentIndex().row(), row + 1);
    EXPECT_EQ(m_workspace.data().year(), 2025);
}

TEST_F(MessageBarTest, DetailsAreOpenedAndClosedByMouseWithoutTheFocus) {
    bar().showError({.text = u"不能写入"_s, .details = u"store.full"_s});
    QApplication::processEvents();
    click(*button(u"详情"_s));
    ASSERT_NE(details(), nullptr);
    EXPECT_EQ(QApplication::focusWidget(), &grid());
    click(*details()->viewport()); // to copy from them
    EXPECT_EQ(QApplication::focusWidget(), details());
    click(*button(u"知道了"_s));
    EXPECT_EQ(QApplication::focusWidget(), &grid());
}

TEST_F(MessageBarTest, TheKeyboardComesInAndEscLeadsBack) {
    bar().showError({.text = u"不能写入"_s, .details = u"store.full"_s});
    QApplication::processEvents();
    QToolButton* more = button(u"详情"_s);
    ASSERT_NE(more, nullptr);
    EXPECT_TRUE(more->focusPolicy() & Qt::TabFocus);
    more->setFocus(Qt::TabFocusReason);
    QTest::keyClick(more, Qt::Key_Space);
    EXPECT_NE(details(), nullptr);
    press(Qt::Key_Escape);
    EXPECT_TRUE(bar().error().isEmpty());
    EXPECT_EQ(QApplication::focusWidget(), &grid());
}

TEST_F(MessageBarTest, ProgressThatEndsUnderTheFocusGivesItBack) {
    bar().showProgress(u"正在读取数据表…"_s, 0, 0);
    QApplication::processEvents();
    auto* stop = bar().findChild<QPushButton*>();
    ASSERT_NE(stop, nullptr);
    click(*stop);
    EXPECT_EQ(QApplication::focusWidget(), &grid());
    stop->setFocus(Qt::TabFocusReason);
    bar().hideProgress();
    EXPECT_EQ(QApplication::focusWidget(), &grid());
}

TEST_F(MessageBarTest, AnErrorAboutACellGoesWhenTheCellIsGivenUp) {
    refuseTyping();
    press(Qt::Key_Escape);
    EXPECT_TRUE(bar().error().isEmpty());
}

TEST_F(MessageBarTest, AnErrorAboutACellGoesWhenTheCellIsRight) {
    refuseTyping();
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"561"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(valueOf(m_pupils), u"561"_s);
    EXPECT_TRUE(bar().error().isEmpty());
}

// Also where the good text is what stood there before.
TEST_F(MessageBarTest, AnErrorAboutACellGoesWhenTheOldTextIsTypedAgain) {
    refuseTyping();
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), valueOf(m_pupils));
    press(Qt::Key_Return);
    EXPECT_TRUE(bar().error().isEmpty());
}

TEST_F(MessageBarTest, ARefusedPasteGoesWithAGoodOneUndoOrAnotherCell) {
    refusePaste();
    QApplication::clipboard()->setText(u"561\n562\n"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(bar().error().isEmpty());
    refusePaste();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(bar().error().isEmpty());
    refusePaste();
    press(Qt::Key_Down);
    EXPECT_TRUE(bar().error().isEmpty());
    refusePaste();
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    EXPECT_TRUE(bar().error().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    grid().setFocus();
    refusePaste();
    ASSERT_TRUE(m_workspace.setYear(2024));
    EXPECT_TRUE(bar().error().isEmpty());
}

TEST_F(MessageBarTest, ErrorsThatAreAboutNoCellStayUntilClosed) {
    bar().showError({.text = u"不能写入"_s});
    refusePaste();
    EXPECT_NE(bar().error(), u"不能写入"_s);
    press(Qt::Key_Down);
    EXPECT_EQ(bar().error(), u"不能写入"_s);
    ASSERT_TRUE(m_workspace.edit({{.cell = m_pupils, .text = u"561"_s}}));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    ASSERT_TRUE(m_workspace.setYear(2024));
    EXPECT_EQ(bar().error(), u"不能写入"_s);
    click(*button(u"知道了"_s));
    EXPECT_TRUE(bar().error().isEmpty());
}

TEST_F(MessageBarTest, ALongErrorTakesOneLineAndStandsWholeInItsDetails) {
    bar().showError({.text = u"短"_s});
    QApplication::processEvents();
    EXPECT_EQ(button(u"详情"_s), nullptr);
    const QString first = u"第一个错误"_s;
    const QString sentence = u"这一句话很长，"_s.repeated(60) + u"完"_s;
    bar().showError({.text = first});
    bar().showError({.text = sentence, .details = u"store.full"_s});
    QApplication::processEvents();
    // Less than the frame and two lines.
    EXPECT_TRUE(QTest::qWaitFor([&] { return bar().height() < 3 * bar().fontMetrics().height(); })) << bar().height();
    EXPECT_EQ(bar().error(), sentence);
    ASSERT_NE(button(u"详情"_s), nullptr);
    click(*button(u"详情"_s));
    ASSERT_NE(details(), nullptr);
    EXPECT_TRUE(details()->toPlainText().startsWith(sentence));
    EXPECT_TRUE(details()->toPlainText().contains(u"store.full"_s));
    EXPECT_TRUE(details()->toPlainText().contains(first));
}

} // namespace junheng::ui
