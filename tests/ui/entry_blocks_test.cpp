// Copying, pasting, clearing and filling blocks of cells, by keys and the clipboard itself.

#include "workspace/history.h"
#include "workspace/import_preview.h"
#include "workspace/imports.h"

#include "entry_page_fixture.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QTreeWidget>

namespace junheng::ui {

namespace {

const QString kThird = u"9901001003"_s;

} // namespace

class EntryBlocksTest : public EntryPageTest {
protected:
    // Three schools; the current cell is the pupils of the first. Beside them stand grades and classes.
    void startWithThree() {
        addTwoSchools();
        addSchool(kThird, u"丙小学"_s);
        m_page->showCell(pupils(kFirst));
    }
    void paste(const QString& text) {
        QApplication::clipboard()->setText(text);
        press(Qt::Key_V, Qt::ControlModifier);
    }
    // Extends the selection from the current cell.
    static void extend(int down, int right) {
        for (int i = 0; i < down; ++i)
            press(Qt::Key_Down, Qt::ShiftModifier);
        for (int i = 0; i < right; ++i)
            press(Qt::Key_Right, Qt::ShiftModifier);
    }
    // Pupils, grades and classes of the three schools, a line each.
    [[nodiscard]] QString firstColumns() const {
        QStringList lines;
        for (const QString& school : {kFirst, kSecond, kThird})
            lines << QStringList{value(pupils(school)), value(sectionCell(school, u"grades")),
                                 value(sectionCell(school, u"classes"))}
                         .join(u' ');
        return lines.join(u'|');
    }
    [[nodiscard]] qsizetype batches() const { return std::ssize(m_workspace.history().batches().value()); }
    [[nodiscard]] QString lastError() const { return m_errors->back().front().toString(); }
    [[nodiscard]] QString lastDetails() const { return m_errors->back().back().toString(); }
};

TEST_F(EntryBlocksTest, PastesABlockAsOneNamedStep) {
    startWithThree();
    const auto before = batches();
    paste(u"320\t6\t12\r\n１,２３４\t 6 \t24\r\n45\t6\t不适用\r\n"_s);
    EXPECT_EQ(firstColumns(), u"320 6 12|1234 6 24|45 6 不适用"_s);
    EXPECT_EQ(batches(), before + 1);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：粘贴 9 个单元格"_s);
    EXPECT_EQ(m_grid->selectionModel()->selectedIndexes().size(), 9);
    ASSERT_TRUE(m_workspace.undo());
    EXPECT_EQ(firstColumns(), u"  |  |  "_s);
    ASSERT_TRUE(m_workspace.redo());
    EXPECT_EQ(firstColumns(), u"320 6 12|1234 6 24|45 6 不适用"_s);
}

TEST_F(EntryBlocksTest, ABlankCellClearsAndOnlyDifferencesAreWritten) {
    startWithThree();
    paste(u"320\t6\n45\t6\n"_s);
    const QSignalSpy messages(m_page.get(), &EntryPage::message);
    m_page->showCell(pupils(kFirst));
    paste(u"320\t\n46\t\n"_s);
    EXPECT_EQ(firstColumns(), u"320  |46  |  "_s);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：粘贴 3 个单元格"_s);
    EXPECT_EQ(messages.back().front().toString(), u"已粘贴 3 个单元格，其中清除 2 个，另有 1 个与原来相同"_s);
    const auto before = batches();
    m_page->showCell(pupils(kFirst));
    paste(u"320\t\n46\t\n"_s);
    EXPECT_EQ(batches(), before);
}

TEST_F(EntryBlocksTest, CellsMissingInAShortRowStayWhatTheyAre) {
    startWithThree();
    paste(u"320\t6\n45\t6\n"_s);
    m_page->showCell(pupils(kFirst));
    paste(u"321\n46\t5\n"_s);
    EXPECT_EQ(firstColumns(), u"321 6 |46 5 |  "_s);
}

TEST_F(EntryBlocksTest, EveryBadCellIsMarkedAndListedAndNothingIsChanged) {
    startWithThree();
    edit(pupils(kFirst), u"300"_s);
    const auto before = batches();
    m_page->showCell(pupils(kFirst));
    paste(u"320\t六\n-5\t6\n"_s);
    EXPECT_EQ(firstColumns(), u"300  |  |  "_s);
    EXPECT_EQ(batches(), before);
    ASSERT_EQ(m_errors->count(), 1);
    EXPECT_TRUE(lastError().startsWith(u"没有粘贴：4 个单元格中有 2 个不能接受，数据没有任何改动。"_s))
        << lastError().toStdString();
    const QStringList lines = lastDetails().split(u'\n');
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[0].startsWith(u"甲小学 · 小学 · 年级数（个）：“年级数”应填整数（个），填的是“六”。"_s));
    EXPECT_TRUE(lines[1].startsWith(u"乙小学 · 小学 · 在校学生数（人）：“在校学生数”不能为负数，填的是“-5”。"_s));
    const QModelIndex bad = m_grid->currentIndex().siblingAtColumn(m_grid->currentIndex().column() + 1);
    EXPECT_TRUE(bad.data(Qt::ToolTipRole).toString().contains(u"未接受“六”"_s));
    EXPECT_FALSE(m_grid->currentIndex().data(Qt::ToolTipRole).toString().contains(u"未接受"_s));

