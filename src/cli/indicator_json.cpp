#include "cli/indicator_json.h"

#include "assess/shortfall.h"
#include "cli/tr.h"
#include "cli/verbs.h"

namespace junheng::cli {

namespace {

using assess::IndicatorResult;
using assess::IndicatorStatus;
using assess::SchoolResult;
using standard::Indicator;

const char* idOf(IndicatorStatus status) {
    switch (status) {
    case IndicatorStatus::Met:
        return "met";
    case IndicatorStatus::Unmet:
        return "unmet";
    case IndicatorStatus::NotApplicable:
        return "not_applicable";
    case IndicatorStatus::Missing:
        break;
    }
    return "missing";
}

// Whole numbers without a point, the rest as doubles.
Json numberJson(const std::optional<base::Rational>& value) {
    if (!value)
        return nullptr;
    const auto whole = base::wholeNumber(*value);
    return whole ? Json(*whole) : Json(base::toDouble(*value));
}

Json countJson(const std::optional<std::int64_t>& value) {
    return value ? Json(*value) : Json(nullptr);
}

QString partId(const Indicator& indicator, int part) {
    if (part < 0)
        return {};
    const auto i = static_cast<std::size_t>(part);
    if (const auto* rooms = std::get_if<standard::RoomsRule>(&indicator.rule))
        return rooms->rooms[i].id;
    if (const auto* size = std::get_if<standard::SchoolSizeRule>(&indicator.rule))
        return size->limits[i].id;
    if (const auto* ratio = std::get_if<standard::RatioRule>(&indicator.rule))
        return ratio->parts[i].id;
    return {};
}

Json valuesJson(const Indicator& indicator, const IndicatorResult& result) {
    Json values = Json::object();
    for (std::size_t i = 0; i < indicator.figures.size(); ++i)
        values[indicator.figures[i].name.toStdString()] = numberJson(result.figures[i]);
    return values;
}

} // namespace

Json cellsJson(const model::CountyYear& year, const std::vector<standard::Obstacle>& obstacles) {
    Json cells = Json::array();
    for (const standard::Obstacle& obstacle : obstacles) {
        const model::SubjectKey& subject = obstacle.cell.subject;
        const QString plainly = year.exists(subject) ? tr("待填报") : tr("缺少这一行");
        cells.push_back({{"sheet", toJson(sheetOf(subject.level))},
                         {"school_code", textOrNull(subject.school)},
                         {"part", textOrNull(model::partLabel(subject))},
                         {"item", toJson(obstacle.cell.item->code)},
                         {"label", toJson(obstacle.cell.item->label)},
                         {"why", toJson(obstacle.why.isEmpty() ? plainly : obstacle.why)}});
    }
    return cells;
}

Json IndicatorJson::listJson(const std::vector<Indicator>& indicators,
                             const std::vector<IndicatorResult>& results) const {
    Json list = Json::array();
    for (std::size_t i = 0; i < results.size(); ++i)
        list.push_back(indicatorJson(indicators[i], results[i]));
    return list;
}

Json IndicatorJson::indicatorJson(const Indicator& indicator, const IndicatorResult& result) const {
    Json shortfalls = Json::array();
    for (const assess::Shortfall& shortfall : assess::shortfallsOf(m_year, indicator, result))
        shortfalls.push_back(
            {{"school_code",
              shortfall.schoolRow < 0 ? Json(nullptr) : toJson(m_year.schools().key(shortfall.schoolRow).school)},
             {"part", textOrNull(partId(indicator, shortfall.part))},
             {"amount", numberJson(shortfall.amount)},
             {"unit", toJson(shortfall.unit)},
             {"percentage_points", numberJson(shortfall.percentagePoints)}});
    return {{"id", toJson(indicator.id)},
            {"title", toJson(indicator.title)},
            {"status", idOf(result.status)},
            {"without_relaxations", idOf(result.withoutRelaxations)},
            {"borderline", result.borderline},
            {"values", valuesJson(indicator, result)},
            {"detail", toJson(assess::detailOf(m_year, indicator, result))},
            {"schools", schoolsJson(indicator, result)},
            {"shortfalls", std::move(shortfalls)},
            {"missing", missingJson(indicator.id, result.status == IndicatorStatus::Missing)}};
}

// Of those that are missing, the cells are named beside.
Json IndicatorJson::schoolsJson(const Indicator& indicator, const IndicatorResult& result) const {
    Json schools = Json::array();
    for (const SchoolResult& school : result.schools) {
        if (school.status == IndicatorStatus::Missing)
            continue;
        const QString& code = m_year.schools().key(school.schoolRow).school;
        const bool relaxed = school.relaxation >= 0;
        Json json{{"school_code", toJson(code)},
                  {"school", toJson(m_year.schoolName(code))},
                  {"stage", school.stage ? toJson(model::stageId(*school.stage)) : Json(nullptr)},
                  {"part", textOrNull(partId(indicator, school.part))},
                  {"value", numberJson(school.value)},
                  {"limit", numberJson(school.limit)},
                  {"status", idOf(school.status)},
                  {"relaxation", relaxed ? toJson(indicator.relaxations[static_cast<std::size_t>(school.relaxation)].id)
                                         : Json(nullptr)}};
        if (relaxed)
            json["without"] = {{"value", numberJson(school.valueWithout)}, {"limit", numberJson(school.limitWithout)}};
        schools.push_back(std::move(json));
    }
    return schools;
}

Json IndicatorJson::missingJson(const QString& id, bool isMissing) const {
    return isMissing ? cellsJson(m_year, assess::obstaclesOf(m_year, m_standard, id, m_priorYears)) : Json::array();
}

Json IndicatorJson::targets() const {
    Json list = listJson(m_standard.targets, m_assessment.targets);
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i]["by"] = textOrNull(m_standard.targets[i].by);
    return list;
}

