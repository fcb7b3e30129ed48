#include "ui/pages/balance/driver_model.h"

#include "base/index.h"
#include "plan/driver_sentence.h"

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using base::at;

namespace {

QString percent(double share) {
    return QString::number(100 * share, 'f', 1) + u'%';
}

// One that is far off needs no decimal.
QString signedPercent(double share) {
    constexpr double kFar = 10;
    const double size = std::abs(share);
    return (share < 0 ? u"−"_s : u"+"_s) + (size < kFar ? percent(size) : QString::number(100 * size, 'f', 0) + u'%');
}

} // namespace

DriverModel::DriverModel(const workspace::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace) {}

void DriverModel::showCoefficient(const assess::StageAssessment& stage, int indicator) {
    beginResetModel();
    m_balance.emplace(m_workspace.data(), m_workspace.standard(), stage, indicator);
    m_drivers = m_balance->drivers();
    if (!m_balance->isKnown()) {
        // Nobody drives it; those in its way come first.
        const auto& statuses = stage.column(indicator).statuses;
        std::ranges::stable_partition(m_drivers, [&](const plan::Driver& driver) {
            return statuses[at(driver.section)] == assess::Status::Missing;
        });
    }
    m_without.assign(m_drivers.size(), std::nullopt);
    endResetModel();
}

void DriverModel::clear() {
    beginResetModel();
    m_balance.reset();
    m_drivers.clear();
    m_without.clear();
    endResetModel();
}

model::SubjectKey DriverModel::keyAt(int row) const {
    return m_workspace.data().sections().key(m_balance->stage().sectionRows[at(sectionAt(row))]);
}

int DriverModel::rowOf(const model::SubjectKey& section) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (keyAt(row) == section)
            return row;
    }
    return -1;
}

int DriverModel::rowOfSection(int section) const {
    const auto found = std::ranges::find(m_drivers, section, &plan::Driver::section);
    return found == m_drivers.end() ? -1 : static_cast<int>(found - m_drivers.begin());
}

const std::optional<assess::Coefficient>& DriverModel::without(int row) const {
    auto& known = m_without[at(row)];
    if (!known)
        known = m_balance->without(sectionAt(row));
    return *known;
}

double DriverModel::deviationOf(const plan::Driver& driver) const {
    const double mean = m_balance->coefficient().mean;
    return m_balance->stage().column(m_balance->indicator()).values[at(driver.section)] / mean - 1;
}

int DriverModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_drivers.size());
}

int DriverModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DriverModel::data(const QModelIndex& index, int role) const {
    const plan::Driver& driver = m_drivers[at(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(driver, index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == School ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == School ? QVariant(text(driver, index.row(), School)) : QVariant();
    case ToneRole:
        return static_cast<int>(toneAt(driver, index.row(), index.column()));
    case kSortRole:
        return sortKey(driver, index.row(), index.column());
    default:
        return {};
    }
}

QString DriverModel::text(const plan::Driver& driver, int row, int column) const {
    const assess::StageAssessment& stage = m_balance->stage();
    const bool known = m_balance->isKnown();
    const QString none = u"—"_s;
    switch (column) {
    case Rank:
        return QString::number(row + 1);
    case School:
        return plan::schoolNameOf(m_workspace.data(), stage, driver.section);
    case Value: {
        const QString printed = assess::printedValue(m_workspace.data(), m_workspace.standard(), stage, driver.section,
                                                     m_balance->indicator());
        return printed.isEmpty() ? assess::statusWord(assess::Status::Missing) : printed;
    }
    case Deviation:
        return known ? signedPercent(deviationOf(driver)) : none;
    case Share:
        return known ? percent(driver.share) : none;
    case Cumulative:
        return known ? percent(driver.cumulative) : none;
    case Without:
        return known && without(row) ? assess::printedCoefficient(*without(row)) : none;
    case OneMore: {
        const double change = known ? m_balance->changeByMore(driver.section, 1) : 0;
        return change > 0 ? tr("↑ 升高") : change < 0 ? tr("↓ 降低") : none;
    }
    default:
        return {};
    }
}

QVariant DriverModel::sortKey(const plan::Driver& driver, int row, int column) const {
    const bool known = m_balance->isKnown();
    const assess::IndicatorColumn& judged = m_balance->stage().column(m_balance->indicator());
    switch (column) {
    case School:
        return text(driver, row, School);
    case Value:
        return judged.statuses[at(driver.section)] == assess::Status::Missing ? QVariant()
                                                                              : judged.values[at(driver.section)];
    case Deviation:
        return known ? QVariant(deviationOf(driver)) : QVariant();
    case Without:
        return known && without(row) ? QVariant(without(row)->cv) : QVariant();
    case OneMore:
        return known ? QVariant(m_balance->changeByMore(driver.section, 1)) : QVariant();
    default:
        return static_cast<double>(row);
    }
}

Tone DriverModel::toneAt(const plan::Driver& driver, int row, int column) const {
    const bool judged = at(m_balance->indicator()) < m_workspace.standard().resource.size();
    if (column == Value && judged)
        return toneOf(m_balance->stage().column(m_balance->indicator()).statuses[at(driver.section)]);
    if (column == Without && m_balance->isKnown() && without(row))
        return toneOf(without(row)->status);
    return Tone::None;
}

QVariant DriverModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || !m_balance)
        return {};
    const standard::ResourceIndicator& rule = m_workspace.standard().balanceIndicator(m_balance->indicator());
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Deviation:
            return tr("比全县平均值高或低多少");
        case Share:
            return tr("在校学生数 ×（学校值 − 平均值）²，占各校之和的百分比");
        case Without:
            return tr("没有这所学校时，其余学校的差异系数和结论");
        case OneMore:
            return tr("该校本学段再增加 1 %1，差异系数升高还是降低\n（分界：平均值 ×（1 + 差异系数²））")
                .arg(rule.naturalUnit);
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Rank:
        return tr("序");
    case School:
        return tr("学校");
    case Value:
        return u"%1\n%2"_s.arg(rule.shortName, rule.unit);
    case Deviation:
        return tr("比平\n均值");
    case Share:
        return tr("占差异");
    case Cumulative:
        return tr("累计");
    case Without:
        return tr("没有该校\n差异系数");
    case OneMore:
        return tr("再增加\n1 %1").arg(rule.naturalUnit);
    default:
        return {};
    }
}

} // namespace junheng::ui
