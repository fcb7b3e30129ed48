#include "ui/pages/overview/reasons.h"

#include "model/items.h"
#include "model/unconfirmed.h"
#include "ui/widgets/tr.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using assess::StageAssessment;
using assess::Verdict;

// More coefficients than these are counted, not named.
constexpr int kMostNamed = 3;

struct VerdictPart {
    const char* name;
    Verdict assess::Verdicts::* verdict;
    const char* ids; ///< how those of its indicators begin
};
constexpr std::array kParts{
    VerdictPart{QT_TRANSLATE_NOOP("overview", "资源配置"), &assess::Verdicts::resources, "R"},
    VerdictPart{QT_TRANSLATE_NOOP("overview", "校际均衡"), &assess::Verdicts::balance, "R"},
    VerdictPart{QT_TRANSLATE_NOOP("overview", "政府保障"), &assess::Verdicts::government, "G"},
    VerdictPart{QT_TRANSLATE_NOOP("overview", "教育质量"), &assess::Verdicts::quality, "Q"},
    VerdictPart{QT_TRANSLATE_NOOP("overview", "社会认可度"), &assess::Verdicts::approval, "S"},
    VerdictPart{QT_TRANSLATE_NOOP("overview", "一票否决"), &assess::Verdicts::vetoes, "V"},
};
constexpr std::size_t kKnownParts = 2; // resources and balance come from figures

/// Failing sections of a stage, by what fails them; the first one to go to.
struct Failing {
    int tooFewMet = 0;
    int belowFloor = 0;
    int first = -1;
};

Failing failingOf(const standard::Standard& standard, const StageAssessment& stage) {
    const auto allowed = static_cast<int>(standard.resource.size()) - standard.rowsMet;
    Failing failing;
    for (int section = 0; section < stage.sectionCount(); ++section) {
        const auto row = static_cast<std::size_t>(section);
        if (stage.verdicts[row] != Verdict::Fail)
            continue;
        const auto unmet = std::ranges::count_if(stage.indicators, [row](const assess::IndicatorColumn& column) {
            return column.statuses[row] == assess::Status::Floor || column.statuses[row] == assess::Status::Below;
        });
        (unmet > allowed ? failing.tooFewMet : failing.belowFloor) += 1;
        if (failing.first < 0)
            failing.first = section;
    }
    return failing;
}

void addResources(const workspace::Workspace& workspace, std::vector<HeadlineReason>& reasons) {
    const standard::Standard& standard = workspace.standard();
    for (const StageAssessment& stage : workspace.assessment().stages) {
        const Failing failing = failingOf(standard, stage);
        if (failing.first < 0)
            continue;
        QStringList texts;
        if (failing.tooFewMet > 0)
            texts += tr("%1 所学校未达 %2 项").arg(failing.tooFewMet).arg(standard.rowsMet);
        if (failing.belowFloor > 0)
            texts += tr("%1 所学校有单项低于 %2%").arg(failing.belowFloor).arg(assess::floorPercent(standard));
        const int row = stage.sectionRows[static_cast<std::size_t>(failing.first)];
        reasons.push_back(
            {.tone = Tone::Bad,
             .text = u"%1 %2"_s.arg(model::stageName(stage.stage), texts.join(tr("、"))),
             .target = {.page = OverviewTarget::Page::Resources, .section = workspace.data().sections().key(row)}});
    }
}

void addBalance(const workspace::Workspace& workspace, std::vector<HeadlineReason>& reasons) {
    const standard::Standard& standard = workspace.standard();
    int unnamed = 0;
    int named = 0;
    for (const StageAssessment& stage : workspace.assessment().stages) {
        for (std::size_t i = 0; i < stage.indicators.size(); ++i) {
            const assess::Coefficient& coefficient = stage.indicators[i].coefficient;
            if (coefficient.status != assess::BalanceStatus::Unmet)
                continue;
            if (named == kMostNamed) {
                ++unnamed;
                continue;
            }
            ++named;
            const model::SubjectKey section{
                .level = model::Level::Section, .school = {}, .part = model::stageId(stage.stage)};
            reasons.push_back(
                {.tone = Tone::Bad,
                 .text = tr("%1 %2 差异系数 %3 > %4")
                             .arg(model::stageName(stage.stage), standard.resource[i].id,
                                  assess::printedCoefficient(coefficient), assess::printedLimit(standard, stage.stage)),
                 .target = {
                     .page = OverviewTarget::Page::Balance, .section = section, .indicator = standard.resource[i].id}});
        }
    }
    if (unnamed > 0)
        reasons.push_back({.tone = Tone::Bad,
                           .text = tr("另有 %1 个差异系数超限").arg(unnamed),
                           .target = {.page = OverviewTarget::Page::Balance}});
}

