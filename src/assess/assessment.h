// The single result that every page, sheet and document renders. Sources: 教督〔2017〕6号 art. 6; see
// docs/architecture.md.
#pragma once

#include "assess/indicator_result.h"
#include "standard/formula.h"
#include "standard/standard.h"

#include <QString>

#include <optional>
#include <span>
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
    /// In the order of Standard::furtherBalance; a figure has no threshold there and is Met where it is known. The
    /// coefficient of one that is not tested has its status all the same, but is part of no verdict.
    std::vector<IndicatorColumn> furtherBalance;
    std::vector<int> met;          ///< indicators met, per section
    std::vector<Verdict> verdicts; ///< per section
    /// Mean of the coefficients (综合差异系数) of the resource indicators, or of the further ones where the standard
    /// has no others. A test only where Standard::compositeLimit says so.
    std::optional<double> composite;
    BalanceStatus compositeStatus = BalanceStatus::Missing; ///< Met where the composite is not tested
    std::optional<StageWithoutRelaxations> withoutRelaxations;

    [[nodiscard]] int sectionCount() const { return static_cast<int>(sectionRows.size()); }
    [[nodiscard]] double totalPupils() const;
    /// Of Standard::balanceIndicator(indicator).
    [[nodiscard]] const IndicatorColumn& column(int indicator) const;
    /// Each section's part in a coefficient: P(X - mean)^2 / sum P(X - mean)^2, by section. They sum to 1; all are 0
    /// when the coefficient is missing or 0.
    [[nodiscard]] std::vector<double> contributions(int indicator) const;
};

struct ExcludedSection {
    int sectionRow;
    int exclusion; ///< index into Standard::exclusions
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
    std::vector<StageAssessment> stages;     ///< 小学, 初中; a stage without sections is left out
    std::vector<ExcludedSection> excluded;   ///< by stage, then school code
    std::vector<IndicatorResult> government; ///< in the order of Standard::government; likewise the others
    std::vector<IndicatorResult> quality;
    ApprovalResult approval;
    std::vector<VetoResult> vetoes;
    std::vector<IndicatorResult> eligibility;
    std::vector<IndicatorResult> targets; ///< part of no verdict
    Verdicts verdicts;
    /// Only where a relaxation was applied.
    std::optional<Verdicts> withoutRelaxations;
    /// Relaxations decide the overall verdict, and the county has not chosen whether they count: both verdicts stand.
    bool relaxationsOpen = false;

    [[nodiscard]] const StageAssessment* stage(model::Stage wanted) const;
    /// The result of a government, quality or eligibility indicator, or of a target; nullptr when there is none.
    [[nodiscard]] const IndicatorResult* result(const standard::Standard& standard, const QString& indicatorId) const;
};

/// Judges a year by a standard. Pure: the same input gives the same result, and nothing else is read or changed.
/// Statuses and verdicts are exact at their limits; figures of resources and balance are doubles (relative error below
/// 1e-12), those of the other indicators exact. `priorYears` are for the eligibility (priorYearOf()).
Assessment assess(const model::CountyYear& year, const standard::Standard& standard,
                  std::span<const PriorYear> priorYears = {});

/// The rule over prior years that a standard has; nullptr when it has none.
const standard::PriorYearsRule* priorYearsRule(const standard::Standard& standard);
/// What a year says of the older `system` that `rule` names: its composites by the year's own data, else as entered
/// (basic_cv_*), tested against the rule's limits.
PriorYear priorYearOf(const model::CountyYear& year, const standard::PriorYearsRule& rule,
                      const standard::Standard& system);

/// Positive figures declared not applicable where a resource indicator needs one: bad input.
std::vector<standard::Obstacle> inputFaults(const model::CountyYear& year, const standard::Standard& standard);

/// The cells that leave a section's indicator missing.
std::vector<standard::Obstacle> obstaclesOf(const model::CountyYear& year, const standard::Standard& standard,
                                            const StageAssessment& stage, int section, int indicator);

/// The cells that leave an indicator, the approval (S1) or a veto missing, each once; of a result that is not missing,
/// those that are blank all the same.
std::vector<standard::Obstacle> obstaclesOf(const model::CountyYear& year, const standard::Standard& standard,
                                            const QString& indicatorId, std::span<const PriorYear> priorYears = {});

/// One thing that decides the overall verdict.
struct Reason {
    QString id = {};                        ///< V1, R (sections), R4 (a coefficient), composite, G4, Q9, S1
    std::optional<model::Stage> stage = {}; ///< of a coefficient, or of sections
    Verdict verdict = Verdict::Missing;     ///< Fail or Missing
    int count = 1;                          ///< sections, for R
    QString sentence = {};                  ///< "小学 3 个学校（学段）资源配置未达标"
};

/// The shortest list that explains the overall verdict, the gravest first: vetoes, resources, balance, government,
/// quality, approval. Of a fail only what fails, of a missing only what is missing; empty for a pass.
std::vector<Reason> reasonsOf(const standard::Standard& standard, const Assessment& assessment);

/// "达标6项；85%以上：R7" with what is below and what is missing; the reason in JSON.
QString remarkOf(const standard::Standard& standard, const StageAssessment& stage, int section);
/// The same with other names for the resource indicators, in their order: "85%以上：L13" on a form that numbers
/// columns.
QString remarkOf(const standard::Standard& standard, const StageAssessment& stage, int section,
                 const QStringList& names);

/// 达标, 未达标, 待填报.
QString verdictWord(Verdict verdict);
QString verdictWord(BalanceStatus status);
/// Of the whole or one of its parts: "达标", or "放宽 达标／不放宽 未达标" while both stand.
QString verdictWord(const Assessment& assessment, Verdict Verdicts::* part);
/// The overall verdict wherever it is told.
QString overallWord(const Assessment& assessment);
/// "85": below this share of its threshold no figure may lie.
QString floorPercent(const standard::Standard& standard);
/// 达标, 85%以上, 低于85%, 待填报, with the share of the standard.
QString statusWord(const standard::Standard& standard, Status status);
/// The same as the national standards have it, for those who have none at hand.
QString statusWord(Status status);
/// 达标, 未达标, 待填报, 不适用.
QString statusWord(IndicatorStatus status);

/// A figure as tables Ⅳ and Ⅴ print it, without its unit; 待填报 where it is empty.
QString printedFigure(standard::FigureFormat format, const std::optional<base::Rational>& value);
/// A school's value or limit of the indicator, likewise.
QString printedSchoolFigure(const standard::Indicator& indicator, const std::optional<base::Rational>& value);
/// The sentence of tables Ⅳ and Ⅴ filled in, or the conclusion with its note (简要结论).
QString detailOf(const model::CountyYear& year, const standard::Indicator& indicator, const IndicatorResult& result);
/// The same; nothing where that is the word of the status and no more.
std::optional<QString> detailBesideStatus(const model::CountyYear& year, const standard::Indicator& indicator,
                                          const IndicatorResult& result);
/// "示例县第五小学：2150，限值 2000；放宽至 2400（2010年及之前…）".
QString schoolSentence(const model::CountyYear& year, const standard::Indicator& indicator, const SchoolResult& school);
/// The same without the school's name, stage and relaxation.
QString schoolFinding(const standard::Indicator& indicator, const SchoolResult& school);
/// "核定教职工编制数 1200 名、空编 20 名" of the figures that are known; empty without any.
QString figuresBeside(const standard::Veto& veto, const VetoResult& result);
/// "问卷 620 份，有效 600 份，满意 540 份，满意度 90.0%".
QString approvalSentence(const ApprovalResult& approval);

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
