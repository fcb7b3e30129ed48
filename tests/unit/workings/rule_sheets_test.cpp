// The working sheets of government, quality and approval: what the formulas of each kind of rule give. LibreOffice
// calculates the same sheets anew in tests/integration/working_sheets.py.

#include "standard/library.h"
#include "support/county_builder.h"
#include "unit/report/tables_of.h"
#include "workings/working_sheets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace junheng::workings {

using document::Cell;
using document::kAllDecimals;
using document::Report;
using document::Role;
using document::Row;
using document::Table;

using namespace Qt::Literals::StringLiterals;
using model::Level;
using report_test::tableOf;
using test::CountyBuilder;

namespace {

Report reportBy(const standard::Standard& standard, const CountyBuilder& county) {
    const model::CountyYear year = county.build();
    return workbookReport(year, standard, assess::assess(year, standard),
                          {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
}

Report reportOf(const CountyBuilder& county, const QString& standardId = u"national-2017"_s) {
    return reportBy(standard::loadStandard(standardId).value(), county);
}

const Cell* find(const Row& row, int column) {
    const auto found = std::ranges::find(row.cells, column, &Cell::column);
    return found == row.cells.end() ? nullptr : &*found;
}

// What stands below a heading, in the row whose second column reads `name`.
const Cell& cellOf(const Table& table, const QString& name, const QString& heading) {
    const auto& heads = table.head.front().cells;
    const auto head = std::ranges::find(heads, heading, &Cell::text);
    if (head == heads.end())
        throw std::out_of_range("no column " + heading.toStdString());
    for (const Row& row : table.body) {
        const Cell* label = find(row, 1);
        if (label != nullptr && label->text.trimmed() == name && find(row, head->column) != nullptr)
            return *find(row, head->column);
    }
    throw std::out_of_range("no row " + name.toStdString());
}

std::string shown(const Cell& cell) {
    return cell.number ? QString::number(cell.number->value, 'g', 12).toStdString() : cell.text.toStdString();
}

std::string shown(const Report& report, const QString& sheet, const QString& name, const QString& heading) {
    return shown(cellOf(tableOf(report, sheet), name, heading));
}

void expectNoDifference(const Report& report, const std::string& what) {
    for (const Table& table : report.tables()) {
        for (const Row& row : table.body) {
            for (const Cell& cell : row.cells) {
                EXPECT_TRUE(cell.role != Role::Check || (cell.number && cell.number->value == 0))
                    << what << ' ' << table.name.toStdString() << ' ' << cell.formula.toStdString();
                EXPECT_FALSE(cell.number && std::isnan(cell.number->value))
                    << what << ' ' << table.name.toStdString() << ' ' << cell.formula.toStdString();
            }
        }
    }
}

// A primary school in town whose every figure is given and enough.
CountyBuilder& sound(CountyBuilder& county, const char16_t* code, const char16_t* name, test::Cells school = {},
                     test::Cells section = {}) {
    county.school(code, u"小学",
                  {{u"school_name", name},
                   {u"sponsor", u"县级教育部门"},
                   {u"locality", u"城区"},
                   {u"boarding", u"否"},
                   {u"public_funds_budget", u"20"},
                   {u"teacher_training_budget", u"1"},
                   {u"charter", u"是"},
                   {u"moral_culture_grade", u"良好"},
                   {u"music_rooms", u"1"},
                   {u"fine_art_rooms", u"0"}});
    county.section(code, u"primary",
                   {{u"pupils", u"100"},
                    {u"classes", u"4"},
                    {u"largest_class", u"30"},
                    {u"teachers", u"10"},
                    {u"certified_teachers", u"10"},
                    {u"trained_teachers", u"10"},
                    {u"in_zone_pupils", u"100"}});
    for (const auto& [item, text] : school)
        county.cell(model::SubjectKey::ofSchool(QString::fromUtf16(code)), item, text);
    for (const auto& [item, text] : section)
        county.cell({.level = Level::Section, .school = QString::fromUtf16(code), .part = u"primary"_s}, item, text);
    return county;
}

// Something for every kind of rule, with failures, blanks, relaxations and points.
CountyBuilder variedCounty() {
    CountyBuilder county;
    sound(county, u"9900000001", u"甲", {}, {{u"largest_class", u"46"}});
    sound(county, u"9900000002", u"乙", {{u"built_year", u"2006"}}, {{u"pupils", u"2150"}, {u"classes", u"50"}});
    sound(county, u"9900000003", u"丙", {{u"independent_accounts", u"否"}, {u"parent_code", u"9900000002"}},
          {{u"pupils", u"60"}});
    sound(county, u"9900000004", u"丁", {{u"charter", u"不适用"}, {u"moral_culture_grade", u"合格"}},
          {{u"pupils", u"80"}, {u"teachers", u"不适用"}});
    county.school(u"9900000005", u"九年一贯制学校", {{u"school_name", u"戊"}});
    county.section(u"9900000005", u"primary", {{u"pupils", u"90"}});
    county.school(u"9900000006", u"特殊教育学校", {{u"school_name", u"己"}, {u"public_funds_budget", u"6"}});
    county.section(u"9900000006", u"special", {{u"pupils", u"10"}, {u"teachers", u"5"}});
    county.room(u"9900000001", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}});
    county.room(u"9900000002", u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"73"}});
    county.county({{u"funds_standard_primary", u"720"},
                   {u"rotation_eligible", u"500"},
                   {u"rotation_actual", u"50"},
                   {u"rotation_backbone", u"9"},
                   {u"population", u"41.39"},
                   {u"migrant_purchased", u"不适用"}});
    county.row(Level::Attested, u"G1", {{u"conclusion", u"达标"}});
    county.row(Level::Attested, u"G10", {{u"conclusion", u"待定"}});
    county.row(Level::Monitoring, u"数学/八年级", {{u"monitored_level", u"Ⅲ"}, {u"monitored_gap", u"0.15"}});
    county.row(Level::Survey, u"家长",
               {{u"survey_issued", u"110"}, {u"survey_valid", u"100"}, {u"survey_satisfied", u"85"}});
    return county;
}

} // namespace

