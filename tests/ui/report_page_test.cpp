// Page 报告 over the sample county, which has 12 towns (乡镇数) and 148 villages.
#include "desk_fixture.h"
#include "ui/pages/report/report_page.h"

#include <QDateEdit>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPrintPreviewWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace junheng::ui {

namespace {

class ReportPageTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        m_page = std::make_unique<ReportPage>(m_workspace);
        m_page->resize(1200, 700);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_list = m_page->findChild<QTreeWidget*>(u"list"_s);
        m_text = m_page->findChild<QPlainTextEdit*>(u"text"_s);
    }

    // As an input method gives Chinese.
    void type(const QString& words) {
        m_text->setFocus();
        QInputMethodEvent event;
        event.setCommitString(words);
        QCoreApplication::sendEvent(m_text, &event);
    }
    [[nodiscard]] QString storedText(int row) {
        return m_workspace.narrative().freeTexts().value().at(static_cast<std::size_t>(row)).text;
    }
    void enterTowns(const QString& count) {
        ASSERT_TRUE(m_workspace.edit({{.cell = {.subject = model::SubjectKey::ofCounty(),
                                                .item = &model::ItemDictionary::builtIn().at(u"towns")},
                                       .text = count}}));
    }

    std::unique_ptr<ReportPage> m_page;
    QTreeWidget* m_list = nullptr;
    QPlainTextEdit* m_text = nullptr;
};

} // namespace

TEST_F(ReportPageTest, ListsWhatIsToBeWritten) {
    ASSERT_EQ(m_list->topLevelItemCount(), 3);
    EXPECT_EQ(m_list->topLevelItem(1)->text(0), u"主要做法与成效"_s);
    EXPECT_EQ(m_list->topLevelItem(1)->text(1), u"八、主要做法与成效"_s);
    EXPECT_EQ(m_list->topLevelItem(1)->text(2), u"○ 待撰写"_s);
    EXPECT_FALSE(m_page->findChild<QLabel*>(u"hint"_s)->text().isEmpty());
}

TEST_F(ReportPageTest, KeepsWhatWasTypedWhenAnotherTextIsChosen) {
    type(u"山清水秀。"_s);
    m_list->setCurrentItem(m_list->topLevelItem(1));
    EXPECT_EQ(storedText(0), u"山清水秀。"_s);
    EXPECT_EQ(m_list->topLevelItem(0)->text(2), u"✓ 已撰写"_s);
    EXPECT_EQ(m_text->toPlainText(), QString());
    m_list->setCurrentItem(m_list->topLevelItem(0));
    EXPECT_EQ(m_text->toPlainText(), u"山清水秀。"_s);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：撰写 县情"_s);
}

TEST_F(ReportPageTest, KeepsWhatWasTypedWhenTheEditorIsLeft) {
    type(u"山清水秀。"_s);
    m_page->findChild<QDateEdit*>(u"date"_s)->setFocus();
    EXPECT_EQ(storedText(0), u"山清水秀。"_s);
}

TEST_F(ReportPageTest, KeepsWhatWasTypedWhenTheTypingPauses) {
    type(u"山清水秀。"_s);
    EXPECT_EQ(storedText(0), QString());
    EXPECT_TRUE(QTest::qWaitFor([&] { return storedText(0) == u"山清水秀。"_s; }, 8000));
}

TEST_F(ReportPageTest, AnEditElsewhereLeavesTheTypingAlone) {
    type(u"山清"_s);
    enterTowns(u"15"_s);
    EXPECT_EQ(m_text->toPlainText(), u"山清"_s);
    type(u"水秀。"_s);
    m_page->findChild<QDateEdit*>(u"date"_s)->setFocus();
    EXPECT_EQ(storedText(0), u"山清水秀。"_s);
}

TEST_F(ReportPageTest, SaysWhichQuotedFigureHasChangedUntilItIsChecked) {
    type(u"全县12个乡镇。"_s);
    m_page->findChild<QDateEdit*>(u"date"_s)->setFocus();
    auto* stale = m_page->findChild<QLabel*>(u"stale"_s);
    EXPECT_FALSE(stale->isVisible());
    enterTowns(u"15"_s);
    EXPECT_EQ(m_list->topLevelItem(0)->text(2), u"△ 请核对"_s);
    EXPECT_TRUE(stale->text().contains(u"县级.乡镇数：写作时 12，现为 15"_s)) << stale->text().toStdString();
    QTest::mouseClick(m_page->findChild<QPushButton*>(u"checked"_s), Qt::LeftButton);
    EXPECT_EQ(m_list->topLevelItem(0)->text(2), u"✓ 已撰写"_s);
    EXPECT_FALSE(stale->isVisible());
}

TEST_F(ReportPageTest, ThePreviewHasThePagesOfTheReport) {
    auto* view = m_page->findChild<QPrintPreviewWidget*>();
    EXPECT_TRUE(QTest::qWaitFor([&] { return view->pageCount() > 10; }, 8000)) << view->pageCount();
}

TEST_F(ReportPageTest, AsksForFilesWithTheDateThatIsChosen) {
    QSignalSpy exports(m_page.get(), &ReportPage::exportRequested);
    QSignalSpy previews(m_page.get(), &ReportPage::previewRequested);
    m_page->findChild<QDateEdit*>(u"date"_s)->setDate(QDate(2025, 11, 3));
    QTest::mouseClick(m_page->findChild<QToolButton*>(u"word"_s), Qt::LeftButton);
    QTest::mouseClick(m_page->findChild<QToolButton*>(u"print"_s), Qt::LeftButton);
    ASSERT_EQ(exports.count(), 1);
    EXPECT_EQ(exports[0][0].value<ReportFile>(), ReportFile::Word);
    EXPECT_EQ(exports[0][1].toDate(), QDate(2025, 11, 3));
    EXPECT_EQ(previews.count(), 1);
}

TEST_F(ReportPageTest, WithoutACountyNothingCanBeWritten) {
    m_workspace.close();
    EXPECT_EQ(m_list->topLevelItemCount(), 0);
    EXPECT_FALSE(m_text->isEnabled());
}

} // namespace junheng::ui
