#include "report/render/pdf_renderer.h"

#include "base/atomic_file.h"
#include "report/paper/report_layout.h"
#include "report/paper/report_painter.h"
#include "report/render/character_forms.h"
#include "report/render/pdf_finish.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>

namespace junheng::report {

namespace {

constexpr int kResolution = 1200;

std::vector<Bookmark> bookmarksOf(const ReportLayout& layout) {
    std::vector<Bookmark> bookmarks;
    for (std::size_t page = 0; page < layout.pages().size(); ++page) {
        const PaperPage& shown = layout.pages()[page];
        const SheetGeometry& geometry = layout.geometry(shown.orientation);
        for (const OutlinePlace& place : shown.outline) {
            const double y = geometry.sheet.height() - geometry.text.top() - place.top;
            bookmarks.push_back({.level = place.item.level,
                                 .text = place.item.text,
                                 .page = static_cast<int>(page),
                                 .y = y / layout.faces().point});
        }
    }
    return bookmarks;
}

} // namespace

base::Outcome renderPdf(const Report& report, const FigurePainter& figures, const QString& path, const base::Job& job) {
    QBuffer raw;
    raw.open(QIODevice::WriteOnly);
    PdfFinish finish{.title = report.title, .author = report.author, .date = report.date};
    {
        QPdfWriter writer(&raw);
        writer.setResolution(kResolution);
        writer.setPageLayout(sheetOf(QPageSize(QPageSize::A4), QPageLayout::Portrait));
        const ReportLayout layout(report, QPageSize(QPageSize::A4), QPageLayout::Portrait, writer);
        if (!paintPages(layout, writer, figures, {}, job))
            return std::unexpected(
                base::Error{.code = QStringLiteral("job.cancelled"),
                            .message = QCoreApplication::translate("paper", "已停止生成 PDF，没有写出文件。")});
        finish.bookmarks = bookmarksOf(layout);
        finish.characters = meantCharacters(layout.faces().all(), charactersOf(report));
    }
    const auto bytes = finishPdf(raw.data(), finish);
    if (!bytes)
        return std::unexpected(bytes.error());
    return base::writeFileAtomically(path, *bytes);
}

} // namespace junheng::report