void addMissing(const std::vector<plan::MissingCell>& missing, std::vector<HeadlineReason>& reasons) {
    if (missing.empty())
        return;
    int indicators = 0;
    std::set<plan::CoefficientPlace> coefficients;
    for (const plan::MissingCell& cell : missing) {
        indicators += cell.figures;
        coefficients.insert(cell.coefficients.begin(), cell.coefficients.end());
    }
    reasons.push_back({.tone = Tone::Open,
                       .text = tr("%1 格数据待填报，挡住 %2 项学校指标、%3 个差异系数")
                                   .arg(missing.size())
                                   .arg(indicators)
                                   .arg(coefficients.size()),
                       .target = {.page = OverviewTarget::Page::Entry, .cell = missing.front().cell}});
}

void addUnconfirmed(const model::CountyYear& year, std::vector<HeadlineReason>& reasons) {
    const std::vector<model::CellKey> cells = model::unconfirmedCells(year);
    if (!cells.empty())
        reasons.push_back({.tone = Tone::Open,
                           .text = tr("%1 格数据承接自上年，尚未确认").arg(cells.size()),
                           .target = {.page = OverviewTarget::Page::Entry, .cell = cells.front()}});
}

void addOpenRelaxations(const assess::Assessment& assessment, std::vector<HeadlineReason>& reasons) {
    if (!assessment.relaxationsOpen)
        return;
    const model::CellKey choice{.subject = model::SubjectKey::ofCounty(),
                                .item = &model::itemOf(items::relaxations_applied)};
    reasons.push_back({.tone = Tone::Open,
                       .text = tr("放宽条款是否计入还没有选定"),
                       .target = {.page = OverviewTarget::Page::Entry, .cell = choice}});
}

// The parts that do not come from the schools' figures, in one sentence.
void addOtherParts(const assess::Verdicts& verdicts, Verdict wanted, std::vector<HeadlineReason>& reasons) {
    QStringList names;
    QString first;
    for (const VerdictPart& part : std::span(kParts).subspan(kKnownParts)) {
        if (verdicts.*part.verdict != wanted)
            continue;
        if (names.isEmpty())
            first = QLatin1StringView(part.ids);
        names += tr(part.name);
    }
    if (!names.isEmpty())
        reasons.push_back({.tone = toneOf(wanted),
                           .text = u"%1 %2"_s.arg(names.join(tr("、")), assess::verdictWord(wanted)),
                           .target = {.page = OverviewTarget::Page::Parts, .indicator = first}});
}

} // namespace

std::vector<HeadlineReason> reasonsOf(const workspace::Workspace& workspace,
                                      const std::vector<plan::MissingCell>& missing) {
    std::vector<HeadlineReason> reasons;
    addOpenRelaxations(workspace.assessment(), reasons);
    addResources(workspace, reasons);
    addBalance(workspace, reasons);
    addOtherParts(workspace.assessment().verdicts, Verdict::Fail, reasons);
    addMissing(missing, reasons);
    addUnconfirmed(workspace.data(), reasons);
    addOtherParts(workspace.assessment().verdicts, Verdict::Missing, reasons);
    return reasons;
}

QString withoutRelaxationsText(const assess::Assessment& assessment) {
    if (!assessment.withoutRelaxations)
        return {};
    QStringList parts;
    for (const VerdictPart& part : kParts) {
        const Verdict strict = (*assessment.withoutRelaxations).*part.verdict;
        if (strict != assessment.verdicts.*part.verdict)
            parts += u"%1%2"_s.arg(tr(part.name), wordAndMark(strict));
    }
    if (parts.isEmpty())
        return {};
    const Verdict overall = assessment.withoutRelaxations->overall;
    return tr("不用放宽条款：总体%1（%2）").arg(wordAndMark(overall), parts.join(tr("、")));
}

} // namespace junheng::ui
