// School years as people write them.
#pragma once

#include <QString>

namespace junheng::ui {

/// "2025—2026学年" for 2025.
QString schoolYearText(int year);
/// The school year that a date of today belongs to: it begins in September.
int currentSchoolYear();

} // namespace junheng::ui
