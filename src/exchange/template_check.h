// A cross-check of a template's row.
#pragma once

#include "exchange/template_sheet.h"

#include <QString>

#include <functional>

namespace junheng::exchange {

/// One thing that cannot be right in a row, in two tellings that agree: a formula of the workbook and the model's data.
/// A blank or not applicable figure breaks nothing by itself.
struct TemplateCheck {
    QString message;
    /// Without "=", TRUE where the row is broken. Never an error, whatever the cells hold.
    std::function<QString(int row)> formula;
    std::function<bool(const model::CountyYear& data, const model::SubjectKey& key)> isBroken;
};

} // namespace junheng::exchange
