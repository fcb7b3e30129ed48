#include "sheet/workbook_writer.h"

#include "base/system/c_library.h"
#include "sheet/package.h"
#include "sheet/tr.h"
#include "sheet/writer_book.h"
#include "sheet/writer_text.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace junheng::sheet {

namespace {

constexpr int kMaxTextLength = 32767;
constexpr double kMillimetresAnInch = 25.4;

bool overlap(const CellRange& a, const CellRange& b) {
    return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

void applyFont(lxw_format* target, const Format& format) {
    if (!format.fontName.isEmpty())
        format_set_font_name(target, format.fontName.toUtf8().constData());
    format_set_font_size(target, format.fontSize);
    if (format.bold)
        format_set_bold(target);
    if (format.italic)
        format_set_italic(target);
    if (format.fontColour)
        format_set_font_color(target, colourOf(*format.fontColour));
}

void applyAlignment(lxw_format* target, const Format& format) {
    constexpr lxw_format_alignments kHorizontal[] = {LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    constexpr lxw_format_alignments kVertical[] = {LXW_ALIGN_VERTICAL_BOTTOM, LXW_ALIGN_VERTICAL_CENTER,
                                                   LXW_ALIGN_VERTICAL_TOP};
    if (format.horizontal != HorizontalAlignment::General)
        format_set_align(target, static_cast<std::uint8_t>(kHorizontal[std::to_underlying(format.horizontal)]));
    if (format.vertical != VerticalAlignment::Bottom)
        format_set_align(target, static_cast<std::uint8_t>(kVertical[std::to_underlying(format.vertical)]));
    if (format.wrap)
        format_set_text_wrap(target);
    if (format.indent > 0)
        format_set_indent(target, static_cast<std::uint8_t>(format.indent));
    if (format.rotation != 0)
        format_set_rotation(target, static_cast<std::int16_t>(format.rotation));
}

} // namespace

WorkbookWriter::Impl::Impl(const QString& target, const DocumentProperties& properties) : path(target), file(target) {
    book = workbook_new(file.temporaryPath().toUtf8().constData());
    if (book == nullptr)
        fail({}, tr("内存不足"), QStringLiteral("workbook_new"));
    else if (!properties.created.isValid() || properties.created.toSecsSinceEpoch() <= 0)
        fail({}, tr("没有给出创建时间"), QStringLiteral("properties.created"));
    else
        setProperties(properties);
}

WorkbookWriter::Impl::~Impl() {
    if (book != nullptr)
        lxw_workbook_free(book);
}

void WorkbookWriter::Impl::setProperties(const DocumentProperties& properties) {
    std::string title = xmlText(properties.title);
    std::string author = xmlText(properties.author);
    lxw_doc_properties values{};
    values.title = title.data();
    values.author = author.data();
    values.created = static_cast<time_t>(properties.created.toSecsSinceEpoch());
    check(workbook_set_properties(book, &values), {});
}

void WorkbookWriter::Impl::fail(base::Place place, const QString& reason, const QString& detail) {
    if (failure)
        return;
    place.file = path;
    failure = base::Error{.code = QStringLiteral("sheet.write"),
                          .message = tr("无法写入工作簿：%1。").arg(reason),
                          .detail = detail,
                          .place = place};
}

void WorkbookWriter::Impl::check(lxw_error error, const base::Place& place) {
    if (error != LXW_NO_ERROR)
        fail(place, tr("内容不符合 Excel 的规定"), QString::fromUtf8(lxw_strerror(error)));
}

lxw_format* WorkbookWriter::Impl::formatFor(const Format& format) {
    if (format == Format{})
        return nullptr;
    const auto known = std::ranges::find(formats, format, &std::pair<Format, lxw_format*>::first);
    if (known != formats.end()) {
        // What is asked for often comes to the front.
        lxw_format* found = known->second;
        if (known != formats.begin())
            std::iter_swap(known, std::prev(known));
        return found;
    }
    lxw_format* made = workbook_add_format(book);
    if (made == nullptr) {
        fail({}, tr("内存不足"), QStringLiteral("workbook_add_format"));
        return nullptr;
    }
    applyFont(made, format);
    applyAlignment(made, format);
    if (format.fillColour) {
        format_set_pattern(made, LXW_PATTERN_SOLID);
        format_set_bg_color(made, colourOf(*format.fillColour));
    }
    if (format.border == Border::Thin)
        format_set_border(made, LXW_BORDER_THIN);
    if (!format.locked)
        format_set_unlocked(made);
    if (!format.numberFormat.isEmpty())
        format_set_num_format(made, xmlText(format.numberFormat).c_str());
    formats.emplace_back(format, made);
    return made;
}

base::Outcome WorkbookWriter::Impl::writeTemporary() {
    const base::system::PlainNumbers plainNumbers;
    const base::system::QuietErrors quietErrors;
    // Frees the book, whatever it returns.
    if (const lxw_error error = workbook_close(std::exchange(book, nullptr)); error != LXW_NO_ERROR)
        return std::unexpected(
            base::Error{.code = {}, .message = {}, .detail = QString::fromUtf8(lxw_strerror(error))});
    // The library does not notice every write that fails on a full disk.
    return Package::verify(file.temporaryPath());
}

WorkbookWriter::WorkbookWriter(const QString& path, const DocumentProperties& properties)
    : m_impl(std::make_unique<Impl>(path, properties)) {}

WorkbookWriter::~WorkbookWriter() = default;

SheetWriter WorkbookWriter::addSheet(const QString& name) {
    if (m_impl->failure)
        return {this, nullptr};
    QString fault = sheetNameFault(name);
    if (std::ranges::any_of(m_impl->sheets, [&](const SheetState& sheet) {
            return sheet.name.compare(name, Qt::CaseInsensitive) == 0;
        }))
        fault = tr("名称与另一工作表重复");
    if (!fault.isEmpty()) {
        m_impl->fail({.sheet = name}, fault);
        return {this, nullptr};
    }
    lxw_worksheet* sheet = workbook_add_worksheet(m_impl->book, name.toUtf8().constData());
    if (sheet == nullptr) {
        m_impl->fail({.sheet = name}, tr("无法添加工作表"), QStringLiteral("workbook_add_worksheet"));
        return {this, nullptr};
    }
    return {this, &m_impl->sheets.emplace_back(name, sheet)};
}

base::Outcome WorkbookWriter::finish() {
    if (m_impl->sheets.empty())
        m_impl->fail({}, tr("没有工作表"));
    if (m_impl->failure)
        return std::unexpected(*m_impl->failure);
    if (const auto ready = m_impl->file.ready(); !ready)
        return ready;
    if (base::Outcome written = m_impl->writeTemporary(); !written)
        return std::unexpected(
            base::Error{.code = QStringLiteral("file.write"),
                        .message = tr("无法写入工作簿；请确认有写入权限，磁盘和存放临时文件的磁盘都没有满。"),
                        .detail = written.error().detail,
                        .place = {.file = m_impl->path}});
    return m_impl->file.commit();
}

bool SheetWriter::usable(int row, int column) const {
    if (m_sheet == nullptr || m_book->m_impl->failure)
        return false;
    const bool inside = row >= 0 && row < LXW_ROW_MAX && column >= 0 && column < LXW_COL_MAX;
    if (!inside)
        m_book->m_impl->fail({.sheet = m_sheet->name}, tr("单元格超出工作表的范围"),
                             QStringLiteral("row %1, column %2").arg(row).arg(column));
    return inside;
}

// Most cells are in order: their names are spelt out for those that are not.
void SheetWriter::check(int error, int row, int column) const {
    if (error != LXW_NO_ERROR)
        m_book->m_impl->check(static_cast<lxw_error>(error), {.sheet = m_sheet->name, .cell = cellName(row, column)});
}

void SheetWriter::fail(int row, int column, const QString& reason) const {
    m_book->m_impl->fail({.sheet = m_sheet->name, .cell = cellName(row, column)}, reason);
}

void SheetWriter::writeText(int row, int column, const QString& text, const Format& format) {
    if (!usable(row, column))
        return;
    if (text.size() > kMaxTextLength)
        return fail(row, column, tr("文字有 %1 个字符，单元格最多 %2 个").arg(text.size()).arg(kMaxTextLength));
    check(worksheet_write_string(m_sheet->sheet, rowOf(row), columnOf(column), cellText(text).c_str(),
                                 m_book->m_impl->formatFor(format)),
          row, column);
}

void SheetWriter::writeNumber(int row, int column, double number, const Format& format) {
    if (!usable(row, column))
        return;
    if (!std::isfinite(number))
        return fail(row, column, tr("数值不是有限的数"));
    check(
        worksheet_write_number(m_sheet->sheet, rowOf(row), columnOf(column), number, m_book->m_impl->formatFor(format)),
        row, column);
}

void SheetWriter::writeFormula(int row, int column, const QString& formula, double value, const Format& format) {
    if (!usable(row, column))
        return;
    if (!std::isfinite(value))
        return fail(row, column, tr("数值不是有限的数"));
    check(worksheet_write_formula_num(m_sheet->sheet, rowOf(row), columnOf(column), xmlText(formula).c_str(),
                                      m_book->m_impl->formatFor(format), value),
          row, column);
}

void SheetWriter::writeFormula(int row, int column, const QString& formula, const QString& value,
                               const Format& format) {
    if (!usable(row, column))
        return;
    check(worksheet_write_formula_str(m_sheet->sheet, rowOf(row), columnOf(column), xmlText(formula).c_str(),
                                      m_book->m_impl->formatFor(format), cellText(value).c_str()),
          row, column);
}

void SheetWriter::writeBlank(int row, int column, const Format& format) {
    if (!usable(row, column))
        return;
    check(worksheet_write_blank(m_sheet->sheet, rowOf(row), columnOf(column), m_book->m_impl->formatFor(format)), row,
          column);
}

void SheetWriter::merge(const CellRange& range, const QString& text, const Format& format) {
    if (!usable(range.top, range.left) || !usable(range.bottom, range.right))
        return;
    WorkbookWriter::Impl& book = *m_book->m_impl;
    const base::Place place{.sheet = m_sheet->name, .cell = cellName(range.top, range.left)};
    if (range.top > range.bottom || range.left > range.right ||
        std::ranges::any_of(m_sheet->merges, [&](const CellRange& other) { return overlap(range, other); }))
        return book.fail(place, tr("合并区域无效或与另一合并区域重叠"));
    m_sheet->merges.push_back(range);
    if (range.top != range.bottom || range.left != range.right)
        book.check(worksheet_merge_range(m_sheet->sheet, rowOf(range.top), columnOf(range.left), rowOf(range.bottom),
                                         columnOf(range.right), "", book.formatFor(format)),
                   place);
    writeText(range.top, range.left, text, format);
}

void SheetWriter::setColumnWidth(int firstColumn, int lastColumn, double characters, const Format& format) {
    if (!usable(0, firstColumn) || !usable(0, lastColumn))
        return;
    WorkbookWriter::Impl& book = *m_book->m_impl;
    book.check(worksheet_set_column(m_sheet->sheet, columnOf(firstColumn), columnOf(lastColumn), characters,
                                    book.formatFor(format)),
               {.sheet = m_sheet->name});
}

void SheetWriter::setRowHeight(int row, double points) {
    if (usable(row, 0))
        m_book->m_impl->check(worksheet_set_row(m_sheet->sheet, rowOf(row), points, nullptr), {.sheet = m_sheet->name});
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
    WorkbookWriter::Impl& book = *m_book->m_impl;
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
        book.check(worksheet_set_header(sheet, xmlText(page.header).c_str()), place);
    if (!page.footer.isEmpty())
        book.check(worksheet_set_footer(sheet, xmlText(page.footer).c_str()), place);
    if (page.repeatedRows)
        book.check(worksheet_repeat_rows(sheet, rowOf(page.repeatedRows->top), rowOf(page.repeatedRows->bottom)),
                   place);
    if (page.repeatedColumns > 0)
        book.check(worksheet_repeat_columns(sheet, 0, columnOf(page.repeatedColumns - 1)), place);
    if (page.gridlines)
        worksheet_gridlines(sheet, LXW_SHOW_ALL_GRIDLINES);
    if (page.printArea)
        book.check(worksheet_print_area(sheet, rowOf(page.printArea->top), columnOf(page.printArea->left),
                                        rowOf(page.printArea->bottom), columnOf(page.printArea->right)),
                   place);
}

} // namespace junheng::sheet
