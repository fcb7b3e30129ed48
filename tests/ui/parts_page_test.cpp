// Page 政府与质量 over the sample county. What it must show is planted and listed in data/samples/README.md.
#include "desk_fixture.h"
#include "ui/pages/parts/parts_page.h"
#include "workspace/evidence_folder.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

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

    // The editor of a field, by its label.
    template <class Editor> [[nodiscard]] Editor* field(const QString& label) const {
        const auto* form = m_page->findChild<QFormLayout*>(u"form"_s);
        for (int row = 0; row < form->rowCount(); ++row) {
            if (qobject_cast<QLabel*>(form->itemAt(row, QFormLayout::LabelRole)->widget())->text() == label)
                return qobject_cast<Editor*>(form->itemAt(row, QFormLayout::FieldRole)->widget());
        }
        return nullptr;
    }
    [[nodiscard]] QTreeWidget* evidence() const { return m_page->findChild<QTreeWidget*>(u"evidence"_s); }
    [[nodiscard]] std::vector<workspace::Evidence> stored(const QString& id) const {
        return workspace::evidenceOf(m_workspace.data(), id);
    }
    [[nodiscard]] QString storedTask(const char16_t* item, const QString& id) const {
        const model::Item& found = model::ItemDictionary::builtIn().at(item);
        return model::displayText(found, m_workspace.data().value({.level = found.level, .part = id}, found));
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
                                .item = &model::ItemDictionary::builtIn().at(u"teacher_salary")};
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

TEST_F(PartsPageTest, AConclusionAndAVetoAreAnsweredInPlace) {
    m_page->showIndicator(u"G1"_s);
    auto* conclusion = field<QComboBox>(u"自评结论"_s);
    ASSERT_NE(conclusion, nullptr);
    EXPECT_EQ(conclusion->currentText(), u"达标"_s);
    conclusion->setFocus();
    QTest::keyClick(conclusion, Qt::Key_Down); // 未达标
    EXPECT_EQ(verdictOf(u"G1"_s), u"未达标 ✗"_s);

    m_page->showIndicator(u"V3"_s);
    EXPECT_EQ(field<QLineEdit>(u"责任单位"_s), nullptr);
    auto* present = field<QComboBox>(u"是否存在"_s);
    ASSERT_NE(present, nullptr);
    present->setFocus();
    QTest::keyClick(present, Qt::Key_End);
    EXPECT_EQ(present->currentText(), u"是"_s);
    EXPECT_EQ(verdictOf(u"V3"_s), u"存在 ✗"_s);
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(present->currentText(), u"否"_s);
}

// Fields are made anew for each kind of indicator, and still come in front of what stands below them.
TEST_F(PartsPageTest, TabLeadsDownTheFieldsToTheEvidence) {
    const QString present = u"是否存在"_s;
    m_page->showIndicator(u"G1"_s);
    m_page->showIndicator(u"V1"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return field<QComboBox>(present)->isVisible(); }));
    field<QComboBox>(present)->setFocus();
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(m_page->focusWidget(), field<QLineEdit>(u"说明"_s));
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(m_page->focusWidget(), m_page->findChild<QToolButton*>(u"add"_s));
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Backtab);
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Backtab);
    EXPECT_EQ(m_page->focusWidget(), field<QComboBox>(present));
}

TEST_F(PartsPageTest, ATaskIsSavedWhenItsFieldIsLeft) {
    m_page->showIndicator(u"G11"_s);
    QCoreApplication::processEvents(); // the fields are laid out
    auto* unit = field<QLineEdit>(u"责任单位"_s);
    ASSERT_NE(unit, nullptr);
    unit->setFocus();
    unit->selectAll();
    QTest::keyClicks(unit, u"renshi ju"_s);
    EXPECT_NE(storedTask(u"task_unit", u"G11"_s), u"renshi ju"_s);
    QTest::keyClick(unit, Qt::Key_Tab);
    EXPECT_EQ(storedTask(u"task_unit", u"G11"_s), u"renshi ju"_s);

    // What is refused stays to be mended.
    QSignalSpy errors(m_page.get(), &PartsPage::refused);
    auto* deadline = field<QLineEdit>(u"完成时限"_s);
    deadline->setFocus();
    deadline->selectAll();
    QTest::keyClicks(deadline, u"soon"_s);
    QTest::keyClick(deadline, Qt::Key_Return);
    ASSERT_GE(errors.count(), 1);
    EXPECT_TRUE(errors.front().front().toString().contains(u"soon"_s));
    EXPECT_EQ(deadline->text(), u"soon"_s);
    deadline->selectAll();
    QTest::keyClicks(deadline, u"2026-3-1"_s);
    QTest::keyClick(deadline, Qt::Key_Return);
    EXPECT_EQ(storedTask(u"task_deadline", u"G11"_s), u"2026-03-01"_s);
    EXPECT_EQ(deadline->text(), u"2026-03-01"_s);
}

