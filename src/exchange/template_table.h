// One sheet of rows and columns of a template: every one but 县级 and the guide.
#pragma once

#include "exchange/template_content.h"
#include "exchange/template_sheet.h"
#include "sheet/workbook_writer.h"

namespace junheng::exchange {

void writeTable(sheet::SheetWriter target, const TemplateSheets& sheets, model::Level level,
                const TemplateContent& content);

} // namespace junheng::exchange
