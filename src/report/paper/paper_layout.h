// Where everything of a report stands on its pages. Lengths are pixels of the paint device.
#pragma once

#include "report/report.h"

#include <QFont>

#include <vector>

class QPaintDevice;

namespace junheng::report {

/// The faces of a printed table, in the device's resolution.
struct PaperFaces {
    explicit PaperFaces(int dotsPerInch);

    QFont title;
    QFont text;
    QFont head;
    double point; ///< 1/72 inch

    /// Slanted or heavy, as the mark asks.
    [[nodiscard]] QFont of(Mark mark) const;
};

/// "4.20①": a cell's text with its signs.
QString printedText(const Cell& cell);

/// One table on paper of a width.
class TableLayout {
public:
    TableLayout(const Table& table, const PaperFaces& faces, QPaintDevice& device, double width);

    [[nodiscard]] const Table& table() const { return *m_table; }
    [[nodiscard]] double columnLeft(int column) const { return m_lefts[static_cast<std::size_t>(column)]; }
    [[nodiscard]] double headRowHeight(int row) const { return m_headRows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] double bodyRowHeight(int row) const { return m_bodyRows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] double headHeight() const;
    /// Notes and signature, in this order.
    [[nodiscard]] const QStringList& lines() const { return m_lines; }
    [[nodiscard]] double lineHeight(int line) const { return m_lineHeights[static_cast<std::size_t>(line)]; }

private:
    [[nodiscard]] std::vector<double> rowHeights(const std::vector<Row>& rows, const PaperFaces& faces,
                                                 bool isHead) const;
    [[nodiscard]] double cellHeight(const Cell& cell, const PaperFaces& faces, bool isHead) const;

    const Table* m_table;
    QPaintDevice& m_device;
    std::vector<double> m_lefts; ///< of every column, and the right edge
    std::vector<double> m_headRows;
    std::vector<double> m_bodyRows;
    QStringList m_lines;
    std::vector<double> m_lineHeights;
};

/// What one page shows of a table: body rows and lines [first, end).
struct PaperPage {
    const TableLayout* layout = nullptr;
    bool begins = false; ///< with the title
    int firstRow = 0;
    int endRow = 0;
    int firstLine = 0;
    int endLine = 0;
};

/// Lengths that layout and painter agree upon.
struct PaperMeasures {
    explicit PaperMeasures(const PaperFaces& faces, QPaintDevice& device);

    double title;   ///< height of the title's line
    double caption; ///< height of the caption's line
    double footer;  ///< height of the page number's line
    double padding; ///< inside a cell
};

/// Divides a table among pages. Rows stay whole, and so do rows that share a merged cell.
std::vector<PaperPage> pagesOf(const TableLayout& layout, const PaperMeasures& measures, double pageHeight);

} // namespace junheng::report