TEST(RuleSheets, AgreeWithTheAssessmentByEveryStandard) {
    for (const QString& id : standard::standardIds()) {
        expectNoDifference(reportOf(variedCounty(), id), id.toStdString());
        expectNoDifference(reportOf(CountyBuilder(), id), id.toStdString() + " without schools");
    }
}

TEST(RuleSheets, AShareOfTheCountyIsJudgedAtItsLimit) {
    const Report report = reportOf(variedCounty());
    const QString share = u"交流轮岗教师占符合交流条件教师总数的比例"_s;
    EXPECT_EQ(shown(report, u"政府保障"_s, share, u"数值"_s), "10"); // 50 of 500, limit 10 %
    EXPECT_EQ(shown(report, u"政府保障"_s, share, u"分项判定"_s), "达标");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"骨干教师占交流轮岗教师总数的比例"_s, u"数值"_s), "18"); // 9 of 50
    EXPECT_EQ(shown(report, u"政府保障"_s, u"骨干教师占交流轮岗教师总数的比例"_s, u"分项判定"_s), "未达标");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"教师交流轮岗"_s, u"指标判定"_s), "未达标");
    const Cell& cell = cellOf(tableOf(report, u"政府保障"_s), share, u"数值"_s);
    EXPECT_TRUE(cell.formula.contains(u"*100"_s)) << cell.formula.toStdString();
    EXPECT_EQ(cellOf(tableOf(report, u"县级-原始数据"_s), u"实际交流轮岗教师数"_s, u"数值"_s).role, Role::Entered);
}

TEST(RuleSheets, SectionsAreInScopeByWhatTheirSchoolSays) {
    CountyBuilder county;
    sound(county, u"9900000001", u"城区公办", {}, {{u"in_zone_pupils", u"98"}});
    sound(county, u"9900000002", u"民办", {{u"sponsor", u"民办"}}, {{u"in_zone_pupils", u"0"}});
    sound(county, u"9900000003", u"乡村", {{u"locality", u"乡村"}}, {{u"in_zone_pupils", u"0"}});
    sound(county, u"9900000004", u"寄宿", {{u"boarding", u"是"}}, {{u"in_zone_pupils", u"0"}});
    const Report report = reportOf(county);
    const auto scope = [&](const QString& name) { return shown(report, u"G13-逐校"_s, name, u"参评范围"_s); };
    EXPECT_EQ(scope(u"城区公办"_s), "参评");
    EXPECT_EQ(scope(u"民办"_s), "不参评");
    EXPECT_EQ(scope(u"乡村"_s), "不参评");
    EXPECT_EQ(scope(u"寄宿"_s), "不参评");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"小学就近划片入学比例"_s, u"数值"_s), "98");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"初中就近划片入学比例"_s, u"分项判定"_s), "不适用");
    county.school(u"9900000005", u"小学",
                  {{u"school_name", u"未填城乡"}, {u"sponsor", u"县级教育部门"}, {u"boarding", u"否"}});
    county.section(u"9900000005", u"primary", {{u"pupils", u"10"}, {u"in_zone_pupils", u"10"}});
    const Report unclear = reportOf(county);
    EXPECT_EQ(shown(unclear, u"G13-逐校"_s, u"未填城乡"_s, u"参评范围"_s), "待填报");
    EXPECT_EQ(shown(unclear, u"政府保障"_s, u"就近划片入学"_s, u"指标判定"_s), "待填报");
}

