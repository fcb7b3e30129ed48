#include "sheet/workbook_reader.h"

#include "python_books.h"

#include <QFile>

#include <stop_token>

using namespace Qt::Literals::StringLiterals;

namespace junheng::sheet {
namespace {

struct Refusal {
    const char* book;
    const char* code;
    const char* sheet = "";
    const char* cell = "";
    const char* named = ""; // what else the sentence must name
};

void PrintTo(const Refusal& refusal, std::ostream* out) {
    *out << refusal.book;
}

class WorkbookRefusal : public test::BookTest, public testing::WithParamInterface<Refusal> {};

TEST_P(WorkbookRefusal, NamesTheReasonAndThePlace) {
    const Refusal& expected = GetParam();
    const QString path = make(expected.book);
    const auto book = readWorkbook(path);
    ASSERT_FALSE(book.has_value());
    EXPECT_EQ(book.error().code, QLatin1String(expected.code)) << book.error().detail.toStdString();
    EXPECT_EQ(book.error().place.file, path);
    EXPECT_EQ(book.error().place.sheet, QString::fromUtf8(expected.sheet));
    EXPECT_EQ(book.error().place.cell, QLatin1String(expected.cell));
    EXPECT_TRUE(book.error().message.contains(QString::fromUtf8(expected.named))) << book.error().message.toStdString();
    EXPECT_TRUE(book.error().message.endsWith(u"。"_s)) << book.error().message.toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    Files, WorkbookRefusal,
    testing::Values(Refusal{"empty_file", "sheet.not_a_workbook"}, Refusal{"text_file", "sheet.not_a_workbook"},
                    Refusal{"other_zip", "sheet.not_a_workbook"}, Refusal{"empty_zip", "sheet.not_a_workbook"},
                    Refusal{"word_document", "sheet.not_a_workbook"},
                    Refusal{"binary_workbook", "sheet.not_a_workbook"},
                    Refusal{"missing_workbook", "sheet.not_a_workbook"}, Refusal{"encrypted", "sheet.encrypted"},
                    Refusal{"old_format", "sheet.old_format"}, Refusal{"truncated", "sheet.damaged"}),
    testing::PrintToStringParamName());

INSTANTIATE_TEST_SUITE_P(Parts, WorkbookRefusal,
                         testing::Values(Refusal{"many_sheets", "sheet.too_many_sheets", "", "", "2000"},
                                         Refusal{"many_relationships", "sheet.damaged", "", "", "rels"}),
                         testing::PrintToStringParamName());

INSTANTIATE_TEST_SUITE_P(Limits, WorkbookRefusal,
                         testing::Values(Refusal{"zip_bomb", "sheet.too_large_unzipped", "校区", "", "512 MiB"}),
                         testing::PrintToStringParamName());

// What is wrong with one sheet is told to those who want something from it.
class SheetFault : public test::BookTest, public testing::WithParamInterface<Refusal> {};

TEST_P(SheetFault, NamesTheReasonAndThePlace) {
    const Refusal& expected = GetParam();
    const QString path = make(expected.book);
    const auto book = readWorkbook(path);
    ASSERT_TRUE(book.has_value()) << book.error().toString().toStdString();
    ASSERT_EQ(book->sheets.size(), 1U);
    const auto& fault = book->sheets[0].fault();
    ASSERT_TRUE(fault.has_value());
    EXPECT_EQ(book->sheets[0].name(), QString::fromUtf8(expected.sheet));
    EXPECT_EQ(book->sheets[0].rowCount(), 0);
    EXPECT_EQ(fault->code, QLatin1String(expected.code)) << fault->detail.toStdString();
    EXPECT_EQ(fault->place.file, path);
    EXPECT_EQ(fault->place.sheet, QString::fromUtf8(expected.sheet));
    EXPECT_EQ(fault->place.cell, QLatin1String(expected.cell));
    EXPECT_TRUE(fault->message.contains(QString::fromUtf8(expected.named))) << fault->message.toStdString();
    EXPECT_TRUE(fault->message.endsWith(u"。"_s)) << fault->message.toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    Parts, SheetFault,
    testing::Values(Refusal{"flipped_bytes", "sheet.damaged", "表", "", "xl/worksheets/sheet1.xml"},
                    Refusal{"missing_sheet", "sheet.damaged", "校区", "", "xl/worksheets/sheet1.xml"},
                    Refusal{"missing_relationship", "sheet.damaged", "校区"},
                    Refusal{"malformed", "sheet.damaged", "校区", "", "xl/worksheets/sheet1.xml"},
                    Refusal{"half_a_part", "sheet.damaged", "校区", "", "xl/worksheets/sheet1.xml"},
                    Refusal{"zeros", "sheet.damaged", "校区", "", "xl/worksheets/sheet1.xml"},
                    Refusal{"doctype", "sheet.damaged", "校区", "", "xl/worksheets/sheet1.xml"},
                    Refusal{"deep", "sheet.damaged", "校区", "", "xl/worksheets/sheet1.xml"},
                    Refusal{"bad_position", "sheet.damaged", "校区", "", "12C"},
                    Refusal{"bad_row", "sheet.damaged", "校区", "", "1048577"},
                    Refusal{"rows_60000", "sheet.too_many_rows", "学段", "A20001", "20000"},
                    Refusal{"columns_257", "sheet.too_many_columns", "校区", "IW12", "256"}),
    testing::PrintToStringParamName());

// What is wrong with one cell likewise.
class DamagedCell : public test::BookTest, public testing::WithParamInterface<Refusal> {};

TEST_P(DamagedCell, SaysWhatIsWrong) {
    const Refusal& expected = GetParam();
    const auto book = readWorkbook(make(expected.book));
    ASSERT_TRUE(book.has_value()) << book.error().toString().toStdString();
    ASSERT_EQ(book->sheets.size(), 1U);
    EXPECT_FALSE(book->sheets[0].fault().has_value());
    const StoredCell& cell = book->sheets[0].at(11, 2); // C12
    EXPECT_EQ(cell.kind, CellKind::Damaged);
    EXPECT_TRUE(cell.text.contains(QString::fromUtf8(expected.named))) << cell.text.toStdString();
    EXPECT_FALSE(cell.text.endsWith(u"。"_s)) << cell.text.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Cells, DamagedCell,
                         testing::Values(Refusal{.book = "string_out_of_range", .code = "", .named = "1"},
                                         Refusal{.book = "not_a_number", .code = "", .named = "1,5"},
                                         Refusal{.book = "infinite", .code = "", .named = "inf"},
                                         Refusal{.book = "unknown_type", .code = "", .named = "q"},
                                         Refusal{.book = "twice", .code = "", .named = "两次"},
                                         Refusal{.book = "long_text", .code = "", .named = "上限"}),
                         testing::PrintToStringParamName());

class WorkbookLimits : public test::BookTest {};

TEST_F(WorkbookLimits, CountBytesAndNotWhatTheDirectoryDeclares) {
    const auto book = readWorkbook(make("small_bomb"), {.unzippedBytes = qint64{4} << 20});
    ASSERT_FALSE(book.has_value());
    EXPECT_EQ(book.error().code, u"sheet.too_large_unzipped"_s);
}

TEST_F(WorkbookLimits, ReachTheLastByteOfAllPartsTogether) {
    const QString path = make("plain");
    // The sizes of _rels/.rels, workbook.xml, workbook.xml.rels and sheet1.xml, from the script's own zip.
    const qint64 size = QByteArray(test::runScript({u"sizes"_s, path})).trimmed().toLongLong();
    ASSERT_GT(size, 0);
    EXPECT_TRUE(readWorkbook(path, {.unzippedBytes = size}).has_value());
    EXPECT_FALSE(readWorkbook(path, {.unzippedBytes = size - 1}).has_value());
}

TEST_F(WorkbookLimits, HoldForTheFile) {
    const QString path = make("plain");
    const qint64 size = QFile(path).size();
    EXPECT_TRUE(readWorkbook(path, {.fileBytes = size}).has_value());
    const auto book = readWorkbook(path, {.fileBytes = size - 1});
    ASSERT_FALSE(book.has_value());
    EXPECT_EQ(book.error().code, u"sheet.too_large"_s);
}

TEST_F(WorkbookLimits, HoldForCells) {
    const QString path = make("unordered"); // three cells
    EXPECT_TRUE(readWorkbook(path, {.cells = 3}).has_value());
    const auto book = readWorkbook(path, {.cells = 2});
    ASSERT_FALSE(book.has_value());
    EXPECT_EQ(book.error().code, u"sheet.too_many_cells"_s);
}

TEST_F(WorkbookLimits, AllowTheLastRowAndColumn) {
    const QString path = make("unordered"); // content to C3
    const auto faultWith = [&](int rows, int columns) {
        const auto book = readWorkbook(path, {.rows = rows, .columns = columns});
        EXPECT_TRUE(book.has_value());
        return book && book->sheets[0].fault() ? book->sheets[0].fault()->code : QString();
    };
    EXPECT_EQ(faultWith(3, 3), QString());
    EXPECT_EQ(faultWith(2, 3), u"sheet.too_many_rows"_s);
    EXPECT_EQ(faultWith(3, 2), u"sheet.too_many_columns"_s);
}

TEST_F(WorkbookLimits, StopWhenAsked) {
    std::stop_source source;
    source.request_stop();
    const auto book = readWorkbook(make("plain"), {}, {.stop = source.get_token()});
    ASSERT_FALSE(book.has_value());
    EXPECT_EQ(book.error().code, u"job.cancelled"_s);
}

TEST_F(WorkbookLimits, SayWhenThereIsNoFile) {
    const auto book = readWorkbook(pathOf(u"没有.xlsx"_s));
    ASSERT_FALSE(book.has_value());
    EXPECT_EQ(book.error().code, u"file.read"_s);
}

} // namespace
} // namespace junheng::sheet
