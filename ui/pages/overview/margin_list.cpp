#include "ui/pages/overview/margin_list.h"

#include "plan/gap.h"

namespace junheng::ui {

namespace {

enum Column : std::uint8_t { kStage, kSchool, kPupils, kMet, kMore, kColumns };
static_assert(kSchool == MarginList::kSchoolColumn);

} // namespace

void MarginList::show(const workspace::Workspace& workspace) {
    beginResetModel();
    m_rows.clear();
    const model::CountyYear& year = workspace.data();
    plan::GapFinder finder(year, workspace.standard());
    for (const plan::NearSection& near : finder.nearestToFailing(workspace.assessment(), kMostRows)) {
        const assess::StageAssessment& stage = *near.place.stage;
        const auto section = static_cast<std::size_t>(near.place.section);
        const model::SubjectKey& key = year.sections().key(stage.sectionRows[section]);
        QString more = tr("再增加 %1 人").arg(near.margin.pupils + 1);
        if (!near.margin.campus.school.isEmpty())
            more += tr("（%1）").arg(model::partLabel(near.margin.campus));
        m_rows.push_back({.texts = {model::stageName(stage.stage), year.schoolName(key.school),
                                    QString::number(stage.pupils[section], 'f', 0),
                                    tr("%1 / %2").arg(stage.met[section]).arg(stage.indicators.size()), more},
                          .target = {.page = OverviewTarget::Page::Resources, .section = key}});
    }
    endResetModel();
}

int MarginList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MarginList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant MarginList::data(const QModelIndex& index, int role) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.texts.at(index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() <= kSchool ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case kTargetRole:
        return QVariant::fromValue(row.target);
    default:
        return {};
    }
}

QVariant MarginList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section <= kSchool ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kStage:
        return tr("学段");
    case kSchool:
        return tr("学校");
    case kPupils:
        return tr("在校生（人）");
    case kMet:
        return tr("达标项数");
    default:
        return tr("学生增加多少即不达标");
    }
}

} // namespace junheng::ui