TEST_F(PartsPageTest, WhatIsRefusedStaysWithItsIndicatorAndItsYear) {
    m_page->showIndicator(u"G11"_s);
    QCoreApplication::processEvents();
    auto* deadline = field<QLineEdit>(u"完成时限"_s);
    deadline->setFocus();
    deadline->selectAll();
    QTest::keyClicks(deadline, u"soon"_s);
    QTest::keyClick(deadline, Qt::Key_Return);
    auto* note = m_page->findChild<QLineEdit*>(u"note"_s);
    note->setText(u"begun"_s);
    m_page->showIndicator(u"G12"_s);
    EXPECT_NE(field<QLineEdit>(u"完成时限"_s)->text(), u"soon"_s);
    EXPECT_EQ(note->text(), QString());
    m_page->showIndicator(u"G11"_s);
    EXPECT_EQ(field<QLineEdit>(u"完成时限"_s)->text(), u"soon"_s);
    EXPECT_EQ(note->text(), u"begun"_s);

    ASSERT_TRUE(m_workspace.setYear(2026));
    EXPECT_NE(field<QLineEdit>(u"完成时限"_s)->text(), u"soon"_s);
    EXPECT_EQ(note->text(), QString());
}

TEST_F(PartsPageTest, EvidenceIsNotedRemovedAndBroughtBack) {
    m_page->showIndicator(u"G8"_s);
    auto* note = m_page->findChild<QLineEdit*>(u"note"_s);
    note->setFocus();
    QTest::keyClicks(note, u"No. 12"_s);
    QTest::keyClick(note, Qt::Key_Return);
    ASSERT_EQ(stored(u"G8"_s).size(), 1U);
    EXPECT_EQ(stored(u"G8"_s)[0].note, u"No. 12"_s);
    EXPECT_EQ(note->text(), QString());
    ASSERT_EQ(evidence()->topLevelItemCount(), 1);
    EXPECT_FALSE(m_page->findChild<QToolButton*>(u"open"_s)->isEnabled()); // a note has nothing to open

    evidence()->setFocus();
    QTest::keyClick(evidence(), Qt::Key_Delete);
    EXPECT_TRUE(stored(u"G8"_s).empty());
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(evidence()->topLevelItemCount(), 1);
    m_page->showIndicator(u"G9"_s);
    EXPECT_EQ(evidence()->topLevelItemCount(), 0);
}

TEST_F(PartsPageTest, FilesAreDroppedOnTheIndicatorShown) {
    QFile source(file(u"证书.pdf"_s));
    ASSERT_TRUE(source.open(QIODevice::WriteOnly));
    source.write("abc");
    source.close();
    m_page->showIndicator(u"G8"_s);
    QSignalSpy dropped(m_page.get(), &PartsPage::filesDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(source.fileName())});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(evidence()->viewport(), &enter);
    ASSERT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(evidence()->viewport(), &drop);
    QCoreApplication::processEvents();
    ASSERT_EQ(dropped.count(), 1);
    EXPECT_EQ(dropped.front().at(0).toString(), u"G8"_s);
    EXPECT_EQ(dropped.front().at(1).toStringList(), QStringList{source.fileName()});

    ASSERT_TRUE(m_workspace.evidence().attachFiles(u"G8"_s, {source.fileName()}));
    ASSERT_EQ(evidence()->topLevelItemCount(), 1);
    EXPECT_EQ(evidence()->topLevelItem(0)->text(0), u"证书.pdf"_s);
    QSignalSpy opened(m_page.get(), &PartsPage::openRequested);
    evidence()->setFocus();
    QTest::keyClick(evidence(), Qt::Key_Return);
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(qvariant_cast<workspace::Evidence>(opened.front().front()).size, 3);
}

TEST_F(PartsPageTest, OffersTheRegisters) {
    QSignalSpy lists(m_page.get(), &PartsPage::listRequested);
    QTest::mouseClick(m_page->findChild<QToolButton*>(u"rooms"_s), Qt::LeftButton);
    QTest::mouseClick(m_page->findChild<QToolButton*>(u"relaxations"_s), Qt::LeftButton);
    ASSERT_EQ(lists.count(), 2);
    EXPECT_EQ(qvariant_cast<report::SchoolList>(lists[0].front()), report::SchoolList::Rooms);
    EXPECT_EQ(qvariant_cast<report::SchoolList>(lists[1].front()), report::SchoolList::Relaxations);
}

} // namespace junheng::ui
