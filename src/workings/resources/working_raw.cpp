// 学校-原始数据, 小学-原始数据, 校区-原始数据: every figure as entered, each in one place of the workbook.

#include "model/items.h"
#include "report/cells.h"
#include "workings/formula/working_cells.h"
#include "workings/resources/working_parts.h"
#include "workings/tr.h"

namespace junheng::workings {

using report::Sources;

using document::Align;
using document::Mark;
using document::Row;
using document::serialCell;
using document::Table;
using document::TableKind;
using document::textCell;

namespace {

using model::Item;

constexpr double kItemWidth = 11;
constexpr int kCampusPupilItems = 3; // the first columns of items: 小学, 初中, 高中

Table rawTable(const QString& name, const QString& title) {
    Table table{.name = name, .title = title};
    table.kind = TableKind::Working;
    table.frozenColumns = kFirstRawColumn;
    table.columnWidths = {6, 13, 26};
    table.caption.left = tr("空白为待填报；可以在此改动，其余各表随之变动");
    table.head = {
        {{textCell(0, tr("序号")), textCell(kCodeColumn, tr("学校标识码")), textCell(kRawNameColumn, tr("学校名称"))}}};
    return table;
}

void addColumn(Table& table, const QString& heading, double width = kItemWidth) {
    table.head.front().cells.push_back(textCell(static_cast<int>(table.columnWidths.size()), heading));
    table.columnWidths.push_back(width);
}

// A blank figure is as grey as 待填报.
void markBlanks(Table& table) {
    markWhere(table,
              {.firstRow = 0,
               .lastRow = static_cast<int>(table.body.size()) - 1,
               .firstColumn = kFirstRawColumn,
               .lastColumn = static_cast<int>(table.columnWidths.size()) - 1},
              QStringLiteral("%1=\"\""), Mark::Missing);
}

Row schoolCells(int number, const QString& code, const QString& name) {
    Row row{{serialCell(number), textCell(kCodeColumn, code), textCell(kRawNameColumn, name)}};
    row.cells.back().align = Align::Left;
    return row;
}

} // namespace

QString workingSchoolName(const Sources& sources, const model::SchoolRows& rows) {
    return sources.year.schoolName(sources.year.schools().key(rows.school).school);
}

Table rawSchoolsTable(const WorkingSources& from) {
    const model::CountyYear& year = from.sources.year;
    const Item& type = model::itemOf(items::school_type);
    const Item& pupils = model::itemOf(items::pupils);
    Table table = rawTable(WorkingLayout::schoolSheet(), tr("学校原始数据（办学类型、认定情况、高中学生数）"));
    addColumn(table, type.label, 17);
    for (const Item* flag : from.layout.flags())
        addColumn(table, flag->label, 14);
    addColumn(table, model::stageName(model::Stage::Senior) + pupils.heading());
    for (const model::SchoolRows& rows : year.schoolRows()) {
        Row row =
            schoolCells(rows.school + 1, year.schools().key(rows.school).school, workingSchoolName(from.sources, rows));
        int column = kFirstRawColumn;
        row.cells.push_back(rawCell(column++, type, year.schools().at(rows.school, type)));
        for (const Item* flag : from.layout.flags())
            row.cells.push_back(rawCell(column++, *flag, year.schools().at(rows.school, *flag)));
        const int senior = rows.sectionOf(model::Stage::Senior);
        row.cells.push_back(senior < 0 ? textCell(column, words().dash.text)
                                       : rawCell(column, pupils, year.sections().at(senior, pupils)));
        table.body.push_back(std::move(row));
    }
    markBlanks(table);
    return table;
}

Table rawCampusesTable(const WorkingSources& from) {
    const model::CountyYear& year = from.sources.year;
    Table table = rawTable(WorkingLayout::campusSheet(), tr("校区原始数据（用房、场地、设备）"));
    table.frozenColumns = kFirstRawColumn + 1;
    addColumn(table, tr("校区"));
    for (const Item* item : from.layout.campusItems())
        addColumn(table, item->heading());
    for (int campus = 0; campus < year.campuses().rowCount(); ++campus) {
        const model::SubjectKey& key = year.campuses().key(campus);
        Row row = schoolCells(campus + 1, key.school, year.schoolName(key.school));
        row.cells.push_back(textCell(kFirstRawColumn, model::partLabel(key)));
        int column = kFirstRawColumn + 1;
        const auto [first, end] = year.campuses().rowsOfSchool(key.school);
        for (const Item* item : from.layout.campusItems()) {
            row.cells.push_back(rawCell(column, *item, year.campuses().at(campus, *item)));
            // The pupils of a school of one campus are those of its sections.
            const bool unneeded = end - first == 1 && column < kFirstRawColumn + 1 + kCampusPupilItems;
            if (unneeded && row.cells.back().text.isEmpty() && !row.cells.back().number)
                row.cells.back() = textCell(column, words().dash.text);
            ++column;
        }
        table.body.push_back(std::move(row));
    }
    markBlanks(table);
    return table;
}

Table rawSectionsTable(const WorkingSources& from, const WorkingStage& stage) {
    const model::CountyYear& year = from.sources.year;
    Table table = rawTable(WorkingLayout::sheetOf(stage.stage, Step::Raw),
                           tr("%1原始数据（学生、教师）").arg(model::stageName(stage.stage)));
    for (const Item* item : stage.items)
        addColumn(table, item->heading());
    for (const WorkingSection& section : stage.sections) {
        Row row = schoolCells(static_cast<int>(table.body.size()) + 1, year.schools().key(section.rows->school).school,
                              workingSchoolName(from.sources, *section.rows));
        int column = kFirstRawColumn;
        for (const Item* item : stage.items)
            row.cells.push_back(rawCell(column++, *item, year.sections().at(section.section, *item)));
        table.body.push_back(std::move(row));
    }
    markBlanks(table);
    return table;
}

} // namespace junheng::workings
