// 一校一册 on the desk: chosen in the dialog, previewed from a row, written with progress, stopped.
#include "base/atomic_file.h"
#include "desk_fixture.h"
#include "ui/dialogs/dossier_dialog.h"
#include "ui/pages/resources/resources_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "workspace/zip_reader.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace junheng::ui {

namespace {

class DossiersDeskTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        Questions questions;
        questions.saveFile = [this](QWidget*, const FileQuestion&) { return m_target; };
        questions.openFolder = questions.saveFile;
        questions.preview = [this](QWidget*, const document::Report& report, const PreviewExports& exports) {
            m_previewed.push_back(report);
            if (m_target.endsWith(u".pdf"_s))
                exports.pdf();
        };
        questions.chooseDossiers = [this](QWidget*, const workspace::Workspace&, const QStringList& shown) {
            m_shown = shown;
            return m_wish;
        };
        questions.confirm = [this](QWidget*, const Question& question) {
            m_closing = question.text;
            return m_mayClose;
        };
        m_window = std::make_unique<MainWindow>(m_workspace, questions);
        m_window->resize(1366, 768);
        m_window->show();
    }

    [[nodiscard]] MessageBar& messages() { return m_window->messages(); }
    void trigger(const QString& keys) {
        for (QAction* action : m_window->actions()) {
            if (action->shortcuts().contains(QKeySequence(keys)))
                return action->trigger();
        }
        FAIL() << "no action " << keys.toStdString();
    }
    [[nodiscard]] bool waitForNews() {
        return QTest::qWaitFor([this] { return !messages().news().isEmpty(); }, 60000);
    }
    [[nodiscard]] QStringList filesIn(const QString& folder) const {
        return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    // Of the first row in the table of 资源配置.
    void triggerOfRow(const QString& text) {
        auto* page = m_window->findChild<ResourcesPage*>();
        auto* table = page->findChild<QTableView*>(u"table"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        for (QAction* action : table->actions()) {
            if (action->text().contains(text))
                return action->trigger();
        }
        FAIL() << "no action " << text.toStdString();
    }

    std::optional<DossierWish> m_wish;
    QString m_closing; ///< what was asked
    bool m_mayClose = false;
    QString m_target;
    QStringList m_shown;
    std::vector<document::Report> m_previewed;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(DossiersDeskTest, SomeSchoolsIntoAFolder) {
    m_wish = DossierWish{.schools = {kYuntai, u"9901001001"_s}, .files = workspace::DossierFiles::PdfEach};
    m_target = file(u"册"_s);
    trigger(u"Ctrl+Shift+D"_s);
    ASSERT_TRUE(waitForNews());
    EXPECT_EQ(filesIn(m_target), (QStringList{u"9901001001 示例县第一小学.pdf"_s, u"9901001099 云台镇中心小学.pdf"_s}));
    EXPECT_TRUE(messages().news().contains(u"已写出 2 册一校一册"_s)) << messages().news().toStdString();
    EXPECT_TRUE(messages().news().contains(QDir::toNativeSeparators(m_target)));
}

// The window answers between two dossiers: what is pressed there stops the run.
TEST_F(DossiersDeskTest, StoppedOneFileLeavesNothing) {
    m_wish = DossierWish{};
    m_target = file(u"全部.pdf"_s);
    trigger(u"Ctrl+Shift+D"_s);
    auto* bar = messages().findChild<QProgressBar*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar->value() >= 2; }, 60000));
    EXPECT_EQ(bar->maximum(), 70); // schools of the sample
    for (QPushButton* button : messages().findChildren<QPushButton*>()) {
        if (button->text() == u"停止"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    ASSERT_TRUE(waitForNews());
    EXPECT_EQ(messages().news(), u"已停止生成一校一册，没有写出文件。"_s);
    EXPECT_FALSE(bar->isVisible());
    QTest::qWait(50); // nothing goes on
    EXPECT_FALSE(QFile::exists(m_target));
}

TEST_F(DossiersDeskTest, ASecondRunWaitsForTheFirst) {
    m_wish = DossierWish{};
    m_target = file(u"全部.pdf"_s);
    trigger(u"Ctrl+Shift+D"_s);
    trigger(u"Ctrl+Shift+D"_s);
    EXPECT_TRUE(messages().news().contains(u"正在生成一校一册"_s));
    m_window->tasks().jobs.cancel();
}

TEST_F(DossiersDeskTest, AnImportAndDossiersDoNotGoOnTogether) {
    m_wish = DossierWish{};
    m_target = file(u"全部.pdf"_s);
    const QStringList book{QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx")};
    trigger(u"Ctrl+Shift+D"_s);
    m_window->tasks().files.takeFiles(book);
    EXPECT_TRUE(messages().news().contains(u"正在生成一校一册"_s));
    m_window->tasks().jobs.cancel();
    m_window->tasks().files.takeFiles(book);
    trigger(u"Ctrl+Shift+D"_s);
    EXPECT_TRUE(messages().news().contains(u"正在读取数据表"_s));
    m_window->tasks().jobs.cancel();
    EXPECT_TRUE(QTest::qWaitFor([this] { return messages().news().contains(u"已停止导入"_s); }, 60000));
    EXPECT_FALSE(QFile::exists(m_target));
}

TEST_F(DossiersDeskTest, ClosingTheWindowAsksBeforeItStopsARun) {
    EXPECT_TRUE(m_window->tasks().dossiers.mayClose()); // nothing is asked when nothing is written
    EXPECT_TRUE(m_closing.isEmpty());
    m_wish = DossierWish{};
    m_target = file(u"全部.pdf"_s);
    trigger(u"Ctrl+Shift+D"_s);
    m_window->close();
    EXPECT_TRUE(m_window->isVisible());
    EXPECT_TRUE(m_closing.contains(u"一校一册还没有写完"_s));
    EXPECT_TRUE(waitForNews());
    EXPECT_TRUE(QFile::exists(m_target));
    QFile::remove(m_target);
    trigger(u"Ctrl+Shift+D"_s);
    m_mayClose = true;
    m_window->close();
    EXPECT_FALSE(m_window->isVisible());
    EXPECT_EQ(messages().news(), u"已停止生成一校一册，没有写出文件。"_s);
}

TEST_F(DossiersDeskTest, AFileThatCannotBeWrittenIsAnError) {
    m_wish = DossierWish{.schools = {kYuntai}};
    m_target = u"/nowhere/a.pdf"_s;
    trigger(u"Ctrl+Shift+D"_s);
    EXPECT_TRUE(QTest::qWaitFor([this] { return !messages().error().isEmpty(); }, 60000));
}

TEST_F(DossiersDeskTest, TheReportPageAsksWithItsDate) {
    m_wish = DossierWish{.schools = {kYuntai}, .files = workspace::DossierFiles::WordEach};
    m_target = file(u"册"_s);
    trigger(u"Ctrl+7"_s);
    m_window->findChild<QDateEdit*>(u"date"_s)->setDate(QDate(2026, 3, 7));
    QTest::mouseClick(m_window->findChild<QToolButton*>(u"dossiers"_s), Qt::LeftButton);
    ASSERT_TRUE(waitForNews());
    constexpr qint64 kLimit = 1 << 24;
    const QString path = QDir(m_target).filePath(u"9901001099 云台镇中心小学.docx"_s);
    const auto bytes = base::readFile(path, kLimit);
    ASSERT_TRUE(bytes);
    const auto archive = workspace::ZipReader::open(path, *bytes, kLimit);
    ASSERT_TRUE(archive);
    const auto text = archive->read(archive->find(u"word/document.xml"_s), kLimit);
    ASSERT_TRUE(text);
    EXPECT_TRUE(text->contains("2026年3月7日"));
}

TEST_F(DossiersDeskTest, TheSchoolsShownAreThoseOfTheFilter) {
    trigger(u"Ctrl+3"_s);
    auto* page = m_window->findChild<ResourcesPage*>();
    QTest::mouseClick(page->findChild<QToolButton*>(u"filterFailed"_s), Qt::LeftButton);
    trigger(u"Ctrl+Shift+D"_s);
    EXPECT_EQ(m_shown.size(), 4); // the failing sections of the sample are of four schools
    QTest::mouseClick(page->findChild<QToolButton*>(u"filterAll"_s), Qt::LeftButton);
    trigger(u"Ctrl+Shift+D"_s);
    EXPECT_EQ(m_shown.removeDuplicates(), 0);
}

TEST_F(DossiersDeskTest, ARowLeadsToItsDossierAndItsForm) {
    trigger(u"Ctrl+3"_s);
    m_target = file(u"单册.pdf"_s);
    triggerOfRow(u"打印一校一册"_s);
    triggerOfRow(u"打印学校自评表"_s);
    ASSERT_EQ(m_previewed.size(), 2U);
    EXPECT_EQ(m_previewed[0].title, u"示例县第一小学一校一册"_s);
    EXPECT_EQ(m_previewed[1].title, u"示例县第一小学学校自评表"_s);
    ASSERT_EQ(m_previewed[1].tables().size(), 1U);
    EXPECT_TRUE(QFile::exists(m_target));
}

class DossierDialogTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        m_dialog = std::make_unique<DossierDialog>(m_workspace, QStringList{kYuntai});
        m_dialog->show();
    }
    template <class Widget> [[nodiscard]] Widget* child(const QString& name) const {
        return m_dialog->findChild<Widget*>(name);
    }
    [[nodiscard]] QPushButton* ok() const {
        return child<QDialogButtonBox>(u"buttons"_s)->button(QDialogButtonBox::Ok);
    }

    std::unique_ptr<DossierDialog> m_dialog;
};

