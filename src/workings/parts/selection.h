// Which schools a clause is about, by the figures in the workbook.
#pragma once

#include "workings/parts/school_scope.h"

namespace junheng::workings {

/// Whether a choice is one of these, with its code before it ("10 民办") or without.
Live anyOfWords(const Live& cell, const model::Item& item, const std::vector<int>& choices);

/// 是, 否, or 待填报 where a blank cell decides it. `school` is a row of year().schools().
Live selected(const standard::SchoolSelection& selection, int school, const RawFigures& raw, const SchoolScope& scope);

} // namespace junheng::workings
