// Several reports in one PDF file, and what documents of single schools ask of pages.
#include "document/render/pdf_book.h"
#include "unit/document/pdf_file.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>

#include <gmock/gmock.h>

namespace junheng::document {

using namespace Qt::Literals::StringLiterals;
using document_test::paintNothing;
using document_test::PdfFile;
using ::testing::ElementsAre;

namespace {

constexpr double kMillimetre = 72 / 25.4;

Paragraph plain(const QString& text) {
    return {.spans = {{.text = text}}, .kind = ParagraphKind::Plain};
}

Report school(const QString& name, const QString& characters, int pages) {
    Report report{.title = name, .author = {}, .date = QDate(2025, 11, 3), .foot = name};
    for (int page = 1; page <= pages; ++page) {
        report.blocks.emplace_back(Heading{.level = 0, .text = u"%1%2"_s.arg(name).arg(page), .onNewPage = true});
        report.blocks.emplace_back(plain(characters));
    }
    return report;
}

base::Outcome writeBook(const std::vector<Report>& reports, const QString& path) {
    PdfBook book(u"一校一册"_s, u"示例县教育局"_s, QDate(2025, 11, 3));
    for (const Report& report : reports) {
        if (const auto added = book.add(report, paintNothing); !added)
            return added;
    }
    return book.write(path);
}

PdfFile bookOf(const std::vector<Report>& reports) {
    return PdfFile([&](const QString& path) { return writeBook(reports, path); });
}

Table boxOf(int rows) {
    Table table;
    table.name = table.title = u"确认"_s;
    table.onOwnPages = false;
    table.columnWidths = {10, 10};
    for (int row = 1; row <= rows; ++row)
        table.body.push_back({{{.column = 0, .text = u"甲%1"_s.arg(row)}, {.column = 1, .text = u"乙%1"_s.arg(row)}}});
    return table;
}

TEST(PdfBook, EveryReportHasPageNumbersOfItsOwnBehindItsName) {
    // Each has characters that the other has not: radicals in Noto's map come out as what was written.
    const QString text = bookOf({school(u"甲校"_s, u"人民"_s, 2), school(u"乙校"_s, u"见长页面"_s, 1)}).text();
    EXPECT_EQ(text, u"甲校1人民甲校第1页共2页甲校2人民甲校第2页共2页乙校1见长页面乙校第1页共1页"_s);
}

TEST(PdfBook, TheOutlineLeadsToTheRightPages) {
    const PdfFile file = bookOf({school(u"甲校"_s, u"文"_s, 2), school(u"乙校"_s, u"文"_s, 1)});
    QPDF pdf;
    pdf.processFile(file.path().toStdString().c_str());
    const auto pages = pdf.getAllPages();
    ASSERT_EQ(pages.size(), 3U);
    const auto entries = QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines();
    ASSERT_EQ(entries.size(), 3U);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto entry = entries[i];
        EXPECT_EQ(entry.getDestPage().getObjGen(), pages[i].getObjGen());
    }
    auto last = entries.back();
    EXPECT_EQ(last.getTitle(), "乙校1");
    EXPECT_TRUE(file.info().contains(QRegularExpression(u"Title:\\s+一校一册\n"_s)));
}

TEST(PdfBook, TheSameReportsGiveTheSameBytes) {
    const std::vector<Report> reports{school(u"甲校"_s, u"文"_s, 2), school(u"乙校"_s, u"字"_s, 1)};
    EXPECT_EQ(bookOf(reports).bytes(), bookOf(reports).bytes());
}

TEST(PdfBook, StoppedItSaysSo) {
    std::stop_source source;
    source.request_stop();
    PdfBook book(u"册"_s, {}, QDate(2025, 11, 3));
    const auto added = book.add(school(u"甲校"_s, u"文"_s, 1), paintNothing, {.stop = source.get_token()});
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, u"job.cancelled"_s);
}

