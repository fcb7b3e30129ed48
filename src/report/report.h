// A document as values: what is said, with which figures and marks. Renderers place it and compute nothing.
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace junheng::report {

/// Why a cell stands out; renderers show each so that it can also be told in black and white.
enum class Mark : std::uint8_t {
    None,
    Floor,   ///< below the threshold, not below the floor
    Failing, ///< below the floor, over a limit, or a verdict of 未达标
    Missing, ///< 待填报, or a count that leaves out what is missing
};

enum class Align : std::uint8_t { Left, Centre };

/// `value` shown with `decimals` digits behind the point reads as Cell::text, in Excel and in LibreOffice; it is
/// unrounded unless binary fractions would make it read otherwise.
struct Number {
    double value = 0;
    int decimals = 0;
};

struct Cell {
    int column = 0; ///< of its upper left corner, from 0
    QString text;   ///< as printed, without `suffix`
    std::optional<Number> number = {};
    QString suffix = {}; ///< signs of footnotes behind a number
    Mark mark = Mark::None;
    Align align = Align::Centre;
    int rows = 1; ///< extent when merged
    int columns = 1;
};

/// The cells that begin in a row, from left to right; places covered by a merged cell have none.
struct Row {
    std::vector<Cell> cells = {};
};

struct Caption {
    QString left;
    QString centre;
    QString right;
};

struct Table {
    QString name;  ///< 表Ⅱ-1: short, unique in the report
    QString title; ///< with the name in front
    Caption caption = {};
    std::vector<double> columnWidths = {}; ///< in characters
    std::vector<Row> head = {};            ///< repeated on every page
    std::vector<Row> body = {};
    QStringList notes = {};
    QString signature = {}; ///< 填报人, 审核人, ...; the last line
};

struct Report {
    QString title;
    QString author;
    QDate date; ///< the only date of the document
    std::vector<Table> tables;
};

} // namespace junheng::report
