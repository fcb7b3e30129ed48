// Asks for which schools dossiers are to be written, and as which files.
#pragma once

#include "model/county_year.h"
#include "ui/dialogs/questions.h"
#include "workspace/workspace.h"

#include <QDialog>

#include <memory>

namespace junheng::ui {

namespace Ui {
class DossierDialog;
}

class DossierDialog : public QDialog {
    Q_OBJECT

public:
    /// `shown` are the schools that the page 资源配置 shows now.
    DossierDialog(const workspace::Workspace& workspace, const QStringList& shown, QWidget* parent = nullptr);
    ~DossierDialog() override;

    [[nodiscard]] DossierWish answer() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillList(const model::CountyYear& year);
    void filter(const QString& text);
    void checkVisible(Qt::CheckState state);
    void refresh();
    [[nodiscard]] QStringList checkedSchools() const;

    std::unique_ptr<Ui::DossierDialog> m_ui;
    QStringList m_shown;
};

} // namespace junheng::ui
