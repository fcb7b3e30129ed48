#include "document/render/row_height.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace junheng::document {

namespace {

constexpr double kLinePoints = 16;
constexpr double kPaddingPoints = 4;
constexpr double kLargestPoints = 409;
// Widths count digits of Excel's default font; a Han character of the same size is a little wider than two of them.
constexpr double kNarrow = 1.1;
constexpr double kWide = 2.1;
constexpr double kReserve = 0.4; // fonts differ a little
constexpr double kSlack = 1e-6;  // sums of fractions that just fit

double lengthOf(QStringView text) {
    return std::accumulate(text.begin(), text.end(), 0.0,
                           [](double sum, QChar c) { return sum + (c.unicode() < 0x100 ? kNarrow : kWide); });
}

} // namespace

int lineCount(const QString& text, double characters) {
    // A line seldom fills its last place: a wide character or punctuation does not break.
    const double usable = std::max(characters - kReserve, kWide);
    int lines = 0;
    for (const QStringView paragraph : QStringView(text).split(QChar(u'\n'))) {
        const double perLine = std::floor(usable / kWide + kSlack) * kWide;
        lines += std::max(1, static_cast<int>(std::ceil(lengthOf(paragraph) / perLine - kSlack)));
    }
    return lines;
}

QString withUnitBelow(const QString& head, double characters) {
    const qsizetype bracket = head.lastIndexOf(QChar(u'（'));
    if (bracket <= 0 || !head.endsWith(QChar(u'）')) || lineCount(head, characters) == 1)
        return head;
    return head.first(bracket) + QChar(u'\n') + head.sliced(bracket);
}

double linesHeight(int lines) {
    return std::min(kLargestPoints, lines * kLinePoints + kPaddingPoints);
}

double widthOf(const Cell& cell, std::span<const double> columnWidths) {
    const auto widths =
        columnWidths.subspan(static_cast<std::size_t>(cell.column), static_cast<std::size_t>(cell.columns));
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

double rowHeight(const Row& row, std::span<const double> columnWidths) {
    int lines = 1;
    for (const Cell& cell : row.cells) {
        if (cell.rows == 1)
            lines = std::max(lines, lineCount(cell.text, widthOf(cell, columnWidths)));
    }
    return linesHeight(lines);
}

} // namespace junheng::document
