#include "report/narrative/bound_figures.h"

#include "base/rounding.h"
#include "model/item.h"
#include "model/school_year.h"
#include "report/cells.h"
#include "report/official/official_tables.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Mark;
using document::Span;

namespace {

using assess::IndicatorStatus;
using assess::Verdict;

QString dash() {
    return QStringLiteral("——");
}

QString missingWord() {
    return assess::statusWord(assess::Status::Missing);
}

// Nothing where the figure is missing.
std::optional<QString> given(bool isGiven, const QString& text) {
    return isGiven ? std::optional(text) : std::nullopt;
}

QString percentOf(std::int64_t part, std::int64_t whole) {
    if (whole == 0)
        return dash();
    return base::printHalfUp(base::Rational(base::toRational(100 * part) / base::toRational(whole)), kShareDecimals);
}

// "甲小学、乙小学"; 无 when there is none.
QString namesOf(const model::CountyYear& year, const assess::StageAssessment& stage, Verdict verdict) {
    QStringList names;
    for (std::size_t section = 0; section < stage.verdicts.size(); ++section) {
        if (stage.verdicts[section] == verdict)
            names << year.schoolName(year.schools().key(stage.schoolRows[section]).school);
    }
    return names.isEmpty() ? tr("无") : names.join(QStringLiteral("、"));
}

// 县, 市, 区 or 旗, as in 我县: the last character of the county's name. A name that ends otherwise is a 县.
QString kindOfCounty(const QString& name) {
    static const QString kKinds = tr("县市区旗");
    return !name.isEmpty() && kKinds.contains(name.back()) ? QString(name.back()) : QString(kKinds.front());
}

} // namespace

QString dotted(const QString& group, const QString& name) {
    return group + QChar(u'.') + name;
}

BoundFigures::BoundFigures(const Sources& sources, const ReportInfo& info) {
    addCounty(sources, info);
    for (const model::Stage stage : standard::kJudgedStages)
        addStage(sources, stage);
    const auto resources = static_cast<int>(sources.standard.resource.size());
    add(dotted(tr("资源配置"), tr("项数")), QString::number(resources));
    add(dotted(tr("资源配置"), tr("项数汉字")), countWord(resources));
    addIndicators(sources, tr("政府保障"), sources.standard.government, sources.assessment.government);
    addIndicators(sources, tr("教育质量"), sources.standard.quality, sources.assessment.quality);
    addApproval(sources);
    addVetoes(sources);
    addIndicators(sources, tr("资格审核"), sources.standard.eligibility, sources.assessment.eligibility);
    addVerdicts(sources.assessment);
}

const Span* BoundFigures::find(const QString& name) const {
    const auto found = m_byName.constFind(name);
    return found == m_byName.cend() ? nullptr : &m_figures[*found];
}

void BoundFigures::add(const QString& name, const std::optional<QString>& text, Mark mark) {
    m_byName.insert(name, m_figures.size());
    m_figures.push_back({.text = text ? *text : missingWord(), .figure = name, .mark = text ? mark : Mark::Missing});
}

void BoundFigures::addCounty(const Sources& sources, const ReportInfo& info) {
    const model::CountyYear& year = sources.year;
    add(tr("县名"), year.county().name);
    add(tr("县市区"), kindOfCounty(year.county().name));
    add(tr("行政区划代码"), year.county().code);
    add(tr("学年"), model::schoolYearName(year.year()));
    add(tr("日期"), tr("%1年%2月%3日").arg(info.date.year()).arg(info.date.month()).arg(info.date.day()));
    add(tr("评估标准"), sources.standard.title);
    for (const model::Item& item : year.items().ofLevel(model::Level::County)) {
        if (item.key)
            continue;
        const model::Observation observation = year.value(model::SubjectKey::ofCounty(), item);
        add(dotted(tr("县级"), item.label), given(!observation.isMissing(), model::displayText(item, observation)));
    }
}

