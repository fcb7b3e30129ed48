#include "ui/pages/parts/part_rows.h"

#include "ui/widgets/tr.h"

namespace junheng::ui {

namespace {

using assess::IndicatorStatus;

Tone toneOfIndicator(IndicatorStatus status) {
    switch (status) {
    case IndicatorStatus::Met:
    case IndicatorStatus::NotApplicable:
        return Tone::Good;
    case IndicatorStatus::Unmet:
        return Tone::Bad;
    case IndicatorStatus::Missing:
        break;
    }
    return Tone::Open;
}

void addIndicators(const QString& name, assess::Verdict verdict, const std::vector<standard::Indicator>& indicators,
                   const std::vector<assess::IndicatorResult>& results, const model::CountyYear& year,
                   std::vector<PartGroup>& groups) {
    if (indicators.empty())
        return;
    PartGroup group{.name = name, .verdict = verdict, .rows = {}};
    for (std::size_t i = 0; i < indicators.size(); ++i)
        group.rows.push_back({.id = indicators[i].id,
                              .name = indicators[i].shortName,
                              .toolTip = indicators[i].title,
                              .word = assess::statusWord(results[i].status),
                              .tone = toneOfIndicator(results[i].status),
                              .detail = assess::detailOf(year, indicators[i], results[i])});
    groups.push_back(std::move(group));
}

void addApproval(const workspace::Workspace& workspace, std::vector<PartGroup>& groups) {
    const assess::ApprovalResult& approval = workspace.assessment().approval;
    groups.push_back({.name = tr("社会认可度"),
                      .verdict = workspace.assessment().verdicts.approval,
                      .rows = {{.id = QStringLiteral("S1"),
                                .name = tr("社会认可度"),
                                .toolTip = {},
                                .word = assess::statusWord(approval.status),
                                .tone = toneOfIndicator(approval.status),
                                .detail = assess::approvalSentence(approval)}}});
}

void addVetoes(const workspace::Workspace& workspace, std::vector<PartGroup>& groups) {
    const std::vector<standard::Veto>& vetoes = workspace.standard().vetoes;
    if (vetoes.empty())
        return;
    PartGroup group{.name = tr("一票否决"), .verdict = workspace.assessment().verdicts.vetoes, .rows = {}};
    for (std::size_t i = 0; i < vetoes.size(); ++i) {
        const std::optional<bool> present = workspace.assessment().vetoes[i].present;
        const Tone tone = !present ? Tone::Open : *present ? Tone::Bad : Tone::Good;
        group.rows.push_back({.id = vetoes[i].id,
                              .name = vetoes[i].shortName,
                              .toolTip = vetoes[i].title,
                              .word = !present   ? tr("待填报")
                                      : *present ? tr("存在")
                                                 : tr("不存在"),
                              .tone = tone,
                              .detail = assess::figuresBeside(vetoes[i], workspace.assessment().vetoes[i])});
    }
    groups.push_back(std::move(group));
}

} // namespace

std::vector<PartGroup> partGroups(const workspace::Workspace& workspace) {
    std::vector<PartGroup> groups;
    const standard::Standard& standard = workspace.standard();
    const assess::Assessment& assessment = workspace.assessment();
    const model::CountyYear& year = workspace.data();
    addIndicators(tr("政府保障"), assessment.verdicts.government, standard.government, assessment.government, year,
                  groups);
    addIndicators(tr("教育质量"), assessment.verdicts.quality, standard.quality, assessment.quality, year, groups);
    if (standard.approval)
        addApproval(workspace, groups);
    addVetoes(workspace, groups);
    addIndicators(tr("资格审核"), assessment.verdicts.eligibility, standard.eligibility, assessment.eligibility, year,
                  groups);
    return groups;
}

} // namespace junheng::ui
