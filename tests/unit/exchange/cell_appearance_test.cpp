// What is taken from a cell that shows something else than it stores. The expected values are what a person who sees
// the workbook in Excel or WPS means by it.
#include "exchange/cell_value.h"

#include "book_builder.h"

#include <gtest/gtest.h>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using sheet::Calculation;
using sheet::CellKind;
using sheet::Display;
using sheet::StoredCell;
using sheet::StruckOut;

StoredCell number(const char16_t* stored, Display display = Display::AsStored, const char16_t* shown = u"") {
    return {.kind = CellKind::Number,
            .text = QString::fromUtf16(stored),
            .display = display,
            .shown = QString::fromUtf16(shown)};
}

TestCell cell(StoredCell written) {
    TestCell result;
    static_cast<StoredCell&>(result) = std::move(written);
    return result;
}

// What the item reads, or the code of the error.
QString read(const char16_t* code, const StoredCell& written) {
    const auto parsed = exchange::readCell(item(code), written);
    return parsed ? model::displayText(item(code), parsed->observation) : parsed.error().code;
}

TEST(CellAppearance, PerCents) {
    EXPECT_EQ(read(u"compulsory_retention", number(u"0.965", Display::Percent, u"96.5%")), u"96.5"_s);
    EXPECT_EQ(read(u"compulsory_retention", number(u"0.9712", Display::Percent, u"97%")), u"97.12"_s);
    EXPECT_EQ(read(u"compulsory_retention", number(u"1", Display::Percent, u"100%")), u"100"_s);
    EXPECT_EQ(read(u"compulsory_retention", number(u"5E-2", Display::Percent, u"5%")), u"5"_s);
    EXPECT_EQ(read(u"compulsory_retention", number(u"96.5")), u"96.5"_s);
    // A ratio without a unit is what it is either way.
    EXPECT_EQ(read(u"monitored_gap", number(u"0.12", Display::Percent, u"12%")), u"0.12"_s);
    EXPECT_EQ(read(u"teaching_area", number(u"0.965", Display::Percent, u"96.5%")), u"import.percent_cell"_s);
    EXPECT_EQ(read(u"pupils", number(u"12", Display::Percent, u"1200%")), u"import.percent_cell"_s);
}

TEST(CellAppearance, WhatCannotBeAFigureIsRefused) {
    EXPECT_EQ(read(u"pupils", number(u"12345", Display::Scaled, u"1.2万")), u"import.scaled_cell"_s);
    EXPECT_EQ(read(u"public_funds_budget", number(u"12345", Display::Scaled, u"12.3")), u"import.scaled_cell"_s);
    EXPECT_EQ(read(u"school_name", number(u"12345", Display::Scaled, u"12.3")), u"import.scaled_cell"_s);
    EXPECT_EQ(read(u"pupils", number(u"3", Display::Words, u"有")), u"import.worded_cell"_s);
    EXPECT_EQ(read(u"teaching_area", number(u"12.5", Display::Labelled, u"12.5亩")), u"import.unit_of_format"_s);
    EXPECT_EQ(read(u"teaching_area", number(u"12.57", Display::Rounded, u"12.6万")), u"import.unit_of_format"_s);
    EXPECT_EQ(read(u"teaching_area", number(u"12.5", Display::Labelled, u"12.5平方米")), u"12.5"_s);
    EXPECT_EQ(read(u"pupils", number(u"1191", Display::Labelled, u"1191名")), u"1191"_s);
    for (const auto* shown :
         {u"417元整", u"417块", u"417 美元", u"约417", u"417以上", u"417①", u"<417", u"-417", u"(417)"})
        EXPECT_EQ(read(u"equipment_value", number(u"417", Display::Labelled, shown)), u"import.unit_of_format"_s)
            << QString::fromUtf16(shown).toStdString();
    EXPECT_EQ(read(u"pupils", number(u"417", Display::Labelled, u"417人次")), u"import.unit_of_format"_s);
    EXPECT_EQ(read(u"monitored_gap", number(u"0.12", Display::Labelled, u"0.12‰")), u"import.unit_of_format"_s);
    EXPECT_EQ(
        read(u"pupils", {.kind = CellKind::Text, .text = u"119"_s, .display = Display::Words, .shown = u"119万"_s}),
        u"value.not_a_number"_s);
    EXPECT_EQ(
        read(u"pupils", {.kind = CellKind::Text, .text = u"119"_s, .display = Display::Words, .shown = u"119人"_s}),
        u"119"_s);
    EXPECT_EQ(read(u"population", number(u"413600", Display::Labelled, u"413600人")), u"import.unit_of_format"_s);
    EXPECT_EQ(read(u"population", number(u"41.36", Display::Labelled, u"41.36万人")), u"41.36"_s);
    EXPECT_EQ(read(u"equipment_value", number(u"20", Display::Labelled, u"20人民币百元")), u"import.unit_of_format"_s);
    EXPECT_EQ(read(u"pupils", number(u"12", Display::Padded, u"0012")), u"12"_s);
    EXPECT_EQ(read(u"pupils", number(u"12", Display::Nothing)), u"12"_s);
}