TEST_F(DossierDialogTest, AllOrThoseShown) {
    EXPECT_TRUE(child<QRadioButton>(u"all"_s)->text().contains(u"70"_s));
    EXPECT_TRUE(m_dialog->answer().schools.isEmpty());
    EXPECT_EQ(m_dialog->answer().files, workspace::DossierFiles::OnePdf);
    QTest::mouseClick(child<QRadioButton>(u"shown"_s), Qt::LeftButton, {}, QPoint(8, 8));
    EXPECT_EQ(m_dialog->answer().schools, QStringList{kYuntai});
}

TEST_F(DossierDialogTest, FilteredAndCheckedByKeys) {
    child<QRadioButton>(u"some"_s)->setChecked(true);
    EXPECT_FALSE(ok()->isEnabled()); // nothing is checked yet
    auto* filter = child<QLineEdit>(u"filter"_s);
    filter->setText(u"九年一贯制"_s);
    auto* list = child<QListWidget>(u"list"_s);
    int visible = 0;
    for (int row = 0; row < list->count(); ++row)
        visible += list->item(row)->isHidden() ? 0 : 1;
    EXPECT_EQ(visible, 10); // 九年一贯制 schools of the sample
    QTest::mouseClick(child<QPushButton>(u"checkAll"_s), Qt::LeftButton);
    EXPECT_EQ(m_dialog->answer().schools.size(), 10);
    EXPECT_TRUE(ok()->isEnabled());
    // What is hidden stays checked; a blank unchecks the current one.
    filter->setText(u"松岗"_s);
    EXPECT_EQ(m_dialog->answer().schools.size(), 10);
    // Enter leads on to what was found, and leaves the dialog open.
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Return);
    EXPECT_TRUE(m_dialog->isVisible());
    EXPECT_EQ(m_dialog->focusWidget(), list);
    EXPECT_FALSE(list->currentItem()->isHidden());
    QTest::keyClick(list, Qt::Key_Space);
    EXPECT_EQ(m_dialog->answer().schools.size(), 9);
    child<QComboBox>(u"files"_s)->setCurrentIndex(2);
    EXPECT_EQ(m_dialog->answer().files, workspace::DossierFiles::WordEach);
}

TEST_F(DossierDialogTest, CheckingASchoolMeansTheCheckedOnes) {
    child<QListWidget>(u"list"_s)->item(3)->setCheckState(Qt::Checked);
    EXPECT_TRUE(child<QRadioButton>(u"some"_s)->isChecked());
    EXPECT_EQ(m_dialog->answer().schools.size(), 1);
    QTest::mouseClick(child<QPushButton>(u"checkNone"_s), Qt::LeftButton);
    EXPECT_FALSE(ok()->isEnabled());
}

} // namespace

} // namespace junheng::ui
