// The tables of a report by name.
#pragma once

#include "report/report.h"

namespace junheng::report_test {

/// Throws std::out_of_range where the report has no table of this name.
const report::Table& tableOf(const report::Report& report, const QString& name);
const report::Table& tableOf(report::Report&&, const QString&) = delete; // the table would outlive its report

} // namespace junheng::report_test
