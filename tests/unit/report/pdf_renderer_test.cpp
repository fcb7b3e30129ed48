// PDF files, read back by poppler and qpdf. Page measures are those of GB/T 9704-2012, in points: 1 mm = 72/25.4
// points.
#include "county_builder.h"
#include "report/official/official_tables.h"
#include "standard/library.h"
#include "unit/document/pdf_file.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>

#include <gmock/gmock.h>

namespace junheng::report {

using document::Block;
using document::Cell;
using document::Figure;
using document::FigurePainter;
using document::Heading;
using document::LimitBars;
using document::Paragraph;
using document::ParagraphKind;
using document::Plot;
using document::renderPdf;
using document::Report;
using document::Row;
using document::Style;
using document::Table;

using namespace Qt::Literals::StringLiterals;
using document_test::PdfFile;
using document_test::Word;
using ::testing::ElementsAre;

namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr int kLinesOfAPage = 22;
constexpr int kCharactersOfALine = 28;

Report documentOf(std::vector<Block> blocks, Style style = Style::Official) {
    return {.title = u"自评报告"_s,
            .author = u"示例县教育局"_s,
            .date = QDate(2025, 11, 3),
            .blocks = std::move(blocks),
            .style = style};
}

Paragraph plain(const QString& text) {
    return {.spans = {{.text = text}}, .kind = ParagraphKind::Plain};
}

Paragraph linesOfText(int count) {
    return plain(QString(count * kCharactersOfALine, u'国'));
}

Report goldenTables() {
    const auto national = standard::loadStandard(u"national-2017"_s).value();
    const model::CountyYear year = report_test::n10();
    return officialTables(year, national, assess::assess(year, national),
                          {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
}

// Three columns, the second of them wide.
Table tableOfRows(int rows, bool onOwnPages) {
    Table table{.name = u"表1"_s, .title = u"表1示例"_s};
    table.onOwnPages = onOwnPages;
    table.columnWidths = {8, 24, 8};
    table.head = {
        {{{.column = 0, .text = u"序号"_s}, {.column = 1, .text = u"校名"_s}, {.column = 2, .text = u"值"_s}}}};
    for (int row = 1; row <= rows; ++row)
        table.body.push_back({{{.column = 0, .text = u"甲%1"_s.arg(row)},
                               {.column = 1, .text = u"某校%1"_s.arg(row)},
                               {.column = 2, .text = u"丙%1"_s.arg(row)}}});
    return table;
}

TEST(PdfRenderer, TheGoldenCountysTablesAreThereWordForWord) {
    const Report report = goldenTables();
    const QString text = PdfFile(report).text();
    static const QRegularExpression blanks(u"\\s"_s, QRegularExpression::UseUnicodePropertiesOption);
    int cells = 0;
    for (const Table& table : report.tables()) {
        EXPECT_TRUE(text.contains(QString(table.title).remove(blanks))) << table.title.toStdString();
        for (const auto* rows : {&table.head, &table.body}) {
            for (const Row& row : *rows) {
                for (const Cell& cell : row.cells) {
                    EXPECT_TRUE(text.contains(QString(cell.text).remove(blanks))) << cell.text.toStdString();
                    ++cells;
                }
            }
        }
        for (const QString& note : table.notes)
            EXPECT_TRUE(text.contains(QString(note).remove(blanks))) << note.toStdString();
    }
    EXPECT_GT(cells, 150);
}

TEST(PdfRenderer, TextIsWhatWasWritten) {
    // Radicals in Noto's map, a character of extension A, signs that share glyphs, digits beside letters.
    const QString text = u"人民小学见长页面，生活用水，马鸟鱼龙，胶东，L7与R10，5～6，／“”〈〉—…·－①㎡"_s;
    for (const Style style : {Style::Official, Style::Form}) {
        const PdfFile file(documentOf({plain(text), Heading{.level = 1, .text = text}}, style));
        EXPECT_EQ(file.text(), text + text + u"第1页共1页"_s);
    }
}

TEST(PdfRenderer, NoRadicalComesOutOfTheGoldenCountysTables) {
    static const QRegularExpression radicals(u"[\\x{2e80}-\\x{2fdf}]"_s);
    EXPECT_FALSE(PdfFile(goldenTables()).text().contains(radicals));
}

TEST(PdfRenderer, EveryFontIsEmbedded) {
    const QStringList lines = PdfFile(goldenTables()).fonts().split(u'\n', Qt::SkipEmptyParts);
    ASSERT_GT(lines.size(), 2); // below two lines of heading
    for (const QString& line : lines.sliced(2))
        EXPECT_TRUE(line.contains(QRegularExpression(u"^[A-Z]{6}\\+.*\\byes\\s+yes\\s+yes\\b"_s)))
            << line.toStdString();
}

TEST(PdfRenderer, TheSameReportGivesTheSameBytes) {
    const Report report = goldenTables();
    EXPECT_EQ(PdfFile(report).bytes(), PdfFile(report).bytes());
}

TEST(PdfRenderer, SaysWhatItIsAndOfWhichDay) {
    const QString info = PdfFile(documentOf({linesOfText(1)})).info();
    EXPECT_TRUE(info.contains(QRegularExpression(u"Title:\\s+自评报告\n"_s))) << info.toStdString();
    EXPECT_TRUE(info.contains(QRegularExpression(u"Author:\\s+示例县教育局\n"_s)));
    EXPECT_TRUE(info.contains(QRegularExpression(u"CreationDate:\\s+\\w+ Nov  3 .*2025"_s)));
    EXPECT_FALSE(info.contains(u"ModDate"_s));
    EXPECT_TRUE(info.contains(QRegularExpression(u"Metadata Stream:\\s+no"_s)));
}

TEST(PdfRenderer, HeadingsAndTablesMakeTheOutline) {
    const PdfFile file(documentOf({Heading{.level = 1, .text = u"一、情况"_s}, linesOfText(1),
                                   Heading{.level = 2, .text = u"（一）资源"_s}, tableOfRows(2, false),
                                   Heading{.level = 1, .text = u"二、附表"_s, .onNewPage = true}, linesOfText(1)}));
    QPDF pdf;
    pdf.processFile(file.path().toLocal8Bit().constData());
    auto top = QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines();
    ASSERT_EQ(top.size(), 2U);
    EXPECT_EQ(top[0].getTitle(), "一、情况");
    EXPECT_EQ(top[1].getTitle(), "二、附表");
    ASSERT_EQ(top[0].getKids().size(), 1U);
    EXPECT_EQ(top[0].getKids()[0].getTitle(), "（一）资源");
    ASSERT_EQ(top[0].getKids()[0].getKids().size(), 1U);
    EXPECT_EQ(top[0].getKids()[0].getKids()[0].getTitle(), "表1示例");
    const auto pages = pdf.getAllPages();
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(top[1].getDestPage().getObjGen(), pages[1].getObjGen());
}

TEST(PdfRenderer, AnOfficialPageHas22LinesOf28Characters) {
    PdfFile file(documentOf({linesOfText(2 * kLinesOfAPage)}));
    ASSERT_EQ(file.pages().size(), 2U);
    for (const int page : {1, 2}) {
        QStringList lines = file.lines(page);
        ASSERT_EQ(lines.size(), kLinesOfAPage + 1);
        EXPECT_TRUE(lines.takeLast().contains(u"第"_s + QString::number(page) + u"页共2页"_s));
        for (const QString& line : lines)
            EXPECT_EQ(line.size(), kCharactersOfALine);
    }
    const QSizeF sheet = file.pages().front();
    for (const Word& word : file.words()) {
        if (word.text.front() != u'国')
            continue;
        EXPECT_NEAR(word.box.left(), 28 * kMillimetre, 1);
        EXPECT_NEAR(word.box.right(), sheet.width() - 26 * kMillimetre, 1);
        EXPECT_GT(word.box.center().y(), 37 * kMillimetre);
        EXPECT_LT(word.box.center().y(), sheet.height() - 35 * kMillimetre);
    }
}

TEST(PdfRenderer, ABodyParagraphIsIndentedByTwoCharacters) {
    PdfFile file(documentOf({Paragraph{.spans = {{.text = QString(30, u'国')}}}}));
    EXPECT_EQ(file.lines(1).first().size(), kCharactersOfALine - 2);
    const double character = 156 * kMillimetre / kCharactersOfALine;
    EXPECT_NEAR(file.words().front().box.left(), 28 * kMillimetre + 2 * character, 1);
}

TEST(PdfRenderer, LinesBreakAsChineseIsSet) {
    // The comma would be the 29th character, the bracket the 28th, the unit the 29th.
    EXPECT_EQ(PdfFile(documentOf({plain(QString(28, u'国') + u"，国"_s)})).lines(1).value(1), u"国，国"_s);
    EXPECT_EQ(PdfFile(documentOf({plain(QString(27, u'国') + u"（国）"_s)})).lines(1).value(1), u"（国）"_s);
    EXPECT_EQ(PdfFile(documentOf({plain(QString(27, u'国') + u"12所学校"_s)})).lines(1).value(1), u"12所学校"_s);
}

TEST(PdfRenderer, AHeadingGoesWithWhatFollows) {
    PdfFile file(documentOf({linesOfText(20), Heading{.level = 1, .text = u"一、情况"_s}, linesOfText(3)}));
    // One line is left below the heading, but a paragraph's first line does not stand alone.
    EXPECT_EQ(file.lines(1).size(), 20 + 1);
    EXPECT_EQ(file.lines(2).first(), u"一、情况"_s);
}

TEST(PdfRenderer, AParagraphLeavesNoLineAlone) {
    PdfFile file(documentOf({linesOfText(20), linesOfText(3)}));
    EXPECT_EQ(file.lines(1).size(), 20 + 1);
    EXPECT_EQ(file.lines(2).size(), 3 + 1);
    PdfFile longer(documentOf({linesOfText(20), linesOfText(4)}));
    EXPECT_EQ(longer.lines(1).size(), 22 + 1);
}

TEST(PdfRenderer, ATableInTheTextRepeatsItsHeadAndLosesNoRow) {
    constexpr int kRows = 90;
    PdfFile file(documentOf({linesOfText(3), tableOfRows(kRows, false), linesOfText(1)}));
    const auto pages = static_cast<int>(file.pages().size());
    ASSERT_GE(pages, 2);
    for (int page = 1; page <= pages; ++page)
        EXPECT_EQ(file.lines(page).filter(u"校名"_s).size(), 1) << page;
    const QString text = file.text();
    for (int row = 1; row <= kRows; ++row)
        EXPECT_EQ(text.count(u"甲%1某校%1丙%1"_s.arg(row)), 1) << row;
}

TEST(PdfRenderer, EveryWordStandsInItsColumn) {
    Table table = tableOfRows(30, true);
    // Numbers and words that are wider than their column, and a text of many lines.
    table.body[3].cells[0].text = u"甲12345678.90甲"_s;
    table.body[4].cells[2].text = u"丙wwwwwwwwwwwwwwwwwwwwwww丙"_s;
    table.body[5].cells[1].text = QString(120, u'某');
    PdfFile file(documentOf({table}, Style::Form));
    const double left = 14 * kMillimetre;
    const double character = 182 * kMillimetre / 40;
    int seen = 0;
    for (const Word& word : file.words()) {
        const QChar first = word.text.front();
        const int column = first == u'甲' ? 0 : first == u'某' ? 1 : first == u'丙' || first == u'w' ? 2 : -1;
        if (column < 0)
            continue;
        ++seen;
        constexpr double kEdges[] = {0, 8, 32, 40};
        EXPECT_GE(word.box.left(), left + kEdges[column] * character) << word.text.toStdString();
        EXPECT_LE(word.box.right(), left + kEdges[column + 1] * character) << word.text.toStdString();
    }
    EXPECT_GT(seen, 90);
}

TEST(PdfRenderer, RowsThatShareACellAndFillMoreThanAPageAreDivided) {
    constexpr int kRows = 120;
    Table table = tableOfRows(kRows, true);
    table.body[0].cells[0].rows = kRows;
    for (std::size_t row = 1; row < table.body.size(); ++row)
        table.body[row].cells.erase(table.body[row].cells.begin());
    PdfFile file(documentOf({table}, Style::Form));
    ASSERT_GE(file.pages().size(), 2U);
    const double bottom = file.pages().front().height() - 12 * kMillimetre;
    for (const Word& word : file.words())
        EXPECT_LT(word.box.bottom(), bottom + 1);
    const QString text = file.text();
    for (int row = 1; row <= kRows; ++row)
        EXPECT_EQ(text.count(u"某校%1丙%1"_s.arg(row)), 1) << row;
    EXPECT_EQ(text.count(u"甲1"_s), static_cast<qsizetype>(file.pages().size())); // on each of its pages
}

TEST(PdfRenderer, ARowHigherThanAPageGoesOnOnTheNext) {
    Table table = tableOfRows(3, true);
    QString names;
    for (int i = 1; i <= 600; ++i)
        names += u"某校第%1号、"_s.arg(i);
    table.body[1].cells[1].text = names;
    for (const Style style : {Style::Form, Style::Official}) {
        PdfFile file(documentOf({table}, style));
        ASSERT_GE(file.pages().size(), 2U);
        const double bottom = file.pages().front().height() - (style == Style::Form ? 19 : 35) * kMillimetre;
        for (const Word& word : file.words()) {
            const bool isOfFoot = word.box.center().y() > bottom;
            EXPECT_TRUE(isOfFoot || word.box.bottom() < bottom) << word.text.toStdString();
        }
        // What stands between two of its parts: page number, caption and head.
        static const QRegularExpression between(u"第\\d+页共\\d+页.*?校名值"_s);
        QString text = file.text().remove(between);
        EXPECT_EQ(text.count(u"丙2"_s), 1); // painted with the first of them
        EXPECT_TRUE(text.remove(u"丙2"_s).contains(names));
    }
}

TEST(PdfRenderer, WideTablesStandAcrossAndTextUpright) {
    Table wide = tableOfRows(3, true);
    wide.columnWidths = {30, 60, 30};
    PdfFile file(documentOf({linesOfText(1), Heading{.level = 1, .text = u"附表"_s}, wide, linesOfText(1)}));
    const auto pages = file.pages();
    ASSERT_EQ(pages.size(), 3U);
    EXPECT_LT(pages[0].width(), pages[0].height());
    EXPECT_GT(pages[1].width(), pages[1].height());
    EXPECT_LT(pages[2].width(), pages[2].height());
    EXPECT_EQ(file.lines(2).first(), u"附表"_s); // with its table
}

TEST(PdfRenderer, AFigureIsAcrossTheTextAndWhole) {
    std::vector<QRectF> places;
    const FigurePainter figures = [&](QPainter& painter, const QRectF& target, qreal unit, const Figure& /*figure*/,
                                      const QFont& font) {
        places.push_back(QRectF(target.topLeft() / unit * 0.75, target.size() / unit * 0.75)); // 1/96 inch to points
        painter.setFont(font);
        painter.drawText(target, u"图在此"_s);
    };
    PdfFile file(documentOf({linesOfText(18), Plot{.figure = LimitBars{}, .heightMillimetres = 60}}), figures);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_NEAR(places[0].left(), 28 * kMillimetre, 1);
    EXPECT_NEAR(places[0].width(), 156 * kMillimetre, 1);
    EXPECT_NEAR(places[0].top(), 37 * kMillimetre, 1); // four lines were too little
    EXPECT_NEAR(places[0].height(), 60 * kMillimetre, 1);
    EXPECT_TRUE(file.lines(2).contains(u"图在此"_s));
}

TEST(PdfRenderer, StoppedItLeavesNoFile) {
    std::stop_source source;
    source.request_stop();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    const auto written =
        renderPdf(documentOf({linesOfText(1)}), document_test::paintNothing, path, {.stop = source.get_token()});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, u"job.cancelled"_s);
    EXPECT_FALSE(QFile::exists(path));
}

TEST(PdfRenderer, AFolderThatIsNotThereIsSaid) {
    const auto written = renderPdf(documentOf({linesOfText(1)}), document_test::paintNothing, u"/nowhere/a.pdf"_s);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, u"file.write"_s);
}

} // namespace

} // namespace junheng::report
