#include "ui/widgets/dressed_table.h"

#include "ui/widgets/figure_delegate.h"

#include <QPainter>
#include <QStyleOptionHeader>
#include <QTableView>

#include <array>

namespace junheng::ui {

SortHeader::SortHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(true);
    setDefaultAlignment(Qt::AlignCenter);
    setSortIndicatorClearable(true);
}

void SortHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const {
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    option->sortIndicator = QStyleOptionHeader::None;
}

void SortHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
    QHeaderView::paintSection(painter, rect, logicalIndex);
    if (!isSortIndicatorShown() || sortIndicatorSection() != logicalIndex)
        return;
    constexpr int kArrow = 7;
    const QRectF box(QRect(rect.right() - kArrow, rect.center().y() - kArrow / 2, kArrow, kArrow));
    const bool up = sortIndicatorOrder() == Qt::AscendingOrder;
    const std::array arrow{up ? box.bottomLeft() : box.topLeft(), up ? box.bottomRight() : box.topRight(),
                           QPointF(box.center().x(), up ? box.top() : box.bottom())};
    painter->save();
    painter->setClipRect(rect); // the style may leave an empty clip behind
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette().color(QPalette::Highlight));
    painter->drawPolygon(arrow.data(), static_cast<int>(arrow.size()));
    painter->restore();
}

void dressTable(QTableView& table) {
    table.setItemDelegate(new FigureDelegate(&table));
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setSelectionBehavior(QAbstractItemView::SelectItems);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setMinimumSectionSize(table.fontMetrics().horizontalAdvance(u'国') * 2);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 6);
}

} // namespace junheng::ui
