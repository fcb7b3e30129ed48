// What the preview of an import says before anything is done: every change, the largest first, and what was typed in.
#include "desk_fixture.h"
#include "ui/dialogs/changes_model.h"
#include "ui/dialogs/import_preview_dialog.h"
#include "ui/widgets/figure_delegate.h"
#include "workspace/reports.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

namespace junheng::ui {

namespace {

class ImportPreviewTest : public DeskTest {
protected:
    // The book holds the sample as it is; after it was written figures were typed over.
    void SetUp() override {
        DeskTest::SetUp();
        openSample();
        ASSERT_TRUE(m_workspace.reports().writeTemplate(file(u"旧.xlsx"_s), true));
    }
    void edit(const model::CellKey& cell, const QString& text) {
        ASSERT_TRUE(m_workspace.edit({{.cell = cell, .text = text}}));
    }
    void plan() {
        auto planned =
            workspace::planImport({file(u"旧.xlsx"_s)}, m_workspace.data(), m_workspace.standard(), false, base::Job{});
        ASSERT_TRUE(planned);
        m_preview = *std::move(planned);
        ASSERT_TRUE(m_workspace.imports().markTyped(m_preview));
    }
    void openDialog() {
        m_dialog =
            std::make_unique<ImportPreviewDialog>(m_preview, [](QWidget*, const FileQuestion&) { return QString(); });
        m_dialog->show();
        m_dialog->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_dialog.get()));
        m_table = m_dialog->findChild<QTableView*>(u"changes"_s);
    }
    // Of the first section of another school.
    [[nodiscard]] model::CellKey otherPupils() const {
        const model::LevelTable& sections = m_workspace.data().sections();
        int row = 0;
        while (sections.key(row).school == kYuntai)
            ++row;
        return {.subject = sections.key(row), .item = m_pupils.item};
    }
    [[nodiscard]] QStringList row(int row) const {
        QStringList texts;
        for (int column = 0; column < ChangesModel::Source; ++column)
            texts << m_table->model()->index(row, column).data().toString();
        return texts;
    }
    [[nodiscard]] bool isTyped(int row) const {
        return !m_table->model()->index(row, ChangesModel::Before).data(TagRole).toString().isEmpty();
    }

    const model::CellKey m_pupils = sectionCell(kYuntai, u"pupils");   // 560 in the sample
    const model::CellKey m_classes = sectionCell(kYuntai, u"classes"); // 14
    workspace::ImportPreview m_preview;
    std::unique_ptr<ImportPreviewDialog> m_dialog;
    QTableView* m_table = nullptr;
};

} // namespace

TEST_F(ImportPreviewTest, EveryChangeIsListedTheLargestFirst) {
    const QString classes = valueOf(m_classes);
    edit(m_pupils, u"56"_s);                               // 560 is nine times more
    edit(m_classes, QString::number(classes.toInt() * 2)); // back to half
    edit(sectionCell(kYuntai, u"teachers"), QString());    // filled again
    plan();
    openDialog();
    ASSERT_EQ(m_table->model()->rowCount(), static_cast<int>(m_preview.changes.changes.size()));
    EXPECT_EQ(row(0), (QStringList{m_workspace.data().schoolName(kYuntai), u"小学"_s, m_pupils.item->heading(), u"56"_s,
                                   u"560"_s, u"+900.0%"_s}));
    EXPECT_EQ(row(1), (QStringList{m_workspace.data().schoolName(kYuntai), u"小学"_s, m_classes.item->heading(),
                                   QString::number(classes.toInt() * 2), classes, u"−50.0%"_s}));
    EXPECT_TRUE(m_table->model()->index(0, ChangesModel::Source).data().toString().contains(u"学段"_s));
}

TEST_F(ImportPreviewTest, TypedFiguresAreMarkedAndCounted) {
    edit(m_pupils, u"56"_s);
    edit(m_classes, u"99"_s);
    plan();
    EXPECT_EQ(m_preview.typedCells.size(), 2);
    openDialog();
    EXPECT_TRUE(m_dialog->findChild<QLabel*>(u"summary"_s)->text().contains(u"其中 2 个原来是手工填写的"_s));
    EXPECT_TRUE(isTyped(0));
    EXPECT_TRUE(isTyped(1));
}

// What stands there is what counts: an edit that was taken back leaves the imported figure.
TEST_F(ImportPreviewTest, WhatWasTakenBackIsNotTyped) {
    edit(m_pupils, u"56"_s);
    ASSERT_TRUE(m_workspace.undo());
    edit(m_classes, u"99"_s);
    ASSERT_TRUE(m_workspace.undo());
    ASSERT_TRUE(m_workspace.redo());
    plan();
    ASSERT_EQ(m_preview.changes.changes.size(), 1U);
    EXPECT_EQ(m_preview.typedCells, QSet<model::CellKey>{m_classes});
    // Imported over, and then taken back: the typed one again.
    ASSERT_TRUE(m_workspace.imports().commit(m_preview));
    edit(m_pupils, u"57"_s);
    plan();
    EXPECT_EQ(m_preview.typedCells, QSet<model::CellKey>{m_pupils});
    ASSERT_TRUE(m_workspace.undo());
    ASSERT_TRUE(m_workspace.undo());
    plan();
    EXPECT_EQ(m_preview.typedCells, QSet<model::CellKey>{m_classes});
}

