// From a year and a standard to an assessment.

#include "assess/assessment.h"

#include "assess/bounds.h"
#include "assess/coefficient.h"
#include "assess/exact.h"

#include <algorithm>
#include <cmath>

namespace junheng::assess {

namespace {

using model::SchoolRows;
using model::Stage;
using standard::DoubleAlgebra;
using standard::Exclusion;
using standard::Formula;
using standard::FormulaInputs;
using standard::ResourceIndicator;
using standard::stageIndex;
using standard::Standard;

Verdict worse(Verdict a, Verdict b) {
    if (a == Verdict::Fail || b == Verdict::Fail)
        return Verdict::Fail;
    return a == Verdict::Missing || b == Verdict::Missing ? Verdict::Missing : Verdict::Pass;
}

// A section fails with two indicators below their threshold or one below its floor, whatever is missing.
Verdict sectionVerdict(const Standard& rules, int met, int floor, int below, int missing) {
    const int allowed = static_cast<int>(rules.resource.size()) - rules.rowsMet;
    if (below > 0 || floor > allowed)
        return Verdict::Fail;
    return missing > 0 || met < rules.rowsMet ? Verdict::Missing : Verdict::Pass;
}

class Engine {
public:
    Engine(const model::CountyYear& year, const Standard& rules)
        : m_year(year), m_rules(rules), m_inputs(year), m_formula(m_inputs, rules) {
        for (std::size_t i = 0; i < rules.resource.size(); ++i) {
            m_relaxations.push_back(rules.relaxationsOf(static_cast<int>(i), year.year()));
            for (std::size_t s = 0; s < 2; ++s)
                m_bounds[s].emplace_back(rules.resource[i].threshold[s], rules.valueDecimals);
        }
    }

    Assessment run() {
        const std::vector<SchoolRows>& schools = m_year.schoolRows();
        Assessment result;
        for (Stage stage : standard::kJudgedStages)
            judgeStage(stage, schools, result);
        excludeSpecialSections(schools, result);
        finish(result);
        return result;
    }

private:
    // The first exclusion that applies to a section, or -1.
    [[nodiscard]] int exclusionOf(const SchoolRows& rows, int sectionRow) {
        const auto type = m_year.schoolType(rows.school);
        for (std::size_t i = 0; i < m_rules.exclusions.size(); ++i) {
            const Exclusion& exclusion = m_rules.exclusions[i];
            if (exclusion.schoolType && type != exclusion.schoolType)
                continue;
            if (exclusion.compulsoryBelow) {
                m_formula.enter(rows);
                const auto pupils = m_formula.compulsoryPupils();
                if (!pupils || *pupils >= *exclusion.compulsoryBelow)
                    continue;
            }
            if (exclusion.withoutPupils && !hasNoPupils(sectionRow))
                continue;
            return static_cast<int>(i);
        }
        return -1;
    }

    [[nodiscard]] bool hasNoPupils(int sectionRow) const {
        const model::Column& pupils = m_year.sections().column(*m_inputs.pupils);
        const auto i = static_cast<std::size_t>(sectionRow);
        return pupils.states[i] == model::State::Value && pupils.amounts[i] == 0;
    }

    void judgeStage(Stage stage, const std::vector<SchoolRows>& schools, Assessment& result) {
        StageAssessment judged;
        judged.stage = stage;
        judged.indicators.resize(m_rules.resource.size());
        StageWithoutRelaxations without;
        reserve(judged, schools, stage);
        for (const SchoolRows& rows : schools) {
            const int sectionRow = rows.section[static_cast<std::size_t>(stage)];
            if (sectionRow < 0)
                continue;
            if (const int exclusion = exclusionOf(rows, sectionRow); exclusion >= 0) {
                result.excluded.push_back({.sectionRow = sectionRow, .exclusion = exclusion});
                continue;
            }
            admit(rows, judged);
        }
        if (judged.sectionRows.empty())
            return;
        judgeSections(judged, without);
        judgeBalance(judged, without);
        result.stages.push_back(std::move(judged));
    }

