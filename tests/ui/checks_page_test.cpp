// Page 数据核查, over a county of one school with two contradictions.
#include "desk_fixture.h"
#include "ui/pages/checks/checks_page.h"
#include "workspace/doubts.h"
#include "workspace/structure.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace junheng::ui {

namespace {

const QString kOnly = u"9901010001"_s;

class ChecksPageTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        ASSERT_TRUE(m_workspace.create(file(u"县.junheng"_s), {.code = u"990101"_s, .name = u"示例县"_s},
                                       u"national-2017"_s, 2025));
        m_page = std::make_unique<ChecksPage>(m_workspace);
        m_page->resize(1200, 700);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_list = m_page->findChild<QTreeWidget*>(u"list"_s);
        m_figures = m_page->findChild<QTreeWidget*>(u"figures"_s);
        m_text = m_page->findChild<QPlainTextEdit*>(u"text"_s);
    }

    // 骨干 21 and 持证 22 of 20 teachers.
    void enterDoubts() {
        ASSERT_TRUE(m_workspace.structure().addSchool(
            {.code = kOnly, .name = u"柳溪小学"_s, .type = u"小学"_s, .stages = {u"primary"_s}}));
        ASSERT_TRUE(type(u"teachers", u"20"_s));
        ASSERT_TRUE(type(u"backbone_teachers", u"21"_s));
        ASSERT_TRUE(type(u"certified_teachers", u"22"_s));
    }
    base::Outcome type(const char16_t* item, const QString& text) {
        return workspace::inShort(m_workspace.edit({{.cell = sectionCell(kOnly, item), .text = text}}));
    }
    [[nodiscard]] QString nothing() const {
        const auto* label = m_page->findChild<QLabel*>(u"nothing"_s);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QString row(int number) const {
        QStringList texts;
        for (int column = 0; column < 4; ++column)
            texts << m_list->topLevelItem(number)->text(column);
        return texts.join(u'|');
    }
    template <class Widget> [[nodiscard]] Widget* child(const char16_t* name) const {
        return m_page->findChild<Widget*>(QString::fromUtf16(name));
    }

    std::unique_ptr<ChecksPage> m_page;
    QTreeWidget* m_list = nullptr;
    QTreeWidget* m_figures = nullptr;
    QPlainTextEdit* m_text = nullptr;
};

} // namespace

TEST_F(ChecksPageTest, SaysWhatToDoFirst) {
    EXPECT_TRUE(nothing().startsWith(u"还没有数据"_s));
    enterDoubts();
    EXPECT_EQ(nothing(), QString());
    ASSERT_TRUE(type(u"teachers", u"22"_s));
    EXPECT_EQ(nothing(), u"核查没有发现疑问 ✓"_s);
    m_workspace.close();
    EXPECT_TRUE(nothing().startsWith(u"还没有数据"_s));
}

TEST_F(ChecksPageTest, ListsWhatIsFoundAndLeadsToItsCells) {
    enterDoubts();
    ASSERT_EQ(m_list->topLevelItemCount(), 2);
    EXPECT_EQ(row(0), u"矛盾 ✗|未说明 ○|柳溪小学|小学"_s);
    EXPECT_TRUE(m_list->topLevelItem(1)->text(4).startsWith(u"持证教师数大于专任教师数"_s));
    ASSERT_EQ(m_figures->topLevelItemCount(), 2);
    EXPECT_EQ(m_figures->topLevelItem(0)->text(2), u"21 人"_s);
    QSignalSpy spy(m_page.get(), &ChecksPage::cellRequested);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Return);
    EXPECT_TRUE(m_figures->hasFocus());
    QTest::keyClick(m_figures, Qt::Key_Return);
    QTest::keyClick(m_figures, Qt::Key_Down);
    QTest::mouseClick(child<QPushButton>(u"correct"), Qt::LeftButton);
    ASSERT_EQ(spy.count(), 2);
    EXPECT_EQ(qvariant_cast<model::CellKey>(spy[0][0]), sectionCell(kOnly, u"backbone_teachers"));
    EXPECT_EQ(qvariant_cast<model::CellKey>(spy[1][0]), sectionCell(kOnly, u"teachers"));
}

