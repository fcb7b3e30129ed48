#include "report/paper/paper_layout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <numeric>

namespace junheng::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kTitlePoints = 15;
constexpr double kTextPoints = 9;
constexpr double kPaddingPoints = 2.2;
constexpr double kPointsPerInch = 72;
// A line of a height that nothing limits.
constexpr double kEndless = 1e7;

double textHeight(const QFont& font, QPaintDevice& device, double width, const QString& text) {
    return QFontMetricsF(font, &device)
        .boundingRect(QRectF(0, 0, width, kEndless), Qt::AlignLeft | Qt::TextWordWrap, text.isEmpty() ? u" "_s : text)
        .height();
}

// The first row behind `row` at which a page may break.
int endOfGroup(const Table& table, int row) {
    int end = row + 1;
    for (int member = row; member < end; ++member) {
        for (const Cell& cell : table.body[static_cast<std::size_t>(member)].cells)
            end = std::max(end, member + cell.rows);
    }
    return std::min(end, static_cast<int>(table.body.size()));
}

} // namespace

PaperFaces::PaperFaces(int dotsPerInch) : point(dotsPerInch / kPointsPerInch) {
    const auto face = [this](const QString& family, double points) {
        QFont font(family);
        font.setPixelSize(qRound(points * point));
        return font;
    };
    title = face(u"Noto Sans CJK SC"_s, kTitlePoints);
    title.setBold(true);
    text = face(u"Noto Serif CJK SC"_s, kTextPoints);
    head = face(u"Noto Sans CJK SC"_s, kTextPoints);
}

QFont PaperFaces::of(Mark mark) const {
    QFont font = text;
    font.setItalic(mark == Mark::Floor);
    font.setBold(mark == Mark::Failing);
    return font;
}

QString printedText(const Cell& cell) {
    return cell.text + cell.suffix;
}

PaperMeasures::PaperMeasures(const PaperFaces& faces, QPaintDevice& device)
    : title(QFontMetricsF(faces.title, &device).height() * 1.3),
      caption(QFontMetricsF(faces.text, &device).height() * 1.3), footer(caption * 1.2),
      padding(kPaddingPoints * faces.point) {}

TableLayout::TableLayout(const Table& table, const PaperFaces& faces, QPaintDevice& device, double width)
    : m_table(&table), m_device(device) {
    const double characters = std::accumulate(table.columnWidths.begin(), table.columnWidths.end(), 0.0);
    double left = 0;
    for (const double column : table.columnWidths) {
        m_lefts.push_back(left * width / characters);
        left += column;
    }
    m_lefts.push_back(width);
    m_headRows = rowHeights(table.head, faces, true);
    m_bodyRows = rowHeights(table.body, faces, false);
    m_lines = table.notes;
    if (!table.signature.isEmpty())
        m_lines += table.signature;
    for (const QString& line : m_lines)
        m_lineHeights.push_back(textHeight(faces.text, device, width, line) + kPaddingPoints * faces.point);
}

double TableLayout::headHeight() const {
    return std::accumulate(m_headRows.begin(), m_headRows.end(), 0.0);
}

double TableLayout::cellHeight(const Cell& cell, const PaperFaces& faces, bool isHead) const {
    const double padding = kPaddingPoints * faces.point;
    const double width = columnLeft(cell.column + cell.columns) - columnLeft(cell.column) - 2 * padding;
    return textHeight(isHead ? faces.head : faces.of(cell.mark), m_device, width, printedText(cell)) + 2 * padding;
}

std::vector<double> TableLayout::rowHeights(const std::vector<Row>& rows, const PaperFaces& faces, bool isHead) const {
    std::vector<double> heights(rows.size(), 0.0);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const Cell& cell : rows[row].cells) {
            if (cell.rows == 1)
                heights[row] = std::max(heights[row], cellHeight(cell, faces, isHead));
        }
    }
    // What a cell over several rows still lacks goes to its last row.
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const Cell& cell : rows[row].cells) {
            const std::size_t end = std::min(rows.size(), row + static_cast<std::size_t>(cell.rows));
            const auto from = heights.begin() + static_cast<std::ptrdiff_t>(row);
            const auto to = heights.begin() + static_cast<std::ptrdiff_t>(end);
            const double lacking = cellHeight(cell, faces, isHead) - std::accumulate(from, to, 0.0);
            heights[end - 1] += std::max(0.0, lacking);
        }
    }
    return heights;
}

std::vector<PaperPage> pagesOf(const TableLayout& layout, const PaperMeasures& measures, double pageHeight) {
    const auto rowCount = static_cast<int>(layout.table().body.size());
    const auto lineCount = static_cast<int>(layout.lines().size());
    std::vector<PaperPage> pages;
    double left = 0;
    const auto turn = [&](int row, int line) {
        const bool begins = pages.empty();
        pages.push_back(
            {.layout = &layout, .begins = begins, .firstRow = row, .endRow = row, .firstLine = line, .endLine = line});
        left = pageHeight - measures.footer - measures.caption - (begins ? measures.title : 0);
        if (begins || row < rowCount)
            left -= layout.headHeight();
    };
    turn(0, 0);
    for (int row = 0; row < rowCount;) {
        const int end = endOfGroup(layout.table(), row);
        double height = 0;
        for (int member = row; member < end; ++member)
            height += layout.bodyRowHeight(member);
        if (height > left && pages.back().endRow > pages.back().firstRow)
            turn(row, 0);
        left -= height;
        pages.back().endRow = row = end;
    }
    for (int line = 0; line < lineCount; ++line) {
        if (layout.lineHeight(line) > left && (pages.back().endRow > 0 || line > pages.back().firstLine))
            turn(rowCount, line);
        left -= layout.lineHeight(line);
        pages.back().endLine = line + 1;
    }
    return pages;
}

} // namespace junheng::report
