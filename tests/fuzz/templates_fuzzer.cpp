// A template workbook: its bytes, the XML of one of its sheets or of its shared parts, or rows of cells under the right
// headings.

#include "exchange/template_reader.h"
#include "fuzz_support.h"
#include "sheet/workbook_reader.h"

#include <array>

using namespace junheng;

namespace {

using model::Item;
using model::Level;

struct SheetOf {
    const char* name;
    Level level;
};

constexpr std::array kSheets{SheetOf{"学校", Level::School}, SheetOf{"学段", Level::Section},
                             SheetOf{"校区", Level::Campus}, SheetOf{"专用教室", Level::Room},
                             SheetOf{"县级", Level::County}};

constexpr const char* kSpace = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";

QByteArray escaped(const QByteArray& text) {
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

QByteArray textCell(const QByteArray& text) {
    return "<c t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
}

// "#12": a number, "=A1": a formula without a value, all else a text.
QByteArray cellOf(const QByteArray& field) {
    if (field.startsWith('#'))
        return "<c><v>" + escaped(field.mid(1)) + "</v></c>";
    if (field.startsWith('='))
        return "<c><f>" + escaped(field.mid(1)) + "</f></c>";
    return textCell(field);
}

QByteArray rowOf(const QByteArrayList& cells) {
    return "<row>" + cells.join() + "</row>";
}

QByteArray sheetXml(const QByteArray& rows) {
    return QByteArray("<worksheet ") + kSpace + "><sheetData>" + rows + "</sheetData></worksheet>";
}

QByteArray headingRow(Level level) {
    if (level == Level::County)
        return rowOf({textCell("指标项"), textCell("数值")}) + rowOf({textCell("学年"), cellOf("#2025")}) +
               rowOf({textCell("行政区划代码"), textCell("990101")}) +
               rowOf({textCell("县（市、区）名称"), textCell("示例县")});
    QByteArrayList cells;
    if (level != Level::School)
        cells << textCell("学校标识码");
    for (const Item& item : model::ItemDictionary::builtIn().ofLevel(level))
        cells << textCell(item.heading().toUtf8());
    return rowOf(cells);
}

// Rows by line, cells by tab.
QByteArray rowsOf(const QByteArray& text) {
    QByteArray rows;
    for (const QByteArray& line : text.split('\n')) {
        QByteArrayList cells;
        for (const QByteArray& field : line.split('\t'))
            cells << cellOf(field);
        rows += rowOf(cells);
    }
    return rows;
}

// A workbook of all sheets, of which `changed` is this part.
QByteArray bookWith(const QByteArray& changed, const QByteArray& content) {
    QByteArray sheets;
    QByteArray relations;
    std::vector<std::pair<QByteArray, QByteArray>> parts;
    const auto add = [&](const QByteArray& name, const QByteArray& usual) {
        parts.emplace_back(name, name == changed ? content : usual);
    };
    int number = 0;
    for (const SheetOf& sheet : kSheets) {
        const QByteArray id = QByteArray::number(++number);
        sheets += QByteArray("<sheet name=\"") + sheet.name + "\" sheetId=\"" + id + "\" r:id=\"r" + id + "\"/>";
        relations += "<Relationship Id=\"r" + id +
                     "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                     "Target=\"worksheets/sheet" +
                     id + ".xml\"/>";
        add("xl/worksheets/sheet" + id + ".xml", sheetXml(headingRow(sheet.level)));
    }
    constexpr const char* kRelations = R"(xmlns="http://schemas.openxmlformats.org/package/2006/relationships")";
    constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    relations +=
        QByteArray("<Relationship Id=\"s\" Type=\"") + kOffice + "/sharedStrings\" Target=\"sharedStrings.xml\"/>";
    relations += QByteArray("<Relationship Id=\"t\" Type=\"") + kOffice + "/styles\" Target=\"styles.xml\"/>";
    add("[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)");
    add("_rels/.rels", QByteArray("<Relationships ") + kRelations + "><Relationship Id=\"a\" Type=\"" + kOffice +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    add("xl/workbook.xml",
        QByteArray("<workbook ") + kSpace + " xmlns:r=\"" + kOffice + "\"><sheets>" + sheets + "</sheets></workbook>");
    add("xl/_rels/workbook.xml.rels",
        QByteArray("<Relationships ") + kRelations + ">" + relations + "</Relationships>");
    add("xl/sharedStrings.xml", QByteArray("<sst ") + kSpace + "><si><t>示例学校</t></si></sst>");
    add("xl/styles.xml", QByteArray("<styleSheet ") + kSpace +
                             "><numFmts><numFmt numFmtId=\"170\" formatCode=\"0.00%\"/></numFmts><cellXfs><xf/>"
                             "<xf numFmtId=\"170\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    return fuzz::archiveOf(parts);
}

QByteArray bookOf(QByteArray input) {
    constexpr std::array kShared{"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
                                 "xl/styles.xml", "_rels/.rels"};
    const int kind = fuzz::takeChoice(input, 4);
    if (kind == 0)
        return input;
    if (kind == 1)
        return bookWith(kShared[static_cast<std::size_t>(fuzz::takeChoice(input, kShared.size()))], input);
    const int sheet = fuzz::takeChoice(input, kSheets.size());
    const QByteArray part = "xl/worksheets/sheet" + QByteArray::number(sheet + 1) + ".xml";
    return bookWith(
        part, kind == 2 ? input : sheetXml(headingRow(kSheets[static_cast<std::size_t>(sheet)].level) + rowsOf(input)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::application();
    static const model::CountyYear current = [] {
        model::CountyYear made({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, 2025);
        made.apply(fuzz::smallCounty());
        return made;
    }();
    const QString path = fuzz::scratchFile(QStringLiteral("book.xlsx"), bookOf(fuzz::bytesOf(data, size)));
    const auto book = sheet::readWorkbook(path, {.fileBytes = 1 << 20, .unzippedBytes = 8 << 20, .cells = 100'000});
    if (!book)
        return 0;
    static_cast<void>(exchange::identify(*book, QStringLiteral("book.xlsx")));
    const exchange::ImportPlan plan =
        exchange::planImport(*book, {.name = QStringLiteral("book.xlsx"), .sha256 = {}}, current);
    if (plan.hasErrors())
        return 0;
    model::CountyYear after = current;
    after.apply(plan.changes);
    return 0;
}
