// What an indicator of the funds of small schools says of each school.
#pragma once

#include "assess/assessment.h"

namespace junheng::assess {

/// A school that the indicator looks at, or perhaps: its pupils, or those of a point that it pays for, are not known.
struct FundsOfSchool {
    int schoolRow;              ///< row of year.schools()
    bool isAtParent = false;    ///< it keeps no accounts, and its money is judged at its parent; then NotApplicable
    bool paysForPoints = false; ///< of such points it is the parent
    IndicatorStatus status = IndicatorStatus::NotApplicable;
};

/// As the indicator judges them, by school code. A school that is not here has enough pupils and pays for none.
std::vector<FundsOfSchool> fundsRegister(const model::CountyYear& year, const standard::SmallSchoolFundsRule& rule);

/// 元 a pupil, exact, of an amount of the item; `pupils` above 0.
base::Rational fundsPerPupil(const model::Item& item, std::int64_t amount, std::int64_t pupils);

} // namespace junheng::assess
