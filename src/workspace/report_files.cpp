#include "workspace/report_files.h"

#include "document/render/docx_renderer.h"
#include "document/render/pdf_renderer.h"
#include "document/render/xlsx_renderer.h"

namespace junheng::workspace {

base::Outcome writeWorkbook(const document::Report& report, const QString& path) {
    return document::renderXlsx(report, path);
}

base::Outcome writePdf(const document::Report& report, const QString& path, const document::FigurePainter& figures,
                       const base::Job& job) {
    return document::renderPdf(report, figures, path, job);
}

base::Outcome writeDocx(const document::Report& report, const QString& path, const document::FigurePainter& figures) {
    return document::renderDocx(report, figures, path);
}

} // namespace junheng::workspace
