#include "sheet/workbook_reader.h"

#include "base/atomic_file.h"
#include "sheet/cell_ranges.h"
#include "sheet/cell_text.h"

#include "print_cell.h"
#include "python_books.h"

#include <QElapsedTimer>
#include <QStandardPaths>

#include <algorithm>
#include <limits>
#include <ostream>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace junheng::sheet {

namespace {

using test::BookTest;

StoredCell text(const QString& value) {
    return {CellKind::Text, value};
}
StoredCell number(const QString& value) {
    return {CellKind::Number, value};
}
StoredCell date(const QString& value) {
    return {CellKind::Date, value};
}
StoredCell errorValue(const QString& value) {
    return {CellKind::Error, value};
}
StoredCell boolean(bool value) {
    return {CellKind::Boolean, value ? u"TRUE"_s : u"FALSE"_s};
}
StoredCell pending(StoredCell cell) {
    cell.calculation = Calculation::Pending;
    return cell;
}
const StoredCell kBlank{};
const StoredCell kUncalculated{CellKind::Uncalculated, {}};

// A row as the test expects it, read to the end of the sheet.
std::vector<StoredCell> rowOf(const Sheet& sheet, int row) {
    std::vector<StoredCell> cells;
    for (int column = 0; column < sheet.columnCount(); ++column)
        cells.push_back(sheet.at(row, column));
    while (!cells.empty() && cells.back().isBlank())
        cells.pop_back();
    return cells;
}

class WorkbookReader : public BookTest {
protected:
    Workbook read(const char* name) {
        auto book = readWorkbook(make(name));
        EXPECT_TRUE(book.has_value()) << (book ? ""
                                               : book.error().toString().toStdString() + " / " +
                                                     book.error().detail.toStdString());
        return book ? std::move(*book) : Workbook{};
    }
};

TEST_F(WorkbookReader, ReadsEveryKindOfCell) {
    const Workbook book = read("excel_like");
    ASSERT_EQ(book.sheets.size(), 2U); // the chart sheet between them is none
    const Sheet& sheet = book.sheets[0];
    EXPECT_EQ(sheet.name(), u"数据"_s);
    EXPECT_FALSE(sheet.hidden());
    EXPECT_EQ(sheet.rowCount(), 4); // row 6 is formatted and empty
    EXPECT_EQ(sheet.columnCount(), 11);
    EXPECT_EQ(rowOf(sheet, 0),
              (std::vector{text(u"学校标识码"_s), text(u"  前后有空格 "_s), text(u"第一 小学"_s), text(u"上\r\n下"_s),
                           text(u"_x0041_ A _x00g1_ _x41_ _x005F"_s), kBlank, kBlank, text(u"<甲&乙> 😀"_s)}));
    EXPECT_TRUE(rowOf(sheet, 1).empty());
    EXPECT_EQ(rowOf(sheet, 2), (std::vector{number(u"1234.5"_s), number(u"0.1"_s), number(u"4.2"_s), number(u"1E-4"_s),
                                            number(u"-7"_s), number(u"6531000001"_s), number(u"12"_s),
                                            number(u"123456789012345"_s), number(u"0.30000000000000004"_s)}));
    EXPECT_EQ(rowOf(sheet, 3), (std::vector{boolean(true), boolean(false), errorValue(u"#DIV/0!"_s), number(u"2"_s),
                                            kUncalculated, kUncalculated, kBlank, text(u"ab"_s), text(u"内联"_s),
                                            kUncalculated, errorValue(u"#N/A"_s)}));
}

TEST_F(WorkbookReader, KeepsOnlyTheTopLeftOfMergedCells) {
    const Workbook book = read("excel_like");
    const Sheet* sheet = book.find(u"合并");
    ASSERT_NE(sheet, nullptr);
    EXPECT_TRUE(sheet->hidden());
    // A1:B2 and C2:C3 are merged over 1 2 3 / 4 5 6 / 7 _ 8.
    EXPECT_EQ(rowOf(*sheet, 0), (std::vector{number(u"1"_s), kBlank, number(u"3"_s)}));
    EXPECT_EQ(rowOf(*sheet, 1), (std::vector{kBlank, kBlank, number(u"6"_s)}));
    EXPECT_EQ(rowOf(*sheet, 2), (std::vector{number(u"7"_s)}));
    EXPECT_EQ(book.find(u"没有"), nullptr);
}

TEST_F(WorkbookReader, FindsCellsWithoutPositionsUnderPrefixesAndAbsoluteTargets) {
    const Workbook book = read("wps_like");
    ASSERT_EQ(book.sheets.size(), 1U);
    const Sheet& sheet = book.sheets[0];
    EXPECT_EQ(sheet.name(), u"学校"_s);
    EXPECT_EQ(rowOf(sheet, 0), (std::vector{text(u"甲"_s), number(u"1"_s)}));
    EXPECT_EQ(rowOf(sheet, 1), (std::vector{kBlank, number(u"2"_s)}));
    EXPECT_EQ(rowOf(sheet, 4), (std::vector{number(u"3"_s), kBlank, kBlank, number(u"4"_s), number(u"5"_s)}));
    EXPECT_EQ(rowOf(sheet, 5), (std::vector{number(u"6"_s)}));
    EXPECT_EQ(sheet.rowCount(), 6);
}

TEST_F(WorkbookReader, ReadsStrictWorkbooks) {
    const Workbook book = read("strict");
    ASSERT_EQ(book.sheets.size(), 1U);
    EXPECT_EQ(rowOf(book.sheets[0], 0), (std::vector{date(u"2024-09-01"_s), date(u"2024-09-01"_s),
                                                     date(u"2024-09-01 08:30:00"_s), boolean(true), text(u"严格"_s)}));
}

TEST_F(WorkbookReader, KnowsDatesByTheirFormat) {
    const Workbook book = read("dates");
    ASSERT_EQ(book.sheets.size(), 1U);
    // 45536 = 2024-09-01 in Excel. The comments give the format of each row.
    const std::vector expected{
        date(u"2024-09-01"_s),          // built-in 14
        date(u"2024-09-01"_s),          // yyyy"年"m"月"
        number(u"45536"_s),             // [Red]0.00
        number(u"45536"_s),             // 0"days"
        number(u"45536"_s),             // 0\d
        date(u"2024-09-01"_s),          // [$-804]yyyy/m/d;@
        number(u"45536"_s),             // _ * #,##0.00_ ;[Red]-#,##0
        number(u"45536"_s),             // General
        number(u"45536"_s),             // [$¥-804]#,##0.00
        date(u"2024-09-01 12:00:00"_s), // built-in 22, half a day
        date(u"08:30:00"_s),            // h:mm
        date(u"2024-09-01"_s),          // built-in 31, Chinese
        date(u"2024-09-01"_s),          // built-in 57, Chinese
        date(u"1900-01-01"_s),          // day 1
        date(u"1900-02-28"_s),          // day 59
        date(u"1900-03-01"_s),          // day 61: day 60 never was
        number(u"-3"_s),                // shown as ####
        date(u"9999-12-31"_s),          // the last one
        number(u"2958466"_s),           // shown as ####
        number(u"45536"_s),             // 0.00E+00
        number(u"45536"_s),             // built-in 49, text
        date(u"12:00:00"_s),            // [h]:mm
    };
    ASSERT_EQ(book.sheets[0].rowCount(), static_cast<int>(expected.size()));
    for (int row = 0; row < book.sheets[0].rowCount(); ++row) {
        const StoredCell& cell = book.sheets[0].at(row, 0);
        EXPECT_EQ((StoredCell{cell.kind, cell.text}), expected[static_cast<std::size_t>(row)]) << "row " << row + 1;
    }
}

TEST_F(WorkbookReader, CountsFrom1904WhereTheBookSaysSo) {
    const Workbook book = read("date1904");
    ASSERT_EQ(book.sheets.size(), 1U);
    // 45536 - 1462, the distance of the two systems that Excel documents.
    EXPECT_EQ(rowOf(book.sheets[0], 0), (std::vector{date(u"2024-09-01"_s), date(u"1904-01-01"_s)}));
}

TEST_F(WorkbookReader, ReadsOpenpyxl) {
    const Workbook book = read("openpyxl_book");
    ASSERT_EQ(book.sheets.size(), 2U);
    const Sheet& sheet = book.sheets[0];
    EXPECT_EQ(rowOf(sheet, 1), (std::vector{text(u"6531000001"_s), text(u"一小"_s), date(u"1956-09-01"_s),
                                            number(u"1234.5"_s), boolean(true), kUncalculated}));
    EXPECT_EQ(rowOf(sheet, 2), (std::vector{number(u"6531000002"_s), text(u"=甲&乙"_s), date(u"2001-01-02 03:04:05"_s),
                                            number(u"0.3"_s), boolean(false), kUncalculated})); // it writes %.16g
    EXPECT_EQ(rowOf(sheet, 4), (std::vector{text(u"合并"_s)}));
    EXPECT_EQ(sheet.rowCount(), 5);
    EXPECT_TRUE(book.sheets[1].hidden());
    EXPECT_EQ(book.sheets[1].rowCount(), 0);
    EXPECT_EQ(book.sheets[1].columnCount(), 0);
}

TEST_F(WorkbookReader, ReadsXlsxWriter) {
    const Workbook book = read("xlsxwriter_book");
    ASSERT_EQ(book.sheets.size(), 1U);
    std::vector<StoredCell> column;
    for (int row = 0; row < book.sheets[0].rowCount(); ++row)
        column.push_back(book.sheets[0].at(row, 0));
    // The library asks for the formulas, here the last two and 2400, to be calculated when the workbook is opened.
    EXPECT_EQ(column, (std::vector{text(u"在校学生数"_s), number(u"1200"_s), date(u"2024-09-01"_s), boolean(true),
                                   pending(number(u"2400"_s)), text(u"一二三"_s), pending(text(u"甲"_s)),
                                   pending(errorValue(u"#DIV/0!"_s))}));
}

TEST_F(WorkbookReader, ReadsLibreOffice) {
    ASSERT_FALSE(QStandardPaths::findExecutable(u"soffice"_s).isEmpty()) << "LibreOffice is not installed";
    const Workbook book = read("libreoffice_book");
    ASSERT_EQ(book.sheets.size(), 1U);
    const Sheet& sheet = book.sheets[0];
    EXPECT_EQ(sheet.name(), u"县级"_s);
    EXPECT_EQ(rowOf(sheet, 1), (std::vector{text(u"巩固率"_s), number(u"0.1"_s)}));
    EXPECT_EQ(sheet.at(2, 1).kind, CellKind::Number);
    EXPECT_NEAR(sheet.at(2, 1).text.toDouble(), 0.3, 1e-15);
    EXPECT_EQ(sheet.at(3, 1), errorValue(u"#DIV/0!"_s));
    EXPECT_EQ(sheet.at(4, 1), kBlank);
    EXPECT_EQ(sheet.at(5, 1), boolean(true));
    EXPECT_EQ(sheet.at(6, 1), date(u"2024-09-01"_s));
    EXPECT_EQ(rowOf(sheet, 7), (std::vector{text(u"  两端空格  "_s), text(u"6531000001"_s)}));
}

TEST_F(WorkbookReader, NeedsNeitherStylesNorSharedStrings) {
    const Workbook book = read("plain");
    ASSERT_EQ(book.sheets.size(), 1U);
    EXPECT_EQ(rowOf(book.sheets[0], 1), (std::vector{kBlank, text(u"文"_s)}));
}

TEST_F(WorkbookReader, CountsNoRowsAndColumnsThatAreOnlyFormatted) {
    const Workbook book = read("styled_blanks");
    ASSERT_EQ(book.sheets.size(), 1U);
    EXPECT_EQ(book.sheets[0].rowCount(), 3);
    EXPECT_EQ(book.sheets[0].columnCount(), 2);
    EXPECT_EQ(book.sheets[0].at(2, 1), number(u"5"_s));
}

TEST_F(WorkbookReader, PutsCellsInOrder) {
    const Workbook book = read("unordered");
    ASSERT_EQ(book.sheets.size(), 1U);
    EXPECT_EQ(rowOf(book.sheets[0], 0), (std::vector{kBlank, kBlank, number(u"13"_s)}));
    EXPECT_EQ(rowOf(book.sheets[0], 2), (std::vector{number(u"31"_s), number(u"32"_s)}));
}

TEST_F(WorkbookReader, ReadsACountyQuickly) {
    const QString path = make("large");
    qint64 best = std::numeric_limits<qint64>::max();
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        const auto book = readWorkbook(path);
        best = std::min(best, timer.nsecsElapsed());
        ASSERT_TRUE(book.has_value());
        ASSERT_EQ(book->sheets.size(), 10U);
        EXPECT_EQ(book->sheets[3].rowCount(), 150);
        EXPECT_EQ(book->sheets[3].at(7, 0), text(u"6531030007"_s));
        EXPECT_EQ(book->sheets[3].at(7, 5), number(u"35.625"_s)); // 7 * 5 + 5 / 8
    }
    RecordProperty("milliseconds", std::to_string(static_cast<double>(best) / 1e6));
    EXPECT_LT(best, 1'000'000'000) << "25,000 cells, in ns"; // far above the aim, for slow and sanitized builds
}

TEST_F(WorkbookReader, ParsesWhatWasReadBefore) {
    const auto bytes = base::readFile(make("openpyxl_book"), 1 << 24);
    ASSERT_TRUE(bytes.has_value());
    const QString gone = u"没有.xlsx"_s;
    EXPECT_EQ(parseWorkbook(*bytes, gone).value().sheets.size(), 2U);
    const auto refused = parseWorkbook("no workbook", gone);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, u"sheet.not_a_workbook"_s);
    EXPECT_EQ(refused.error().place.file, gone);
}

