// Indicators of 政府保障程度, 教育质量 and 资格审核: rules of a few kinds with parameters. The engine knows the kinds;
// which indicators there are, and by which limits, is data.
#pragma once

#include "base/rational.h"
#include "model/county_year.h"
#include "model/item.h"
#include "model/stage.h"
#include "standard/school_selection.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace junheng::standard {

/// A limit as written in the standard, "0.10", and exact.
struct Limit {
    base::Decimal text;
    base::Rational value;
};

/// At the limit itself, AtLeast and AtMost hold, Above and Below do not.
enum class Bound : std::uint8_t { AtLeast, AtMost, Above, Below };

/// How a figure is printed: 人数等 as integers, 元 as integers, 万元 with two decimals, shares as percentages with one,
/// coefficients with three, 校际差异率 as it was delivered, levels as Ⅰ to Ⅳ.
enum class FigureFormat : std::uint8_t {
    Count,
    Yuan,
    TenThousandYuan,
    Percentage,
    Coefficient,
    Delivered,
    Year,
    Level
};

/// A named figure of an indicator. Its value is in the unit of the format; a percentage is a share (0.113).
struct FigureSpec {
    QString name = {};  ///< "rotation_ratio": in JSON and in sentences
    QString label = {}; ///< in words
    FigureFormat format = FigureFormat::Count;
};

/// Which sections a rule sums over; all conditions must hold.
struct SectionScope {
    std::vector<model::Stage> stages;
    std::vector<int> sponsorsExcept; ///< choices of sponsor
    std::vector<int> localities;     ///< choices of locality; any when empty
    bool withoutBoarding = false;
};

/// Sum of plus less sum of minus.
struct Quantity {
    std::vector<const model::Item*> plus;
    std::vector<const model::Item*> minus;
};

/// One ratio: of county items, or of sums over the sections in scope.
struct RatioPart {
    QString id = {}; ///< "rotation_ratio"
    QString label = {};
    QString formula = {}; ///< in words, where the standard offers several to choose from
    Quantity numerator = {};
    Quantity denominator = {};
    std::vector<const model::Item*> shown = {}; ///< further items that the form prints beside
    std::optional<SectionScope> sections = {};  ///< empty: items of the county
    std::optional<Limit> limit = {};            ///< empty: shown, not tested
    Bound bound = Bound::AtLeast;
};

/// Every part with a limit must hold. A part whose denominator is 0 or not applicable is not applicable.
struct RatioRule {
    std::vector<RatioPart> parts;
};

/// The compulsory pupils of a whole school are at most a limit by its type.
struct SchoolSizeRule {
    struct SizeLimit {
        QString id = {};        ///< "nine_year"
        QString label = {};     ///< 九年一贯制学校
        QString countedAs = {}; ///< figure that counts the schools over it, "over_combined"; several may share one
        std::vector<model::SchoolType> types = {};
        Limit limit = {};
    };
    std::vector<SizeLimit> limits;
    std::vector<model::SchoolType> barred; ///< types that may not have compulsory pupils at all
};

/// Special rooms: one of each kind for so many compulsory classes begun, each of a least area.
struct RoomsRule {
    struct RoomKind {
        QString id = {}; ///< "music"
        QString label = {};
        int kind = 0;                       ///< choice of room_kind
        const model::Item* count = nullptr; ///< the school's number of such rooms
        Limit area = {};                    ///< ㎡
    };
    std::int64_t classesPerRoom = 1;
    std::vector<RoomKind> rooms;
    SchoolSelection schools; ///< that need them, among those with compulsory classes

    /// Rooms of each kind that so many classes need.
    [[nodiscard]] std::int64_t roomsFor(std::int64_t classes) const {
        return (classes + classesPerRoom - 1) / classesPerRoom;
    }
};

