// Reports one after the other in one PDF file.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "document/paper/figure_painter.h"
#include "document/report.h"

#include <memory>

namespace junheng::document {

/// Lays reports out on A4, each with page numbers of its own, with the fonts embedded, headings and titles of tables as
/// the outline, and text that can be searched and copied: no radicals in the place of characters. Keeps the pages, but
/// no report. The same reports give the same bytes. A QGuiApplication is needed, and whatever the figures need.
class PdfBook {
public:
    /// `date`, which must be valid, is the only one of the document. The reports are of one style.
    PdfBook(const QString& title, const QString& author, const QDate& date);
    ~PdfBook();

    /// Errors: "job.cancelled"; then the book is of no use any more.
    [[nodiscard]] base::Outcome add(const Report& report, const FigurePainter& figures, const base::Job& job = {});
    /// Ends the book, which holds a report at least; the file appears whole or not at all. Errors: "file.write",
    /// "pdf.damaged".
    [[nodiscard]] base::Outcome write(const QString& path);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace junheng::document
