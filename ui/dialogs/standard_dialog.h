// Asks by which standard the county is to be assessed, and shows what that one states differently.
#pragma once

#include "ui/dialogs/questions.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace junheng::ui {

namespace Ui {
class StandardDialog;
}

class StandardDialog : public QDialog {
    Q_OBJECT

public:
    using AskOpenFile = std::function<QString(QWidget*, const FileQuestion&)>;

    StandardDialog(const workspace::Workspace& workspace, AskOpenFile askOpenFile, QWidget* parent = nullptr);
    ~StandardDialog() override;

    /// The id of the chosen standard, or the path of a file of the bureau's own.
    [[nodiscard]] QString answer() const;

private:
    void addOwnFile();
    void showDifferences();
    void say(const QString& sentence);

    const workspace::Workspace& m_workspace;
    std::unique_ptr<Ui::StandardDialog> m_ui;
    AskOpenFile m_askOpenFile;
};

} // namespace junheng::ui
