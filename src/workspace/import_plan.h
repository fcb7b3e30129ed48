// From workbook files to planned changes.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "workspace/import_preview.h"

#include <QStringList>

namespace junheng::model {
class CountyYear;
}

namespace junheng::standard {
struct Standard;
}

namespace junheng::workspace {

/// Reads template workbooks and plans their import over `current`; several files are applied one after another, and
/// must not say different things of one cell ("import.conflict"). Each file is read once: its fingerprint is of the
/// bytes that were parsed. On any thread. Errors: "file.*", "sheet.*", "job.cancelled", those of
/// exchange::parseConversion().
base::Result<ImportPreview> planImport(const QStringList& files, const model::CountyYear& current,
                                       const standard::Standard& standard, bool clearBlanks, const base::Job& job,
                                       const ImportAgreement& agreed = {});

} // namespace junheng::workspace
