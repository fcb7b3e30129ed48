// The parts that are judged by indicators, and the verdict of the whole. Internal to assess.
#pragma once

#include "assess/assessment.h"

namespace junheng::assess {

/// A fail outranks a missing.
Verdict worse(Verdict a, Verdict b);
Verdict verdictOf(BalanceStatus status);
IndicatorStatus statusOf(Verdict verdict);
/// What is not applicable counts as met.
Verdict verdictOf(IndicatorStatus status);

/// Judges government, quality, approval, vetoes, eligibility and targets, and completes the verdicts of an assessment
/// whose resources and balance are judged.
void judgeIndicators(const model::CountyYear& year, const standard::Standard& rules,
                     std::span<const PriorYear> priorYears, Assessment& result);

} // namespace junheng::assess