TEST(RuleSheets, RoomsCountByTheirAreaAndWhatIsRelaxed) {
    CountyBuilder county;
    // 13 classes begin a second dozen: two rooms of each kind.
    sound(county, u"9900000001", u"新校", {{u"built_year", u"2017"}, {u"music_rooms", u"2"}}, {{u"classes", u"13"}});
    sound(county, u"9900000002", u"老校", {{u"built_year", u"2016"}, {u"music_rooms", u"2"}}, {{u"classes", u"13"}});
    sound(county, u"9900000003", u"缺面积", {{u"music_rooms", u"2"}}, {{u"classes", u"13"}});
    for (const char16_t* code : {u"9900000001", u"9900000002", u"9900000003"})
        county.room(code, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}});
    for (const char16_t* code : {u"9900000001", u"9900000002"})
        county.room(code, u"2", {{u"room_kind", u"音乐"}, {u"room_area", u"73"}});
    const Report report = reportOf(county);
    const auto music = [&](const QString& name, const QString& heading) {
        return shown(report, u"G3-逐校"_s, name, heading);
    };
    EXPECT_EQ(music(u"新校"_s, u"每种应配备间数"_s), "2");
    EXPECT_EQ(music(u"新校"_s, u"音乐合格间数（计放宽）"_s), "1");
    EXPECT_EQ(music(u"新校"_s, u"音乐判定"_s), "未达标");
    EXPECT_EQ(music(u"老校"_s, u"音乐不小于96㎡"_s), "1");
    EXPECT_EQ(music(u"老校"_s, u"符合①"_s), "是");
    EXPECT_EQ(music(u"老校"_s, u"音乐合格间数（计放宽）"_s), "2");
    EXPECT_EQ(music(u"老校"_s, u"音乐判定"_s), "达标");
    EXPECT_EQ(music(u"缺面积"_s, u"音乐面积待填报"_s), "1"); // counted, not listed
    EXPECT_EQ(music(u"缺面积"_s, u"音乐判定"_s), "待填报");
    EXPECT_EQ(music(u"老校"_s, u"美术判定"_s), "未达标");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"音乐、美术专用教室"_s, u"指标判定"_s), "未达标");
}

TEST(RuleSheets, ALargeSchoolMayBeRelaxed) {
    CountyBuilder county;
    sound(county, u"9900000001", u"老校", {{u"built_year", u"2010"}}, {{u"pupils", u"2400"}});
    sound(county, u"9900000002", u"新校", {{u"built_year", u"2011"}}, {{u"pupils", u"2001"}});
    const Report report = reportOf(county);
    EXPECT_EQ(shown(report, u"G4-逐校"_s, u"老校"_s, u"小学限值（2000人，计放宽）"_s), "2400");
    EXPECT_EQ(shown(report, u"G4-逐校"_s, u"老校"_s, u"小学判定"_s), "放宽后达标");
    EXPECT_EQ(shown(report, u"G4-逐校"_s, u"老校"_s, u"判定"_s), "达标");
    EXPECT_EQ(shown(report, u"G4-逐校"_s, u"新校"_s, u"判定"_s), "未达标");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"超过2000人的学校数：小学"_s, u"数值"_s),
              "2"); // both are over the printed limit
}

TEST(RuleSheets, AClassIsTooLargeByItsBandOrByTheLargest) {
    CountyBuilder county;
    sound(county, u"9900000001", u"恰好", {}, {{u"largest_class", u"45"}});
    sound(county, u"9900000002", u"最大班额", {}, {{u"largest_class", u"46"}});
    sound(county, u"9900000003", u"分档", {}, {{u"classes_46_50", u"2"}});
    const Report report = reportOf(county);
    EXPECT_EQ(shown(report, u"G5-逐校"_s, u"恰好"_s, u"判定"_s), "达标");
    EXPECT_EQ(shown(report, u"G5-逐校"_s, u"最大班额"_s, u"判定"_s), "未达标");
    EXPECT_EQ(shown(report, u"G5-逐校"_s, u"分档"_s, u"超过限值的班数"_s), "2");
    EXPECT_EQ(shown(report, u"G5-逐校"_s, u"分档"_s, u"判定"_s), "未达标");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"超过45人的小学班级数"_s, u"数值"_s), "待填报"); // bands are blank
}

