#include "ui/pages/resources/coefficient_model.h"

#include "base/index.h"
#include "base/rounding.h"
#include "ui/widgets/tone.h"

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using base::at;

namespace {

auto countOf(const assess::StageAssessment& stage, assess::BalanceStatus wanted) {
    return std::ranges::count_if(stage.indicators, [wanted](const assess::IndicatorColumn& column) {
        return column.coefficient.status == wanted;
    });
}

assess::BalanceStatus statusOf(const assess::StageAssessment& stage) {
    if (countOf(stage, assess::BalanceStatus::Unmet) > 0)
        return assess::BalanceStatus::Unmet;
    return countOf(stage, assess::BalanceStatus::Missing) > 0 ? assess::BalanceStatus::Missing
                                                              : assess::BalanceStatus::Met;
}

QString coefficientText(const assess::Coefficient& coefficient) {
    if (coefficient.status == assess::BalanceStatus::Missing)
        return assess::verdictWord(coefficient.status);
    return assess::printedCoefficient(coefficient);
}

} // namespace

CoefficientModel::CoefficientModel(const workspace::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace) {
    reload();
}

void CoefficientModel::reload() {
    beginResetModel();
    m_columns = ResourceColumns(m_workspace.isOpen() ? static_cast<int>(m_workspace.standard().resource.size()) : 0);
    endResetModel();
}

const assess::StageAssessment& CoefficientModel::stage(int row) const {
    return m_workspace.assessment().stages[at(row / 2)];
}

int CoefficientModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !m_workspace.isOpen())
        return 0;
    return static_cast<int>(m_workspace.assessment().stages.size()) * 2;
}

int CoefficientModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns.count();
}

QVariant CoefficientModel::data(const QModelIndex& index, int role) const {
    const int column = index.column();
    const assess::StageAssessment& found = stage(index.row());
    if (role == Qt::TextAlignmentRole) {
        const bool number = column == ResourceColumns::kPupils || m_columns.indicator(column);
        const auto side = column == ResourceColumns::kSchool ? Qt::AlignLeft
                          : number                           ? Qt::AlignRight
                                                             : Qt::AlignHCenter;
        return QVariant::fromValue(side | Qt::AlignVCenter);
    }
    if (column == ResourceColumns::kStage)
        return role == Qt::DisplayRole ? QVariant(model::stageName(found.stage)) : QVariant();
    return index.row() % 2 == 0 ? meanData(found, column, role) : coefficientData(found, column, role);
}

QVariant CoefficientModel::meanData(const assess::StageAssessment& stage, int column, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (column == ResourceColumns::kSchool)
        return tr("平均值（%1 校）").arg(stage.sectionCount());
    if (column == ResourceColumns::kPupils)
        return QString::number(stage.totalPupils(), 'f', 0);
    if (const auto indicator = m_columns.indicator(column)) {
        if (!stage.indicators[at(*indicator)].coefficient.hasMean)
            return assess::statusWord(assess::Status::Missing);
        return assess::printedMean(m_workspace.data(), m_workspace.standard(), stage, *indicator);
    }
    return {};
}

QVariant CoefficientModel::coefficientData(const assess::StageAssessment& stage, int column, int role) const {
    const QString limit = assess::printedLimit(m_workspace.standard(), stage.stage);
    if (const auto indicator = m_columns.indicator(column)) {
        const assess::Coefficient& coefficient = stage.indicators[at(*indicator)].coefficient;
        const QString borderline = coefficient.borderline ? tr("临界，按印出的数字会得出另一个结论") : QString();
        switch (role) {
        case Qt::DisplayRole:
            return coefficientText(coefficient);
        case Qt::ToolTipRole:
            return tr("差异系数 %1（限值 ≤ %2）：%3\n%4")
                .arg(coefficientText(coefficient), limit, assess::verdictWord(coefficient.status), borderline)
                .trimmed();
        case Qt::AccessibleTextRole:
            return QString(coefficientText(coefficient) + u' ' + assess::verdictWord(coefficient.status) + borderline);
        case ToneRole:
            return static_cast<int>(toneOf(coefficient.status));
        case TagRole:
            return coefficient.borderline ? u"临"_s : QString();
        default:
            return {};
        }
    }
    if (column == m_columns.verdict()) {
        if (role == ToneRole)
            return static_cast<int>(toneOf(statusOf(stage)));
        if (role == Qt::ToolTipRole && stage.composite) {
            return tr("综合差异系数 %1，只供参考，不作判定")
                .arg(base::printHalfUp(*stage.composite, m_workspace.standard().coefficientDecimals, nullptr));
        }
        return role == Qt::DisplayRole ? QVariant(assess::verdictWord(statusOf(stage))) : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    if (column == ResourceColumns::kSchool)
        return tr("差异系数（≤ %1）").arg(limit);
    return column == m_columns.met() ? QVariant(QString::number(countOf(stage, assess::BalanceStatus::Met)))
                                     : QVariant();
}

} // namespace junheng::ui
