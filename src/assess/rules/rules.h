// The rules of indicators, one a kind and file. Internal to assess.
#pragma once

#include "assess/rules/context.h"

namespace junheng::assess {

/// Each gives the status, the figures (in the order of standard::figuresOf), the schools and whether print and verdict
/// differ; the attested conclusion is added by judgeIndicator.
IndicatorResult judge(const standard::RatioRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::SchoolSizeRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::RoomsRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::ClassSizeRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::SmallSchoolFundsRule& rule, const standard::Indicator& indicator,
                      Context& context);
IndicatorResult judge(const standard::SpecialFundsRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::AmountsRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::ComparisonRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::SchoolShareRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::SchoolFlagRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::SchoolGradeRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::AttestedRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::MonitoringRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::YearsSinceRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::PriorYearsRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::BalanceRule& rule, const standard::Indicator& indicator, Context& context);
IndicatorResult judge(const standard::SchoolByPopulationRule& rule, const standard::Indicator& indicator,
                      Context& context);
IndicatorResult judge(const standard::ReachedRule& rule, const standard::Indicator& indicator, Context& context);

/// By the rule of its kind, and by the conclusion where the indicator asks for one.
IndicatorResult judgeIndicator(const standard::Indicator& indicator, Context& context);

/// Sums of a ratio's part, for the derivation: the cells that count.
std::vector<model::CellKey> countedCells(const standard::RatioPart& part, const model::Item& item, Context& context);

ApprovalResult judgeApproval(const standard::Approval& approval, Context& context);
VetoResult judgeVeto(const standard::Veto& veto, Context& context);

/// Whether a school's conditions for a relaxation hold, in the school year judged. Its stages have their rows: without
/// them it is not judged.
bool applies(const standard::SchoolRelaxation& relaxation, int school, const Context& context);

/// Whether rounding both sides half up would turn a verdict over.
bool printedDiffers(const base::Rational& value, standard::Bound bound, const base::Rational& limit, int decimals);

} // namespace junheng::assess
