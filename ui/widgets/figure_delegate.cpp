#include "ui/widgets/figure_delegate.h"

#include "ui/widgets/tone.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace junheng::ui {

namespace {

constexpr int kMargin = 4;
// Marks come from fonts of different widths; each gets the room of one ideograph.
constexpr QChar kMarkWidth = u'〇';

void drawTag(QPainter& painter, const QStyleOptionViewItem& option, const QString& tag, const QColor& ink) {
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter.setFont(small);
    painter.setPen(ink);
    painter.drawText(option.rect.adjusted(kMargin, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tag);
}

} // namespace

void FigureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const auto tone = static_cast<Tone>(index.data(ToneRole).toInt());
    const QString text = cell.text;
    cell.text.clear();
    const bool selected = (cell.state & QStyle::State_Selected) != 0;
    if (tone != Tone::None && !selected)
        cell.backgroundBrush = fillOf(tone, cell.palette);
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const QPalette::ColorGroup group = (cell.state & QStyle::State_Active) != 0 ? QPalette::Active : QPalette::Inactive;
    const QColor plain = cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor ink = selected ? plain : inkOf(tone, cell.palette);
    painter->save();
    painter->setFont(cell.font);
    QRect room = cell.rect.adjusted(kMargin, 0, -kMargin, 0);
    if (tone != Tone::None) {
        const int markWidth = cell.fontMetrics.horizontalAdvance(kMarkWidth);
        painter->setPen(ink);
        painter->drawText(QRect(room.right() - markWidth + 1, room.top(), markWidth, room.height()), Qt::AlignCenter,
                          markOf(tone));
        room.setRight(room.right() - markWidth - kMargin / 2);
    }
    painter->setPen(tone == Tone::Open ? ink : plain);
    const QString shown = cell.fontMetrics.elidedText(text, Qt::ElideRight, room.width());
    painter->drawText(room, static_cast<int>(cell.displayAlignment), shown);
    if (const QString tag = index.data(TagRole).toString(); !tag.isEmpty())
        drawTag(*painter, cell, tag, ink);
    painter->restore();
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool marked = static_cast<Tone>(index.data(ToneRole).toInt()) != Tone::None;
    const int mark = marked ? option.fontMetrics.horizontalAdvance(kMarkWidth) + kMargin : 0;
    return QStyledItemDelegate::sizeHint(option, index) + QSize(mark + kMargin, 0);
}

} // namespace junheng::ui
