// 表Ⅱ-2.

#include "base/index.h"
#include "base/rational.h"
#include "model/item.h"
#include "model/items.h"
#include "report/cells.h"
#include "report/figure_names.h"
#include "report/official/table_parts.h"
#include "report/tr.h"

#include <algorithm>
#include <set>

namespace junheng::report {

using document::Align;
using document::Cell;
using document::ColumnHeading;
using document::countCell;
using document::Mark;
using document::merged;
using document::numberCell;
using document::Row;
using document::serialCell;
using document::showing;
using document::Table;
using document::textCell;

namespace {

using model::SchoolType;
using model::Stage;

constexpr int kFirstRaw = 3;              // L4: pupils, grades, classes
constexpr int kFirstIndicator = 6;        // L7
constexpr std::int64_t kLargerPoint = 50; // note 1 counts 50人及以上教学点

/// Which notes the figures call for.
struct SchoolNotes {
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
               SchoolNotes& seen) {
    const auto row = static_cast<std::size_t>(section);
    const assess::IndicatorColumn& figures = stage.indicators[static_cast<std::size_t>(indicator)];
    const assess::Status status = figures.statuses[row];
    if (status == assess::Status::Missing)
        return missingCell(column);
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
    return cell;
}

Cell verdictCell(int column, assess::Verdict verdict) {
    Cell cell = textCell(column, assess::verdictWord(verdict));
    cell.mark = markOf(verdict);
    return cell;
}

Row sectionRow(const Sources& sources, const assess::StageAssessment& stage, int section, SchoolNotes& seen) {
    const model::CountyYear& year = sources.year;
    const int schoolRow = stage.schoolRows[static_cast<std::size_t>(section)];
    const int row = stage.sectionRows[static_cast<std::size_t>(section)];
    const QString& code = year.schools().key(schoolRow).school;
    const auto figure = [&](QStringView what) { return sectionFigure(stage.stage, code, what); };
    Cell name = textCell(1, sectionName(year, schoolRow, stage.stage));
    name.align = Align::Left;
    const model::Item& sponsor = model::itemOf(items::sponsor);
    Row cells{{serialCell(section + 1), name, sponsorCell(2, sponsor, year.schools().at(schoolRow, sponsor))}};
    int column = kFirstRaw;
    for (const QStringView raw :
         {QStringView(items::pupils), QStringView(items::grades), QStringView(items::classes)}) {
        const model::Item& item = model::itemOf(raw);
        cells.cells.push_back(showing(observationCell(column++, item, year.sections().at(row, item)), figure(raw)));
    }
    for (int i = 0; i < static_cast<int>(stage.indicators.size()); ++i)
        cells.cells.push_back(showing(valueCell(column++, sources, stage, section, i, seen),
                                      figure(sources.standard.resource[base::at(i)].id)));
    cells.cells.push_back(
        showing(verdictCell(column++, stage.verdicts[static_cast<std::size_t>(section)]), figure(u"verdict")));
    Cell remark = textCell(column, assess::remarkOf(sources.standard, stage, section, schoolColumns(sources.standard)));
    remark.align = Align::Left;
    cells.cells.push_back(showing(std::move(remark), figure(u"remark")));
    return cells;
}

void addBlock(Table& table, const Sources& sources, const assess::StageAssessment& stage, SchoolNotes& seen) {
    const int columns = static_cast<int>(table.columnWidths.size());
    Cell heading = merged(textCell(0, model::stageName(stage.stage)), 1, columns);
    table.body.push_back({{heading}});
    for (int section = 0; section < stage.sectionCount(); ++section)
        table.body.push_back(sectionRow(sources, stage, section, seen));
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

QStringList notesOf(const Sources& sources, const SchoolNotes& seen) {
    const auto& standard = sources.standard;
    const QString floor = assess::floorPercent(standard);
    const int last = kFirstIndicator + static_cast<int>(standard.resource.size());
    QStringList notes{
        schoolsNote(sources),
        tr("举办者类型处填写代码：%1。").arg(model::itemOf(items::sponsor).choices.join(QStringLiteral("，")))};
    if (!standard.resource.empty())
        notes << tr("L%1-L%2数值均保留%3位小数。")
                     .arg(kFirstIndicator + 1)
                     .arg(last)
                     .arg(countWord(standard.valueDecimals))
              << tr("浅色底纹、斜体：未达标，但不低于标准的%1%；深色底纹、粗体：低于标准的%1%，或综合评估未达标。")
                     .arg(floor);
    for (const int relaxation : seen.relaxations)
        notes << tr("标%1的数值按放宽条件计入：%2。")
                     .arg(relaxationSign(relaxation), standard.relaxations[static_cast<std::size_t>(relaxation)].title);
    if (seen.borderline)
        notes << borderlineNote();
    return numbered(notes);
}

void addSchoolsHead(Table& table, const standard::Standard& standard) {
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
    addSchoolsHead(table, sources.standard);
    SchoolNotes seen;
    for (const assess::StageAssessment& stage : sources.assessment.stages)
        addBlock(table, sources, stage, seen);
    table.notes = notesOf(sources, seen);
    return table;
}

} // namespace junheng::report
