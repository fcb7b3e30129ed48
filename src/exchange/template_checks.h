// Cross-checks between the figures of a template, live in the column 核对.
#pragma once

#include "exchange/template_sheet.h"

#include <QString>

#include <functional>
#include <vector>

namespace junheng::exchange {

/// One thing that cannot be right in a row, in two tellings that agree: a formula of the workbook and the model's data.
/// A blank or not applicable figure breaks nothing by itself.
struct TemplateCheck {
    QString message;
    /// Without "=", TRUE where the row is broken. Never an error, whatever the cells hold.
    std::function<QString(int row)> formula;
    std::function<bool(const model::CountyYear& data, const model::SubjectKey& key)> isBroken;
};

/// Of the rows of a sheet but 县级; empty for a level without checks.
std::vector<TemplateCheck> checksOf(const TemplateSheets& sheets, model::Level level);
/// Of the line of one item of the sheet 县级.
std::vector<TemplateCheck> countyChecksOf(const model::Item& item);

/// The messages of all broken checks of a row, joined by ；, or "". Without "=".
QString checkFormula(const std::vector<TemplateCheck>& checks, int row);
/// The same as the formula of the column 核对, which is blank in a blank row and misses a key in others.
QString checkFormula(const TemplateSheet& sheet, const std::vector<TemplateCheck>& checks, int row);
/// What checkFormula gives for these data.
QString checkText(const std::vector<TemplateCheck>& checks, const model::CountyYear& data,
                  const model::SubjectKey& key);

} // namespace junheng::exchange
