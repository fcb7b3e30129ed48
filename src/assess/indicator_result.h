// What became of an indicator of 政府保障程度, 教育质量, 资格审核 or of a target.
#pragma once

#include "base/rational.h"
#include "model/stage.h"
#include "standard/standard.h"

#include <optional>
#include <vector>

namespace junheng::assess {

enum class IndicatorStatus : std::uint8_t { Met, Unmet, Missing, NotApplicable };

/// A school that fails an indicator, that lacks what it needs, or that passes only by a relaxation.
struct SchoolResult {
    int schoolRow = 0; ///< row of year.schools()
    std::optional<model::Stage> stage = {};
    /// Which of the rule's limits: a room kind, a size limit, ...; its index where the kind has several, else -1.
    int part = -1;
    IndicatorStatus status = IndicatorStatus::Unmet;
    std::optional<base::Rational> value = {}; ///< empty where it cannot be computed or is no number
    std::optional<base::Rational> limit = {}; ///< the one applied; the unit of value
    int relaxation = -1;                      ///< index into Indicator::relaxations: the one applied, if any
    /// Without that relaxation, where there is one; the school would then be unmet, or perhaps.
    std::optional<base::Rational> valueWithout = {};
    std::optional<base::Rational> limitWithout = {};
    IndicatorStatus statusWithout = IndicatorStatus::Unmet;
};

/// One indicator over the county. `figures` are exact and in the order of Indicator::figures; empty where something is
/// missing or does not apply. `schools` are by school code, then part; of those that are missing only what is known is
/// told here, the cells in the way are asked for by obstaclesOf().
struct IndicatorResult {
    IndicatorStatus status = IndicatorStatus::Missing;
    IndicatorStatus withoutRelaxations = IndicatorStatus::Missing;
    bool borderline = false; ///< the printed figures would give another verdict
    std::vector<std::optional<base::Rational>> figures = {};
    std::vector<SchoolResult> schools = {};
};

/// One of the groups asked, of all valid questionnaires.
struct GroupShare {
    QString group;
    base::Rational share;
};

/// 社会认可度 over the groups asked. The rate is satisfied / valid.
struct ApprovalResult {
    IndicatorStatus status = IndicatorStatus::Missing;
    bool borderline = false;
    std::optional<std::int64_t> issued = {}; ///< where every group's is given
    std::optional<std::int64_t> valid = {};
    std::optional<std::int64_t> satisfied = {};
    std::optional<base::Rational> rate = {};
    std::optional<std::int64_t> requiredSample = {}; ///< questionnaires wanted for the county's population
    std::optional<base::Rational> parentsShare = {}; ///< of the valid questionnaires
    std::optional<base::Rational> validShare = {};   ///< valid questionnaires of those issued
    std::vector<GroupShare> groupShares = {}; ///< where there is a rate: those with a figure, in the dictionary's order
};

/// One thing that excludes a county: it is there, it is not, or nobody has answered.
struct VetoResult {
    std::optional<bool> present = {};
    /// In the order of standard::Veto::figures; empty where an item is blank or not applicable.
    std::vector<std::optional<base::Rational>> figures = {};
};

/// What a year before says of the 2012 system (基本均衡), for the eligibility.
struct PriorYear {
    int year = 0;
    std::optional<bool> allMet = {};
    /// Whether the composite of 小学 and 初中 is within the limits asked about, and the figure; computed from the
    /// year's own data, else as entered.
    std::array<std::optional<base::Rational>, 2> composite = {};
    std::array<std::optional<bool>, 2> withinLimit = {};
};

} // namespace junheng::assess
