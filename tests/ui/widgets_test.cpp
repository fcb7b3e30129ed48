// What the pages share: columns that fit, text that wraps, hints that can be read.
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapped_label.h"

#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

class FittedColumnsTest : public ::testing::Test {
protected:
    FittedColumnsTest() {
        m_model.appendRow({new QStandardItem(u"甲"_s), new QStandardItem(u"乙"_s)});
        m_model.appendRow({new QStandardItem(u"丙"_s), new QStandardItem(u"丁"_s)});
        m_view.setModel(&m_model);
        m_view.header()->setStretchLastSection(false);
        new FittedColumns(m_view, {1});
        m_view.show();
    }
    [[nodiscard]] int roomFor(const QString& text) const { return m_view.fontMetrics().horizontalAdvance(text); }

    QStandardItemModel m_model;
    QTreeView m_view;
};

} // namespace

TEST_F(FittedColumnsTest, AColumnIsWidenedForWhatComesAndNarrowedOnlyAnew) {
    const QString wide = u"一个写得很长很长的单元格"_s;
    const int other = m_view.columnWidth(0);
    EXPECT_LT(m_view.columnWidth(1), roomFor(wide));
    m_model.item(1, 1)->setText(wide);
    const int widened = m_view.columnWidth(1);
    EXPECT_GE(widened, roomFor(wide));
    m_model.item(1, 1)->setText(u"丁"_s);
    EXPECT_EQ(m_view.columnWidth(1), widened);
    m_model.item(1, 0)->setText(wide);
    EXPECT_EQ(m_view.columnWidth(0), other);
    m_model.clear();
    m_model.setHorizontalHeaderLabels({u"一"_s, u"二"_s});
    m_view.findChild<FittedColumns*>()->fit();
    EXPECT_LT(m_view.columnWidth(1), widened);
}

TEST_F(FittedColumnsTest, AStretchedColumnGivesItsRoom) {
    QHeaderView& header = *m_view.header();
    header.setMinimumSectionSize(20);
    header.setSectionResizeMode(0, QHeaderView::Stretch);
    m_view.resize(400, 200);
    QCoreApplication::processEvents();
    EXPECT_EQ(header.length(), m_view.viewport()->width());
    const int before = m_view.columnWidth(0);
    m_model.item(1, 1)->setText(u"一个写得很长很长的单元格"_s);
    QCoreApplication::processEvents();
    EXPECT_EQ(header.length(), m_view.viewport()->width());
    EXPECT_LT(m_view.columnWidth(0), before);
}

TEST_F(FittedColumnsTest, AnUnchangedColumnIsNotTouched) {
    const QSignalSpy resized(m_view.header(), &QHeaderView::sectionResized);
    m_model.item(0, 1)->setText(u"戊"_s);
    EXPECT_EQ(resized.count(), 0);
}

TEST_F(FittedColumnsTest, ALargerFontIsFollowed) {
    const int before = m_view.columnWidth(1);
    QFont large = m_view.font();
    large.setPointSizeF(3 * large.pointSizeF());
    m_view.setFont(large);
    EXPECT_GT(m_view.columnWidth(1), before);
}

TEST(WrappedLabel, IsAsHighAsItsTextIsAtItsWidth) {
    QWidget window;
    auto* label = new WrappedLabel;
    auto* layout = new QVBoxLayout(&window);
    layout->addWidget(label);
    layout->addStretch();
    window.resize(600, 400);
    window.show();
    label->showText(u"一行"_s);
    QCoreApplication::processEvents();
    const int oneLine = label->height();
    EXPECT_GE(oneLine, label->fontMetrics().height());
    label->showText(u"许多字"_s.repeated(60));
    QCoreApplication::processEvents();
    const int lines = label->height();
    EXPECT_GE(lines, 3 * oneLine);
    EXPECT_EQ(lines, label->heightForWidth(label->width()));
    window.resize(900, 400);
    QCoreApplication::processEvents();
    EXPECT_LT(label->height(), lines);
    EXPECT_EQ(label->height(), label->heightForWidth(label->width()));
    label->showText(u"一行"_s);
    QCoreApplication::processEvents();
    EXPECT_EQ(label->height(), oneLine);
}

// A dark desktop whose theme does not say how hints look: Qt's own are black.
TEST(Theme, HintsCanBeReadOnADarkGround) {
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    dark.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
    QApplication::setPalette(dark);
    applyHintColour();
    const QColor hint = QApplication::palette().color(QPalette::PlaceholderText);
    EXPECT_GT(hint.lightness(), 200);
    EXPECT_LT(hint.alpha(), 200);
    QApplication::setPalette(QPalette());
}

} // namespace junheng::ui
