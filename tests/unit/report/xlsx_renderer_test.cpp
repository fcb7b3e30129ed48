// Workbooks as other programs read them: openpyxl, through workbook_dump.py.

#include "county_builder.h"
#include "document/render/xlsx_renderer.h"
#include "report/official/official_tables.h"
#include "sheet/workbook.h"
#include "standard/library.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace junheng::report {

using document::Cell;
using document::Mark;
using document::renderXlsx;
using document::Report;
using document::Row;
using document::Table;
using document::TableKind;

using namespace Qt::Literals::StringLiterals;
using model::Stage;
using report_test::CountyBuilder;

namespace {

Report tablesOf(const model::CountyYear& year) {
    const standard::Standard national = standard::loadStandard(u"national-2017"_s).value();
    return officialTables(year, national, assess::assess(year, national),
                          {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

class XlsxRenderer : public testing::Test {
protected:
    [[nodiscard]] QString pathOf(const QString& name) const { return m_folder.filePath(name); }

    /// The sheets as openpyxl reads them; fails on any fault of the package.
    [[nodiscard]] QJsonObject written(const Report& report) const {
        const QString path = pathOf(u"report.xlsx"_s);
        const base::Outcome outcome = renderXlsx(report, path);
        EXPECT_TRUE(outcome.has_value()) << qPrintable(outcome.error().toString());
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python.start(u"/usr/bin/python3"_s,
                     {QStringLiteral(JUNHENG_SOURCE "/tests/unit/report/workbook_dump.py"), path});
        python.waitForFinished(120'000);
        EXPECT_EQ(python.exitStatus(), QProcess::NormalExit);
        EXPECT_EQ(python.exitCode(), 0);
        return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
    }

private:
    QTemporaryDir m_folder;
};

// Every cell of a row of the model against the row of the sheet; the number of cells compared.
int compareRow(const Row& row, int sheetRow, const QJsonObject& cells) {
    for (const Cell& cell : row.cells) {
        const QString name = sheet::cellName(sheetRow, cell.column);
        const QJsonObject found = cells[name].toObject();
        EXPECT_EQ(found[u"type"_s].toString(), cell.number ? u"n"_s : u"s"_s) << qPrintable(name);
        EXPECT_EQ(found[u"shown"_s].toString(), cell.text + cell.suffix) << qPrintable(name);
        EXPECT_EQ(found[u"fill"_s].toString().isEmpty(), cell.mark == Mark::None) << qPrintable(name);
        EXPECT_EQ(found[u"bold"_s].toBool(), cell.mark == Mark::Failing) << qPrintable(name);
        EXPECT_EQ(found[u"italic"_s].toBool(), cell.mark == Mark::Floor) << qPrintable(name);
    }
    return static_cast<int>(row.cells.size());
}

} // namespace

TEST_F(XlsxRenderer, EveryCellOfTheModelStandsInTheSheetAsItPrints) {
    const Report report = tablesOf(report_test::n10());
    const QJsonObject sheets = written(report);
    EXPECT_EQ(sheets.keys(), (QStringList{u"表Ⅰ"_s, u"表Ⅱ-1"_s, u"表Ⅱ-2"_s, u"表Ⅲ"_s, u"表Ⅳ"_s, u"表Ⅴ"_s, u"表Ⅵ"_s}));
    int compared = 0;
    for (const Table& table : report.tables()) {
        const QJsonObject cells = sheets[table.name].toObject()[u"cells"_s].toObject();
        EXPECT_EQ(cells[u"A1"_s].toObject()[u"value"_s].toString(), table.title);
        EXPECT_EQ(cells[u"A1"_s].toObject()[u"font"_s].toString(), u"黑体"_s);
        EXPECT_EQ(cells[u"A2"_s].toObject()[u"value"_s].toString(), table.caption.left);
        int row = 2;
        for (const auto* rows : {&table.head, &table.body}) {
            for (const Row& content : *rows)
                compared += compareRow(content, row++, cells);
        }
        for (const QString& note : table.notes)
            EXPECT_EQ(cells[sheet::cellName(row++, 0)].toObject()[u"value"_s].toString(), note);
        EXPECT_EQ(cells[sheet::cellName(row, 0)].toObject()[u"value"_s].toString(), table.signature);
    }
    // Ⅰ: 57 + 24; Ⅱ-1: 18 + 38; Ⅱ-2: 29 + 2 + 7 x 15; Ⅲ: 18 + 38; Ⅳ: 4 + 15 x 4; Ⅴ: 4 + 9 x 4; Ⅵ: 18 + 2 x 8.
    EXPECT_EQ(compared, 81 + 18 + 38 + 29 + 2 + 7 * 15 + 18 + 38 + 64 + 40 + 34);
}

TEST_F(XlsxRenderer, NumbersAreUnrounded) {
    const QJsonObject sheets = written(tablesOf(report_test::n10()));
    const QJsonObject cells = sheets[u"表Ⅱ-2"_s].toObject()[u"cells"_s].toObject();
    // P1: 44 of 900 pupils.
    EXPECT_NEAR(cells[u"G6"_s].toObject()[u"value"_s].toDouble(), 44.0 / 9, 1e-13);
}

TEST_F(XlsxRenderer, ThePageFollowsTheWidthOfTheTable) {
    Report report;
    report.date = {2025, 10, 8};
    for (const double width : {95.0, 96.0, 230.0, 231.0, 360.0, 361.0}) {
        Table table{.name = QString::number(width), .title = u"宽度"_s, .columnWidths = {width}};
        table.body = {{{{.column = 0, .text = u"甲"_s}}}};
        report.blocks.emplace_back(table);
    }
    const QJsonObject sheets = written(report);
    QStringList pages;
    for (const Table& table : report.tables()) {
        const QJsonObject page = sheets[table.name].toObject()[u"page"_s].toObject();
        pages << u"%1 %2 %3"_s.arg(page[u"paper"_s].toInt())
                     .arg(page[u"orientation"_s].toString())
                     .arg(page[u"wide"_s].toInt());
    }
    // 9 is A4, 8 is A3; behind it the pages beside one another.
    EXPECT_EQ(pages, (QStringList{u"9 portrait 1"_s, u"9 landscape 1"_s, u"9 landscape 1"_s, u"8 landscape 1"_s,
                                  u"8 landscape 1"_s, u"8 landscape 2"_s}));
}

// Left, centre and right need a column each.
TEST_F(XlsxRenderer, ANarrowTableHasItsCaptionInOneLine) {
    Table table{.name = u"窄"_s, .title = u"窄表"_s, .caption = {.left = u"左"_s, .centre = u"中"_s, .right = u"右"_s}};
    table.columnWidths = {10, 10};
    table.body = {{{{.column = 0, .text = u"甲"_s}, {.column = 1, .text = u"乙"_s}}}};
    const QJsonObject sheet =
        written({.title = u"册"_s, .author = {}, .date = QDate(2025, 10, 8), .blocks = {table}})[u"窄"_s].toObject();
    const QJsonObject cells = sheet[u"cells"_s].toObject();
    EXPECT_EQ(cells[u"A2"_s].toObject()[u"value"_s].toString(), u"左　中　右"_s);
    EXPECT_EQ(cells[u"B3"_s].toObject()[u"value"_s].toString(), u"乙"_s);
    EXPECT_TRUE(sheet[u"merged"_s].toVariant().toStringList().contains(u"A2:B2"_s));
}

// On an official form the wording is left as it is.
TEST_F(XlsxRenderer, AHeadOfAWorkingSheetBreaksInFrontOfItsUnit) {
    Report report;
    report.date = {2025, 10, 8};
    for (const TableKind kind : {TableKind::Working, TableKind::Form}) {
        Table table{
            .name = kind == TableKind::Form ? u"表"_s : u"稿"_s, .title = u"题"_s, .columnWidths = {11, 30, 11}};
        table.kind = kind;
        const QString head = u"在校学生数（人）"_s;
        table.head = {{{{.column = 0, .text = head}, {.column = 1, .text = head}}}};
        table.body = {{{{.column = 0, .text = head}, {.column = 1, .text = u"甲"_s}}}};
        report.blocks.emplace_back(table);
    }
    const QJsonObject sheets = written(report);
    const auto textAt = [&](const QString& sheet, const QString& cell) {
        return sheets[sheet].toObject()[u"cells"_s].toObject()[cell].toObject()[u"value"_s].toString();
    };
    EXPECT_EQ(textAt(u"稿"_s, u"A3"_s), u"在校学生数\n（人）"_s);
    EXPECT_EQ(textAt(u"稿"_s, u"B3"_s), u"在校学生数（人）"_s);
    EXPECT_EQ(textAt(u"稿"_s, u"A4"_s), u"在校学生数（人）"_s);
    EXPECT_EQ(textAt(u"表"_s, u"A3"_s), u"在校学生数（人）"_s);
}

TEST_F(XlsxRenderer, HeadsAreMergedAndRepeatedOnA4Landscape) {
    const QJsonObject sheets = written(tablesOf(report_test::n10()));
    const auto mergesOf = [&](const QString& name) {
        return sheets[name].toObject()[u"merged"_s].toVariant().toStringList();
    };
    for (const QString& range : {u"A1:J1"_s, u"A3:A4"_s, u"B3:B4"_s, u"A5:A6"_s, u"A7:A8"_s}) {
        EXPECT_TRUE(mergesOf(u"表Ⅱ-1"_s).contains(range)) << qPrintable(range);
        EXPECT_TRUE(mergesOf(u"表Ⅲ"_s).contains(range)) << qPrintable(range);
    }
    for (const QString& range : {u"A1:O1"_s, u"O3:O4"_s, u"A5:O5"_s, u"A10:O10"_s})
        EXPECT_TRUE(mergesOf(u"表Ⅱ-2"_s).contains(range)) << qPrintable(range);
    for (const QString& name : sheets.keys()) {
        const QJsonObject page = sheets[name].toObject()[u"page"_s].toObject();
        EXPECT_EQ(page[u"paper"_s].toInt(), 9);
        EXPECT_EQ(page[u"orientation"_s].toString(), u"landscape"_s);
        EXPECT_TRUE(page[u"fit"_s].toBool());
        EXPECT_EQ(page[u"wide"_s].toInt(), 1);
        EXPECT_EQ(page[u"tall"_s].toInt(), 0);
        const bool tall = name == u"表Ⅰ"_s || name == u"表Ⅵ"_s;
        const bool low = name == u"表Ⅳ"_s || name == u"表Ⅴ"_s;
        const QString head = tall ? u"$3:$6"_s : low ? u"$3:$3"_s : u"$3:$4"_s;
        EXPECT_EQ(page[u"repeated"_s].toString(), head);
        EXPECT_EQ(page[u"footer"_s].toString(), u"第 &P 页 共 &N 页"_s);
        EXPECT_EQ(page[u"frozen"_s].toString(), tall ? u"A7"_s : low ? u"A4"_s : u"A5"_s);
    }
}

TEST_F(XlsxRenderer, NamesThatLookLikeFormulasStayText) {
    CountyBuilder county(u"=1+1"_s, 2025);
    const QStringList names{
        u"=HYPERLINK(\"http://a.example\",\"点\")"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"007"_s, u"http://a.example"_s};
    for (const QString& name : names)
        county.school(name, u"小学"_s).section(Stage::Primary, {{u"pupils", u"100"_s}});
    const QJsonObject cells = written(tablesOf(county.year()))[u"表Ⅱ-2"_s].toObject()[u"cells"_s].toObject();
    for (int i = 0; i < names.size(); ++i) {
        const QJsonObject cell = cells[sheet::cellName(5 + i, 1)].toObject();
        EXPECT_EQ(cell[u"type"_s].toString(), u"s"_s);
        EXPECT_EQ(cell[u"value"_s].toString(), names[i]);
    }
}

TEST_F(XlsxRenderer, TheSameReportGivesTheSameBytes) {
    const Report report = tablesOf(report_test::n10());
    ASSERT_TRUE(renderXlsx(report, pathOf(u"a.xlsx"_s)).has_value());
    ASSERT_TRUE(renderXlsx(report, pathOf(u"b.xlsx"_s)).has_value());
    EXPECT_EQ(bytesOf(pathOf(u"a.xlsx"_s)), bytesOf(pathOf(u"b.xlsx"_s)));
}

TEST_F(XlsxRenderer, AnUnwritablePlaceIsAnErrorAndLeavesNothing) {
    const QString path = pathOf(u"no such folder/report.xlsx"_s);
    const base::Outcome outcome = renderXlsx(tablesOf(report_test::n10()), path);
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().code, u"file.write"_s);
    EXPECT_FALSE(QFile::exists(path));
}

} // namespace junheng::report
