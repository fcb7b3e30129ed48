// Writing .xlsx workbooks.
#pragma once

#include "base/error.h"
#include "sheet/sheet_writer.h"

#include <memory>

namespace junheng::sheet {

/// One workbook, written to `path` whole or not at all by finish(); without it nothing is left behind.
class WorkbookWriter {
public:
    WorkbookWriter(const QString& path, const DocumentProperties& properties);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    /// Fails when the name is empty, longer than 31 characters, used already in any case, contains one of []:*?/\ or
    /// begins or ends with an apostrophe.
    SheetWriter addSheet(const QString& name);

    /// Call once, last. Errors: the first failure of all calls ("sheet.write", with sheet and cell), or "file.write"
    /// (folder missing, no permission, disk full).
    [[nodiscard]] base::Outcome finish();

private:
    std::unique_ptr<WriterBook> m_book;
};

} // namespace junheng::sheet
