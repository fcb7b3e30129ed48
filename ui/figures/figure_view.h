// A figure on the screen: follows theme, font and size; tells what is pointed at and what is clicked.
#pragma once

#include "document/figure.h"

#include <QWidget>

namespace junheng::ui {

class FigurePlot;

/// With a focus policy, keys choose as well: arrows, a page of rows, the first and the last. In a scroll area it is as
/// high as its figure needs at the least.
class FigureView : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);

    /// Plotted when it is next seen, so that a hidden figure costs nothing.
    void showFigure(document::Figure figure);
    /// Outlines the part with this key; -1: none.
    void setChosen(int key);
    /// What is said of the part at this place of the view; empty when there is none.
    [[nodiscard]] QString detailAt(const QPoint& position) const;

Q_SIGNALS:
    /// A part was clicked that stands for something.
    void chosen(int key);
    /// By a double click or Enter.
    void activated(int key);
    /// What setChosen() asked for is now seen, unless it has to be scrolled to: here in the view. Of figures with rows.
    void chosenShown(const QRect& room);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FigurePlot* m_plot;
};

} // namespace junheng::ui