TEST(RuleSheets, SmallSchoolsHaveTheFundsOfAHundred) {
    CountyBuilder county;
    county.county({{u"funds_standard_primary", u"720"}});
    sound(county, u"9900000001", u"够", {{u"small_school_funds", u"7.2"}}, {{u"pupils", u"60"}});
    sound(county, u"9900000002", u"不够", {{u"small_school_funds", u"7.1999"}}, {{u"pupils", u"99"}});
    // 200 pupils of its own and 100 of the point: 300 x 720 = 216,000.
    sound(county, u"9900000003", u"中心校", {{u"public_funds_budget", u"21.6"}}, {{u"pupils", u"200"}});
    sound(county, u"9900000004", u"教学点", {{u"independent_accounts", u"否"}, {u"parent_code", u"9900000003"}},
          {{u"pupils", u"20"}});
    const Report report = reportOf(county);
    const auto funds = [&](const QString& name, const QString& heading) {
        return shown(report, u"G6-逐校"_s, name, heading);
    };
    EXPECT_EQ(funds(u"够"_s, u"按100人应有（元）"_s), "72000");
    EXPECT_EQ(funds(u"够"_s, u"判定"_s), "达标");
    EXPECT_EQ(funds(u"不够"_s, u"公用经费（元）"_s), "71999");
    EXPECT_EQ(funds(u"不够"_s, u"判定"_s), "未达标");
    EXPECT_EQ(funds(u"教学点"_s, u"经费"_s), "归中心校");
    EXPECT_EQ(funds(u"教学点"_s, u"判定"_s), "见中心校");
    EXPECT_EQ(funds(u"中心校"_s, u"代管教学点数"_s), "1");
    EXPECT_EQ(funds(u"中心校"_s, u"中心校应有（含代管，元）"_s), "216000");
    EXPECT_EQ(funds(u"中心校"_s, u"中心校判定"_s), "达标");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"不足100人的学校学生数"_s, u"数值"_s), "179"); // 60 + 99 + 20
}

// 城区 and 民办 are not asked by 新政办发〔2021〕56号 ("农村小学和教学点"); a blank leaves it open.
TEST(RuleSheets, SmallSchoolsAreThoseOfTheStandard) {
    CountyBuilder county;
    county.county({{u"funds_standard_primary", u"720"}});
    sound(county, u"9900000001", u"城里", {{u"public_funds_budget", u"1"}}, {{u"pupils", u"60"}});
    sound(county, u"9900000002", u"乡下", {{u"locality", u"乡村"}}, {{u"pupils", u"60"}});
    sound(county, u"9900000003", u"私立", {{u"locality", u"乡村"}, {u"sponsor", u"10"}}, {{u"pupils", u"60"}});
    const auto status = [](const Report& report, const QString& name) {
        return shown(report, u"G6-逐校"_s, name, u"判定"_s);
    };
    EXPECT_EQ(status(reportOf(county), u"城里"_s), "未达标");
    const Report xinjiang = reportOf(county, u"xinjiang-2021"_s);
    EXPECT_EQ(shown(xinjiang, u"G6-逐校"_s, u"城里"_s, u"属于适用的学校"_s), "否");
    EXPECT_EQ(status(xinjiang, u"城里"_s), "——");
    EXPECT_EQ(status(xinjiang, u"私立"_s), "——");
    EXPECT_EQ(status(xinjiang, u"乡下"_s), "达标");
    EXPECT_EQ(shown(xinjiang, u"政府保障"_s, u"不足100人学校公用经费"_s, u"指标判定"_s), "达标");
    expectNoDifference(xinjiang, "xinjiang-2021");
    county.cell(model::SubjectKey::ofSchool(u"9900000002"_s), u"locality", u"");
    const Report open = reportOf(county, u"xinjiang-2021"_s);
    EXPECT_EQ(shown(open, u"G6-逐校"_s, u"乡下"_s, u"属于适用的学校"_s), "待填报");
    EXPECT_EQ(status(open, u"乡下"_s), "待填报");
    expectNoDifference(open, "a blank locality");
}

