// School years as people write them.
#pragma once

#include <QString>

namespace junheng::model {

/// "2025—2026学年" for 2025.
QString schoolYearName(int year);

} // namespace junheng::model
