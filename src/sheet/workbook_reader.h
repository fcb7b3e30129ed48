// Reading .xlsx workbooks.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "sheet/workbook.h"

#include <QString>
#include <QtGlobal>

namespace junheng::sheet {

/// What a workbook may have at most. Bytes are counted while they are unpacked, whatever the file declares.
struct Limits {
    qint64 fileBytes = qint64{64} << 20;
    qint64 unzippedBytes = qint64{512} << 20;
    int rows = 20000;
    int columns = 256;
    int sheets = 2000;
    /// Of all sheets together; each shared text counts too. A county of 5,000 schools has 1.3 million.
    int cells = 2'000'000;
    /// Of all texts together, in UTF-8; a shared text counts once.
    qint64 textBytes = qint64{64} << 20;
};

/// Reads all worksheets; the file is not changed. The values are the stored ones: nothing is calculated.
/// Errors, each with the file and where known the part:
/// "file.read" · "sheet.too_large" · "sheet.too_large_unzipped" · "sheet.too_many_sheets" · "sheet.too_many_cells" ·
/// "sheet.too_much_text" · "sheet.encrypted" · "sheet.old_format" (.xls) · "sheet.not_a_workbook" · "sheet.damaged" ·
/// "job.cancelled".
/// What is wrong with one sheet alone is its fault(), with the sheet and where known the cell: "sheet.damaged",
/// "sheet.too_many_rows", "sheet.too_many_columns"; with one cell, a cell of the kind Damaged.
[[nodiscard]] base::Result<Workbook> readWorkbook(const QString& path, const Limits& limits = {},
                                                  const base::Job& job = {});

} // namespace junheng::sheet
