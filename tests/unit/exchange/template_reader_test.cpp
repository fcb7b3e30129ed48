// What a good workbook becomes.
#include "book_builder.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using exchange::ImportPlan;
using model::Level;
using model::SubjectKey;

QStringList cellsOf(const ImportPlan& plan) {
    QStringList result;
    for (const model::Change& change : plan.changes.changes) {
        const QString what = change.isExistence() ? u"+"_s : change.item->code;
        result << change.sheet + u'!' + change.cell + u' ' + what;
    }
    return result;
}

TEST(TemplateReader, ImportsEveryCell) {
    const ImportPlan plan = planOf(smallBook());
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_EQ(plan.changes.kind, model::BatchKind::Import);
    EXPECT_EQ(plan.changes.label, u"导入 数据表.xlsx"_s);
    EXPECT_EQ(plan.changes.file, u"数据表.xlsx"_s);
    EXPECT_EQ(plan.changes.sha256, u"ab12"_s);
    // Cells counted in smallBook(): schools 2×5, sections 3×3, campuses 1 + 3 + 3.
    EXPECT_EQ(plan.summary.newSchools, 2);
    EXPECT_EQ(plan.summary.newRows, 6);
    EXPECT_EQ(plan.summary.changedCells, 26);
    EXPECT_EQ(plan.summary.unchangedCells, 0);

    const model::CountyYear year = yearOf(smallBook());
    EXPECT_EQ(year.schoolName(kNineYearSchool), u"东山九年一贯制学校"_s);
    EXPECT_EQ(shown(year, SubjectKey::ofSchool(kPrimarySchool), u"public_funds_budget"), u"71.5"_s);
    EXPECT_EQ(shown(year, SubjectKey::ofSchool(kPrimarySchool), u"boarding"), u"否"_s);
    EXPECT_EQ(shown(year, section(kNineYearSchool, u"junior"), u"teachers"), u"24"_s);
    EXPECT_EQ(shown(year, campus(kPrimarySchool, u""), u"teaching_area"), u"4300.5"_s);
    EXPECT_EQ(shown(year, campus(kNineYearSchool, u"东校区"), u"campus_pupils_junior"), u"300"_s);
    EXPECT_TRUE(year.value(campus(kPrimarySchool, u""), item(u"campus_pupils_primary")).isMissing());
}

TEST(TemplateReader, ARowComesBeforeItsCellsAndEachNamesItsCell) {
    Book book = smallBook();
    book[u"学校"].resize(2);
    book[u"学段"].resize(2);
    book[u"校区"].resize(2);
    EXPECT_EQ(cellsOf(planOf(book)),
              (QStringList{u"学校!A2 +"_s, u"学校!B2 school_name"_s, u"学校!C2 school_type"_s, u"学校!D2 locality"_s,
                           u"学校!E2 boarding"_s, u"学校!F2 public_funds_budget"_s, u"学段!B2 +"_s, u"学段!C2 pupils"_s,
                           u"学段!D2 teachers"_s, u"学段!E2 staff"_s, u"校区!B2 +"_s, u"校区!E2 teaching_area"_s}));
}

TEST(TemplateReader, TheSameBookAgainChangesNothing) {
    const ImportPlan again = planOf(smallBook(), yearOf(smallBook()));
    EXPECT_EQ(errorsOf(again), QStringList());
    EXPECT_TRUE(again.changes.isEmpty());
    EXPECT_EQ(again.summary.unchangedCells, 26);
    EXPECT_EQ(again.summary.changedCells, 0);
}

TEST(TemplateReader, ListsOnlyWhatDiffers) {
    Book book = smallBook();
    book[u"学段"][2][3] = 21;
    const ImportPlan plan = planOf(book, yearOf(smallBook()));
    ASSERT_EQ(plan.changes.changes.size(), 1U);
    const model::Change& change = plan.changes.changes.front();
    EXPECT_EQ(change.subject, section(kNineYearSchool, u"primary"));
    EXPECT_EQ(change.item, &item(u"teachers"));
    EXPECT_EQ(change.before.amount, 20);
    EXPECT_EQ(change.after.amount, 21);
    EXPECT_EQ(change.sheet + u'!' + change.cell, u"学段!D3"_s);
    EXPECT_EQ(plan.summary.unchangedCells, 25);
}