TEST(CellAppearance, WordsAreReadAsTheyAreSeen) {
    EXPECT_EQ(read(u"boarding", number(u"1", Display::Words, u"是")), u"是"_s);
    EXPECT_EQ(read(u"boarding", number(u"1", Display::Words, u"否")), u"否"_s);
    const auto code = exchange::readSchoolCode(number(u"901001008", Display::Padded, u"0901001008"));
    EXPECT_EQ(code.value_or(QString()), u"0901001008"_s);
}

TEST(CellAppearance, WholeNumbersWithAPointAreWhole) {
    EXPECT_EQ(exchange::readSchoolCode(number(u"9901001008.0")).value_or(QString()), u"9901001008"_s);
    EXPECT_EQ(exchange::readSchoolCode(number(u"9.901001008E9")).value_or(QString()), u"9901001008"_s);
    EXPECT_EQ(exchange::readWord(u"学年"_s, number(u"2025.0")).value_or(QString()), u"2025"_s);
    EXPECT_EQ(read(u"school_name", number(u"101.0")), u"101"_s);
    EXPECT_EQ(read(u"school_name", number(u"101.50")), u"101.5"_s);
    EXPECT_EQ(read(u"sponsor", number(u"7.0")), u"7 县级教育部门"_s);
    EXPECT_EQ(read(u"boarding", number(u"0.0")), u"否"_s);
    EXPECT_EQ(read(u"pupils", number(u"1191.00")), u"1191"_s);
    EXPECT_EQ(read(u"pupils", number(u"1.191E3")), u"1191"_s);
}

TEST(CellAppearance, StruckOutOrRaised) {
    const StoredCell partly{
        .kind = CellKind::Text, .text = u"1191"_s, .struckOut = StruckOut::Partly, .shown = u"1191191"_s};
    EXPECT_EQ(read(u"pupils", partly), u"import.struck_out"_s);
    EXPECT_EQ(read(u"school_name", partly), u"1191"_s);
    EXPECT_FALSE(exchange::readSchoolCode(partly).has_value());
    EXPECT_FALSE(exchange::readWord(u"x"_s, partly).has_value());
    for (const CellKind kind : {CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Boolean})
        EXPECT_EQ(read(u"school_name", {.kind = kind, .text = u"1"_s, .struckOut = StruckOut::Wholly}),
                  u"import.struck_out"_s);
    const StoredCell raised{.kind = CellKind::Text, .text = u"11912"_s, .raised = true};
    EXPECT_EQ(read(u"pupils", raised), u"import.raised_digits"_s);
    EXPECT_EQ(read(u"parent_code", raised), u"import.raised_digits"_s);
    EXPECT_EQ(read(u"sponsor", {.kind = CellKind::Text, .text = u"10"_s, .raised = true}), u"import.raised_digits"_s);
    EXPECT_EQ(read(u"monitored_level", {.kind = CellKind::Text, .text = u"ⅠⅠ"_s, .raised = true}),
              u"import.raised_digits"_s);
    EXPECT_EQ(read(u"school_name", {.kind = CellKind::Text, .text = u"第一小学2"_s, .raised = true}), u"第一小学2"_s);
}

