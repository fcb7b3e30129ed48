// Asks for what a new school needs, and adds it.
#pragma once

#include "model/stage.h"
#include "workspace/structural_change.h"
#include "workspace/workspace.h"

#include <QDialog>

#include <memory>
#include <vector>

class QCheckBox;
class QLabel;

namespace junheng::ui {

namespace Ui {
class AddSchoolDialog;
}

/// Accepted once the school is in the file; whatever is wrong is said beside its field, and the dialog stays.
class AddSchoolDialog : public QDialog {
    Q_OBJECT

public:
    explicit AddSchoolDialog(workspace::Workspace& workspace, QWidget* parent = nullptr);
    ~AddSchoolDialog() override;

    /// The code as stored.
    [[nodiscard]] QString code() const;

    void accept() override;

private:
    [[nodiscard]] workspace::SchoolEntry entry() const;
    void presetStages();
    bool check();
    void showError(QLabel& place, QWidget& field, const QString& sentence);

    workspace::Workspace& m_workspace;
    std::unique_ptr<Ui::AddSchoolDialog> m_ui;
    std::vector<QCheckBox*> m_stages; ///< in the order of model::Stage
};

} // namespace junheng::ui
