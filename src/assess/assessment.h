// The single result that every page, sheet and document renders. Sources: 教督〔2017〕6号 art. 6; see
// docs/architecture.md.
#pragma once

#include "standard/formula.h"
#include "standard/standard.h"

#include <QString>

#include <optional>
#include <vector>

namespace junheng::assess {

using standard::Status;

enum class Verdict : std::uint8_t { Pass, Fail, Missing };
enum class BalanceStatus : std::uint8_t { Met, Unmet, Missing };

/// Enrolment-weighted, with the population standard deviation: mean = sum x / sum P, sd = sqrt(sum P (X - mean)^2 / sum
/// P), cv = sd / mean. In the unit of the indicator; cv without unit. All 0 and Missing when a section's figure is
/// missing; mean and sd are given, cv is 0 and Missing, when the mean is zero.
struct Coefficient {
    double mean = 0;
    double standardDeviation = 0;
    double cv = 0;
    BalanceStatus status = BalanceStatus::Missing;
    bool hasMean = false;
    base::Decimal printed;   ///< cv half up with the standard's decimals, exact at ties; where not Missing
    bool borderline = false; ///< the printed figure would give the other verdict
};

/// One resource indicator over the sections of a stage; index = position of the section in StageAssessment.
struct IndicatorColumn {
    std::vector<double> values; ///< the value judged, unrounded; 0 where missing
    std::vector<Status> statuses;
    std::vector<std::uint8_t> borderline; ///< 1: the printed figure would give another status
    std::vector<std::int8_t> relaxation;  ///< index into Standard::relaxations, -1 = none applied
    Coefficient coefficient;
};

/// A figure as it is without the relaxation that was applied.
struct WithoutRelaxation {
    int section;
    int indicator;
    double value;
    Status status;
};

/// The same stage as it would be without any relaxation; only where one was applied.
struct StageWithoutRelaxations {
    std::vector<WithoutRelaxation> figures; ///< by section, then indicator
    std::vector<Coefficient> coefficients;  ///< per indicator
    Verdict resources = Verdict::Missing;
    Verdict balance = Verdict::Missing;
};

/// All sections of 小学 or 初中 that are judged, by school code.
struct StageAssessment {
    model::Stage stage = model::Stage::Primary;
    std::vector<int> sectionRows; ///< rows of year.sections()
    std::vector<int> schoolRows;  ///< rows of year.schools()
    std::vector<double> pupils;   ///< heads; 0 where missing
    std::vector<std::uint8_t> pupilsGiven;
    std::vector<IndicatorColumn> indicators; ///< in the order of Standard::resource
    std::vector<int> met;                    ///< indicators met, per section
    std::vector<Verdict> verdicts;           ///< per section
    std::optional<double> composite;         ///< mean of the coefficients (综合差异系数): information, never a test
    std::optional<StageWithoutRelaxations> withoutRelaxations;

    [[nodiscard]] int sectionCount() const { return static_cast<int>(sectionRows.size()); }
    [[nodiscard]] double totalPupils() const;
    /// Each section's part in a coefficient: P(X - mean)^2 / sum P(X - mean)^2, by section. They sum to 1; all are 0
    /// when the coefficient is missing or 0.
    [[nodiscard]] std::vector<double> contributions(int indicator) const;
};

struct ExcludedSection {
    int sectionRow = 0;
    int exclusion = 0; ///< index into Standard::exclusions
};

/// Each part and the whole: a fail outranks a missing.
struct Verdicts {
    Verdict resources = Verdict::Missing;
    Verdict balance = Verdict::Missing;
    Verdict government = Verdict::Missing;
    Verdict quality = Verdict::Missing;
    Verdict approval = Verdict::Missing;
    Verdict vetoes = Verdict::Missing;
    Verdict overall = Verdict::Missing;
    Verdict eligibility = Verdict::Missing;
    Verdict canApply = Verdict::Missing;
};

struct Assessment {
    std::vector<StageAssessment> stages;   ///< 小学, 初中; a stage without sections is left out
    std::vector<ExcludedSection> excluded; ///< by stage, then school code
    Verdicts verdicts;
    std::optional<Verdicts> withoutRelaxations;

    [[nodiscard]] const StageAssessment* stage(model::Stage wanted) const;
};

/// Judges a year by a standard. Pure: the same input gives the same result, and nothing else is read or changed.
/// Statuses and verdicts are exact at their limits; figures are doubles (relative error below 1e-12).
Assessment assess(const model::CountyYear& year, const standard::Standard& standard);

/// Positive figures declared not applicable where a resource indicator needs one: bad input.
std::vector<standard::Obstacle> inputFaults(const model::CountyYear& year, const standard::Standard& standard);

/// The cells that leave a section's indicator missing.
std::vector<standard::Obstacle> obstaclesOf(const model::CountyYear& year, const standard::Standard& standard,
                                            const StageAssessment& stage, int section, int indicator);

/// "达标6项；85%以上：R7" with what is below and what is missing: the remark (备注) of table Ⅱ-2 and the reason in
/// JSON.
QString remarkOf(const standard::Standard& standard, const StageAssessment& stage, int section);

/// 达标, 未达标, 待填报.
QString verdictWord(Verdict verdict);
QString verdictWord(BalanceStatus status);
/// 达标, 85%以上, 未达标, 待填报.
QString statusWord(Status status);

/// A value as the official tables print it, half up.
QString printedValue(const model::CountyYear& year, const standard::Standard& standard, const StageAssessment& stage,
                     int section, int indicator);
/// 全县平均值 as printed; empty when there is none.
QString printedMean(const model::CountyYear& year, const standard::Standard& standard, const StageAssessment& stage,
                    int indicator);
/// The largest coefficient allowed, with at least two decimals as the rules write it: "0.50".
QString printedLimit(const standard::Standard& standard, model::Stage stage);
/// 差异系数 as printed; empty when missing.
QString printedCoefficient(const Coefficient& coefficient);

} // namespace junheng::assess
