#include "ui/print/report_printer.h"

#include "document/paper/report_painter.h"
#include "ui/figures/paint_figure.h"

#include <QPageRanges>
#include <QPrinter>

namespace junheng::ui {

void setUpPage(QPrinter& printer, const document::Report& report) {
    printer.setPageLayout(document::sheetOf(QPageSize(QPageSize::A4), document::orientationOf(report)));
    printer.setDocName(report.title);
    printer.setCreator(report.author);
}

void printReport(const document::Report& report, QPrinter& printer) {
    // With another choice the pages are chosen by the print system.
    const bool chosen = printer.printRange() == QPrinter::PageRange;
    document::paintReport(report, printer, paintFigure, chosen ? printer.pageRanges() : QPageRanges());
}

} // namespace junheng::ui
