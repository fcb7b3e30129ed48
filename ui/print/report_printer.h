// A report through a printer.
#pragma once

#include "report/report.h"

class QPrinter;

namespace junheng::ui {

/// Paper and document name; call before the printer is used.
void setUpPage(QPrinter& printer, const report::Report& report);

void printReport(const report::Report& report, QPrinter& printer);

} // namespace junheng::ui
