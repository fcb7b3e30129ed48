// Reading .xlsx workbooks.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "sheet/limits.h"
#include "sheet/workbook.h"

#include <QByteArray>
#include <QString>

namespace junheng::sheet {

/// Reads all worksheets; the file is not changed. The values are the stored ones: nothing is calculated.
/// Errors, each with the file and where known the part:
/// "file.read" · "sheet.too_large" · "sheet.too_large_unzipped" · "sheet.too_many_sheets" · "sheet.too_many_cells" ·
/// "sheet.too_much_text" · "sheet.encrypted" · "sheet.old_format" (.xls) · "sheet.not_a_workbook" · "sheet.damaged" ·
/// "job.cancelled".
/// What is wrong with one sheet alone is its fault(), with the sheet and where known the cell: "sheet.damaged",
/// "sheet.too_many_rows", "sheet.too_many_columns"; with one cell, a cell of the kind Damaged.
[[nodiscard]] base::Result<Workbook> readWorkbook(const QString& path, const Limits& limits = {},
                                                  const base::Job& job = {});

/// The same of the bytes of a file that has been read already; `file` is what errors call it. Errors: likewise, but for
/// those of reading the file.
[[nodiscard]] base::Result<Workbook> parseWorkbook(const QByteArray& bytes, const QString& file,
                                                   const Limits& limits = {}, const base::Job& job = {});

} // namespace junheng::sheet
