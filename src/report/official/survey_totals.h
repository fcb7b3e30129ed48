// The figures of table Ⅵ, over all groups asked and of the parents.
#pragma once

#include "base/rational.h"
#include "model/county_year.h"
#include "standard/indicator.h"

#include <array>
#include <optional>

namespace junheng::report {

/// A share that cannot be computed has no value: `empty` where nobody was asked, else something is missing.
struct SatisfiedShare {
    std::optional<base::Rational> value;
    bool empty = false;
};

/// Counts are empty where one of the groups left it blank, or there are no groups; what is not applicable adds nothing.
struct SurveyTotals {
    std::optional<std::int64_t> issued;
    std::optional<std::int64_t> valid;
    std::optional<std::int64_t> satisfied;
    std::optional<std::int64_t> visits;
    std::optional<std::int64_t> visitsSatisfied;

    /// satisfied / valid
    [[nodiscard]] SatisfiedShare rate() const;
    /// visitsSatisfied / visits
    [[nodiscard]] SatisfiedShare visitRate() const;
};

/// 计, 其中：家长. Parents who have no row where other groups have were not asked: 0.
std::array<SurveyTotals, 2> surveyTotals(const model::CountyYear& year, const standard::Approval& approval);

} // namespace junheng::report
