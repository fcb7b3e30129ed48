// What the desk asks before it writes over a file, and what it never writes over.
#include "desk_fixture.h"
#include "ui/dialogs/save_dialog.h"
#include "ui/dialogs/screen_questions.h"
#include "ui/print/report_preview.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>

namespace junheng::ui {

namespace {

/// Sits at the dialogs in the user's place: types names, presses buttons, and notes what was asked.
class SaveDialogTest : public DeskTest {
protected:
    enum class Deed { Type, GoOn, Escape };
    struct Step {
        Deed deed;
        QString name = {};
    };

    void SetUp() override {
        DeskTest::SetUp();
        QObject::connect(&m_clock, &QTimer::timeout, &m_clock, [this] { act(); });
        m_clock.start(20);
    }
    void act() {
        QWidget* shown = QApplication::activeModalWidget();
        if (shown == nullptr)
            return;
        if (m_steps.isEmpty()) { // nobody would answer
            ADD_FAILURE() << "another question: " << qPrintable(textOf(shown));
            static_cast<QDialog*>(shown)->reject();
            return;
        }
        const Step step = m_steps.takeFirst();
        if (const auto* box = qobject_cast<QMessageBox*>(shown))
            m_asked << box->text();
        if (step.deed == Deed::Type) {
            auto* name = shown->findChild<QLineEdit*>(u"fileNameEdit"_s);
            name->setText(step.name);
            QTest::keyClick(name, Qt::Key_Return);
        } else if (step.deed == Deed::GoOn) {
            for (QPushButton* button : shown->findChildren<QPushButton*>()) {
                if (button->text().contains(u"替换"_s))
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        } else {
            QTest::keyClick(shown, Qt::Key_Escape);
        }
    }
    static QString textOf(const QWidget* shown) {
        const auto* box = qobject_cast<const QMessageBox*>(shown);
        return box != nullptr ? box->text() : shown->windowTitle();
    }
    // Where the workbook would be written.
    QString ask(const QList<Step>& steps) {
        m_steps = steps;
        m_asked.clear();
        const QString path = screenQuestions().saveFile(
            nullptr, {.title = u"导出"_s, .suggestion = file(u"表.xlsx"_s), .filter = u"Excel 工作簿 (*.xlsx)"_s});
        EXPECT_TRUE(m_steps.isEmpty()) << m_steps.size() << " steps were not asked for";
        return QFileInfo(path).fileName();
    }
    void put(const QString& name) const {
        QFile made(file(name));
        ASSERT_TRUE(made.open(QIODevice::WriteOnly));
        made.write("mine");
    }

    QTimer m_clock;
    QList<Step> m_steps;
    QStringList m_asked;
};

TEST_F(SaveDialogTest, ANewNameIsNotAskedAbout) {
    EXPECT_EQ(ask({{Deed::Type, u"new.xlsx"_s}}), u"new.xlsx"_s);
    EXPECT_EQ(ask({{Deed::Type, u"new"_s}}), u"new.xlsx"_s);
    EXPECT_TRUE(m_asked.isEmpty());
}

// Without the ending, with the ending of another kind, and in full.
TEST_F(SaveDialogTest, AFileThatIsThereIsAskedAboutByItsWholeName) {
    put(u"there.xlsx"_s);
    for (const QString& typed : {u"there"_s, u"there.pdf"_s, u"there.xlsx"_s, u"there."_s}) {
        EXPECT_EQ(ask({{Deed::Type, typed}, {Deed::Escape}, {Deed::Escape}}), QString()) << qPrintable(typed);
        ASSERT_EQ(m_asked.size(), 1) << qPrintable(typed);
        EXPECT_TRUE(m_asked.front().contains(QDir::toNativeSeparators(file(u"there.xlsx"_s)))) << qPrintable(typed);
        EXPECT_EQ(ask({{Deed::Type, typed}, {Deed::GoOn}}), u"there.xlsx"_s) << qPrintable(typed);
    }
    EXPECT_EQ(ask({{Deed::Type, u"there"_s}, {Deed::Escape}, {Deed::Type, u"other"_s}}), u"other.xlsx"_s);
}

TEST_F(SaveDialogTest, WhatCannotBeReplacedIsSaidAtOnce) {
    put(u"closed.xlsx"_s);
    ASSERT_EQ(::chmod(QFile::encodeName(file(u"closed.xlsx"_s)).constData(), 0444), 0);
    EXPECT_EQ(ask({{Deed::Type, u"closed"_s}, {Deed::Escape}, {Deed::Type, u"other"_s}}), u"other.xlsx"_s);
    ASSERT_EQ(m_asked.size(), 1);
    EXPECT_TRUE(m_asked.front().contains(u"只读"_s)) << qPrintable(m_asked.front());
}

TEST(SaveEnding, IsThatOfTheKindOfFile) {
    const auto named = [](const char16_t* typed, const QString& suggestion, const QString& filter) {
        return withEnding(QString::fromUtf16(typed), {.title = {}, .suggestion = suggestion, .filter = filter});
    };
    const QString book = u"表.xlsx"_s;
    const QString books = u"Excel 工作簿 (*.xlsx)"_s;
    EXPECT_EQ(named(u"/a/申报表", book, books), u"/a/申报表.xlsx"_s);
    EXPECT_EQ(named(u"/a/申报表.XLSX", book, books), u"/a/申报表.XLSX"_s);
    EXPECT_EQ(named(u"/a/申报表.pdf", book, books), u"/a/申报表.xlsx"_s);
    EXPECT_EQ(named(u"/a/申报表.xls", book, books), u"/a/申报表.xlsx"_s);
    EXPECT_EQ(named(u"/a/2025.11 申报表", book, books), u"/a/2025.11 申报表.xlsx"_s);
    EXPECT_EQ(named(u"/a.d/申报表", book, books), u"/a.d/申报表.xlsx"_s);
    EXPECT_EQ(named(u"/a/我县.junheng", u"报告.pdf"_s, u"PDF 文件 (*.pdf)"_s), u"/a/我县.pdf"_s);
    // Evidence is of any kind.
    EXPECT_EQ(named(u"/a/照片", u"图.jpg"_s, u"所有文件 (*)"_s), u"/a/照片.jpg"_s);
    EXPECT_EQ(named(u"/a/照片.png", u"图.jpg"_s, u"所有文件 (*)"_s), u"/a/照片.png"_s);
}

/// The window, with answers at hand.
class OutputsDeskTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        Questions questions;
        questions.saveFile = [this](QWidget*, const FileQuestion&) { return m_target; };
        questions.openFolder = questions.saveFile;
        questions.chooseDossiers = [this](QWidget*, const workspace::Workspace&, const QStringList&) {
            return DossierWish{.schools = {kYuntai, u"9901001001"_s}, .files = m_files};
        };
        questions.preview = [](QWidget*, const document::Report&, const PreviewExports& exports) { exports.pdf(); };
        questions.confirm = [this](QWidget*, const Question& question) {
            m_asked << question.text;
            return m_goOn;
        };
        m_window = std::make_unique<MainWindow>(m_workspace, questions);
        QObject::connect(&m_window->tasks().talk, &Talk::failed, m_window.get(),
                         [this](const Message& message) { m_failed << message.text; });
        m_window->show();
    }
    void trigger(const QString& keys) {
        for (QAction* action : m_window->actions()) {
            if (action->shortcuts().contains(QKeySequence(keys)))
                return action->trigger();
        }
        FAIL() << "no action " << keys.toStdString();
    }
    [[nodiscard]] MessageBar& messages() { return m_window->messages(); }
    [[nodiscard]] static QByteArray contentOf(const QString& path) {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("none");
    }
    static void put(const QString& path) {
        QFile made(path);
        ASSERT_TRUE(made.open(QIODevice::WriteOnly));
        made.write("mine");
    }
    void rename(const QString& school, const QString& name) {
        ASSERT_TRUE(m_workspace.edit({{.cell = {.subject = model::SubjectKey::ofSchool(school),
                                                .item = &model::ItemDictionary::builtIn().at(u"school_name")},
                                       .text = name}}));
    }