void BoundFigures::addStage(const Sources& sources, model::Stage which) {
    const QString name = model::stageName(which);
    const assess::StageAssessment* stage = sources.assessment.stage(which);
    const auto count = [&](Verdict verdict) {
        return stage != nullptr ? std::ranges::count(stage->verdicts, verdict) : std::ptrdiff_t{0};
    };
    const int sections = stage != nullptr ? stage->sectionCount() : 0;
    add(dotted(name, tr("学校数")), QString::number(sections));
    add(dotted(name, tr("达标学校数")), QString::number(count(Verdict::Pass)));
    add(dotted(name, tr("未达标学校数")), QString::number(count(Verdict::Fail)));
    add(dotted(name, tr("待填报学校数")), QString::number(count(Verdict::Missing)));
    add(dotted(name, tr("达标率")), percentOf(count(Verdict::Pass), sections));
    add(dotted(name, tr("未达标学校")), stage != nullptr ? namesOf(sources.year, *stage, Verdict::Fail) : tr("无"));
    add(dotted(name, tr("待填报学校")), stage != nullptr ? namesOf(sources.year, *stage, Verdict::Missing) : tr("无"));
    std::optional<QString> composite;
    if (stage == nullptr)
        composite = dash();
    else if (stage->composite)
        composite = base::printHalfUp(*stage->composite, sources.standard.coefficientDecimals, nullptr);
    add(dotted(name, tr("综合差异系数")), composite);
    add(dotted(name, tr("差异系数限值")), assess::printedLimit(sources.standard, which));
    std::ptrdiff_t within = 0;
    for (int i = 0; i < static_cast<int>(sources.standard.resource.size()); ++i) {
        addResource(sources, stage, standard::stageIndex(which), i);
        within += stage != nullptr && stage->column(i).coefficient.status == assess::BalanceStatus::Met ? 1 : 0;
    }
    add(dotted(name, tr("差异系数达标项数")), QString::number(within));
}

void BoundFigures::addResource(const Sources& sources, const assess::StageAssessment* stage, std::size_t stageIndex,
                               int indicator) {
    const auto& rule = sources.standard.resource[static_cast<std::size_t>(indicator)];
    const QString group = dotted(model::stageName(standard::kJudgedStages[stageIndex]), rule.id);
    if (stageIndex == 0) {
        add(dotted(rule.id, tr("名称")), rule.title);
        add(dotted(rule.id, tr("单位")), rule.unit);
    }
    add(dotted(group, tr("标准")), rule.threshold[stageIndex].text.toShortString());
    if (stage == nullptr) {
        for (const QString& name : {tr("全县值"), tr("达标学校数"), tr("差异系数"), tr("差异系数判定")})
            add(dotted(group, name), dash());
        return;
    }
    const assess::IndicatorColumn& column = stage->column(indicator);
    const QString mean = assess::printedMean(sources.year, sources.standard, *stage, indicator);
    const QString coefficient = assess::printedCoefficient(column.coefficient);
    add(dotted(group, tr("全县值")), given(!mean.isEmpty(), mean));
    add(dotted(group, tr("达标学校数")), QString::number(std::ranges::count(column.statuses, assess::Status::Met)));
    add(dotted(group, tr("差异系数")), given(!coefficient.isEmpty(), coefficient),
        report::markOf(column.coefficient.status));
    add(dotted(group, tr("差异系数判定")), assess::verdictWord(column.coefficient.status),
        report::markOf(column.coefficient.status));
}

