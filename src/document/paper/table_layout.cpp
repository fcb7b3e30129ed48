#include "document/paper/table_layout.h"

#include "document/lengths.h"
#include "document/paper/faces.h"
#include "document/paper/fills.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace junheng::document {

namespace {

constexpr double kSmallest = 0.75;

double sumOf(const std::vector<double>& heights, int first, int end) {
    return std::accumulate(heights.begin() + first, heights.begin() + end, 0.0);
}

} // namespace

QString printedText(const Cell& cell) {
    return cell.text + cell.suffix;
}

TableLayout::TableLayout(const Table& table, const QFont& text, const QFont& head, double padding, QPaintDevice& device,
                         double width)
    : m_table(&table), m_text(text), m_head(head), m_padding(padding) {
    const double characters = table.width();
    double before = 0;
    for (const double column : table.columnWidths) {
        m_lefts.push_back(before * width / characters);
        before += column;
    }
    m_lefts.push_back(width);
    findGroups();
    fit(device);
    m_line = TextBox(QString(), m_text, {.width = width}, device).height();
    m_headRows = rowHeights(table.head, true, device);
    m_bodyRows = rowHeights(table.body, false, device);
}

double TableLayout::headHeight() const {
    return sumOf(m_headRows, 0, static_cast<int>(m_headRows.size()));
}

double TableLayout::bodyHeight(int first, int end) const {
    return sumOf(m_bodyRows, first, end);
}

void TableLayout::findGroups() {
    const auto rowCount = static_cast<int>(m_table->body.size());
    for (int first = 0; first < rowCount;) {
        int end = first + 1;
        for (int member = first; member < end; ++member) {
            for (const Cell& cell : m_table->body[static_cast<std::size_t>(member)].cells)
                end = std::min(std::max(end, member + cell.rows), rowCount);
        }
        m_groups.insert(m_groups.end(), static_cast<std::size_t>(end - first), first);
        first = end;
    }
}

int TableLayout::endOfGroup(int row) const {
    const auto here = m_groups.begin() + row;
    return static_cast<int>(std::upper_bound(here, m_groups.end(), *here) - m_groups.begin());
}

double TableLayout::room(const Cell& cell) const {
    return left(cell.column + cell.columns) - left(cell.column) - 2 * m_padding;
}

TextBox TableLayout::boxOf(const Cell& cell, bool isHead, const QString& text, Align align,
                           QPaintDevice& device) const {
    return {text, isHead ? m_head : marked(m_text, cell.mark), {.width = room(cell), .align = align}, device};
}

void TableLayout::fit(QPaintDevice& device) {
    double scale = 1;
    for (const bool isHead : {true, false}) {
        for (const Row& row : isHead ? m_table->head : m_table->body) {
            for (const Cell& cell : row.cells) {
                const TextBox box = boxOf(cell, isHead, printedText(cell), Align::Left, device);
                if (box.lineCount() > 1)
                    scale = std::min(scale, room(cell) / box.unbreakableWidth(device));
            }
        }
    }
    scale = std::max(scale, kSmallest);
    m_text.setPixelSize(static_cast<int>(scale * m_text.pixelSize()));
    m_head.setPixelSize(static_cast<int>(scale * m_head.pixelSize()));
}

std::vector<double> TableLayout::rowHeights(const std::vector<Row>& rows, bool isHead, QPaintDevice& device) const {
    const auto heightOf = [&](const Cell& cell) {
        return boxOf(cell, isHead, printedText(cell), Align::Left, device).height() + 2 * m_padding;
    };
    std::vector<double> heights(rows.size(), 0.0);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const Cell& cell : rows[row].cells) {
            if (cell.rows == 1)
                heights[row] = std::max(heights[row], heightOf(cell));
        }
    }
    // What a cell over several rows still lacks goes to its last row.
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const Cell& cell : rows[row].cells) {
            if (cell.rows == 1)
                continue;
            const std::size_t end = std::min(rows.size(), row + static_cast<std::size_t>(cell.rows));
            const double lacking = heightOf(cell) - sumOf(heights, static_cast<int>(row), static_cast<int>(end));
            heights[end - 1] += std::max(0.0, lacking);
        }
    }
    return heights;
}

std::vector<double> TableLayout::cuts(int row, double room) const {
    const double height = m_bodyRows[static_cast<std::size_t>(row)];
    const double lines = std::max(1.0, std::floor((room - 2 * m_padding) / m_line));
    std::vector<double> result{0};
    for (double cut = m_padding + lines * m_line; cut < height - m_padding; cut += lines * m_line)
        result.push_back(cut);
    result.push_back(height);
    return result;
}

void TableLayout::paintHead(QPainter& painter, QPointF place) const {
    paintRows(painter, place, true, 0, static_cast<int>(m_table->head.size()));
}

void TableLayout::paintBody(QPainter& painter, QPointF place, int first, int end) const {
    paintRows(painter, place, false, first, end);
}

void TableLayout::paintRows(QPainter& painter, QPointF place, bool isHead, int first, int end) const {
    const std::vector<Row>& rows = isHead ? m_table->head : m_table->body;
    const std::vector<double>& heights = isHead ? m_headRows : m_bodyRows;
    const int begin = isHead || first == end ? first : m_groups[static_cast<std::size_t>(first)];
    for (int row = begin; row < end; ++row) {
        for (const Cell& cell : rows[static_cast<std::size_t>(row)].cells) {
            const int from = std::max(row, first);
            const int to = std::min(end, row + cell.rows);
            if (from >= to)
                continue;
            const QRectF rect(left(cell.column), sumOf(heights, first, from),
                              left(cell.column + cell.columns) - left(cell.column), sumOf(heights, from, to));
            paintCell(painter, rect.translated(place), cell, isHead);
        }
    }
}

void TableLayout::paintSlice(QPainter& painter, const QRectF& rect, int row, double from, double to) const {
    for (int above = m_groups[static_cast<std::size_t>(row)]; above <= row; ++above) {
        for (const Cell& cell : m_table->body[static_cast<std::size_t>(above)].cells) {
            if (above + cell.rows <= row)
                continue;
            const QRectF place(rect.left() + left(cell.column), rect.top(),
                               left(cell.column + cell.columns) - left(cell.column), rect.height());
            if (const QColor fill = fillOf(cell.mark); fill.isValid())
                painter.fillRect(place, fill);
            painter.drawRect(place);
            const TextBox box = boxOf(cell, false, printedText(cell), printedAlign(cell), *painter.device());
            double top = m_padding;
            for (int line = 0; line < box.lineCount(); ++line) {
                const double shown = top - from + (from > 0 ? m_padding : 0);
                if (top >= from - kRounding && top < to - kRounding)
                    box.paint(painter, place.topLeft() + QPointF(m_padding, shown), line, line + 1);
                top += m_line;
            }
        }
    }
}

void TableLayout::paintCell(QPainter& painter, const QRectF& rect, const Cell& cell, bool isHead) const {
    if (const QColor fill = isHead ? headFill() : fillOf(cell.mark); fill.isValid())
        painter.fillRect(rect, fill);
    painter.drawRect(rect);
    const auto paint = [&](const QString& text, Align align) {
        const TextBox box = boxOf(cell, isHead, text, align, *painter.device());
        box.paint(painter, {rect.left() + m_padding, rect.center().y() - box.height() / 2});
    };
    // Signs stand apart, so that the digits of a column stay below each other.
    const bool isApart = cell.number && !cell.suffix.isEmpty();
    if (isApart)
        paint(cell.suffix, Align::Left);
    paint(isApart ? cell.text : printedText(cell), printedAlign(cell));
}

} // namespace junheng::document
