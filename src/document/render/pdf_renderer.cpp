#include "document/render/pdf_renderer.h"

#include "document/render/pdf_book.h"

namespace junheng::document {

base::Outcome renderPdf(const Report& report, const FigurePainter& figures, const QString& path, const base::Job& job) {
    PdfBook book(report.title, report.author, report.date);
    const base::Outcome added = book.add(report, figures, job);
    return added ? book.write(path) : added;
}

} // namespace junheng::document