TEST_F(WorkbookReader, ReportsProgress) {
    std::vector<std::pair<int, int>> steps;
    const base::Job job{.progress = [&](int done, int total) { steps.emplace_back(done, total); }};
    ASSERT_TRUE(readWorkbook(make("openpyxl_book"), {}, job).has_value());
    EXPECT_EQ(steps, (std::vector<std::pair<int, int>>{{0, 2}, {1, 2}, {2, 2}}));
}

TEST(Sheet, IsBlankOutside) {
    const Sheet sheet(u"表"_s, {{1, 1, number(u"1"_s)}, {1, 3, number(u"2"_s)}, {4, 0, number(u"3"_s)}});
    EXPECT_EQ(sheet.rowCount(), 5);
    EXPECT_EQ(sheet.columnCount(), 4);
    EXPECT_EQ(sheet.at(1, 1), number(u"1"_s));
    EXPECT_EQ(sheet.at(1, 3), number(u"2"_s));
    EXPECT_EQ(sheet.at(4, 0), number(u"3"_s));
    for (const auto& [row, column] :
         std::vector<std::pair<int, int>>{{0, 0}, {1, 0}, {1, 2}, {1, 4}, {4, 1}, {5, 0}, {-1, 1}, {1, -1}})
        EXPECT_EQ(sheet.at(row, column), kBlank) << row << ' ' << column;
}

