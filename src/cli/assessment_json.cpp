#include "cli/assessment_json.h"

#include "base/rational.h"
#include "cli/indicator_json.h"
#include "cli/verbs.h"

#include <algorithm>

namespace junheng::cli {

namespace {

using assess::Assessment;
using assess::BalanceStatus;
using assess::Coefficient;
using assess::IndicatorColumn;
using assess::StageAssessment;
using assess::Verdict;
using standard::Obstacle;
using standard::Status;

const char* idOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Pass:
        return "pass";
    case Verdict::Fail:
        return "fail";
    case Verdict::Missing:
        break;
    }
    return "missing";
}

const char* idOf(Status status) {
    switch (status) {
    case Status::Met:
        return "met";
    case Status::Floor:
        return "floor";
    case Status::Below:
        return "below";
    case Status::Missing:
        break;
    }
    return "missing";
}

const char* idOf(BalanceStatus status) {
    switch (status) {
    case BalanceStatus::Met:
        return "met";
    case BalanceStatus::Unmet:
        return "unmet";
    case BalanceStatus::Missing:
        break;
    }
    return "missing";
}

Json numberOrNull(bool known, double number) {
    return known ? Json(number) : Json(nullptr);
}

Json headsOrNull(bool known, double heads) {
    return known ? Json(static_cast<std::int64_t>(heads)) : Json(nullptr);
}

class Renderer {
public:
    Renderer(const model::CountyYear& year, const standard::Standard& standard, const Assessment& assessment,
             const std::vector<assess::PriorYear>& priorYears)
        : m_year(year), m_standard(standard), m_assessment(assessment),
          m_indicators(year, standard, assessment, priorYears) {}

    [[nodiscard]] Json document() const {
        Json sections = Json::array();
        Json balance = Json::array();
        for (const StageAssessment& stage : m_assessment.stages) {
            Contributions contributions;
            for (int indicator = 0; indicator < indicatorCount(); ++indicator)
                contributions.push_back(stage.contributions(indicator));
            for (int section = 0; section < stage.sectionCount(); ++section)
                sections.push_back(sectionJson(stage, contributions, section));
            balance.push_back(balanceJson(stage));
        }
        const auto& without = m_assessment.withoutRelaxations;
        return {{"format", 1},
                {"county", countyJson(m_year.county())},
                {"year", m_year.year()},
                {"standard", {{"id", toJson(m_standard.id)}, {"title", toJson(m_standard.title)}}},
                {"sections", std::move(sections)},
                {"excluded", excludedJson()},
                {"balance", std::move(balance)},
                {"government", m_indicators.government()},
                {"quality", m_indicators.quality()},
                {"approval", m_indicators.approval()},
                {"vetoes", m_indicators.vetoes()},
                {"eligibility", m_indicators.eligibility()},
                {"targets", m_indicators.targets()},
                {"verdict", verdictJson(m_assessment.verdicts)},
                {"verdict_without_relaxations", without ? verdictJson(*without) : Json(nullptr)},
                {"reasons", m_indicators.reasons()}};
    }

private:
    using Contributions = std::vector<std::vector<double>>; ///< by indicator, then section

    static Json verdictJson(const assess::Verdicts& verdicts) {
        return {{"resources", idOf(verdicts.resources)},   {"balance", idOf(verdicts.balance)},
                {"government", idOf(verdicts.government)}, {"quality", idOf(verdicts.quality)},
                {"approval", idOf(verdicts.approval)},     {"vetoes", idOf(verdicts.vetoes)},
                {"overall", idOf(verdicts.overall)},       {"eligibility", idOf(verdicts.eligibility)},
                {"can_apply", idOf(verdicts.canApply)}};
    }

    [[nodiscard]] Json sectionJson(const StageAssessment& stage, const Contributions& contributions,
                                   int section) const {
        const auto s = static_cast<std::size_t>(section);
        const QString& code = m_year.sections().key(stage.sectionRows[s]).school;
        Json indicators = Json::array();
        for (int indicator = 0; indicator < indicatorCount(); ++indicator)
            indicators.push_back(indicatorJson(stage, contributions, section, indicator));
        return {{"school_code", toJson(code)},
                {"school", toJson(m_year.schoolName(code))},
                {"stage", toJson(model::stageId(stage.stage))},
                {"pupils", headsOrNull(stage.pupilsGiven[s] != 0, stage.pupils[s])},
                {"indicators", std::move(indicators)},
                {"met", stage.met[s]},
                {"verdict", idOf(stage.verdicts[s])},
                {"reason", toJson(assess::remarkOf(m_standard, stage, section))}};
    }

    [[nodiscard]] Json indicatorJson(const StageAssessment& stage, const Contributions& contributions, int section,
                                     int indicator) const {
        const auto s = static_cast<std::size_t>(section);
        const auto& rule = m_standard.resource[static_cast<std::size_t>(indicator)];
        const auto& threshold = rule.threshold[standard::stageIndex(stage.stage)];
        const IndicatorColumn& column = stage.indicators[static_cast<std::size_t>(indicator)];
        const bool known = column.statuses[s] != Status::Missing;
        const auto relaxation = column.relaxation[s];
        Json json{{"id", toJson(rule.id)},
                  {"value", numberOrNull(known, column.values[s])},
                  {"printed", textOrNull(assess::printedValue(m_year, m_standard, stage, section, indicator))},
                  {"threshold", base::toDouble(threshold.value)},
                  {"floor", base::toDouble(threshold.floor)},
                  {"status", idOf(column.statuses[s])},
                  {"borderline", column.borderline[s] != 0},
                  {"relaxation", relaxation < 0 ? Json(nullptr) : toJson(relaxationId(relaxation))},
                  {"contribution", numberOrNull(column.coefficient.status != BalanceStatus::Missing,
                                                contributions[static_cast<std::size_t>(indicator)][s])},
                  {"missing", known ? Json::array()
                                    : cellsJson(assess::obstaclesOf(m_year, m_standard, stage, section, indicator))}};
        if (relaxation >= 0)
            json["without"] = withoutJson(stage, section, indicator);
        return json;
    }

