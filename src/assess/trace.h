// How a figure of an assessment came about, in words and numbers.
#pragma once

#include "assess/assessment.h"

#include <QStringList>

namespace junheng::assess {

/// A figure and how it comes from the cells.
struct NamedExpression {
    QString figure; ///< FigureSpec::name
    standard::Expression expression;
};

/// A derivation to read aloud: what it is, the formula in names, the same with numbers, the result and its judgement.
struct Trace {
    QString title;                             ///< 柳溪小学 小学 · R4 生均教学及辅助用房面积
    QStringList lines;                         ///< one step a line
    std::vector<standard::Expression> cells;   ///< the cells it rests on, with figures
    std::vector<standard::Obstacle> obstacles; ///< cells that are in the way
    /// Of an indicator of government, quality or eligibility: its ratios and amounts over the cells themselves.
    std::vector<NamedExpression> formulas;

    [[nodiscard]] QString toString() const;
};

/// Of one section's indicator.
Trace traceOf(const model::CountyYear& year, const standard::Standard& standard, const StageAssessment& stage,
              int section, int indicator);

/// Of a section's overall verdict (the 6-of-7 rule).
Trace verdictTraceOf(const model::CountyYear& year, const standard::Standard& standard, const StageAssessment& stage,
                     int section);

/// Of a stage's coefficient: mean, standard deviation, coefficient, verdict.
Trace coefficientTraceOf(const model::CountyYear& year, const standard::Standard& standard,
                         const StageAssessment& stage, int indicator);

/// Of an indicator of government, quality or eligibility, a target, the approval (S1) or a veto: the rule, the formula
/// in names and in numbers, its judgement, the schools that fail or pass by a relaxation, the conclusion, and what is
/// missing. Empty for an unknown id. `priorYears` as given to assess().
Trace indicatorTraceOf(const model::CountyYear& year, const standard::Standard& standard, const Assessment& assessment,
                       const QString& indicatorId, std::span<const PriorYear> priorYears = {});

} // namespace junheng::assess
