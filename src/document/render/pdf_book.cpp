#include "document/render/pdf_book.h"

#include "base/atomic_file.h"
#include "document/paper/report_layout.h"
#include "document/paper/report_painter.h"
#include "document/render/character_forms.h"
#include "document/render/far_characters.h"
#include "document/render/pdf_finish.h"
#include "document/tr.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <exception>
#include <set>

namespace junheng::document {

namespace {

constexpr int kResolution = 1200;

void addBookmarks(std::vector<Bookmark>& bookmarks, const ReportLayout& layout, int firstPage) {
    for (std::size_t page = 0; page < layout.pages().size(); ++page) {
        const PaperPage& shown = layout.pages()[page];
        const SheetGeometry& geometry = layout.geometry(shown.orientation);
        for (const OutlinePlace& place : shown.outline) {
            const double y = geometry.sheet.height() - geometry.text.top() - place.top;
            bookmarks.push_back({.level = place.item.level,
                                 .text = place.item.text,
                                 .page = firstPage + static_cast<int>(page),
                                 .y = y / layout.faces().point});
        }
    }
}

} // namespace

struct PdfBook::Private {
    QBuffer raw;
    std::unique_ptr<QPdfWriter> writer;
    QPainter painter; ///< on the writer: behind it, so that it ends before it
    PdfFinish finish;
    int pages = 0; ///< specimens are not counted
    std::set<char32_t> far;
    QSet<QChar> characters;
    std::vector<QFont> fonts;

    // Before they are painted in their places; once each.
    void showFarCharacters(const Report& report, const std::vector<QFont>& faces) {
        std::vector<char32_t> fresh = farCharactersOf(report);
        std::erase_if(fresh, [this](char32_t character) { return !far.insert(character).second; });
        if (fresh.empty())
            return;
        const int page = pages + static_cast<int>(finish.specimens.size());
        finish.specimens.push_back(paintSpecimen(page, fresh, faces, *writer, painter));
    }
};

PdfBook::PdfBook(const QString& title, const QString& author, const QDate& date) : d(std::make_unique<Private>()) {
    d->finish.title = title;
    d->finish.author = author;
    d->finish.date = date;
    d->raw.open(QIODevice::WriteOnly);
    d->writer = std::make_unique<QPdfWriter>(&d->raw);
    d->writer->setResolution(kResolution);
    d->writer->setPageLayout(sheetOf(QPageSize(QPageSize::A4), QPageLayout::Portrait));
}

PdfBook::~PdfBook() = default;

base::Outcome PdfBook::add(const Report& report, const FigurePainter& figures, const base::Job& job) {
    const ReportLayout layout(report, QPageSize(QPageSize::A4), QPageLayout::Portrait, *d->writer);
    d->showFarCharacters(report, layout.faces().all());
    if (!paintPages(layout, *d->writer, d->painter, figures, {}, job))
        return std::unexpected(
            base::Error{.code = QStringLiteral("job.cancelled"), .message = tr("已停止生成 PDF，没有写出文件。")});
    addBookmarks(d->finish.bookmarks, layout, d->pages);
    d->pages += static_cast<int>(layout.pages().size());
    d->characters.unite(charactersOf(report));
    d->fonts = layout.faces().all();
    return {};
}

base::Outcome PdfBook::write(const QString& path) {
    d->painter.end();
    d->writer.reset();
    d->finish.characters = meantCharacters(d->fonts, d->characters);
    QByteArray bytes;
    try {
        bytes = finishPdf(d->raw.data(), d->finish);
    } catch (const std::exception& failure) {
        return std::unexpected(base::Error{.code = QStringLiteral("pdf.damaged"),
                                           .message = tr("无法生成 PDF 文件：内部出错，请把文件和这句话告诉开发者。"),
                                           .detail = QString::fromUtf8(failure.what())});
    }
    return base::writeFileAtomically(path, bytes);
}

} // namespace junheng::document