    [[nodiscard]] QString relaxationId(int relaxation) const {
        return m_standard.relaxations[static_cast<std::size_t>(relaxation)].id;
    }

    static Json withoutJson(const StageAssessment& stage, int section, int indicator) {
        const auto& figures = stage.withoutRelaxations->figures;
        const auto figure = std::ranges::find_if(figures, [&](const assess::WithoutRelaxation& candidate) {
            return candidate.section == section && candidate.indicator == indicator;
        });
        return {{"value", figure->value}, {"status", idOf(figure->status)}};
    }

    [[nodiscard]] Json cellsJson(const std::vector<Obstacle>& obstacles) const {
        return cli::cellsJson(m_year, obstacles);
    }

    [[nodiscard]] Json balanceJson(const StageAssessment& stage) const {
        const bool allGiven = std::ranges::find(stage.pupilsGiven, 0) == stage.pupilsGiven.end();
        Json indicators = Json::array();
        for (int indicator = 0; indicator < m_standard.balanceCount(); ++indicator)
            indicators.push_back(coefficientJson(stage, indicator));
        return {{"stage", toJson(model::stageId(stage.stage))},
                {"schools", stage.sectionCount()},
                {"pupils", headsOrNull(allGiven, stage.totalPupils())},
                {"indicators", std::move(indicators)},
                {"composite", numberOrNull(stage.composite.has_value(), stage.composite.value_or(0))},
                {"without_relaxations", balanceWithoutJson(stage)}};
    }

    [[nodiscard]] Json coefficientJson(const StageAssessment& stage, int indicator) const {
        const Coefficient& coefficient = stage.column(indicator).coefficient;
        const base::Decimal& limit = m_standard.balanceLimit[standard::stageIndex(stage.stage)];
        return {{"id", toJson(m_standard.balanceIndicator(indicator).id)},
                {"mean", numberOrNull(coefficient.hasMean, coefficient.mean)},
                {"sd", numberOrNull(coefficient.hasMean, coefficient.standardDeviation)},
                {"cv", numberOrNull(coefficient.status != BalanceStatus::Missing, coefficient.cv)},
                {"printed", textOrNull(assess::printedCoefficient(coefficient))},
                {"limit", numberOrNull(m_standard.singleCoefficientsTested, limit.toDouble())},
                {"tested", m_standard.balanceIndicator(indicator).tested},
                {"status", idOf(coefficient.status)},
                {"borderline", coefficient.borderline},
                {"missing", cellsJson(obstaclesOfStage(stage, indicator))}};
    }

    // Every cell that leaves one of the sections without a figure, each once.
    [[nodiscard]] std::vector<Obstacle> obstaclesOfStage(const StageAssessment& stage, int indicator) const {
        const IndicatorColumn& column = stage.column(indicator);
        std::vector<Obstacle> all;
        for (int section = 0; section < stage.sectionCount(); ++section) {
            if (column.statuses[static_cast<std::size_t>(section)] == Status::Missing)
                std::ranges::move(assess::obstaclesOf(m_year, m_standard, stage, section, indicator),
                                  std::back_inserter(all));
        }
        return all;
    }

    [[nodiscard]] Json balanceWithoutJson(const StageAssessment& stage) const {
        if (!stage.withoutRelaxations)
            return nullptr;
        Json list = Json::array();
        for (std::size_t i = 0; i < m_standard.resource.size(); ++i) {
            const Coefficient& coefficient = stage.withoutRelaxations->coefficients[i];
            list.push_back({{"id", toJson(m_standard.resource[i].id)},
                            {"cv", numberOrNull(coefficient.status != BalanceStatus::Missing, coefficient.cv)},
                            {"status", idOf(coefficient.status)}});
        }
        return list;
    }

    [[nodiscard]] Json excludedJson() const {
        Json list = Json::array();
        for (const assess::ExcludedSection& excluded : m_assessment.excluded) {
            const model::SubjectKey& section = m_year.sections().key(excluded.sectionRow);
            list.push_back(
                {{"school_code", toJson(section.school)},
                 {"school", toJson(m_year.schoolName(section.school))},
                 {"stage", toJson(section.part)},
                 {"reason", toJson(m_standard.exclusions[static_cast<std::size_t>(excluded.exclusion)].reason)}});
        }
        return list;
    }

    [[nodiscard]] int indicatorCount() const { return static_cast<int>(m_standard.resource.size()); }

    const model::CountyYear& m_year;
    const standard::Standard& m_standard;
    const Assessment& m_assessment;
    IndicatorJson m_indicators;
};

} // namespace

Json assessmentJson(const model::CountyYear& year, const standard::Standard& standard, const Assessment& assessment,
                    const std::vector<assess::PriorYear>& priorYears) {
    return Renderer(year, standard, assessment, priorYears).document();
}

} // namespace junheng::cli
