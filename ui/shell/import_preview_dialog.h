// What an import would change and what is wrong with the workbook, before anything is done.
#pragma once

#include "ui/shell/dialogs.h"

#include <QDialog>

#include <memory>

namespace junheng::ui {

namespace Ui {
class ImportPreviewDialog;
}

class FindingsModel;

/// Accepted only where the preview has no errors and changes something.
class ImportPreviewDialog : public QDialog {
    Q_OBJECT

public:
    using AskSaveFile = std::function<QString(QWidget*, const FileQuestion&)>;

    ImportPreviewDialog(const workspace::ImportPreview& preview, AskSaveFile askSaveFile, QWidget* parent = nullptr);
    ~ImportPreviewDialog() override;

private:
    void setUpFindings();
    void setUpButtons(const workspace::ImportPreview& preview);
    void saveFindings();

    std::unique_ptr<Ui::ImportPreviewDialog> m_ui;
    FindingsModel* m_findings;
    AskSaveFile m_askSaveFile;
};

} // namespace junheng::ui