TEST_F(ImportPreviewTest, ABlankThatIsFilledReplacesNothing) {
    edit(m_pupils, QString());
    plan();
    EXPECT_EQ(m_preview.changes.changes.size(), 1U);
    EXPECT_TRUE(m_preview.typedCells.isEmpty());
    openDialog();
    EXPECT_FALSE(m_dialog->findChild<QCheckBox*>(u"onlyTyped"_s)->isVisible());
}

TEST_F(ImportPreviewTest, IsFilteredByTextKindAndHand) {
    edit(m_pupils, u"56"_s);
    ASSERT_TRUE(m_workspace.undo());
    edit(m_classes, u"99"_s);
    edit(otherPupils(), QString());
    plan();
    openDialog();
    auto* sought = m_dialog->findChild<QLineEdit*>(u"sought"_s);
    auto* kind = m_dialog->findChild<QComboBox*>(u"kind"_s);
    auto* typed = m_dialog->findChild<QCheckBox*>(u"onlyTyped"_s);
    auto* count = m_dialog->findChild<QLabel*>(u"changesCount"_s);
    EXPECT_EQ(m_table->model()->rowCount(), 2);
    m_dialog->findChild<QTabWidget*>(u"tabs"_s)->setCurrentWidget(m_table->parentWidget());
    sought->setFocus();
    QTest::keyClicks(sought, kYuntai);
    EXPECT_EQ(m_table->model()->rowCount(), 1);
    EXPECT_EQ(count->text(), u"列出 1 处，共 2 处"_s);
    QTest::keyClick(sought, Qt::Key_Return); // does not import
    EXPECT_TRUE(m_dialog->isVisible());
    sought->clear();
    kind->setCurrentIndex(kind->findText(u"填入空白"_s));
    EXPECT_EQ(m_table->model()->rowCount(), 1);
    EXPECT_FALSE(isTyped(0));
    kind->setCurrentIndex(0);
    typed->setChecked(true);
    EXPECT_EQ(m_table->model()->rowCount(), 1);
    EXPECT_TRUE(isTyped(0));
}

TEST_F(ImportPreviewTest, IsSortedByAnyColumnAndBack) {
    edit(m_pupils, u"56"_s);
    edit(otherPupils(), u"999"_s);
    plan();
    openDialog();
    const QStringList first = row(0);
    auto& header = *m_table->horizontalHeader();
    const auto clickHead = [&](int column) {
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                          {header.sectionViewportPosition(column) + 10, header.height() / 2});
    };
    clickHead(ChangesModel::Before);
    EXPECT_EQ(row(0)[ChangesModel::Before], u"56"_s); // 56 < 999 as numbers
    clickHead(ChangesModel::Before);
    EXPECT_EQ(row(0)[ChangesModel::Before], u"999"_s);
    clickHead(ChangesModel::Before);
    EXPECT_EQ(row(0), first);
}

// 350 schools: every figure of every section, a third of them typed in.
TEST_F(ImportPreviewTest, TensOfThousandsOfChangesAreShownAtOnce) {
    const auto items = model::ItemDictionary::builtIn().ofLevel(model::Level::Section);
    for (int school = 0; school < 350; ++school) {
        const QString code = QString::number(9901001000 + school);
        m_preview.schoolNames.insert(code, u"学校%1"_s.arg(school));
        for (const model::Item& item : items) {
            if (!item.isNumeric())
                continue;
            const model::CellKey cell{.subject = {.level = item.level, .school = code, .part = u"primary"_s},
                                      .item = &item};
            m_preview.changes.changes.push_back({.subject = cell.subject,
                                                 .item = cell.item,
                                                 .before = model::Observation::ofAmount(school),
                                                 .after = model::Observation::ofAmount(2 * school + 1)});
            if (school % 3 == 0)
                m_preview.typedCells.insert(cell);
        }
    }
    ASSERT_GT(m_preview.changes.changes.size(), 10'000U);
    QElapsedTimer timer;
    timer.start();
    openDialog();
    m_dialog->findChild<QLineEdit*>(u"sought"_s)->setText(u"学校34"_s);
    m_dialog->findChild<QCheckBox*>(u"onlyTyped"_s)->setChecked(true);
    EXPECT_LT(timer.elapsed(), 5000); // some 200 ms on a machine of its own
    // 342, 345 and 348 of 学校34 and 学校340 to 349.
    EXPECT_EQ(m_table->model()->rowCount(), static_cast<int>(m_preview.changes.changes.size()) / 350 * 3);
}

} // namespace junheng::ui
