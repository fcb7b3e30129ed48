// Cross-checks between the figures of a template, live in the column 核对.
#pragma once

#include "exchange/template_check.h"

#include <QString>

#include <vector>

namespace junheng::exchange {

/// Of the rows of a sheet but 县级; empty for a level without checks.
std::vector<TemplateCheck> checksOf(const TemplateSheets& sheets, model::Level level);
/// Of the line of one item of the sheet 县级, which outlives them.
std::vector<TemplateCheck> countyChecksOf(const SheetLayout& county, const model::Item& item);

/// The messages of all broken checks of a row, joined by ；, or "". Without "=".
QString checkFormula(const std::vector<TemplateCheck>& checks, int row);
/// The same as the formula of the column 核对, which is blank in a blank row and misses a key in others.
QString checkFormula(const TemplateSheet& sheet, const std::vector<TemplateCheck>& checks, int row);
/// What checkFormula gives for these data.
QString checkText(const std::vector<TemplateCheck>& checks, const model::CountyYear& data,
                  const model::SubjectKey& key);

} // namespace junheng::exchange
