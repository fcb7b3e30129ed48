// The data entry page in a window, on a county file of its own. Needs a QApplication.
#pragma once

#include "model/county_year.h"
#include "model/observation.h"
#include "ui/dialogs/screen_questions.h"
#include "ui/pages/entry/entry_page.h"
#include "ui/widgets/selection.h"
#include "workspace/structure.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::CellKey;
using model::Level;
using model::SubjectKey;

inline const QString kFirst = u"9901001001"_s;
inline const QString kSecond = u"9901001002"_s;

inline const model::Item& item(const char16_t* code) {
    return model::ItemDictionary::builtIn().at(code);
}

inline CellKey sectionCell(const QString& school, const char16_t* code, const QString& stage = u"primary"_s) {
    return {.subject = {.level = Level::Section, .school = school, .part = stage}, .item = &item(code)};
}

inline CellKey pupils(const QString& school) {
    return sectionCell(school, u"pupils");
}

inline CellKey schoolCell(const QString& school, const char16_t* code) {
    return {.subject = SubjectKey::ofSchool(school), .item = &item(code)};
}

class EntryPageTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        QCoreApplication::setOrganizationName(u"Junheng"_s);
        QCoreApplication::setApplicationName(u"JunhengTest"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.filePath(u"settings"_s));
        ASSERT_TRUE(m_workspace.create(m_folder.filePath(u"县.junheng"_s), {.code = u"990101"_s, .name = u"示例县"_s},
                                       u"national-2017"_s, 2025));
        m_page = std::make_unique<EntryPage>(m_workspace, m_selection, screenQuestions().structure);
        m_page->resize(1100, 700);
        m_page->show();
        m_page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_errors = std::make_unique<QSignalSpy>(m_page.get(), &EntryPage::refused);
        m_grid = m_page->findChild<QTableView*>(u"grid"_s);
        ASSERT_NE(m_grid, nullptr);
    }

    void addTwoSchools() {
        addSchool(kFirst, u"甲小学"_s);
        addSchool(kSecond, u"乙小学"_s);
    }
    void startAtPupils() {
        addTwoSchools();
        m_page->showCell(pupils(kFirst));
    }
    void addSchool(const QString& code, const QString& name, const QString& type = u"小学"_s) {
        ASSERT_TRUE(
            m_workspace.structure().addSchool({.code = code, .name = name, .type = type, .stages = {u"primary"_s}}));
    }
    void edit(const CellKey& cell, const QString& text) {
        ASSERT_TRUE(m_workspace.edit({{.cell = cell, .text = text}}));
    }
    [[nodiscard]] QString value(const CellKey& cell) const {
        return model::displayText(*cell.item, m_workspace.data().value(cell.subject, *cell.item));
    }
    // The first key opens an editor, which takes the rest.
    static void type(const QString& text) {
        for (const QChar character : text)
            QTest::keyClicks(QApplication::focusWidget(), character);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] QLineEdit* openEditor() const {
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        return field != nullptr && m_grid->isAncestorOf(field) ? field : nullptr;
    }
    [[nodiscard]] QString headingOfCurrent() const {
        return m_grid->model()->headerData(m_grid->currentIndex().column(), Qt::Horizontal).toString();
    }
    [[nodiscard]] QString rowOfCurrent() const {
        return m_grid->model()->headerData(m_grid->currentIndex().row(), Qt::Vertical).toString();
    }
    template <class Widget> Widget* child(const QString& name) { return m_page->findChild<Widget*>(name); }

    QTemporaryDir m_folder;
    workspace::Workspace m_workspace;
    Selection m_selection;
    std::unique_ptr<EntryPage> m_page;
    std::unique_ptr<QSignalSpy> m_errors;
    QTableView* m_grid = nullptr;
};

} // namespace junheng::ui
