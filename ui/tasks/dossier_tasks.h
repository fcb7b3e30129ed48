// Dossiers of schools (一校一册): one in the preview, many as files.
#pragma once

#include "workspace/dossiers.h"
#include "workspace/workspace.h"

#include <QDate>
#include <QObject>
#include <QStringList>

namespace junheng::ui {

class JobRunner;
class ReportTasks;
class Talk;

class DossierTasks : public QObject {
    Q_OBJECT

public:
    DossierTasks(workspace::Workspace& workspace, Talk& talk, JobRunner& jobs, ReportTasks& reports);

    /// 一校一册 of a school, or its 学校自评表, in the preview.
    void previewDossier(const QString& school);
    void previewSchoolForm(const QString& school);
    /// Asks for which schools and where to, then writes step by step; `shown` as for Questions::chooseDossiers.
    void askAndWrite(const QStringList& shown, const QDate& date);
    /// Asks if what is being written is to be stopped; true when nothing is lost, or the user wants it so.
    [[nodiscard]] bool mayClose();

private:
    void preview(const base::Result<document::Report>& made);
    [[nodiscard]] QString askTarget(workspace::DossierFiles files);
    void tellWritten(const workspace::DossierRun& run);

    workspace::Workspace& m_workspace;
    Talk& m_talk;
    JobRunner& m_jobs;
    ReportTasks& m_reports;
};

} // namespace junheng::ui