// 200 of 初中 at 970 and 100 of the point at 720: 266,000 元, which the budget of a 完全中学 does not show.
TEST(RuleSheets, AParentWithSeniorIsJudgedByTheFundsOfItsCompulsoryStages) {
    CountyBuilder county;
    county.county({{u"funds_standard_primary", u"720"}, {u"funds_standard_junior", u"970"}});
    sound(county, u"9900000001", u"教学点", {{u"independent_accounts", u"否"}, {u"parent_code", u"9900000002"}},
          {{u"pupils", u"20"}});
    county.school(u"9900000002", u"完全中学", {{u"school_name", u"中学"}, {u"public_funds_budget", u"500"}})
        .section(u"9900000002", u"junior", {{u"pupils", u"200"}})
        .section(u"9900000002", u"senior", {{u"pupils", u"600"}});
    const Report blank = reportOf(county);
    EXPECT_EQ(shown(blank, u"G6-逐校"_s, u"中学"_s, u"中心校公用经费（元）"_s), "待填报");
    EXPECT_EQ(shown(blank, u"G6-逐校"_s, u"中学"_s, u"中心校判定"_s), "待填报");
    expectNoDifference(blank, "without the funds");
    county.cell(model::SubjectKey::ofSchool(u"9900000002"_s), u"small_school_funds", u"26.6");
    const Report given = reportOf(county);
    EXPECT_EQ(shown(given, u"G6-逐校"_s, u"中学"_s, u"中心校公用经费（元）"_s), "266000");
    EXPECT_EQ(shown(given, u"G6-逐校"_s, u"中学"_s, u"中心校判定"_s), "达标");
    expectNoDifference(given, "with the funds");
    // In 新疆 a parent in town of 50 pays for its own 50 only: 72,000 + 48,500.
    county.cell(model::SubjectKey::ofSchool(u"9900000001"_s), u"locality", u"乡村")
        .cell(model::SubjectKey::ofSchool(u"9900000002"_s), u"locality", u"城区")
        .cell(model::SubjectKey::ofSchool(u"9900000002"_s), u"sponsor", u"7")
        .cell({.level = Level::Section, .school = u"9900000002"_s, .part = u"junior"_s}, u"pupils", u"50");
    const Report small = reportOf(county, u"xinjiang-2021"_s);
    EXPECT_EQ(shown(small, u"G6-逐校"_s, u"中学"_s, u"中心校应有（含代管，元）"_s), "120500");
    expectNoDifference(small, "a small parent in town");
}

// A 小学 of 13 classes and a point of 1 with one music room each: 2 are asked, 1 of them a point; 1 is short, no point.
TEST(RuleSheets, PointsAreCountedApart) {
    CountyBuilder county;
    for (const auto& [code, type, name, classes] :
         {std::tuple(u"9900000001", u"小学", u"村小", u"13"), std::tuple(u"9900000002", u"小学教学点", u"点", u"1")})
        county.school(code, type, {{u"school_name", name}, {u"music_rooms", u"1"}, {u"fine_art_rooms", u"1"}})
            .section(code, u"primary", {{u"pupils", u"20"}, {u"classes", classes}})
            .room(code, u"1", {{u"room_kind", u"音乐"}, {u"room_area", u"96"}})
            .room(code, u"2", {{u"room_kind", u"美术"}, {u"room_area", u"90"}});
    const Report report = reportOf(county);
    const auto figure = [&](const QString& label) { return shown(report, u"政府保障"_s, label, u"数值"_s); };
    EXPECT_EQ(figure(u"应配备专用教室的学校数"_s), "2");
    EXPECT_EQ(figure(u"应配备专用教室的学校数：其中教学点"_s), "1");
    EXPECT_EQ(figure(u"音乐专用教室不足的学校数"_s), "1");
    EXPECT_EQ(figure(u"音乐专用教室不足的学校数：其中教学点"_s), "0");
    expectNoDifference(report, "points");
}

