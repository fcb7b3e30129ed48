// From a year and a standard to an assessment.

#include "assess/assessment.h"
#include "model/items.h"

#include "assess/bounds.h"
#include "assess/coefficient.h"
#include "assess/exact.h"
#include "assess/overall.h"
#include "assess/rules/context.h"

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

// A section fails with two indicators below their threshold or one below its floor, whatever is missing.
Verdict sectionVerdict(const Standard& rules, int floor, int below, int missing) {
    const int allowed = static_cast<int>(rules.resource.size()) - rules.rowsMet;
    if (below > 0 || floor > allowed)
        return Verdict::Fail;
    return missing > 0 ? Verdict::Missing : Verdict::Pass;
}

class Engine {
public:
    Engine(const model::CountyYear& year, const Standard& rules, std::span<const PriorYear> priorYears)
        : m_year(year), m_rules(rules), m_priorYears(priorYears), m_inputs(year), m_formula(m_inputs, rules),
          m_sponsors(year.schools(), model::itemOf(items::sponsor)) {
        for (std::size_t i = 0; i < rules.resource.size(); ++i) {
            m_relaxations.push_back(rules.relaxationsOf(static_cast<int>(i), year));
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
        judgeIndicators(m_year, m_rules, m_priorYears, result);
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
            if (!exclusion.sponsors.empty() && !isAmong(exclusion.sponsors, rows.school))
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

    [[nodiscard]] bool isAmong(const std::vector<int>& sponsors, int school) const {
        return m_sponsors.isValue(school) && std::ranges::find(sponsors, m_sponsors.amount(school)) != sponsors.end();
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
        judged.furtherBalance.resize(m_rules.furtherBalance.size());
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
        for (auto* columns : {&judged.indicators, &judged.furtherBalance}) {
            for (IndicatorColumn& column : *columns) {
                column.values.reserve(count);
                column.statuses.reserve(count);
                column.borderline.reserve(count);
                column.relaxation.reserve(count);
            }
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
            for (std::size_t i = 0; i < m_rules.furtherBalance.size(); ++i) {
                for (int section = first; section < end; ++section) {
                    const int school = judged.schoolRows[static_cast<std::size_t>(section)];
                    m_formula.enter(m_year.schoolRows()[static_cast<std::size_t>(school)]);
                    takeFigure(m_rules.furtherBalance[i], judged.stage, judged.furtherBalance[i]);
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
        judged.verdicts.push_back(sectionVerdict(m_rules, count[1], count[2], count[3]));
    }

    void judgeFigure(std::size_t i, int section, StageAssessment& judged, StageWithoutRelaxations& without) {
        const ResourceIndicator& rule = m_rules.resource[i];
        const Stage stage = judged.stage;
        const ThresholdBounds& bounds = m_bounds[stageIndex(stage)][i];
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

    // A figure that has no threshold.
    void takeFigure(const ResourceIndicator& rule, Stage stage, IndicatorColumn& column) {
        const auto value = m_formula.perPupil(rule, stage, m_formula.numerator(rule, stage, {}));
        push(column, value.value_or(0), value ? Status::Met : Status::Missing, false, -1);
    }

    static void push(IndicatorColumn& column, double value, Status status, bool borderline, int relaxation) {
        column.values.push_back(value);
        column.statuses.push_back(status);
        column.borderline.push_back(borderline ? 1 : 0);
        column.relaxation.push_back(static_cast<std::int8_t>(relaxation));
    }

    template <class Exact>
    static Status statusOf(double value, const ThresholdBounds& bounds, const standard::Threshold& exactBounds,
                           Exact&& exact) {
        return bounds.decides(value) ? bounds.judge(value) : standard::judge(exact(), exactBounds);
    }

    void judgeBalance(StageAssessment& judged, StageWithoutRelaxations& without) {
        const auto count = static_cast<Eigen::Index>(judged.sectionCount());
        const ConstColumn pupils(judged.pupils.data(), count);
        for (int i = 0; i < m_rules.balanceCount(); ++i) {
            const auto own = static_cast<std::size_t>(i);
            IndicatorColumn& column = own < judged.indicators.size()
                                          ? judged.indicators[own]
                                          : judged.furtherBalance[own - judged.indicators.size()];
            if (std::ranges::find(column.statuses, Status::Missing) == column.statuses.end())
                column.coefficient = coefficientOf(ConstColumn(column.values.data(), count), pupils, judged, i, true);
        }
        judgeComposite(judged);
        if (!without.figures.empty())
            judgeWithoutRelaxations(judged, std::move(without));
    }

    // Tested against the limit of the stage, unless the standard tests the composite alone.
    [[nodiscard]] Coefficient coefficientOf(const ConstColumn& values, const ConstColumn& pupils,
                                            const StageAssessment& judged, int indicator, bool relaxed) const {
        Coefficient coefficient = weightedCoefficientOfVariation(
            values, pupils, m_rules.balanceLimit[stageIndex(judged.stage)], m_rules.coefficientDecimals,
            [&] { return exactShares(m_year, m_rules, judged, indicator, relaxed); });
        if (!m_rules.singleCoefficientsTested && coefficient.status == BalanceStatus::Unmet) {
            coefficient.status = BalanceStatus::Met;
            coefficient.borderline = false;
        }
        return coefficient;
    }

    void judgeComposite(StageAssessment& judged) const {
        const auto& columns = judged.indicators.empty() ? judged.furtherBalance : judged.indicators;
        double sum = 0;
        for (const IndicatorColumn& column : columns) {
            if (column.coefficient.status == BalanceStatus::Missing)
                return;
            sum += column.coefficient.cv;
        }
        judged.composite = sum / static_cast<double>(columns.size());
        judged.compositeStatus = BalanceStatus::Met;
        if (m_rules.compositeLimit) {
            const auto& limit = (*m_rules.compositeLimit)[stageIndex(judged.stage)].value;
            judged.compositeStatus =
                compositeWithin(m_year, m_rules, judged, limit) ? BalanceStatus::Met : BalanceStatus::Unmet;
        }
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
                coefficient = coefficientOf(ConstColumn(values.data(), count), ConstColumn(judged.pupils.data(), count),
                                            judged, static_cast<int>(i), false);
            without.balance = worse(without.balance, verdictOf(coefficient.status));
            without.coefficients.push_back(coefficient);
        }
        without.balance = worse(without.balance, furtherBalanceOf(judged));
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
        return sectionVerdict(m_rules, count[1], count[2], count[3]);
    }

    // What relaxations do not touch: the further coefficients that are tested, and the composite where it is.
    [[nodiscard]] Verdict furtherBalanceOf(const StageAssessment& judged) const {
        Verdict verdict = m_rules.compositeLimit ? verdictOf(judged.compositeStatus) : Verdict::Pass;
        for (std::size_t i = 0; i < judged.furtherBalance.size(); ++i) {
            if (m_rules.furtherBalance[i].tested)
                verdict = worse(verdict, verdictOf(judged.furtherBalance[i].coefficient.status));
        }
        return verdict;
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

    // Resources and balance.
    void finish(Assessment& result) const {
        Verdicts& verdicts = result.verdicts;
        if (!result.stages.empty() && !m_rules.resource.empty())
            verdicts.resources = Verdict::Pass;
        if (!result.stages.empty())
            verdicts.balance = Verdict::Pass;
        Verdicts without = verdicts;
        bool relaxed = false;
        for (const StageAssessment& stage : result.stages) {
            Verdict resources = Verdict::Pass;
            Verdict balance = furtherBalanceOf(stage);
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
        if (relaxed)
            result.withoutRelaxations = without;
    }

    const model::CountyYear& m_year;
    const Standard& m_rules;
    std::span<const PriorYear> m_priorYears;
    FormulaInputs m_inputs;
    Formula<DoubleAlgebra> m_formula;
    std::vector<std::vector<const standard::Relaxation*>> m_relaxations; ///< per indicator
    std::array<std::vector<ThresholdBounds>, 2> m_bounds;                ///< per judged stage and indicator
    ColumnView m_sponsors;
};

} // namespace

Assessment assess(const model::CountyYear& year, const Standard& rules, std::span<const PriorYear> priorYears) {
    return Engine(year, rules, priorYears).run();
}

} // namespace junheng::assess
