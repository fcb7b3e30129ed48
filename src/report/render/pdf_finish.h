// What a PDF file needs besides its pages.
#pragma once

#include "base/error.h"
#include "report/render/far_characters.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QString>

#include <vector>

namespace junheng::report {

/// An entry of a PDF file's outline.
struct Bookmark {
    int level = 1; ///< an entry belongs to the last one before it that has a lower level
    QString text;
    int page = 0; ///< from 0
    double y = 0; ///< points above the page's lower edge
};

struct PdfFinish {
    QString title;
    QString author;
    QDate date;
    std::vector<Bookmark> bookmarks = {};
    QHash<char16_t, char16_t> characters = {}; ///< as of meantCharacters()
    std::vector<Specimen> specimens = {};      ///< pages to be taken out; `bookmarks` do not count them
};

/// The PDF file `raw` of Qt with title, author, date, language and outline, with its text mended, and with nothing in
/// it of the hour it was made at. Errors: "pdf.damaged".
base::Result<QByteArray> finishPdf(const QByteArray& raw, const PdfFinish& finish);

} // namespace junheng::report
