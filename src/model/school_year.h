// School years as people write them, and the years that official forms take figures of.
#pragma once

#include "model/county_year.h"

#include <QString>

#include <optional>

namespace junheng::model {

/// "2025—2026学年" for 2025.
QString schoolYearName(int year);

/// The one calendar year that every 上年度 of the official forms means: the county's 经费年度, or, where it says
/// nothing, the year in which the school year begins.
int fundYear(const CountyYear& year);

/// 统计年份: the year that population, product and incomes of 表Ⅰ (L1–L8) are of. Empty where the county says nothing:
/// the last one published, which need not be the 经费年度.
std::optional<int> statisticsYear(const CountyYear& year);

} // namespace junheng::model
