// County files that can only be looked at: the desk opens them, says why, and changes nothing.
#include "desk_fixture.h"
#include "ui/dialogs/standard_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "workspace/reports.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace junheng::ui {

namespace {

class ReadOnlyTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        m_path = m_workspace.path();
        m_workspace.close();
        m_window = std::make_unique<MainWindow>(
            m_workspace,
            Questions{.openFile = [this](QWidget*, const FileQuestion&) { return m_chosen; },
                      .openFiles = [this](QWidget*, const FileQuestion&) { return QStringList{m_chosen}; },
                      .saveFile = [this](QWidget*, const FileQuestion&) { return m_chosen; },
                      .newCounty = [](QWidget*) { return std::nullopt; },
                      .confirmImport = [](QWidget*, const workspace::ImportPreview&) { return true; },
                      .about = [](QWidget*) {},
                      .chooseStandard = [this](QWidget*, const workspace::Workspace&) { return m_chosen; }});
        m_window->show();
    }

    // As another program would, of equal length: SQLite keeps no checksums of its pages.
    void patch(const QByteArray& before, const QByteArray& after) const {
        ASSERT_EQ(before.size(), after.size());
        QFile file(m_path);
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        ASSERT_TRUE(bytes.contains(before));
        file.seek(0);
        file.write(bytes.replace(before, after));
    }
    [[nodiscard]] QByteArray bytes() const {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void open() {
        m_chosen = m_path;
        trigger(u"Ctrl+O"_s);
        ASSERT_TRUE(m_workspace.isOpen());
    }
    void trigger(const QString& keys) {
        for (QAction* action : m_window->actions()) {
            if (action->shortcuts().contains(QKeySequence(keys)))
                return action->trigger();
        }
        FAIL() << qPrintable(keys);
    }
    void walkAllPages() {
        for (int page = 1; page <= 7; ++page) {
            trigger(u"Ctrl+%1"_s.arg(page));
            QTest::qWait(10);
        }
    }
    void expectNothingChanges() {
        const QByteArray before = bytes();
        EXPECT_TRUE(banner().isVisible());
        EXPECT_TRUE(banner().text().startsWith(u"只能查看"_s)) << qPrintable(banner().text());
        walkAllPages();
        EXPECT_FALSE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"classes"), .text = u"3"_s}}));
        m_chosen = QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx");
        trigger(u"Ctrl+I"_s);
        EXPECT_TRUE(m_window->messages().error().startsWith(u"只能查看"_s));
        trigger(u"Ctrl+Z"_s);
        EXPECT_EQ(bytes(), before);
    }
    [[nodiscard]] QLabel& banner() const { return *m_window->findChild<QLabel*>(u"readOnly"_s); }

    QString m_path;
    QString m_chosen;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(ReadOnlyTest, NothingIsSaidOfAFileThatCanBeChanged) {
    open();
    EXPECT_FALSE(banner().isVisible());
    EXPECT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"classes"), .text = u"3"_s}}));
}

TEST_F(ReadOnlyTest, AFileThatSomebodyElseHasOpen) {
    workspace::Workspace other;
    ASSERT_TRUE(other.open(m_path));
    open();
    EXPECT_TRUE(m_window->messages().error().contains(u"正由用户"_s));
    expectNothingChanges();
}

// 560 pupils in the sample; a figure below nought can only have been put there past the program.
TEST_F(ReadOnlyTest, AFigureThatNobodyCanHaveEntered) {
    patch(R"("pupils":560)", R"("pupils":-60)");
    open();
    const QString told = m_window->messages().error();
    for (const QString& word : {u"2025"_s, u"云台镇中心小学"_s, u"在校学生数"_s, u"-60"_s})
        EXPECT_TRUE(told.contains(word)) << qPrintable(told);
    EXPECT_TRUE(valueOf(sectionCell(kYuntai, u"pupils")).isEmpty());
    expectNothingChanges();
}

TEST_F(ReadOnlyTest, AStandardThatThisVersionLacksIsReplacedByAnother) {
    patch("national-2017", "national-2071");
    open();
    EXPECT_TRUE(m_window->messages().error().contains(u"national-2071"_s));
    EXPECT_TRUE(banner().text().contains(u"national-2071"_s));
    expectNothingChanges();
    EXPECT_FALSE(m_workspace.reports().writeReport(file(u"不该有.xlsx"_s), QDate(2026, 3, 7)));
    EXPECT_FALSE(QFile::exists(file(u"不该有.xlsx"_s)));

    StandardDialog dialog(m_workspace, [](QWidget*, const FileQuestion&) { return QString(); });
    EXPECT_TRUE(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
    EXPECT_EQ(dialog.answer(), u"national-2017"_s);
    m_chosen = u"national-2017"_s;
    trigger(u"Ctrl+Shift+S"_s);
    EXPECT_FALSE(banner().isVisible());
    EXPECT_TRUE(m_workspace.edit({{.cell = sectionCell(kYuntai, u"classes"), .text = u"3"_s}}));
    m_workspace.close();
    open();
    EXPECT_FALSE(m_workspace.standardError());
}

} // namespace

} // namespace junheng::ui
