// A report through a printer.
#pragma once

#include "document/report.h"

class QPrinter;

namespace junheng::ui {

/// Paper and document name; call before the printer is used.
void setUpPage(QPrinter& printer, const document::Report& report);

void printReport(const document::Report& report, QPrinter& printer);

} // namespace junheng::ui
