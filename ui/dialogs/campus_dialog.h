// Asks for the name of a new campus.
#pragma once

#include "ui/dialogs/structure_dialog.h"
#include "workspace/structure.h"
#include "workspace/workspace.h"

class QLineEdit;

namespace junheng::ui {

class FieldError;

/// Accepted once the campus is in the file; what is wrong is said beside the field, and the dialog stays.
class CampusDialog : public StructureDialog {
    Q_OBJECT

public:
    CampusDialog(workspace::Workspace& workspace, const QString& school, QWidget* parent);

    /// What was done; once accepted.
    [[nodiscard]] const workspace::StructurePlan& done() const { return m_done; }

    void accept() override;

private:
    workspace::Structure& m_structure;
    QString m_school;
    QLineEdit* m_name;
    FieldError* m_error;
    workspace::StructurePlan m_done;
};

} // namespace junheng::ui