    QString m_target;
    workspace::DossierFiles m_files = workspace::DossierFiles::WordEach;
    bool m_goOn = false;
    QStringList m_asked;
    QStringList m_failed;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(OutputsDeskTest, NoExportEverReplacesACountyFile) {
    const QByteArray before = contentOf(m_workspace.path());
    const QString other = file(u"别的县.dat"_s);
    ASSERT_TRUE(QFile::copy(m_workspace.path(), other));
    ASSERT_TRUE(QFile::link(m_workspace.path(), file(u"link"_s)));
    for (const QString& target : {m_workspace.path(), file(u"link"_s), other, m_workspace.path() + u".lock"_s}) {
        m_target = target;
        for (const QString& keys : {u"Ctrl+E"_s, u"Ctrl+T"_s}) {
            m_failed.clear();
            trigger(keys);
            EXPECT_EQ(m_failed.filter(u"县级文件"_s).size(), 1) << qPrintable(target);
        }
    }
    EXPECT_EQ(contentOf(m_workspace.path()), before);
    EXPECT_EQ(contentOf(other), before);
}

TEST_F(OutputsDeskTest, WhatCannotBeWrittenIsSaidByTheNameThatWasAskedFor) {
    for (const QString& target : {u"/nowhere/a.xlsx"_s, u"/dev/full"_s, m_folder.path()}) {
        m_target = target;
        m_failed.clear();
        trigger(u"Ctrl+E"_s);
        ASSERT_EQ(m_failed.size(), 1) << qPrintable(target);
        EXPECT_TRUE(m_failed.front().startsWith(target)) << qPrintable(m_failed.front());
    }
}

TEST_F(OutputsDeskTest, DossiersOfAFolderAreAskedAboutOnceWithTheirNumber) {
    m_target = file(u"册"_s);
    ASSERT_TRUE(QDir().mkpath(m_target));
    const QStringList files{QDir(m_target).filePath(u"9901001099 云台镇中心小学.docx"_s),
                            QDir(m_target).filePath(u"9901001001 示例县第一小学.docx"_s)};
    for (const QString& path : files)
        put(path);
    put(QDir(m_target).filePath(u"别的.docx"_s));
    trigger(u"Ctrl+Shift+D"_s);
    ASSERT_EQ(m_asked.size(), 1);
    EXPECT_TRUE(m_asked.front().contains(u"有 2 个"_s)) << qPrintable(m_asked.front());
    QTest::qWait(50);
    EXPECT_EQ(contentOf(files[0]), "mine");
    m_goOn = true;
    trigger(u"Ctrl+Shift+D"_s);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !messages().news().isEmpty(); }, 60000));
    EXPECT_TRUE(contentOf(files[0]).startsWith("PK") && contentOf(files[1]).startsWith("PK"));
    EXPECT_EQ(contentOf(QDir(m_target).filePath(u"别的.docx"_s)), "mine");
    // Into a folder that has none of them nothing is asked.
    m_target = file(u"新"_s);
    trigger(u"Ctrl+Shift+D"_s);
    EXPECT_EQ(m_asked.size(), 2);
}

