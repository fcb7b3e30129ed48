// Printed lists: a PDF file stands in for the printer, and pdftotext for the reader.
#include "desk_fixture.h"
#include "ui/pages/resources/resources_page.h"
#include "ui/print/report_printer.h"
#include "ui/widgets/selection.h"
#include "workspace/reports.h"

#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace junheng::ui {

namespace {

// Qt 6.4 writes some characters of Noto's faces as radicals (⼩ for 小) into the text of a PDF file.
QString withoutRadicals(QString text) {
    // Those without a compatibility mapping.
    for (const auto& [radical, character] :
         {std::pair(u'⺠', u'民'), std::pair(u'⻅', u'见'), std::pair(u'⻓', u'长'), std::pair(u'⻚', u'页')})
        text.replace(radical, character);
    return text.normalized(QString::NormalizationForm_KC);
}

class PrintTest : public DeskTest {
protected:
    // The pages of the report as text in reading order.
    [[nodiscard]] QStringList printed(const document::Report& report) {
        const QString path = file(u"名单.pdf"_s);
        {
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            setUpPage(printer, report);
            if (m_paper)
                printer.setPageSize(QPageSize(*m_paper));
            if (m_pages) {
                printer.setPrintRange(QPrinter::PageRange);
                printer.setFromTo(*m_pages, *m_pages);
            }
            printReport(report, printer);
            m_orientation = printer.pageLayout().orientation();
        }
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        EXPECT_TRUE(reader.waitForFinished());
        QStringList pages = withoutRadicals(QString::fromUtf8(reader.readAllStandardOutput())).split(u'\f');
        pages.removeLast(); // behind the last form feed
        return pages;
    }
    /// What is on a page, whatever the blanks between.
    static QString withoutBlanks(QString text) {
        static const QRegularExpression blanks(u"\\s"_s);
        return text.remove(blanks);
    }
    static document::Report longTable(int rows, const QStringList& notes = {}) {
        document::Table table{.name = u"长表"_s, .title = u"示例长表"_s};
        table.caption = {.left = u"县（市、区）名称：示例县"_s, .centre = u"2025—2026学年"_s, .right = u"打印"_s};
        table.columnWidths = {6, 30, 10};
        table.head = {
            {{{.column = 0, .text = u"序号"_s}, {.column = 1, .text = u"校名"_s}, {.column = 2, .text = u"值"_s}}}};
        for (int row = 1; row <= rows; ++row)
            table.body.push_back({{{.column = 0, .text = QString::number(row)},
                                   {.column = 1, .text = u"某校%1"_s.arg(row)},
                                   {.column = 2, .text = u"1.50"_s, .number = document::Number{1.5, 2}}}});
        table.notes = notes;
        return {.title = u"长表"_s, .author = {}, .date = QDate(2025, 11, 3), .blocks = {table}};
    }

    std::optional<QPageSize::PageSizeId> m_paper;
    std::optional<int> m_pages; ///< only this one
    QPageLayout::Orientation m_orientation = QPageLayout::Portrait;
};

TEST_F(PrintTest, EveryPageHasItsHeadAndNumberAndEveryRowIsThereOnce) {
    constexpr int kRows = 150;
    const QStringList pages = printed(longTable(kRows, {u"注：到此为止。"_s}));
    ASSERT_GE(pages.size(), 3);
    int next = 1;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const QString& text = pages[page];
        EXPECT_TRUE(text.contains(u"示例长表"_s));
        EXPECT_TRUE(text.contains(u"县(市、区)名称:示例县"_s)); // normalised like the rest
        EXPECT_TRUE(text.contains(u"校名"_s));
        EXPECT_TRUE(withoutBlanks(text).contains(u"第%1页共%2页"_s.arg(page + 1).arg(pages.size())))
            << qPrintable(text);
        static const QRegularExpression row(u"某校(\\d+)"_s);
        for (const auto& found : row.globalMatch(text))
            EXPECT_EQ(found.captured(1).toInt(), next++);
    }
    EXPECT_EQ(next, kRows + 1);
    EXPECT_TRUE(pages.last().contains(u"到此为止"_s));
    EXPECT_EQ(m_orientation, QPageLayout::Portrait);
}

TEST_F(PrintTest, NotesThatDoNotFitGoToAnotherPage) {
    QStringList notes;
    for (int i = 1; i <= 80; ++i)
        notes += u"第%1条说明"_s.arg(i);
    const QStringList pages = printed(longTable(3, notes));
    ASSERT_EQ(pages.size(), 2);
    EXPECT_TRUE(pages[0].contains(u"第1条说明"_s));
    EXPECT_TRUE(pages[1].contains(u"第80条说明"_s));
    EXPECT_FALSE(pages[1].contains(u"校名"_s)); // no head without rows
}

