// What is framed is what is acted on: every key, and everything else that moves the current cell, moves the selection
// with it, and Delete clears exactly that.

#include "entry_page_fixture.h"
#include "ui/pages/entry/grid/entry_grid.h"

#include <QClipboard>
#include <QHeaderView>
#include <QItemSelectionModel>

#include <set>

namespace junheng::ui {

namespace {

constexpr int kSchools = 40; ///< more than a page of the grid

QString schoolCode(int number) {
    return u"99010010%1"_s.arg(number, 2, 10, QChar(u'0'));
}

using Place = std::pair<int, int>;

} // namespace

class EntryKeysTest : public EntryPageTest {
protected:
    // Every section with its pupils, grades and classes; the current cell is in the middle.
    void SetUp() override {
        EntryPageTest::SetUp();
        std::vector<workspace::TypedCell> cells;
        for (int number = 1; number <= kSchools; ++number) {
            addSchool(schoolCode(number), u"学校%1"_s.arg(number));
            for (const char16_t* code : {u"pupils", u"grades", u"classes"})
                cells.push_back({.cell = sectionCell(schoolCode(number), code), .text = QString::number(number)});
        }
        ASSERT_TRUE(m_workspace.edit(cells));
        m_page->showCell(sectionCell(schoolCode(20), u"grades"));
        QApplication::processEvents();
    }
    [[nodiscard]] std::set<Place> selected() const {
        std::set<Place> places;
        for (const QModelIndex& index : m_grid->selectionModel()->selectedIndexes())
            places.insert({index.row(), index.column()});
        return places;
    }
    [[nodiscard]] Place current() const { return {m_grid->currentIndex().row(), m_grid->currentIndex().column()}; }
    // Cells that hold something.
    [[nodiscard]] std::set<Place> filled() const {
        std::set<Place> places;
        const QAbstractItemModel& model = *m_grid->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (!model.index(row, column).data(Qt::EditRole).toString().isEmpty())
                    places.insert({row, column});
            }
        }
        return places;
    }
    void expectAlone(const char* after) const {
        EXPECT_TRUE(m_grid->currentIndex().isValid()) << after;
        EXPECT_EQ(selected(), std::set{current()}) << after;
    }
    void deleteClearsTheSelected(const char* after) {
        const auto framed = selected();
        const auto before = filled();
        EXPECT_TRUE(framed.contains(current())) << after;
        press(Qt::Key_Delete);
        std::set<Place> left = before;
        std::erase_if(left, [&](const Place& place) { return framed.contains(place); });
        EXPECT_EQ(filled(), left) << after;
        if (left != before) {
            ASSERT_TRUE(m_workspace.undo());
        }
    }
    // Through the window, as the platform sends it: Qt asks for the keys held down.
    void click(QWidget& widget, const QPoint& at, Qt::KeyboardModifiers modifiers = {},
               Qt::MouseButton button = Qt::LeftButton) {
        QTest::mouseClick(m_page->windowHandle(), button, modifiers, widget.mapTo(m_page.get(), at));
        QApplication::processEvents();
    }
    void clickCell(int row, int column, Qt::KeyboardModifiers modifiers = {}) {
        const QModelIndex index = m_grid->model()->index(row, column);
        m_grid->scrollTo(index);
        click(*m_grid->viewport(), m_grid->visualRect(index).center(), modifiers);
    }
    [[nodiscard]] QPoint rowHead(int row) const {
        return {5, m_grid->verticalHeader()->sectionViewportPosition(row) + m_grid->rowHeight(row) / 2};
    }
    [[nodiscard]] QPoint columnHead(int column) const {
        return {m_grid->horizontalHeader()->sectionViewportPosition(column) + 20, 5};
    }
};

struct KeyCase {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};

// With Shift they extend the selection.
constexpr KeyCase kMoving[] = {{Qt::Key_Up, {}},
                               {Qt::Key_Down, {}},
                               {Qt::Key_Left, {}},
                               {Qt::Key_Right, {}},
                               {Qt::Key_Up, Qt::ControlModifier},
                               {Qt::Key_Down, Qt::ControlModifier},
                               {Qt::Key_Left, Qt::ControlModifier},
                               {Qt::Key_Right, Qt::ControlModifier},
                               {Qt::Key_Home, {}},
                               {Qt::Key_End, {}},
                               {Qt::Key_Home, Qt::ControlModifier},
                               {Qt::Key_End, Qt::ControlModifier},
                               {Qt::Key_PageUp, {}},
                               {Qt::Key_PageDown, {}},
                               {Qt::Key_PageUp, Qt::ControlModifier},
                               {Qt::Key_PageDown, Qt::ControlModifier},
                               {Qt::Key_PageUp, Qt::AltModifier},
                               {Qt::Key_PageDown, Qt::AltModifier}};
