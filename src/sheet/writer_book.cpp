#include "sheet/writer_book.h"

#include "base/system/c_library.h"
#include "sheet/package.h"
#include "sheet/tr.h"
#include "sheet/writer_text.h"

#include <algorithm>
#include <string>

namespace junheng::sheet {

namespace {

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

WriterBook::WriterBook(const QString& target, const DocumentProperties& properties) : m_path(target), m_file(target) {
    m_book = workbook_new(m_file.temporaryPath().toUtf8().constData());
    if (m_book == nullptr)
        fail({}, tr("内存不足"), QStringLiteral("workbook_new"));
    else if (!properties.created.isValid() || properties.created.toSecsSinceEpoch() <= 0)
        fail({}, tr("没有给出创建时间"), QStringLiteral("properties.created"));
    else
        setProperties(properties);
}

WriterBook::~WriterBook() {
    if (m_book != nullptr)
        lxw_workbook_free(m_book);
}

void WriterBook::setProperties(const DocumentProperties& properties) {
    std::string title = xmlText(properties.title);
    std::string author = xmlText(properties.author);
    lxw_doc_properties values{};
    values.title = title.data();
    values.author = author.data();
    values.created = static_cast<time_t>(properties.created.toSecsSinceEpoch());
    check(workbook_set_properties(m_book, &values), {});
}

void WriterBook::fail(base::Place place, const QString& reason, const QString& detail) {
    if (m_failure)
        return;
    place.file = m_path;
    m_failure = base::Error{.code = QStringLiteral("sheet.write"),
                            .message = tr("无法写入工作簿：%1。").arg(reason),
                            .detail = detail,
                            .place = place};
}

void WriterBook::check(lxw_error error, const base::Place& place) {
    if (error != LXW_NO_ERROR)
        fail(place, tr("内容不符合 Excel 的规定"), QString::fromUtf8(lxw_strerror(error)));
}

SheetState* WriterBook::addSheet(const QString& name) {
    if (m_failure)
        return nullptr;
    QString fault = sheetNameFault(name);
    if (std::ranges::any_of(
            m_sheets, [&](const SheetState& sheet) { return sheet.name.compare(name, Qt::CaseInsensitive) == 0; }))
        fault = tr("名称与另一工作表重复");
    if (!fault.isEmpty()) {
        fail({.sheet = name}, fault);
        return nullptr;
    }
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (sheet == nullptr) {
        fail({.sheet = name}, tr("无法添加工作表"), QStringLiteral("workbook_add_worksheet"));
        return nullptr;
    }
    return &m_sheets.emplace_back(name, sheet);
}

lxw_format* WriterBook::formatFor(const Format& format) {
    if (format == Format{})
        return nullptr;
    const auto known = std::ranges::find(m_formats, format, &std::pair<Format, lxw_format*>::first);
    if (known != m_formats.end()) {
        // What is asked for often comes to the front.
        lxw_format* found = known->second;
        if (known != m_formats.begin())
            std::iter_swap(known, std::prev(known));
        return found;
    }
    lxw_format* made = workbook_add_format(m_book);
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
    m_formats.emplace_back(format, made);
    return made;
}

base::Outcome WriterBook::writeTemporary() {
    const base::system::PlainNumbers plainNumbers;
    const base::system::QuietErrors quietErrors;
    // Frees the m_book, whatever it returns.
    if (const lxw_error error = workbook_close(std::exchange(m_book, nullptr)); error != LXW_NO_ERROR)
        return std::unexpected(
            base::Error{.code = {}, .message = {}, .detail = QString::fromUtf8(lxw_strerror(error))});
    // The library does not notice every write that fails on a full disk.
    return Package::verify(m_file.temporaryPath());
}

base::Outcome WriterBook::finish() {
    if (m_sheets.empty())
        fail({}, tr("没有工作表"));
    if (m_failure)
        return std::unexpected(*m_failure);
    if (const auto ready = m_file.ready(); !ready)
        return ready;
    if (base::Outcome written = writeTemporary(); !written)
        return std::unexpected(
            base::Error{.code = QStringLiteral("file.write"),
                        .message = tr("无法写入工作簿；请确认有写入权限，磁盘和存放临时文件的磁盘都没有满。"),
                        .detail = written.error().detail,
                        .place = {.file = m_path}});
    return m_file.commit();
}

} // namespace junheng::sheet
