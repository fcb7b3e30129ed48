// Page 政府与质量 over the sample county. What it must show is planted and listed in data/samples/README.md.
#include "desk_fixture.h"
#include "ui/pages/parts/parts_page.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

namespace junheng::ui {

namespace {

class PartsPageTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        m_page = std::make_unique<PartsPage>(m_workspace);
        m_page->resize(1200, 700);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_list = m_page->findChild<QTreeWidget*>(u"list"_s);
        m_trace = m_page->findChild<QTextBrowser*>(u"trace"_s);
    }
    // Its verdict; empty when there is no such row.
    [[nodiscard]] QString verdictOf(const QString& id) const {
        for (QTreeWidgetItem* item : m_list->findItems(id, Qt::MatchExactly | Qt::MatchRecursive))
            return item->text(2);
        return {};
    }
    [[nodiscard]] QColor fillOf(const QString& id) const {
        return m_list->findItems(id, Qt::MatchExactly | Qt::MatchRecursive).at(0)->background(2).color();
    }

    std::unique_ptr<PartsPage> m_page;
    QTreeWidget* m_list = nullptr;
    QTextBrowser* m_trace = nullptr;
};

} // namespace

TEST_F(PartsPageTest, ListsEveryPart) {
    QStringList groups;
    int rows = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        groups += m_list->topLevelItem(i)->text(0);
        rows += m_list->topLevelItem(i)->childCount();
    }
    EXPECT_EQ(groups, (QStringList{u"政府保障"_s, u"教育质量"_s, u"社会认可度"_s, u"一票否决"_s, u"资格审核"_s}));
    EXPECT_EQ(rows, 15 + 9 + 1 + 7 + 5);
    EXPECT_EQ(verdictOf(u"G4"_s), u"未达标 ✗"_s);
    EXPECT_EQ(verdictOf(u"G8"_s), u"达标 ✓"_s);
    EXPECT_EQ(verdictOf(u"V1"_s), u"不存在 ✓"_s);
    EXPECT_EQ(verdictOf(u"E2"_s), u"待填报 ○"_s);
}

TEST_F(PartsPageTest, TheChosenIndicatorIsExplainedAndLeadsToItsData) {
    m_page->showIndicator(u"G8"_s);
    EXPECT_TRUE(m_trace->toPlainText().contains(u"98640"_s)) << m_trace->toPlainText().toStdString();
    QSignalSpy spy(m_page.get(), &PartsPage::cellRequested);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Return);
    QTest::keyClick(m_trace, Qt::Key_Return);
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(qvariant_cast<model::CellKey>(spy.front().front()).subject.level, model::Level::County);
}

// 98640 against 97815: at 97814 the salary of teachers is below it.
TEST_F(PartsPageTest, AnEditIsJudgedAtOnceAndTheChoiceStays) {
    m_page->showIndicator(u"G8"_s);
    const model::CellKey salary{.subject = model::SubjectKey::ofCounty(),
                                .item = &model::ItemDictionary::instance().at(u"teacher_salary")};
    ASSERT_TRUE(m_workspace.edit({{.cell = salary, .text = u"97814"_s}}));
    EXPECT_EQ(verdictOf(u"G8"_s), u"未达标 ✗"_s);
    EXPECT_EQ(fillOf(u"G8"_s), fillOf(u"G4"_s));
    EXPECT_EQ(m_list->currentItem()->text(0), u"G8"_s);
    EXPECT_TRUE(m_trace->toPlainText().contains(u"97814"_s)) << m_trace->toPlainText().toStdString();
    ASSERT_TRUE(m_workspace.edit({{.cell = salary, .text = u"97815"_s}}));
    EXPECT_EQ(verdictOf(u"G8"_s), u"达标 ✓"_s);
    EXPECT_EQ(fillOf(u"G8"_s), fillOf(u"V1"_s));
}

TEST_F(PartsPageTest, AnEditLeavesTheListWhereItWasScrolled) {
    m_page->resize(1200, 300);
    m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->maximum());
    const int place = m_list->verticalScrollBar()->value();
    ASSERT_GT(place, 0);
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"pupils"), .text = u"9999"_s}}));
    EXPECT_EQ(m_list->verticalScrollBar()->value(), place);
}

TEST_F(PartsPageTest, AClosedCountyLeavesNothing) {
    m_workspace.close();
    EXPECT_EQ(m_list->topLevelItemCount(), 0);
}

} // namespace junheng::ui
