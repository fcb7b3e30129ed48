#include "ui/pages/resources/resources_model.h"

#include "base/index.h"
#include "ui/widgets/tone.h"

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using base::at;

namespace {

const assess::IndicatorColumn& columnOf(const ResourcesModel::Place& place, int indicator) {
    return place.stage->indicators[at(indicator)];
}

// 未达标 first when sorted ascending: what needs work comes before what is unknown and what is done.
int rankOf(assess::Verdict verdict) {
    switch (verdict) {
    case assess::Verdict::Fail:
        return 0;
    case assess::Verdict::Missing:
        return 1;
    case assess::Verdict::Pass:
        break;
    }
    return 2;
}

bool anyStatus(const ResourcesModel::Place& place, assess::Status wanted) {
    return std::ranges::any_of(place.stage->indicators, [&](const assess::IndicatorColumn& column) {
        return column.statuses[at(place.section)] == wanted;
    });
}

} // namespace

ResourcesModel::ResourcesModel(const workspace::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace) {
    reload();
}

void ResourcesModel::reload() {
    beginResetModel();
    m_rows.clear();
    m_columns = ResourceColumns();
    if (m_workspace.isOpen()) {
        m_columns = ResourceColumns(static_cast<int>(m_workspace.standard().resource.size()));
        const auto& stages = m_workspace.assessment().stages;
        for (int stage = 0; stage < static_cast<int>(stages.size()); ++stage) {
            for (int section = 0; section < stages[at(stage)].sectionCount(); ++section)
                m_rows.push_back({.stage = stage, .section = section});
        }
    }
    endResetModel();
}

ResourcesModel::Place ResourcesModel::place(int row) const {
    const Row& found = m_rows[at(row)];
    return {.stage = &m_workspace.assessment().stages[at(found.stage)], .section = found.section};
}

model::SubjectKey ResourcesModel::sectionKey(int row) const {
    const Place found = place(row);
    return m_workspace.data().sections().key(found.stage->sectionRows[at(found.section)]);
}

int ResourcesModel::rowOf(const model::SubjectKey& section) const {
    const int sectionRow = m_workspace.isOpen() ? m_workspace.data().sections().find(section) : -1;
    if (sectionRow < 0)
        return -1;
    for (int row = 0; row < rowCount(); ++row) {
        const Place found = place(row);
        if (found.stage->sectionRows[at(found.section)] == sectionRow)
            return row;
    }
    return -1;
}

bool ResourcesModel::passes(int row, SectionFilter filter) const {
    const Place found = place(row);
    switch (filter) {
    case SectionFilter::All:
        break;
    case SectionFilter::Failed:
        return found.stage->verdicts[at(found.section)] == assess::Verdict::Fail;
    case SectionFilter::BelowFloor:
        return anyStatus(found, assess::Status::Below);
    case SectionFilter::Borderline:
        return std::ranges::any_of(found.stage->indicators, [&](const assess::IndicatorColumn& column) {
            return column.borderline[at(found.section)] != 0;
        });
    case SectionFilter::Missing:
        return anyStatus(found, assess::Status::Missing);
    }
    return true;
}

int ResourcesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ResourcesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns.count();
}

QVariant ResourcesModel::data(const QModelIndex& index, int role) const {
    const Place found = place(index.row());
    if (const auto indicator = m_columns.indicator(index.column()))
        return indicatorData(found, *indicator, role);
    return sectionData(found, index.column(), role);
}

QString ResourcesModel::schoolName(const Place& place) const {
    const model::CountyYear& year = m_workspace.data();
    return year.schoolName(year.schools().key(place.stage->schoolRows[at(place.section)]).school);
}