TEST_F(ChecksPageTest, WhatIsTypedIsKeptWhenTheEditorIsLeft) {
    enterDoubts();
    m_text->setFocus();
    QTest::keyClicks(m_text, u"reason"_s);
    EXPECT_EQ(m_workspace.doubts().findings().value().front().explanation, QString());
    QTest::keyClick(m_text, Qt::Key_Tab);
    EXPECT_EQ(m_workspace.doubts().findings().value().front().explanation, u"reason"_s);
    EXPECT_EQ(row(0), u"矛盾 ✗|已说明 ✓|柳溪小学|小学"_s);
    // Another one is chosen while something is typed: both keep their own.
    m_text->setFocus();
    QTest::keyClicks(m_text, u"!"_s);
    m_list->setCurrentItem(m_list->topLevelItem(1));
    EXPECT_EQ(m_text->toPlainText(), QString());
    EXPECT_EQ(m_list->indexOfTopLevelItem(m_list->currentItem()), 1);
    EXPECT_EQ(m_workspace.doubts().findings().value()[0].explanation.size(), 7);
    EXPECT_EQ(m_workspace.doubts().findings().value()[1].explanation, QString());
    ASSERT_TRUE(m_workspace.undo());
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(row(0), u"矛盾 ✗|未说明 ○|柳溪小学|小学"_s);
}

TEST_F(ChecksPageTest, WhatIsTypedStaysWhenSomethingElseChanges) {
    enterDoubts();
    m_text->setFocus();
    QTest::keyClicks(m_text, u"half"_s);
    ASSERT_TRUE(type(u"classes", u"3"_s));
    EXPECT_EQ(m_text->toPlainText(), u"half"_s);
    EXPECT_TRUE(m_text->document()->isModified());
}

