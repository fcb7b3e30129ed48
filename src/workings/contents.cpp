#include "workings/contents.h"

#include "report/cells.h"
#include "sheet/workbook.h"
#include "workings/formula/excel_formula.h"
#include "workings/formula/working_cells.h"
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

/// The columns of checks of a sheet, as ranges over all rows behind its head.
QStringList checkRanges(const Table& table) {
    std::vector<int> columns;
    for (const Row& row : table.body) {
        for (const Cell& cell : row.cells) {
            if (cell.role == Role::Check && std::ranges::find(columns, cell.column) == columns.end())
                columns.push_back(cell.column);
        }
    }
    const int first = kRowsAboveHead + static_cast<int>(table.head.size());
    QStringList ranges;
    for (const int column : columns)
        ranges << excelColumnRange(table.name, first, first + static_cast<int>(table.body.size()) - 1, column);
    return ranges;
}

std::int64_t checkCount(const Table& table) {
    std::int64_t count = 0;
    for (const Row& row : table.body)
        count += std::ranges::count(row.cells, Role::Check, &Cell::role);
    return count;
}

Row sheetLine(const Table& table) {
    Row row{{textCell(0, table.name), textCell(1, table.title)}};
    row.cells.back().align = Align::Left;
    const QStringList ranges = checkRanges(table);
    if (ranges.isEmpty()) {
        row.cells.push_back(textCell(kCountColumn, words().dash.text));
        row.cells.push_back(textCell(kDifferenceColumn, words().dash.text));
        return row;
    }
    QStringList sums;
    for (const QString& range : ranges)
        sums << QStringLiteral("SUMPRODUCT(ABS(%1))").arg(range);
    row.cells.push_back(formulaCell(kCountColumn, QStringLiteral("COUNT(%1)").arg(ranges.join(QChar(u','))),
                                    CellValue::of(static_cast<double>(checkCount(table))), 0));
    row.cells.push_back(formulaCell(kDifferenceColumn, sums.join(QChar(u'+')), CellValue::of(0.0), kAllDecimals));
    for (std::size_t i = 2; i < row.cells.size(); ++i)
        row.cells[i].align = Align::Centre;
    return row;
}

Row totalLine(int firstRow, int lastRow, std::int64_t checks) {
    const auto sum = [&](int column) {
        return QStringLiteral("SUM(%1:%2)").arg(sheet::cellName(firstRow, column), sheet::cellName(lastRow, column));
    };
    Row row{{textCell(0, tr("合计")), textCell(1, {}),
             formulaCell(kCountColumn, sum(kCountColumn), CellValue::of(static_cast<double>(checks)), 0),
             formulaCell(kDifferenceColumn, sum(kDifferenceColumn), CellValue::of(0.0), kAllDecimals)}};
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
    std::int64_t checks = 0;
    for (const Table& table : sheets.tables()) {
        contents.body.push_back(sheetLine(table));
        checks += checkCount(table);
    }
    contents.body.push_back(totalLine(first, first + static_cast<int>(contents.body.size()) - 1, checks));
    return contents;
}

} // namespace junheng::workings