    static void reserve(StageAssessment& judged, const std::vector<SchoolRows>& schools, Stage stage) {
        const auto count = static_cast<std::size_t>(
            std::ranges::count_if(schools, [&](const SchoolRows& rows) { return rows.sectionOf(stage) >= 0; }));
        judged.sectionRows.reserve(count);
        judged.schoolRows.reserve(count);
        judged.pupils.reserve(count);
        judged.pupilsGiven.reserve(count);
        judged.met.reserve(count);
        judged.verdicts.reserve(count);
        for (IndicatorColumn& column : judged.indicators) {
            column.values.reserve(count);
            column.statuses.reserve(count);
            column.borderline.reserve(count);
            column.relaxation.reserve(count);
        }
    }

    void admit(const SchoolRows& rows, StageAssessment& judged) {
        judged.sectionRows.push_back(rows.sectionOf(judged.stage));
        judged.schoolRows.push_back(rows.school);
        m_formula.enter(rows);
        const auto pupils = m_formula.stagePupils(judged.stage);
        judged.pupils.push_back(pupils.value_or(0));
        judged.pupilsGiven.push_back(pupils ? 1 : 0);
    }

    // Indicator by indicator within a block: few columns at a time, and the block stays in the cache.
    void judgeSections(StageAssessment& judged, StageWithoutRelaxations& without) {
        constexpr int kBlock = 1024;
        const int count = judged.sectionCount();
        for (int first = 0; first < count; first += kBlock) {
            const int end = std::min(first + kBlock, count);
            for (std::size_t i = 0; i < m_rules.resource.size(); ++i) {
                for (int section = first; section < end; ++section) {
                    const int school = judged.schoolRows[static_cast<std::size_t>(section)];
                    m_formula.enter(m_year.schoolRows()[static_cast<std::size_t>(school)]);
                    judgeFigure(i, section, judged, without);
                }
            }
            for (int section = first; section < end; ++section)
                concludeSection(section, judged);
        }
        std::ranges::sort(without.figures, {},
                          [](const WithoutRelaxation& figure) { return std::pair(figure.section, figure.indicator); });
    }

    void concludeSection(int section, StageAssessment& judged) const {
        std::array<int, 4> count{};
        for (const IndicatorColumn& column : judged.indicators)
            ++count[static_cast<std::size_t>(column.statuses[static_cast<std::size_t>(section)])];
        judged.met.push_back(count[0]);
        judged.verdicts.push_back(sectionVerdict(m_rules, count[0], count[1], count[2], count[3]));
    }

    void judgeFigure(std::size_t i, int section, StageAssessment& judged, StageWithoutRelaxations& without) {
        const ResourceIndicator& rule = m_rules.resource[i];
        const Stage stage = judged.stage;
        const Bounds& bounds = m_bounds[stageIndex(stage)][i];
        IndicatorColumn& column = judged.indicators[i];
        const auto value = m_formula.perPupil(rule, stage, m_formula.numerator(rule, stage, {}));
        if (!value) {
            push(column, 0, Status::Missing, false, -1);
            return;
        }
        double best = *value;
        int applied = -1;
        for (const standard::Relaxation* relaxation : m_relaxations[i]) {
            if (!m_formula.applies(*relaxation))
                continue;
            const auto relaxed = m_formula.perPupil(rule, stage, m_formula.numerator(rule, stage, relaxation->plus));
            if (*relaxed > best) {
                best = *relaxed;
                applied = static_cast<int>(relaxation - m_rules.relaxations.data());
            }
        }
        const int row = judged.sectionRows[static_cast<std::size_t>(section)];
        const auto exactOf = [&](bool relaxed) {
            return exactValue(m_year, m_rules, row, static_cast<int>(i), relaxed);
        };
        const Status status = statusOf(best, bounds, rule.threshold[stageIndex(stage)], [&] { return exactOf(true); });
        const bool borderline =
            bounds.judgePrinted(best, m_rules.valueDecimals, [&] { return exactOf(true); }) != status;
        push(column, best, status, borderline, applied);
        if (applied >= 0)
            without.figures.push_back({.section = section,
                                       .indicator = static_cast<int>(i),
                                       .value = *value,
                                       .status = statusOf(*value, bounds, rule.threshold[stageIndex(stage)],
                                                          [&] { return exactOf(false); })});
    }

