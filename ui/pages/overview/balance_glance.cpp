#include "ui/pages/overview/balance_glance.h"

#include "ui/widgets/tone.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

void BalanceGlance::show(const workspace::Workspace& workspace) {
    std::vector<std::vector<Cell>> rows;
    const standard::Standard& standard = workspace.standard();
    const auto& stages = workspace.assessment().stages;
    QStringList headings{tr("指标")};
    for (const assess::StageAssessment& stage : stages)
        headings += u"%1 ≤ %2"_s.arg(model::stageName(stage.stage), assess::printedLimit(standard, stage.stage));
    for (int i = 0; i < standard.balanceCount(); ++i) {
        const standard::ResourceIndicator& rule = standard.balanceIndicator(i);
        OverviewTarget target{.page = OverviewTarget::Page::Balance, .indicator = rule.id};
        std::vector<Cell> row{{.text = u"%1 %2"_s.arg(rule.id, rule.shortName),
                               .toolTip = rule.title,
                               .tone = {},
                               .share = {},
                               .target = target}};
        for (const assess::StageAssessment& stage : stages) {
            const assess::Coefficient& coefficient = stage.column(i).coefficient;
            const bool known = coefficient.status != assess::BalanceStatus::Missing;
            const QString figure =
                known ? assess::printedCoefficient(coefficient) : assess::verdictWord(coefficient.status);
            const QString limit = assess::printedLimit(standard, stage.stage);
            target.section = {.level = model::Level::Section, .school = {}, .part = model::stageId(stage.stage)};
            row.push_back({.text = figure,
                           .toolTip = tr("%1 %2 差异系数 %3，限值 %4，%5")
                                          .arg(model::stageName(stage.stage), rule.id, figure, limit,
                                               assess::verdictWord(coefficient.status)),
                           .tone = static_cast<int>(toneOf(coefficient.status)),
                           .share = known ? QVariant(coefficient.cv / limit.toDouble()) : QVariant(),
                           .target = target});
        }
        rows.push_back(std::move(row));
    }
    // The shape changes with the standard only; a view takes long to lay itself out anew.
    const bool reshaped = headings != m_headings || rows.size() != m_rows.size();
    if (!reshaped && rows == m_rows)
        return;
    if (reshaped)
        beginResetModel();
    m_headings = std::move(headings);
    m_rows = std::move(rows);
    if (reshaped)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int BalanceGlance::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BalanceGlance::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant BalanceGlance::data(const QModelIndex& index, int role) const {
    const Cell& cell = m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return cell.toolTip;
    case ToneRole:
        return cell.tone;
    case kShareRole:
        return cell.share;
    case kTargetRole:
        return QVariant::fromValue(cell.target);
    default:
        return {};
    }
}

QVariant BalanceGlance::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headings.value(section);
}

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (!index.data(ToneRole).isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    constexpr int kMargin = 6;
    constexpr double kLimitAt = 0.62; // of the bar's room, so that what is over the limit shows
    const auto tone = static_cast<Tone>(index.data(ToneRole).toInt());
    const bool selected = (cell.state & QStyle::State_Selected) != 0;
    const QColor plain = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor ink = selected ? plain : inkOf(tone, cell.palette);
    const int markWidth = cell.fontMetrics.horizontalAdvance(u'〇');
    const int textWidth = cell.fontMetrics.horizontalAdvance(u"待填报"_s) + markWidth + kMargin;
    const QRect room = cell.rect.adjusted(kMargin, 0, -kMargin, 0);
    const QRect words(room.right() - textWidth, room.top(), textWidth, room.height());
    const int height = std::clamp(room.height() / 3, 6, 14);
    const QRect bar(room.left(), room.center().y() - height / 2, words.left() - room.left() - kMargin, height);

    painter->save();
    painter->fillRect(bar, selected ? QColor(plain.red(), plain.green(), plain.blue(), 50)
                                    : cell.palette.color(QPalette::AlternateBase));
    if (const QVariant share = index.data(BalanceGlance::kShareRole); share.isValid()) {
        const double length = std::min(1.0, share.toDouble() * kLimitAt);
        painter->fillRect(QRectF(bar.left(), bar.top(), bar.width() * length, bar.height()), ink);
    }
    painter->setPen(QPen(plain, 2));
    const double limit = bar.left() + bar.width() * kLimitAt;
    painter->drawLine(QPointF(limit, bar.top() - 3), QPointF(limit, bar.bottom() + 4));
    painter->setPen(ink);
    painter->drawText(words.adjusted(words.width() - markWidth, 0, 0, 0), Qt::AlignCenter, markOf(tone));
    painter->setPen(tone == Tone::Open ? ink : plain);
    painter->drawText(words.adjusted(0, 0, -markWidth, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace junheng::ui
