// What may be typed into a template, and which of its cells draw attention.
#pragma once

#include "exchange/template_sheet.h"
#include "sheet/workbook_writer.h"

#include <QString>

namespace junheng::exchange {

/// For cells of an item, `cell` being the first. School codes are chosen from the sheet 学校, where other ones cost a
/// warning; figures may always be 不适用, except where the importer wants a number. `own` is the sheet of the cells,
/// null for 县级.
sheet::Validation validationOf(const model::Item& item, const QString& cell, const TemplateSheet& schools,
                               const TemplateSheet* own);

/// TRUE where `cell` is filled with what is no figure (no code) for the item, as only pasting can; empty for words.
/// With "=".
QString misfitFormula(const model::Item& item, const QString& cell, bool isRegister);

/// TRUE where the item of the row is blank and blocks an indicator; empty when it never does. With "=", for row 1.
QString requiredFormula(const TemplateSheet& sheet, const model::Item& item);
/// The same in the sheet 县级.
QString requiredCountyFormula(const model::Item& item, const QString& cell);

} // namespace junheng::exchange