    paste(u"320\t6\n5\t6\n"_s);
    EXPECT_EQ(firstColumns(), u"320 6 |5 6 |  "_s);
    EXPECT_FALSE(bad.data(Qt::ToolTipRole).toString().contains(u"未接受"_s));
}

TEST_F(EntryBlocksTest, ABlockOverTheEndIsRefusedAsAWhole) {
    startWithThree();
    m_page->showCell(pupils(kSecond));
    paste(u"1\n2\n3\n"_s);
    ASSERT_EQ(m_errors->count(), 1);
    EXPECT_TRUE(lastError().contains(u"剪贴板里有 3 行 1 列，从选中的单元格起只有 2 行"_s))
        << lastError().toStdString();
    EXPECT_EQ(firstColumns(), u"  |  |  "_s);
}

TEST_F(EntryBlocksTest, OneValueFillsTheSelectionAndABlockIsRepeated) {
    startWithThree();
    extend(2, 1);
    paste(u"7"_s);
    EXPECT_EQ(firstColumns(), u"7 7 |7 7 |7 7 "_s);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：粘贴 6 个单元格"_s);
    m_page->showCell(pupils(kFirst));
    extend(2, 1);
    paste(u"1\t2\n"_s);
    EXPECT_EQ(firstColumns(), u"1 2 |1 2 |1 2 "_s);
}

TEST_F(EntryBlocksTest, CopiesWhatOtherProgramsTakeAndPastesItBack) {
    startWithThree();
    paste(u"1234\t6\n45\t不适用\n"_s);
    m_page->showCell(pupils(kFirst));
    extend(2, 1);
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), u"1234\t6\n45\t不适用\n\t\n"_s);
    EXPECT_TRUE(QApplication::clipboard()->mimeData()->hasHtml());
    press(Qt::Key_Delete);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：清除 4 个单元格"_s);
    EXPECT_EQ(firstColumns(), u"  |  |  "_s);
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(firstColumns(), u"1234 6 |45 不适用 |  "_s);
    press(Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：剪切 4 个单元格"_s);
    EXPECT_EQ(QApplication::clipboard()->text(), u"1234\t6\n45\t不适用\n\t\n"_s);
}

TEST_F(EntryBlocksTest, WholeRowsCarryTheirNamesAndGoBackOnlyToThem) {
    startWithThree();
    m_page->showCell(schoolCell(kFirst, u"sponsor"));
    m_grid->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    EXPECT_TRUE(copied.startsWith(u"甲小学\t9901001001\t甲小学\t小学\t"_s)) << copied.toStdString();
    EXPECT_TRUE(QApplication::clipboard()->mimeData()->html().contains(
        u"<td style=\"mso-number-format:'\\@'\" sdnum=\"2052;0;@\">9901001001</td>"_s));

    m_page->showCell(schoolCell(kFirst, u"school_name"));
    paste(QString(copied).replace(u"甲小学\t小学"_s, u"甲中心小学\t小学"_s));
    EXPECT_EQ(value(schoolCell(kFirst, u"school_name")), u"甲中心小学"_s);

    m_page->showCell(schoolCell(kSecond, u"school_name"));
    paste(copied.section(u'\n', 2, 2) + u'\n'); // the row of the third school
    ASSERT_EQ(m_errors->count(), 1);
    EXPECT_TRUE(lastError().contains(u"第 2 行的“学校名称”应为“乙小学”，剪贴板里是“丙小学”"_s))
        << lastError().toStdString();
    EXPECT_EQ(value(schoolCell(kSecond, u"school_name")), u"乙小学"_s);
}

