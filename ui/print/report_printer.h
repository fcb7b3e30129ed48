// A report on paper.
#pragma once

#include "report/report.h"

class QPrinter;

namespace junheng::ui {

/// A4, upright where the tables are narrow, else across; call before the printer is used.
void setUpPage(QPrinter& printer, const report::Report& report);

/// Prints every table from a page of its own: title and caption, head rows on every page, notes and signature behind
/// the last row, 第 x 页 共 y 页 below.
void printReport(const report::Report& report, QPrinter& printer);

} // namespace junheng::ui
