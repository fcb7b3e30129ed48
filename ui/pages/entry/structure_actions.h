// What can be done about the school, the section or the campus of a row.
#pragma once

#include "ui/dialogs/questions.h"
#include "workspace/structure.h"
#include "workspace/workspace.h"

#include <QObject>

class QMenu;
class QWidget;

namespace junheng::ui {

/// Fills menus, asks, does it, and tells. Every step is about one row, which the menu names.
class StructureActions : public QObject {
    Q_OBJECT

public:
    StructureActions(workspace::Workspace& workspace, StructureQuestions questions, QWidget* page);

    /// Appends what can be done; nothing for rows that belong to no school and are not of monitoring.
    void fill(QMenu& menu, const model::SubjectKey& row);

Q_SIGNALS:
    /// It was done. `row` is what to look at now; its school is empty where it is gone.
    void done(const QString& sentence, const junheng::model::SubjectKey& row);
    void failed(const QString& sentence);

private:
    void addAdditions(QMenu& menu, const QString& school);
    void addDeletions(QMenu& menu, const model::SubjectKey& row);
    void addSources(QMenu& menu, const model::SubjectKey& row);
    void deletePart(const model::SubjectKey& part);
    void deleteSchool(const QString& school);
    void addSection(const QString& school, const QString& stage);
    void addCampus(const QString& school);
    void correctCode(const model::SubjectKey& row);
    bool confirm(const workspace::StructureEdit& edit, const QString& title, const QString& question);

    workspace::Workspace& m_workspace;
    StructureQuestions m_questions;
    workspace::Structure& m_structure;
    QWidget* m_page;
};

} // namespace junheng::ui
