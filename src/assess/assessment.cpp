#include "assess/assessment.h"

#include "assess/columns.h"

#include <algorithm>

namespace junheng::assess {

double StageAssessment::totalPupils() const {
    return ConstColumn(pupils.data(), static_cast<Eigen::Index>(pupils.size())).sum();
}

std::vector<double> StageAssessment::contributions(int indicator) const {
    const IndicatorColumn& own = column(indicator);
    std::vector<double> parts(pupils.size());
    if (own.coefficient.status == BalanceStatus::Missing || own.coefficient.cv == 0)
        return parts;
    const auto count = static_cast<Eigen::Index>(pupils.size());
    Eigen::Map<Eigen::ArrayXd> squares(parts.data(), count);
    squares =
        ConstColumn(pupils.data(), count) * (ConstColumn(own.values.data(), count) - own.coefficient.mean).square();
    squares /= squares.sum();
    return parts;
}

const IndicatorColumn& StageAssessment::column(int indicator) const {
    const auto i = static_cast<std::size_t>(indicator);
    return i < indicators.size() ? indicators[i] : furtherBalance[i - indicators.size()];
}

const StageAssessment* Assessment::stage(model::Stage wanted) const {
    const auto found = std::ranges::find(stages, wanted, &StageAssessment::stage);
    return found == stages.end() ? nullptr : &*found;
}

const IndicatorResult* Assessment::result(const standard::Standard& standard, const QString& indicatorId) const {
    const std::pair<const std::vector<standard::Indicator>*, const std::vector<IndicatorResult>*> parts[]{
        {&standard.government, &government},
        {&standard.quality, &quality},
        {&standard.eligibility, &eligibility},
        {&standard.targets, &targets}};
    for (const auto& [indicators, results] : parts) {
        const auto found = std::ranges::find(*indicators, indicatorId, &standard::Indicator::id);
        if (found != indicators->end())
            return &(*results)[static_cast<std::size_t>(found - indicators->begin())];
    }
    return nullptr;
}

} // namespace junheng::assess
