// A name is never rich text: every label and every tool tip of every page, over a county whose every name is a tag that
// would open a file.
#include "desk_fixture.h"
#include "ui/dialogs/add_school_dialog.h"
#include "ui/dialogs/dossier_dialog.h"
#include "ui/dialogs/import_preview_dialog.h"
#include "ui/dialogs/standard_dialog.h"
#include "ui/figures/figure_view.h"
#include "ui/pages/entry/entry_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/widgets/plain_labels.h"
#include "workspace/evidence_folder.h"
#include "workspace/structure.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QTabWidget>
#include <QTest>
#include <QTextEdit>
#include <QToolTip>

#include <sys/inotify.h>
#include <unistd.h>

namespace junheng::ui {

namespace {

// Tells whether a file was opened.
class Trap {
public:
    explicit Trap(const QString& path) : m_queue(inotify_init1(IN_NONBLOCK)) {
        QImage image(2, 2, QImage::Format_RGB32);
        image.fill(Qt::red);
        EXPECT_TRUE(image.save(path));
        EXPECT_GE(inotify_add_watch(m_queue, path.toLocal8Bit().constData(), IN_OPEN), 0);
    }
    ~Trap() { close(m_queue); }
    Q_DISABLE_COPY_MOVE(Trap)

    [[nodiscard]] bool wasOpened() const {
        char events[4096];
        return read(m_queue, events, sizeof events) > 0;
    }

private:
    int m_queue;
};

QLabel* shownTip() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && qstrcmp(widget->metaObject()->className(), "QTipLabel") == 0)
            return qobject_cast<QLabel*>(widget);
    }
    return nullptr;
}

class PlainLabelsTest : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        const QString picture = file(u"x.png"_s);
        m_trap = std::make_unique<Trap>(picture);
        m_name = u"<img src=\"%1\"><b>x</b>"_s.arg(picture);
        QFile own(file(u"标准.json"_s));
        ASSERT_TRUE(own.open(QIODevice::WriteOnly));
        own.write(R"({"format":1,"id":"own","title":")" + QString(m_name).replace(u'"', u'\'').toUtf8() +
                  R"(","extends":"national-2017","sources":{}})");
        own.close();
        ASSERT_TRUE(
            m_workspace.create(file(u"县.junheng"_s), {.code = u"990101"_s, .name = m_name}, own.fileName(), 2025));
        fillCounty();
    }
    // Schools with figures, so that there is something to judge, missing ones, and texts wherever a text may stand.
    void fillCounty() {
        std::vector<workspace::TypedCell> cells;
        for (int school = 1; school <= 4; ++school) {
            const QString code = QString::number(9901001000 + school);
            ASSERT_TRUE(m_workspace.structure().addSchool(
                {.code = code, .name = m_name + QString::number(school), .type = u"小学"_s, .stages = {u"primary"_s}}));
            for (const model::Item& item : model::ItemDictionary::builtIn().ofLevel(model::Level::Section)) {
                if (item.isNumeric() && item.code != u"music_teachers")
                    cells.push_back({.cell = {.subject = {.level = item.level, .school = code, .part = u"primary"_s},
                                              .item = &item},
                                     .text = QString::number(10 * school)});
            }
        }
        ASSERT_TRUE(m_workspace.edit(cells));
        QFile paper(file(u"<b>x<img src='x.png'>.pdf"_s));
        ASSERT_TRUE(paper.open(QIODevice::WriteOnly));
        paper.write("abc");
        paper.close();
        ASSERT_TRUE(m_workspace.evidence().attachFiles(u"G8"_s, {paper.fileName()}));
        ASSERT_TRUE(m_workspace.evidence().attachNote(u"G8"_s, m_name));
        ASSERT_TRUE(m_workspace.edit({{.cell = {.subject = {.level = model::Level::Task, .school = {}, .part = u"G8"_s},
                                                .item = &model::ItemDictionary::builtIn().at(u"task_unit")},
                                       .text = m_name}}));
    }

    void expectPlain(const QWidget& window) {
        for (QLabel* label : window.findChildren<QLabel*>()) {
            label->ensurePolished();
            EXPECT_NE(label->textFormat(), Qt::AutoText) << label->text().toStdString();
            EXPECT_FALSE(label->textFormat() == Qt::RichText && label->text().contains(u"<img"_s))
                << label->text().toStdString();
        }
        for (const QTextEdit* text : window.findChildren<QTextEdit*>())
            EXPECT_FALSE(text->toHtml().contains(u"<img"_s));
    }
    // As the mouse would ask for it.
    void askForTip(QWidget& widget, const QPoint& at) {
        QToolTip::hideText();
        QHelpEvent ask(QEvent::ToolTip, at, widget.mapToGlobal(at));
        QApplication::sendEvent(&widget, &ask);
        if (const QLabel* tip = shownTip()) {
            ++m_tips;
            EXPECT_EQ(tip->textFormat(), Qt::PlainText) << tip->text().toStdString();
        }
    }
    void askForTips(const QWidget& window) {
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            if (!widget->toolTip().isEmpty())
                askForTip(*widget, widget->rect().center());
            if (auto* view = qobject_cast<QAbstractItemView*>(widget))
                askForTipsOver(*view->viewport());
            else if (qobject_cast<FigureView*>(widget) != nullptr)
                askForTipsOver(*widget);
        }
    }
    void askForTipsOver(QWidget& widget) {
        constexpr int kStep = 25;
        for (int y = kStep / 2; y < widget.height(); y += kStep) {
            for (int x = kStep; x < widget.width(); x += 3 * kStep)
                askForTip(widget, {x, y});
        }
    }
    void walk(QWidget& window) {
        QApplication::processEvents();
        expectPlain(window);
        askForTips(window);
        QApplication::processEvents();
    }

    QString m_name;
    std::unique_ptr<Trap> m_trap;
    int m_tips = 0;
};

} // namespace

