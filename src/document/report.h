// A document as values: what is said, with which figures and marks. Renderers place it and compute nothing.
#pragma once

#include "document/chart.h"
#include "document/figure.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace junheng::document {

/// What a cell of a working sheet is for.
enum class Role : std::uint8_t {
    Plain,
    Entered, ///< a raw figure as entered: the reader may change it
    Check,   ///< compares a live formula with the program's own figure
    Serial,  ///< the number of a row, in the middle of its column
};

enum class Align : std::uint8_t { Left, Centre, Right };

/// As many decimals as a figure has.
inline constexpr int kAllDecimals = -1;

/// `value` shown with `decimals` digits behind the point reads as Cell::text (where that is not empty), in Excel and in
/// LibreOffice; it is unrounded unless binary fractions would make it read otherwise.
struct Number {
    double value = 0;
    int decimals = 0;
};

struct Cell {
    int column = 0; ///< of its upper left corner, from 0
    QString text;   ///< as printed, without `suffix`; working sheets leave it empty for numbers
    std::optional<Number> number = {};
    /// "=B2/C2" where a workbook can show how the cell comes about; `number` or `text` is what it gives. Only workbooks
    /// render it.
    QString formula = {};
    int decimals = 0;    ///< of the number that a formula may give when it gives a word now
    QString suffix = {}; ///< signs of footnotes behind a number
    QString figure = {}; ///< which figure it shows, as Span::figure; empty where it shows none
    Mark mark = Mark::None;
    Role role = Role::Plain;
    Align align = Align::Centre;
    int rows = 1; ///< extent when merged
    int columns = 1;
};

/// On paper: the digits of a column stay below each other, but for those that only count its rows.
constexpr Align printedAlign(const Cell& cell) {
    return cell.number && cell.role != Role::Serial ? Align::Right : cell.align;
}

/// The cells that begin in a row, from left to right; places covered by a merged cell have none.
struct Row {
    std::vector<Cell> cells = {};
};

struct Caption {
    QString left;
    QString centre;
    QString right;
};

/// Forms are printed and signed; working sheets are read and recalculated on the screen.
enum class TableKind : std::uint8_t { Form, Working };

/// The rows of a sheet above the head: title and caption. Addresses in formulas rest on it.
inline constexpr int kRowsAboveHead = 2;

/// A look that follows the figures of a workbook: `mark` for each cell of the block where `formula`, written for its
/// first cell, is TRUE. Rows count from the first of the body.
struct ConditionalMark {
    int firstRow = 0;
    int lastRow = 0;
    int firstColumn = 0;
    int lastColumn = 0;
    QString formula;
    Mark mark = Mark::None;
};

struct Table {
    QString name;  ///< 表Ⅱ-1: short, unique in the report
    QString title; ///< with the name in front; may be empty in the running text, below a heading that says it
    Caption caption = {};
    std::vector<double> columnWidths = {}; ///< in characters
    std::vector<Row> head = {};            ///< repeated on every page
    std::vector<Row> body = {};
    QStringList notes = {};
    QString signature = {}; ///< 填报人, 审核人, ...; the last line
    TableKind kind = TableKind::Form;
    std::vector<ConditionalMark> conditionalMarks = {}; ///< the first that holds counts
    int frozenColumns = 0;                              ///< kept in sight and on every page, beside the head
    bool onOwnPages = true;         ///< on paper; else in the running text, kept whole up to a third of a page
    bool isClosing = false;         ///< in the text: kept whole, however high, on the page of what is before it
    std::vector<Chart> charts = {}; ///< only workbooks show them

    /// Of all columns, in characters.
    [[nodiscard]] double width() const;
};

/// As wide a table can be read on an upright page of A4.
inline constexpr double kUprightCharacters = 95;

/// A heading of the outline, level 1 (一、) to 3; 0 for the document's title.
struct Heading {
    int level = 1;
    QString text;
    bool onNewPage = false;
};

/// Words of a paragraph that look alike.
struct Span {
    QString text;
    QString figure = {}; ///< which figure of the assessment the text is, "R4.primary.cv"; empty for plain words
    Mark mark = Mark::None;
};

enum class ParagraphKind : std::uint8_t {
    Body,    ///< its first line indented by two characters
    Plain,   ///< not indented
    Note,    ///< smaller, not indented
    Centred, ///< below a title
    Closing, ///< on the right: who signs, and when
};

struct Paragraph {
    std::vector<Span> spans = {};
    ParagraphKind kind = ParagraphKind::Body;
};

/// A figure across the page, or two that share its width.
struct Plot {
    Figure figure;
    double heightMillimetres = 80;
    std::optional<Figure> beside = {}; ///< on the right
};

using Block = std::variant<Heading, Paragraph, Table, Plot>;

/// How pages look.
enum class Style : std::uint8_t {
    Form,     ///< tables to fill the page, small faces: forms, lists and dossiers
    Official, ///< GB/T 9704: 三号仿宋, 22 lines of 28 characters
};

struct Report {
    QString title;
    QString author;
    QDate date; ///< the only date of the document
    std::vector<Block> blocks = {};
    Style style = Style::Form;
    QString foot = {}; ///< at the foot of every page, in front of its number

    /// The tables among the blocks, in their order: the sheets of a workbook. As long as the report lives unchanged.
    [[nodiscard]] std::vector<std::reference_wrapper<const Table>> tables() const;
};

} // namespace junheng::document