void BoundFigures::addIndicators(const Sources& sources, const QString& part,
                                 const std::vector<standard::Indicator>& indicators,
                                 const std::vector<assess::IndicatorResult>& results) {
    const auto count = [&](IndicatorStatus status) {
        return QString::number(std::ranges::count(results, status, &assess::IndicatorResult::status));
    };
    add(dotted(part, tr("项数")), QString::number(results.size()));
    add(dotted(part, tr("达标项数")), count(IndicatorStatus::Met));
    add(dotted(part, tr("未达标项数")), count(IndicatorStatus::Unmet));
    add(dotted(part, tr("待填报项数")), count(IndicatorStatus::Missing));
    for (std::size_t i = 0; i < results.size(); ++i) {
        const QString& id = indicators[i].id;
        add(dotted(id, tr("名称")), indicators[i].title);
        add(dotted(id, tr("说明")), results[i].status == IndicatorStatus::Missing
                                        ? assess::detailBesideStatus(sources.year, indicators[i], results[i])
                                        : assess::detailOf(sources.year, indicators[i], results[i]));
        add(dotted(id, tr("判定")), assess::statusWord(results[i].status), report::markOf(results[i].status));
    }
}

void BoundFigures::addApproval(const Sources& sources) {
    if (!sources.standard.approval)
        return;
    const assess::ApprovalResult& approval = sources.assessment.approval;
    const auto count = [&](const std::optional<std::int64_t>& number) {
        return number ? std::optional(QString::number(*number)) : std::nullopt;
    };
    const QString group = QStringLiteral("S1");
    add(dotted(group, tr("问卷总数")), count(approval.issued));
    add(dotted(group, tr("有效问卷数")), count(approval.valid));
    add(dotted(group, tr("满意问卷数")), count(approval.satisfied));
    const std::optional<base::Rational>& rate = approval.rate;
    add(dotted(group, tr("满意度")),
        rate ? std::optional(base::printHalfUp(base::Rational(*rate * 100), kShareDecimals)) : std::nullopt,
        report::markOf(approval.status));
    add(dotted(group, tr("标准")), base::toString(base::Rational(sources.standard.approval->threshold.value * 100)));
    add(dotted(group, tr("说明")), assess::approvalSentence(approval));
    add(dotted(group, tr("判定")), assess::statusWord(approval.status), report::markOf(approval.status));
}

void BoundFigures::addVetoes(const Sources& sources) {
    const auto& results = sources.assessment.vetoes;
    int present = 0;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const standard::Veto& veto = sources.standard.vetoes[i];
        const auto& answer = results[i].present;
        present += answer.value_or(false) ? 1 : 0;
        add(dotted(veto.id, tr("名称")), veto.title);
        add(dotted(veto.id, tr("回答")), given(answer.has_value(), answer.value_or(false) ? tr("存在") : tr("不存在")),
            answer.value_or(false) ? Mark::Failing : Mark::None);
        add(dotted(veto.id, tr("数据")), assess::figuresBeside(veto, results[i]));
    }
    add(dotted(tr("一票否决"), tr("项数")), QString::number(results.size()));
    add(dotted(tr("一票否决"), tr("存在项数")), QString::number(present));
}

void BoundFigures::addVerdicts(const assess::Assessment& assessment) {
    using assess::Verdicts;
    const auto addVerdict = [&](const QString& part, Verdict Verdicts::* verdict) {
        add(dotted(tr("判定"), part), assess::verdictWord(assessment, verdict), markOf(assessment.verdicts.*verdict));
    };
    addVerdict(tr("资源配置"), &Verdicts::resources);
    addVerdict(tr("校际均衡"), &Verdicts::balance);
    addVerdict(tr("政府保障"), &Verdicts::government);
    addVerdict(tr("教育质量"), &Verdicts::quality);
    addVerdict(tr("社会认可度"), &Verdicts::approval);
    addVerdict(tr("一票否决"), &Verdicts::vetoes);
    addVerdict(tr("资格审核"), &Verdicts::eligibility);
    addVerdict(tr("总体"), &Verdicts::overall);
    addVerdict(tr("申报"), &Verdicts::canApply);
    add(dotted(tr("判定"), tr("放宽条款")), assessment.relaxationsOpen ? tr("未选定") : tr("已定"));
}

} // namespace junheng::report
