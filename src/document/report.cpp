#include "document/report.h"

#include <numeric>

namespace junheng::document {

double Table::width() const {
    return std::accumulate(columnWidths.begin(), columnWidths.end(), 0.0);
}

std::vector<std::reference_wrapper<const Table>> Report::tables() const {
    std::vector<std::reference_wrapper<const Table>> found;
    for (const Block& block : blocks) {
        if (const Table* table = std::get_if<Table>(&block))
            found.emplace_back(*table);
    }
    return found;
}

} // namespace junheng::document
