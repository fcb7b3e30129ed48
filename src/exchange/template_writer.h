// The template workbook (数据表), blank or prefilled.
#pragma once

#include "base/error.h"
#include "model/county_year.h"

#include <QString>

namespace junheng::exchange {

struct TemplateContent {
    /// County, year and every row to be filled in, so that planImport over the same data finds nothing to change; null:
    /// blank.
    const model::CountyYear* data = nullptr;
    /// An earlier year whose figures show while a cell is chosen, item by item what is counted anew each year; or null.
    /// Left out on a sheet where they would be more than a workbook can hold (50,000).
    const model::CountyYear* before = nullptr;
};

/// Writes the guide and all sheets of the template to `path`, whole or not at all: drop-down lists, checks on typing,
/// notes, colours, cross-checks as formulas with their values, print set-up, locked headings without a password.
/// Errors: "sheet.write", "file.write".
[[nodiscard]] base::Outcome writeTemplate(const QString& path, const TemplateContent& content = {});

} // namespace junheng::exchange
