// Text of tables as Excel, WPS and LibreOffice put it on the clipboard.

#include "ui/widgets/clipboard_table.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTest>
#include <QTreeWidget>

#include <gtest/gtest.h>

#include <random>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<QStringList>;

QString textOf(const Rows& rows) {
    std::vector<std::vector<ClipboardCell>> cells;
    for (const QStringList& row : rows) {
        cells.emplace_back();
        for (const QString& text : row)
            cells.back().push_back({.text = text});
    }
    return makeClipboardTable(cells)->text();
}

} // namespace

TEST(ClipboardTable, ReadsRowsWithEveryKindOfLineEnd) {
    const Rows expected{{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}};
    for (const QString& end : {u"\r\n"_s, u"\n"_s, u"\r"_s}) {
        EXPECT_EQ(parseClipboardTable(u"1\t2"_s + end + u"3\t4"_s), expected);
        EXPECT_EQ(parseClipboardTable(u"1\t2"_s + end + u"3\t4"_s + end), expected);
    }
    EXPECT_TRUE(parseClipboardTable(QString()).empty());
}

TEST(ClipboardTable, BlankCellsAreCellsAndOnlyTheLastLineEndIsNone) {
    EXPECT_EQ(parseClipboardTable(u"\t2\r\n\t\r\n"_s), (Rows{{u""_s, u"2"_s}, {u""_s, u""_s}}));
    EXPECT_EQ(parseClipboardTable(u"1\r\n\r\n"_s), (Rows{{u"1"_s}, {u""_s}}));
    EXPECT_EQ(parseClipboardTable(u"\r\n"_s), (Rows{{u""_s}}));
    EXPECT_EQ(parseClipboardTable(u"1\t"_s), (Rows{{u"1"_s, u""_s}}));
    EXPECT_EQ(parseClipboardTable(u"1\n2\t3\n"_s), (Rows{{u"1"_s}, {u"2"_s, u"3"_s}}));
}

TEST(ClipboardTable, QuotedCellsHoldTabsLineBreaksAndQuotes) {
    EXPECT_EQ(parseClipboardTable(u"\"柳溪\r\n小学\"\t\"a\tb\"\r\n\"他说\"\"好\"\"\"\t3\r\n"_s),
              (Rows{{u"柳溪\n小学"_s, u"a\tb"_s}, {u"他说\"好\""_s, u"3"_s}}));
    EXPECT_EQ(parseClipboardTable(u"\"\"\t\"\""_s), (Rows{{u""_s, u""_s}}));
}

TEST(ClipboardTable, AQuoteThatIsNotClosedStandsForItself) {
    EXPECT_EQ(parseClipboardTable(u"\"5寸\t2\n3\t4"_s), (Rows{{u"\"5寸"_s, u"2"_s}, {u"3"_s, u"4"_s}}));
    EXPECT_EQ(parseClipboardTable(u"\"甲\"校\t5\""_s), (Rows{{u"\"甲\"校"_s, u"5\""_s}}));
}

TEST(ClipboardTable, WritesOneCellBareAndTextAsTextInHtml) {
    EXPECT_EQ(textOf({{u"1234"_s}}), u"1234"_s);
    EXPECT_EQ(textOf({{u"1"_s, u"2"_s}}), u"1\t2\n"_s);
    const auto data =
        makeClipboardTable({{{.text = u"0901001001"_s, .isText = true}, {.text = u"12"_s}}, {{.text = u"<a>"_s}, {}}});
    EXPECT_EQ(data->text(), u"0901001001\t12\n<a>\t\n"_s);
    EXPECT_TRUE(data->html().contains(
        u"<td style=\"mso-number-format:'\\@'\" sdnum=\"2052;0;@\">0901001001</td><td>12</td>"_s));
    EXPECT_TRUE(data->html().contains(u"&lt;a&gt;"_s));
}

// Alone as among others: what a spreadsheet would make a formula or a number of says that it is text. A plain word
// stays bare, so that a word processor gets no table, and a figure stays a figure.
TEST(ClipboardTable, ATextCellAloneIsNoFormula) {
    for (const QString& text : {u"=1+1"_s, u"=HYPERLINK(\"http://x\")"_s, u"+86"_s, u"-3"_s, u"@SUM(A1)"_s, u"\t=1"_s,
                                u"\r=1"_s, u"＝1+1"_s, u"－1"_s, u"0901001001"_s, u"3-1"_s, u"'=1"_s}) {
        const auto data = makeClipboardTable({{{.text = text, .isText = true}}});
        EXPECT_TRUE(data->html().contains(u"<td style=\"mso-number-format:'\\@'\" sdnum=\"2052;0;@\">"_s))
            << text.toStdString();
        EXPECT_EQ(parseClipboardTable(data->text()), (Rows{{text == u"\r=1"_s ? u"\n=1"_s : text}}));
    }
    for (const ClipboardCell& cell :
         {ClipboardCell{.text = u"柳溪小学"_s, .isText = true}, ClipboardCell{.text = u"A校"_s, .isText = true},
          ClipboardCell{.text = u"-3"_s}, ClipboardCell{.text = {}, .isText = true}})
        EXPECT_FALSE(makeClipboardTable({{cell}})->hasHtml()) << cell.text.toStdString();
}

// Ctrl+C in a list or table of Qt, which would copy the bare text.
TEST(ClipboardTable, EveryTableCopiesItsCellAsText) {
    QTreeWidget tree;
    tree.addTopLevelItem(new QTreeWidgetItem({u"=1+1"_s}));
    tree.addTopLevelItem(new QTreeWidgetItem({u"-0.25"_s}));
    tree.show();
    for (const bool formula : {true, false}) {
        tree.setCurrentItem(tree.topLevelItem(formula ? 0 : 1));
        QTest::keyClick(&tree, Qt::Key_C, Qt::ControlModifier);
        const QMimeData& copied = *QApplication::clipboard()->mimeData();
        EXPECT_EQ(copied.text(), formula ? u"=1+1"_s : u"-0.25"_s);
        EXPECT_EQ(copied.hasHtml(), formula);
    }
}

TEST(ClipboardTable, RandomTablesComeBackAsTheyWere) {
    std::mt19937 random(20250901);
    const QString alphabet = u"\t\n\"\"' ,1学＊"_s; // ten characters
    for (int round = 0; round < 3000; ++round) {
        Rows rows(1 + random() % 5);
        const std::size_t columns = 1 + random() % 5;
        for (QStringList& row : rows) {
            for (std::size_t column = 0; column < columns; ++column) {
                QString text;
                for (auto length = random() % 5; length > 0; --length)
                    text += alphabet[static_cast<qsizetype>(random() % 10)];
                row << text;
            }
        }
        ASSERT_EQ(parseClipboardTable(textOf(rows)), rows) << textOf(rows).toStdString();
    }
}

} // namespace junheng::ui