TEST(TemplateReader, ColumnsAndSheetsComeInAnyOrder) {
    Book book;
    Book source = smallBook();
    for (const char16_t* sheet : {u"校区", u"学段", u"学校"}) {
        for (std::vector<TestCell> cells : source[sheet]) {
            cells.resize(source[sheet].front().size());
            std::ranges::reverse(cells);
            book[sheet].push_back(cells);
        }
    }
    const ImportPlan plan = planOf(book, yearOf(smallBook()));
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(plan.changes.isEmpty());
    EXPECT_EQ(plan.summary.unchangedCells, 26);
}

TEST(TemplateReader, HeadingsTolerateUnitsBlanksMarksAndFullWidth) {
    Book book = smallBook();
    book[u"学段"].front() = {u"* 学校\n标识码", u"　学段　", u"在校 学生数(人)（必填）", u"专任教师数＊",
                             u"教职工数 (人)"};
    book[u"校区"].front().back() = u"教学及辅助用房面积（平方米）";
    book[u"学校"].front()[4] = u"是否寄宿制（是/否）";
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_EQ(plan.summary.changedCells, 26);
}

TEST(TemplateReader, BandsTolerateEveryDash) {
    Book book = smallBook();
    book[u"学段"].front()[4] = u"２６—３０人班数";
    EXPECT_EQ(shown(yearOf(book), section(kPrimarySchool, u"primary"), u"classes_26_30"), u"50"_s);
}

TEST(TemplateReader, LabelsWithBracketsOfTheirOwnAreFound) {
    Book book = smallBook();
    book[u"县级"] = {{u"指标项", u"数值"}, {u"当年小学综合差异系数（基本均衡监测）", "0.412"}};
    EXPECT_EQ(shown(yearOf(book), SubjectKey::ofCounty(), u"basic_cv_primary"), u"0.412"_s);
}

TEST(TemplateReader, CellsOfEveryKind) {
    Book book = smallBook();
    book[u"学校"][1][0] = TestCell("3499010001"); // a code stored as a number
    book[u"学校"][2][0] = TestCell("3.499010002E9");
    book[u"学校"][1][4] = TestCell(sheet::CellKind::Boolean, u"TRUE"_s);
    book[u"学段"][1][0] = u" ３４９９０１０００１ ";
    book[u"学段"][1][2] = u"９０0";
    book[u"学段"][1][4] = u"不适用";
    book[u"校区"][1][4] = u"4,300.50";
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    const model::CountyYear year = yearOf(book);
    EXPECT_EQ(shown(year, SubjectKey::ofSchool(kPrimarySchool), u"boarding"), u"是"_s);
    EXPECT_EQ(shown(year, section(kPrimarySchool, u"primary"), u"pupils"), u"900"_s);
    EXPECT_EQ(year.value(section(kPrimarySchool, u"primary"), item(u"staff")).state, model::State::NotApplicable);
    EXPECT_EQ(shown(year, campus(kPrimarySchool, u""), u"teaching_area"), u"4300.5"_s);
    EXPECT_EQ(year.schoolName(kNineYearSchool), u"东山九年一贯制学校"_s);
}

TEST(TemplateReader, NamesThatLookLikeFormulasStayText) {
    for (const char16_t* name : {u"=1+1", u"+小学", u"-小学", u"@小学"}) {
        Book book = smallBook();
        book[u"学校"][1][1] = name;
        EXPECT_EQ(yearOf(book).schoolName(kPrimarySchool), QString::fromUtf16(name));
    }
}

TEST(TemplateReader, BlankRowsAreSkipped) {
    Book book = smallBook();
    book[u"学段"].insert(book[u"学段"].begin() + 2, {u"  ", u"", u"　"});
    book[u"学校"].insert(book[u"学校"].begin() + 1, std::vector<TestCell>());
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_EQ(plan.summary.changedCells, 26);
}

TEST(TemplateReader, UnknownColumnsAndSheetsAreReported) {
    Book book = smallBook();
    book[u"学校"].front().push_back(u"校长姓名");
    book[u"学校"][1].resize(8);
    book[u"学校"][1][7] = u"备注";
    book[u"说明"] = {{u"填表说明"}};
    book[u"Sheet2"] = {};
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(noticesOf(plan).contains(u"import.unknown_sheet"_s));
    EXPECT_TRUE(messageOf(plan, "import.unknown_sheet").contains(u"“说明”。"_s));
    EXPECT_FALSE(messageOf(plan, "import.unknown_sheet").contains(u"Sheet2"_s));
    EXPECT_TRUE(noticesOf(plan).contains(u"import.unknown_column 学校"_s));
    EXPECT_TRUE(messageOf(plan, "import.unknown_column").contains(u"“校长姓名”（G1）"_s));
    EXPECT_TRUE(noticesOf(plan).contains(u"import.unnamed_column 学校!H2"_s));
    EXPECT_EQ(plan.summary.changedCells, 26);
}

