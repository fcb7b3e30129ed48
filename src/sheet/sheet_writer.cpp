#include "sheet/sheet_writer.h"

#include "sheet/tr.h"
#include "sheet/writer_book.h"
#include "sheet/writer_chart.h"
#include "sheet/writer_input.h"
#include "sheet/writer_text.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace junheng::sheet {

namespace {

constexpr int kMaxTextLength = 32767;
constexpr double kMillimetresAnInch = 25.4;

bool overlap(const CellRange& a, const CellRange& b) {
    return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

} // namespace

bool SheetWriter::usable(int row, int column) const {
    if (m_sheet == nullptr || m_book->hasFailed())
        return false;
    const bool inside = row >= 0 && row < LXW_ROW_MAX && column >= 0 && column < LXW_COL_MAX;
    if (!inside)
        m_book->fail({.sheet = m_sheet->name}, tr("单元格超出工作表的范围"),
                     QStringLiteral("row %1, column %2").arg(row).arg(column));
    return inside;
}

// Most cells are in order: their names are spelt out for those that are not.
void SheetWriter::check(int error, int row, int column) const {
    if (error != LXW_NO_ERROR)
        m_book->check(static_cast<lxw_error>(error), {.sheet = m_sheet->name, .cell = cellName(row, column)});
}

void SheetWriter::fail(int row, int column, const QString& reason) const {
    m_book->fail({.sheet = m_sheet->name, .cell = cellName(row, column)}, reason);
}

void SheetWriter::writeText(int row, int column, const QString& text, const Format& format) {
    if (!usable(row, column))
        return;
    if (text.size() > kMaxTextLength)
        return fail(row, column, tr("文字有 %1 个字符，单元格最多 %2 个").arg(text.size()).arg(kMaxTextLength));
    check(worksheet_write_string(m_sheet->sheet, rowOf(row), columnOf(column), cellText(text).c_str(),
                                 m_book->formatFor(format)),
          row, column);
}

void SheetWriter::writeNumber(int row, int column, double number, const Format& format) {
    if (!usable(row, column))
        return;
    if (!std::isfinite(number))
        return fail(row, column, tr("数值不是有限的数"));
    check(worksheet_write_number(m_sheet->sheet, rowOf(row), columnOf(column), number, m_book->formatFor(format)), row,
          column);
}

void SheetWriter::writeFormula(int row, int column, const QString& formula, double value, const Format& format) {
    if (!usable(row, column))
        return;
    if (!std::isfinite(value))
        return fail(row, column, tr("数值不是有限的数"));
    check(worksheet_write_formula_num(m_sheet->sheet, rowOf(row), columnOf(column), xmlText(formula).c_str(),
                                      m_book->formatFor(format), value),
          row, column);
}

void SheetWriter::writeFormula(int row, int column, const QString& formula, const QString& value,
                               const Format& format) {
    if (!usable(row, column))
        return;
    check(worksheet_write_formula_str(m_sheet->sheet, rowOf(row), columnOf(column), xmlText(formula).c_str(),
                                      m_book->formatFor(format), cellText(value).c_str()),
          row, column);
}

void SheetWriter::writeBlank(int row, int column, const Format& format) {
    if (!usable(row, column))
        return;
    check(worksheet_write_blank(m_sheet->sheet, rowOf(row), columnOf(column), m_book->formatFor(format)), row, column);
}

void SheetWriter::merge(const CellRange& range, const QString& text, const Format& format) {
    if (!usable(range.top, range.left) || !usable(range.bottom, range.right))
        return;
    const base::Place place{.sheet = m_sheet->name, .cell = cellName(range.top, range.left)};
    if (range.top > range.bottom || range.left > range.right ||
        std::ranges::any_of(m_sheet->merges, [&](const CellRange& other) { return overlap(range, other); }))
        return m_book->fail(place, tr("合并区域无效或与另一合并区域重叠"));
    m_sheet->merges.push_back(range);
    if (range.top != range.bottom || range.left != range.right)
        m_book->check(worksheet_merge_range(m_sheet->sheet, rowOf(range.top), columnOf(range.left), rowOf(range.bottom),
                                            columnOf(range.right), "", m_book->formatFor(format)),
                      place);
    writeText(range.top, range.left, text, format);
}

void SheetWriter::setColumnWidth(int firstColumn, int lastColumn, double characters, const Format& format) {
    if (!usable(0, firstColumn) || !usable(0, lastColumn))
        return;
    m_book->check(worksheet_set_column(m_sheet->sheet, columnOf(firstColumn), columnOf(lastColumn), characters,
                                       m_book->formatFor(format)),
                  {.sheet = m_sheet->name});
}

void SheetWriter::setRowHeight(int row, double points) {
    if (usable(row, 0))
        m_book->check(worksheet_set_row(m_sheet->sheet, rowOf(row), points, nullptr), {.sheet = m_sheet->name});
}

void SheetWriter::freeze(int rows, int columns) {
    if (usable(rows, columns))
        worksheet_freeze_panes(m_sheet->sheet, rowOf(rows), columnOf(columns));
}

void SheetWriter::hideGridlines() {
    if (usable(0, 0))
        worksheet_gridlines(m_sheet->sheet, LXW_HIDE_ALL_GRIDLINES);
}

void SheetWriter::setPage(const PageSetup& page) {
    if (!usable(0, 0))
        return;
    const base::Place place{.sheet = m_sheet->name};
    lxw_worksheet* sheet = m_sheet->sheet;
    constexpr std::uint8_t kA3 = 8;
    constexpr std::uint8_t kA4 = 9;
    worksheet_set_paper(sheet, page.paper == Paper::A3 ? kA3 : kA4);
    if (page.orientation == Orientation::Landscape)
        worksheet_set_landscape(sheet);
    if (page.pagesWide > 0 || page.pagesTall > 0)
        worksheet_fit_to_pages(sheet, static_cast<std::uint16_t>(page.pagesWide),
                               static_cast<std::uint16_t>(page.pagesTall));
    worksheet_set_margins(sheet, page.marginLeft / kMillimetresAnInch, page.marginRight / kMillimetresAnInch,
                          page.marginTop / kMillimetresAnInch, page.marginBottom / kMillimetresAnInch);
    if (page.centredHorizontally)
        worksheet_center_horizontally(sheet);
    if (!page.header.isEmpty())
        m_book->check(worksheet_set_header(sheet, xmlText(page.header).c_str()), place);
    if (!page.footer.isEmpty())
        m_book->check(worksheet_set_footer(sheet, xmlText(page.footer).c_str()), place);
    if (page.repeatedRows)
        m_book->check(worksheet_repeat_rows(sheet, rowOf(page.repeatedRows->top), rowOf(page.repeatedRows->bottom)),
                      place);
    if (page.repeatedColumns > 0)
        m_book->check(worksheet_repeat_columns(sheet, 0, columnOf(page.repeatedColumns - 1)), place);
    if (page.gridlines)
        worksheet_gridlines(sheet, LXW_SHOW_ALL_GRIDLINES);
    if (page.printArea)
        m_book->check(worksheet_print_area(sheet, rowOf(page.printArea->top), columnOf(page.printArea->left),
                                           rowOf(page.printArea->bottom), columnOf(page.printArea->right)),
                      place);
}

void SheetWriter::validate(const CellRange& range, const Validation& validation) {
    if (usable(range.top, range.left) && usable(range.bottom, range.right))
        check(writeValidation(m_sheet->sheet, range, validation), range.top, range.left);
}

void SheetWriter::addNote(int row, int column, const QString& text) {
    if (usable(row, column))
        check(writeNote(m_sheet->sheet, row, column, text), row, column);
}

void SheetWriter::addChart(int row, int column, int widthPixels, int heightPixels, const WorkbookChart& chart) {
    if (!usable(row, column))
        return;
    lxw_chart* drawn = makeChart(m_book->book(), chart);
    if (drawn == nullptr)
        return fail(row, column, QStringLiteral("workbook_add_chart"));
    check(placeChart(m_sheet->sheet, row, column, drawn, {widthPixels, heightPixels}, chart.title), row, column);
}

void SheetWriter::formatWhere(const CellRange& range, const QString& formula, const Format& format) {
    if (!usable(range.top, range.left) || !usable(range.bottom, range.right))
        return;
    std::string condition = xmlText(formula);
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = condition.data();
    rule.format = m_book->formatFor(format);
    m_book->check(worksheet_conditional_format_range(m_sheet->sheet, rowOf(range.top), columnOf(range.left),
                                                     rowOf(range.bottom), columnOf(range.right), &rule),
                  {.sheet = m_sheet->name, .cell = cellName(range.top, range.left)});
}

void SheetWriter::protect() {
    if (!usable(0, 0))
        return;
    lxw_protection allowed{};
    allowed.format_cells = 1;
    allowed.format_columns = 1;
    allowed.format_rows = 1;
    allowed.insert_rows = 1;
    allowed.delete_rows = 1;
    allowed.sort = 1;
    allowed.autofilter = 1;
    worksheet_protect(m_sheet->sheet, nullptr, &allowed);
}

void SheetWriter::setFilter(const CellRange& range) {
    if (usable(range.top, range.left) && usable(range.bottom, range.right))
        m_book->check(worksheet_autofilter(m_sheet->sheet, rowOf(range.top), columnOf(range.left), rowOf(range.bottom),
                                           columnOf(range.right)),
                      {.sheet = m_sheet->name});
}

void SheetWriter::hideWarnings(const CellRange& range) {
    if (!usable(range.top, range.left) || !usable(range.bottom, range.right))
        return;
    const std::string cells = rangeName(range).toStdString();
    for (const lxw_ignore_errors kind : {LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_UNLOCKED})
        m_book->check(worksheet_ignore_errors(m_sheet->sheet, static_cast<std::uint8_t>(kind), cells.c_str()),
                      {.sheet = m_sheet->name});
}

} // namespace junheng::sheet