QVariant ResourcesModel::sectionData(const Place& place, int column, int role) const {
    const std::size_t section = at(place.section);
    const bool pupilsGiven = place.stage->pupilsGiven[section] != 0;
    const assess::Verdict verdict = place.stage->verdicts[section];
    const bool text = role == Qt::DisplayRole;
    if (role == Qt::TextAlignmentRole) {
        const auto side = column == ResourceColumns::kSchool   ? Qt::AlignLeft
                          : column == ResourceColumns::kPupils ? Qt::AlignRight
                                                               : Qt::AlignHCenter;
        return QVariant::fromValue(side | Qt::AlignVCenter);
    }
    if (column == ResourceColumns::kStage) {
        if (text)
            return model::stageName(place.stage->stage);
        return role == kSortRole ? QVariant(static_cast<double>(place.stage->stage)) : QVariant();
    }
    if (column == ResourceColumns::kSchool) {
        if (role == Qt::ToolTipRole)
            return u"%1\n%2"_s.arg(schoolName(place),
                                   m_workspace.data().schools().key(place.stage->schoolRows[section]).school);
        return text || role == kSortRole ? QVariant(schoolName(place)) : QVariant();
    }
    if (column == ResourceColumns::kPupils) {
        if (text)
            return pupilsGiven ? QString::number(place.stage->pupils[section], 'f', 0)
                               : assess::statusWord(assess::Status::Missing);
        return role == kSortRole && pupilsGiven ? QVariant(place.stage->pupils[section]) : QVariant();
    }
    if (column == m_columns.met()) {
        if (text)
            return QString::number(place.stage->met[section]);
        return role == kSortRole ? QVariant(static_cast<double>(place.stage->met[section])) : QVariant();
    }
    if (role == ToneRole)
        return static_cast<int>(toneOf(verdict));
    if (role == Qt::ToolTipRole)
        return assess::remarkOf(m_workspace.standard(), *place.stage, place.section);
    if (text)
        return assess::verdictWord(verdict);
    return role == kSortRole ? QVariant(static_cast<double>(rankOf(verdict))) : QVariant();
}

QString ResourcesModel::indicatorText(const Place& place, int indicator) const {
    if (columnOf(place, indicator).statuses[at(place.section)] == assess::Status::Missing)
        return assess::statusWord(assess::Status::Missing);
    return assess::printedValue(m_workspace.data(), m_workspace.standard(), *place.stage, place.section, indicator);
}

QStringList ResourcesModel::remarks(const Place& place, int indicator) const {
    const assess::IndicatorColumn& column = columnOf(place, indicator);
    QStringList lines;
    if (const std::int8_t relaxation = column.relaxation[at(place.section)]; relaxation >= 0)
        lines += tr("松：%1").arg(m_workspace.standard().relaxations[at(relaxation)].title);
    if (column.borderline[at(place.section)] != 0)
        lines += tr("临：临界，按印出的数字会得出另一个结论；以未四舍五入的数字判定");
    return lines;
}

QVariant ResourcesModel::indicatorData(const Place& place, int indicator, int role) const {
    const assess::IndicatorColumn& column = columnOf(place, indicator);
    const std::size_t section = at(place.section);
    const assess::Status status = column.statuses[section];
    switch (role) {
    case Qt::DisplayRole:
        return indicatorText(place, indicator);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return (QStringList{assess::statusWord(m_workspace.standard(), status)} + remarks(place, indicator))
            .join(u'\n');
    case Qt::AccessibleTextRole:
        return (QStringList{indicatorText(place, indicator), assess::statusWord(m_workspace.standard(), status)} +
                remarks(place, indicator))
            .join(u' ');
    case ToneRole:
        return static_cast<int>(toneOf(status));
    case TagRole:
        return QString((column.relaxation[section] >= 0 ? u"松"_s : QString()) +
                       (column.borderline[section] != 0 ? u"临"_s : QString()));
    case kSortRole:
        return status == assess::Status::Missing ? QVariant() : QVariant(column.values[section]);
    default:
        return {};
    }
}

QVariant ResourcesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (const auto indicator = m_columns.indicator(section)) {
        const standard::Standard& standard = m_workspace.standard();
        if (role == Qt::DisplayRole)
            return indicatorHeading(standard.resource[at(*indicator)]);
        return role == Qt::ToolTipRole ? indicatorToolTip(standard, standard.resource[at(*indicator)]) : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    if (section == ResourceColumns::kStage)
        return tr("学段");
    if (section == ResourceColumns::kSchool)
        return tr("学校");
    if (section == ResourceColumns::kPupils)
        return tr("在校生\n人");
    return section == m_columns.met() ? tr("达标\n项数") : tr("结论");
}

} // namespace junheng::ui
