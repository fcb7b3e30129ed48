// What a PDF file needs besides its pages. Built as C++17: clang, by which the code is checked and its fuzz targets are
// built, refuses the headers of qpdf where vectors are constexpr.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QString>

#include <vector>

namespace junheng::document {

/// An entry of a PDF file's outline.
struct Bookmark {
    int level = 1; ///< an entry belongs to the last one before it that has a lower level
    QString text;
    int page = 0; ///< from 0
    double y = 0; ///< points above the page's lower edge
};

/// A page that shows characters one by one in every font of the document, from which their codes in the fonts of the
/// file can be read. It is taken out again.
struct Specimen {
    int page = 0; ///< of the file as Qt makes it, from 0
    std::vector<char32_t> shown = {};
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
/// it of the hour it was made at. Throws std::exception where `raw` cannot be read.
QByteArray finishPdf(const QByteArray& raw, const PdfFinish& finish);

} // namespace junheng::document
