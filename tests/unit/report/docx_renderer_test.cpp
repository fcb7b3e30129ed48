// The Word-compatible document, read back as the package that it is.

#include "document/render/docx_renderer.h"

#include "county_builder.h"
#include "report/narrative/self_evaluation.h"
#include "report/official/official_tables.h"
#include "standard/library.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace junheng::report {

using document::Block;
using document::Figure;
using document::FigurePainter;
using document::Number;
using document::Plot;
using document::renderDocx;
using document::Report;
using document::Table;
using document::Waterfall;

using namespace Qt::Literals::StringLiterals;

namespace {

class DocxRenderer : public ::testing::Test {
protected:
    static Report evaluation() {
        static const standard::Standard standard = standard::loadStandard(u"national-2017"_s).value();
        const model::CountyYear year = report_test::n10();
        const assess::Assessment assessment = assess::assess(year, standard);
        return selfEvaluation({.year = year, .standard = standard, .assessment = assessment},
                              {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s},
                              selfEvaluationOutline().value())
            .value();
    }

    QString written(const Report& report, const FigurePainter& figures = {}) {
        const QString path = m_folder.filePath(u"报告%1.docx"_s.arg(++m_count));
        const base::Outcome outcome = renderDocx(report, figures, path);
        EXPECT_TRUE(outcome) << outcome.error().toString().toStdString();
        return path;
    }

    // A part of the package, by python's zipfile.
    static QString part(const QString& path, const QString& name) {
        return ran({u"-c"_s,
                    u"import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
                    path, name});
    }

    static QString ran(const QStringList& arguments) {
        QProcess python;
        python.start(u"/usr/bin/python3"_s, arguments);
        python.waitForFinished(-1);
        EXPECT_EQ(python.exitCode(), 0) << python.readAllStandardError().toStdString();
        return QString::fromUtf8(python.readAllStandardOutput());
    }

    static Report reportOf(Block block) {
        return {.title = u"题"_s, .author = u"均衡"_s, .date = QDate(2025, 10, 8), .blocks = {std::move(block)}};
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

} // namespace

TEST_F(DocxRenderer, KeepsTheOrderOfTheSchema) {
    const QString said = ran({QStringLiteral(JUNHENG_TEST_SUPPORT "/docx_order.py"), written(evaluation())});
    EXPECT_TRUE(said.contains(u", 0 faults"_s)) << said.toStdString();
}

TEST_F(DocxRenderer, HeadingsAreHeadingsAndFacesHaveTheirOfficialNames) {
    const QString path = written(evaluation());
    const QString document = part(path, u"word/document.xml"_s);
    EXPECT_TRUE(document.contains(
        u"<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">一、基本情况</w:t>"_s));
    const QString styles = part(path, u"word/styles.xml"_s);
    for (const QString& face : {u"方正小标宋简体"_s, u"黑体"_s, u"楷体_GB2312"_s, u"仿宋_GB2312"_s, u"宋体"_s})
        EXPECT_TRUE(styles.contains(u"w:eastAsia=\"%1\""_s.arg(face))) << face.toStdString();
    EXPECT_TRUE(styles.contains(u"<w:name w:val=\"heading 1\"/>"_s));
}

// 156 mm x 225 mm at 37 mm from the top and 28 mm from the left, in 1/1440 inch; 22 lines of 28.95 points.
TEST_F(DocxRenderer, AnOfficialPageHasTheMarginsOfTheNationalStandard) {
    const QString document = part(written(evaluation()), u"word/document.xml"_s);
    EXPECT_TRUE(document.contains(u"w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""_s))
        << document.right(900).toStdString();
    EXPECT_TRUE(document.contains(u"w:linePitch=\"579\""_s));
    // Table Ⅱ-2 is wide: a section across, and the upright ones before it.
    EXPECT_TRUE(document.contains(u"w:orient=\"landscape\""_s));
}

TEST_F(DocxRenderer, HeadsRepeatAndMergedCellsSpan) {
    Table table{.name = u"表"_s, .title = u"表"_s, .columnWidths = {10, 10, 10}};
    table.head = {{{{.column = 0, .text = u"甲"_s, .rows = 2}, {.column = 1, .text = u"乙"_s, .columns = 2}}},
                  {{{.column = 1, .text = u"丙"_s}, {.column = 2, .text = u"丁"_s}}}};
    table.body = {{{{.column = 0, .text = u"行"_s},
                    {.column = 1, .text = u"5"_s, .number = Number{.value = 5}},
                    {.column = 2, .text = u"a<b&c"_s}}}};
    const QString document = part(written(reportOf(table)), u"word/document.xml"_s);
    EXPECT_EQ(document.count(u"<w:tblHeader/>"_s), 2);
    EXPECT_EQ(document.count(u"<w:vMerge w:val=\"restart\"/>"_s), 1);
    EXPECT_EQ(document.count(u"<w:vMerge w:val=\"continue\"/>"_s), 1);
    EXPECT_EQ(document.count(u"<w:gridSpan w:val=\"2\"/>"_s), 1);
    EXPECT_EQ(document.count(u"<w:tc>"_s), 2 + 3 + 3);
    EXPECT_TRUE(document.contains(u"a&lt;b&amp;c"_s));
}

TEST_F(DocxRenderer, FiguresArePicturesOrLeftOut) {
    Waterfall shares;
    shares.title = u"贡献"_s;
    const Report report = reportOf(Plot{.figure = shares, .heightMillimetres = 60});
    const auto paint = [](QPainter& painter, const QRectF& target, qreal, const Figure&, const QFont&) {
        painter.fillRect(target, Qt::black);
    };
    const QString path = written(report, paint);
    EXPECT_TRUE(part(path, u"word/document.xml"_s).contains(u"r:embed=\"rIdPicture1\""_s));
    // 60 mm at 200 dots an inch are 472 dots high.
    EXPECT_EQ(ran({u"-c"_s,
                   u"import sys,zipfile,struct; b=zipfile.ZipFile(sys.argv[1]).read('word/media/figure1.png'); "
                   "print(struct.unpack('>II', b[16:24])[1])"_s,
                   path})
                  .trimmed(),
              u"472"_s);
    EXPECT_FALSE(part(written(report), u"word/document.xml"_s).contains(u"drawing"_s));
}

TEST_F(DocxRenderer, TheSameReportGivesTheSameBytes) {
    const auto bytes = [&] {
        QFile file(written(evaluation()));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QByteArray first = bytes();
    EXPECT_GT(first.size(), 10000);
    EXPECT_EQ(first, bytes());
}

TEST_F(DocxRenderer, AFolderThatIsNotThereIsAnError) {
    const base::Outcome outcome = renderDocx(evaluation(), {}, u"/nirgendwo/报告.docx"_s);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, u"file.write"_s);
    EXPECT_EQ(outcome.error().place.file, u"/nirgendwo/报告.docx"_s);
}

} // namespace junheng::report
