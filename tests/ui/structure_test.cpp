// Schools, sections and campuses that are added, deleted and given their right code from the menu of a row.
#include "workspace/history.h"

#include "entry_page_fixture.h"

#include <QCheckBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

#include <functional>

namespace junheng::ui {

namespace {

const QString kThird = u"9901001003"_s;
const QString kNew = u"9901009999"_s;

class StructureMenuTest : public EntryPageTest {
protected:
    void SetUp() override {
        EntryPageTest::SetUp();
        addTwoSchools();
        addSchool(kThird, u"丙小学"_s);
        m_news = std::make_unique<QSignalSpy>(m_page.get(), &EntryPage::message);
    }
    void goTo(const CellKey& cell) {
        m_page->showCell(cell);
        ASSERT_EQ(m_page->focusWidget(), m_grid);
    }
    // As the menu key does it.
    QMenu* menuByKey() {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, m_grid->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(m_grid, &event);
        return shownMenu();
    }
    QMenu* menuByMouse(QWidget* where, const QPoint& place) {
        QTest::mouseClick(where, Qt::RightButton, Qt::NoModifier, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, where->mapToGlobal(place));
        QCoreApplication::sendEvent(where, &event);
        return shownMenu();
    }
    static QMenu* shownMenu() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    // Goes down with the arrow key until the entry is the current one; into the submenus that `path` names.
    static bool choose(QMenu* menu, const QStringList& path) {
        for (qsizetype depth = 0; depth < path.size(); ++depth) {
            if (menu == nullptr)
                return false;
            const auto isWanted = [&](const QAction* action) {
                return action != nullptr && action->text().remove(u'&').startsWith(path[depth]);
            };
            for (qsizetype step = 0; !isWanted(menu->activeAction()); ++step) {
                if (step > menu->actions().size())
                    return false;
                QTest::keyClick(menu, Qt::Key_Down);
            }
            QAction* action = menu->activeAction();
            QTest::keyClick(menu, action->menu() != nullptr ? Qt::Key_Right : Qt::Key_Return);
            menu = action->menu();
        }
        return true;
    }
    static QAction* entryOf(const QMenu* menu, const QString& text) {
        for (QAction* action : menu->actions()) {
            if (action->text().startsWith(text))
                return action;
        }
        return nullptr;
    }
    // What is done in the dialog that opens next; it is shown and has the focus.
    void whenAsked(const std::function<void(QDialog&)>& answer) {
        m_asked = false;
        QTimer::singleShot(0, m_page.get(), [this, answer] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            ASSERT_NE(dialog, nullptr);
            ASSERT_TRUE(QTest::qWaitForWindowActive(dialog));
            m_asked = true;
            answer(*dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
    }
    using EntryPageTest::press;
    using EntryPageTest::type;
    // What has the focus in a window without a window manager may not have it in the program.
    static void press(QDialog& dialog, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(dialog.focusWidget(), key, modifiers);
    }
    static void type(QDialog& dialog, const QString& text) { QTest::keyClicks(dialog.focusWidget(), text); }
    // From the button that leaves all as it is to the one that does it.
    static void pressDoing(QDialog& dialog) {
        press(dialog, Qt::Key_Tab);
        press(dialog, Qt::Key_Space);
    }
    static QString linesOf(const QDialog& dialog) { return dialog.findChild<QLabel*>(u"lines"_s)->text(); }
    [[nodiscard]] bool has(const QString& school) const {
        return m_workspace.data().exists(SubjectKey::ofSchool(school));
    }
    [[nodiscard]] QString lastNews() const { return m_news->isEmpty() ? QString() : m_news->last().first().toString(); }

    std::unique_ptr<QSignalSpy> m_news;
    bool m_asked = false;
};

} // namespace

TEST_F(StructureMenuTest, EscAndEnterLeaveASchoolThatIsToBeDeletedAlone) {
    goTo(pupils(kSecond));
    for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Return}) {
        whenAsked([key](QDialog& dialog) {
            EXPECT_TRUE(dialog.findChild<QLabel*>(u"heading"_s)->text().contains(u"乙小学"_s));
            press(dialog, key);
            EXPECT_FALSE(dialog.isVisible());
        });
        ASSERT_TRUE(choose(menuByKey(), {u"删除学校“乙小学”"_s}));
        EXPECT_TRUE(m_asked);
        EXPECT_TRUE(has(kSecond));
    }
    EXPECT_EQ(m_news->count(), 0);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：新建学校 丙小学"_s);
}

TEST_F(StructureMenuTest, ASchoolIsDeletedByKeysAndItsNeighbourIsTheCurrentRow) {
    edit(pupils(kSecond), u"300"_s);
    edit(schoolCell(kThird, u"parent_code"), kSecond);
    goTo(pupils(kSecond));
    press(Qt::Key_Right);
    const int column = m_grid->currentIndex().column();
    whenAsked([](QDialog& dialog) {
        // Name and type, and the pupils.
        EXPECT_TRUE(linesOf(dialog).contains(u"学段 1 个（小学），校区 1 个（本部），已填数据 3 个"_s))
            << linesOf(dialog).toStdString();
        EXPECT_TRUE(linesOf(dialog).contains(u"1 所学校的所属中心校填的是这所学校：丙小学"_s));
        EXPECT_EQ(dialog.focusWidget(), dialog.findChild<QPushButton*>(u"cancel"_s));
        pressDoing(dialog);
    });
    ASSERT_TRUE(choose(menuByKey(), {u"删除学校"_s}));
    EXPECT_TRUE(m_asked);
    EXPECT_FALSE(has(kSecond));
    EXPECT_TRUE(lastNews().startsWith(u"已删除学校 乙小学（9901001002）。"_s)) << lastNews().toStdString();
    EXPECT_TRUE(lastNews().contains(u"Ctrl+Z"_s));
    EXPECT_TRUE(rowOfCurrent().contains(u"丙小学"_s)) << rowOfCurrent().toStdString();
    EXPECT_EQ(m_grid->currentIndex().column(), column);
    EXPECT_EQ(m_grid->selectionModel()->selectedIndexes(), QModelIndexList{m_grid->currentIndex()});
    EXPECT_EQ(m_page->focusWidget(), m_grid);
    // The last one: the row above.
    whenAsked([](QDialog& dialog) { pressDoing(dialog); });
    ASSERT_TRUE(choose(menuByKey(), {u"删除学校"_s}));
    EXPECT_TRUE(rowOfCurrent().contains(u"甲小学"_s)) << rowOfCurrent().toStdString();
    ASSERT_TRUE(m_workspace.undo());
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(value(pupils(kSecond)), u"300"_s);
    EXPECT_EQ(m_grid->model()->rowCount(), 3);
}

TEST_F(StructureMenuTest, ShiftF10OpensTheMenuOfTheCurrentRow) {
    goTo(pupils(kThird));
    press(Qt::Key_F10, Qt::ShiftModifier);
    ASSERT_NE(shownMenu(), nullptr);
    EXPECT_NE(entryOf(shownMenu(), u"删除学校“丙小学”"_s), nullptr);
    QTest::keyClick(shownMenu(), Qt::Key_Escape);
}

TEST_F(StructureMenuTest, TheMenuIsAboutTheRowThatWasClicked) {
    goTo(pupils(kFirst));
    const QModelIndex third = m_grid->model()->index(2, m_grid->currentIndex().column());
    QMenu* menu = menuByMouse(m_grid->viewport(), m_grid->visualRect(third).center());
    ASSERT_NE(menu, nullptr);
    EXPECT_NE(entryOf(menu, u"删除学校“丙小学”"_s), nullptr);
    EXPECT_NE(entryOf(menu, u"删除学段“小学”"_s), nullptr);
    QTest::keyClick(menu, Qt::Key_Escape);
    EXPECT_EQ(m_grid->currentIndex(), third);

    QHeaderView* rows = m_grid->verticalHeader();
    menu = menuByMouse(rows->viewport(), {10, rows->sectionViewportPosition(1) + 5});
    ASSERT_NE(menu, nullptr);
    EXPECT_NE(entryOf(menu, u"删除学校“乙小学”"_s), nullptr);
    QTest::keyClick(menu, Qt::Key_Escape);
    EXPECT_TRUE(rowOfCurrent().contains(u"乙小学"_s));
}

TEST_F(StructureMenuTest, OfSeveralSelectedRowsOnlyTheNamedOneIsDeleted) {
    goTo(pupils(kFirst));
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QHeaderView* rows = m_grid->verticalHeader();
    whenAsked([](QDialog& dialog) {
        EXPECT_TRUE(dialog.findChild<QLabel*>(u"heading"_s)->text().contains(u"乙小学"_s));
        QTest::mouseClick(dialog.findChild<QPushButton*>(u"doing"_s), Qt::LeftButton);
    });
    ASSERT_TRUE(
        choose(menuByMouse(rows->viewport(), {10, rows->sectionViewportPosition(1) + 5}), {u"删除学校“乙小学”"_s}));
    EXPECT_FALSE(has(kSecond));
    EXPECT_TRUE(has(kFirst));
    EXPECT_TRUE(has(kThird));
}

TEST_F(StructureMenuTest, ASectionIsAddedShownAndDeletedAgain) {
    goTo(pupils(kFirst));
    whenAsked([](QDialog& dialog) {
        EXPECT_TRUE(linesOf(dialog).contains(u"待填报"_s));
        press(dialog, Qt::Key_Return); // harmless, so it is the usual button
    });
    ASSERT_TRUE(choose(menuByKey(), {u"新增学段"_s, u"初中"_s}));
    EXPECT_TRUE(m_workspace.data().exists(pupils(kFirst).subject));
    EXPECT_TRUE(m_workspace.data().exists(sectionCell(kFirst, u"pupils", u"junior"_s).subject));
    EXPECT_TRUE(rowOfCurrent().contains(u"初中"_s)) << rowOfCurrent().toStdString();
    EXPECT_TRUE(lastNews().startsWith(u"已新增学段 甲小学 初中。"_s));

    QMenu* menu = menuByKey();
    QAction* stages = entryOf(menu, u"新增学段"_s);
    EXPECT_FALSE(entryOf(stages->menu(), u"小学"_s)->isEnabled());
    EXPECT_TRUE(entryOf(stages->menu(), u"高中"_s)->isEnabled());
    whenAsked([](QDialog& dialog) { pressDoing(dialog); });
    ASSERT_TRUE(choose(menu, {u"删除学段“初中”"_s}));
    EXPECT_FALSE(m_workspace.data().exists(sectionCell(kFirst, u"pupils", u"junior"_s).subject));
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：删除学段 甲小学 初中"_s);
}

TEST_F(StructureMenuTest, TheOnlySectionStaysAndIsSaid) {
    goTo(pupils(kFirst));
    ASSERT_TRUE(choose(menuByKey(), {u"删除学段“小学”"_s}));
    ASSERT_EQ(m_errors->count(), 1);
    EXPECT_TRUE(m_errors->first().first().toString().contains(u"唯一的学段"_s));
    EXPECT_TRUE(m_workspace.data().exists(pupils(kFirst).subject));
}

TEST_F(StructureMenuTest, ACampusIsNamedAddedAndDeletedFromAnyRowOfTheSchool) {
    goTo(schoolCell(kFirst, u"sponsor"));
    whenAsked([](QDialog& dialog) {
        EXPECT_TRUE(linesOf(dialog).contains(u"每个校区都要填写小学在校学生数"_s)) << linesOf(dialog).toStdString();
        auto* error = dialog.findChild<QLabel*>(u"campusError"_s);
        press(dialog, Qt::Key_Return);
        EXPECT_TRUE(error->isVisible());
        EXPECT_TRUE(error->text().contains(u"请填写校区名称"_s));
        dialog.findChild<QLineEdit*>(u"campus"_s)->insert(u"本部"_s);
        press(dialog, Qt::Key_Return);
        EXPECT_TRUE(dialog.isVisible());
        EXPECT_TRUE(error->text().contains(u"已经有本部"_s));
        dialog.findChild<QLineEdit*>(u"campus"_s)->setText(u"东校区"_s);
        press(dialog, Qt::Key_Return);
        EXPECT_FALSE(dialog.isVisible());
    });
    ASSERT_TRUE(choose(menuByKey(), {u"新增校区"_s}));
    ASSERT_TRUE(m_asked);
    const SubjectKey campus{.level = Level::Campus, .school = kFirst, .part = u"东校区"_s};
    EXPECT_TRUE(m_workspace.data().exists(campus));
    EXPECT_TRUE(rowOfCurrent().contains(u"东校区"_s))
        << "shown in the topic of campuses: " << rowOfCurrent().toStdString();

    goTo(schoolCell(kFirst, u"sponsor"));
    whenAsked([](QDialog& dialog) { pressDoing(dialog); });
    ASSERT_TRUE(choose(menuByKey(), {u"删除校区"_s, u"东校区"_s}));
    EXPECT_FALSE(m_workspace.data().exists(campus));
    EXPECT_TRUE(rowOfCurrent().contains(u"甲小学"_s));
}

TEST_F(StructureMenuTest, ACodeIsCorrectedAndTheRowFollowed) {
    edit(pupils(kSecond), u"300"_s);
    goTo(pupils(kSecond));
    whenAsked([](QDialog& dialog) {
        EXPECT_TRUE(linesOf(dialog).contains(u"学校确实换了标识码的"_s));
        EXPECT_TRUE(dialog.findChildren<QCheckBox*>().isEmpty()) << "no other year has it";
        auto* error = dialog.findChild<QLabel*>(u"codeError"_s);
        type(dialog, u"99010"_s);
        press(dialog, Qt::Key_Return);
        EXPECT_TRUE(error->text().contains(u"十位"_s)) << error->text().toStdString();
        press(dialog, Qt::Key_A, Qt::ControlModifier);
        type(dialog, kThird);
        EXPECT_FALSE(error->isVisible());
        press(dialog, Qt::Key_Return);
        EXPECT_TRUE(error->text().contains(u"丙小学"_s)) << error->text().toStdString();
        press(dialog, Qt::Key_A, Qt::ControlModifier);
        type(dialog, kNew);
        EXPECT_TRUE(linesOf(dialog).contains(u"已填数据 3 个"_s)) << linesOf(dialog).toStdString();
        press(dialog, Qt::Key_Return);
        EXPECT_FALSE(dialog.isVisible());
    });
    ASSERT_TRUE(choose(menuByKey(), {u"更改标识码"_s}));
    ASSERT_TRUE(m_asked);
    EXPECT_FALSE(has(kSecond));
    EXPECT_EQ(value(pupils(kNew)), u"300"_s);
    EXPECT_TRUE(rowOfCurrent().contains(u"乙小学"_s)) << rowOfCurrent().toStdString();
    EXPECT_EQ(m_grid->currentIndex().row(), 2) << "in the order of codes";
    EXPECT_EQ(lastNews(), u"已更改标识码 9901001002 → 9901009999（乙小学）。可以撤销（Ctrl+Z）。"_s);
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(value(pupils(kSecond)), u"300"_s);
}

TEST_F(StructureMenuTest, OtherYearsAreTickedToBeCorrectedToo) {
    ASSERT_TRUE(m_workspace.setYear(2023));
    addSchool(kSecond, u"乙小学"_s);
    addSchool(kNew, u"丁小学"_s);
    ASSERT_TRUE(m_workspace.setYear(2024));
    addSchool(kSecond, u"乙村小学"_s);
    ASSERT_TRUE(m_workspace.setYear(2025));
    goTo(pupils(kSecond));
    whenAsked([](QDialog& dialog) {
        const auto boxes = dialog.findChildren<QCheckBox*>();
        ASSERT_EQ(boxes.size(), 2);
        EXPECT_EQ(boxes[0]->text(), u"2023—2024学年　乙小学"_s);
        EXPECT_EQ(boxes[1]->text(), u"2024—2025学年　乙村小学"_s);
        EXPECT_FALSE(boxes[0]->isChecked() || boxes[1]->isChecked()) << "only the open year, unless told";
        type(dialog, kNew);
        // From the field to the years by Tab, ticked by Space.
        press(dialog, Qt::Key_Tab);
        EXPECT_EQ(dialog.focusWidget(), boxes[0]);
        press(dialog, Qt::Key_Space);
        press(dialog, Qt::Key_Tab);
        press(dialog, Qt::Key_Space);
        press(dialog, Qt::Key_Return);
        EXPECT_TRUE(dialog.isVisible());
        EXPECT_TRUE(dialog.findChild<QLabel*>(u"codeError"_s)->text().contains(u"丁小学"_s)) << "2023 has that code";
        QTest::mouseClick(boxes[0], Qt::LeftButton, Qt::NoModifier, {8, boxes[0]->height() / 2});
        press(dialog, Qt::Key_Return);
        EXPECT_FALSE(dialog.isVisible());
    });
    ASSERT_TRUE(choose(menuByKey(), {u"更改标识码"_s}));
    ASSERT_TRUE(m_asked);
    EXPECT_TRUE(lastNews().contains(u"连同 2024—2025学年"_s)) << lastNews().toStdString();
    EXPECT_EQ(m_workspace.data().year(), 2025);
    for (const auto& [year, wrong] : {std::pair(2025, false), std::pair(2024, false), std::pair(2023, true)}) {
        ASSERT_TRUE(m_workspace.setYear(year));
        EXPECT_EQ(has(kSecond), wrong) << year;
        EXPECT_TRUE(has(kNew)) << year;
    }
    EXPECT_TRUE(m_workspace.history().verify().value().empty());
}

TEST_F(StructureMenuTest, ANameIsNeitherRichTextNorAnAccessKey) {
    edit(schoolCell(kSecond, u"school_name"), u"<b>乙</b>&小学"_s);
    goTo(pupils(kSecond));
    whenAsked([](QDialog& dialog) {
        int named = 0;
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            if (!label->text().contains(u"<b>"_s))
                continue;
            ++named;
            EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
        }
        EXPECT_EQ(named, 1);
    });
    QMenu* menu = menuByKey();
    EXPECT_NE(entryOf(menu, u"删除学校“<b>乙</b>&&小学”"_s), nullptr);
    ASSERT_TRUE(choose(menu, {u"更改标识码"_s}));
    EXPECT_TRUE(m_asked);
}

TEST_F(StructureMenuTest, RowsOfNoSchoolHaveNothingOfIt) {
    goTo({.subject = SubjectKey::ofCounty(), .item = &item(u"population")});
    QMenu* menu = menuByKey();
    ASSERT_NE(menu, nullptr);
    EXPECT_EQ(entryOf(menu, u"更改标识码"_s), nullptr);
    EXPECT_EQ(entryOf(menu, u"新增学段"_s), nullptr);
    QTest::keyClick(menu, Qt::Key_Escape);
}

} // namespace junheng::ui
