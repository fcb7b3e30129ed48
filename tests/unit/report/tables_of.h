// The tables of a report by name.
#pragma once

#include "document/report.h"

namespace junheng::report_test {

/// Throws std::out_of_range where the report has no table of this name.
const document::Table& tableOf(const document::Report& report, const QString& name);
const document::Table& tableOf(document::Report&&, const QString&) = delete; // the table would outlive its report

} // namespace junheng::report_test
