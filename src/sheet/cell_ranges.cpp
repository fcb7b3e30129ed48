#include "sheet/cell_ranges.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace junheng::sheet {

namespace {

// The ranges that reach the row at hand, by their left column; they never overlap, so one look-up finds the only
// candidate and a sheet of many ranges takes no longer than its cells.
class ActiveRanges {
public:
    void add(const CellRange& range, int row) {
        if (range.bottom < row)
            return;
        for (auto next = m_byLeft.lower_bound(range.left); next != m_byLeft.end() && next->first <= range.right;) {
            if (next->second.bottom >= row)
                return;
            next = m_byLeft.erase(next);
        }
        if (!covering(row, range.left))
            m_byLeft.emplace(range.left, range);
    }

    const CellRange* covering(int row, int column) {
        while (true) {
            auto found = m_byLeft.upper_bound(column);
            if (found == m_byLeft.begin())
                return nullptr;
            --found;
            if (found->second.bottom >= row)
                return found->second.right >= column ? &found->second : nullptr;
            m_byLeft.erase(found);
        }
    }

private:
    std::map<int, CellRange> m_byLeft;
};

bool isFirstOf(const PlacedCell& cell, const CellRange& range) {
    return cell.row == range.top && cell.column == range.left;
}

auto placeOf(const PlacedCell& cell) {
    return std::tuple(cell.row, cell.column);
}

auto firstOf(const CellRange& range) {
    return std::tuple(range.top, range.left);
}

auto firstOfFormula(const FormulaRange& formula) {
    return firstOf(formula.range);
}

const PlacedCell* cellAt(const std::vector<PlacedCell>& cells, int row, int column) {
    const auto found = std::ranges::lower_bound(cells, std::tuple(row, column), {}, placeOf);
    return found != cells.end() && placeOf(*found) == std::tuple(row, column) ? &*found : nullptr;
}

// Adds cells to those in order; where there is one already it stays.
void merge(std::vector<PlacedCell>& cells, const std::vector<PlacedCell>& added) {
    if (added.empty())
        return;
    cells.insert(cells.end(), added.begin(), added.end());
    std::ranges::stable_sort(cells, {}, placeOf);
    const auto twice = std::ranges::unique(cells, {}, placeOf);
    cells.erase(twice.begin(), twice.end());
}

// A formula that was never calculated has left no values behind, as if its other cells were blank.
void addUncalculated(std::vector<PlacedCell>& cells, const std::vector<FormulaRange>& formulas, std::size_t most) {
    std::size_t left = most - std::min(most, cells.size());
    std::vector<PlacedCell> added;
    for (const FormulaRange& formula : formulas) {
        const CellRange& range = formula.range;
        const PlacedCell* first = cellAt(cells, range.top, range.left);
        if (first == nullptr || first->cell.kind != CellKind::Uncalculated)
            continue;
        for (int row = range.top; row <= range.bottom; ++row) {
            for (int column = range.left; column <= range.right; ++column) {
                if (left-- == 0)
                    return merge(cells, added);
                if (cellAt(cells, row, column) == nullptr)
                    added.push_back({row, column, {.kind = CellKind::Uncalculated, .text = {}}});
            }
        }
    }
    merge(cells, added);
}

} // namespace

std::vector<CellRange> dropCoveredCells(std::vector<PlacedCell>& cells, std::vector<CellRange> merges) {
    if (merges.empty())
        return merges;
    std::ranges::sort(merges, {}, firstOf);
    ActiveRanges active;
    auto pending = merges.cbegin();
    std::erase_if(cells, [&](const PlacedCell& cell) {
        for (; pending != merges.cend() && pending->top <= cell.row; ++pending)
            active.add(*pending, cell.row);
        const CellRange* merge = active.covering(cell.row, cell.column);
        return merge != nullptr && !isFirstOf(cell, *merge);
    });
    std::erase_if(merges, [&](const CellRange& merge) { return cellAt(cells, merge.top, merge.left) == nullptr; });
    return merges;
}

void spreadFormulas(std::vector<PlacedCell>& cells, std::vector<FormulaRange> formulas, std::size_t most) {
    if (formulas.empty())
        return;
    std::ranges::sort(formulas, {}, firstOfFormula);
    addUncalculated(cells, formulas, most);
    ActiveRanges active;
    auto pending = formulas.cbegin();
    for (PlacedCell& cell : cells) {
        for (; pending != formulas.cend() && pending->range.top <= cell.row; ++pending)
            active.add(pending->range, cell.row);
        if (cell.cell.kind == CellKind::Uncalculated)
            continue;
        if (const CellRange* range = active.covering(cell.row, cell.column))
            cell.cell.calculation =
                std::ranges::lower_bound(formulas, firstOf(*range), {}, firstOfFormula)->calculation;
    }
}

} // namespace junheng::sheet
