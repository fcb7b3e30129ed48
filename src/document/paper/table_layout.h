// One table on paper of a width: where its columns stand and how high its rows are. Lengths are pixels of the device.
#pragma once

#include "document/paper/text_box.h"
#include "document/report.h"

#include <QFont>
#include <QRectF>

#include <vector>

class QPaintDevice;

namespace junheng::document {

/// "4.20①": a cell's text with its signs.
QString printedText(const Cell& cell);

class TableLayout {
public:
    /// The faces get smaller, down to three quarters, where a number would not fit into its column.
    TableLayout(const Table& table, const QFont& text, const QFont& head, double padding, QPaintDevice& device,
                double width);

    [[nodiscard]] const Table& table() const { return *m_table; }
    [[nodiscard]] double headHeight() const;
    /// Of the body rows [first, end).
    [[nodiscard]] double bodyHeight(int first, int end) const;
    /// The first row behind the group of `row`: rows that share merged cells.
    [[nodiscard]] int endOfGroup(int row) const;

    [[nodiscard]] double padding() const { return m_padding; }
    /// Where a body row higher than `room` is cut between the lines of its highest cell: from 0 to its height, no two
    /// further apart than leaves room for the padding.
    [[nodiscard]] std::vector<double> cuts(int row, double room) const;

    void paintHead(QPainter& painter, QPointF place) const;
    /// Paints the body rows [first, end). A cell that begins above `first` is painted anew from there.
    void paintBody(QPainter& painter, QPointF place, int first, int end) const;
    /// Paints into `rect`, over the table's width, the lines of a row's cells that begin at the heights [from, to).
    void paintSlice(QPainter& painter, const QRectF& rect, int row, double from, double to) const;

private:
    [[nodiscard]] double left(int column) const { return m_lefts[static_cast<std::size_t>(column)]; }
    [[nodiscard]] double room(const Cell& cell) const;
    [[nodiscard]] TextBox boxOf(const Cell& cell, bool isHead, const QString& text, Align align,
                                QPaintDevice& device) const;
    void findGroups();
    void fit(QPaintDevice& device);
    [[nodiscard]] std::vector<double> rowHeights(const std::vector<Row>& rows, bool isHead, QPaintDevice& device) const;
    void paintRows(QPainter& painter, QPointF place, bool isHead, int first, int end) const;
    void paintCell(QPainter& painter, const QRectF& rect, const Cell& cell, bool isHead) const;

    const Table* m_table;
    QFont m_text;
    QFont m_head;
    double m_padding;
    std::vector<double> m_lefts; ///< of every column, and the right edge
    double m_line = 0;           ///< height of a line of text
    std::vector<double> m_headRows;
    std::vector<double> m_bodyRows;
    std::vector<int> m_groups; ///< of every body row, the first row of its group
};

} // namespace junheng::document