/// No class is larger than the limit of its stage: by size bands, or by the largest class.
struct ClassSizeRule {
    struct Band {
        const model::Item* item = nullptr;
        std::int64_t from = 0; ///< smallest class in the band
    };
    std::array<std::int64_t, 2> limit{}; ///< per judged stage
    std::vector<Band> bands;
    const model::Item* largest = nullptr;
};

/// Schools of fewer compulsory pupils than the minimum have the funds of that minimum.
struct SmallSchoolFundsRule {
    std::int64_t minimumPupils = 100;
    SchoolSelection schools;                   ///< that are entitled to it, among those with compulsory pupils
    std::array<const model::Item*, 2> quota{}; ///< 元 a pupil, items of the county, per judged stage
    const model::Item* funds = nullptr;        ///< 万元, of the school, compulsory stages
    /// 万元, taken where funds is blank, and at the parent of points; not of a school with 高中.
    const model::Item* budget = nullptr;
};

/// Funds of special schools a pupil: of every special school with a row, else of the county's sums.
struct SpecialFundsRule {
    Limit limit = {};                            ///< 元 a pupil
    const model::Item* schoolFunds = nullptr;    ///< 万元, of the school
    const model::Item* funds = nullptr;          ///< 万元, of the county
    const model::Item* pupils = nullptr;         ///< of the county; 0 = there are no special schools
    const model::Item* inclusiveFunds = nullptr; ///< 随班就读, judged beside; null where the standard does not
    const model::Item* inclusivePupils = nullptr;
};

/// Amounts of the county, each at least its limit.
struct AmountsRule {
    struct Amount {
        const model::Item* item = nullptr;
        Limit limit = {}; ///< in the unit of the item
    };
    std::vector<Amount> amounts;
};

/// One amount of the county is at least another.
struct ComparisonRule {
    const model::Item* amount = nullptr;
    const model::Item* atLeast = nullptr;
};

/// A share that every school must reach. Not applicable where the denominator is 0 or the parent school pays.
struct SchoolShareRule {
    const model::Item* numerator = nullptr;
    const model::Item* denominator = nullptr;
    Limit limit = {};
};

/// A flag that every school must have, or a share of them.
struct SchoolFlagRule {
    const model::Item* flag = nullptr;
    std::optional<Limit> share = {}; ///< of the schools that have it, at least; empty: every school
};

/// A grade that every school must reach; the conclusion where no school has a grade.
struct SchoolGradeRule {
    const model::Item* grade = nullptr; ///< its choices from the best to the worst
    int worst = 0;                      ///< the last choice that suffices
};

/// The conclusion alone.
struct AttestedRule {};

/// Every row of the monitoring has at least a level, and a gap strictly below the limit.
struct MonitoringRule {
    int level = 0; ///< choice of monitored_level, counted from the lowest
    Limit gap;
    std::vector<int> sources = {}; ///< choices of monitored_source that count; 国家 where the standard says nothing

    /// Those of the table of monitoring that are of one of the sources.
    [[nodiscard]] std::vector<int> rowsOf(const model::LevelTable& monitoring) const;
};

/// The school year is at least so many years after a year of the county.
struct YearsSinceRule {
    const model::Item* since = nullptr;
    int years = 0;
    std::optional<int> heldFrom = {}; ///< first school year in which a blank year is met: it holds for every county

    /// Whether a blank year is met in the school year.
    [[nodiscard]] bool holdsIn(int year) const { return heldFrom && year >= *heldFrom; }
};

/// In each of so many years before, the indicators of an older system were met and its composites within limits.
struct PriorYearsRule {
    QString system = {}; ///< id of the standard, "basic-2012"
    int years = 0;
    std::array<Limit, 2> composite = {}; ///< largest allowed, per judged stage
};

/// Every single coefficient is within its limit.
struct BalanceRule {};

/// So many inhabitants and more have a school of a type. Below, it does not apply.
struct SchoolByPopulationRule {
    Limit inhabitants = {};
    model::SchoolType type = model::SchoolType::Special;
};

