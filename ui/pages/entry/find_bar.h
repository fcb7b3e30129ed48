// Finds text in the grid: next and previous, wrapping, with how many there are.
#pragma once

#include <QModelIndex>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;

namespace junheng::ui {

class EntryGrid;
class EntryModel;

/// Hidden until it is opened. Enter and F3 go on, with Shift back; Esc gives the grid the focus again.
class FindBar : public QWidget {
    Q_OBJECT

public:
    /// Finds in the shown rows and moves its current cell.
    FindBar(const EntryModel& model, EntryGrid& grid, QWidget* parent = nullptr);

    void open();
    /// 1: to the next cell found, -1: to the previous one, 0: to the next unless the current one fits.
    void step(int direction);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showPlace(const std::vector<QModelIndex>& found);
    void close();

    const EntryModel& m_model;
    EntryGrid& m_grid;
    QLineEdit* m_text;
    QLabel* m_place;
    QTimer m_delay;
};

} // namespace junheng::ui
