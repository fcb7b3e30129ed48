// Draws a judged figure: fill, number to the right, its mark behind it, small tags (松, 临) in front.
#pragma once

#include <QStyledItemDelegate>

namespace junheng::ui {

/// Roles that FigureDelegate reads besides the display text.
enum FigureRole {
    ToneRole = Qt::UserRole + 1, ///< int of ui::Tone
    TagRole,                     ///< QString, short
    FirstFreeRole,
};

class FigureDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace junheng::ui
