// The two tables of the page, one above the other with one set of columns.
#pragma once

#include <QHeaderView>

class QTableView;

namespace junheng::ui {

class ResourceColumns;

/// Keeps the strip's columns under those of the table: widths follow, and both scroll sideways together. Wide windows
/// widen the columns, narrow ones make the table scroll.
class ColumnKeeper : public QObject {
    Q_OBJECT

public:
    ColumnKeeper(QTableView& table, QTableView& strip);
    /// After the columns changed.
    void fit(const ResourceColumns& columns);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitNow();

    QTableView& m_table;
    QTableView& m_strip;
    int m_indicators = 0;
};

/// Draws its sort arrow small at the right edge, where it leaves the narrow headings their room.
class SortHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit SortHeader(QWidget* parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

/// What both tables have in common: row height, selection, delegate, no grid of its own.
void dressTable(QTableView& table);

} // namespace junheng::ui
