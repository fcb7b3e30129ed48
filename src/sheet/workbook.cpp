#include "sheet/workbook.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <utility>

namespace junheng::sheet {

namespace {

// Where `key` stands in an ascending range. Most sheets have no holes, so the position itself is tried first.
template <class Iterator, class Projection>
Iterator locate(Iterator first, Iterator last, int key, Projection projection) {
    if (key < last - first && std::invoke(projection, first[key]) == key)
        return first + key;
    const Iterator found = std::ranges::lower_bound(first, last, key, {}, projection);
    return found != last && std::invoke(projection, *found) == key ? found : last;
}

} // namespace

Sheet::Sheet(QString name, Visibility visibility, SheetContent content)
    : m_name(std::move(name)), m_visibility(visibility), m_content(std::move(content)) {
    for (std::size_t i = 0; i < m_content.cells.size(); ++i) {
        const PlacedCell& cell = m_content.cells[i];
        if (m_rows.empty() || m_rows.back().row != cell.row)
            m_rows.push_back({cell.row, i});
        m_columnCount = std::max(m_columnCount, cell.column + 1);
    }
    if (m_content.merges.empty())
        return;
    std::ranges::sort(m_content.merges, {}, &CellRange::top);
    m_mergesOfColumn.resize(static_cast<std::size_t>(m_columnCount));
    for (std::size_t i = 0; i < m_content.merges.size(); ++i) {
        const CellRange& merge = m_content.merges[i];
        for (int column = merge.left; column <= std::min(merge.right, m_columnCount - 1); ++column)
            m_mergesOfColumn[static_cast<std::size_t>(column)].push_back(i);
    }
}

int Sheet::rowCount() const {
    return m_rows.empty() ? 0 : m_rows.back().row + 1;
}

const StoredCell& Sheet::at(int row, int column) const {
    static const StoredCell kBlank;
    if (row < 0 || column < 0)
        return kBlank;
    const auto start = locate(m_rows.begin(), m_rows.end(), row, &RowStart::row);
    if (start == m_rows.end())
        return kBlank;
    const auto next = std::next(start);
    const auto& cells = m_content.cells;
    const auto first = cells.begin() + static_cast<std::ptrdiff_t>(start->first);
    const auto last = next == m_rows.end() ? cells.end() : cells.begin() + static_cast<std::ptrdiff_t>(next->first);
    const auto found = locate(first, last, column, &PlacedCell::column);
    return found == last ? kBlank : found->cell;
}

std::optional<CellRange> Sheet::mergeOver(int row, int column) const {
    if (row < 0 || column < 0 || static_cast<std::size_t>(column) >= m_mergesOfColumn.size())
        return std::nullopt;
    // Merges do not overlap, so only the last one that begins above can reach the row.
    const auto& candidates = m_mergesOfColumn[static_cast<std::size_t>(column)];
    const auto below =
        std::ranges::upper_bound(candidates, row, {}, [this](std::size_t i) { return m_content.merges[i].top; });
    if (below == candidates.begin())
        return std::nullopt;
    const CellRange& merge = m_content.merges[*std::prev(below)];
    const bool isFirst = merge.top == row && merge.left == column;
    return merge.bottom >= row && !isFirst ? std::optional(merge) : std::nullopt;
}

const Sheet* Workbook::find(QStringView name) const {
    const auto found = std::ranges::find_if(sheets, [name](const Sheet& sheet) { return sheet.name() == name; });
    return found == sheets.end() ? nullptr : &*found;
}

QString cellName(int row, int column) {
    // Formulas of a large workbook ask for many thousands: written from the right into one buffer.
    std::array<char16_t, 24> text{};
    std::size_t first = text.size();
    for (int rest = row + 1; rest > 0; rest /= 10)
        text[--first] = static_cast<char16_t>(u'0' + rest % 10);
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        text[--first] = static_cast<char16_t>(u'A' + (rest - 1) % 26);
    return QStringView(text.data() + first, static_cast<qsizetype>(text.size() - first)).toString();
}

QString columnName(int column) {
    QString name = cellName(0, column);
    name.chop(1);
    return name;
}

QString rangeName(const CellRange& range) {
    return cellName(range.top, range.left) + QChar(u':') + cellName(range.bottom, range.right);
}

} // namespace junheng::sheet
