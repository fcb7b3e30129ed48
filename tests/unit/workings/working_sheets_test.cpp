// The working sheets as values: formulas written down by hand, and what must hold of all of them.

#include "model/data_code.h"
#include "standard/library.h"
#include "unit/report/county_builder.h"
#include "unit/report/tables_of.h"
#include "workings/working_sheets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace junheng::workings {

using model::dataCode;

using document::Cell;
using document::Chart;
using document::ConditionalMark;
using document::Report;
using document::Role;
using document::Row;
using document::SeriesKind;
using document::Table;

using namespace Qt::Literals::StringLiterals;
using model::Stage;
using report_test::CountyBuilder;
using report_test::tableOf;

namespace {

const standard::Standard& national() {
    static const standard::Standard standard = standard::loadStandard(u"national-2017"_s).value();
    return standard;
}

Report workbookOf(const model::CountyYear& year) {
    return workbookReport(year, national(), assess::assess(year, national()),
                          {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
}

const Cell& cellAt(const Table& table, std::size_t bodyRow, int column) {
    const Row& row = table.body.at(bodyRow);
    const auto found = std::ranges::find(row.cells, column, &Cell::column);
    if (found == row.cells.end())
        throw std::out_of_range("no cell in this column");
    return *found;
}

template <class Visit> void forEachCell(const Report& report, Visit visit) {
    for (const Table& table : report.tables()) {
        for (const auto* rows : {&table.head, &table.body}) {
            for (const Row& row : *rows) {
                for (const Cell& cell : row.cells)
                    visit(table, cell);
            }
        }
    }
}

model::CountyYear manySchools(int count) {
    model::ChangeSet changes;
    const auto add = [&](const model::SubjectKey& key, std::initializer_list<const char16_t*> items) {
        changes.changes.push_back({.subject = key, .after = model::Observation::ofAmount(1)});
        for (const char16_t* code : items)
            changes.changes.push_back({.subject = key,
                                       .item = &model::ItemDictionary::builtIn().at(QStringView(code)),
                                       .after = model::Observation::ofAmount(100)});
    };
    for (int i = 1; i <= count; ++i) {
        const QString code = u"99%1"_s.arg(i, 8, 10, QChar(u'0'));
        add(model::SubjectKey::ofSchool(code), {});
        add({.level = model::Level::Section, .school = code, .part = u"primary"_s}, {u"pupils"});
    }
    model::CountyYear year({.code = u"990110"_s, .name = u"大县"_s}, 2025);
    year.apply(changes);
    return year;
}

} // namespace

// N10's P2 has R2 0.67 of 1; N1 has R4 5.73 of 5.8, R5 9.64 of 10.2 and R6 2410.96 of 2500, all above 90 % too.
TEST(WorkingSheets, ABureausOwnFloorIsNamedInWordsFormulasAndMarks) {
    const standard::Standard own =
        standard::parseStandard(R"({"format":1,"id":"own","title":"自定","extends":"national-2017","sources":{},)"
                                R"("floor":{"share":"0.9","source":"6号"}})",
                                u"own.json"_s)
            .value();
    const model::CountyYear year = report_test::n10();
    const Report report = workbookReport(year, own, assess::assess(year, own),
                                         {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
    QStringList texts;
    for (const Table& table : report.tables()) {
        if (!table.name.endsWith(u"-判定"_s))
            continue;
        QStringList marks;
        for (const ConditionalMark& conditional : table.conditionalMarks)
            marks << conditional.formula;
        EXPECT_TRUE(marks.join(u' ').contains(u"\"90%以上\""_s)) << qPrintable(marks.join(u' '));
        EXPECT_TRUE(marks.join(u' ').contains(u"\"低于90%\""_s));
        for (const Row& row : table.body) {
            for (const Cell& cell : row.cells) {
                texts << cell.text;
                EXPECT_FALSE((cell.text + cell.formula).contains(u"85%"_s)) << qPrintable(cell.formula);
            }
        }
    }
    EXPECT_TRUE(texts.contains(u"达标6项；低于90%：L8"_s));
    EXPECT_TRUE(texts.contains(u"达标4项；90%以上：L10、L11、L12"_s));
}

TEST(WorkingSheets, StandBehindCoverAndOfficialTables) {
    QStringList names;
    const Report report = workbookOf(report_test::n10());
    for (const Table& table : report.tables())
        names << table.name;
    EXPECT_EQ(names, (QStringList{u"封面"_s,
                                  u"目录"_s,
                                  u"表Ⅰ"_s,
                                  u"表Ⅱ-1"_s,
                                  u"表Ⅱ-2"_s,
                                  u"表Ⅲ"_s,
                                  u"表Ⅳ"_s,
                                  u"表Ⅴ"_s,
                                  u"表Ⅵ"_s,
                                  u"低于85%学校名单"_s,
                                  u"未达标学校名单"_s,
                                  u"放宽条件使用清单"_s,
                                  u"图表"_s,
                                  u"学校-原始数据"_s,
                                  u"小学-原始数据"_s,
                                  u"初中-原始数据"_s,
                                  u"校区-原始数据"_s,
                                  u"小学-分摊"_s,
                                  u"小学-生均值"_s,
                                  u"小学-判定"_s,
                                  u"小学-均衡"_s,
                                  u"初中-分摊"_s,
                                  u"初中-生均值"_s,
                                  u"初中-判定"_s,
                                  u"初中-均衡"_s,
                                  u"学校-原始数据二"_s,
                                  u"学段-原始数据"_s,
                                  u"县级-原始数据"_s,
                                  u"定性结论-原始数据"_s,
                                  u"基本情况-逐校"_s,
                                  u"基本情况"_s,
                                  u"学校-范围"_s,
                                  u"G3-逐校"_s,
                                  u"G4-逐校"_s,
                                  u"G5-逐校"_s,
                                  u"G6-逐校"_s,
                                  u"G9-逐校"_s,
                                  u"G12-逐校"_s,
                                  u"G13-逐校"_s,
                                  u"政府保障"_s,
                                  u"Q1-逐校"_s,
                                  u"Q3-逐校"_s,
                                  u"Q4-逐校"_s,
                                  u"Q6-逐校"_s,
                                  u"教育质量"_s,
                                  u"社会认可度"_s,
                                  u"图表-数据"_s}));
}

TEST(WorkingSheets, AStageThatNoSchoolHasIsLeftOut) {
    CountyBuilder county(u"小县"_s, 2025);
    county.school(u"甲"_s, u"小学"_s).section(Stage::Primary, {{u"pupils", u"100"_s}});
    const Report report = workbookOf(county.year());
    for (const Table& table : report.tables())
        EXPECT_FALSE(table.name.startsWith(u"初中"_s)) << qPrintable(table.name);
}

TEST(WorkingSheets, AValueIsTheWholeFormulaOverRawFigures) {
    const Report report = workbookOf(report_test::n10());
    const Cell& r1 = cellAt(tableOf(report, u"小学-生均值"_s), 0, 6);
    EXPECT_EQ(r1.formula, u"=IF(C5<>\"参评\",\"——\",IF(OR(NOT(ISNUMBER(E5)),COUNTBLANK('小学-原始数据'!G4:J4)>0,"
                          "COUNT('小学-原始数据'!G4:J4)=0),\"待填报\",(N('小学-原始数据'!G4)+N('小学-原始数据'!H4)+"
                          "N('小学-原始数据'!I4)+N('小学-原始数据'!J4))*100/E5))"_s);
    ASSERT_TRUE(r1.number);
    EXPECT_NEAR(r1.number->value, 44.0 / 9, 1e-14);
    const Table& raw = tableOf(report, u"小学-原始数据"_s);
    EXPECT_EQ(cellAt(raw, 0, 7).number.value().value, 44); // 本科: H4
    EXPECT_EQ(cellAt(raw, 0, 7).role, Role::Entered);
}

TEST(WorkingSheets, SharedPremisesAreCutAtTheParts) {
    const Report report = workbookOf(report_test::n10());
    // P1, P2, T1 and then N1: 400 pupils of 小学 and 300 of 初中 weigh 400 and 330.
    const Table& parts = tableOf(report, u"小学-分摊"_s);
    const Cell& share = cellAt(parts, 3, 8);
    EXPECT_TRUE(share.formula.endsWith(u"D8*1/(D8*1+E8*1.1)))"_s)) << qPrintable(share.formula);
    EXPECT_NEAR(share.number.value().value, 400.0 / 730, 1e-15);
    const Cell& area = cellAt(parts, 3, 10);
    EXPECT_TRUE(area.formula.contains(u"(N('校区-原始数据'!H8)-N('校区-原始数据'!I8))*I8"_s))
        << qPrintable(area.formula);
    EXPECT_NEAR(area.number.value().value, 3800 * 400.0 / 730, 1e-9);
    const Cell& value = cellAt(tableOf(report, u"小学-生均值"_s), 4, 16);
    EXPECT_TRUE(value.formula.endsWith(u"SUM('小学-分摊'!K$8:K$8)/E9))"_s)) << qPrintable(value.formula);
}

TEST(WorkingSheets, ASectionOutOfScopeStaysWithItsReason) {
    const Report report = workbookOf(report_test::n10());
    const Table& values = tableOf(report, u"小学-生均值"_s);
    EXPECT_EQ(cellAt(values, 3, 1).text, u"T2"_s);
    EXPECT_EQ(cellAt(values, 3, 2).text, u"不足50人的教学点"_s);
    EXPECT_EQ(cellAt(values, 3, 6).text, u"——"_s);
    EXPECT_EQ(cellAt(tableOf(report, u"小学-判定"_s), 2 + 3, 11).text, u"——"_s);
}

TEST(WorkingSheets, ASponsorMayBeOutOfScope) {
    const standard::Standard standard = standard::loadStandard(u"basic-2012"_s).value();
    CountyBuilder county(u"小县"_s, 2025);
    county.school(u"甲"_s, u"小学"_s, {{u"sponsor", u"民办"_s}}).section(Stage::Primary, {{u"pupils", u"100"_s}});
    const model::CountyYear& year = county.year();
    const Report report = workbookReport(year, standard, assess::assess(year, standard),
                                         {.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s});
    EXPECT_EQ(cellAt(tableOf(report, u"学校-原始数据"_s), 0, 4).text, u"10 民办"_s);
    const Cell& scope = cellAt(tableOf(report, u"小学-生均值"_s), 0, 2);
    EXPECT_EQ(scope.text, u"民办学校"_s);
    EXPECT_TRUE(scope.formula.contains(u"IF('学校-原始数据'!E4=\"10 民办\",\"民办学校\","_s))
        << qPrintable(scope.formula);
}

// 规程: "农村小规模学校和教学点": a point outside 城区 needs no flag, and the formula knows it.
TEST(WorkingSheets, ARuralPointIsRelaxedWithoutAFlag) {
    const auto judged = [](const QString& locality) {
        CountyBuilder county(u"小县"_s, 2025);
        county.school(u"点"_s, u"小学教学点"_s, {{u"locality", locality}})
            .section(Stage::Primary, {{u"pupils", u"50"_s},
                                      {u"pe_teachers", u"0"_s},
                                      {u"music_teachers", u"0"_s},
                                      {u"fine_art_teachers", u"0"_s},
                                      {u"other_art_teachers", u"0"_s},
                                      {u"visiting_pe_art_teachers", u"2"_s}});
        const Report report = workbookOf(county.year());
        const Table& values = tableOf(report, u"小学-生均值"_s);
        for (const Cell& cell : values.body.front().cells) {
            if (cell.formula.contains(u"=\"小学教学点\",OR("_s))
                return cell.number ? QString::number(cell.number->value) : cell.text;
        }
        return u"no such formula"_s;
    };
    EXPECT_EQ(judged(u"乡村"_s), u"4"_s); // 2 of 50
    EXPECT_EQ(judged(u"镇区"_s), u"4"_s);
    EXPECT_EQ(judged(u"城区"_s), u"——"_s);
    EXPECT_EQ(judged(QString()), u"——"_s);
}

TEST(WorkingSheets, AMissingFigureIsABlankCellAndNotZero) {
    CountyBuilder county(u"小县"_s, 2025);
    county.school(u"甲"_s, u"小学"_s)
        .section(Stage::Primary, {{u"pupils", u"100"_s}, {u"teachers_college", u"不适用"_s}});
    const Report report = workbookOf(county.year());
    const Table& raw = tableOf(report, u"小学-原始数据"_s);
    EXPECT_EQ(cellAt(raw, 0, 6).text, u"不适用"_s);
    EXPECT_FALSE(cellAt(raw, 0, 7).number);
    EXPECT_TRUE(cellAt(raw, 0, 7).text.isEmpty());
    EXPECT_EQ(cellAt(tableOf(report, u"小学-生均值"_s), 0, 6).text, u"待填报"_s);
}

TEST(WorkingSheets, EveryFormulaCarriesItsFigure) {
    int formulas = 0;
    forEachCell(workbookOf(report_test::n10()), [&](const Table& table, const Cell& cell) {
        if (cell.formula.isEmpty())
            return;
        ++formulas;
        EXPECT_TRUE(cell.formula.startsWith(u'='));
        EXPECT_TRUE(cell.number || !cell.text.isEmpty()) << qPrintable(table.name + cell.formula);
    });
    EXPECT_GT(formulas, 500);
}

TEST(WorkingSheets, TheCoverCountsEveryCheck) {
    const Report report = workbookOf(report_test::n10());
    int checks = 0;
    forEachCell(report, [&](const Table&, const Cell& cell) { checks += cell.role == Role::Check ? 1 : 0; });
    const Row& total = tableOf(report, u"封面"_s).body.back();
    EXPECT_EQ(total.cells.at(0).text, u"核对合计"_s);
    EXPECT_EQ(total.cells.at(1).text, u"核对一致"_s);
    EXPECT_EQ(total.cells.at(2).number.value().value, checks);
}

TEST(WorkingSheets, TheCoverSaysWhoHandsItInOnWhichData) {
    CountyBuilder county(u"算例县"_s, 2025);
    county.county({{u"filled_by", u"张三"_s}});
    const Report report = workbookOf(county.year());
    QStringList lines;
    for (const Row& row : tableOf(report, u"封面"_s).body)
        lines << row.cells[0].text + u'|' + row.cells[1].text;
    EXPECT_EQ(lines.first(10),
              (QStringList{u"县（市、区）|算例县（990110）"_s, u"学年|2025—2026学年"_s, u"填报人|张三"_s, u"审核人|"_s,
                           u"单位负责人|"_s, u"填报日期|2025年10月8日"_s, u"填报单位|\n\n（盖章）\n"_s,
                           u"评估标准|"_s + national().title + u"（national-2017）"_s, u"编制程序|均衡 0.1.0"_s,
                           u"数据校验码|"_s + dataCode(county.year())}));
}

TEST(WorkingSheets, ChartsStandOverSortedCells) {
    const Report report = workbookOf(report_test::n10());
    const Table& charts = tableOf(report, u"图表"_s);
    ASSERT_EQ(charts.charts.size(), 16U); // of each stage the coefficients and seven rankings
    const Chart& first = charts.charts.front();
    EXPECT_EQ(first.title, u"小学：差异系数与限值"_s);
    EXPECT_EQ(first.series[0].name, u"差异系数（虚线：限值 0.50）"_s);
    EXPECT_EQ(first.series[1].kind, SeriesKind::Limit);
    const Table& data = tableOf(report, u"图表-数据"_s);
    // Row 4 of the sheet is the first of the body.
    EXPECT_EQ(first.series[0].cells.firstRow, 3);
    EXPECT_EQ(first.series[0].cells.lastRow, 9);
    EXPECT_EQ(cellAt(data, 1, first.series[0].cells.column).formula, u"='小学-均衡'!F7"_s);
    EXPECT_EQ(cellAt(data, 1, first.series[1].cells.column).number.value().value, 0.5);
    // R1 of P1, P2, T1 and N1: 4.89, 5.33, 6.67 and 5.00.
    const Chart& ranking = charts.charts[1];
    EXPECT_EQ(ranking.title, u"小学 R1：每百名学生拥有高于规定学历教师数"_s);
    EXPECT_EQ(ranking.series[1].name, u"标准 4.2"_s);
    EXPECT_EQ(ranking.series[0].cells.lastRow - ranking.series[0].cells.firstRow, 3);
    const int column = ranking.series[0].cells.column;
    const double wanted[] = {44.0 / 9, 5, 16.0 / 3, 20.0 / 3};
    for (std::size_t row = 0; row < 4; ++row) {
        EXPECT_NEAR(cellAt(data, row, column).number.value().value, wanted[row], 1e-12);
        EXPECT_EQ(cellAt(data, row, column + 1).number.value().value, 4.2);
    }
    EXPECT_EQ(cellAt(data, 1, column).formula,
              u"=IF(COUNT('小学-生均值'!G$5:G$9)<2,\"——\",SMALL('小学-生均值'!G$5:G$9,2))"_s);
}

TEST(WorkingSheets, NoSchoolNoChart) {
    const Report report = workbookOf(CountyBuilder(u"空县"_s, 2025).year());
    for (const Table& table : report.tables())
        EXPECT_FALSE(table.name.startsWith(u"图表"_s));
}

TEST(WorkingSheets, TheCoverSaysTheVerdictOfEachPartByFormula) {
    const Report report = workbookOf(report_test::n10());
    const Table& cover = tableOf(report, u"封面"_s);
    const auto line = [&](const QString& label) -> const Cell& {
        const auto found =
            std::ranges::find_if(cover.body, [&](const Row& row) { return row.cells.front().text == label; });
        return cellAt(cover, static_cast<std::size_t>(found - cover.body.begin()), 1);
    };
    EXPECT_EQ(line(u"教育质量"_s).formula, u"='教育质量'!I4"_s);
    EXPECT_EQ(line(u"教育质量"_s).text, u"待填报"_s); // nothing of it is given
    EXPECT_EQ(
        line(u"资源配置"_s).formula,
        u"=IF(COUNTIF('小学-判定'!L$8:L$12,\"未达标\")+COUNTIF('初中-判定'!L$8:L$10,\"未达标\")>0,\"未达标\","
        "IF(OR(COUNTIF('小学-判定'!L$8:L$12,\"待填报\")+COUNTIF('初中-判定'!L$8:L$10,\"待填报\")>0,"
        "COUNTIF('小学-判定'!L$8:L$12,\"达标\")+COUNTIF('初中-判定'!L$8:L$10,\"达标\")=0),\"待填报\",\"达标\"))"_s);
}

TEST(WorkingSheets, OfficialTablesReferToTheWorkingSheets) {
    const Report report = workbookOf(report_test::n10());
    const Table& schools = tableOf(report, u"表Ⅱ-2"_s);
    EXPECT_EQ(cellAt(schools, 1, 6).formula, u"='小学-生均值'!G5"_s);
    EXPECT_EQ(cellAt(schools, 1, 6).text, u"4.89"_s);
    EXPECT_EQ(cellAt(schools, 1, 13).formula, u"='小学-判定'!L8"_s);
    EXPECT_EQ(cellAt(tableOf(report, u"表Ⅲ"_s), 1, 2).formula, u"='小学-均衡'!D7"_s);
    EXPECT_EQ(cellAt(tableOf(report, u"表Ⅱ-1"_s), 0, 2).formula, u"='小学-判定'!D6"_s);
}

TEST(WorkingSheets, FormulasStayShortWithFiveThousandSchools) {
    constexpr qsizetype kLongest = 8192; // of Excel
    qsizetype longest = 0;
    forEachCell(workbookOf(manySchools(5000)),
                [&](const Table&, const Cell& cell) { longest = std::max(longest, cell.formula.size()); });
    EXPECT_GT(longest, 100);
    EXPECT_LE(longest, kLongest);
}

} // namespace junheng::workings