TEST(CellAppearance, NothingIsTakenFromWhatIsStillToBeCalculated) {
    for (const CellKind kind : {CellKind::Text, CellKind::Number, CellKind::Error, CellKind::Date})
        EXPECT_EQ(read(u"pupils", {.kind = kind, .text = u"0"_s, .calculation = Calculation::Pending}),
                  u"import.stale_formula"_s);
    EXPECT_EQ(read(u"pupils", {.kind = CellKind::Damaged, .text = u"坏"_s}), u"import.damaged_cell"_s);
    EXPECT_EQ(read(u"pupils", {.kind = CellKind::Number, .text = u"5"_s, .calculation = Calculation::Manual}), u"5"_s);
    EXPECT_EQ(read(u"pupils", {.kind = CellKind::Picture}), QString());
}

TEST(CellAppearance, OneFindingForAllCellsOfASheetWithOneCause) {
    Book book = smallBook();
    for (std::size_t row = 1; row < 4; ++row)
        book[u"学段"][row][2] = cell({.kind = CellKind::Number, .text = u"0"_s, .calculation = Calculation::Pending});
    const auto plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList{u"import.stale_formula 学段!C2"_s});
    const QString message = messageOf(plan, "import.stale_formula");
    EXPECT_TRUE(message.contains(u"用 Excel 或 WPS 打开、保存一次"_s)) << message.toStdString();
    EXPECT_TRUE(message.endsWith(u"共 3 个，其余为 C3、C4。"_s)) << message.toStdString();
}

TEST(CellAppearance, NoticesOfWhatWasRead) {
    Book book = smallBook();
    book[u"学段"][1][2] = cell({.kind = CellKind::Number, .text = u"900"_s, .calculation = Calculation::Manual});
    book[u"学段"][2][3] = cell(number(u"20", Display::Nothing));
    book[u"学段"][3][3] = cell(number(u"24", Display::Unknown));
    book[u"校区"][1][4] = cell(number(u"4300.57", Display::Rounded, u"4,300.6"));
    book[u"校区"][2][4] = cell(number(u"2000.573", Display::Rounded, u"2000.57")); // read as it is shown
    book[u"校区"][3][4] = cell({.kind = CellKind::Picture});
    book[u"学校"][1][1] =
        cell({.kind = CellKind::Text, .text = u"柳溪小学"_s, .struckOut = StruckOut::Partly, .shown = u"老柳溪小学"_s});
    const auto plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    const QStringList notices = noticesOf(plan);
    for (const auto& notice :
         {u"import.manual_calculation 学段!C2"_s, u"import.hidden_figure 学段!D3"_s, u"import.unknown_format 学段!D4"_s,
          u"import.shown_rounded 校区!E2"_s, u"import.picture 校区!E4"_s, u"import.struck_out_words 学校!B2"_s})
        EXPECT_TRUE(notices.contains(notice)) << notice.toStdString();
    EXPECT_EQ(notices.filter(u"shown_rounded"_s).size(), 1);
    EXPECT_FALSE(messageOf(plan, "import.shown_rounded").contains(u"共"_s));
    EXPECT_TRUE(messageOf(plan, "import.shown_rounded").contains(u"显示 4,300.6，实际是 4300.57"_s));
}

// A workbook with facts of its sheets.
sheet::Workbook withContent(const Book& book, const QString& name, sheet::Visibility visibility,
                            const std::function<void(sheet::SheetContent&)>& change) {
    sheet::Workbook result = book.workbook();
    for (sheet::Sheet& one : result.sheets) {
        if (one.name() != name)
            continue;
        sheet::SheetContent content;
        for (int row = 0; row < one.rowCount(); ++row) {
            for (int column = 0; column < one.columnCount(); ++column) {
                if (!one.at(row, column).isBlank())
                    content.cells.push_back({row, column, one.at(row, column)});
            }
        }
        change(content);
        one = sheet::Sheet(name, visibility, std::move(content));
    }
    return result;
}