    static void push(IndicatorColumn& column, double value, Status status, bool borderline, int relaxation) {
        column.values.push_back(value);
        column.statuses.push_back(status);
        column.borderline.push_back(borderline ? 1 : 0);
        column.relaxation.push_back(static_cast<std::int8_t>(relaxation));
    }

    template <class Exact>
    static Status statusOf(double value, const Bounds& bounds, const standard::Threshold& exactBounds, Exact&& exact) {
        return bounds.decides(value) ? bounds.judge(value) : standard::judge(exact(), exactBounds);
    }

    void judgeBalance(StageAssessment& judged, StageWithoutRelaxations& without) {
        const auto count = static_cast<Eigen::Index>(judged.sectionCount());
        const ConstColumn pupils(judged.pupils.data(), count);
        const base::Decimal& limit = m_rules.balanceLimit[stageIndex(judged.stage)];
        double sum = 0;
        bool complete = true;
        for (std::size_t i = 0; i < judged.indicators.size(); ++i) {
            IndicatorColumn& column = judged.indicators[i];
            if (std::ranges::find(column.statuses, Status::Missing) == column.statuses.end())
                column.coefficient = weightedCoefficientOfVariation(
                    ConstColumn(column.values.data(), count), pupils, limit, m_rules.coefficientDecimals,
                    [&] { return exactShares(m_year, m_rules, judged, static_cast<int>(i), true); });
            complete = complete && column.coefficient.status != BalanceStatus::Missing;
            sum += column.coefficient.cv;
        }
        if (complete)
            judged.composite = sum / static_cast<double>(judged.indicators.size());
        if (!without.figures.empty())
            judgeWithoutRelaxations(judged, std::move(without));
    }

    void judgeWithoutRelaxations(StageAssessment& judged, StageWithoutRelaxations without) {
        const auto count = static_cast<Eigen::Index>(judged.sectionCount());
        std::vector<Verdict> verdicts = judged.verdicts;
        for (std::size_t k = 0; k < without.figures.size(); ++k) {
            const int section = without.figures[k].section;
            verdicts[static_cast<std::size_t>(section)] = verdictWithout(judged, without, section);
        }
        without.resources = Verdict::Pass;
        for (Verdict verdict : verdicts)
            without.resources = worse(without.resources, verdict);

        without.balance = Verdict::Pass;
        for (std::size_t i = 0; i < judged.indicators.size(); ++i) {
            Coefficient coefficient = judged.indicators[i].coefficient;
            std::vector<double> values = judged.indicators[i].values;
            bool touched = false;
            for (const WithoutRelaxation& figure : without.figures) {
                if (figure.indicator == static_cast<int>(i)) {
                    values[static_cast<std::size_t>(figure.section)] = figure.value;
                    touched = true;
                }
            }
            if (touched && coefficient.hasMean)
                coefficient = weightedCoefficientOfVariation(
                    ConstColumn(values.data(), count), ConstColumn(judged.pupils.data(), count),
                    m_rules.balanceLimit[stageIndex(judged.stage)], m_rules.coefficientDecimals,
                    [&] { return exactShares(m_year, m_rules, judged, static_cast<int>(i), false); });
            without.balance = worse(without.balance, verdictOf(coefficient.status));
            without.coefficients.push_back(coefficient);
        }
        judged.withoutRelaxations = std::move(without);
    }

    [[nodiscard]] Verdict verdictWithout(const StageAssessment& judged, const StageWithoutRelaxations& without,
                                         int section) const {
        std::array<int, 4> count{};
        for (std::size_t i = 0; i < judged.indicators.size(); ++i) {
            Status status = judged.indicators[i].statuses[static_cast<std::size_t>(section)];
            for (const WithoutRelaxation& figure : without.figures) {
                if (figure.section == section && figure.indicator == static_cast<int>(i))
                    status = figure.status;
            }
            ++count[static_cast<std::size_t>(status)];
        }
        return sectionVerdict(m_rules, count[0], count[1], count[2], count[3]);
    }

