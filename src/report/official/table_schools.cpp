// 表Ⅱ-2.

#include "base/rational.h"
#include "model/item.h"
#include "report/cells.h"
#include "report/official/table_parts.h"
#include "report/working/excel_formula.h"
#include "report/working/working_cells.h"
#include "report/working/working_layout.h"

#include <algorithm>
#include <set>

namespace junheng::report {

using document::Align;
using document::Cell;
using document::ColumnHeading;
using document::countCell;
using document::linked;
using document::Mark;
using document::merged;
using document::numberCell;
using document::Row;
using document::serialCell;
using document::Table;
using document::textCell;

namespace {

using model::SchoolType;
using model::Stage;

constexpr int kFirstRaw = 3;              // L4: pupils, grades, classes
constexpr int kFirstIndicator = 6;        // L7
constexpr std::int64_t kLargerPoint = 50; // note 1 counts 50人及以上教学点

/// Which notes the figures call for.
struct Occurrences {
    std::set<int> relaxations;
    bool borderline = false;
};

/// The part of a school that runs several stages is named with its stage.
QString sectionName(const model::CountyYear& year, int schoolRow, Stage stage) {
    const QString name = year.schoolName(year.schools().key(schoolRow).school);
    const std::optional<SchoolType> type = year.schoolType(schoolRow);
    const bool whole =
        !type || (stage == Stage::Primary && (type == SchoolType::Primary || type == SchoolType::TeachingPoint)) ||
        (stage == Stage::Junior && type == SchoolType::Junior);
    return whole ? name : tr("%1（%2部）").arg(name, model::stageName(stage));
}

// "7 县级教育部门": the form wants the number alone.
Cell sponsorCell(int column, const model::Item& item, const model::Observation& sponsor) {
    if (!sponsor.isValue())
        return observationCell(column, item, sponsor);
    return countCell(column, sponsor.text.section(QChar(u' '), 0, 0).toInt());
}

Cell valueCell(int column, const Sources& sources, const assess::StageAssessment& stage, int section, int indicator,
               Occurrences& seen) {
    const auto row = static_cast<std::size_t>(section);
    const assess::IndicatorColumn& figures = stage.indicators[static_cast<std::size_t>(indicator)];
    const assess::Status status = figures.statuses[row];
    const auto linkedHere = [&](Cell cell) {
        if (sources.working == nullptr)
            return cell;
        const QString address = sources.working->value(stage.stage, sources.working->indexOf(stage.sectionRows[row]),
                                                       static_cast<std::size_t>(indicator));
        const Mark mark = cell.mark;
        cell = cell.number ? linked(std::move(cell), address, figures.values[row])
                           : linked(std::move(cell), address, sources.standard.valueDecimals);
        if (figures.borderline[row] != 0)
            cell.mark = mark; // what is printed would be judged otherwise, so no rule can tell
        return cell;
    };
    if (status == assess::Status::Missing)
        return linkedHere(missingCell(column));
    Cell cell = numberCell(column, figures.values[row],
                           assess::printedValue(sources.year, sources.standard, stage, section, indicator));
    if (status == assess::Status::Floor)
        cell.mark = Mark::Floor;
    else if (status == assess::Status::Below)
        cell.mark = Mark::Failing;
    cell.suffix = relaxationSign(figures.relaxation[row]);
    if (figures.relaxation[row] >= 0)
        seen.relaxations.insert(figures.relaxation[row]);
    if (figures.borderline[row] != 0) {
        cell.suffix += borderlineSign();
        seen.borderline = true;
    }
    return linkedHere(std::move(cell));
}

Cell verdictCell(int column, assess::Verdict verdict) {
    Cell cell = textCell(column, assess::verdictWord(verdict));
    cell.mark = markOf(verdict);
    return cell;
}

// A blank raw figure reads 待填报.
void linkToRaw(Cell& cell, const WorkingLayout& working, Stage stage, int sectionRow, const model::Item& item) {
    const QString raw = working.sectionItem(*working.stage(stage), working.indexOf(sectionRow), item);
    cell =
        linked(std::move(cell),
               QStringLiteral("IF(%1=\"\",%2,%1)").arg(raw, excelText(assess::statusWord(assess::Status::Missing))), 0);
}

Row sectionRow(const Sources& sources, const assess::StageAssessment& stage, int section, Occurrences& seen) {
    const auto& items = model::ItemDictionary::instance();
    const model::CountyYear& year = sources.year;
    const int schoolRow = stage.schoolRows[static_cast<std::size_t>(section)];
    const int row = stage.sectionRows[static_cast<std::size_t>(section)];
    Cell name = textCell(1, sectionName(year, schoolRow, stage.stage));
    name.align = Align::Left;
    const model::Item& sponsor = items.at(u"sponsor");
    Row cells{{serialCell(section + 1), name, sponsorCell(2, sponsor, year.schools().at(schoolRow, sponsor))}};
    int column = kFirstRaw;
    for (const QStringView code : {QStringView(u"pupils"), QStringView(u"grades"), QStringView(u"classes")}) {
        const model::Item& item = items.at(code);
        cells.cells.push_back(observationCell(column++, item, year.sections().at(row, item)));
        if (sources.working != nullptr)
            linkToRaw(cells.cells.back(), *sources.working, stage.stage, row, item);
    }
    for (int i = 0; i < static_cast<int>(stage.indicators.size()); ++i)
        cells.cells.push_back(valueCell(column++, sources, stage, section, i, seen));
    cells.cells.push_back(verdictCell(column++, stage.verdicts[static_cast<std::size_t>(section)]));
    const std::size_t verdict = cells.cells.size() - 1;
    Cell remark = textCell(column, assess::remarkOf(sources.standard, stage, section, schoolColumns(sources.standard)));
    remark.align = Align::Left;
    cells.cells.push_back(remark);
    if (const WorkingLayout* working = sources.working) {
        const int index = working->indexOf(row);
        for (const auto& [cell, from] :
             {std::pair(verdict, working->verdictColumn()), std::pair(verdict + 1, working->remarkColumn())})
            cells.cells[cell] = linked(std::move(cells.cells[cell]), working->verdictCell(stage.stage, index, from), 0);
    }
    return cells;
}

// The marks of one indicator's column follow its figures; borderline ones keep their own.
void addRules(Table& table, const standard::Standard& standard, const assess::StageAssessment& stage, int firstRow,
              std::size_t indicator) {
    const standard::Threshold& threshold = standard.resource[indicator].threshold[standard::stageIndex(stage.stage)];
    const QString below = QStringLiteral("ROUND(%1-%2,10)<0");
    const QString belowFloor = below.arg(QStringLiteral("%1"), excelNumber(threshold.floor));
    const QString belowThreshold = below.arg(QStringLiteral("%1"), excelNumber(threshold.value));
    const int column = kFirstIndicator + static_cast<int>(indicator);
    const auto& borderline = stage.indicators[indicator].borderline;
    for (int first = 0; first < stage.sectionCount();) {
        int last = first;
        while (last < stage.sectionCount() && borderline[static_cast<std::size_t>(last)] == 0)
            ++last;
        const CellBlock block{
            .firstRow = firstRow + first, .lastRow = firstRow + last - 1, .firstColumn = column, .lastColumn = column};
        markWhere(table, block, QStringLiteral("%1=") + excelText(assess::statusWord(assess::Status::Missing)),
                  Mark::Missing);
        markWhere(table, block, QStringLiteral("AND(ISNUMBER(%1),") + belowFloor + QChar(u')'), Mark::Failing);
        markWhere(table, block,
                  QStringLiteral("AND(ISNUMBER(%1),NOT(") + belowFloor + QStringLiteral("),") + belowThreshold +
                      QChar(u')'),
                  Mark::Floor);
        first = last + 1;
    }
}

void addBlock(Table& table, const Sources& sources, const assess::StageAssessment& stage, Occurrences& seen) {
    const int columns = static_cast<int>(table.columnWidths.size());
    Cell heading = merged(textCell(0, model::stageName(stage.stage)), 1, columns);
    table.body.push_back({{heading}});
    const int firstRow = static_cast<int>(table.body.size());
    for (int section = 0; section < stage.sectionCount(); ++section)
        table.body.push_back(sectionRow(sources, stage, section, seen));
    if (sources.working == nullptr)
        return;
    for (std::size_t i = 0; i < stage.indicators.size(); ++i)
        addRules(table, sources.standard, stage, firstRow, i);
    const int verdict = kFirstIndicator + static_cast<int>(stage.indicators.size());
    const int lastRow = static_cast<int>(table.body.size()) - 1;
    for (const auto& [first, last] : {std::pair(kFirstRaw, kFirstIndicator - 1), std::pair(verdict, verdict)})
        markWords(table, {.firstRow = firstRow, .lastRow = lastRow, .firstColumn = first, .lastColumn = last});
}

template <class Condition> int countSections(const assess::StageAssessment* stage, Condition condition) {
    int count = 0;
    for (int section = 0; stage != nullptr && section < stage->sectionCount(); ++section)
        count += condition(static_cast<std::size_t>(section)) ? 1 : 0;
    return count;
}

// Note 1 of the form: how many schools of which kind are in the table.
QString schoolsNote(const Sources& sources) {
    const assess::StageAssessment* primary = sources.assessment.stage(Stage::Primary);
    const assess::StageAssessment* junior = sources.assessment.stage(Stage::Junior);
    const auto typeOf = [&](const assess::StageAssessment* stage, std::size_t section) {
        return sources.year.schoolType(stage->schoolRows[section]);
    };
    const auto consistent = [&](const assess::StageAssessment* stage) {
        return countSections(stage, [&](std::size_t section) {
            const auto type = typeOf(stage, section);
            return type == SchoolType::NineYear || type == SchoolType::TwelveYear;
        });
    };
    const int points = countSections(primary, [&](std::size_t section) {
        return typeOf(primary, section) == SchoolType::TeachingPoint && primary->pupilsGiven[section] != 0 &&
               primary->pupils[section] >= static_cast<double>(kLargerPoint);
    });
    const int complete =
        countSections(junior, [&](std::size_t section) { return typeOf(junior, section) == SchoolType::Complete; });
    return tr("小学学校总数%1所（其中：一贯制学校的小学部有%2所，50人及以上教学点有%3个），"
              "初中学校总数%4所（其中：一贯制学校的初中部%5所，完全中学的初中部%6所）。")
        .arg(primary != nullptr ? primary->sectionCount() : 0)
        .arg(consistent(primary))
        .arg(points)
        .arg(junior != nullptr ? junior->sectionCount() : 0)
        .arg(consistent(junior))
        .arg(complete);
}

QStringList notesOf(const Sources& sources, const Occurrences& seen) {
    const auto& standard = sources.standard;
    const QString floor = assess::floorPercent(standard);
    const int last = kFirstIndicator + static_cast<int>(standard.resource.size());
    QStringList notes{schoolsNote(sources),
                      tr("举办者类型处填写代码：%1。")
                          .arg(model::ItemDictionary::instance().at(u"sponsor").choices.join(QStringLiteral("，")))};
    if (!standard.resource.empty())
        notes << tr("L%1-L%2数值均保留%3位小数。")
                     .arg(kFirstIndicator + 1)
                     .arg(last)
                     .arg(digitsWord(standard.valueDecimals))
              << tr("浅色底纹、斜体：未达标，但不低于标准的%1%；深色底纹、粗体：低于标准的%1%，或综合评估未达标。")
                     .arg(floor);
    for (const int relaxation : seen.relaxations)
        notes << tr("标%1的数值按放宽条件计入：%2。")
                     .arg(relaxationSign(relaxation), standard.relaxations[static_cast<std::size_t>(relaxation)].title);
    if (seen.borderline)
        notes << borderlineNote();
    return numbered(notes);
}

void addHead(Table& table, const standard::Standard& standard) {
    std::vector<ColumnHeading> headings{{tr("序号"), 6},     {tr("学校名称"), 30}, {tr("举办者类型"), 8},
                                        {tr("在校生数"), 8}, {tr("年级数"), 7},    {tr("班级数"), 7}};
    for (const standard::ResourceIndicator& indicator : standard.resource)
        headings.push_back({indicator.formTitle, 11});
    headings.push_back({tr("该校综合评估是否达标"), 9});
    Row titles;
    Row numbers;
    for (const ColumnHeading& heading : headings) {
        const int column = static_cast<int>(table.columnWidths.size());
        titles.cells.push_back(textCell(column, heading.text));
        numbers.cells.push_back(textCell(column, QStringLiteral("L%1").arg(column + 1)));
        table.columnWidths.push_back(heading.width);
    }
    titles.cells.push_back(merged(
        textCell(static_cast<int>(headings.size()), tr("备注（注明有哪几项指标达标，哪几项指标达到85%）")), 2, 1));
    table.columnWidths.push_back(30);
    table.head = {titles, numbers};
}

} // namespace

QStringList schoolColumns(const standard::Standard& standard) {
    QStringList columns;
    for (int i = 0; i < static_cast<int>(standard.resource.size()); ++i)
        columns << QStringLiteral("L%1").arg(kFirstIndicator + i + 1);
    return columns;
}

Table schoolsTable(const Sources& sources) {
    Table table{.name = QStringLiteral("表Ⅱ-2"), .title = tr("表Ⅱ-2　小学、初中资源配置基本情况（分学校）")};
    table.caption.right = tr("单位：%1").arg(indicatorUnits(sources.standard));
    addHead(table, sources.standard);
    Occurrences seen;
    for (const assess::StageAssessment& stage : sources.assessment.stages)
        addBlock(table, sources, stage, seen);
    table.notes = notesOf(sources, seen);
    return table;
}

} // namespace junheng::report
