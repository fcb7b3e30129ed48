#include "ui/print/report_printer.h"

#include "report/paper/report_painter.h"

#include <QPrinter>

namespace junheng::ui {

void setUpPage(QPrinter& printer, const report::Report& report) {
    printer.setPageLayout(report::pageLayoutOf(report));
    printer.setDocName(report.title);
    printer.setCreator(report.author);
}

void printReport(const report::Report& report, QPrinter& printer) {
    report::paintReport(report, printer);
}

} // namespace junheng::ui
