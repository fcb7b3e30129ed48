// What the window itself does with its files and its looks.
#include "desk_fixture.h"
#include "ui/dialogs/screen_questions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "workspace/reports.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>

namespace junheng::ui {

namespace {

class WindowTest : public DeskTest {
protected:
    void openWindow() {
        m_window = std::make_unique<MainWindow>(
            m_workspace, Questions{.openFile = {},
                                   .openFiles = {},
                                   .saveFile = {},
                                   .newCounty = {},
                                   .confirmImport =
                                       [this](QWidget*, const workspace::ImportPreview& preview) {
                                           ++m_previews;
                                           return !preview.hasErrors();
                                       },
                                   .about = {},
                                   .structure = screenQuestions().structure});
        m_window->show();
    }
    // As a file manager does it. True when the window would take what is dragged.
    bool drop(const QList<QUrl>& urls) {
        QMimeData dragged;
        dragged.setUrls(urls);
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(m_window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop({50, 50}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QCoreApplication::processEvents();
        return true;
    }
    bool dropFile(const QString& path) { return drop({QUrl::fromLocalFile(path)}); }

    int m_previews = 0;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

TEST_F(WindowTest, ADroppedCountyFileIsOpened) {
    openSample();
    m_workspace.close();
    openWindow();
    EXPECT_TRUE(dropFile(file(u"示例县.junheng"_s)));
    ASSERT_TRUE(m_workspace.isOpen());
    EXPECT_EQ(m_workspace.data().county().name, u"示例县"_s);
}

TEST_F(WindowTest, ADroppedWorkbookIsImported) {
    openSample();
    const model::CellKey pupils = sectionCell(kYuntai, u"pupils");
    const QString before = valueOf(pupils);
    ASSERT_TRUE(m_workspace.edit({{.cell = pupils, .text = u"561"_s}}));
    ASSERT_TRUE(m_workspace.reports().writeTemplate(file(u"改.xlsx"_s), true));
    ASSERT_TRUE(m_workspace.undo());
    ASSERT_EQ(valueOf(pupils), before);
    openWindow();
    EXPECT_TRUE(dropFile(file(u"改.xlsx"_s)));
    EXPECT_TRUE(QTest::qWaitFor([&] { return valueOf(pupils) == u"561"_s; }));
    EXPECT_EQ(m_previews, 1);
    // What the sample is doubted for (data/samples/README.md).
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return m_window->messages().news().endsWith(u"数据核查：矛盾 1 处，存疑 1 处（Ctrl+6）。"_s);
    })) << m_window->messages().news().toStdString();
}

TEST_F(WindowTest, WhatCannotBeTakenIsAnsweredInWords) {
    openWindow();
    EXPECT_TRUE(dropFile(file(u"数据表.xlsx"_s)));
    EXPECT_TRUE(m_window->messages().error().contains(u"请先新建或打开"_s));
    openWindow();
    EXPECT_TRUE(dropFile(file(u"旧表.xls"_s)));
    EXPECT_TRUE(m_window->messages().error().contains(u"旧表.xls"_s));
    EXPECT_TRUE(m_window->messages().error().contains(u"另存为 .xlsx"_s));
    EXPECT_FALSE(m_workspace.isOpen());
    EXPECT_FALSE(drop({QUrl(u"https://example.org/a.xlsx"_s)}));
}

// With nothing else to say, the bar says where the data are kept.
TEST_F(WindowTest, TheBarNamesTheFile) {
    openSample();
    openWindow();
    auto* idle = m_window->findChild<QLabel*>(u"idle"_s);
    ASSERT_NE(idle, nullptr);
    EXPECT_TRUE(idle->isVisible());
    EXPECT_TRUE(idle->text().contains(u"示例县.junheng"_s));
    m_window->messages().showError({.text = u"不能使用"_s});
    EXPECT_FALSE(idle->isVisible());
}

TEST_F(WindowTest, SizesAreRemembered) {
    openSample();
    openWindow();
    auto* splitter = m_window->findChild<QSplitter*>(u"splitter"_s);
    ASSERT_NE(splitter, nullptr);
    m_window->resize(1100, 640);
    splitter->setSizes({600, 400});
    const QList<int> sizes = splitter->sizes();
    m_window->close();
    openWindow();
    EXPECT_EQ(m_window->size(), QSize(1100, 640));
    EXPECT_EQ(m_window->findChild<QSplitter*>(u"splitter"_s)->sizes(), sizes);
}

// Every page of the guide is compiled in, and what it links to and shows is there.
TEST_F(WindowTest, TheGuideIsComplete) {
    openWindow();
    m_window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto* browser = m_window->findChild<QTextBrowser*>(u"helpBrowser"_s);
    ASSERT_NE(browser, nullptr);
    EXPECT_TRUE(browser->toPlainText().contains(u"快速开始"_s));

    const QDir guide(QStringLiteral(JUNHENG_SOURCE "/docs/user-guide"));
    const QRegularExpression link(uR"(\]\(([^)#:]+)\))"_s);
    for (const QString& file : guide.entryList({u"*.md"_s})) {
        QFile page(u":/junheng/help/user-guide/"_s + file);
        ASSERT_TRUE(page.open(QIODevice::ReadOnly)) << file.toStdString();
        for (const QRegularExpressionMatch& found : link.globalMatch(QString::fromUtf8(page.readAll()))) {
            const QString target = QDir::cleanPath(u":/junheng/help/user-guide/"_s + found.captured(1));
            EXPECT_TRUE(QFile::exists(target)) << file.toStdString() << " -> " << target.toStdString();
        }
    }
}

// From the menu bar, by keys; the other pages show the county without the school that they had chosen.
TEST_F(WindowTest, TheMenuOfTheBarIsAboutTheSchoolOfTheCurrentRow) {
    openSample();
    openWindow();
    m_window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    const auto openSchoolMenu = [this] {
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::AltModifier);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_S);
        QCoreApplication::processEvents();
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    };
    const auto closeMenus = [] {
        while (QWidget* popup = QApplication::activePopupWidget())
            QTest::keyClick(popup, Qt::Key_Escape);
    };
    QMenu* menu = openSchoolMenu();
    ASSERT_NE(menu, nullptr);
    ASSERT_EQ(menu->actions().size(), 1);
    EXPECT_FALSE(menu->actions().first()->isEnabled()) << "not a page of rows";
    closeMenus();

