// The faces and sizes of a document, after its style and the fonts that are installed.
#pragma once

#include "document/report.h"

#include <QFont>
#include <QStringList>

#include <vector>

namespace junheng::document {

/// The families that stand in for the four faces of Chinese documents.
struct Families {
    QString song;           ///< 宋体: tables, page numbers
    QString fangSong;       ///< 仿宋: the text of official documents
    QString hei;            ///< 黑体: headings of the first level, heads of tables
    QString kai;            ///< 楷体: headings of the second level
    QString title;          ///< 小标宋: the title of official documents
    bool isKaiReal = false; ///< else another face stands in, and headings of the second level are told by their weight
};

/// The best of the installed families for each face; Noto's where nothing better is installed.
Families chooseFamilies(const QStringList& installed);

/// A face with the height of its lines; lengths are pixels of the device.
struct Face {
    QFont font;
    double line = 0; ///< from line to line; 0: as the font asks
};

/// Everything that is set on paper, in the resolution of a device.
struct Faces {
    Faces(Style style, const Families& families, int dotsPerInch);

    double point; ///< 1/72 inch
    Face title;
    Face headings[3];
    Face body;
    Face note;
    Face foot; ///< the page number
    QFont tableTitle;
    QFont inlineTableTitle; ///< of a table in the running text
    QFont tableText;
    QFont tableHead;
    QFont inlineTableText;
    QFont inlineTableHead;
    QFont figure;

    [[nodiscard]] const Face& heading(int level) const { return level == 0 ? title : headings[level - 1]; }
    /// Every font above.
    [[nodiscard]] std::vector<QFont> all() const;
};

/// Slanted or heavy, as the mark asks.
QFont marked(QFont font, Mark mark);

} // namespace junheng::document
