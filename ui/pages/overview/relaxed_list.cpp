#include "ui/pages/overview/relaxed_list.h"

#include "base/rounding.h"
#include "ui/widgets/tone.h"

namespace junheng::ui {

namespace {

enum Column : std::uint8_t { kStage, kSchool, kIndicator, kRelaxed, kStrict, kColumns };
static_assert(kSchool == RelaxedList::kSchoolColumn);

} // namespace

void RelaxedList::show(const workspace::Workspace& workspace) {
    beginResetModel();
    m_rows.clear();
    const model::CountyYear& year = workspace.data();
    const standard::Standard& standard = workspace.standard();
    for (const assess::StageAssessment& stage : workspace.assessment().stages) {
        if (!stage.withoutRelaxations)
            continue;
        for (const assess::WithoutRelaxation& strict : stage.withoutRelaxations->figures) {
            const auto section = static_cast<std::size_t>(strict.section);
            const auto indicator = static_cast<std::size_t>(strict.indicator);
            const assess::IndicatorColumn& column = stage.indicators[indicator];
            const model::SubjectKey& key = year.sections().key(stage.sectionRows[section]);
            const QString& id = standard.resource[indicator].id;
            const auto relaxation = static_cast<std::size_t>(column.relaxation[section]);
            m_rows.push_back({.texts = {model::stageName(stage.stage), year.schoolName(key.school), id,
                                        assess::printedValue(year, standard, stage, strict.section, strict.indicator),
                                        base::printHalfUp(strict.value, standard.valueDecimals, {})},
                              .relaxedTone = static_cast<int>(toneOf(column.statuses[section])),
                              .strictTone = static_cast<int>(toneOf(strict.status)),
                              .toolTip = standard.relaxations[relaxation].title,
                              .target = {.page = OverviewTarget::Page::Resources, .section = key, .indicator = id}});
        }
    }
    endResetModel();
}

int RelaxedList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RelaxedList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant RelaxedList::data(const QModelIndex& index, int role) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.texts.at(index.column());
    case Qt::ToolTipRole:
        return row.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() >= kRelaxed ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ToneRole:
        if (index.column() == kRelaxed)
            return row.relaxedTone;
        return index.column() == kStrict ? QVariant(row.strictTone) : QVariant();
    case kTargetRole:
        return QVariant::fromValue(row.target);
    default:
        return {};
    }
}

QVariant RelaxedList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= kRelaxed ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kStage:
        return tr("学段");
    case kSchool:
        return tr("学校");
    case kIndicator:
        return tr("指标");
    case kRelaxed:
        return tr("放宽");
    default:
        return tr("不放宽");
    }
}

} // namespace junheng::ui