TEST(TemplateReader, WhatTheTemplateSaysForItselfIsPassedOver) {
    Book book = smallBook();
    const auto before = planOf(book);
    book[u"填表说明"] = {{u"义务教育优质均衡发展数据表"}, {u"第一步", u"……"}};
    for (const char16_t* sheet : {u"学校", u"学段", u"校区"}) {
        for (std::size_t row = 0; row < book[sheet].size(); ++row) {
            if (sheet != QStringView(u"学校"))
                book[sheet][row].push_back(row == 0 ? u"学校名称（自动）" : u"柳溪小学");
            book[sheet][row].push_back(row == 0 ? u"核对" : u"各学历教师之和大于专任教师数");
        }
        // A spare row whose formulas show nothing or something is no row.
        book[sheet].push_back(std::vector<TestCell>(book[sheet][0].size() - 1));
        book[sheet].back().push_back(u"没有填写“学校标识码”");
    }
    const auto plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_EQ(noticesOf(plan), noticesOf(before));
    EXPECT_EQ(plan.changes.changes.size(), before.changes.changes.size());
}

TEST(TemplateReader, SheetNamesTolerateBlanks) {
    Book book = smallBook();
    book.rename(u"学段", u" 学 段");
    EXPECT_EQ(planOf(book).summary.changedCells, 26);
}

TEST(TemplateReader, MoreDecimalsThanDeclaredAreRoundedWithANotice) {
    Book book = smallBook();
    book[u"校区"][1][4] = "4300.505";
    book[u"校区"][2][4] = "0.30000000000000004"; // binary noise goes silently
    const ImportPlan plan = planOf(book);
    const QStringList notices = noticesOf(plan);
    EXPECT_EQ(notices.filter(u"import.rounded"_s), QStringList{u"import.rounded 校区!E2"_s});
    EXPECT_TRUE(messageOf(plan, "import.rounded").contains(u"4300.505"_s));
    EXPECT_TRUE(messageOf(plan, "import.rounded").contains(u"4300.51"_s));
    EXPECT_EQ(shown(yearOf(book), campus(kPrimarySchool, u""), u"teaching_area"), u"4300.51"_s);
    EXPECT_EQ(shown(yearOf(book), campus(kNineYearSchool, u""), u"teaching_area"), u"0.3"_s);
}

TEST(TemplateReader, RoomsAreNumberedWithinTheirSchool) {
    Book book = smallBook();
    book[u"专用教室"] = {{u"学校标识码", u"专用教室类别", u"专用教室使用面积（㎡）"},
                         {u"3499010002", u"音乐", 80},
                         {u"3499010001", u"音乐", 96},
                         {u"3499010002", u"美术", "72.5"}};
    const model::CountyYear year = yearOf(book);
    EXPECT_EQ(shown(year, room(kNineYearSchool, u"1"), u"room_kind"), u"音乐"_s);
    EXPECT_EQ(shown(year, room(kNineYearSchool, u"2"), u"room_area"), u"72.5"_s);
    EXPECT_EQ(shown(year, room(kPrimarySchool, u"1"), u"room_area"), u"96"_s);
    EXPECT_EQ(year.table(Level::Room).rowCount(), 3);
    EXPECT_TRUE(planOf(book, year).changes.isEmpty());
}

TEST(TemplateReader, CountyItemsAreRows) {
    Book book = smallBook();
    book[u"县级"] = {{u"数值", u"指标项"},
                     {u"示例县", u"县（市、区）名称"},
                     {"349901", u"行政区划代码"},
                     {u"2025-2026学年", u"学年"},
                     {"61234.5", u"教师年平均工资收入（元）"},
                     {u"是", u"当年基本均衡规定指标是否全部达标"},
                     {u"", u"乡镇数（个）"},
                     {3, u"县长人数"}};
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(noticesOf(plan).contains(u"import.unknown_item 县级!B8"_s));
    EXPECT_FALSE(noticesOf(plan).contains(u"import.no_identity 县级"_s));
    const model::CountyYear year = yearOf(book);
    EXPECT_EQ(shown(year, SubjectKey::ofCounty(), u"teacher_salary"), u"61234.5"_s);
    EXPECT_EQ(shown(year, SubjectKey::ofCounty(), u"basic_all_met"), u"是"_s);
    EXPECT_TRUE(year.value(SubjectKey::ofCounty(), item(u"county_name")).isMissing()) << "identity is no cell";
    EXPECT_TRUE(planOf(book, year).changes.isEmpty());
}

