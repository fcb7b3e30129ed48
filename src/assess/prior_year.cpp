// What a year says of the system that went before (基本均衡), for the eligibility of later years.

#include "assess/assessment.h"
#include "assess/exact.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::assess {

namespace {

model::Observation countyValue(const model::CountyYear& year, const char16_t* code) {
    return year.value(model::SubjectKey::ofCounty(), model::itemOf(code));
}

} // namespace

const standard::PriorYearsRule* priorYearsRule(const standard::Standard& standard) {
    for (const standard::Indicator& indicator : standard.eligibility) {
        if (const auto* rule = std::get_if<standard::PriorYearsRule>(&indicator.rule))
            return rule;
    }
    return nullptr;
}

PriorYear priorYearOf(const model::CountyYear& year, const standard::PriorYearsRule& rule,
                      const standard::Standard& system) {
    PriorYear prior{.year = year.year()};
    if (const model::Observation met = countyValue(year, items::basic_all_met); met.isValue())
        prior.allMet = met.amount != 0;
    const Assessment assessment = assess(year, system);
    for (std::size_t s = 0; s < standard::kJudgedStages.size(); ++s) {
        const base::Rational& limit = rule.composite[s].value;
        const StageAssessment* stage = assessment.stage(standard::kJudgedStages[s]);
        if (stage != nullptr && stage->composite) {
            prior.composite[s] = base::Rational(*stage->composite);
            prior.withinLimit[s] = compositeWithin(year, system, *stage, limit);
            continue;
        }
        const char16_t* code = s == 0 ? items::basic_cv_primary : items::basic_cv_junior;
        if (const model::Observation entered = countyValue(year, code); entered.isValue()) {
            prior.composite[s] = base::toRational(model::decimalOf(model::itemOf(code), entered));
            prior.withinLimit[s] = *prior.composite[s] <= limit;
        }
    }
    return prior;
}

} // namespace junheng::assess
