// What the marks and colours of the grid mean.
#pragma once

#include <QLabel>

namespace junheng::ui {

class MarkLegend : public QLabel {
    Q_OBJECT

public:
    explicit MarkLegend(QWidget* parent = nullptr);

    /// The mark of what is unconfirmed is explained where there is any.
    void explainUnconfirmed(bool explain);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    bool m_unconfirmed = false;
};

} // namespace junheng::ui