TEST_F(PlainLabelsTest, EveryPage) {
    MainWindow window(m_workspace, Questions{});
    window.resize(1366, 768);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    auto* navigation = window.findChild<QListWidget*>(u"navigation"_s);
    for (int page = 0; page < navigation->count(); ++page) {
        navigation->setCurrentRow(page);
        window.messages().showNews({.text = u"已保存 %1"_s.arg(m_name)});
        window.messages().showError({.text = m_name, .details = m_name});
        walk(window);
        for (QTabWidget* tabs : window.findChildren<QTabWidget*>()) {
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                walk(window);
            }
        }
    }
    EXPECT_GT(m_tips, 100); // the walk found something to read
    EXPECT_FALSE(m_trap->wasOpened());
}

TEST_F(PlainLabelsTest, EveryDialogThatShowsNames) {
    workspace::ImportPreview preview;
    preview.changes.file = m_name;
    preview.schoolNames.insert(u"9901001001"_s, m_name);
    const auto& item = model::ItemDictionary::builtIn().at(u"pupils");
    preview.changes.changes.push_back({.subject = sectionCell(u"9901001001"_s, u"pupils").subject,
                                       .item = &item,
                                       .after = model::Observation::ofAmount(1),
                                       .sheet = m_name});
    preview.findings.push_back({.severity = model::Severity::Notice, .code = {}, .message = m_name, .place = {}});
    ImportPreviewDialog import(preview, [](QWidget*, const FileQuestion&) { return QString(); });
    StandardDialog standard(m_workspace, [](QWidget*, const FileQuestion&) { return QString(); });
    DossierDialog dossiers(m_workspace, {u"9901001001"_s});
    AddSchoolDialog school(m_workspace);
    QMessageBox box(QMessageBox::Warning, u"问"_s, m_name + u"？"_s, QMessageBox::Ok);
    box.setInformativeText(m_name);
    for (QDialog* dialog : std::initializer_list<QDialog*>{&import, &standard, &dossiers, &school, &box}) {
        dialog->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog));
        walk(*dialog);
        for (QTabWidget* tabs : dialog->findChildren<QTabWidget*>()) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                walk(*dialog);
            }
        }
        dialog->close();
    }
    EXPECT_FALSE(m_trap->wasOpened());
}

// What is rich on purpose says so, and stays rich.
TEST(PlainLabels, OnlyALabelThatIsSetToItIsRich) {
    QWidget window;
    QLabel plain(u"<b>x</b>"_s, &window);
    QLabel rich(u"<b>x</b>"_s, &window);
    rich.setTextFormat(Qt::RichText);
    window.show();
    QApplication::processEvents();
    EXPECT_EQ(plain.textFormat(), Qt::PlainText);
    EXPECT_EQ(rich.textFormat(), Qt::RichText);
    // Wide enough for its tags.
    EXPECT_GT(plain.sizeHint().width(), rich.sizeHint().width());
}

TEST(PlainLabels, ALongSentenceIsBrokenAndLosesNothing) {
    const QString sentence = u"“在校学生数”应填 0 到 9999999 之间的整数，现在是“12a”。"_s.repeated(4);
    const QString broken = brokenIntoLines(sentence, QApplication::font());
    EXPECT_GT(broken.count(u'\n'), 1);
    EXPECT_EQ(QString(broken).remove(u'\n').remove(u' '), QString(sentence).remove(u' '));
    EXPECT_EQ(brokenIntoLines(u"短句"_s, QApplication::font()), u"短句"_s);
}

} // namespace junheng::ui
