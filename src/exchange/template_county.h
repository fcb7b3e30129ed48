// The sheet 县级 of a template, an item a row.
#pragma once

#include "exchange/template_content.h"
#include "exchange/template_sheet.h"
#include "sheet/workbook_writer.h"

namespace junheng::exchange {

/// `schools`: the sheet 学校, for rules that refer to it.
void writeCounty(sheet::SheetWriter target, const SheetLayout& layout, const TemplateSheet& schools,
                 const TemplateContent& content);

} // namespace junheng::exchange
