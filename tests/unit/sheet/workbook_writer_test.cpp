#include "sheet/workbook_writer.h"

#include "sheet/workbook_reader.h"

#include "python_books.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <clocale>
#include <csignal>
#include <limits>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::sheet {
namespace {

const DocumentProperties kProperties{
    .title = u"自评报告"_s, .author = u"示例县"_s, .created = QDateTime({2025, 11, 3}, {8, 30}, Qt::UTC)};

class WorkbookWriterTest : public test::BookTest {
protected:
    [[nodiscard]] QString path() const { return pathOf(u"书.xlsx"_s); }

    // The sheet "表" of path() as openpyxl sees it, once the package was found complete and well-formed.
    [[nodiscard]] QJsonObject inspect() const {
        test::runScript({u"verify"_s, path()});
        return QJsonDocument::fromJson(test::runScript({u"dump"_s, path()})).object();
    }
    [[nodiscard]] static QJsonObject sheetOf(const QJsonObject& dump) {
        return dump[u"sheets"_s].toObject()[u"表"_s].toObject();
    }
    [[nodiscard]] static QString looks(const QJsonObject& dump, const QString& cell) {
        const QJsonObject object = sheetOf(dump)[u"looks"_s].toObject()[cell].toObject();
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    [[nodiscard]] QByteArray bytes() const {
        QFile file(path());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    // The error of a book with one sheet "表" on which `write` is called.
    template <class Write> base::Error failureOf(Write write) const {
        WorkbookWriter book(path(), kProperties);
        SheetWriter sheet = book.addSheet(u"表"_s);
        write(book, sheet);
        const base::Outcome outcome = book.finish();
        EXPECT_FALSE(outcome.has_value());
        EXPECT_FALSE(QFile::exists(path()));
        return outcome ? base::Error{} : outcome.error();
    }
};

TEST_F(WorkbookWriterTest, KeepsTextAsText) {
    const QStringList texts{u"=1+1"_s,          u"+86"_s,     u"-甲"_s,           u"@乙"_s,    u"http://example.org"_s,
                            u"6531000001"_s,    u"0012"_s,    u"{=A1}"_s,         u" 两端 "_s, u"上\n下"_s,
                            u"<甲 & \"乙\">"_s, u"_x0041_"_s, u"_x005F_x0041_"_s, u"😀𠀀"_s,   QString(32767, u'长')};
    {
        WorkbookWriter book(path(), kProperties);
        SheetWriter sheet = book.addSheet(u"表"_s);
        for (int row = 0; row < texts.size(); ++row)
            sheet.writeText(row, 0, texts[row]);
        ASSERT_TRUE(book.finish().has_value());
    }
    const auto book = readWorkbook(path());
    ASSERT_TRUE(book.has_value());
    const QJsonObject cells = sheetOf(inspect())[u"cells"_s].toObject();
    for (int row = 0; row < texts.size(); ++row) {
        EXPECT_EQ(book->sheets[0].at(row, 0), (StoredCell{CellKind::Text, texts[row]})) << texts[row].toStdString();
        // openpyxl removes every x005F_, also one that is itself escaped.
        if (!texts[row].contains(u"x005F"_s)) {
            EXPECT_EQ(cells[cellName(row, 0)].toArray(), (QJsonArray{u"s"_s, texts[row], u"General"_s}));
        }
    }
}

TEST_F(WorkbookWriterTest, DropsWhatXmlForbids) {
    {
        WorkbookWriter book(path(), kProperties);
        SheetWriter sheet = book.addSheet(u"表"_s);
        QString text = u"甲"_s;
        for (char16_t c : {u'\0', u'\x01', u'\x1f', u'\xfffe', u'\xd800', u'\xdc00'}) {
            text += QChar(c);
            text += QChar(u'-');
        }
        sheet.writeText(0, 0, text + u"一\r\n二\r三\t四"_s);
        sheet.writeText(1, 0, u"\x02"_s);
        ASSERT_TRUE(book.finish().has_value());
    }
    test::runScript({u"verify"_s, path()});
    const auto book = readWorkbook(path());
    ASSERT_TRUE(book.has_value());
    EXPECT_EQ(book->sheets[0].at(0, 0).text, u"甲------一\n二\n三\t四"_s);
    EXPECT_TRUE(book->sheets[0].at(1, 0).isBlank());
}

TEST_F(WorkbookWriterTest, WritesNumbersAndFormulasWithTheirValues) {
    {
        WorkbookWriter book(path(), kProperties);
        SheetWriter sheet = book.addSheet(u"表"_s);
        sheet.writeNumber(0, 0, 4.2, {.numberFormat = u"0.00"_s});
        sheet.writeNumber(1, 0, -1234567.125);
        sheet.writeNumber(2, 0, 1e-7);
        sheet.writeFormula(3, 0, u"=A1*2"_s, 8.4, {.numberFormat = u"0.0%"_s});
        sheet.writeFormula(4, 0, u"=IF(A1>4,\"达标\",\"未达标\")"_s, u"达标"_s);
        ASSERT_TRUE(book.finish().has_value());
    }
    const auto book = readWorkbook(path());
    ASSERT_TRUE(book.has_value());
    const Sheet& sheet = book->sheets[0];
    EXPECT_EQ(sheet.at(0, 0), (StoredCell{CellKind::Number, u"4.2"_s}));
    EXPECT_EQ(sheet.at(1, 0), (StoredCell{CellKind::Number, u"-1234567.125"_s}));
    EXPECT_EQ(sheet.at(2, 0).text.toDouble(), 1e-7);
    // The library asks Excel to calculate formulas anew when the workbook is opened.
    EXPECT_EQ(sheet.at(3, 0), (StoredCell{.kind = CellKind::Number,
                                          .text = u"8.4"_s,
                                          .display = Display::Percent,
                                          .calculation = Calculation::Pending,
                                          .shown = u"840.0%"_s}));
    EXPECT_EQ(sheet.at(4, 0),
              (StoredCell{.kind = CellKind::Text, .text = u"达标"_s, .calculation = Calculation::Pending}));

    const QJsonObject cells = sheetOf(inspect())[u"cells"_s].toObject();
    EXPECT_EQ(cells[u"A1"_s].toArray(), (QJsonArray{u"n"_s, u"4.2"_s, u"0.00"_s}));
    EXPECT_EQ(cells[u"A4"_s].toArray(), (QJsonArray{u"f"_s, u"=A1*2"_s, u"0.0%"_s}));
    EXPECT_EQ(cells[u"A5"_s].toArray()[1].toString(), u"=IF(A1>4,\"达标\",\"未达标\")"_s);
}

TEST_F(WorkbookWriterTest, WritesADecimalPointWhereTheLocaleHasAComma) {
    qputenv("LOCPATH", pathOf({}).toUtf8());
    QProcess::execute(u"localedef"_s, {u"-i"_s, u"de_DE"_s, u"-f"_s, u"UTF-8"_s, pathOf(u"de_DE.UTF-8"_s)});
    ASSERT_NE(std::setlocale(LC_NUMERIC, "de_DE.UTF-8"), nullptr) << "the package locales is not installed";
    WorkbookWriter book(path(), kProperties);
    SheetWriter sheet = book.addSheet(u"表"_s);
    sheet.writeNumber(0, 0, 4.25);
    sheet.writeFormula(0, 1, u"=A1*2"_s, 8.5);
    sheet.setColumnWidth(0, 0, 18);
    const base::Outcome outcome = book.finish();
    std::setlocale(LC_NUMERIC, "C");
    ASSERT_TRUE(outcome.has_value());
    const QJsonObject dump = inspect();
    const QJsonObject values = dump[u"values"_s].toObject()[u"表"_s].toObject();
    EXPECT_EQ(values[u"A1"_s].toDouble(), 4.25);
    EXPECT_EQ(values[u"B1"_s].toDouble(), 8.5);
}

TEST_F(WorkbookWriterTest, WritesFormatsOncePerLook) {
    {
        WorkbookWriter book(path(), kProperties);
        SheetWriter sheet = book.addSheet(u"表"_s);
        const Format head{.fontName = u"黑体"_s,
                          .fontSize = 16,
                          .bold = true,
                          .italic = true,
                          .fontColour = 0xC00000,
                          .fillColour = 0xFFE699,
                          .border = Border::Thin,
                          .horizontal = HorizontalAlignment::Centre,
                          .vertical = VerticalAlignment::Top,
                          .wrap = true};
        sheet.writeText(0, 0, u"甲"_s, head);
        sheet.writeBlank(1, 1, {.fillColour = 0x000000, .horizontal = HorizontalAlignment::Left, .indent = 2});
        sheet.writeText(2, 2, u"竖"_s, {.vertical = VerticalAlignment::Centre, .rotation = 90});
        for (int row = 3; row < 50; ++row)
            sheet.writeNumber(row, 0, row, head);
        ASSERT_TRUE(book.finish().has_value());
    }
    const QJsonObject dump = inspect();
    EXPECT_EQ(looks(dump, u"A1"_s),
              uR"({"align":["center","top",true,0,0],"bold":true,"border":["thin","thin","thin","thin"],)"
              uR"("colour":"FFC00000","fill":"FFFFE699","font":"黑体","italic":true,"size":16})"_s);
    EXPECT_TRUE(looks(dump, u"B2"_s).startsWith(uR"({"align":["left",null,false,2,0],)"_s));
    EXPECT_TRUE(looks(dump, u"B2"_s).contains(uR"("fill":"FF000000")"_s));
    EXPECT_TRUE(looks(dump, u"C3"_s).startsWith(uR"({"align":[null,"center",false,0,90],)"_s));
    EXPECT_EQ(dump[u"styles"_s].toInt(), 4); // the default and three
}

TEST_F(WorkbookWriterTest, LaysOutSheetAndPage) {
    {
        WorkbookWriter book(path(), kProperties);
        book.addSheet(u"空"_s);
        SheetWriter sheet = book.addSheet(u"表"_s);
        sheet.merge({0, 0, 1, 3}, u"标题"_s, {.border = Border::Thin});
        sheet.merge({2, 0, 2, 0}, u"单格"_s);
        sheet.merge({2, 1, 2, 2}, {}, {.numberFormat = u"0.00"_s});
        sheet.writeNumber(2, 1, 4.2, {.numberFormat = u"0.00"_s});
        sheet.setColumnWidth(0, 0, 18, {.numberFormat = u"@"_s});
        sheet.setRowHeight(0, 30);
        sheet.freeze(2, 1);
        sheet.hideGridlines();
        sheet.setPage({.paper = Paper::A3,
                       .orientation = Orientation::Landscape,
                       .pagesWide = 1,
                       .marginLeft = 12.7,
                       .marginTop = 25.4,
                       .centredHorizontally = true,
                       .footer = u"&C第 &P 页，共 &N 页"_s,
                       .repeatedRows = CellRange{0, 0, 1, 0},
                       .printArea = CellRange{0, 0, 9, 3}});
        ASSERT_TRUE(book.finish().has_value());
    }
    const QJsonObject dump = inspect();
    const QJsonObject sheet = sheetOf(dump);
    EXPECT_EQ(sheet[u"merges"_s].toArray(), (QJsonArray{u"A1:D2"_s, u"B3:C3"_s}));
    EXPECT_EQ(sheet[u"freeze"_s].toString(), u"B3"_s);
    EXPECT_EQ(sheet[u"gridlines"_s].toBool(true), false);
    EXPECT_EQ(sheet[u"heights"_s].toObject()[u"1"_s].toDouble(), 30);
    // Stored with 5 pixels of padding at 7 pixels a character: (18 * 7 + 5) / 7 = 18.71.
    EXPECT_EQ(sheet[u"widths"_s].toObject()[u"A"_s].toDouble(), 18.71);
    const QJsonObject page = sheet[u"page"_s].toObject();
    EXPECT_EQ(page[u"paper"_s].toVariant().toInt(), 8);
    EXPECT_EQ(page[u"orientation"_s].toString(), u"landscape"_s);
    EXPECT_TRUE(page[u"fit"_s].toBool());
    EXPECT_EQ(page[u"wide"_s].toVariant().toInt(), 1);
    EXPECT_EQ(page[u"tall"_s].toVariant().toInt(), 0);
    EXPECT_EQ(page[u"left"_s].toDouble(), 12.7);
    EXPECT_EQ(page[u"top"_s].toDouble(), 25.4);
    EXPECT_TRUE(page[u"centred"_s].toBool());
    EXPECT_EQ(page[u"footer"_s].toString(), u"第 &P 页，共 &N 页"_s);
    EXPECT_EQ(page[u"repeated"_s].toString(), u"$1:$2"_s);
    EXPECT_TRUE(page[u"area"_s].toString().contains(u"$A$1:$D$10"_s)) << page[u"area"_s].toString().toStdString();
    EXPECT_EQ(dump[u"values"_s].toObject()[u"表"_s].toObject()[u"B3"_s].toDouble(), 4.2);
    EXPECT_EQ(dump[u"title"_s].toString(), u"自评报告"_s);
    EXPECT_EQ(dump[u"creator"_s].toString(), u"示例县"_s);
    EXPECT_EQ(dump[u"created"_s].toString(), u"2025-11-03T08:30:00"_s);
}

TEST_F(WorkbookWriterTest, DrawsColumnsAgainstALevel) {
    WorkbookWriter book(path(), kProperties);
    SheetWriter sheet = book.addSheet(u"表"_s);
    SheetWriter data = book.addSheet(u"图表-数据"_s);
    for (int row = 0; row < 3; ++row) {
        data.writeText(row, 0, QString(QChar(u'甲' + row)));
        data.writeNumber(row, 1, row);
        data.writeNumber(row, 2, 1.5);
    }
    const auto column = [](int at) {
        return ChartRange{.sheet = u"图表-数据"_s, .range = {.top = 0, .left = at, .bottom = 2, .right = at}};
    };
    // A column of 20 characters is 145 pixels wide, a row of 15 points 20 high: to the next column, ten rows down.
    sheet.setColumnWidth(0, 0, 20);
    sheet.addChart(1, 0, 145, 200,
                   {.title = u"数值 < 标准"_s,
                    .fontName = u"宋体"_s,
                    .categories = column(0),
                    .series = {{.name = u"数值"_s, .cells = column(1)},
                               {.name = u"标准"_s, .cells = column(2), .kind = WorkbookSeriesKind::Level}}});
    ASSERT_TRUE(book.finish());
    const QJsonArray charts = sheetOf(inspect())[u"charts"_s].toArray();
    EXPECT_EQ(QString::fromUtf8(QJsonDocument(charts).toJson(QJsonDocument::Compact)),
              u"[[1,0,11,1,100,"
              u"[\"'图表-数据'!$B$1:$B$3\",\"'图表-数据'!$A$1:$A$3\",true,null],"
              u"[\"'图表-数据'!$C$1:$C$3\",\"'图表-数据'!$A$1:$A$3\",false,\"dash\"]]]"_s);
}

TEST_F(WorkbookWriterTest, GivesTheSameBytesForTheSameInput) {
    const auto write = [this](double number) {
        WorkbookWriter book(path(), kProperties);
        SheetWriter sheet = book.addSheet(u"表"_s);
        sheet.writeText(0, 0, u"甲"_s, {.bold = true});
        sheet.writeNumber(0, 1, number);
        EXPECT_TRUE(book.finish().has_value());
        return bytes();
    };
    const QByteArray first = write(1);
    EXPECT_NE(write(2), first);
    EXPECT_EQ(write(1), first);
    EXPECT_FALSE(first.contains(QDate::currentDate().toString(Qt::ISODate).toUtf8()));
    EXPECT_EQ(QDir(pathOf({})).entryList(QDir::Files | QDir::Hidden), QStringList{u"书.xlsx"_s});
}

TEST_F(WorkbookWriterTest, LeavesTheOldFileUnlessFinished) {
    {
        QFile old(path());
        ASSERT_TRUE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    {
        WorkbookWriter book(path(), kProperties);
        book.addSheet(u"表"_s).writeText(0, 0, u"甲"_s);
    }
    EXPECT_EQ(bytes(), QByteArray("old"));
    {
        WorkbookWriter book(path(), kProperties);
        book.addSheet(u"表"_s).writeNumber(0, 0, std::numeric_limits<double>::quiet_NaN());
        EXPECT_FALSE(book.finish().has_value());
    }
    EXPECT_EQ(bytes(), QByteArray("old"));
    EXPECT_EQ(QDir(pathOf({})).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST_F(WorkbookWriterTest, SaysThatTheFolderIsMissing) {
    const QString target = pathOf(u"没有/书.xlsx"_s);
    WorkbookWriter book(target, kProperties);
    book.addSheet(u"表"_s).writeText(0, 0, u"甲"_s);
    const base::Outcome outcome = book.finish();
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().code, u"file.write"_s);
    EXPECT_EQ(outcome.error().place.file, target);
}

TEST_F(WorkbookWriterTest, NoticesAFullDisk) {
    {
        QFile old(path());
        ASSERT_TRUE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    // A limit on the size of files stands in for the full disk; the whole book would be larger than all of them.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    for (const rlim_t limit : {0U, 512U, 10'000U, 100'000U}) {
        WorkbookWriter book(path(), kProperties);
        SheetWriter sheet = book.addSheet(u"表"_s);
        for (int row = 0; row < 5'000; ++row) {
            for (int column = 0; column < 5; ++column)
                sheet.writeNumber(row, column, row * 7919 % 10'007 * 1.37 + column);
        }
        const rlimit full{limit, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
        const base::Outcome outcome = book.finish();
        setrlimit(RLIMIT_FSIZE, &before);
        ASSERT_FALSE(outcome.has_value()) << limit;
        EXPECT_EQ(outcome.error().code, u"file.write"_s);
        EXPECT_EQ(outcome.error().place.file, path());
    }
    EXPECT_EQ(bytes(), QByteArray("old"));
    EXPECT_EQ(QDir(pathOf({})).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST_F(WorkbookWriterTest, ChecksSheetNames) {
    const QStringList bad{{},       QString(32, u'名'), u"a[b"_s, u"a]b"_s, u"a:b"_s, u"a*b"_s, u"a?b"_s,
                          u"a/b"_s, u"a\\b"_s,          u"'ab"_s, u"ab'"_s, u"Abc"_s, u"表"_s};
    for (const QString& name : bad) {
        const base::Error error = failureOf([&](WorkbookWriter& book, SheetWriter&) {
            book.addSheet(u"aBC"_s);
            SheetWriter sheet = book.addSheet(name);
            sheet.writeText(0, 0, u"into nothing"_s);
        });
        EXPECT_EQ(error.code, u"sheet.write"_s) << name.toStdString();
        EXPECT_EQ(error.place.sheet, name);
    }
    WorkbookWriter book(path(), kProperties);
    const QStringList good{QString(31, u'名'), u"表Ⅱ-1 (小学)"_s, u"a'b & <c>"_s};
    for (const QString& name : good)
        book.addSheet(name);
    ASSERT_TRUE(book.finish().has_value());
    const auto read = readWorkbook(path());
    ASSERT_TRUE(read.has_value());
    ASSERT_EQ(read->sheets.size(), 3U);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(read->sheets[static_cast<std::size_t>(i)].name(), good[i]);
    test::runScript({u"verify"_s, path()});
}

TEST_F(WorkbookWriterTest, KeepsTheFirstFailureWithItsCell) {
    const base::Error error = failureOf([](WorkbookWriter&, SheetWriter& sheet) {
        sheet.writeText(3, 2, QString(32768, u'长'));
        sheet.writeNumber(0, 0, std::numeric_limits<double>::infinity());
    });
    EXPECT_EQ(error.code, u"sheet.write"_s);
    EXPECT_EQ(error.place, (base::Place{.file = path(), .sheet = u"表"_s, .cell = u"C4"_s}));
    EXPECT_TRUE(error.message.contains(u"32768"_s));
}

TEST_F(WorkbookWriterTest, RefusesWhatExcelCannotHold) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(failureOf([&](auto&, auto& sheet) { sheet.writeNumber(0, 0, infinity); }).place.cell, u"A1"_s);
    EXPECT_EQ(failureOf([&](auto&, auto& sheet) { sheet.writeFormula(0, 1, u"=1/0"_s, infinity); }).place.cell,
              u"B1"_s);
    EXPECT_EQ(failureOf([](auto&, auto& sheet) { sheet.writeText(-1, 0, u"甲"_s); }).code, u"sheet.write"_s);
    EXPECT_EQ(failureOf([](auto&, auto& sheet) { sheet.writeText(0, 16384, u"甲"_s); }).code, u"sheet.write"_s);
    EXPECT_EQ(failureOf([](auto&, auto& sheet) { sheet.writeText(1048576, 0, u"甲"_s); }).code, u"sheet.write"_s);
    EXPECT_EQ(failureOf([](auto&, auto& sheet) { sheet.setPage({.header = QString(256, u'页')}); }).code,
              u"sheet.write"_s);
    const auto overlapping = [](auto&, auto& sheet) {
        sheet.merge({0, 0, 1, 1}, u"甲"_s);
        sheet.merge({1, 1, 2, 2}, u"乙"_s);
    };
    EXPECT_EQ(failureOf(overlapping).place.cell, u"B2"_s);
    EXPECT_EQ(failureOf([](auto&, auto& sheet) { sheet.merge({2, 0, 1, 1}, u"甲"_s); }).place.cell, u"A3"_s);
}

TEST_F(WorkbookWriterTest, NeedsASheetAndADate) {
    {
        WorkbookWriter book(path(), kProperties);
        const base::Outcome outcome = book.finish();
        ASSERT_FALSE(outcome.has_value());
        EXPECT_EQ(outcome.error().code, u"sheet.write"_s);
    }
    WorkbookWriter book(path(), {.title = u"无日期"_s, .created = {}});
    book.addSheet(u"表"_s);
    const base::Outcome outcome = book.finish();
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().code, u"sheet.write"_s);
}

} // namespace
} // namespace junheng::sheet
