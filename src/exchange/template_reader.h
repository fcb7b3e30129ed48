// The template workbook (数据表) as changes of a year's data.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "exchange/import_plan.h"
#include "model/county_year.h"
#include "sheet/workbook.h"

#include <QString>

namespace junheng::exchange {

/// Whose data a workbook holds; 2025 = the school year beginning in September 2025.
struct BookIdentity {
    model::County county = {};
    int year = 0;
};

/// From the sheet 县级. Errors: "import.no_identity" (sheet or line absent), "import.title_row",
/// "import.bad_county_code", "import.bad_year", and those of reading the sheet and its cells.
base::Result<BookIdentity> identify(const sheet::Workbook& book, const QString& fileName);

/// Plans the import of `book` over `current`, which is not changed. Stopped by `job`, the plan has the one error
/// "job.cancelled". Codes of errors: "import.*", and "value.*" of model::parseObservation.
ImportPlan planImport(const sheet::Workbook& book, const SourceFile& file, const model::CountyYear& current,
                      const ImportOptions& options = {}, const base::Job& job = {});

} // namespace junheng::exchange
