// The workbook of the library while its sheets are being written. Internal to this room.
#pragma once

#include "base/atomic_file.h"
#include "base/error.h"
#include "sheet/workbook_design.h"

#include <xlsxwriter.h>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace junheng::sheet {

struct SheetState {
    QString name;
    lxw_worksheet* sheet = nullptr;
    std::vector<CellRange> merges = {};
};

/// Shared by those who write into it; it keeps the first failure of all of them.
class WriterBook {
public:
    WriterBook(const QString& target, const DocumentProperties& properties);
    ~WriterBook();
    WriterBook(const WriterBook&) = delete;
    WriterBook& operator=(const WriterBook&) = delete;

    [[nodiscard]] lxw_workbook* book() const { return m_book; }
    [[nodiscard]] bool hasFailed() const { return m_failure.has_value(); }
    void fail(base::Place place, const QString& reason, const QString& detail = {});
    void check(lxw_error error, const base::Place& place);
    /// nullptr where it cannot be made. It stays where it is.
    SheetState* addSheet(const QString& name);
    /// The library writes one style for each lxw_format, so equal formats share one. A workbook has a few dozen.
    lxw_format* formatFor(const Format& format);
    base::Outcome finish();

private:
    void setProperties(const DocumentProperties& properties);
    base::Outcome writeTemporary();

    QString m_path;
    base::AtomicFile m_file;
    lxw_workbook* m_book = nullptr;
    std::deque<SheetState> m_sheets;
    std::vector<std::pair<Format, lxw_format*>> m_formats;
    std::optional<base::Error> m_failure;
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
