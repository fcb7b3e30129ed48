// Why the overall verdict is what it is.

#include "assess/assessment.h"
#include "assess/overall.h"
#include "assess/tr.h"

#include <algorithm>

namespace junheng::assess {

namespace {

using standard::Standard;

class ReasonFinder {
public:
    ReasonFinder(const Standard& rules, const Assessment& assessment)
        : m_rules(rules), m_assessment(assessment), m_wanted(assessment.verdicts.overall) {}

    std::vector<Reason> find() {
        if (m_wanted == Verdict::Pass)
            return {};
        vetoes();
        resources();
        balance();
        indicators(m_rules.government, m_assessment.government);
        indicators(m_rules.quality, m_assessment.quality);
        approval();
        return std::move(m_reasons);
    }

private:
    void add(const QString& id, const QString& what, std::optional<model::Stage> stage = {}, int count = 1) {
        m_reasons.push_back(
            {.id = id, .stage = stage, .verdict = m_wanted, .count = count, .sentence = what + verdictWord(m_wanted)});
    }

    void vetoes() {
        for (std::size_t i = 0; i < m_assessment.vetoes.size(); ++i) {
            const auto& present = m_assessment.vetoes[i].present;
            const standard::Veto& veto = m_rules.vetoes[i];
            if (m_wanted == Verdict::Fail && present == true)
                m_reasons.push_back(
                    {.id = veto.id, .verdict = m_wanted, .sentence = tr("一票否决：%1").arg(veto.title)});
            else if (m_wanted == Verdict::Missing && !present)
                add(veto.id, tr("一票否决“%1”").arg(veto.shortName));
        }
        if (m_assessment.vetoes.empty())
            unknownPart(QStringLiteral("V"), tr("一票否决"));
    }

    // A part that the standard does not judge keeps the whole without a verdict.
    void unknownPart(const QString& id, const QString& name) {
        if (m_wanted == Verdict::Missing)
            m_reasons.push_back({.id = id, .verdict = m_wanted, .sentence = tr("%1：没有可判定的指标").arg(name)});
    }

    void resources() {
        if (m_rules.resource.empty() || m_assessment.stages.empty()) {
            unknownPart(QStringLiteral("R"), tr("资源配置"));
            return;
        }
        for (const StageAssessment& stage : m_assessment.stages) {
            const auto count = static_cast<int>(std::ranges::count(stage.verdicts, m_wanted));
            if (count > 0)
                add(QStringLiteral("R"),
                    tr("%1 %2 个学校（学段）资源配置").arg(model::stageName(stage.stage)).arg(count), stage.stage,
                    count);
        }
    }

    void balance() {
        for (const StageAssessment& stage : m_assessment.stages) {
            for (int i = 0; i < m_rules.balanceCount(); ++i) {
                const standard::ResourceIndicator& rule = m_rules.balanceIndicator(i);
                if (rule.tested && verdictOf(stage.column(i).coefficient.status) == m_wanted)
                    add(rule.id, tr("%1“%2”差异系数").arg(model::stageName(stage.stage), rule.title), stage.stage);
            }
            if (m_rules.compositeLimit && verdictOf(stage.compositeStatus) == m_wanted)
                add(QStringLiteral("composite"), tr("%1综合差异系数").arg(model::stageName(stage.stage)), stage.stage);
        }
    }

    void indicators(const std::vector<standard::Indicator>& rules, const std::vector<IndicatorResult>& results) {
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (verdictOf(results[i].status) == m_wanted)
                add(rules[i].id, tr("“%1”").arg(rules[i].shortName));
        }
        if (results.empty())
            unknownPart(&rules == &m_rules.government ? QStringLiteral("G") : QStringLiteral("Q"),
                        &rules == &m_rules.government ? tr("政府保障程度") : tr("教育质量"));
    }

    void approval() {
        if (!m_rules.approval)
            unknownPart(QStringLiteral("S1"), tr("社会认可度"));
        else if (verdictOf(m_assessment.approval.status) == m_wanted)
            add(QStringLiteral("S1"), tr("社会认可度"));
    }

    const Standard& m_rules;
    const Assessment& m_assessment;
    Verdict m_wanted;
    std::vector<Reason> m_reasons;
};

} // namespace

std::vector<Reason> reasonsOf(const Standard& standard, const Assessment& assessment) {
    return ReasonFinder(standard, assessment).find();
}

} // namespace junheng::assess
