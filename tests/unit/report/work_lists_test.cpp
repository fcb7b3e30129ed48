// 待填报清单, 佐证材料目录 and 任务清单 of small counties.

#include "report/lists/lists.h"
#include "report/official/table_parts.h"
#include "standard/library.h"
#include "support/county_builder.h"
#include "tables_of.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace junheng::report {

using document::Cell;
using document::Mark;
using document::Report;
using document::Row;
using document::Table;

using namespace Qt::Literals::StringLiterals;
using model::Level;
using test::CountyBuilder;

namespace {

Table listOf(const CountyBuilder& county, SchoolList kind) {
    const standard::Standard standard = standard::loadStandard(u"national-2017"_s).value();
    const model::CountyYear year = county.build();
    const assess::Assessment assessment = assess::assess(year, standard);
    const Report report = schoolList({.year = year, .standard = standard, .assessment = assessment}, kind,
                                     {.date = QDate(2025, 11, 3), .programVersion = u"0.1.0"_s});
    return report.tables().front();
}

QString line(const Row& row) {
    QStringList texts;
    for (const Cell& cell : row.cells)
        texts << cell.text;
    return texts.join(u'|');
}

QStringList linesOf(const Table& table) {
    QStringList lines;
    for (const Row& row : table.body)
        lines << line(row);
    return lines;
}

// A school that has everything R1 asks for but its 本科 teachers.
CountyBuilder blankTeachers() {
    CountyBuilder county;
    county.school(u"9900000001", u"小学", {{u"school_name", u"甲"}, {u"sponsor", u"县级教育部门"}});
    county.section(u"9900000001", u"primary",
                   {{u"pupils", u"100"},
                    {u"teachers_college", u"1"},
                    {u"teachers_master", u"0"},
                    {u"teachers_doctor", u"0"},
                    {u"backbone_teachers", u"2"}});
    return county;
}

} // namespace

TEST(MissingList, NamesEachCellOnceWithWhatWaitsForIt) {
    const Table table = listOf(blankTeachers(), SchoolList::Missing);
    EXPECT_EQ(table.title, u"待填报清单"_s);
    EXPECT_EQ(line(table.head.front()),
              u"序号|学校名称（数据表）|学校标识码|学段、校区等|待填报的项目|影响的指标|说明"_s);
    QStringList lines = linesOf(table);
    for (QString& one : lines)
        one = one.section(u'|', 1);
    EXPECT_TRUE(lines.contains(u"甲|9900000001|小学|本科学历专任教师数（人）|R1|"_s)) << qPrintable(lines.join(u'\n'));
    // Given, so not listed.
    EXPECT_FALSE(lines.join(u'\n').contains(u"县级及以上骨干教师数"_s));
    // R4 and R5 both ask for the sports halls of the one campus; G9 and G12 for the teachers.
    EXPECT_EQ(lines.filter(u"|教学班数（个）|"_s), QStringList{u"甲|9900000001|小学|教学班数（个）|G3|"_s});
    EXPECT_EQ(lines.filter(u"|专任教师数（人）|"_s), QStringList{u"甲|9900000001|小学|专任教师数（人）|G9、G12|"_s});
    EXPECT_EQ(lines.filter(u"|符合交流条件教师总数（人）|"_s).front(), u"县级数据|||符合交流条件教师总数（人）|G11|"_s);
    EXPECT_EQ(lines.filter(u"V3"_s), QStringList{u"一票否决||V3|是否存在|V3|"_s});
    EXPECT_EQ(lines.removeDuplicates(), 0);
    // Schools come before the county.
    EXPECT_TRUE(lines.front().startsWith(u"甲|"_s));
    EXPECT_FALSE(lines.last().startsWith(u"甲|"_s));
}