/// For targets: something else that the standard judges has come about. Of a resource indicator, every section reaches
/// the limit of its stage; of "balance", every coefficient of a stage is within it; a stage without limit is not asked.
/// Of any other indicator, or of "overall", it is met; there are no limits then.
struct ReachedRule {
    QString indicator = {}; ///< "R2", "G3", "balance", "overall"
    std::array<std::optional<Limit>, 2> limit = {};
};

using Rule =
    std::variant<RatioRule, SchoolSizeRule, RoomsRule, ClassSizeRule, SmallSchoolFundsRule, SpecialFundsRule,
                 AmountsRule, ComparisonRule, SchoolShareRule, SchoolFlagRule, SchoolGradeRule, AttestedRule,
                 MonitoringRule, YearsSinceRule, PriorYearsRule, BalanceRule, SchoolByPopulationRule, ReachedRule>;

/// Other limits for schools of certain conditions, all of which must hold. A blank condition is not claimed.
struct SchoolRelaxation {
    QString id;
    QString title;                          ///< the condition in words
    std::optional<std::int64_t> builtBy;    ///< built_year at most
    std::optional<Limit> migrantShareAbove; ///< migrant pupils / pupils, strictly
    std::optional<std::int64_t> largestClassBelow;
    std::optional<bool> hasJunior;            ///< has (or has no) 初中 stage
    const model::Item* flag = nullptr;        ///< a school's flag that must be 是
    std::vector<std::optional<Limit>> limits; ///< in the order of the rule's limits; empty = as in the rule
    int from = 0;                             ///< first school year
    std::optional<int> until;                 ///< last school year; empty while no end is known
    QString source;

    /// In the school year, where the county has not waived relaxations (relaxationsChosen()).
    [[nodiscard]] bool inForce(const model::CountyYear& county) const;
};

struct Indicator {
    QString id;        ///< "G11"
    int number = 0;    ///< in the national order of 31; 0 where it has none
    QString title;     ///< official wording
    QString formTitle; ///< the row of table Ⅳ or Ⅴ: form_title, or the title where the standard states none
    QString shortName; ///< for headings and lists
    Rule rule;
    bool conclusion = false; ///< the attested conclusion must be 达标 as well
    std::vector<SchoolRelaxation> relaxations;
    std::vector<FigureSpec> figures; ///< what a judgement gives, in order
    QString sentence;                ///< as filled into table Ⅳ or Ⅴ, "…{rotation_actual}名…"; may be empty
    QString formNote;                ///< below that table, how a blank of the form is filled in; may be empty
    QString by;                      ///< of a target: the year it is set for; empty where it is to last (持续)
    QStringList counties;            ///< of a target: codes of those it is set for; any when empty
    QString source;

    /// Whether it is about the county of this code.
    [[nodiscard]] bool concerns(const QString& county) const { return counties.isEmpty() || counties.contains(county); }
};

/// 社会认可度.
struct Approval {
    QString title;
    QString shortName;
    Limit threshold;                 ///< satisfied / valid, inclusive
    Limit sampleShare;               ///< questionnaires wanted per inhabitant
    std::int64_t least = 0;          ///< questionnaires wanted at least; 0 = no such rule
    int parents = 0;                 ///< the choice of survey_group that has a share of its own
    Limit parentsShare;              ///< of the questionnaires
    std::optional<Limit> validShare; ///< valid questionnaires of those issued, at least; shown, not tested
    QString source;

    /// Questionnaires wanted for so many inhabitants, rounded up.
    [[nodiscard]] std::int64_t requiredSample(const base::Rational& inhabitants) const;
};

/// 一票否决.
struct Veto {
    /// A figure of the county that the answer leans on. Shown beside it, decides nothing.
    struct Figure {
        QString id = {}; ///< "vacant_posts"
        QString label = {};
        Quantity quantity = {};
    };
    QString id = {}; ///< "V1"
    QString title = {};
    QString shortName = {};
    std::vector<Figure> figures = {};
    QString source = {};
};

} // namespace junheng::standard
