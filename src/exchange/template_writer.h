// The template workbook (数据表), blank or prefilled.
#pragma once

#include "base/error.h"
#include "model/county_year.h"

#include <QString>

namespace junheng::exchange {

/// Writes all sheets of the template to `path`, whole or not at all. With `data`, its county, year and every row are
/// filled in, so that planImport over the same data finds nothing to change; null leaves the template blank.
/// Errors: "sheet.write", "file.write".
[[nodiscard]] base::Outcome writeTemplate(const QString& path, const model::CountyYear* data = nullptr);

} // namespace junheng::exchange
