#include "ui/pages/overview/gap_list.h"

#include "plan/gap.h"
#include "ui/widgets/tone.h"

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Column : std::uint8_t { kStage, kSchool, kIndicator, kFigure, kToThreshold, kToFloor, kRemedy, kColumns };
static_assert(kSchool == GapList::kSchoolColumn);

// What it takes, when this is the only thing to say about the section.
QString remedyOf(const standard::Standard& standard, const plan::UnmetFigure& figure) {
    if (!figure.decides)
        return GapList::tr("已达 %1 项，可不补").arg(standard.rowsMet);
    return plan::remedyText(standard, plan::remedyOf(standard, *figure.place.stage, figure.place.section));
}

} // namespace

void GapList::show(const workspace::Workspace& workspace) {
    beginResetModel();
    m_rows.clear();
    const model::CountyYear& year = workspace.data();
    const standard::Standard& standard = workspace.standard();
    std::vector<plan::UnmetFigure> unmet = plan::unmetFigures(standard, workspace.assessment());
    m_unmet = static_cast<int>(unmet.size());
    unmet.resize(std::min<std::size_t>(unmet.size(), kMostRows));
    plan::GapFinder finder(year, standard);
    for (const plan::UnmetFigure& figure : unmet) {
        const auto gap = finder.gap(figure.place, figure.indicator);
        if (!gap)
            continue;
        const assess::StageAssessment& stage = *figure.place.stage;
        const auto section = static_cast<std::size_t>(figure.place.section);
        const standard::ResourceIndicator& rule = standard.resource[static_cast<std::size_t>(figure.indicator)];
        const model::SubjectKey& key = year.sections().key(stage.sectionRows[section]);
        const standard::Threshold& threshold = rule.threshold[standard::stageIndex(stage.stage)];
        m_rows.push_back(
            {.texts = {model::stageName(stage.stage), year.schoolName(key.school), rule.id,
                       u"%1 / %2"_s.arg(
                           assess::printedValue(year, standard, stage, figure.place.section, figure.indicator),
                           threshold.text.toShortString()),
                       plan::amountText(standard, *gap, gap->toThreshold),
                       gap->toFloor ? plan::amountText(standard, *gap, *gap->toFloor) : u"—"_s,
                       remedyOf(standard, figure)},
             .toolTip = tr("%1 %2，标准 %3%4").arg(rule.id, rule.title, threshold.text.toShortString(), rule.unit),
             .tone = static_cast<int>(
                 toneOf(stage.indicators[static_cast<std::size_t>(figure.indicator)].statuses[section])),
             .target = {.page = OverviewTarget::Page::Resources, .section = key, .indicator = rule.id}});
    }
    endResetModel();
}

int GapList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GapList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant GapList::data(const QModelIndex& index, int role) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.texts.at(index.column());
    case Qt::ToolTipRole:
        return u"%1\n%2"_s.arg(row.texts.at(index.column()), row.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == kFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ToneRole:
        return index.column() == kFigure ? QVariant(row.tone) : QVariant();
    case kTargetRole:
        return QVariant::fromValue(row.target);
    default:
        return {};
    }
}

QVariant GapList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kStage:
        return tr("学段");
    case kSchool:
        return tr("学校");
    case kIndicator:
        return tr("指标");
    case kFigure:
        return tr("现值 / 标准");
    case kToThreshold:
        return tr("达标还差");
    case kToFloor:
        return tr("到 85% 还差");
    default:
        return tr("怎样过关");
    }
}

} // namespace junheng::ui