// A standard of one's own that asks points from 50 pupils only.
TEST(RuleSheets, RoomsAreAskedOfTheSchoolsOfTheStandard) {
    const auto rules = standard::parseStandard(R"({"format":1,"id":"own","title":"自定","extends":"national-2017",
        "sources":{},"government":{"G3":{"schools":{"school_types":["小学","小学教学点"],"points_from":50},
        "source":"6号"}}})",
                                               u"own.json"_s);
    ASSERT_TRUE(rules) << rules.error().message.toStdString();
    for (const char16_t* pupils : {u"49", u"50", u""}) {
        CountyBuilder county = variedCounty();
        county
            .school(u"9900000007", u"小学教学点",
                    {{u"school_name", u"点"}, {u"music_rooms", u"0"}, {u"fine_art_rooms", u"0"}})
            .section(u"9900000007", u"primary", {{u"pupils", pupils}, {u"classes", u"1"}});
        const model::CountyYear year = county.build();
        const Report report = workbookReport(year, *rules, assess::assess(year, *rules),
                                             {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
        const std::string wanted = pupils == std::u16string_view(u"49")   ? "——"
                                   : pupils == std::u16string_view(u"50") ? "未达标"
                                                                          : "待填报";
        EXPECT_EQ(shown(report, u"G3-逐校"_s, u"点"_s, u"音乐判定"_s), wanted);
        expectNoDifference(report, "points from 50");
    }
}

TEST(RuleSheets, SpecialSchoolsAreFundedOneByOne) {
    CountyBuilder county = variedCounty(); // 6 万元 for 10 pupils: exactly 6000
    EXPECT_EQ(shown(reportOf(county), u"G7-逐校"_s, u"己"_s, u"生均公用经费（元）"_s), "6000");
    EXPECT_EQ(shown(reportOf(county), u"政府保障"_s, u"特殊教育生均公用经费"_s, u"指标判定"_s), "达标");
    EXPECT_EQ(shown(reportOf(county, u"liaoning-shenyang"_s), u"G7-逐校"_s, u"己"_s, u"判定"_s), "未达标"); // 8000
    CountyBuilder none;
    none.county({{u"special_pupils", u"0"}});
    EXPECT_EQ(shown(reportOf(none), u"政府保障"_s, u"特殊教育生均公用经费"_s, u"指标判定"_s), "不适用");
}

TEST(RuleSheets, EverySchoolIsAskedForShareFlagAndGrade) {
    CountyBuilder county;
    sound(county, u"9900000001", u"恰好"); // 1 of 20: 5 %
    sound(county, u"9900000002", u"不够", {{u"teacher_training_budget", u"0.9999"}, {u"charter", u"否"}});
    sound(county, u"9900000003", u"不独立", {{u"independent_accounts", u"否"}, {u"moral_culture_grade", u"合格"}});
    const Report report = reportOf(county);
    EXPECT_EQ(shown(report, u"Q4-逐校"_s, u"恰好"_s, u"判定"_s), "达标");
    EXPECT_EQ(shown(report, u"Q4-逐校"_s, u"不够"_s, u"判定"_s), "未达标");
    // Money is entered to the 元: 4.9999 万元 must not be printed as 5.
    const Cell& money = cellOf(tableOf(report, u"Q4-逐校"_s), u"不够"_s, u"教师培训经费预算（万元）"_s);
    ASSERT_TRUE(money.number);
    EXPECT_EQ(money.number->decimals, kAllDecimals);
    EXPECT_EQ(shown(report, u"Q4-逐校"_s, u"不独立"_s, u"判定"_s), "不适用");
    EXPECT_EQ(shown(report, u"教育质量"_s, u"最低比例"_s, u"数值"_s), "4.9995");
    EXPECT_EQ(shown(report, u"Q3-逐校"_s, u"不够"_s, u"判定"_s), "未达标");
    EXPECT_EQ(shown(report, u"Q6-逐校"_s, u"恰好"_s, u"判定"_s), "达标");
    EXPECT_EQ(shown(report, u"Q6-逐校"_s, u"不独立"_s, u"判定"_s), "未达标");
}

// Where six in ten suffice, a school without a charter is not at fault, and a blank may be one or not.
TEST(RuleSheets, AShareOfTheSchoolsMaySuffice) {
    const standard::Standard rules =
        standard::parseStandard(R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},
            "quality":{"Q3":{"at_least":"0.6","conclusion":false,"source":"6号"}}})",
                                u"own.json"_s)
            .value();
    CountyBuilder county;
    sound(county, u"9900000001", u"甲");
    sound(county, u"9900000002", u"乙");
    sound(county, u"9900000003", u"丙", {{u"charter", u"否"}});
    const QString share = u"“是否制定章程”为是的学校占比"_s;
    const auto find = [&](const QString& name, const QString& heading) {
        const Report report = reportBy(rules, county);
        expectNoDifference(report, "share");
        return shown(report, u"教育质量"_s, name, heading);
    };
    EXPECT_EQ(shown(reportBy(rules, county), u"Q3-逐校"_s, u"丙"_s, u"判定"_s), "否");
    EXPECT_EQ(find(share, u"数值"_s), "66.6666666667");
    EXPECT_EQ(find(share, u"分项判定"_s), "达标");
    sound(county, u"9900000004", u"丁", {{u"charter", u"否"}});
    EXPECT_EQ(find(share, u"分项判定"_s), "未达标"); // a half
    sound(county, u"9900000004", u"丁", {{u"charter", u""}});
    EXPECT_EQ(find(share, u"数值"_s), "待填报");
    for (const char16_t* code : {u"9900000001", u"9900000002", u"9900000003", u"9900000004"})
        sound(county, code, u"戊", {{u"charter", u"不适用"}});
    EXPECT_EQ(find(share, u"分项判定"_s), "不适用");
}

