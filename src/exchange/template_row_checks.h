// Cross-checks of keys, and of what stands in several sheets.
#pragma once

#include "exchange/template_check.h"

#include <QString>

#include <vector>

namespace junheng::exchange {

/// Unknown and repeated keys, sums over campuses, the list of rooms.
std::vector<TemplateCheck> rowChecksOf(const TemplateSheets& sheets, model::Level level);

/// TRUE where a cell holds a school code, ten digits kept as text or number. Without "=".
QString schoolCodeFormula(const QString& cell);

} // namespace junheng::exchange
