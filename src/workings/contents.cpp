#include "workings/contents.h"

#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/live_sheet.h"
#include "workings/tr.h"

#include <algorithm>

namespace junheng::workings {

using document::Align;
using document::Cell;
using document::kAllDecimals;
using document::kRowsAboveHead;
using document::Report;
using document::Role;
using document::Row;
using document::Table;
using document::textCell;

namespace {

/// The checks of a sheet: their columns, as ranges over all rows behind its head.
LiveRange checksOf(const Table& table) {
    LiveRange checks;
    std::vector<int> columns;
    for (const Row& row : table.body) {
        for (const Cell& cell : row.cells) {
            if (cell.role != Role::Check)
                continue;
            checks.values.push_back(valueOf(cell));
            if (std::ranges::find(columns, cell.column) == columns.end())
                columns.push_back(cell.column);
        }
    }
    const int first = kRowsAboveHead + static_cast<int>(table.head.size());
    for (const int column : columns)
        checks.ranges << excelColumnRange(table.name, first, first + static_cast<int>(table.body.size()) - 1, column);
    return checks;
}

Row sheetLine(const Table& table) {
    Row row{{textCell(0, table.name), textCell(1, table.title)}};
    row.cells.back().align = Align::Left;
    const LiveRange checks = checksOf(table);
    if (checks.ranges.isEmpty()) {
        row.cells.push_back(textCell(kCountColumn, words().dash.text));
        row.cells.push_back(textCell(kDifferenceColumn, words().dash.text));
        return row;
    }
    row.cells.push_back(formulaCell(kCountColumn, live::countNumbers(checks), 0));
    row.cells.push_back(formulaCell(kDifferenceColumn, live::sumOfAmounts(checks), kAllDecimals));
    for (std::size_t i = 2; i < row.cells.size(); ++i)
        row.cells[i].align = Align::Centre;
    return row;
}

Row totalLine(int firstRow, const std::vector<Row>& lines) {
    const int lastRow = firstRow + static_cast<int>(lines.size()) - 1;
    const auto sum = [&](int column) {
        LiveRange cells{{sheet::cellName(firstRow, column) + QChar(u':') + sheet::cellName(lastRow, column)}, {}};
        for (const Row& line : lines)
            cells.values.push_back(valueOf(*std::ranges::find(line.cells, column, &Cell::column)));
        return live::sum(cells);
    };
    Row row{{textCell(0, tr("合计")), textCell(1, {}), formulaCell(kCountColumn, sum(kCountColumn), 0),
             formulaCell(kDifferenceColumn, sum(kDifferenceColumn), kAllDecimals)}};
    for (Cell& cell : row.cells)
        cell.align = Align::Centre;
    return row;
}

} // namespace

Table contentsTable(const model::CountyYear& year, const Report& sheets) {
    Table contents{.name = tr("目录"), .title = tr("%1申报表及计算底稿目录").arg(year.county().name)};
    contents.columnWidths = {20, 46, 12, 14};
    contents.head = {{{textCell(0, tr("工作表")), textCell(1, tr("内容")), textCell(kCountColumn, tr("核对项数")),
                       textCell(kDifferenceColumn, tr("差异合计"))}}};
    const int first = kRowsAboveHead + static_cast<int>(contents.head.size());
    for (const Table& table : sheets.tables())
        contents.body.push_back(sheetLine(table));
    contents.body.push_back(totalLine(first, contents.body));
    return contents;
}

} // namespace junheng::workings