TEST(RuleSheets, WithoutGradesTheConclusionStands) {
    CountyBuilder county;
    county.school(u"9900000001", u"小学").section(u"9900000001", u"primary", {{u"pupils", u"100"}});
    county.row(Level::Attested, u"Q6", {{u"conclusion", u"未达标"}});
    EXPECT_EQ(shown(reportOf(county), u"教育质量"_s, u"德育与校园文化"_s, u"指标判定"_s), "未达标");
}

TEST(RuleSheets, AGapMustStayBelowItsLimit) {
    const Report report = reportOf(variedCounty());
    EXPECT_EQ(shown(report, u"教育质量"_s, u"数学/八年级：校际差异率"_s, u"分项判定"_s),
              "未达标"); // 0.15 is not below 0.15
    EXPECT_EQ(shown(report, u"教育质量"_s, u"数学/八年级：学业水平等级（Ⅰ至Ⅳ为1至4）"_s, u"分项判定"_s), "达标");
    EXPECT_EQ(shown(report, u"教育质量"_s, u"数学学业水平等级"_s, u"数值"_s), "Ⅲ");
    EXPECT_EQ(shown(report, u"教育质量"_s, u"质量监测"_s, u"指标判定"_s), "未达标");
}

TEST(RuleSheets, TheApprovalIsTheRateOfAllGroups) {
    const Report report = reportOf(variedCounty());
    EXPECT_EQ(shown(report, u"社会认可度"_s, u"满意度"_s, u"数值"_s), "85");
    EXPECT_EQ(shown(report, u"社会认可度"_s, u"满意度"_s, u"判定"_s), "达标");
    EXPECT_EQ(shown(report, u"社会认可度"_s, u"按常住人口应发问卷数"_s, u"数值"_s), "621"); // 413,900 x 0.0015 = 620.85
    EXPECT_EQ(shown(reportOf(CountyBuilder()), u"社会认可度"_s, u"满意度"_s, u"判定"_s), "待填报");
}

// 100 of 200 are parents', 60 and 40 of the others.
TEST(RuleSheets, TheSharesOfAllGroupsAreTold) {
    CountyBuilder county = variedCounty();
    county.row(Level::Survey, u"学生", {{u"survey_valid", u"60"}, {u"survey_satisfied", u"50"}});
    county.row(Level::Survey, u"教师", {{u"survey_valid", u"40"}, {u"survey_satisfied", u"40"}});
    const Report report = reportOf(county);
    const auto share = [&](const QString& line) { return shown(report, u"社会认可度"_s, line, u"数值"_s); };
    EXPECT_EQ(share(u"家长问卷占有效问卷的比例（原则上不低于50%）"_s), "50");
    EXPECT_EQ(share(u"学生问卷占有效问卷的比例"_s), "30");
    EXPECT_EQ(share(u"教师问卷占有效问卷的比例"_s), "20");
    expectNoDifference(report, "three groups");
    county.cell({.level = Level::Survey, .part = u"教师"_s}, u"survey_valid", u"");
    expectNoDifference(reportOf(county), "a blank");
    county.cell({.level = Level::Survey, .part = u"教师"_s}, u"survey_valid", u"不适用");
    expectNoDifference(reportOf(county), "one that does not apply");
}

