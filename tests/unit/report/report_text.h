// A report as lines of text, to compare with a reference.
#pragma once

#include "document/report.h"

namespace junheng::report_test {

/// Every word, figure, mark and place of the model, a line each, in its order. Formulas are left to the workbook's own
/// reference.
QString textOf(const document::Report& report);

} // namespace junheng::report_test
