// The data entry page driven by keys and mouse.

#include "entry_page_fixture.h"
#include "ui/dialogs/add_school_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QTreeWidget>

namespace junheng::ui {

TEST_F(EntryPageTest, TypingReplacesTheCellAndEscapeGivesUp) {
    addTwoSchools();
    edit(pupils(kFirst), u"999"_s);
    m_page->showCell(pupils(kFirst));
    type(u"320"_s);
    press(Qt::Key_Return);
    type(u"45"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(value(pupils(kFirst)), u"320"_s);
    EXPECT_EQ(value(pupils(kSecond)), u"45"_s);
    EXPECT_EQ(rowOfCurrent(), u"甲小学 小学"_s);
    EXPECT_EQ(m_errors->count(), 0);
    type(u"77"_s);
    ASSERT_NE(openEditor(), nullptr);
    press(Qt::Key_Escape);
    EXPECT_EQ(openEditor(), nullptr);
    EXPECT_EQ(value(pupils(kFirst)), u"320"_s);
}

TEST_F(EntryPageTest, TabGoesRightAndWrapsToTheNextRow) {
    startAtPupils();
    type(u"320"_s);
    press(Qt::Key_Tab);
    EXPECT_EQ(headingOfCurrent(), u"＊年级数（个）"_s);
    type(u"6"_s);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(headingOfCurrent(), u"＊在校学生数（人）"_s);
    EXPECT_EQ(value(sectionCell(kFirst, u"grades")), u"6"_s);

    const int last = m_grid->model()->columnCount() - 1;
    m_grid->setCurrentIndex(m_grid->model()->index(0, last));
    press(Qt::Key_Tab);
    EXPECT_EQ(m_grid->currentIndex(), m_grid->model()->index(1, 0));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(m_grid->currentIndex(), m_grid->model()->index(0, last));
}

TEST_F(EntryPageTest, ArrowsLeaveATypedEditorButMoveTheCaretInPlace) {
    startAtPupils();
    type(u"32"_s);
    press(Qt::Key_Right);
    EXPECT_EQ(value(pupils(kFirst)), u"32"_s);
    EXPECT_EQ(headingOfCurrent(), u"＊年级数（个）"_s);

    press(Qt::Key_Left);
    press(Qt::Key_F2);
    press(Qt::Key_Left);
    type(u"5"_s);
    ASSERT_NE(openEditor(), nullptr);
    EXPECT_EQ(openEditor()->text(), u"352"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(value(pupils(kFirst)), u"352"_s);
}

TEST_F(EntryPageTest, RefusedTextStaysInTheEditorAndNothingChanges) {
    addTwoSchools();
    const QString undo = m_workspace.undoLabel();
    m_page->showCell(pupils(kFirst));
    type(u"12a"_s);
    press(Qt::Key_Return);
    ASSERT_EQ(m_errors->count(), 1);
    EXPECT_TRUE(m_errors->front().front().toString().contains(u"12a"_s));
    ASSERT_NE(openEditor(), nullptr);
    EXPECT_EQ(openEditor()->text(), u"12a"_s);
    EXPECT_TRUE(openEditor()->toolTip().contains(u"应填整数"_s));
    EXPECT_EQ(m_workspace.undoLabel(), undo);

    press(Qt::Key_Backspace);
    EXPECT_TRUE(openEditor()->toolTip().isEmpty());
    press(Qt::Key_Return);
    EXPECT_EQ(openEditor(), nullptr);
    EXPECT_EQ(value(pupils(kFirst)), u"12"_s);
}

TEST_F(EntryPageTest, RefusedTextOutlivesClicksTopicsAndOtherChanges) {
    addTwoSchools();
    m_page->showCell(pupils(kSecond));
    type(u"-5"_s);
    press(Qt::Key_Return);
    ASSERT_NE(openEditor(), nullptr);

    const QModelIndex other = m_grid->model()->index(0, 1);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, m_grid->visualRect(other).center());
    addSchool(u"9901001000"_s, u"丙小学"_s);
    ASSERT_TRUE(m_workspace.undo());
    child<QCheckBox>(u"onlyWanted"_s)->click();
    m_page->showCell(schoolCell(kFirst, u"sponsor"));
    QTest::qWait(10);
    ASSERT_NE(openEditor(), nullptr);
    EXPECT_EQ(openEditor()->text(), u"-5"_s);
    EXPECT_EQ(rowOfCurrent(), u"乙小学 小学"_s);
    EXPECT_FALSE(child<QCheckBox>(u"onlyWanted"_s)->isChecked());
    EXPECT_FALSE(m_page->close());
    press(Qt::Key_Escape);
    EXPECT_EQ(value(pupils(kSecond)), QString());
    EXPECT_TRUE(m_page->close());
}

TEST_F(EntryPageTest, ClosingTheWindowSavesWhatIsBeingTyped) {
    startAtPupils();
    type(u"320"_s);
    EXPECT_TRUE(m_page->close());
    EXPECT_EQ(value(pupils(kFirst)), u"320"_s);
}

TEST_F(EntryPageTest, DeleteClearsTheSelectionAsOneStep) {
    addTwoSchools();
    edit(pupils(kFirst), u"320"_s);
    edit(pupils(kSecond), u"45"_s);
    edit(sectionCell(kFirst, u"grades"), u"6"_s);
    m_page->showCell(sectionCell(kFirst, u"grades"));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Delete);
    EXPECT_EQ(value(sectionCell(kFirst, u"grades")), u"6"_s);
    EXPECT_EQ(value(pupils(kFirst)), QString());
    EXPECT_EQ(value(pupils(kSecond)), QString());
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(value(pupils(kFirst)), u"320"_s);
    EXPECT_EQ(value(pupils(kSecond)), u"45"_s);
}

TEST_F(EntryPageTest, ChineseFromAnInputMethodOpensTheEditor) {
    addTwoSchools();
    m_page->showCell(schoolCell(kFirst, u"school_name"));
    QInputMethodEvent first;
    first.setCommitString(u"柳溪"_s);
    QApplication::sendEvent(QApplication::focusWidget(), &first);
    ASSERT_NE(openEditor(), nullptr);
    QInputMethodEvent second;
    second.setCommitString(u"小学"_s);
    QApplication::sendEvent(QApplication::focusWidget(), &second);
    press(Qt::Key_Return);
    EXPECT_EQ(value(schoolCell(kFirst, u"school_name")), u"柳溪小学"_s);
    EXPECT_EQ(m_grid->model()->headerData(0, Qt::Vertical).toString(), u"柳溪小学 9901001001"_s);
}

TEST_F(EntryPageTest, ChoicesAndFlagsAreTypedByNumberOrSign) {
    addTwoSchools();
    m_page->showCell(schoolCell(kFirst, u"sponsor"));
    type(u"10"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(value(schoolCell(kFirst, u"sponsor")), u"10 民办"_s);
    m_page->showCell(schoolCell(kFirst, u"boarding"));
    type(u"1"_s);
    press(Qt::Key_Tab);
    EXPECT_EQ(value(schoolCell(kFirst, u"boarding")), u"是"_s);
    EXPECT_EQ(headingOfCurrent(), u"规划建成年份（年）"_s);

    m_page->showCell(schoolCell(kSecond, u"sponsor"));
    type(u"0"_s); // no number of its own, but part of one choice
    press(Qt::Key_Return);
    EXPECT_EQ(value(schoolCell(kSecond, u"sponsor")), u"10 民办"_s);
}

TEST_F(EntryPageTest, OnePastedCellThatIsRefusedIsMendedInItsEditor) {
    startAtPupils();
    QApplication::clipboard()->setText(u"１,２３４\r\n"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(value(pupils(kFirst)), u"1234"_s);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：粘贴 甲小学 小学 在校学生数"_s);
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), u"1234"_s);

    QApplication::clipboard()->setText(u"约二百"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(m_errors->count(), 1);
    EXPECT_EQ(value(pupils(kFirst)), u"1234"_s);
    ASSERT_NE(openEditor(), nullptr);
    EXPECT_EQ(openEditor()->text(), u"约二百"_s);
}

TEST_F(EntryPageTest, StripCommitsOnEnterAndKeepsRefusedText) {
    startAtPupils();
    auto* strip = child<QLineEdit>(u"value"_s);
    strip->setFocus();
    type(u"x"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(m_errors->count(), 1);
    EXPECT_EQ(strip->text(), u"x"_s);
    EXPECT_EQ(value(pupils(kFirst)), QString());
    press(Qt::Key_Backspace);
    type(u"320"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(value(pupils(kFirst)), u"320"_s);
    EXPECT_TRUE(m_grid->hasFocus());
    EXPECT_EQ(rowOfCurrent(), u"乙小学 小学"_s);
    EXPECT_EQ(strip->text(), QString());
}

TEST_F(EntryPageTest, HistoryShowsTheNewestFirst) {
    addTwoSchools();
    edit(pupils(kFirst), u"320"_s);
    m_page->showCell(pupils(kFirst));
    type(u"321"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    auto* history = child<QTreeWidget>(u"history"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return history->topLevelItemCount() == 2; }, 2000));
    EXPECT_EQ(history->topLevelItem(0)->text(2), u"320 → 321"_s);
    EXPECT_EQ(history->topLevelItem(1)->text(2), u"待填报 → 320"_s);
}

TEST_F(EntryPageTest, OnlyWantedKeepsARowUntilTheFilterIsSetAgain) {
    addTwoSchools();
    m_page->showCell({.subject = SubjectKey::ofCounty(), .item = &item(u"special_funds")});
    const int all = m_grid->model()->rowCount();
    edit({.subject = SubjectKey::ofCounty(), .item = &item(u"special_pupils")}, u"0"_s);
    child<QCheckBox>(u"onlyWanted"_s)->click();
    const int wanted = m_grid->model()->rowCount();
    EXPECT_LT(wanted, all);
    m_grid->setFocus();
    type(u"12.5"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(m_grid->model()->rowCount(), wanted);
    child<QCheckBox>(u"onlyWanted"_s)->click();
    child<QCheckBox>(u"onlyWanted"_s)->click();
    EXPECT_EQ(m_grid->model()->rowCount(), wanted - 1);
}

TEST_F(EntryPageTest, FilterFindsSchoolsByNameCodeAndType) {
    addTwoSchools();
    addSchool(u"9901001003"_s, u"丁学校"_s, u"小学教学点"_s);
    m_page->showCell(pupils(kFirst));
    auto* filter = child<QLineEdit>(u"filter"_s);
    for (const auto& [text, rows] : {std::pair(u"乙小"_s, 1), std::pair(u"1001003"_s, 1), std::pair(u"教学点"_s, 1),
                                     std::pair(u"没有"_s, 0), std::pair(u""_s, 3)}) {
        filter->setText(text);
        EXPECT_EQ(m_grid->model()->rowCount(), rows) << text.toStdString();
        EXPECT_EQ(m_grid->isVisible(), rows > 0);
    }
    filter->setText(u"乙"_s);
    m_page->showCell(sectionCell(kFirst, u"classes"));
    EXPECT_EQ(rowOfCurrent(), u"甲小学 小学"_s);
    EXPECT_TRUE(filter->text().isEmpty());
}

TEST_F(EntryPageTest, CurrentCellOutlivesNewRowsAndUndo) {
    addTwoSchools();
    m_page->showCell(sectionCell(kSecond, u"classes"));
    addSchool(u"9901001000"_s, u"丙小学"_s);
    EXPECT_EQ(m_grid->currentIndex().row(), 2);
    EXPECT_EQ(rowOfCurrent(), u"乙小学 小学"_s);
    EXPECT_EQ(headingOfCurrent(), u"＊教学班数（个）"_s);
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(rowOfCurrent(), u"乙小学 小学"_s);
    EXPECT_EQ(m_grid->currentIndex().row(), 1);
}

TEST_F(EntryPageTest, MissingRowsOfASchoolTypeAreOfferedAndCreatedByTyping) {
    addSchool(kFirst, u"甲学校"_s, u"九年一贯制学校"_s);
    const CellKey junior = sectionCell(kFirst, u"pupils", u"junior"_s);
    EXPECT_FALSE(m_workspace.data().exists(junior.subject));
    m_page->showCell(junior);
    EXPECT_EQ(rowOfCurrent(), u"甲学校 初中"_s);
    EXPECT_EQ(m_grid->currentIndex().data().toString(), u"○ 待填报"_s);
    type(u"0"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(m_workspace.data().exists(junior.subject));
    EXPECT_EQ(value(junior), u"0"_s);
}

TEST_F(EntryPageTest, ChangedCellsAreMarkedUntilUndone) {
    startAtPupils();
    const QPersistentModelIndex cell = m_grid->currentIndex();
    type(u"320"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(cell.data(Qt::ToolTipRole).toString().contains(u"原为：空白"_s));
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_FALSE(cell.data(Qt::ToolTipRole).toString().contains(u"原为"_s));
    EXPECT_EQ(cell.data(Qt::AccessibleTextRole).toString(), u"甲小学 · 小学 · 在校学生数（人）：待填报"_s);
}

TEST_F(EntryPageTest, UndoKeysGoToTheWindow) {
    addTwoSchools();
    QAction undo;
    undo.setShortcut(QKeySequence::Undo);
    m_page->addAction(&undo);
    const QSignalSpy triggered(&undo, &QAction::triggered);
    m_page->showCell(pupils(kFirst));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(triggered.count(), 1);
    type(u"3"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(triggered.count(), 1);
}

TEST_F(EntryPageTest, EmptyPageSaysWhatToDoFirst) {
    EXPECT_FALSE(m_grid->isVisible());
    EXPECT_TRUE(child<QWidget>(u"addFirstSchool"_s)->isVisible());
    EXPECT_TRUE(child<QLabel>(u"emptySentence"_s)->text().contains(u"还没有学校"_s));
    addTwoSchools();
    EXPECT_TRUE(m_grid->isVisible());
    m_workspace.close();
    EXPECT_FALSE(m_grid->isVisible());
    EXPECT_FALSE(child<QWidget>(u"addFirstSchool"_s)->isVisible());
}

TEST_F(EntryPageTest, NewSchoolDialogSaysWhatIsWrongAndPresetsStages) {
    addTwoSchools();
    AddSchoolDialog dialog(m_workspace);
    dialog.show();
    auto* code = dialog.findChild<QLineEdit*>(u"code"_s);
    auto* codeError = dialog.findChild<QLabel*>(u"codeError"_s);
    code->setText(u"123"_s);
    dialog.accept();
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_TRUE(codeError->text().contains(u"十位数字"_s));
    EXPECT_TRUE(dialog.findChild<QLabel*>(u"nameError"_s)->isVisible());

    code->setText(kFirst);
    dialog.findChild<QLineEdit*>(u"name"_s)->setText(u"丙学校"_s);
    dialog.findChild<QComboBox*>(u"type"_s)->setCurrentText(u"完全中学"_s);
    dialog.accept();
    EXPECT_TRUE(codeError->text().contains(u"甲小学"_s));

    code->setText(u"9901001009"_s);
    dialog.accept();
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    EXPECT_EQ(m_workspace.data().schoolName(dialog.code()), u"丙学校"_s);
    const auto [first, last] = m_workspace.data().sections().rowsOfSchool(u"9901001009"_s);
    ASSERT_EQ(last - first, 2);
    EXPECT_EQ(m_workspace.data().sections().key(first).part, u"junior"_s);
    EXPECT_EQ(m_workspace.data().sections().key(first + 1).part, u"senior"_s);
}

} // namespace junheng::ui
