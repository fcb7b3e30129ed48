// A year that is not the newest is coloured, and asks once before anything in it is changed.
#include "desk_fixture.h"
#include "ui/pages/entry/entry_page.h"
#include "ui/pages/parts/parts_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/verdict_bar.h"
#include "workspace/evidence_folder.h"
#include "workspace/narrative.h"
#include "workspace/structure.h"
#include "workspace/submissions.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

namespace junheng::ui {

namespace {

// 2025 with the sample, after which 2026 was begun with one school.
class PastYearTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        ASSERT_TRUE(m_workspace.setYear(2026));
        ASSERT_TRUE(m_workspace.structure().addSchool(
            {.code = u"9901001001"_s, .name = u"甲小学"_s, .type = u"小学"_s, .stages = {u"primary"_s}}));
        m_answers.openFiles = [this](QWidget*, const FileQuestion&) { return m_chosen; };
        m_answers.confirmImport = [](QWidget*, const workspace::ImportPreview&) { return true; };
        m_answers.confirm = [this](QWidget*, const Question& question) {
            m_questions << question.text;
            if (m_whileAsked)
                m_whileAsked();
            return m_answer;
        };
        m_window = std::make_unique<MainWindow>(m_workspace, m_answers);
        m_window->show();
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    }

    [[nodiscard]] QTableView& grid() const { return *m_window->findChild<QTableView*>(u"grid"_s); }
    [[nodiscard]] QLabel& past() const { return *m_window->findChild<QLabel*>(u"pastYear"_s); }
    void goToPupils() {
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        m_window->findChild<EntryPage*>()->showCell(m_pupils);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    const model::CellKey m_pupils = sectionCell(kYuntai, u"pupils");
    Questions m_answers;
    QStringList m_chosen;
    QStringList m_questions;
    bool m_answer = false;
    std::function<void()> m_whileAsked;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

TEST_F(PastYearTest, IsColouredAndTheNewestIsNot) {
    EXPECT_FALSE(past().isVisible());
    ASSERT_TRUE(m_workspace.setYear(2025));
    EXPECT_TRUE(past().isVisible());
    EXPECT_EQ(past().palette().color(QPalette::Window), fillOf(Tone::Near, past().palette()));
    EXPECT_TRUE(past().autoFillBackground());
    ASSERT_TRUE(m_workspace.setYear(2026));
    EXPECT_FALSE(past().isVisible());
    ASSERT_TRUE(m_workspace.edit({{.cell = sectionCell(u"9901001001"_s, u"pupils"), .text = u"5"_s}}));
    EXPECT_TRUE(m_questions.isEmpty());
}

TEST_F(PastYearTest, ANoToTypingGivesTheFigureBack) {
    ASSERT_TRUE(m_workspace.setYear(2025));
    goToPupils();
    QTest::keyClicks(QApplication::focusWidget(), u"9"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"87"_s);
    press(Qt::Key_Return);
    ASSERT_EQ(m_questions.size(), 1);
    EXPECT_TRUE(m_questions.front().contains(u"2025—2026学年"_s));
    EXPECT_TRUE(m_questions.front().contains(u"2026—2027学年"_s));
    EXPECT_EQ(valueOf(m_pupils), u"560"_s); // data/samples
    EXPECT_EQ(qobject_cast<QLineEdit*>(QApplication::focusWidget()), nullptr);
}

TEST_F(PastYearTest, AYesIsAskedForOnceUntilTheYearIsOpenedAgain) {
    ASSERT_TRUE(m_workspace.setYear(2025));
    m_answer = true;
    goToPupils();
    QTest::keyClicks(QApplication::focusWidget(), u"9"_s);
    press(Qt::Key_Return);
    goToPupils();
    press(Qt::Key_Delete);
    EXPECT_EQ(m_questions.size(), 1);
    EXPECT_EQ(valueOf(m_pupils), QString());
    ASSERT_TRUE(m_workspace.setYear(2026));
    ASSERT_TRUE(m_workspace.setYear(2025));
    m_answer = false;
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_questions.size(), 2);
    EXPECT_EQ(valueOf(m_pupils), QString());
    m_answer = true;
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_questions.size(), 3);
    EXPECT_EQ(valueOf(m_pupils), u"560"_s);
}

