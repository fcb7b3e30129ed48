// School years as people write them, and the year of the funds.
#pragma once

#include "model/county_year.h"

#include <QString>

namespace junheng::model {

/// "2025—2026学年" for 2025.
QString schoolYearName(int year);

/// The one calendar year that every 上年度 of the official forms means: the county's 经费年度, or, where it says
/// nothing, the year in which the school year begins.
int fundYear(const CountyYear& year);

} // namespace junheng::model
