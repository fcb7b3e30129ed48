// Bad input: every error with its sheet and cell, and then no change at all.
#include "book_builder.h"

#include <gtest/gtest.h>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using exchange::ImportPlan;
using sheet::CellKind;

// The errors of smallBook() after `spoil`; checks that they leave nothing to import.
QStringList errorsAfter(const std::function<void(Book&)>& spoil, const model::CountyYear& current = emptyYear()) {
    Book book = smallBook();
    spoil(book);
    const ImportPlan plan = planOf(book, current);
    EXPECT_EQ(plan.hasErrors(), plan.changes.isEmpty());
    for (const model::Finding& finding : plan.findings) {
        EXPECT_FALSE(finding.message.isEmpty());
        EXPECT_EQ(finding.place.file, u"数据表.xlsx"_s);
    }
    return errorsOf(plan);
}

TEST(ImportErrors, ObligatorySheets) {
    for (const char16_t* sheet : {u"学校", u"学段", u"校区"})
        EXPECT_EQ(errorsAfter([&](Book& book) { book.remove(sheet); }),
                  QStringList{u"import.missing_sheet "_s + QString::fromUtf16(sheet)});
}

TEST(ImportErrors, ObligatoryColumns) {
    const std::vector<std::pair<const char16_t*, std::size_t>> columns{
        {u"学校", 0}, {u"学校", 1}, {u"学校", 2}, {u"学段", 0}, {u"学段", 1}, {u"学段", 2}, {u"校区", 0}};
    for (const auto& [sheet, column] : columns)
        EXPECT_EQ(errorsAfter([&](Book& book) { book[sheet].front()[column] = u"别的列"; }),
                  QStringList{u"import.missing_column "_s + QString::fromUtf16(sheet)})
            << column;
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"专用教室"] = {{u"专用教室类别"}, {u"音乐"}}; }),
              QStringList{u"import.missing_column 专用教室"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"一票否决"] = {{u"是否存在"}, {u"否"}}; }),
              QStringList{u"import.missing_column 一票否决"_s});
}

TEST(ImportErrors, ColumnsAndSheetsTwice) {
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学段"].front().push_back(u"在校学生数"); }),
              QStringList{u"import.duplicate_column 学段!F1"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学段 "] = book[u"学段"]; }),
              QStringList{u"import.duplicate_sheet 学段 "_s});
}

TEST(ImportErrors, AnotherUnit) {
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学校"].front()[5] = u"年度公用经费预算总额（元）"; }),
              QStringList{u"import.wrong_unit 学校!F1"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"校区"].front()[4] = u"教学及辅助用房面积（亩）"; }),
              QStringList{u"import.wrong_unit 校区!E1"_s});
    EXPECT_EQ(
        errorsAfter([](Book& book) { book[u"县级"] = {{u"指标项", u"数值"}, {u"特殊教育学校公用经费总额（元）", 5}}; }),
        QStringList{u"import.wrong_unit 县级!A2"_s});
}

TEST(ImportErrors, RowsTwice) {
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学校"].push_back(book[u"学校"][1]); }),
              QStringList{u"import.duplicate_school 学校!A4"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学段"].push_back(book[u"学段"][3]); }),
              QStringList{u"import.duplicate_row 学段!B5"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"校区"].push_back({u"3499010002", u" 东 校区", 0, 0}); }),
              QStringList{u"import.duplicate_row 校区!B5"_s});
    EXPECT_EQ(errorsAfter(
                  [](Book& book) { book[u"社会认可度"] = {{u"调查对象", u"满意问卷数"}, {u"家长", 1}, {u"家长", 2}}; }),
              QStringList{u"import.duplicate_row 社会认可度!A3"_s});
    EXPECT_EQ(errorsAfter([](Book& book) {
                  book[u"质量监测"] = {{u"监测学科", u"监测年级"}, {u"语文", u"四年级"}, {u"语文", u"四年级"}};
              }),
              QStringList{u"import.duplicate_row 质量监测!A3"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"一票否决"] = {{u"编号"}, {u"V1"}, {u"Ｖ１"}}; }),
              QStringList{u"import.duplicate_row 一票否决!A3"_s});
    EXPECT_EQ(
        errorsAfter([](Book& book) { book[u"县级"] = {{u"指标项", u"数值"}, {u"乡镇数", 5}, {u"乡镇数（个）", 6}}; }),
        QStringList{u"import.duplicate_item 县级!A3"_s});
}