Json IndicatorJson::approval() const {
    const assess::ApprovalResult& result = m_assessment.approval;
    const auto& rule = m_standard.approval;
    return {{"valid", countJson(result.valid)},
            {"satisfied", countJson(result.satisfied)},
            {"rate", result.rate ? Json(base::toDouble(*result.rate)) : Json(nullptr)},
            {"threshold", rule ? Json(base::toDouble(rule->threshold.value)) : Json(nullptr)},
            {"status", idOf(result.status)},
            {"borderline", result.borderline},
            {"issued", countJson(result.issued)},
            {"required_sample", countJson(result.requiredSample)},
            {"valid_share", result.validShare ? Json(base::toDouble(*result.validShare)) : Json(nullptr)},
            {"parents_share", result.parentsShare ? Json(base::toDouble(*result.parentsShare)) : Json(nullptr)},
            {"missing", missingJson(QStringLiteral("S1"), rule && result.status == IndicatorStatus::Missing)}};
}

Json IndicatorJson::vetoes() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < m_assessment.vetoes.size(); ++i) {
        const standard::Veto& veto = m_standard.vetoes[i];
        const assess::VetoResult& result = m_assessment.vetoes[i];
        Json values = Json::object();
        for (std::size_t k = 0; k < veto.figures.size(); ++k)
            values[veto.figures[k].id.toStdString()] = numberJson(result.figures[k]);
        list.push_back({{"id", toJson(veto.id)},
                        {"title", toJson(veto.title)},
                        {"present", result.present ? Json(*result.present) : Json(nullptr)},
                        {"values", std::move(values)}});
    }
    return list;
}

Json IndicatorJson::reasons() const {
    Json list = Json::array();
    for (const assess::Reason& reason : assess::reasonsOf(m_standard, m_assessment))
        list.push_back({{"id", toJson(reason.id)},
                        {"stage", reason.stage ? toJson(model::stageId(*reason.stage)) : Json(nullptr)},
                        {"verdict", reason.verdict == assess::Verdict::Fail ? "fail" : "missing"},
                        {"count", reason.count},
                        {"sentence", toJson(reason.sentence)}});
    return list;
}

} // namespace junheng::cli