TEST_F(OutputsDeskTest, OneProtectedDossierKeepsAllFromBeingWritten) {
    m_target = file(u"册"_s);
    ASSERT_TRUE(QDir().mkpath(m_target));
    const QString signedOne = QDir(m_target).filePath(u"9901001001 示例县第一小学.docx"_s);
    put(signedOne);
    ASSERT_EQ(::chmod(QFile::encodeName(signedOne).constData(), 0444), 0);
    m_goOn = true;
    trigger(u"Ctrl+Shift+D"_s);
    EXPECT_EQ(m_failed.filter(u"只读"_s).size(), 1);
    EXPECT_EQ(QDir(m_target).entryList(QDir::Files).size(), 1);
}

// U+E863 is of private use: no font here has it.
TEST_F(OutputsDeskTest, CharactersThatNoFontHasAreAskedAboutBeforePagesAreWritten) {
    rename(kYuntai, u"云台\uE863小学"_s);
    m_target = file(u"册.pdf"_s);
    m_window->tasks().dossiers.previewDossier(kYuntai);
    ASSERT_EQ(m_asked.size(), 1);
    EXPECT_TRUE(m_asked.front().contains(u"U+E863"_s)) << qPrintable(m_asked.front());
    EXPECT_FALSE(QFile::exists(m_target));
    m_goOn = true;
    m_window->tasks().dossiers.previewDossier(kYuntai);
    EXPECT_TRUE(contentOf(m_target).startsWith("%PDF"));
    // Another school's has none; and many at once tell of them in the end.
    m_target = file(u"别的.pdf"_s);
    m_window->tasks().dossiers.previewDossier(u"9901001001"_s);
    EXPECT_EQ(m_asked.size(), 2);
    m_files = workspace::DossierFiles::OnePdf;
    m_target = file(u"全部.pdf"_s);
    trigger(u"Ctrl+Shift+D"_s);
    ASSERT_TRUE(QTest::qWaitFor([this] { return messages().news().contains(u"U+E863"_s); }, 60000))
        << qPrintable(messages().news());
}

TEST_F(OutputsDeskTest, APreviewTellsOfThemAboveItsPages) {
    ReportPreview preview;
    const auto* notice = preview.findChild<QLabel*>(u"fontNotice"_s);
    preview.showReport(*m_workspace.reports().dossier(kYuntai, QDate(2025, 11, 3)));
    preview.show();
    EXPECT_FALSE(notice->isVisible());
    rename(kYuntai, u"<b>云台</b>\uE863"_s);
    preview.showReport(*m_workspace.reports().dossier(kYuntai, QDate(2025, 11, 3)));
    EXPECT_TRUE(notice->isVisible());
    EXPECT_TRUE(notice->text().contains(u"U+E863"_s));
    EXPECT_EQ(notice->textFormat(), Qt::PlainText);
}

} // namespace

} // namespace junheng::ui