TEST(ImportErrors, TwoMainCampuses) {
    Book book = smallBook();
    book[u"校区"][3][1] = u"本部";
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList{u"import.duplicate_row 校区!B4"_s});
    EXPECT_TRUE(messageOf(plan, "import.duplicate_row").contains(u"一校只能有一个本部"_s));
}

TEST(ImportErrors, BadCells) {
    struct Case {
        TestCell cell;
        const char16_t* code;
    };
    const std::vector<Case> cases{
        {-1, u"value.negative"},
        {u"约九百", u"value.not_a_number"},
        {u"900人左右", u"value.not_a_number"},
        {"1E+308", u"value.too_large"},
        {u"12345678901234567890123456789012345678901", u"value.too_large"}, // 41 digits
        {10'000'000, u"value.too_large"},
        {u"不适用", u"value.not_applicable"},
        {TestCell(CellKind::Uncalculated, {}), u"import.not_calculated"},
        {TestCell(CellKind::Error, u"#DIV/0!"_s), u"import.error_cell"},
        {TestCell(CellKind::Boolean, u"TRUE"_s), u"import.wrong_kind"},
        {TestCell(CellKind::Date, u"1902-06-18"_s), u"import.wrong_kind"},
    };
    for (const Case& bad : cases)
        EXPECT_EQ(errorsAfter([&](Book& book) { book[u"学段"][1][2] = bad.cell; }),
                  QStringList{QString::fromUtf16(bad.code) + u" 学段!C2"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学校"][1][2] = u"幼儿园"; }),
              QStringList{u"value.unknown_choice 学校!C2"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学校"][1][4] = u"也许"; }),
              QStringList{u"value.not_a_flag 学校!E2"_s});
}

TEST(ImportErrors, TheSentenceOfAFormulaWithoutAValue) {
    Book book = smallBook();
    book[u"学段"][1][2] = TestCell(CellKind::Uncalculated, {});
    EXPECT_TRUE(messageOf(planOf(book), "import.not_calculated")
                    .contains(u"公式没有计算结果，请在 Excel/WPS 中打开并保存一次"_s));
}

TEST(ImportErrors, Codes) {
    const std::vector<TestCell> bad{u"349901001",  u"34990100011", u"349901000A",
                                    "349901000.5", "3499010001.5", u"不适用"};
    for (const TestCell& code : bad)
        EXPECT_EQ(errorsAfter([&](Book& book) { book[u"学校"].push_back({code, u"新校", u"小学"}); }),
                  QStringList{u"value.not_a_code 学校!A4"_s})
            << code.text.toStdString();
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学校"].push_back({u"", u"合计"}); }),
              QStringList{u"import.missing_key 学校!A4"_s});
    EXPECT_EQ(errorsAfter([](Book& book) {
                  book[u"学校"].front().push_back(u"所属中心校标识码");
                  book[u"学校"][1].push_back(u"12");
              }),
              QStringList{u"value.not_a_code 学校!G2"_s});
}

TEST(ImportErrors, PartsOfStoredSchoolsAreWelcome) {
    const model::CountyYear stored = yearOf(smallBook());
    EXPECT_EQ(errorsAfter(
                  [](Book& book) {
                      book[u"学校"].pop_back();
                      book[u"学段"][2][3] = 99;
                  },
                  stored),
              QStringList());
}

TEST(ImportErrors, UnknownStagesGroupsAndIndicators) {
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学段"][1][1] = u"幼儿园"; }),
              QStringList{u"value.unknown_choice 学段!B2"_s});
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学段"][1][1] = u""; }), QStringList{u"import.missing_key 学段!B2"_s});
    EXPECT_EQ(errorsAfter([](Book& book) {
                  book[u"定性结论"] = {{u"指标编号"}, {u"S1"}, {u"G16"}, {u"R1"}, {u"G15"}};
                  book[u"一票否决"] = {{u"编号"}, {u"V8"}, {u"V7"}};
                  book[u"任务清单"] = {{u"指标编号"}, {u"E1"}, {u"Q9"}};
                  book[u"质量监测"] = {{u"监测学科", u"监测年级"}, {u"地理", u"四年级"}, {u"语文", u"一年级"}};
                  book[u"社会认可度"] = {{u"调查对象"}, {u"路人"}};
              }),
              (QStringList{u"import.unknown_indicator 任务清单!A2"_s, u"value.unknown_choice 质量监测!A2"_s,
                           u"value.unknown_choice 质量监测!B3"_s, u"value.unknown_choice 社会认可度!A2"_s,
                           u"import.unknown_indicator 定性结论!A2"_s, u"import.unknown_indicator 定性结论!A3"_s,
                           u"import.unknown_indicator 定性结论!A4"_s, u"import.unknown_indicator 一票否决!A2"_s}));
}

