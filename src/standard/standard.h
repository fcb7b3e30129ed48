// A standard (评估标准) as data: what is measured, against which thresholds, with which relaxations.
#pragma once

#include "base/rational.h"
#include "model/county_year.h"
#include "model/indicator.h"
#include "standard/indicator.h"
#include "standard/judged_stages.h"
#include "standard/relaxation_choice.h"
#include "standard/school_selection.h"

#include <QString>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace junheng::standard {

struct Source {
    QString id;
    QString title;
    QString url;
};

/// What one stage of an indicator must reach.
struct Threshold {
    base::Decimal text;   ///< as written in the standard, "4.2"
    base::Rational value; ///< the same, exact
    base::Rational floor; ///< value x Standard::floorShare (85 %)
};

/// One resource indicator: (sum of plus - sum of minus) x scale / pupils of the section. Inclusive: at least.
struct ResourceIndicator {
    QString id;        ///< "R4"
    QString title;     ///< official wording, 生均教学及辅助用房面积
    QString formTitle; ///< the column of tables Ⅱ and Ⅲ: form_title, or the title where the standard states none
    QString shortName; ///< for narrow headings, 教学用房
    QString unit;      ///< ㎡/生
    /// Addends per judged stage, all of one level: section items, or campus items when `split`.
    std::array<std::vector<const model::Item*>, 2> plus;
    std::vector<const model::Item*> minus;
    bool split = false;                 ///< shared premises, split by weighted pupils per campus
    base::Rational scale;               ///< 100 for 每百名学生, 10000 from 万元 to 元
    double scaleFactor = 1;             ///< the same, for whole columns
    std::array<Threshold, 2> threshold; ///< 0 where it enters the balance only
    QString naturalUnit;                ///< of what is missing to the threshold: 人, ㎡, 元, 间
    bool tested = true;                 ///< its coefficient decides; else it is listed beside the limit, as a finding
    QString source;
};

/// A rule by which further figures may be counted for one indicator.
struct Relaxation {
    QString id;                                 ///< "visiting"
    QString title;                              ///< the condition in words
    int indicator = 0;                          ///< index into Standard::resource
    std::vector<const model::Item*> plus;       ///< added where given; left blank it is not claimed
    const model::Item* flag = nullptr;          ///< a school's flag that must be 是
    std::optional<SchoolSelection> withoutFlag; ///< schools of which the flag is not asked
    std::optional<std::pair<std::int64_t, std::int64_t>> compulsoryPupils; ///< of the whole school, inclusive
    int from = 0;                                                          ///< first school year
    std::optional<int> until; ///< last school year; empty while no end is known
    QString source;
};

/// Which sections stay out of resources and balance.
struct Exclusion {
    std::optional<model::SchoolType> schoolType; ///< any when empty
    std::vector<int> sponsors;                   ///< choices of sponsor; any when empty
    std::optional<std::int64_t> compulsoryBelow; ///< whole school's compulsory pupils are fewer
    bool withoutPupils = false;                  ///< the section has 0 pupils
    QString reason;
    QString source; ///< empty where the standard does not say it
};

/// What the standard calls its three groups of indicators (A级指标). A standard that does not say so has the national
/// names.
struct GroupNames {
    QString resource = QStringLiteral("资源配置");
    QString government = QStringLiteral("政府保障程度");
    QString quality = QStringLiteral("教育质量");
};

struct Standard {
    QString id;
    QString title;
    std::vector<Source> sources;
    GroupNames groups;
    std::array<base::Rational, model::kStageCount> splitWeight; ///< primary 1, junior 1.1, senior 1.32, special 0
    base::Rational floorShare;                                  ///< 0.85
    int rowsMet = 6;                   ///< indicators a section must meet; the rest must reach their floor
    std::vector<Exclusion> exclusions; ///< sections without pupils are always among them
    std::vector<ResourceIndicator> resource;
    std::vector<Relaxation> relaxations;
    /// Largest coefficient per judged stage, inclusive; 0 where single coefficients are not tested.
    std::array<base::Decimal, 2> balanceLimit;
    bool singleCoefficientsTested = true;
    std::optional<std::array<Limit, 2>> compositeLimit; ///< largest composite per judged stage, where it is tested
    std::vector<ResourceIndicator> furtherBalance;      ///< whose coefficients are tested, but no school's figure
    std::vector<Indicator> government;                  ///< 政府保障程度, all to be met
    std::vector<Indicator> quality;                     ///< 教育质量, all to be met
    std::optional<Approval> approval;                   ///< 社会认可度
    std::vector<Veto> vetoes;                           ///< 一票否决
    std::vector<Indicator> eligibility;                 ///< 资格审核
    std::vector<Indicator> targets;                     ///< shown, never part of a verdict
    int valueDecimals = 2;                              ///< printing only
    int coefficientDecimals = 3;                        ///< printing only

    [[nodiscard]] const Source* findSource(const QString& sourceId) const;
    /// Indicators whose coefficients are computed: the resource indicators, then the further ones. Index below
    /// balanceCount().
    [[nodiscard]] const ResourceIndicator& balanceIndicator(int index) const;
    [[nodiscard]] int balanceCount() const { return static_cast<int>(resource.size() + furtherBalance.size()); }
    /// An indicator of government, quality, eligibility or targets; nullptr when there is none.
    [[nodiscard]] const Indicator* findIndicator(const QString& indicatorId) const;
    /// The official wording of anything with an id: R, G, Q, E, S1, V; empty when there is none.
    [[nodiscard]] QString titleOf(const QString& anyId) const;
    /// Indicators of resources, government and quality besides the national ones, in order.
    [[nodiscard]] std::vector<model::FurtherIndicator> furtherIndicators() const;
    /// A short name for headings and lists.
    [[nodiscard]] QString shortNameOf(const QString& anyId) const;
    /// The relaxations of one indicator that are in force in the school year, where the county has not waived them.
    [[nodiscard]] std::vector<const Relaxation*> relaxationsOf(int indicator, const model::CountyYear& county) const;
};

enum class Status : std::uint8_t {
    Met,     ///< value >= threshold
    Floor,   ///< floor <= value < threshold
    Below,   ///< value < floor
    Missing, ///< cannot be computed
};

/// Exact.
Status judge(const base::Rational& value, const Threshold& threshold);

} // namespace junheng::standard
