// Asks for the right code of a school whose code was mistyped.
#pragma once

#include "ui/dialogs/structure_dialog.h"
#include "workspace/structure.h"
#include "workspace/workspace.h"

#include <vector>

class QCheckBox;
class QLineEdit;

namespace junheng::ui {

class FieldError;

/// Lists the other years in which the wrong code stands, to be ticked where they are to be corrected too. Accepted once
/// the code of the open year is corrected; what is wrong is said beside the field, and the dialog stays.
class CodeDialog : public StructureDialog {
    Q_OBJECT

public:
    CodeDialog(workspace::Workspace& workspace, const QString& school, QWidget* parent);

    /// What was done in the open year; once accepted.
    [[nodiscard]] const workspace::StructurePlan& done() const { return m_done; }
    /// The code that the school has now.
    [[nodiscard]] QString code() const;
    /// The other years that were corrected too.
    [[nodiscard]] const std::vector<int>& otherYears() const { return m_otherYears; }
    /// Why another year was not, although it was ticked; mostly empty.
    [[nodiscard]] const QString& failure() const { return m_failure; }

    void accept() override;

private:
    struct Year {
        int year = 0;
        QCheckBox* box = nullptr;
    };

    void addForm();
    void addYears();
    void showPlan();
    [[nodiscard]] workspace::StructureEdit edit() const;
    [[nodiscard]] std::vector<int> tickedYears() const;
    [[nodiscard]] QString objection() const;

    workspace::Structure& m_structure;
    QString m_school;
    QLineEdit* m_code;
    FieldError* m_error;
    std::vector<Year> m_years;
    workspace::StructurePlan m_done;
    std::vector<int> m_otherYears;
    QString m_failure;
};

} // namespace junheng::ui
