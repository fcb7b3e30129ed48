// Asks which school year to begin, and what with.
#pragma once

#include "ui/dialogs/questions.h"
#include "workspace/year_choice.h"

#include <QDialog>

#include <memory>

namespace junheng::ui {

namespace Ui {
class BeginYearDialog;
}

/// Says in a sentence why a year cannot be begun; can be accepted only when it can.
class BeginYearDialog : public QDialog {
    Q_OBJECT

public:
    explicit BeginYearDialog(workspace::YearChoice choice, QWidget* parent = nullptr);
    ~BeginYearDialog() override;

    [[nodiscard]] NewYear answer() const;

private:
    void chooseYear(int year);
    void validate();

    std::unique_ptr<Ui::BeginYearDialog> m_ui;
    workspace::YearChoice m_choice;
    bool m_wantsEmpty = false; ///< chosen by the user, not for want of a year to take over from
};

} // namespace junheng::ui
