#include "assess/overall.h"

#include "assess/rules/rules.h"

#include <algorithm>

namespace junheng::assess {

namespace {

using standard::Standard;

Context contextOf(const model::CountyYear& year, std::span<const PriorYear> priorYears, const Assessment& result) {
    const Verdicts& without = result.withoutRelaxations ? *result.withoutRelaxations : result.verdicts;
    return {year, priorYears, statusOf(result.verdicts.balance), statusOf(without.balance)};
}

std::vector<IndicatorResult> judgeAll(const std::vector<standard::Indicator>& indicators, Context& context) {
    std::vector<IndicatorResult> results;
    results.reserve(indicators.size());
    for (const standard::Indicator& indicator : indicators)
        results.push_back(judgeIndicator(indicator, context));
    return results;
}

bool isRelaxed(const IndicatorResult& result) {
    return std::ranges::any_of(result.schools, [](const SchoolResult& school) { return school.relaxation >= 0; });
}

// A part of which the standard knows no indicator has no verdict.
Verdict verdictOver(const std::vector<IndicatorResult>& results, IndicatorStatus IndicatorResult::* status) {
    Verdict verdict = results.empty() ? Verdict::Missing : Verdict::Pass;
    for (const IndicatorResult& result : results)
        verdict = worse(verdict, verdictOf(result.*status));
    return verdict;
}

Verdict verdictOver(const std::vector<VetoResult>& vetoes) {
    Verdict verdict = vetoes.empty() ? Verdict::Missing : Verdict::Pass;
    for (const VetoResult& veto : vetoes) {
        const Verdict own = !veto.present ? Verdict::Missing : *veto.present ? Verdict::Fail : Verdict::Pass;
        verdict = worse(verdict, own);
    }
    return verdict;
}

void complete(const Standard& rules, const Assessment& result, IndicatorStatus IndicatorResult::* status,
              Verdicts& verdicts) {
    verdicts.government = verdictOver(result.government, status);
    verdicts.quality = verdictOver(result.quality, status);
    verdicts.eligibility = verdictOver(result.eligibility, status);
    verdicts.approval = rules.approval ? verdictOf(result.approval.status) : Verdict::Missing;
    verdicts.vetoes = verdictOver(result.vetoes);
    verdicts.overall = verdicts.resources;
    for (Verdict part : {verdicts.balance, verdicts.government, verdicts.quality, verdicts.approval, verdicts.vetoes})
        verdicts.overall = worse(verdicts.overall, part);
    verdicts.canApply = worse(verdicts.overall, verdicts.eligibility);
}

} // namespace

Verdict worse(Verdict a, Verdict b) {
    if (a == Verdict::Fail || b == Verdict::Fail)
        return Verdict::Fail;
    return a == Verdict::Missing || b == Verdict::Missing ? Verdict::Missing : Verdict::Pass;
}

IndicatorStatus statusOf(Verdict verdict) {
    return verdict == Verdict::Pass   ? IndicatorStatus::Met
           : verdict == Verdict::Fail ? IndicatorStatus::Unmet
                                      : IndicatorStatus::Missing;
}

Verdict verdictOf(BalanceStatus status) {
    return status == BalanceStatus::Met     ? Verdict::Pass
           : status == BalanceStatus::Unmet ? Verdict::Fail
                                            : Verdict::Missing;
}

Verdict verdictOf(IndicatorStatus status) {
    return status == IndicatorStatus::Unmet     ? Verdict::Fail
           : status == IndicatorStatus::Missing ? Verdict::Missing
                                                : Verdict::Pass;
}

void judgeIndicators(const model::CountyYear& year, const Standard& rules, std::span<const PriorYear> priorYears,
                     Assessment& result) {
    Context context = contextOf(year, priorYears, result);
    result.government = judgeAll(rules.government, context);
    result.quality = judgeAll(rules.quality, context);
    result.eligibility = judgeAll(rules.eligibility, context);
    if (rules.approval)
        result.approval = judgeApproval(*rules.approval, context);
    for (const standard::Veto& veto : rules.vetoes)
        result.vetoes.push_back(judgeVeto(veto, context));

    if (!result.withoutRelaxations &&
        (std::ranges::any_of(result.government, isRelaxed) || std::ranges::any_of(result.quality, isRelaxed)))
        result.withoutRelaxations = result.verdicts;
    complete(rules, result, &IndicatorResult::status, result.verdicts);
    if (result.withoutRelaxations)
        complete(rules, result, &IndicatorResult::withoutRelaxations, *result.withoutRelaxations);
    result.relaxationsOpen = result.withoutRelaxations &&
                             result.withoutRelaxations->overall != result.verdicts.overall &&
                             !standard::relaxationsChosen(year);
    context.rememberJudged(rules, result);
    result.targets = judgeAll(rules.targets, context);
}

std::vector<standard::Obstacle> obstaclesOf(const model::CountyYear& year, const Standard& rules,
                                            const QString& indicatorId, std::span<const PriorYear> priorYears) {
    std::vector<standard::Obstacle> obstacles;
    Context context(year, priorYears, IndicatorStatus::Met, IndicatorStatus::Met);
    context.gatherObstacles(&obstacles);
    if (const standard::Indicator* indicator = rules.findIndicator(indicatorId)) {
        judgeIndicator(*indicator, context);
    } else if (const auto veto = std::ranges::find(rules.vetoes, indicatorId, &standard::Veto::id);
               veto != rules.vetoes.end()) {
        judgeVeto(*veto, context);
    } else if (rules.approval) {
        judgeApproval(*rules.approval, context);
    }
    return obstacles;
}

} // namespace junheng::assess
