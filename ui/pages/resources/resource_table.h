// The two tables of the page, one above the other with one set of columns.
#pragma once

#include <QObject>

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

} // namespace junheng::ui
