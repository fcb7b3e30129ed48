#include "ui/print/report_printer.h"

#include "report/paper/report_painter.h"
#include "ui/figures/paint_figure.h"

#include <QPageRanges>
#include <QPrinter>

namespace junheng::ui {

void setUpPage(QPrinter& printer, const report::Report& report) {
    printer.setPageLayout(report::sheetOf(QPageSize(QPageSize::A4), report::orientationOf(report)));
    printer.setDocName(report.title);
    printer.setCreator(report.author);
}

void printReport(const report::Report& report, QPrinter& printer) {
    // With another choice the pages are chosen by the print system.
    const bool chosen = printer.printRange() == QPrinter::PageRange;
    report::paintReport(report, printer, paintFigure, chosen ? printer.pageRanges() : QPageRanges());
}

} // namespace junheng::ui
