// Asks for everything a new county file needs.
#pragma once

#include "ui/dialogs/questions.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace junheng::ui {

namespace Ui {
class NewCountyDialog;
}

/// Says in a sentence what is still wrong; can be accepted only when nothing is.
class NewCountyDialog : public QDialog {
    Q_OBJECT

public:
    using AskSaveFile = std::function<QString(QWidget*, const FileQuestion&)>;

    explicit NewCountyDialog(AskSaveFile askSaveFile, QWidget* parent = nullptr);
    ~NewCountyDialog() override;

    [[nodiscard]] NewCounty answer() const;

private:
    void setUpChoices();
    void choosePath();
    void suggestPath();
    void validate();
    [[nodiscard]] QString nameProblem() const;
    [[nodiscard]] QString codeProblem() const;
    [[nodiscard]] QString pathProblem() const;

    std::unique_ptr<Ui::NewCountyDialog> m_ui;
    AskSaveFile m_askSaveFile;
    bool m_pathChosen = false; ///< the user's own path does not follow the name any more
};

} // namespace junheng::ui