// 4.2: the source is part of the key; a workbook from before there were sources is the nation's, which is said once.
TEST(TemplateReader, MonitoringIsOfTheNationUnlessSaid) {
    Book book = smallBook();
    book[u"质量监测"] = {{u"监测学科", u"监测年级", u"监测来源", u"学业水平等级", u"校际差异率"},
                         {u"语文", u"四年级", u"国家", u"Ⅲ", "0.1496"},
                         {u"语文", u"四年级", u"省级", u"Ⅱ", "0.16"},
                         {u"英语", u"八年级", u"", u"Ⅳ", "0.123456"}};
    EXPECT_EQ(errorsOf(planOf(book)), QStringList());
    EXPECT_FALSE(noticesOf(planOf(book)).contains(u"import.assumed_source 质量监测"_s));
    const model::CountyYear year = yearOf(book);
    EXPECT_EQ(shown(year, row(Level::Monitoring, u"语文/四年级"), u"monitored_gap"), u"0.1496"_s);
    EXPECT_EQ(shown(year, row(Level::Monitoring, u"语文/四年级/省级"), u"monitored_gap"), u"0.16"_s);
    EXPECT_EQ(shown(year, row(Level::Monitoring, u"英语/八年级"), u"monitored_gap"), u"0.123456"_s);

    Book old = smallBook();
    old[u"质量监测"] = {{u"监测学科", u"监测年级", u"学业水平等级", u"校际差异率"},
                        {u"语文", u"四年级", u"Ⅲ", "0.1"},
                        {u"数学", u"四年级", u"Ⅲ", "0.1"}};
    EXPECT_EQ(noticesOf(planOf(old)).filter(u"import.assumed_source"_s),
              QStringList{u"import.assumed_source 质量监测"_s});
    EXPECT_TRUE(yearOf(old).exists(row(Level::Monitoring, u"数学/四年级")));
}

// A workbook from before the year of the funds could be stated: what is taken for 上年度 is told, once it matters.
TEST(TemplateReader, AnOldWorkbookSaysWhichYearItsFundsAreOf) {
    const auto notices = [](const char16_t* item, const TestCell& value, const model::CountyYear& current) {
        Book book = smallBook();
        book[u"县级"] = {{u"指标项", u"数值"}, {item, value}};
        return noticesOf(planOf(book, current)).filter(u"import.assumed_fund_year"_s);
    };
    const QStringList told{u"import.assumed_fund_year 县级"_s};
    EXPECT_EQ(notices(u"实际交流轮岗教师数", 12, emptyYear()), told);
    EXPECT_EQ(notices(u"实际交流轮岗教师数", u"", emptyYear()), QStringList());
    EXPECT_EQ(notices(u"乡镇数", 12, emptyYear()), QStringList());
    EXPECT_EQ(notices(u"经费年度", 2024, emptyYear()), QStringList());
    // The county file may say it already.
    Book stated = smallBook();
    stated[u"县级"] = {{u"指标项", u"数值"}, {u"经费年度", 2024}};
    EXPECT_EQ(notices(u"实际交流轮岗教师数", 12, yearOf(stated)), QStringList());
}