TEST(ImportErrors, NoSchools) {
    EXPECT_EQ(errorsAfter([](Book& book) { book[u"学校"].resize(1); }), QStringList{u"import.no_schools 学校"_s});
}

TEST(ImportErrors, MoreSchoolsThanAllowed) {
    const auto withSchools = [](int count) {
        return [count](Book& book) {
            for (int i = 2; i < count; ++i)
                book[u"学校"].push_back(
                    {TestCell(CellKind::Text, QString::number(3'499'020'000LL + i)), u"小学校", u"小学"});
        };
    };
    EXPECT_EQ(errorsAfter(withSchools(5000)), QStringList());
    EXPECT_EQ(errorsAfter(withSchools(5001)), QStringList{u"import.too_many_schools 学校"_s});
}

TEST(ImportErrors, AnotherCountyOrYear) {
    const auto identity = [](const TestCell& name, const TestCell& code, const TestCell& year) {
        return [=](Book& book) {
            book[u"县级"] = {
                {u"指标项", u"数值"}, {u"县（市、区）名称", name}, {u"行政区划代码", code}, {u"学年", year}};
        };
    };
    EXPECT_EQ(errorsAfter(identity(u"示例 县", 349901, u"2025学年")), QStringList());
    EXPECT_EQ(errorsAfter(identity(u"别县", u"349902", 2024)),
              (QStringList{u"import.other_county 县级!B2"_s, u"import.other_county 县级!B3"_s,
                           u"import.other_year 县级!B4"_s}));
    EXPECT_EQ(errorsAfter(identity(u"示例县", u"3499", 2025)), QStringList{u"import.bad_county_code 县级!B3"_s});
    EXPECT_EQ(errorsAfter(identity(u"", u"", u"")), QStringList());
}

TEST(ImportErrors, AllAtOnceAndStillNothingImported) {
    EXPECT_EQ(
        errorsAfter([](Book& book) {
            book[u"学校"][2][2] = u"大学";
            book[u"学段"][1][2] = -5;
            book[u"学段"].push_back({u"12", u"中学", u"很多"});
            book[u"校区"][1][4] = TestCell(CellKind::Error, u"#REF!"_s);
            book[u"县级"] = {{u"指标项", u"数值"}, {u"学年", 2019}, {u"乡镇数", u"五"}};
        }),
        (QStringList{u"value.unknown_choice 学校!C3"_s, u"value.negative 学段!C2"_s, u"value.not_a_code 学段!A5"_s,
                     u"value.unknown_choice 学段!B5"_s, u"value.not_a_number 学段!C5"_s, u"import.error_cell 校区!E2"_s,
                     u"import.other_year 县级!B2"_s, u"value.not_a_number 县级!B3"_s}));
}

TEST(ImportErrors, AThousandAreListedAndTheRestCounted) {
    Book book = smallBook();
    for (int i = 0; i < 1500; ++i)
        book[u"学段"].push_back({TestCell(CellKind::Text, u"x%1"_s.arg(i)), u"小学", 1});
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan).size(), 1001);
    EXPECT_TRUE(messageOf(plan, "import.more_errors").contains(u"500"_s));
}

TEST(ImportErrors, ACancelledImportChangesNothing) {
    std::stop_source stop;
    stop.request_stop();
    const ImportPlan plan =
        exchange::planImport(smallBook().workbook(), {}, emptyYear(), {}, {.progress = {}, .stop = stop.get_token()});
    EXPECT_EQ(errorsOf(plan), QStringList{u"job.cancelled"_s});
    EXPECT_TRUE(plan.changes.isEmpty());
}

} // namespace
} // namespace junheng::test
