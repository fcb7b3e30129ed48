// The special rooms of every school that an indicator asks about (专用教室台账).
#pragma once

#include "assess/assessment.h"

namespace junheng::assess {

/// One kind of room of a school that has compulsory classes, or may have.
struct RoomsOfSchool {
    int schoolRow = 0;                        ///< row of year.schools()
    int part = 0;                             ///< index of the kind in the rule
    std::optional<std::int64_t> classes = {}; ///< 小学 and 初中 together; empty where it is not known
    IndicatorStatus status = IndicatorStatus::Missing;
    int relaxation = -1; ///< index into Indicator::relaxations: the one applied, if any
};

/// As the indicator judges them, by school code, then kind. `rule` is the indicator's.
std::vector<RoomsOfSchool> roomRegister(const model::CountyYear& year, const standard::RoomsRule& rule,
                                        const standard::Indicator& indicator);

} // namespace junheng::assess
