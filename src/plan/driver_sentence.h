// A coefficient in words: how it stands, who drives it, what one more unit does.
#pragma once

#include "plan/balance.h"

#include <QString>

namespace junheng::plan {

/// Names the schools with the largest shares (three at most), their sides and shares, and whether one more natural unit
/// of each raises or lowers the coefficient. A missing coefficient: the cells in its way, three at most, and how many
/// there are. `year` and `standard` are those that `balance` was made from.
QString driverSentence(const model::CountyYear& year, const standard::Standard& standard, const Balance& balance);

/// "北坡九年一贯制学校": the school of a section of the stage.
QString schoolNameOf(const model::CountyYear& year, const assess::StageAssessment& stage, int section);

} // namespace junheng::plan
