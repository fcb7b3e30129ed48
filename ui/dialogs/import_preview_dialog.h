// What an import would change and what is wrong with the workbook, before anything is done.
#pragma once

#include "ui/dialogs/questions.h"
#include "workspace/import_preview.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace junheng::ui {

namespace Ui {
class ImportPreviewDialog;
}

class ChangesFilter;
class ChangesModel;
class FindingsModel;
class ImportOffers;

/// Accepted only where the preview has no errors and changes something. The preview outlives the dialog.
class ImportPreviewDialog : public QDialog {
    Q_OBJECT

public:
    /// The result where the user has ticked an offer: to be planned again with agreement().
    static constexpr int kPreviewAgain = 2;

    using AskSaveFile = std::function<QString(QWidget*, const FileQuestion&)>;

    ImportPreviewDialog(const workspace::ImportPreview& preview, AskSaveFile askSaveFile, QWidget* parent = nullptr);
    ~ImportPreviewDialog() override;

    [[nodiscard]] workspace::ImportAgreement agreement() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpFindings();
    void setUpChanges(const workspace::ImportPreview& preview);
    void fitChanges();
    void narrowChanges();
    void setUpButtons(const workspace::ImportPreview& preview);
    void saveFindings();

    std::unique_ptr<Ui::ImportPreviewDialog> m_ui;
    FindingsModel* m_findings;
    ImportOffers* m_offers;
    ChangesModel* m_changes = nullptr; ///< none where the book is rejected
    ChangesFilter* m_shown = nullptr;
    AskSaveFile m_askSaveFile;
};

} // namespace junheng::ui