TEST(EvidenceIndex, PutsWhatHasNoneFirst) {
    CountyBuilder county;
    county.row(Level::Evidence, u"G4/1",
               {{u"evidence_name", u"批复.pdf"},
                {u"evidence_size", u"2048"},
                {u"evidence_sha256", u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                {u"evidence_note", u"2010年建成"}});
    county.row(Level::Evidence, u"G4/2", {{u"evidence_note", u"县政府档案室"}});
    const Table table = listOf(county, SchoolList::Evidence);
    // 15 + 9 + S1 + 7 vetoes + 5 of the eligibility; all but G4 have none.
    ASSERT_EQ(table.body.size(), 36U + 2U);
    EXPECT_EQ(line(table.body[0]), u"1|G1 学校规划布局|尚无佐证材料|||"_s);
    EXPECT_EQ(table.body[0].cells[2].mark, Mark::Missing);
    EXPECT_EQ(line(table.body[3]).section(u'|', 1, 1), u"G5 班额"_s);
    EXPECT_EQ(line(table.body[36]), u"37|G4 学校规模|批复.pdf|2.00 KiB|ba7816bf8f01cfea|2010年建成"_s);
    EXPECT_EQ(line(table.body[37]), u"38|G4 学校规模|（只有说明）|||县政府档案室"_s);
    EXPECT_TRUE(table.notes.front().contains(u"没有佐证材料的指标 36 项，列在前面；其后为 2 件材料"_s));
}

TEST(EvidenceIndex, ListsWhatIsAttachedElsewhereToo) {
    CountyBuilder county;
    county.row(Level::Evidence, u"R5/1", {{u"evidence_note", u"中心城区认定"}});
    const Table table = listOf(county, SchoolList::Evidence);
    EXPECT_EQ(line(table.body.back()), u"38|R5 体育场馆|（只有说明）|||中心城区认定"_s);
}

// Annex 2 of 昌市政办发〔2022〕21号: A1教育配置标准 B2, A3教育教学质量 B31.
TEST(TaskList, CallsTheGroupsAsTheStandardDoes) {
    const model::CountyYear year = CountyBuilder().build();
    const standard::Standard standard = standard::loadStandard(u"changji-2022"_s).value();
    const assess::Assessment assessment = assess::assess(year, standard);
    const Report report = schoolList({.year = year, .standard = standard, .assessment = assessment}, SchoolList::Tasks,
                                     {.date = QDate(2025, 11, 3), .programVersion = u"0.1.0"_s});
    const Table& table = report.tables().front();
    EXPECT_EQ(line(table.body[1]),
              u"教育配置标准|B2|每百名学生拥有县（市）级以上骨干教师数：小学、初中均达到1人以上|||"_s);
    EXPECT_EQ(line(table.body[7]).section(u'|', 0, 1), u"政府保障程度|B8"_s);
    EXPECT_EQ(line(table.body[30]).section(u'|', 0, 1), u"教育教学质量|B31"_s);
    EXPECT_TRUE(table.notes.join(u'\n').contains(u"教育配置标准、政府保障程度、教育教学质量"_s));
}

TEST(TaskList, HasTheNationalIndicatorsInTheirOrder) {
    CountyBuilder county;
    county.row(Level::Task, u"G1",
               {{u"task_unit", u"县教育局"}, {u"task_deadline", u"2026-06-30"}, {u"task_note", u"已批"}});
    const Table table = listOf(county, SchoolList::Tasks);
    EXPECT_EQ(line(table.head.front()), u"A级指标|B级指标|指标内容|责任单位|完成时限|备注"_s);
    ASSERT_EQ(table.body.size(), 31U);
    EXPECT_EQ(line(table.body[0]),
              u"资源配置|B1|每百名学生拥有高于规定学历教师数：小学、初中分别达到4.2人以上、5.3人以上|||"_s);
    EXPECT_EQ(line(table.body[1]), u"资源配置|B2|每百名学生拥有县级以上骨干教师数：小学、初中均达到1人以上|||"_s);
    EXPECT_EQ(line(table.body[7]),
              u"政府保障程度|B8|县域内义务教育学校规划布局合理，符合国家规定要求|县教育局|2026-06-30|已批"_s);
    EXPECT_EQ(line(table.body[29]), u"教育质量|B30|无过重课业负担|||"_s);
    for (std::size_t i = 0; i < table.body.size(); ++i)
        EXPECT_EQ(table.body[i].cells[1].text, u"B%1"_s.arg(i + 1));
}

TEST(TaskList, HasAFurtherIndicatorBehindThoseOfItsGroup) {
    const model::CountyYear year = CountyBuilder().row(Level::Task, u"R8", {{u"task_unit", u"县教育局"}}).build();
    const standard::Standard standard =
        standard::findStandard(QStringLiteral(JUNHENG_TEST_SUPPORT "/further-indicator.json")).value();
    const assess::Assessment assessment = assess::assess(year, standard);
    const Report report = schoolList({.year = year, .standard = standard, .assessment = assessment}, SchoolList::Tasks,
                                     {.date = QDate(2025, 11, 3), .programVersion = u"0.1.0"_s});
    const Table& table = report.tables().front();
    ASSERT_EQ(table.body.size(), 32U);
    EXPECT_EQ(line(table.body[7]),
              u"资源配置|R8|每百名学生拥有教学用计算机台数：小学、初中分别达到12.5台以上、14台以上|县教育局||"_s);
    EXPECT_EQ(line(table.body[6]).section(u'|', 0, 1), u"资源配置|B7"_s);
    EXPECT_EQ(line(table.body[8]).section(u'|', 0, 1), u"政府保障程度|B8"_s);
    EXPECT_TRUE(table.notes.front().contains(u"国家没有的指标用所选标准的编号"_s));
}

TEST(CountWord, SaysHowMany) {
    const std::pair<int, QString> words[] = {{0, u"零"_s},      {1, u"一"_s},      {2, u"两"_s},    {7, u"七"_s},
                                             {8, u"八"_s},      {10, u"十"_s},     {11, u"十一"_s}, {20, u"二十"_s},
                                             {22, u"二十二"_s}, {99, u"九十九"_s}, {100, u"100"_s}, {-1, u"-1"_s}};
    for (const auto& [count, word] : words)
        EXPECT_EQ(countWord(count), word);
}

} // namespace junheng::report
