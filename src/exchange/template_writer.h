// The template workbook (数据表), blank or prefilled.
#pragma once

#include "base/error.h"
#include "exchange/template_content.h"

#include <QString>

namespace junheng::exchange {

/// Writes the guide and all sheets of the template to `path`, whole or not at all: drop-down lists, checks on typing,
/// notes, colours, cross-checks as formulas with their values, print set-up, locked headings without a password.
/// Errors: "sheet.write", "file.write".
[[nodiscard]] base::Outcome writeTemplate(const QString& path, const TemplateContent& content = {});

} // namespace junheng::exchange