// Every way to change anything, each refused by one answer.
TEST_F(PastYearTest, EveryWayOfChangingIsAsked) {
    ASSERT_TRUE(m_workspace.setYear(2025));
    ASSERT_TRUE(m_workspace.reports().writeTemplate(file(u"同.xlsx"_s), true));
    QFile paper(file(u"证明.pdf"_s));
    ASSERT_TRUE(paper.open(QIODevice::WriteOnly));
    paper.write("abc");
    paper.close();
    const QString code = m_workspace.submissions().dataCode();
    const auto refused = [&](const char* way) {
        EXPECT_EQ(m_questions.size(), 1) << way;
        EXPECT_EQ(m_workspace.submissions().dataCode(), code) << way;
        m_questions.clear();
    };
    goToPupils();
    press(Qt::Key_Delete);
    refused("delete");
    QApplication::clipboard()->setText(u"1\t2\n3\t4\n"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    refused("paste of a block");
    QApplication::clipboard()->setText(u"7"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    refused("paste of one cell");
    grid().setFocus();
    press(Qt::Key_X, Qt::ControlModifier);
    refused("cut");
    press(Qt::Key_D, Qt::ControlModifier);
    refused("fill");
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    refused("undo");
    m_window->tasks().evidence.attach(u"G8"_s, {paper.fileName()});
    refused("evidence");
    EXPECT_TRUE(m_window->messages().news().contains(u"往年"_s));
    EXPECT_FALSE(m_workspace.evidence().attachNote(u"G8"_s, u"说明"_s));
    refused("note");
    EXPECT_FALSE(m_workspace.narrative().writeFreeText(u"县情"_s, u"文字"_s));
    refused("text of the report");
    EXPECT_FALSE(m_workspace.edit({{.cell = {.subject = {.level = model::Level::Veto, .school = {}, .part = u"V1"_s},
                                             .item = &model::ItemDictionary::builtIn().at(u"veto_present")},
                                    .text = u"是"_s}}));
    refused("veto");
    EXPECT_FALSE(m_workspace.structure().addSchool(
        {.code = u"9901001999"_s, .name = u"乙小学"_s, .type = u"小学"_s, .stages = {u"primary"_s}}));
    refused("new school");
}

TEST_F(PastYearTest, AnImportIsAskedAfterItsPreview) {
    ASSERT_TRUE(m_workspace.setYear(2025));
    m_answer = true;
    ASSERT_TRUE(m_workspace.edit({{.cell = m_pupils, .text = u"561"_s}}));
    ASSERT_TRUE(m_workspace.reports().writeTemplate(file(u"改.xlsx"_s), true));
    ASSERT_TRUE(m_workspace.undo());
    ASSERT_TRUE(m_workspace.setYear(2026));
    ASSERT_TRUE(m_workspace.setYear(2025));
    m_questions.clear();
    m_answer = false;
    m_window->tasks().imports.planImport({file(u"改.xlsx"_s)});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_questions.isEmpty(); }, 20000));
    EXPECT_EQ(valueOf(m_pupils), u"560"_s);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_window->messages().news().contains(u"没有改动"_s); }));
}

// A text that keeps itself while the question stands does not ask it again, and does not get through.
TEST_F(PastYearTest, NothingSlipsThroughWhileTheQuestionStands) {
    ASSERT_TRUE(m_workspace.setYear(2025));
    m_answer = true;
    bool slipped = true;
    m_whileAsked = [&] {
        slipped = m_workspace.edit({{.cell = sectionCell(kYuntai, u"classes"), .text = u"1"_s}}).has_value();
    };
    ASSERT_TRUE(m_workspace.edit({{.cell = m_pupils, .text = u"561"_s}}));
    EXPECT_FALSE(slipped);
    EXPECT_EQ(m_questions.size(), 1);
}

} // namespace junheng::ui