// With Shift they go back.
constexpr KeyCase kStepping[] = {{Qt::Key_Tab, {}},
                                 {Qt::Key_Backtab, Qt::ShiftModifier},
                                 {Qt::Key_Return, {}},
                                 {Qt::Key_Return, Qt::ShiftModifier},
                                 {Qt::Key_Enter, {}}};

std::string nameOf(const testing::TestParamInfo<KeyCase>& test) {
    return "Key" + std::to_string(static_cast<unsigned>(test.param.key) & 0xffffU) + "x" +
           std::to_string(static_cast<unsigned>(test.param.modifiers) >> 25U);
}

class EntryMoveKeyTest : public EntryKeysTest, public testing::WithParamInterface<KeyCase> {};
class EntryExtendKeyTest : public EntryKeysTest, public testing::WithParamInterface<KeyCase> {};

TEST_P(EntryMoveKeyTest, MovesSelectionAndCurrentCellTogether) {
    const auto [key, modifiers] = GetParam();
    const Place before = current();
    press(key, modifiers);
    EXPECT_NE(current(), before);
    expectAlone("the key");
    deleteClearsTheSelected("the key");
}

TEST_P(EntryExtendKeyTest, ReachesFromWhereItBegan) {
    const auto [key, modifiers] = GetParam();
    // Come to the place by a key of its own, after another one was clicked: the anchor is where the frame is.
    clickCell(18, 0);
    m_page->showCell(sectionCell(schoolCode(20), u"grades"));
    const Place anchor = current();
    press(key, modifiers | Qt::ShiftModifier);
    press(key, modifiers | Qt::ShiftModifier);
    std::set<Place> expected;
    for (int row = std::min(anchor.first, current().first); row <= std::max(anchor.first, current().first); ++row) {
        for (int column = std::min(anchor.second, current().second);
             column <= std::max(anchor.second, current().second); ++column)
            expected.insert({row, column});
    }
    EXPECT_NE(current(), anchor);
    EXPECT_EQ(selected(), expected);
    deleteClearsTheSelected("the key with Shift");
}

INSTANTIATE_TEST_SUITE_P(Moving, EntryMoveKeyTest, testing::ValuesIn(kMoving), nameOf);
INSTANTIATE_TEST_SUITE_P(Stepping, EntryMoveKeyTest, testing::ValuesIn(kStepping), nameOf);
INSTANTIATE_TEST_SUITE_P(Moving, EntryExtendKeyTest, testing::ValuesIn(kMoving), nameOf);

// The case that was reported: the frame far away, the old cell out of sight.
TEST_F(EntryKeysTest, CtrlHomeAndPasteFillTheFramedCell) {
    press(Qt::Key_Home, Qt::ControlModifier);
    QApplication::clipboard()->setText(u"777"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(value(pupils(schoolCode(1))), u"777"_s);
    EXPECT_EQ(value(sectionCell(schoolCode(20), u"grades")), u"20"_s);
    press(Qt::Key_End, Qt::ControlModifier);
    press(Qt::Key_Home);
    press(Qt::Key_D, Qt::ControlModifier); // from the row above
    EXPECT_EQ(value(pupils(schoolCode(kSchools))), QString::number(kSchools - 1));
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), QString::number(kSchools - 1));
    press(Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(value(pupils(schoolCode(kSchools))), QString());
    EXPECT_EQ(value(sectionCell(schoolCode(20), u"grades")), u"20"_s);
}

TEST_F(EntryKeysTest, TheMessageNamesTheOneCell) {
    QSignalSpy news(m_page.get(), &EntryPage::message);
    press(Qt::Key_Delete);
    ASSERT_EQ(news.count(), 1);
    EXPECT_EQ(news.front().front().toString().section(u'：', 0, 0),
              u"已清除 学校20 · 小学 · "_s + item(u"grades").heading());
    EXPECT_TRUE(news.front().front().toString().contains(u"20 → "_s));
    press(Qt::Key_Up, Qt::ShiftModifier);
    press(Qt::Key_Up, Qt::ShiftModifier);
    press(Qt::Key_Delete);
    EXPECT_TRUE(news.back().front().toString().startsWith(u"已清除 2 个单元格"_s)); // the third was blank already
}

