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

Sheet::Sheet(QString name, bool hidden, std::vector<PlacedCell> cells)
    : m_name(std::move(name)), m_hidden(hidden), m_cells(std::move(cells)) {
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (m_rows.empty() || m_rows.back().row != m_cells[i].row)
            m_rows.push_back({m_cells[i].row, i});
        m_columnCount = std::max(m_columnCount, m_cells[i].column + 1);
    }
}

int Sheet::rowCount() const {
    return m_rows.empty() ? 0 : m_rows.back().row + 1;
}

const Cell& Sheet::at(int row, int column) const {
    static const Cell kBlank;
    if (row < 0 || column < 0)
        return kBlank;
    const auto start = locate(m_rows.begin(), m_rows.end(), row, &RowStart::row);
    if (start == m_rows.end())
        return kBlank;
    const auto next = std::next(start);
    const auto first = m_cells.begin() + static_cast<std::ptrdiff_t>(start->first);
    const auto last = next == m_rows.end() ? m_cells.end() : m_cells.begin() + static_cast<std::ptrdiff_t>(next->first);
    const auto found = locate(first, last, column, &PlacedCell::column);
    return found == last ? kBlank : found->cell;
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

} // namespace junheng::sheet
