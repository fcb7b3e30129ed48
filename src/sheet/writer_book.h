// What the parts of the writer share. Internal to this room.
#pragma once

#include "base/atomic_file.h"
#include "sheet/workbook_writer.h"

#include <xlsxwriter.h>

#include <deque>
#include <utility>
#include <vector>

namespace junheng::sheet {

struct SheetState {
    QString name;
    lxw_worksheet* sheet = nullptr;
    std::vector<CellRange> merges = {};
};

struct WorkbookWriter::Impl {
    Impl(const QString& target, const DocumentProperties& properties);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void setProperties(const DocumentProperties& properties);
    /// Keeps the first failure.
    void fail(base::Place place, const QString& reason, const QString& detail = {});
    void check(lxw_error error, const base::Place& place);
    /// The library writes one style for each lxw_format, so equal formats share one. A workbook has a few dozen.
    lxw_format* formatFor(const Format& format);
    base::Outcome writeTemporary();

    QString path;
    base::AtomicFile file;
    lxw_workbook* book = nullptr;
    std::deque<SheetState> sheets = {}; // its elements stay where they are
    std::vector<std::pair<Format, lxw_format*>> formats = {};
    std::optional<base::Error> failure = {};
};

inline lxw_row_t rowOf(int row) {
    return static_cast<lxw_row_t>(row);
}

inline lxw_col_t columnOf(int column) {
    return static_cast<lxw_col_t>(column);
}

inline lxw_color_t colourOf(std::uint32_t rgb) {
    // 0 is "not set" to the library; it has another name for black.
    return rgb == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : static_cast<lxw_color_t>(rgb);
}

} // namespace junheng::sheet