TEST_F(ChecksPageTest, ARefusedTextStaysTyped) {
    enterDoubts();
    QSignalSpy errors(m_page.get(), &ChecksPage::error);
    m_text->setFocus();
    m_text->insertPlainText(QString(100'000, u'x'));
    QTest::keyClick(m_text, Qt::Key_Tab);
    ASSERT_EQ(errors.count(), 1);
    EXPECT_EQ(m_text->toPlainText().size(), 100'000);
    EXPECT_EQ(m_workspace.doubts().findings().value().front().explanation, QString());
}

TEST_F(ChecksPageTest, AnExplanationOfOtherFiguresIsToBeCheckedAgain) {
    enterDoubts();
    ASSERT_TRUE(m_workspace.doubts().explain(m_workspace.doubts().findings().value().front(), u"理由"_s));
    auto* checked = child<QPushButton>(u"checked");
    EXPECT_FALSE(checked->isVisible());
    ASSERT_TRUE(type(u"backbone_teachers", u"23"_s));
    EXPECT_EQ(row(0), u"矛盾 ✗|须重新核对 △|柳溪小学|小学"_s);
    EXPECT_TRUE(child<QLabel>(u"outdated")->text().contains(u"说明时 21 人，现为 23 人"_s));
    QTest::mouseClick(checked, Qt::LeftButton);
    EXPECT_EQ(row(0), u"矛盾 ✗|已说明 ✓|柳溪小学|小学"_s);
    EXPECT_FALSE(checked->isVisible());
}

TEST_F(ChecksPageTest, WhatIsCorrectedMakesRoomForTheNext) {
    enterDoubts();
    ASSERT_TRUE(type(u"backbone_teachers", u"20"_s));
    ASSERT_EQ(m_list->topLevelItemCount(), 1);
    EXPECT_EQ(m_figures->topLevelItem(0)->text(2), u"22 人"_s);
}

TEST_F(ChecksPageTest, Filters) {
    enterDoubts();
    ASSERT_TRUE(m_workspace.doubts().explain(m_workspace.doubts().findings().value().front(), u"理由"_s));
    auto* answer = child<QComboBox>(u"answer");
    auto* severity = child<QComboBox>(u"severity");
    auto* school = child<QLineEdit>(u"school");
    answer->setCurrentText(u"待处理"_s);
    EXPECT_EQ(m_list->topLevelItemCount(), 1);
    answer->setCurrentText(u"已说明"_s);
    EXPECT_EQ(m_list->topLevelItemCount(), 1);
    EXPECT_EQ(child<QLabel>(u"counts")->text(), u"列出 1 处，共 2 处，已说明 1 处"_s);
    answer->setCurrentText(u"全部"_s);
    severity->setCurrentText(u"存疑"_s);
    EXPECT_EQ(m_list->topLevelItemCount(), 0);
    EXPECT_EQ(nothing(), u"没有符合筛选条件的核查结果。"_s);
    severity->setCurrentText(u"矛盾"_s);
    for (const auto& [text, rows] : {std::pair(u"柳溪"_s, 2), std::pair(u"9901"_s, 2), std::pair(u"东山"_s, 0)}) {
        school->setText(text);
        EXPECT_EQ(m_list->topLevelItemCount(), rows) << text.toStdString();
    }
}

// What is being explained stays in view although it no longer fits; another filter lets go of it.
TEST_F(ChecksPageTest, TheChosenOneStaysWhileItIsExplained) {
    enterDoubts();
    auto* answer = child<QComboBox>(u"answer");
    answer->setCurrentText(u"待处理"_s);
    m_text->setFocus();
    QTest::keyClicks(m_text, u"reason"_s);
    m_list->setFocus(); // keeps it
    EXPECT_EQ(m_workspace.doubts().findings().value().front().explanation, u"reason"_s);
    ASSERT_EQ(m_list->topLevelItemCount(), 2);
    EXPECT_EQ(m_list->indexOfTopLevelItem(m_list->currentItem()), 0);
    EXPECT_EQ(m_text->toPlainText(), u"reason"_s);
    answer->setCurrentText(u"全部"_s);
    answer->setCurrentText(u"待处理"_s);
    ASSERT_EQ(m_list->topLevelItemCount(), 1);
    EXPECT_EQ(m_text->toPlainText(), QString());
}

TEST_F(ChecksPageTest, WhatIsRefusedIsMendedBeforeAnotherIsChosen) {
    enterDoubts();
    m_text->setFocus();
    m_text->insertPlainText(QString(100'000, u'x'));
    m_list->setCurrentItem(m_list->topLevelItem(1));
    EXPECT_EQ(m_text->toPlainText().size(), 100'000);
    EXPECT_EQ(m_list->indexOfTopLevelItem(m_list->currentItem()), 0);
    child<QComboBox>(u"severity")->setCurrentText(u"提示"_s);
    EXPECT_EQ(m_text->toPlainText().size(), 100'000);
    m_text->setPlainText(u"short"_s);
    m_text->document()->setModified(true);
    m_list->setFocus();
    EXPECT_EQ(m_workspace.doubts().findings().value().front().explanation, u"short"_s);
}

TEST_F(ChecksPageTest, RefusedTextStaysInItsYear) {
    enterDoubts();
    m_text->setFocus();
    m_text->insertPlainText(QString(100'000, u'x'));
    m_list->setFocus();
    ASSERT_TRUE(m_workspace.setYear(2026));
    EXPECT_EQ(m_text->toPlainText(), QString());
    ASSERT_TRUE(m_workspace.setYear(2025));
    EXPECT_EQ(m_text->toPlainText(), QString());
    EXPECT_EQ(m_list->topLevelItemCount(), 2);
}

TEST_F(ChecksPageTest, TheListToPrintHasWhatIsStillTyped) {
    enterDoubts();
    m_text->setFocus();
    QTest::keyClicks(m_text, u"reason"_s);
    QSignalSpy lists(m_page.get(), &ChecksPage::listRequested);
    child<QToolButton>(u"print")->click();
    ASSERT_EQ(lists.count(), 1);
    EXPECT_EQ(qvariant_cast<report::SchoolList>(lists[0][0]), report::SchoolList::Findings);
    EXPECT_EQ(m_workspace.doubts().findings().value().front().explanation, u"reason"_s);
}

} // namespace junheng::ui
