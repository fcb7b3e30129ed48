// "If its figure were ...": a trial on one section, which touches no data.
#pragma once

#include "plan/balance.h"

#include <QFrame>

#include <memory>
#include <optional>

class QDoubleSpinBox;

namespace junheng::ui {

namespace Ui {
class TrialBar;
}

class TrialBar : public QFrame {
    Q_OBJECT

public:
    explicit TrialBar(QWidget* parent = nullptr);
    ~TrialBar() override;

    /// Offers the section for trials, starting from its own figure. `balance` is known and outlives the offer.
    void offer(const plan::Balance& balance, const standard::Standard& standard, const QString& school, int section);
    /// Nothing to try.
    void withdraw();
    /// Back to the section's own figure.
    void reset();
    [[nodiscard]] bool isTrying() const { return m_result.has_value(); }
    /// Moves the keyboard to the amount.
    void focusAmount();

protected:
    void changeEvent(QEvent* event) override;

private:
    void tryAmount(double amount);
    void tryValue(double value);
    void showResult();
    void showOwnFigure();
    [[nodiscard]] QString limitHint() const;
    [[nodiscard]] QString sentence(const assess::Coefficient& coefficient) const;

    std::unique_ptr<Ui::TrialBar> m_ui;
    const plan::Balance* m_balance = nullptr;
    const standard::Standard* m_standard = nullptr;
    int m_section = -1;
    std::optional<assess::Coefficient> m_result; ///< of the trial, while there is one
};

} // namespace junheng::ui