    static Verdict verdictOf(BalanceStatus status) {
        return status == BalanceStatus::Met     ? Verdict::Pass
               : status == BalanceStatus::Unmet ? Verdict::Fail
                                                : Verdict::Missing;
    }

    // The special sections of schools that are out of scope are listed too; those of other schools are no one's concern
    // here.
    void excludeSpecialSections(const std::vector<SchoolRows>& schools, Assessment& result) {
        for (const SchoolRows& rows : schools) {
            const int sectionRow = rows.section[static_cast<std::size_t>(Stage::Special)];
            if (sectionRow < 0)
                continue;
            if (const int exclusion = exclusionOf(rows, sectionRow); exclusion >= 0)
                result.excluded.push_back({.sectionRow = sectionRow, .exclusion = exclusion});
        }
    }

    void finish(Assessment& result) const {
        Verdicts& verdicts = result.verdicts;
        if (!result.stages.empty())
            verdicts.resources = verdicts.balance = Verdict::Pass;
        Verdicts without = verdicts;
        bool relaxed = false;
        for (const StageAssessment& stage : result.stages) {
            Verdict resources = Verdict::Pass;
            Verdict balance = Verdict::Pass;
            for (Verdict verdict : stage.verdicts)
                resources = worse(resources, verdict);
            for (const IndicatorColumn& column : stage.indicators)
                balance = worse(balance, verdictOf(column.coefficient.status));
            verdicts.resources = worse(verdicts.resources, resources);
            verdicts.balance = worse(verdicts.balance, balance);
            const auto& other = stage.withoutRelaxations;
            relaxed = relaxed || other.has_value();
            without.resources = worse(without.resources, other ? other->resources : resources);
            without.balance = worse(without.balance, other ? other->balance : balance);
        }
        combine(verdicts);
        if (relaxed) {
            combine(without);
            result.withoutRelaxations = without;
        }
    }

    static void combine(Verdicts& verdicts) {
        verdicts.overall = verdicts.resources;
        for (Verdict part :
             {verdicts.balance, verdicts.government, verdicts.quality, verdicts.approval, verdicts.vetoes})
            verdicts.overall = worse(verdicts.overall, part);
        verdicts.canApply = worse(verdicts.overall, verdicts.eligibility);
    }

    const model::CountyYear& m_year;
    const Standard& m_rules;
    FormulaInputs m_inputs;
    Formula<DoubleAlgebra> m_formula;
    std::vector<std::vector<const standard::Relaxation*>> m_relaxations; ///< per indicator
    std::array<std::vector<Bounds>, 2> m_bounds;                         ///< per judged stage and indicator
};

} // namespace

double StageAssessment::totalPupils() const {
    return ConstColumn(pupils.data(), static_cast<Eigen::Index>(pupils.size())).sum();
}

std::vector<double> StageAssessment::contributions(int indicator) const {
    const IndicatorColumn& column = indicators[static_cast<std::size_t>(indicator)];
    std::vector<double> parts(pupils.size());
    if (column.coefficient.status == BalanceStatus::Missing || column.coefficient.cv == 0)
        return parts;
    const auto count = static_cast<Eigen::Index>(pupils.size());
    Eigen::Map<Eigen::ArrayXd> squares(parts.data(), count);
    squares = ConstColumn(pupils.data(), count) *
              (ConstColumn(column.values.data(), count) - column.coefficient.mean).square();
    squares /= squares.sum();
    return parts;
}

const StageAssessment* Assessment::stage(Stage wanted) const {
    const auto found = std::ranges::find(stages, wanted, &StageAssessment::stage);
    return found == stages.end() ? nullptr : &*found;
}

Assessment assess(const model::CountyYear& year, const Standard& rules) {
    return Engine(year, rules).run();
}

} // namespace junheng::assess