// The text of a page of forms is as high as 40 and some lines of 16 points: three rows do not fit below 40.
TEST(ClosingTable, GoesWholeToTheNextPageTogetherWithWhatIsBeforeIt) {
    Report report{.title = u"册"_s, .author = {}, .date = QDate(2025, 11, 3)};
    for (int i = 1; i <= 40; ++i)
        report.blocks.emplace_back(plain(u"第%1行文字"_s.arg(i)));
    Table table = boxOf(6);
    report.blocks.emplace_back(table);
    PdfFile open(report);
    ASSERT_EQ(open.pages().size(), 2U);
    EXPECT_THAT(open.lines(1), ::testing::Contains(u"第40行文字"_s)); // whatever fits stays
    table.isClosing = true;
    report.blocks.back() = table;
    PdfFile closing(report);
    ASSERT_EQ(closing.pages().size(), 2U);
    EXPECT_THAT(closing.lines(2), ElementsAre(u"第40行文字"_s, u"确认"_s, u"甲1乙1"_s, u"甲2乙2"_s, u"甲3乙3"_s,
                                              u"甲4乙4"_s, u"甲5乙5"_s, u"甲6乙6"_s, u"第2页共2页"_s));
}

// One of more than a third of a page is divided, as it would leave too much of the sheet empty.
TEST(SmallTable, IsNotTornApart) {
    const auto below = [](int lines, int rows) {
        Report report{.title = u"册"_s, .author = {}, .date = QDate(2025, 11, 3)};
        for (int i = 1; i <= lines; ++i)
            report.blocks.emplace_back(plain(u"第%1行文字"_s.arg(i)));
        report.blocks.emplace_back(boxOf(rows));
        return report;
    };
    PdfFile small(below(40, 6));
    ASSERT_EQ(small.pages().size(), 2U);
    EXPECT_THAT(small.lines(1), ::testing::Contains(u"第40行文字"_s));
    EXPECT_EQ(small.lines(2).front(), u"确认"_s);
    EXPECT_TRUE(small.lines(2).contains(u"甲1乙1"_s));
    PdfFile large(below(20, 30));
    ASSERT_EQ(large.pages().size(), 2U);
    EXPECT_TRUE(large.lines(1).contains(u"甲1乙1"_s));
    EXPECT_TRUE(large.lines(2).contains(u"甲30乙30"_s));
}

// However many rows there are: whoever signs has a row of the table on the sheet.
TEST(SignedTable, TheSignatureIsNeverAlone) {
    bool hasTurned = false;
    for (int rows = 36; rows <= 44; ++rows) {
        Table table = boxOf(rows);
        table.onOwnPages = true;
        table.notes = {u"注：1.甲"_s, u"2.乙"_s};
        table.signature = u"填报人："_s;
        PdfFile file({.title = u"册"_s, .author = {}, .date = QDate(2025, 11, 3), .blocks = {table}});
        const auto last = static_cast<int>(file.pages().size());
        hasTurned = hasTurned || last == 2;
        const QStringList lines = file.lines(last);
        EXPECT_TRUE(lines.contains(u"填报人："_s)) << rows;
        EXPECT_TRUE(lines.contains(u"注：1.甲"_s)) << rows;
        EXPECT_TRUE(lines.contains(u"甲%1乙%1"_s.arg(rows))) << rows;
    }
    EXPECT_TRUE(hasTurned);
}

TEST(Plot, TwoFiguresShareTheWidth) {
    std::vector<QRectF> places;
    QStringList titles;
    const FigurePainter figures = [&](QPainter& /*painter*/, const QRectF& target, qreal unit, const Figure& figure,
                                      const QFont& /*font*/) {
        places.push_back(QRectF(target.topLeft() / unit * 0.75, target.size() / unit * 0.75)); // 1/96 inch to points
        titles << std::get<LimitBars>(figure).title;
    };
    LimitBars left;
    left.title = u"左"_s;
    LimitBars right;
    right.title = u"右"_s;
    const PdfFile file({.title = u"册"_s,
                        .author = {},
                        .date = QDate(2025, 11, 3),
                        .blocks = {Plot{.figure = left, .heightMillimetres = 60, .beside = right}}},
                       figures);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(titles, (QStringList{u"左"_s, u"右"_s}));
    // 14 mm of margins: 182 mm for both and 9 points between them.
    const double half = (182 * kMillimetre - 9) / 2;
    EXPECT_NEAR(places[0].left(), 14 * kMillimetre, 1);
    EXPECT_NEAR(places[0].width(), half, 1);
    EXPECT_NEAR(places[1].right(), 196 * kMillimetre, 1);
    EXPECT_NEAR(places[1].width(), half, 1);
    EXPECT_EQ(places[0].top(), places[1].top());
    EXPECT_NEAR(places[1].height(), 60 * kMillimetre, 1);
}

} // namespace

} // namespace junheng::document
