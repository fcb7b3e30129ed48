#include "workings/formula/working_cells.h"

#include "assess/assessment.h"
#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"
#include "workings/tr.h"

#include <set>

namespace junheng::workings {

using document::Align;
using document::Cell;
using document::kAllDecimals;
using document::kRowsAboveHead;
using document::Mark;
using document::merged;
using document::Number;
using document::Role;
using document::Row;
using document::serialCell;
using document::Table;
using document::textCell;

using assess::Status;

namespace {

void markWords(Table& table, const CellBlock& block, const QString& floor, const QString& below) {
    const auto is = [](const QString& word) { return QStringLiteral("%1=") + excelText(word); };
    markWhere(table, block, is(assess::statusWord(Status::Missing)), Mark::Missing);
    markWhere(table, block, is(floor), Mark::Floor);
    markWhere(table, block, is(below), Mark::Failing);
    markWhere(table, block, is(assess::verdictWord(assess::Verdict::Fail)), Mark::Failing);
}

} // namespace

SheetWord::SheetWord(const QString& word) : text(word), quoted(excelText(word)) {}

const Words& words() {
    static const Words all{.inScope = SheetWord(tr("参评")),
                           .outOfScope = SheetWord(tr("不参评")),
                           .missing = SheetWord(assess::statusWord(assess::Status::Missing)),
                           .notApplicable = SheetWord(model::notApplicableWord()),
                           .dash = SheetWord(QStringLiteral("——")),
                           .met = SheetWord(assess::verdictWord(assess::Verdict::Pass)),
                           .unmet = SheetWord(assess::verdictWord(assess::Verdict::Fail)),
                           .complete = SheetWord(tr("齐全")),
                           .mismatch = SheetWord(tr("人数不符"))};
    return all;
}

Cell formulaCell(int column, const QString& formula, const CellValue& gives, int decimals) {
    Cell cell{.column = column, .text = gives.word, .formula = QChar(u'=') + formula, .decimals = decimals};
    if (gives.number) {
        cell.number = Number{.value = *gives.number, .decimals = decimals};
        cell.align = Align::Right;
    }
    return cell;
}

Cell rawCell(int column, const model::Item& item, const model::Observation& observation) {
    Cell cell{.column = column, .text = {}, .role = Role::Entered};
    if (item.isNumeric())
        cell.align = Align::Right;
    if (observation.isValue() && item.isNumeric())
        cell.number = Number{.value = model::decimalOf(item, observation).toDouble(), .decimals = kAllDecimals};
    else
        cell.text = model::displayText(item, observation);
    return cell;
}

Cell checkCell(int column, const QString& cell, const CellValue& program, std::optional<double> scale) {
    if (!program.number)
        return conditionCell(column, cell + QChar(u'=') + excelText(program.word));
    const QString number = excelNumber(*program.number);
    Cell check = formulaCell(column,
                             QStringLiteral("IF(ISNUMBER(%1),ROUND((%2-%1)/MAX(1,ABS(%3)),12),1)")
                                 .arg(cell, number, scale ? excelNumber(*scale) : number),
                             CellValue::of(0.0), kAllDecimals);
    check.role = Role::Check;
    return check;
}

Cell conditionCell(int column, const QString& condition) {
    Cell check = formulaCell(column, QStringLiteral("IF(%1,0,1)").arg(condition), CellValue::of(0.0), kAllDecimals);
    check.role = Role::Check;
    return check;
}

QString allOf(const QStringList& conditions) {
    if (conditions.isEmpty())
        return QStringLiteral("TRUE");
    return conditions.size() == 1 ? conditions.first() : QStringLiteral("AND(%1)").arg(conditions.join(QChar(u',')));
}

QString anyOf(const QStringList& conditions) {
    if (conditions.isEmpty())
        return QStringLiteral("FALSE");
    return conditions.size() == 1 ? conditions.first() : QStringLiteral("OR(%1)").arg(conditions.join(QChar(u',')));
}

QString anyBlank(const QStringList& ranges) {
    QStringList counts;
    for (const QString& range : ranges)
        counts << QStringLiteral("COUNTBLANK(%1)").arg(range);
    return counts.join(QChar(u'+')) + QStringLiteral(">0");
}

void markWhere(Table& table, const CellBlock& block, const QString& condition, Mark mark) {
    if (block.lastRow < block.firstRow)
        return;
    const int row = kRowsAboveHead + static_cast<int>(table.head.size()) + block.firstRow;
    table.conditionalMarks.push_back({.firstRow = block.firstRow,
                                      .lastRow = block.lastRow,
                                      .firstColumn = block.firstColumn,
                                      .lastColumn = block.lastColumn,
                                      .formula = QChar(u'=') + condition.arg(sheet::cellName(row, block.firstColumn)),
                                      .mark = mark});
}

void markWords(Table& table, const CellBlock& block, const standard::Standard& standard) {
    markWords(table, block, assess::statusWord(standard, Status::Floor), assess::statusWord(standard, Status::Below));
}

void markWords(Table& table, const CellBlock& block) {
    markWords(table, block, assess::statusWord(Status::Floor), assess::statusWord(Status::Below));
}

void markChecks(Table& table) {
    const int last = static_cast<int>(table.body.size()) - 1;
    std::set<int> columns;
    for (const Row& row : table.body) {
        for (const Cell& cell : row.cells) {
            if (cell.role == Role::Check)
                columns.insert(cell.column);
        }
    }
    for (const int column : columns)
        markWhere(table, {.firstRow = 0, .lastRow = last, .firstColumn = column, .lastColumn = column},
                  QStringLiteral("%1<>0"), Mark::Failing);
}

Row rowHead(int number, const QString& name) {
    Cell nameCell = textCell(1, name);
    nameCell.align = Align::Left;
    return {{serialCell(number), nameCell}};
}

Cell headCell(int column, const QString& text, int rows) {
    return merged(textCell(column, text), rows, 1);
}

QString checkWord() {
    return tr("核对");
}

} // namespace junheng::workings
