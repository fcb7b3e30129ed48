#include "sheet/merged_cells.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace junheng::sheet {

namespace {

// The merges that reach the row at hand, by their left column; they never overlap, so one look-up finds the only
// candidate and a sheet of many merges takes no longer than its cells.
class ActiveMerges {
public:
    void add(const CellRange& merge, int row) {
        if (merge.bottom < row)
            return;
        for (auto next = m_byLeft.lower_bound(merge.left); next != m_byLeft.end() && next->first <= merge.right;) {
            if (next->second.bottom >= row)
                return;
            next = m_byLeft.erase(next);
        }
        if (!covering(row, merge.left))
            m_byLeft.emplace(merge.left, merge);
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

} // namespace

void dropCoveredCells(std::vector<PlacedCell>& cells, std::vector<CellRange> merges) {
    if (merges.empty())
        return;
    std::ranges::sort(merges, {}, [](const CellRange& merge) { return std::tuple(merge.top, merge.left); });
    ActiveMerges active;
    auto pending = merges.cbegin();
    std::erase_if(cells, [&](const PlacedCell& cell) {
        for (; pending != merges.cend() && pending->top <= cell.row; ++pending)
            active.add(*pending, cell.row);
        const CellRange* merge = active.covering(cell.row, cell.column);
        return merge != nullptr && (cell.row != merge->top || cell.column != merge->left);
    });
}

} // namespace junheng::sheet
