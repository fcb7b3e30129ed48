// The frozen columns of the grid: a vertical header that shows several labels a row.
#pragma once

#include <QHeaderView>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace junheng::ui {

class ColumnHeader;
class EntryModel;

class RowHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit RowHeader(const EntryModel& model, QWidget* parent = nullptr);

    /// Makes each label column as wide as its texts need, within bounds. False when they are as wide already.
    bool fit();
    [[nodiscard]] const std::vector<int>& labelWidths() const { return m_widths; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    [[nodiscard]] int totalWidth() const;

    const EntryModel& m_model;
    std::vector<int> m_widths;
};

/// The titles of the frozen columns, in the corner above them.
class RowHeaderTitles : public QWidget {
    Q_OBJECT

public:
    RowHeaderTitles(const EntryModel& model, const RowHeader& rows, const ColumnHeader& columns, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const EntryModel& m_model;
    const RowHeader& m_rows;
    const ColumnHeader& m_columns;
};

} // namespace junheng::ui