TEST_F(EntryBlocksTest, ColumnsThatOnlyInformAreProtected) {
    const CellKey funds{.subject = SubjectKey::ofCounty(), .item = &item(u"special_funds")};
    m_page->showCell(funds);
    paste(u"12.5\t别的时点\n"_s);
    ASSERT_EQ(m_errors->count(), 1);
    EXPECT_EQ(lastError(), u"没有粘贴：“时点”列只供查看，不能修改。请只复制要填写的列。"_s);
    EXPECT_EQ(value(funds), QString());
    const QString basis = m_grid->currentIndex().siblingAtColumn(1).data().toString();
    paste(u"12.5\t"_s + basis + u'\n');
    EXPECT_EQ(value(funds), u"12.5"_s);
}

TEST_F(EntryBlocksTest, FillsDownFromTheFirstRowOrFromAbove) {
    startWithThree();
    paste(u"320\t6\n"_s);
    m_page->showCell(pupils(kFirst));
    extend(2, 1);
    press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(firstColumns(), u"320 6 |320 6 |320 6 "_s);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：填充 4 个单元格"_s);
    edit(pupils(kFirst), u"99"_s);
    m_page->showCell(pupils(kSecond));
    press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(firstColumns(), u"99 6 |99 6 |320 6 "_s);
    m_page->showCell(pupils(kFirst));
    press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(m_errors->count(), 1);
}

TEST_F(EntryBlocksTest, ScatteredCellsAreNoBlock) {
    startWithThree();
    m_grid->selectionModel()->select(m_grid->model()->index(1, 1), QItemSelectionModel::Select);
    press(Qt::Key_C, Qt::ControlModifier);
    ASSERT_EQ(m_errors->count(), 1);
    EXPECT_TRUE(lastError().startsWith(u"没有复制"_s));
    paste(u"1\t2\n"_s);
    EXPECT_EQ(m_errors->count(), 2);
    paste(u"8"_s); // one value goes into all of them
    EXPECT_EQ(firstColumns(), u"8  | 8 |  "_s);
}

