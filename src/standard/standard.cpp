#include "standard/standard.h"

#include <algorithm>

namespace junheng::standard {

const Source* Standard::findSource(const QString& sourceId) const {
    const auto found = std::ranges::find(sources, sourceId, &Source::id);
    return found == sources.end() ? nullptr : &*found;
}

std::vector<const Relaxation*> Standard::relaxationsOf(int indicator, int year) const {
    std::vector<const Relaxation*> result;
    for (const Relaxation& relaxation : relaxations) {
        if (relaxation.indicator == indicator && year >= relaxation.from && year <= relaxation.until.value_or(year))
            result.push_back(&relaxation);
    }
    return result;
}

Status judge(const base::Rational& value, const Threshold& threshold) {
    if (value >= threshold.value)
        return Status::Met;
    return value >= threshold.floor ? Status::Floor : Status::Below;
}

} // namespace junheng::standard
