// Columns as wide as what stands in them.
#pragma once

#include <QObject>

#include <vector>

class QModelIndex;
class QTreeView;

namespace junheng::ui {

/// A header that resizes to its contents measures them several times an edit. This measures once what has changed: all
/// columns given when the model is reset or the font changes, and else the rows that changed, for which a column is
/// widened but not narrowed. Of many rows the first ones count. The view has its model and its header, keeps
/// both, and owns this.
class FittedColumns : public QObject {
    Q_OBJECT

public:
    FittedColumns(QTreeView& view, std::vector<int> columns);

    void fit();

    [[nodiscard]] bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void widenFor(const QModelIndex& topLeft, const QModelIndex& bottomRight);
    void widen(int column, int width);
    void stretchOthers();

    QTreeView& m_view;
    std::vector<int> m_columns;
};

} // namespace junheng::ui
