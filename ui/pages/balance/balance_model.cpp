#include "ui/pages/balance/balance_model.h"

#include "base/index.h"
#include "base/rounding.h"
#include "ui/widgets/tone.h"

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using base::at;

namespace {

const assess::Coefficient& coefficientAt(const BalanceModel::Place& place) {
    return place.stage->column(place.indicator).coefficient;
}

bool isKnown(const assess::Coefficient& coefficient) {
    return coefficient.status != assess::BalanceStatus::Missing;
}

// "+0.123": how far below its limit, "−0.147": how far above.
QString headroomText(const standard::Standard& standard, model::Stage stage, const assess::Coefficient& coefficient) {
    const base::Rational rest =
        base::toRational(standard.balanceLimit[standard::stageIndex(stage)]) - base::toRational(coefficient.printed);
    const QString digits = base::printHalfUp(base::Rational(abs(rest)), standard.coefficientDecimals);
    return (rest < 0 ? u"−"_s : u"+"_s) + digits;
}

} // namespace

const assess::Coefficient* strictCoefficient(const assess::StageAssessment& stage, int indicator) {
    if (!stage.withoutRelaxations)
        return nullptr;
    // Relaxations touch resource indicators only.
    if (at(indicator) >= stage.withoutRelaxations->coefficients.size())
        return nullptr;
    const assess::Coefficient& strict = stage.withoutRelaxations->coefficients[at(indicator)];
    const assess::Coefficient& judged = stage.indicators[at(indicator)].coefficient;
    return isKnown(strict) && strict.cv != judged.cv ? &strict : nullptr;
}

BalanceModel::BalanceModel(const workspace::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace) {}

void BalanceModel::reload() {
    beginResetModel();
    endResetModel();
}

BalanceModel::Place BalanceModel::place(int row) const {
    const auto& stages = m_workspace.assessment().stages;
    const int indicators = m_workspace.standard().balanceCount();
    return {.stage = &stages[at(row / indicators)], .indicator = row % indicators};
}

int BalanceModel::rowOf(model::Stage stage, int indicator) const {
    for (int row = 0; row < rowCount(); ++row) {
        const Place found = place(row);
        if (found.stage->stage == stage && found.indicator == indicator)
            return row;
    }
    return -1;
}

int BalanceModel::worstRow() const {
    for (int row = 0; row < rowCount(); ++row) {
        if (coefficientAt(place(row)).status == assess::BalanceStatus::Unmet)
            return row;
    }
    return rowCount() > 0 ? 0 : -1;
}

bool BalanceModel::hasStrict() const {
    for (int row = 0; row < rowCount(); ++row) {
        const Place found = place(row);
        if (strictCoefficient(*found.stage, found.indicator) != nullptr)
            return true;
    }
    return false;
}

int BalanceModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !m_workspace.isOpen())
        return 0;
    return static_cast<int>(m_workspace.assessment().stages.size()) * m_workspace.standard().balanceCount();
}

int BalanceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BalanceModel::data(const QModelIndex& index, int role) const {
    const Place found = place(index.row());
    const assess::Coefficient& coefficient = coefficientAt(found);
    switch (role) {
    case Qt::DisplayRole:
        return text(found, index.column());
    case Qt::TextAlignmentRole: {
        const bool number = index.column() > Indicator && index.column() != Verdict;
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case ToneRole:
        return static_cast<int>(index.column() == Verdict ? toneOf(coefficient.status) : Tone::None);
    case TagRole:
        return index.column() == Coefficient && coefficient.borderline ? u"临"_s : QString();
    case Qt::ToolTipRole:
        return toolTip(found);
    default:
        return {};
    }
}

QString BalanceModel::text(const Place& place, int column) const {
    const standard::Standard& standard = m_workspace.standard();
    const standard::ResourceIndicator& rule = standard.balanceIndicator(place.indicator);
    const assess::Coefficient& coefficient = coefficientAt(place);
    const QString none = u"—"_s;
    switch (column) {
    case Stage:
        return model::stageName(place.stage->stage);
    case Indicator:
        return rule.id + u' ' + rule.shortName;
    case Coefficient:
        return isKnown(coefficient) ? assess::printedCoefficient(coefficient) : none;
    case Limit:
        return assess::printedLimit(standard, place.stage->stage);
    case Verdict:
        return rule.tested ? assess::verdictWord(coefficient.status) : tr("只列示");
    case Headroom:
        return isKnown(coefficient) ? headroomText(standard, place.stage->stage, coefficient) : none;
    case Mean:
        return coefficient.hasMean ? assess::printedMean(m_workspace.data(), standard, *place.stage, place.indicator)
                                   : none;
    case Deviation:
        return coefficient.hasMean ? base::printHalfUp(coefficient.standardDeviation, standard.valueDecimals, nullptr)
                                   : none;
    case Strict: {
        const assess::Coefficient* strict = strictCoefficient(*place.stage, place.indicator);
        if (strict == nullptr)
            return QString(none);
        return assess::printedCoefficient(*strict) + u' ' + markOf(toneOf(strict->status));
    }
    default:
        return {};
    }
}

QString BalanceModel::toolTip(const Place& place) const {
    const standard::ResourceIndicator& rule = m_workspace.standard().balanceIndicator(place.indicator);
    const assess::Coefficient& coefficient = coefficientAt(place);
    QStringList lines{u"%1 %2 %3（%4）"_s.arg(model::stageName(place.stage->stage), rule.id, rule.title, rule.unit)};
    if (coefficient.borderline)
        lines += tr("临：临界，按印出的数字会得出另一个结论；以未四舍五入的数字判定");
    if (!isKnown(coefficient))
        lines += coefficient.hasMean ? tr("全县平均值为 0，差异系数无法计算")
                                     : tr("有数据未填报，按 Enter 键转到要填的数据");
    return lines.join(u'\n');
}

QVariant BalanceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::ToolTipRole && section == Strict)
        return tr("不用放宽条款时的差异系数；只在与左边不同时列出");
    if (role == Qt::ToolTipRole && section == Headroom)
        return tr("限值减差异系数：负数表示超出限值");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Stage:
        return tr("学段");
    case Indicator:
        return tr("指标");
    case Coefficient:
        return tr("差异系数");
    case Limit:
        return tr("限值");
    case Verdict:
        return tr("结论");
    case Headroom:
        return tr("余量");
    case Mean:
        return tr("平均值");
    case Deviation:
        return tr("标准差");
    case Strict:
        return tr("不放宽");
    default:
        return {};
    }
}

} // namespace junheng::ui