TEST_F(EntryBlocksTest, RowsColumnsAndEdgesAreSelectedByKey) {
    startWithThree();
    const int columns = m_grid->model()->columnCount();
    press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(m_grid->selectionModel()->selectedIndexes().size(), 3 * columns);
    EXPECT_EQ(m_grid->currentIndex(), m_grid->model()->index(2, columns - 1));
    press(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(m_grid->currentIndex(), m_grid->model()->index(0, columns - 1));
    EXPECT_EQ(m_grid->selectionModel()->selectedIndexes().size(), 1);
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_EQ(m_grid->selectionModel()->selectedIndexes().size(), 3);
    press(Qt::Key_Space, Qt::ShiftModifier);
    EXPECT_EQ(m_grid->selectionModel()->selectedIndexes().size(), columns);
}

TEST_F(EntryBlocksTest, SumAndMeanOfTheSelectionAreExact) {
    m_page->showCell({.subject = SubjectKey::ofCounty(), .item = &item(u"special_funds")});
    auto* summary = child<QLabel>(u"selectionSummary"_s);
    const int row = m_grid->currentIndex().row();
    // 万元 with four decimals, then heads: 999999.1 + 0.0002 + 1 = 1000000.1002; a third of it is 333333.36673333…
    edit({.subject = SubjectKey::ofCounty(), .item = &item(u"special_funds")}, u"999999.1"_s);
    edit({.subject = SubjectKey::ofCounty(), .item = &item(u"special_pupils")}, u"1"_s);
    edit({.subject = SubjectKey::ofCounty(), .item = &item(u"inclusive_funds")}, u"0.0002"_s);
    const auto select = [&](const char16_t* code) {
        const QString heading = item(code).label;
        for (int at = 0; at < m_grid->model()->rowCount(); ++at) {
            if (m_grid->model()->headerData(at, Qt::Vertical).toString().contains(heading))
                m_grid->selectionModel()->select(m_grid->model()->index(at, 0), QItemSelectionModel::Select);
        }
    };
    m_grid->setCurrentIndex(m_grid->model()->index(row, 0));
    QTest::qWait(1);
    EXPECT_EQ(summary->text(), QString());
    select(u"special_pupils");
    select(u"inclusive_funds");
    QTest::qWait(1);
    EXPECT_EQ(summary->text(), u"3 行 × 1 列 · 计数 3 · 求和 1,000,000.1002 · 平均 333,333.3667"_s + u"33"_s);
    select(u"quota_total");
    QTest::qWait(1);
    EXPECT_TRUE(summary->text().endsWith(u"空白 1"_s)) << summary->text().toStdString();
    edit({.subject = SubjectKey::ofCounty(), .item = &item(u"quota_total")}, u"不适用"_s);
    m_grid->selectionModel()->select(m_grid->currentIndex(), QItemSelectionModel::Deselect);
    QTest::qWait(1);
    EXPECT_EQ(summary->text(), u"3 行 × 1 列 · 计数 3 · 其中数值 2 · 求和 1.0002 · 平均 0.5001"_s);
}

TEST_F(EntryBlocksTest, TwentyThousandCellsAreOneBatchOneAssessmentAndUndoneAfterReopening) {
    constexpr int kSchools = 466;
    workspace::ImportPreview schools;
    for (int i = 0; i < kSchools; ++i) {
        const QString code = QString::number(9901001001 + i);
        for (const SubjectKey& subject : {SubjectKey::ofSchool(code), pupils(code).subject})
            schools.changes.changes.push_back({.subject = subject, .after = model::Observation::ofAmount(1)});
        schools.changes.changes.push_back({.subject = pupils(code).subject,
                                           .item = &item(u"pupils"),
                                           .after = model::Observation::ofAmount(100 + i)});
    }
    ASSERT_TRUE(m_workspace.imports().commit(schools));
    auto* topics = child<QTreeWidget>(u"topics"_s);
    topics->setCurrentItem(topics->findItems(u"全部数据项"_s, Qt::MatchExactly | Qt::MatchRecursive).at(1));
    ASSERT_EQ(m_grid->model()->columnCount(), 43);
    QString text;
    for (int row = 0; row < kSchools; ++row) {
        for (int column = 0; column < 43; ++column) {
            const bool isFlag = m_grid->model()->headerData(column, Qt::Horizontal) == u"是否寄宿制"_s;
            text += (isFlag ? u"是"_s : QString::number(1000 + row + column)) + (column < 42 ? u'\t' : u'\n');
        }
    }
    const auto before = batches();
    const QSignalSpy changes(&m_workspace, &workspace::Workspace::changed);
    m_grid->setFocus();
    m_grid->setCurrentIndex(m_grid->model()->index(0, 0));
    paste(text);
    EXPECT_EQ(m_errors->count(), 0);
    EXPECT_EQ(changes.count(), 1);
    EXPECT_EQ(batches(), before + 1);
    EXPECT_EQ(m_workspace.history().batches()->front().changeCount, 20038);
    const QString last = QString::number(9901001001 + kSchools - 1);
    EXPECT_EQ(value(pupils(last)), u"1465"_s);

    const QString path = m_workspace.path();
    m_workspace.close();
    ASSERT_TRUE(m_workspace.open(path));
    EXPECT_EQ(value(pupils(last)), u"1465"_s);
    EXPECT_EQ(m_workspace.undoLabel(), u"撤销：粘贴 20038 个单元格"_s);
    ASSERT_TRUE(m_workspace.undo());
    for (int i = 0; i < kSchools; ++i) {
        const QString code = QString::number(9901001001 + i);
        ASSERT_EQ(value(pupils(code)), QString::number(100 + i));
        ASSERT_EQ(value(sectionCell(code, u"classes")), QString());
        ASSERT_EQ(value(sectionCell(code, u"deaths")), QString());
    }
}

} // namespace junheng::ui
