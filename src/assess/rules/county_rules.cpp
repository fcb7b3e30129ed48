// Rules over single figures of the county: amounts, two amounts (G8), the conclusion alone, the years since (E1), the
// balance (E4), the years before (E2).

#include "assess/rules/rules.h"
#include "assess/tr.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::assess {

namespace {

using standard::Indicator;

IndicatorResult resultOf(IndicatorStatus status, std::vector<std::optional<base::Rational>> figures) {
    return {.status = status, .withoutRelaxations = status, .figures = std::move(figures)};
}

std::optional<base::Rational> known(const Reading& reading) {
    return reading.isValue() ? std::optional(reading.value) : std::nullopt;
}

// One year before: met, not met, or what is missing there.
IndicatorStatus judgePriorYear(const standard::PriorYearsRule& rule, int back, IndicatorResult& result,
                               Context& context) {
    const int year = context.year().year() - back;
    const auto found = std::ranges::find(context.priorYears(), year, &PriorYear::year);
    const PriorYear prior = found == context.priorYears().end() ? PriorYear{.year = year} : *found;
    const auto block = [&](const char16_t* code) {
        context.missing(model::SubjectKey::ofCounty(), model::itemOf(code), tr("缺少 %1 学年的数据").arg(year));
    };
    IndicatorStatus status = IndicatorStatus::Met;
    if (!prior.allMet) {
        block(items::basic_all_met);
        status = IndicatorStatus::Missing;
    } else if (!*prior.allMet) {
        status = IndicatorStatus::Unmet;
    }
    for (std::size_t stage = 0; stage < 2; ++stage) {
        result.figures[static_cast<std::size_t>(back - 1) * 2 + stage] = prior.composite[stage];
        if (!prior.withinLimit[stage]) {
            block(stage == 0 ? items::basic_cv_primary : items::basic_cv_junior);
            status = worse(status, IndicatorStatus::Missing);
            continue;
        }
        if (prior.composite[stage])
            result.borderline = result.borderline || printedDiffers(*prior.composite[stage], standard::Bound::AtMost,
                                                                    rule.composite[stage].value, 3);
        if (!*prior.withinLimit[stage])
            status = IndicatorStatus::Unmet;
    }
    return status;
}

} // namespace

IndicatorResult judge(const standard::ComparisonRule& rule, const Indicator&, Context& context) {
    const Reading amount = context.county(*rule.amount);
    const Reading least = context.county(*rule.atLeast);
    IndicatorStatus status = IndicatorStatus::Missing;
    bool borderline = false;
    if (amount.isValue() && least.isValue()) {
        status = amount.value >= least.value ? IndicatorStatus::Met : IndicatorStatus::Unmet;
        borderline = printedDiffers(amount.value, standard::Bound::AtLeast, least.value, 0);
    } else if (amount.state != model::State::Missing && least.state != model::State::Missing) {
        status = IndicatorStatus::NotApplicable;
    }
    IndicatorResult result = resultOf(status, {known(amount), known(least)});
    result.borderline = borderline;
    return result;
}

IndicatorResult judge(const standard::AmountsRule& rule, const Indicator&, Context& context) {
    IndicatorResult result = resultOf(IndicatorStatus::NotApplicable, {});
    for (const auto& amount : rule.amounts) {
        const Reading given = context.county(*amount.item);
        result.figures.push_back(known(given));
        const bool holds = given.value >= amount.limit.value;
        if (given.state == model::State::Missing)
            result.status = worse(result.status, IndicatorStatus::Missing);
        else if (given.isValue())
            result.status = worse(result.status, holds ? IndicatorStatus::Met : IndicatorStatus::Unmet);
    }
    result.withoutRelaxations = result.status;
    return result;
}

// The conclusion is added for every indicator that asks for one.
IndicatorResult judge(const standard::AttestedRule&, const Indicator&, Context&) {
    return resultOf(IndicatorStatus::NotApplicable, {});
}

IndicatorResult judge(const standard::YearsSinceRule& rule, const Indicator&, Context& context) {
    if (context.peekCounty(*rule.since).state == model::State::Missing && rule.holdsIn(context.year().year()))
        return resultOf(IndicatorStatus::Met, {std::nullopt, std::nullopt});
    const Reading since = context.county(*rule.since);
    if (since.state == model::State::NotApplicable) // is no answer either
        context.missing(model::SubjectKey::ofCounty(), *rule.since);
    if (!since.isValue())
        return resultOf(IndicatorStatus::Missing, {std::nullopt, std::nullopt});
    const base::Rational years = base::toRational(std::int64_t{context.year().year()}) - since.value;
    return resultOf(years >= rule.years ? IndicatorStatus::Met : IndicatorStatus::Unmet, {since.value, years});
}

IndicatorResult judge(const standard::BalanceRule&, const Indicator&, Context& context) {
    IndicatorResult result = resultOf(context.balance(), {});
    result.withoutRelaxations = context.balanceWithout();
    return result;
}

IndicatorResult judge(const standard::PriorYearsRule& rule, const Indicator& indicator, Context& context) {
    IndicatorResult result = resultOf(IndicatorStatus::Met, {});
    result.figures.resize(indicator.figures.size());
    for (int back = 1; back <= rule.years; ++back)
        result.status = worse(result.status, judgePriorYear(rule, back, result, context));
    result.withoutRelaxations = result.status;
    return result;
}

} // namespace junheng::assess
