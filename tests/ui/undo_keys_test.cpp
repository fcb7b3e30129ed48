// Ctrl+Z belongs to the field that has something to take back, otherwise to the window.
#include "desk_fixture.h"
#include "ui/pages/entry/entry_page.h"
#include "ui/pages/parts/parts_page.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace junheng::ui {

namespace {

class UndoKeysTest : public testing::Test {
protected:
    void SetUp() override {
        m_window.addAction(&m_undo);
        m_window.addAction(&m_redo);
        m_undo.setShortcut(QKeySequence(u"Ctrl+Z"_s));
        m_redo.setShortcuts({QKeySequence(u"Ctrl+Y"_s), QKeySequence(u"Ctrl+Shift+Z"_s)});
        m_window.show();
        m_window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
    }
    template <class Field> Field* addField() {
        auto* field = new Field;
        m_layout.addWidget(field);
        field->show();
        field->setFocus();
        return field;
    }
    // Whether the window gets them from what has the focus.
    bool undoReachesWindow() { return reachesWindow(m_undo, Qt::Key_Z, Qt::ControlModifier); }
    bool redoReachesWindow() { return reachesWindow(m_redo, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    bool reachesWindow(const QAction& action, Qt::Key key, Qt::KeyboardModifiers modifiers) {
        const QSignalSpy triggered(&action, &QAction::triggered);
        QTest::keyClick(m_window.focusWidget(), key, modifiers);
        return triggered.count() == 1;
    }

    QWidget m_window;
    QVBoxLayout m_layout{&m_window};
    QAction m_undo;
    QAction m_redo;
};

} // namespace

TEST_F(UndoKeysTest, ALineKeepsThemWhileItHasSomethingToTakeBack) {
    auto* line = addField<QLineEdit>();
    line->setText(u"stored"_s);
    EXPECT_TRUE(undoReachesWindow());
    EXPECT_TRUE(redoReachesWindow());
    QTest::keyClicks(line, u"x"_s);
    EXPECT_FALSE(redoReachesWindow());
    EXPECT_FALSE(undoReachesWindow());
    EXPECT_EQ(line->text(), u"stored"_s);
    EXPECT_TRUE(undoReachesWindow());
    EXPECT_FALSE(redoReachesWindow());
    EXPECT_EQ(line->text(), u"storedx"_s);
}

TEST_F(UndoKeysTest, ALineWithWhatWasRefusedKeepsThem) {
    auto* line = addField<QLineEdit>();
    line->setText(u"soon"_s);
    line->setModified(true);
    EXPECT_FALSE(undoReachesWindow());
}

TEST_F(UndoKeysTest, ALongTextKeepsThemFromTheFirstKey) {
    auto* text = addField<QPlainTextEdit>();
    text->setPlainText(u"stored"_s);
    EXPECT_TRUE(undoReachesWindow());
    EXPECT_TRUE(redoReachesWindow());
    QTest::keyClicks(text, u"x"_s);
    EXPECT_FALSE(undoReachesWindow());
    EXPECT_EQ(text->toPlainText(), u"stored"_s);
    EXPECT_FALSE(undoReachesWindow());
    EXPECT_FALSE(redoReachesWindow());
    EXPECT_EQ(text->toPlainText(), u"xstored"_s);
}

TEST_F(UndoKeysTest, WhatIsOnlyReadLeavesThem) {
    addField<QTextBrowser>()->setPlainText(u"read"_s);
    EXPECT_TRUE(undoReachesWindow());
}

// What the editor of a cell was opened with may be typed already: 5 on a cell opens one with 5.
TEST_F(UndoKeysTest, AnEditorOverACellKeepsThem) {
    auto* table = addField<QTableWidget>();
    table->setRowCount(1);
    table->setColumnCount(1);
    table->setItem(0, 0, new QTableWidgetItem(u"560"_s));
    EXPECT_TRUE(undoReachesWindow());
    table->editItem(table->item(0, 0));
    ASSERT_NE(qobject_cast<QLineEdit*>(m_window.focusWidget()), nullptr);
    EXPECT_FALSE(undoReachesWindow());
    EXPECT_NE(qobject_cast<QLineEdit*>(m_window.focusWidget()), nullptr);
}

namespace {

class UndoKeysInTheWindowTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        m_window = std::make_unique<MainWindow>(m_workspace, Questions{});
        m_window->show();
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
        QWidget* focus = m_window->focusWidget();
        QTest::keyClick(focus != nullptr ? focus : m_window.get(), key, modifiers);
    }

    std::unique_ptr<MainWindow> m_window;
};

} // namespace

TEST_F(UndoKeysInTheWindowTest, ANoteOnEvidenceIsTakenBackFromTheLineItWasTypedIn) {
    press(Qt::Key_5);
    m_window->findChild<PartsPage*>()->showIndicator(u"G8"_s);
    QCoreApplication::processEvents();
    auto* note = m_window->findChild<QLineEdit*>(u"note"_s);
    ASSERT_NE(note, nullptr);
    note->setFocus();
    QTest::keyClicks(note, u"No. 12"_s);
    press(Qt::Key_Return, Qt::NoModifier);
    ASSERT_EQ(workspace::evidenceOf(m_workspace.data(), u"G8"_s).size(), 1U);
    ASSERT_TRUE(note->hasFocus());
    press(Qt::Key_Z);
    EXPECT_TRUE(workspace::evidenceOf(m_workspace.data(), u"G8"_s).empty());
    EXPECT_EQ(note->text(), QString());
    note->setFocus();
    press(Qt::Key_Y);
    EXPECT_EQ(workspace::evidenceOf(m_workspace.data(), u"G8"_s).size(), 1U);
    note->setFocus();
    press(Qt::Key_Z);
    note->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(workspace::evidenceOf(m_workspace.data(), u"G8"_s).size(), 1U);
}

// The line above the table and the fields that filter it; typing in a cell of the table is asked in entry_page_test.
TEST_F(UndoKeysInTheWindowTest, FieldsOfTheEntryPageLeaveWhatIsNotTheirs) {
    const model::CellKey pupils = sectionCell(kYuntai, u"pupils");
    const QString before = valueOf(pupils);
    press(Qt::Key_2);
    m_window->findChild<EntryPage*>()->showCell(pupils);
    for (const QString& name : {u"value"_s, u"filter"_s}) {
        ASSERT_TRUE(m_workspace.edit({{.cell = pupils, .text = u"561"_s}}));
        auto* line = m_window->findChild<QLineEdit*>(name);
        ASSERT_NE(line, nullptr);
        line->setFocus();
        const QString shown = line->text();
        QTest::keyClicks(line, u"7"_s);
        press(Qt::Key_Z);
        EXPECT_EQ(line->text(), shown);
        EXPECT_EQ(valueOf(pupils), u"561"_s);
        line->setFocus();
        press(Qt::Key_Z);
        EXPECT_EQ(valueOf(pupils), before);
    }
}

} // namespace junheng::ui
