#include "workings/cover.h"

#include "model/data_code.h"
#include "model/items.h"
#include "model/school_year.h"
#include "report/cells.h"
#include "workings/contents.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/working_cells.h"
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

using assess::Verdict;

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
    const auto total = [&](int column) {
        return excelAddress(contents.name,
                            static_cast<int>(kRowsAboveHead + contents.head.size() + contents.body.size()) - 1, column);
    };
    const Row& sums = contents.body.back();
    const auto sum = [&](int column) {
        const Cell& cell = *std::ranges::find(sums.cells, column, &Cell::column);
        return formulaCell(column, total(column), CellValue::of(cell.number->value), cell.number->decimals);
    };
    Row row{{textCell(0, tr("核对合计")),
             formulaCell(1,
                         QStringLiteral("IF(ISNUMBER(%1),IF(%1=0,%2,%3),%3)")
                             .arg(total(kDifferenceColumn), excelText(tr("核对一致")), excelText(tr("有差异"))),
                         CellValue::of(tr("核对一致")), 0),
             sum(kCountColumn), sum(kDifferenceColumn)}};
    for (Cell& cell : row.cells)
        cell.align = Align::Centre;
    return row;
}

Row partLine(const QString& label, const QString& formula, const CellValue& verdict) {
    Row row{{textCell(0, label), merged(formulaCell(1, formula, verdict, 0), 1, 3)}};
    row.cells.back().align = Align::Left;
    return row;
}

// The gravest of the words in these ranges; without one nothing is judged.
QString gravestWord(const QStringList& ranges) {
    const auto count = [&](const SheetWord& word) {
        QStringList counts;
        for (const QString& range : ranges)
            counts << QStringLiteral("COUNTIF(%1,%2)").arg(range, word.quoted);
        return counts.join(QChar(u'+'));
    };
    return QStringLiteral("IF(%1>0,%2,IF(OR(%3>0,%4=0),%5,%6))")
        .arg(count(words().unmet), words().unmet.quoted, count(words().missing), count(words().met),
             words().missing.quoted, words().met.quoted);
}

// What becomes of the parts, by the formulas of the sheets. The balance only where the sheets have all that it rests
// on.
std::vector<Row> verdictLines(const WorkingSources& from, const std::vector<std::pair<QString, Live>>& parts) {
    const standard::Standard& standard = from.sources.standard;
    const assess::Verdicts& verdicts = from.sources.assessment.verdicts;
    QStringList sections;
    QStringList coefficients;
    for (const WorkingStage& stage : from.layout.stages()) {
        sections << from.layout.sectionRange(stage, Step::Verdicts, from.layout.verdictColumn());
        const int row = summaryRow(BalanceRow::Verdict);
        coefficients << excelRowRange(WorkingLayout::sheetOf(stage.stage, Step::Balance), row, kFirstDeviationColumn,
                                      from.layout.compositeColumn() - 1);
    }
    const auto word = [](Verdict verdict) { return CellValue::of(assess::verdictWord(verdict)); };
    std::vector<Row> rows;
    if (!sections.isEmpty() && !standard.resource.empty())
        rows.push_back(partLine(tr("资源配置"), gravestWord(sections), word(verdicts.resources)));
    const bool further = std::ranges::any_of(standard.furtherBalance, &standard::ResourceIndicator::tested);
    if (!sections.isEmpty() && !standard.resource.empty() && !further && standard.singleCoefficientsTested &&
        !standard.compositeLimit)
        rows.push_back(partLine(tr("校际均衡"), gravestWord(coefficients), word(verdicts.balance)));
    for (const auto& [name, verdict] : parts)
        rows.push_back(partLine(name, verdict.text(), verdict.figure()));
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