    for (const Qt::Key page : {Qt::Key_3, Qt::Key_4, Qt::Key_2})
        QTest::keyClick(m_window.get(), page, Qt::ControlModifier);
    auto* grid = m_window->findChild<QTableView*>(u"grid"_s);
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_Down);
    QTest::keyClick(grid, Qt::Key_Down);
    const QString second = grid->model()->headerData(2, Qt::Vertical).toString();
    menu = openSchoolMenu();
    ASSERT_NE(menu, nullptr);
    const auto last = menu->actions().last();
    EXPECT_TRUE(last->text().startsWith(u"删除学校“示例县第三小学”"_s)) << last->text().toStdString();
    QTimer::singleShot(0, m_window.get(), [] {
        QWidget* dialog = QApplication::activeModalWidget();
        ASSERT_NE(dialog, nullptr);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
    });
    QTest::keyClick(menu, Qt::Key_Up);
    QTest::keyClick(menu, Qt::Key_Return);
    // Without a window manager nobody makes the window the active one again.
    m_window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    EXPECT_EQ(m_workspace.data().schools().rowCount(), 69);
    EXPECT_NE(grid->model()->headerData(2, Qt::Vertical).toString(), second);
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7, Qt::Key_2}) {
        QTest::keyClick(m_window.get(), page, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_workspace.data().schools().rowCount(), 70);
    EXPECT_EQ(grid->model()->headerData(2, Qt::Vertical).toString(), second);
}

} // namespace junheng::ui
