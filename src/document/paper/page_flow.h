// What stands where: pieces that cannot be divided are placed one below the other on pages. Lengths are pixels of the
// device.
#pragma once

#include "document/paper/table_layout.h"
#include "document/paper/text_box.h"
#include "document/report.h"

#include <QPageLayout>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace junheng::document {

/// A line of a text.
struct LinePiece {
    const TextBox* text = nullptr;
    int line = 0;
};
/// Texts beside one another, from the piece's upper left corner.
struct TextsPiece {
    struct Placed {
        TextBox text;
        QPointF at;
    };
    std::vector<Placed> texts;
};
struct HeadPiece {
    const TableLayout* table = nullptr;
};
/// The rows [first, end) of a table's body.
struct RowsPiece {
    const TableLayout* table = nullptr;
    int first = 0;
    int end = 0;
};
/// A part of a row that is higher than a page: the lines of its cells from one height of it to another.
struct SlicePiece {
    const TableLayout* table = nullptr;
    int row = 0;
    double from = 0;
    double to = 0;
};
struct PlotPiece {
    const Plot* plot = nullptr;
};

struct Piece {
    std::variant<LinePiece, TextsPiece, HeadPiece, RowsPiece, SlicePiece, PlotPiece> content;
    double height = 0;
};

/// An entry of the outline.
struct OutlineItem {
    int level = 1;
    QString text;
};

/// A piece on its way to a page.
struct Chunk {
    Piece piece;
    double above = 0;       ///< blank in front of it, but not at the head of a page
    bool keepsNext = false; ///< on the page of the next one
    std::optional<QPageLayout::Orientation> newPage = {};
    std::shared_ptr<const std::vector<Piece>> again = {}; ///< repeated before it where it is the first of a page
    std::optional<OutlineItem> outline = {};
};

struct PlacedPiece {
    Piece piece;
    double top = 0;
};

struct OutlinePlace {
    OutlineItem item;
    double top = 0;
};

struct PaperPage {
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    std::vector<PlacedPiece> pieces;
    std::vector<OutlinePlace> outline;
};

/// Divides the chunks among pages; `upright` and `across` are the heights of the text on pages of each orientation. The
/// first chunk begins a page. A run of chunks that keep together and do not fit on any page is divided all the same.
std::vector<PaperPage> flow(const std::vector<Chunk>& chunks, double upright, double across);

} // namespace junheng::document
