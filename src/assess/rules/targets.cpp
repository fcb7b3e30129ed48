// What targets aim at besides figures of the county: a school that there is to be, and what the standard judges itself.

#include "assess/bounds.h"
#include "assess/coefficient.h"
#include "assess/exact.h"
#include "assess/overall.h"
#include "assess/rules/rules.h"
#include "model/items.h"

#include <algorithm>
#include <cmath>

namespace junheng::assess {

namespace {

using standard::ReachedRule;

// Counts figures and those that do not reach the limit of their stage.
class ReachedJudge {
public:
    ReachedJudge(const ReachedRule& rule, const Context& context)
        : m_rule(rule), m_year(context.year()), m_rules(*context.rules()), m_judged(*context.judged()) {}

    IndicatorResult run() {
        for (const StageAssessment& stage : m_judged.stages) {
            const auto& limit = m_rule.limit[standard::stageIndex(stage.stage)];
            if (!limit)
                continue;
            if (m_rule.indicator == QLatin1StringView("balance"))
                countCoefficients(stage, limit->value);
            else
                countSections(stage, limit->value);
        }
        IndicatorResult result;
        result.status = m_short > 0                    ? IndicatorStatus::Unmet
                        : m_missing || m_compared == 0 ? IndicatorStatus::Missing
                                                       : IndicatorStatus::Met;
        result.withoutRelaxations = result.status;
        result.figures = {base::toRational(m_compared), base::toRational(m_short)};
        return result;
    }

private:
    void count(bool reached) {
        ++m_compared;
        m_short += reached ? 0 : 1;
    }

    void countCoefficients(const StageAssessment& stage, const base::Rational& limit) {
        const double bound = base::toDouble(limit);
        for (int i = 0; i < m_rules.balanceCount(); ++i) {
            const Coefficient& coefficient = stage.column(i).coefficient;
            if (coefficient.status == BalanceStatus::Missing)
                m_missing = true;
            else if (std::abs(coefficient.cv - bound) > kNear * bound)
                count(coefficient.cv < bound);
            else
                count(compareExactly(exactShares(m_year, m_rules, stage, i, true), limit) <= 0);
        }
    }

    void countSections(const StageAssessment& stage, const base::Rational& limit) {
        const double bound = base::toDouble(limit);
        const auto found = std::ranges::find(m_rules.resource, m_rule.indicator, &standard::ResourceIndicator::id);
        const auto indicator = static_cast<int>(found - m_rules.resource.begin());
        const IndicatorColumn& column = stage.column(indicator);
        for (int section = 0; section < stage.sectionCount(); ++section) {
            const auto s = static_cast<std::size_t>(section);
            if (column.statuses[s] == Status::Missing)
                m_missing = true;
            else if (std::abs(column.values[s] - bound) > kNear * bound)
                count(column.values[s] > bound);
            else
                count(exactValue(m_year, m_rules, stage.sectionRows[s], indicator, true) >= limit);
        }
    }

    const ReachedRule& m_rule;
    const model::CountyYear& m_year;
    const standard::Standard& m_rules;
    const Assessment& m_judged;
    std::int64_t m_compared = 0;
    std::int64_t m_short = 0;
    bool m_missing = false;
};

} // namespace

// "20万人口以上": from the number itself.
IndicatorResult judge(const standard::SchoolByPopulationRule& rule, const standard::Indicator& indicator,
                      Context& context) {
    static const model::Item& population = model::itemOf(items::population);
    IndicatorResult result{.figures = std::vector<std::optional<base::Rational>>(indicator.figures.size())};
    const Reading given = context.county(population);
    if (given.isValue())
        result.figures[0] = given.value;
    if (!context.hasSchools() || given.state == model::State::Missing)
        return result;
    const std::int64_t schools = std::ranges::count_if(context.year().schoolRows(), [&](const model::SchoolRows& rows) {
        return context.year().schoolType(rows.school) == rule.type;
    });
    result.figures[1] = base::toRational(schools);
    constexpr int kTenThousand = 10000;
    if (!given.isValue() || given.value * kTenThousand < rule.inhabitants.value)
        result.status = IndicatorStatus::NotApplicable;
    else
        result.status = schools > 0 ? IndicatorStatus::Met : IndicatorStatus::Unmet;
    result.withoutRelaxations = result.status;
    return result;
}

IndicatorResult judge(const ReachedRule& rule, const standard::Indicator& indicator, Context& context) {
    if (context.judged() == nullptr) // asked for the cells in the way: they are those of what it rests on
        return {.figures = std::vector<std::optional<base::Rational>>(indicator.figures.size())};
    if (rule.limit[0] || rule.limit[1])
        return ReachedJudge(rule, context).run();
    const Assessment& judged = *context.judged();
    if (const IndicatorResult* other = judged.result(*context.rules(), rule.indicator))
        return {.status = other->status, .withoutRelaxations = other->withoutRelaxations};
    const Verdicts& without = judged.withoutRelaxations ? *judged.withoutRelaxations : judged.verdicts;
    return {.status = statusOf(judged.verdicts.overall), .withoutRelaxations = statusOf(without.overall)};
}

} // namespace junheng::assess
