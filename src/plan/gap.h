// What a section lacks, in the units of what is counted, and how many more pupils it can take. All exact.
#pragma once

#include "assess/assessment.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace junheng::plan {

class Growth;

/// How much more an indicator must count. The amounts are the smallest multiples of the item's last digit (one person,
/// 0.01 ㎡, 0.0001 万元) that suffice, added in one place and to no other indicator's harm. The figure to be raised is
/// the one judged, relaxations included.
struct Gap {
    int indicator = 0;                         ///< index into Standard::resource
    base::Decimal toThreshold = {};            ///< above 0, in the unit of `cell`
    std::optional<base::Decimal> toFloor = {}; ///< to 85 %; empty where the floor is reached
    /// Where it would be entered: of the campus where least is needed when premises are split. Other items that the
    /// indicator counts serve as well.
    model::CellKey cell;
    /// The premises serve other stages too: the amount is what the campus needs in all for this section's share.
    bool shared = false;
    bool oneOfSeveralCampuses = false;
};

/// How many more pupils a section can take, each number up to that included; one more is too many. Pupils of a school
/// of several campuses are added where the fewest fit.
struct Margin {
    std::int64_t pupils = 0;
    model::SubjectKey campus; ///< where they come, if the school has several; else its `school` is empty
};

/// A section by its place in the assessment.
struct SectionPlace {
    const assess::StageAssessment* stage = nullptr;
    int section = 0;
};

/// What a section that does not pass must do: of the `unmet` at least `mustMeet` have to reach their threshold, and all
/// the others their floor. Empty lists and 0 when there is nothing to raise.
struct Remedy {
    std::vector<int> unmet;      ///< indicators below their threshold
    int mustMeet = 0;            ///< how many of them cannot stay there
    std::vector<int> belowFloor; ///< those that cannot stay where they are in any case
    std::vector<int> missing;    ///< indicators still to be entered
};

Remedy remedyOf(const standard::Standard& standard, const assess::StageAssessment& stage, int section);
/// "R3、R7 中再达标 1 项；R7 须达到 85%"; empty when there is nothing to raise.
QString remedyText(const standard::Standard& standard, const Remedy& remedy);

/// "3 名体艺教师", "412 ㎡教学用房（全校）"; `amount` is one of the gap's.
QString amountText(const standard::Standard& standard, const Gap& gap, const base::Decimal& amount);

/// An indicator of a section that is below its threshold.
struct UnmetFigure {
    SectionPlace place;
    int indicator = 0;
    double share = 0;     ///< of the threshold
    bool decides = false; ///< the section does not pass
};

/// The worst first: of sections that do not pass before those that do, then by the share of the threshold reached.
std::vector<UnmetFigure> unmetFigures(const standard::Standard& standard, const assess::Assessment& assessment);

/// A section that passes and what it can take.
struct NearSection {
    SectionPlace place;
    Margin margin;
};

/// Holds a copy of the year to try changes in. Ask about the assessment of the same year by the same standard, which
/// outlives it.
class GapFinder {
public:
    GapFinder(const model::CountyYear& year, const standard::Standard& standard);

    /// Empty where the indicator is met or cannot be computed.
    [[nodiscard]] std::optional<Gap> gap(const SectionPlace& place, int indicator);
    /// Until the indicator is below its threshold; empty where it is not met.
    [[nodiscard]] std::optional<Margin> indicatorMargin(const SectionPlace& place, int indicator);
    /// Until the section fails; empty where it does not pass.
    [[nodiscard]] std::optional<Margin> verdictMargin(const SectionPlace& place);
    /// The sections that pass and can take the fewest pupils, the fewest first; at most `count`.
    [[nodiscard]] std::vector<NearSection> nearestToFailing(const assess::Assessment& assessment, int count);

private:
    Margin smallestMargin(const SectionPlace& place, const std::function<std::int64_t(Growth&)>& search);

    model::CountyYear m_trial;
    const standard::Standard& m_standard;
};

} // namespace junheng::plan