// 2300 pupils in a 小学 built by 2010: G4 is met by the relaxation only, so the cover tells both verdicts until the
// county has chosen, and then its choice.
TEST(RuleSheets, TheCoverTellsWhatTheRelaxationsDecide) {
    const auto cover = [](test::Cells cells) {
        CountyBuilder county;
        county.school(u"9900000001", u"小学", {{u"built_year", u"2005"}})
            .section(u"9900000001", u"primary", {{u"pupils", u"2300"}})
            .county(cells);
        const Report report = reportOf(county);
        const Table& table = tableOf(report, u"封面"_s);
        const auto found =
            std::ranges::find_if(table.body, [](const Row& row) { return row.cells.front().text == u"放宽条款"_s; });
        return found == table.body.end() ? QString() : found->cells.at(1).text;
    };
    EXPECT_EQ(cover({}), u"尚未选定是否计入，总体结论：放宽 待填报／不放宽 未达标；以下各部分按计入放宽条款判定"_s);
    EXPECT_EQ(cover({{u"relaxations_applied", u"是"}}), u"计入"_s);
    EXPECT_EQ(cover({{u"relaxations_applied", u"否"}, {u"relaxations_reason", u"省教育督导室答复"}}),
              u"不计入，依据：省教育督导室答复"_s);
    // Nothing is decided by them where no school has one.
    const Report report = reportOf(CountyBuilder());
    EXPECT_TRUE(std::ranges::none_of(tableOf(report, u"封面"_s).body,
                                     [](const Row& row) { return row.cells.front().text == u"放宽条款"_s; }));
}

TEST(RuleSheets, AConclusionIsFollowed) {
    const Report report = reportOf(variedCounty());
    EXPECT_EQ(shown(report, u"政府保障"_s, u"学校规划布局"_s, u"指标判定"_s), "达标");
    EXPECT_EQ(shown(report, u"政府保障"_s, u"统筹分配编制和岗位"_s, u"指标判定"_s), "待填报"); // 待定
    EXPECT_EQ(shown(report, u"政府保障"_s, u"全部指标"_s, u"指标判定"_s), "未达标");
}

TEST(RuleSheets, AStageThatASchoolShouldRunIsMissing) {
    const Report report = reportOf(variedCounty()); // 戊, a 九年一贯制学校, has no row of 初中
    EXPECT_EQ(shown(report, u"学校-范围"_s, u"戊"_s, u"初中"_s), "待填报");
    EXPECT_EQ(shown(report, u"学校-范围"_s, u"戊"_s, u"义务教育阶段学生数"_s), "待填报");
    EXPECT_EQ(shown(report, u"学校-范围"_s, u"甲"_s, u"初中"_s), "无");
}

TEST(RuleSheets, AStandardWithoutAPartHasNoSheetOfIt) {
    const Report report = reportOf(variedCounty(), u"basic-2012"_s);
    for (const Table& table : report.tables()) {
        const bool ofASchool = table.name.endsWith(u"逐校"_s) && table.name != u"基本情况-逐校"_s;
        EXPECT_TRUE(table.name != u"政府保障"_s && table.name != u"表Ⅳ"_s && !ofASchool) << table.name.toStdString();
    }
    EXPECT_EQ(shown(report, u"社会认可度"_s, u"满意度"_s, u"判定"_s), "达标");
}

// 教督〔2012〕3号, as 甘肃 quotes it: 1.5‰, 600 at least, 70 % valid; the formula must hold the 600 too. 41.39 万:
// 620.85.
TEST(RuleSheets, TheSampleHasALeastNumber) {
    CountyBuilder county = variedCounty();
    const auto sample = [&](const QString& standard) -> const Cell& {
        static std::vector<Report> reports; // the cell lives in it
        reports.push_back(reportOf(county, standard));
        return cellOf(tableOf(reports.back(), u"社会认可度"_s), u"按常住人口应发问卷数"_s, u"数值"_s);
    };
    EXPECT_EQ(shown(sample(u"basic-2012"_s)), "621");
    county.county({{u"population", u"20"}});
    EXPECT_EQ(shown(sample(u"basic-2012"_s)), "600");
    EXPECT_TRUE(sample(u"basic-2012"_s).formula.contains(u"MAX(600,"_s))
        << sample(u"basic-2012"_s).formula.toStdString();
    EXPECT_EQ(shown(sample(u"national-2017"_s)), "300");
    const Report report = reportOf(county, u"basic-2012"_s);
    EXPECT_EQ(shown(report, u"社会认可度"_s, u"有效问卷回收率（不低于70%）"_s, u"数值"_s),
              "90.9090909091"); // 100 of 110
    expectNoDifference(report, "basic-2012");
}

} // namespace junheng::workings
