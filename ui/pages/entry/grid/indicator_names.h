// Short names of indicators and vetoes, for the rows that are entered by indicator.
#pragma once

#include "standard/standard.h"

#include <QString>

namespace junheng::ui {

/// "艺术教室", "重点学校或重点班"; empty for an unknown id. Resource indicators, and those that the nation does not
/// have, are named by the standard.
QString indicatorName(const standard::Standard& standard, const QString& id);

} // namespace junheng::ui
