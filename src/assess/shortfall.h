// What an indicator that is not met lacks, in the units of what is counted. All exact.
#pragma once

#include "assess/assessment.h"

namespace junheng::assess {

/// How much more (or less, where a figure may not exceed its limit) is needed, the rest unchanged.
struct Shortfall {
    int schoolRow = -1; ///< row of year.schools(); -1: of the county
    std::optional<model::Stage> stage = {};
    int part = -1;              ///< index of the ratio's part, the room kind, ...; -1 where the kind has one only
    base::Rational amount = {}; ///< above 0, the smallest multiple of the item's last digit that suffices
    QString unit = {};          ///< 人, 间, 元, 个; empty for a 校际差异率
    int decimals = 0;           ///< digits of amount behind the point
    bool excess = false;        ///< so much is too much; else so much is lacking
    /// Of a ratio: percentage points to its limit.
    std::optional<base::Rational> percentagePoints = {};
};

/// Of an indicator that is unmet by its figures; what a conclusion or a grade lacks has no amount and is not told.
std::vector<Shortfall> shortfallsOf(const model::CountyYear& year, const standard::Indicator& indicator,
                                    const IndicatorResult& result);

/// How many more of the valid questionnaires would have to be satisfied; empty where the rate suffices or is missing.
std::optional<std::int64_t> shortfallOf(const standard::Approval& approval, const ApprovalResult& result);

/// "还差 12 人（0.8 个百分点）", "超出 150 人".
QString shortfallSentence(const Shortfall& shortfall);

} // namespace junheng::assess