TEST(CellName, CountsLettersWithoutZero) {
    EXPECT_EQ(cellName(11, 2), u"C12"_s);
    EXPECT_EQ(cellName(0, 25), u"Z1"_s);
    EXPECT_EQ(cellName(0, 26), u"AA1"_s);
    EXPECT_EQ(cellName(0, 701), u"ZZ1"_s);
    EXPECT_EQ(cellName(1048575, 16383), u"XFD1048576"_s); // the last cell of Excel
    const auto last = parseCellName("XFD1048576");
    ASSERT_TRUE(last.has_value());
    EXPECT_EQ(last->row, 1048575);
    EXPECT_EQ(last->column, 16383);
    for (const char* bad : {"", "A", "1", "A0", "XFE1", "A1048577", "AAAAAAAA1", "A1B", "$A$1", "A-1", "A99999999999"})
        EXPECT_FALSE(parseCellName(bad).has_value()) << bad;
}

TEST(NumberText, IsTheShortestThatReadsBack) {
    EXPECT_EQ(numberText("0.14999999999999999"), u"0.15"_s);
    EXPECT_EQ(numberText("58.499999999999993"), u"58.49999999999999"_s);
    EXPECT_EQ(numberText("1.0000000000000001E-5"), u"1e-05"_s);
    EXPECT_EQ(numberText("000000000000000000001.50"), u"000000000000000000001.50"_s); // 3 significant digits
    EXPECT_EQ(numberText("+5"), u"5"_s);
    EXPECT_EQ(numberText("1E+308"), u"1E+308"_s);
    for (const char* bad : {"", "-", ".", "1,5", "0x10", "nan", "inf", "1e", "1e+", "--1", "1.2.3", "5 "})
        EXPECT_FALSE(numberText(bad).has_value()) << bad;
}

TEST(MergedCells, IgnoresTheLaterOfOverlappingMerges) {
    std::vector<PlacedCell> cells;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column)
            cells.push_back({row, column, number(QString::number(row * 3 + column))});
    }
    // A1:B2 counts, B2:C3 overlaps it and does not; A3:B3 below both counts.
    dropCoveredCells(cells, {{1, 1, 2, 2}, {0, 0, 1, 1}, {2, 0, 2, 1}});
    QString left;
    for (const PlacedCell& cell : cells)
        left += cell.cell.text;
    EXPECT_EQ(left, u"02568"_s);
}

} // namespace
} // namespace junheng::sheet