TEST_F(PrintTest, AnEmptyTableKeepsItsHead) {
    const QStringList pages = printed(longTable(0));
    ASSERT_EQ(pages.size(), 1);
    EXPECT_TRUE(pages[0].contains(u"校名"_s));
}

// 150 rows of 6 mm and more fill three pages of 264 mm at least; A3 is 297 mm wide and has 387 mm of them on a page.
TEST_F(PrintTest, ThePaperThatWasChosenIsFilled) {
    const auto onA4 = printed(longTable(150)).size();
    m_paper = QPageSize::A3;
    const auto onA3 = printed(longTable(150)).size();
    EXPECT_GE(onA4, 3);
    EXPECT_LT(onA3, onA4);
}

TEST_F(PrintTest, OnlyThePagesThatWereChosenArePrintedUnderTheirNumbers) {
    const auto count = printed(longTable(150)).size();
    m_pages = 2;
    const QStringList pages = printed(longTable(150));
    ASSERT_EQ(pages.size(), 1);
    EXPECT_TRUE(withoutBlanks(pages[0]).contains(u"第2页共%1页"_s.arg(count)));
}

TEST_F(PrintTest, PagesOfAWideTableBehindTextAreTurned) {
    document::Report report = longTable(1);
    auto wide = std::get<document::Table>(report.blocks.front());
    wide.columnWidths = {60, 60, 60};
    report.blocks = {document::Paragraph{.spans = {{.text = u"正文"_s}}}, wide};
    const QStringList pages = printed(report);
    ASSERT_EQ(pages.size(), 2);
    EXPECT_TRUE(pages[0].contains(u"正文"_s));
    EXPECT_TRUE(pages[1].contains(u"某校1"_s));
    EXPECT_EQ(m_orientation, QPageLayout::Landscape);
}

TEST_F(PrintTest, FontsAreEmbedded) {
    ASSERT_FALSE(printed(longTable(3)).isEmpty());
    QProcess reader;
    reader.start(u"pdffonts"_s, {file(u"名单.pdf"_s)});
    ASSERT_TRUE(reader.waitForFinished());
    const QStringList lines = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    ASSERT_GT(lines.size(), 2); // below two lines of heading
    for (const QString& line : lines.sliced(2))
        EXPECT_TRUE(line.contains(QRegularExpression(u"\\byes\\s+(yes|no)\\s+yes\\b"_s))) << qPrintable(line);
}

TEST_F(PrintTest, TheListIsPrintedAsFilteredAndSorted) {
    openSample();
    Selection selection;
    ResourcesPage page(m_workspace, selection);
    page.show();
    QTest::mouseClick(page.findChild<QToolButton*>(u"filterFailed"_s), Qt::LeftButton);
    constexpr int kPupils = 2;
    page.findChild<QTableView*>(u"table"_s)->sortByColumn(kPupils, Qt::DescendingOrder);
    const document::Report report = page.shownList(QDate(2025, 11, 3));
    const QStringList pages = printed(report);
    ASSERT_EQ(pages.size(), 1);
    EXPECT_EQ(m_orientation, QPageLayout::Landscape);
    // 在校生 of the four failing sections, from data/samples/demo-county.
    qsizetype last = -1;
    for (const QString& school :
         {u"示例县城南初级中学"_s, u"枫林镇中心小学"_s, u"示例县明德初级中学"_s, u"双河乡中心小学"_s}) {
        const qsizetype place = pages[0].indexOf(school);
        EXPECT_GT(place, last) << qPrintable(school) << qPrintable(pages[0]);
        last = place;
    }
    EXPECT_TRUE(pages[0].contains(u"2025年11月3日"_s));
    EXPECT_TRUE(pages[0].contains(QRegularExpression(u"共 4 个学段.筛选.未达标.按“在校生数”从高到低排列"_s)));
}

TEST_F(PrintTest, TheFailingSchoolsWithWhatTheyLack) {
    openSample();
    const QStringList pages =
        printed(m_workspace.reports().schoolList(report::SchoolList::Failing, QDate(2025, 11, 3)).value());
    ASSERT_EQ(pages.size(), 1);
    EXPECT_TRUE(pages[0].contains(u"未达标学校名单"_s));
    EXPECT_TRUE(pages[0].contains(u"双河乡中心小学"_s));
    EXPECT_TRUE(pages[0].contains(u"1 名体艺教师"_s));
    EXPECT_EQ(m_orientation, QPageLayout::Landscape);
}

} // namespace

} // namespace junheng::ui
