#include "workspace/earlier_years.h"

#include <algorithm>
#include <ranges>

namespace junheng::workspace {

base::Result<std::vector<report::EarlierYear>> loadEarlierYears(const store::CountyFile& file,
                                                                std::span<const int> years, int current,
                                                                const standard::Standard& standard) {
    constexpr std::size_t kMostYears = 4;
    std::vector<report::EarlierYear> loaded;
    for (const int year : years | std::views::reverse) {
        if (year >= current)
            continue;
        if (loaded.size() == kMostYears)
            break;
        auto data = file.load(year);
        if (!data)
            return std::unexpected(data.error());
        if (data->schools().rowCount() == 0)
            continue;
        assess::Assessment assessment = assess::assess(*data, standard);
        loaded.push_back({.data = *std::move(data), .assessment = std::move(assessment)});
    }
    std::ranges::reverse(loaded);
    return loaded;
}

} // namespace junheng::workspace
