#include "workings/cover.h"

#include "base/index.h"
#include "model/data_code.h"
#include "model/items.h"
#include "model/school_year.h"
#include "report/cells.h"
#include "workings/contents.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/live_sheet.h"
#include "workings/tr.h"

#include <algorithm>

namespace junheng::workings {

using model::dataCode;
using report::numbered;
using report::ReportInfo;
using report::Sources;

using document::Align;
using document::Cell;
using document::kRowsAboveHead;
using document::merged;
using document::Row;
using document::Table;
using document::textCell;

namespace {

Row line(const QString& label, const QString& text, Align align = Align::Left) {
    Cell value = merged(textCell(1, text), 1, 3);
    value.align = align;
    return {{textCell(0, label), value}};
}

// As entered; blank to be filled in by hand.
Row nameLine(const model::CountyYear& year, QStringView code) {
    const model::Item& item = model::itemOf(code);
    return line(item.label, year.value(model::SubjectKey::ofCounty(), item).text);
}

// 核对一致 while every live formula gives what the program found; the sums stand below the contents.
Row verdictLine(const Table& contents) {
    const int sums = static_cast<int>(kRowsAboveHead + contents.head.size() + contents.body.size()) - 1;
    const auto cell = [&](int column) -> const Cell& {
        return *std::ranges::find(contents.body.back().cells, column, &Cell::column);
    };
    const auto total = [&](int column) {
        return Live(excelAddress(contents.name, sums, column), valueOf(cell(column)));
    };
    const auto shown = [&](int column) { return formulaCell(column, total(column), cell(column).number->decimals); };
    const Live difference = total(kDifferenceColumn);
    const Live differs = Live::text(tr("有差异"));
    const Live agrees = live::choose(live::equal(difference, Live::integer(0)), Live::text(tr("核对一致")), differs);
    Row row{{textCell(0, tr("核对合计")), formulaCell(1, live::choose(live::isNumber(difference), agrees, differs), 0),
             shown(kCountColumn), shown(kDifferenceColumn)}};
    for (Cell& one : row.cells)
        one.align = Align::Centre;
    return row;
}

Row partLine(const QString& label, const Live& verdict) {
    Row row{{textCell(0, label), merged(formulaCell(1, verdict, 0), 1, 3)}};
    row.cells.back().align = Align::Left;
    return row;
}

// The gravest of the words in these cells; without one nothing is judged.
Live gravestWord(const LiveRange& cells) {
    const Live none = Live::integer(0);
    const Live isOpen = live::any({live::above(live::countWord(cells, words().missing), none),
                                   live::equal(live::countWord(cells, words().met), none)});
    return live::choose(live::above(live::countWord(cells, words().unmet), none), words().unmet,
                        live::choose(isOpen, words().missing, words().met));
}

// The verdicts of the sections of all stages.
LiveRange sectionVerdicts(const WorkingLayout& layout) {
    LiveRange cells;
    for (const WorkingStage& stage : layout.stages()) {
        cells.ranges << layout.sectionRange(stage, Step::Verdicts, layout.verdictColumn());
        for (const WorkingSection& section : stage.sections)
            cells.values.emplace_back(section.judged < 0
                                          ? words().dash.text
                                          : assess::verdictWord(stage.judged->verdicts[base::at(section.judged)]));
    }
    return cells;
}

// Those of the single coefficients.
LiveRange coefficientVerdicts(const WorkingLayout& layout) {
    LiveRange cells;
    for (const WorkingStage& stage : layout.stages()) {
        cells.ranges << excelRowRange(WorkingLayout::sheetOf(stage.stage, Step::Balance),
                                      summaryRow(BalanceRow::Verdict), kFirstDeviationColumn,
                                      layout.compositeColumn() - 1);
        if (stage.judged == nullptr)
            continue;
        for (const assess::IndicatorColumn& indicator : stage.judged->indicators)
            cells.values.emplace_back(assess::verdictWord(indicator.coefficient.status));
    }
    return cells;
}

// What becomes of the parts, by the formulas of the sheets. The balance only where the sheets have all that it rests
// on.
std::vector<Row> verdictLines(const WorkingSources& from, const std::vector<std::pair<QString, Live>>& parts) {
    const standard::Standard& standard = from.sources.standard;
    const bool isJudged = !from.layout.stages().empty() && !standard.resource.empty();
    std::vector<Row> rows;
    if (isJudged)
        rows.push_back(partLine(tr("资源配置"), gravestWord(sectionVerdicts(from.layout))));
    const bool further = std::ranges::any_of(standard.furtherBalance, &standard::ResourceIndicator::tested);
    if (isJudged && !further && standard.singleCoefficientsTested && !standard.compositeLimit)
        rows.push_back(partLine(tr("校际均衡"), gravestWord(coefficientVerdicts(from.layout))));
    for (const auto& [name, verdict] : parts)
        rows.push_back(partLine(name, verdict));
    return rows;
}

// Both verdicts while the county has not chosen whether relaxations count, and what it has chosen; empty where they
// change nothing.
QString relaxationsLine(const Sources& sources) {
    if (sources.assessment.relaxationsOpen)
        return tr("尚未选定是否计入，总体结论：%1；以下各部分按计入放宽条款判定")
            .arg(assess::overallWord(sources.assessment));
    const auto chosen = standard::relaxationsChosen(sources.year);
    if (!chosen)
        return {};
    const model::Observation reason =
        sources.year.value(model::SubjectKey::ofCounty(), model::itemOf(items::relaxations_reason));
    const QString word = *chosen ? tr("计入") : tr("不计入");
    return reason.isValue() ? tr("%1，依据：%2").arg(word, reason.text) : word;
}

// Who hands it in, by which rules, on which data.
std::vector<Row> headLines(const Sources& sources, const ReportInfo& info) {
    const model::CountyYear& year = sources.year;
    std::vector<Row> lines{
        line(tr("县（市、区）"), QStringLiteral("%1（%2）").arg(year.county().name, year.county().code)),
        line(tr("学年"), model::schoolYearName(year.year())),
        nameLine(year, items::filled_by),
        nameLine(year, items::reviewed_by),
        nameLine(year, items::responsible),
        line(tr("填报日期"), tr("%1年%2月%3日").arg(info.date.year()).arg(info.date.month()).arg(info.date.day())),
        line(tr("填报单位"), tr("\n\n（盖章）\n"), Align::Centre),
        line(tr("评估标准"), QStringLiteral("%1（%2）").arg(sources.standard.title, sources.standard.id)),
        line(tr("编制程序"), tr("均衡 %1").arg(info.programVersion).trimmed()),
        line(tr("数据校验码"), dataCode(year)),
    };
    if (const QString relaxations = relaxationsLine(sources); !relaxations.isEmpty())
        lines.push_back(line(tr("放宽条款"), relaxations));
    return lines;
}

} // namespace

Table coverTable(const WorkingSources& from, const ReportInfo& info, const Table& contents,
                 const std::vector<std::pair<QString, Live>>& parts) {
    const Sources& sources = from.sources;
    const std::vector<Row> verdicts = verdictLines(from, parts);
    const model::CountyYear& year = sources.year;
    Table cover{.name = tr("封面"), .title = tr("%1义务教育优质均衡发展申报表及计算底稿").arg(year.county().name)};
    cover.columnWidths = {20, 46, 12, 14};
    cover.body = headLines(sources, info);
    const int firstVerdict = static_cast<int>(cover.body.size());
    cover.body.insert(cover.body.end(), verdicts.begin(), verdicts.end());
    markWords(cover, {.firstRow = firstVerdict,
                      .lastRow = static_cast<int>(cover.body.size()) - 1,
                      .firstColumn = 1,
                      .lastColumn = 1});
    cover.body.push_back({{textCell(0, tr("计算底稿")), textCell(1, tr("结论")), textCell(kCountColumn, tr("核对项数")),
                           textCell(kDifferenceColumn, tr("差异合计"))}});
    cover.body.push_back(verdictLine(contents));
    cover.notes =
        numbered({tr("计算底稿由公式逐步推算：原始数据→分摊→生均值→判定→均衡；原始数据→学校范围→逐校→"
                     "政府保障、教育质量、社会认可度。申报表各数和本页各部分的判定引自底稿。"),
                  tr("“核对”列把公式算出的数与程序的结果相比：数值为ROUND((程序值－公式值)/"
                     "MAX(1,ABS(程序值)),12)（离差与标准差以平均值为尺度），"
                     "文字一致为0，不一致为1。合计为0即核对一致。"),
                  tr("浅蓝底纹为原始数据，可以改动，其余各表随之变动；改动后与程序原结果不同的，核对即显示差异。"
                     "改动只在本工作簿有效，正式数据请在程序中修改后重新生成。"),
                  tr("空白为待填报，不等于0；某项缺少数据的，该项及有关差异系数为待填报。")});
    return cover;
}

} // namespace junheng::workings
