// The template workbook: written for the schools, and imported when they have filled it in.
#pragma once

#include "workspace/import_preview.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QStringList>

namespace junheng::ui {

class JobRunner;
class Talk;

class ImportTasks : public QObject {
    Q_OBJECT

public:
    ImportTasks(workspace::Workspace& workspace, Talk& talk, JobRunner& jobs);

    void exportTemplate(bool prefill);
    /// Plans on another thread, shows the preview, commits when told to.
    void importBooks();
    /// `agreed`: to what the user has agreed after a preview of the same files.
    void planImport(const QStringList& files, const workspace::ImportAgreement& agreed = {});
    /// A plan that is under way.
    void cancel();

private:
    /// Tells so where the open file can only be looked at.
    [[nodiscard]] bool mayOnlyLook();
    void showPlan(workspace::ImportPreview preview);
    void commit(const workspace::ImportPreview& preview);
    [[nodiscard]] QString doubts() const;

    workspace::Workspace& m_workspace;
    Talk& m_talk;
    JobRunner& m_jobs;
    QStringList m_files; ///< being planned
    workspace::ImportAgreement m_agreed;
    bool m_changedMeanwhile = false; ///< the data changed since the plan was begun
};

} // namespace junheng::ui
