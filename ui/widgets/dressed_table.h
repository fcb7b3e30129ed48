// Tables of judged figures, and their headings.
#pragma once

#include <QHeaderView>

class QTableView;

namespace junheng::ui {

/// Draws its sort arrow small at the right edge, where it leaves the narrow headings their room.
class SortHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit SortHeader(QWidget* parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

/// What tables of judged figures have in common: row height, selection, delegate, no grid of its own.
void dressTable(QTableView& table);

} // namespace junheng::ui
