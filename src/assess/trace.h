// How a figure of an assessment came about, in words and numbers.
#pragma once

#include "assess/assessment.h"

#include <QStringList>

namespace junheng::assess {

/// A derivation to read aloud: what it is, the formula in names, the same with numbers, the result and its judgement.
struct Trace {
    QString title;                             ///< 柳溪小学 小学 · R4 生均教学及辅助用房面积
    QStringList lines;                         ///< one step a line
    std::vector<standard::Expression> cells;   ///< the cells it rests on, with figures
    std::vector<standard::Obstacle> obstacles; ///< cells that are in the way

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

} // namespace junheng::assess