TEST(TemplateReader, ReadsTheSheetsOfTheCounty) {
    Book book = smallBook();
    book[u"质量监测"] = {{u"监测学科", u"监测年级", u"监测年份", u"学业水平等级", u"校际差异率"},
                         {u"语文", u"四年级", 2024, u"Ⅲ级", "0.083"},
                         {u"数学", u"", 2024, u"Ⅱ", "0.12"}};
    book[u"社会认可度"] = {{u"调查对象", u"回收有效问卷数", u"满意问卷数"}, {u"家长", 500, 470}, {u"学生", u"", u""}};
    book[u"定性结论"] = {{u"指标编号", u"自评结论", u"说明"}, {u"ｇ１", u"达标", u"见附件"}, {u"E5", u"待定", u""}};
    book[u"一票否决"] = {{u"编号", u"是否存在", u"说明"}, {u"V1", u"否", u""}, {u"V2", u"", u""}};
    book[u"任务清单"] = {{u"指标编号", u"责任单位", u"完成时限", u"备注"},
                         {u"R3", u"教育局", TestCell(sheet::CellKind::Date, u"2026-08-31"_s), u""},
                         {u"Q9", u"", u"2026年6月30日", u""}};
    const ImportPlan plan = planOf(book);
    EXPECT_EQ(errorsOf(plan), QStringList());
    const model::CountyYear year = yearOf(book);
    EXPECT_EQ(shown(year, row(Level::Monitoring, u"语文/四年级"), u"monitored_level"), u"Ⅲ"_s);
    EXPECT_EQ(shown(year, row(Level::Monitoring, u"数学/"), u"monitored_gap"), u"0.12"_s);
    EXPECT_EQ(shown(year, row(Level::Survey, u"家长"), u"survey_satisfied"), u"470"_s);
    EXPECT_FALSE(year.exists(row(Level::Survey, u"学生"))) << "a prepared row that nobody filled in";
    EXPECT_EQ(shown(year, row(Level::Attested, u"G1"), u"conclusion_note"), u"见附件"_s);
    EXPECT_EQ(shown(year, row(Level::Attested, u"E5"), u"conclusion"), u"待定"_s);
    EXPECT_EQ(shown(year, row(Level::Veto, u"V1"), u"veto_present"), u"否"_s);
    EXPECT_FALSE(year.exists(row(Level::Veto, u"V2")));
    EXPECT_EQ(shown(year, row(Level::Task, u"R3"), u"task_deadline"), u"2026-08-31"_s);
    EXPECT_EQ(shown(year, row(Level::Task, u"Q9"), u"task_deadline"), u"2026-06-30"_s);
    EXPECT_TRUE(planOf(book, year).changes.isEmpty());
}

TEST(Identify, ReadsCountyAndYear) {
    Book book;
    book[u"县级"] = {
        {u"指标项", u"数值"}, {u"县（市、区）名称", u" 示例县 "}, {u"行政区划代码", u"３４９９０１"}, {u"学年", 2025}};
    const auto identity = exchange::identify(book.workbook(), u"数据表.xlsx"_s);
    ASSERT_TRUE(identity.has_value());
    EXPECT_EQ(identity->county, (model::County{.code = u"349901"_s, .name = u"示例县"_s}));
    EXPECT_EQ(identity->year, 2025);
}

TEST(Identify, SaysWhatIsWrong) {
    const auto codeOf = [](const Rows& lines) {
        Book book;
        book[u"县级"] = lines;
        const auto identity = exchange::identify(book.workbook(), u"数据表.xlsx"_s);
        return identity ? QString() : identity.error().code + u' ' + identity.error().place.cell;
    };
    const std::vector<TestCell> head{u"指标项", u"数值"};
    const std::vector<TestCell> name{u"县（市、区）名称", u"示例县"};
    const std::vector<TestCell> code{u"行政区划代码", u"349901"};
    const std::vector<TestCell> year{u"学年", 2025};
    EXPECT_EQ(codeOf({head, name, code}), u"import.no_identity "_s);
    EXPECT_EQ(codeOf({head, name, {u"行政区划代码", u""}, year}), u"import.no_identity "_s);
    EXPECT_EQ(codeOf({head, name, {u"行政区划代码", u"34990"}, year}), u"import.bad_county_code B3"_s);
    EXPECT_EQ(codeOf({head, name, code, {u"学年", u"今年"}}), u"import.bad_year B4"_s);
    EXPECT_EQ(codeOf({head, name, code, {u"学年", u"2025-2027"}}), u"import.bad_year B4"_s);
    EXPECT_EQ(codeOf({head, name, code, {u"学年", TestCell(sheet::CellKind::Uncalculated, {})}}),
              u"import.not_calculated B4"_s);
    EXPECT_EQ(codeOf({{u"指标项"}, name}), u"import.missing_column "_s);
    EXPECT_EQ(exchange::identify(smallBook().workbook(), u"数据表.xlsx"_s).error().code, u"import.no_identity"_s);
}

} // namespace
} // namespace junheng::test