exchange::ImportPlan planOf(const sheet::Workbook& book) {
    return exchange::planImport(book, {.name = u"数据表.xlsx"_s, .sha256 = u"ab12"_s}, emptyYear());
}

TEST(SheetFacts, AMergedFigureIsNotBlankInTheOtherRows) {
    Book book = smallBook();
    book[u"学段"][3][2] = u"";
    const auto plan = planOf(withContent(book, u"学段"_s, sheet::Visibility::Visible, [](sheet::SheetContent& content) {
        content.merges = {{.top = 2, .left = 2, .bottom = 3, .right = 2}};
    }));
    EXPECT_EQ(errorsOf(plan), QStringList{u"import.merged_cell 学段!C4"_s});
    EXPECT_TRUE(messageOf(plan, "import.merged_cell").contains(u"C3:C4"_s));
}

TEST(SheetFacts, AMergedKeyIsOneErrorAndNoTotalRow) {
    Book book = smallBook();
    book[u"学段"][3][0] = u"";
    const auto plan = planOf(withContent(book, u"学段"_s, sheet::Visibility::Visible, [](sheet::SheetContent& content) {
        content.merges = {{.top = 2, .left = 0, .bottom = 3, .right = 0}};
    }));
    EXPECT_EQ(errorsOf(plan), QStringList{u"import.merged_cell 学段!A4"_s});
}

TEST(SheetFacts, AMergedHeadingIsNotAMissingOne) {
    Book book = smallBook();
    book[u"学段"][0][4] = u"";
    const auto plan = planOf(withContent(book, u"学段"_s, sheet::Visibility::Visible, [](sheet::SheetContent& content) {
        content.merges = {{.top = 0, .left = 3, .bottom = 0, .right = 4}};
    }));
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(noticesOf(plan).contains(u"import.unnamed_column 学段!E2"_s));
    const QString message = messageOf(plan, "import.unnamed_column");
    EXPECT_TRUE(message.contains(u"合并单元格 D1:E1"_s)) << message.toStdString();
    EXPECT_FALSE(message.contains(u"没有列名"_s)) << message.toStdString();
}

TEST(SheetFacts, WhatIsHiddenIsReadAndNamedOnce) {
    const auto plan =
        planOf(withContent(smallBook(), u"学段"_s, sheet::Visibility::Hidden, [](sheet::SheetContent& content) {
            content.hiddenRows = {0, 1, 2};
            content.hiddenColumns = {3, 9};
        }));
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_EQ(noticesOf(plan).filter(u"import.hidden"_s), QStringList{u"import.hidden 学段"_s});
    const QString message = messageOf(plan, "import.hidden");
    EXPECT_TRUE(message.contains(u"第 2–3 行"_s)) << message.toStdString();
    EXPECT_TRUE(message.contains(u"D 列"_s)) << message.toStdString();
    EXPECT_TRUE(message.contains(u"取消隐藏"_s)) << message.toStdString();
}

TEST(SheetFacts, AFaultCountsInSheetsOfTheTemplateOnly) {
    const auto broken = [](sheet::SheetContent& content) {
        content = {.fault = base::Error{.code = u"sheet.damaged"_s, .message = u"坏。"_s}};
    };
    Book book = smallBook();
    book[u"备忘"] = {{u"x"}};
    EXPECT_EQ(errorsOf(planOf(withContent(book, u"备忘"_s, sheet::Visibility::Visible, broken))), QStringList());
    EXPECT_EQ(errorsOf(planOf(withContent(book, u"校区"_s, sheet::Visibility::Visible, broken))),
              QStringList{u"sheet.damaged 校区"_s});
}

} // namespace
} // namespace junheng::test
