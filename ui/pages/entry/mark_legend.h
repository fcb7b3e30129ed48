// What the marks and colours of the grid mean.
#pragma once

#include <QLabel>

namespace junheng::ui {

class MarkLegend : public QLabel {
    Q_OBJECT

public:
    explicit MarkLegend(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
};

} // namespace junheng::ui