// Sorting, filtering, searching and jumping, each with the keys of Shift held down as they would be.
TEST_F(EntryKeysTest, WhateverElseMovesTheCellMovesTheSelection) {
    auto& grid = static_cast<EntryGrid&>(*m_grid);
    press(Qt::Key_Down, Qt::ShiftModifier);
    grid.sortBy(RowSorting{.column = 1, .order = Qt::DescendingOrder});
    expectAlone("sorting");
    deleteClearsTheSelected("sorting");
    press(Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_EQ(selected().size(), 2U);
    grid.sortBy({});
    expectAlone("the usual order");

    child<QLineEdit>(u"filter"_s)->setText(u"学校3"_s);
    expectAlone("a filter that hides the cell");
    child<QLineEdit>(u"filter"_s)->clear();
    expectAlone("no filter");

    grid.setFocus();
    press(Qt::Key_F, Qt::ControlModifier);
    auto* find = child<QLineEdit>(u"findText"_s);
    find->setText(u"学校2"_s);
    QTest::keyClick(m_page->windowHandle(), Qt::Key_Return, Qt::ShiftModifier);
    expectAlone("found backwards with Shift");
    press(Qt::Key_Escape);
    expectAlone("left the search");
    deleteClearsTheSelected("searching");

    m_page->showCell(schoolCell(schoolCode(7), u"sponsor"));
    expectAlone("jumped to");
    deleteClearsTheSelected("jumping");
    m_page->showCell(pupils(schoolCode(9)));
    expectAlone("another topic");
}

TEST_F(EntryKeysTest, AVanishedRowLeavesItsNeighbourSelected) {
    addSchool(u"9901001098"_s, u"新学校"_s);
    m_page->showCell(pupils(u"9901001098"_s));
    press(Qt::Key_Up, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_TRUE(m_workspace.undo());
    expectAlone("undone");
    deleteClearsTheSelected("undone");
}

TEST_F(EntryKeysTest, ClicksKeepTheCurrentCellInTheSelection) {
    clickCell(18, 0);
    expectAlone("a click");
    clickCell(20, 2, Qt::ShiftModifier);
    EXPECT_EQ(selected().size(), 9U);
    deleteClearsTheSelected("Shift+click");
    clickCell(22, 1, Qt::ControlModifier);
    EXPECT_EQ(selected().size(), 10U);
    clickCell(22, 1, Qt::ControlModifier); // once more
    EXPECT_EQ(current(), Place(22, 1));
    deleteClearsTheSelected("Ctrl+click on a selected cell");
    clickCell(18, 1);
    clickCell(18, 1, Qt::ControlModifier);
    expectAlone("Ctrl+click on the only cell");

    click(*m_grid->verticalHeader()->viewport(), rowHead(19));
    EXPECT_EQ(std::ssize(selected()), m_grid->model()->columnCount());
    deleteClearsTheSelected("a row");
    click(*m_grid->verticalHeader()->viewport(), rowHead(21), Qt::ShiftModifier);
    EXPECT_EQ(std::ssize(selected()), 3 * m_grid->model()->columnCount());
    deleteClearsTheSelected("rows to Shift+click");
    click(*m_grid->horizontalHeader()->viewport(), columnHead(1));
    EXPECT_EQ(selected().size(), static_cast<std::size_t>(kSchools));
    deleteClearsTheSelected("a column");
    click(*m_grid->horizontalHeader()->viewport(), columnHead(2), Qt::ControlModifier);
    EXPECT_EQ(selected().size(), static_cast<std::size_t>(2 * kSchools));
    deleteClearsTheSelected("two columns");
    press(Qt::Key_Down);
    expectAlone("a key after a column");
}

TEST_F(EntryKeysTest, AClickBesideTheCellsChangesNothing) {
    child<QLineEdit>(u"filter"_s)->setText(u"学校20"_s);
    m_page->showCell(pupils(schoolCode(20)));
    click(*m_grid->viewport(), QPoint(20, m_grid->viewport()->height() - 5));
    expectAlone("a click below the last row");
    deleteClearsTheSelected("a click below the last row");
}

TEST_F(EntryKeysTest, ABlockThatEndsElsewhereIsFramedWhereItWent) {
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QApplication::clipboard()->setText(u"1\n2\n"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(selected().size(), 2U);
    EXPECT_TRUE(selected().contains(current()));
    EXPECT_EQ(value(sectionCell(schoolCode(22), u"grades")), u"22"_s);
}

TEST_F(EntryKeysTest, RowsAndColumnsAreSelectedAroundTheCell) {
    const Place before = current();
    QTest::keyClick(m_page->windowHandle(), Qt::Key_Space, Qt::ShiftModifier);
    EXPECT_EQ(current(), before);
    EXPECT_EQ(std::ssize(selected()), m_grid->model()->columnCount());
    QTest::keyClick(m_page->windowHandle(), Qt::Key_Space, Qt::ControlModifier);
    EXPECT_EQ(current(), before);
    EXPECT_EQ(selected().size(), static_cast<std::size_t>(kSchools));
}

} // namespace junheng::ui
