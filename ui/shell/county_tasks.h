// What the actions of the window ask of the workspace: files, import, export, undo.
#pragma once

#include "ui/print/report_file.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/year_gate.h"
#include "workspace/evidence.h"
#include "workspace/import_preview.h"
#include "workspace/reports.h"
#include "workspace/submission.h"
#include "workspace/workspace.h"

#include <QDate>
#include <QObject>
#include <QTemporaryDir>

#include <memory>

class QWidget;

namespace junheng::ui {

class DossierJob;
class ImportJob;

/// Asks through `dialogs`, tells through signals; never opens a box of its own.
class CountyTasks : public QObject {
    Q_OBJECT

public:
    CountyTasks(workspace::Workspace& workspace, Dialogs dialogs, QWidget* window);

    void newCounty();
    void askAndOpen();
    void openPath(const QString& path);
    /// Files dropped on the window: a county file is opened, workbooks are imported; anything else is refused in words.
    void takeFiles(const QStringList& paths);
    void openSample();
    void closeCounty();
    void setYear(int year);
    /// Asks which one and what with, and begins it.
    void beginYear();
    /// Plans on another thread, shows the preview, commits when told to.
    void importBooks();
    /// `agreed`: to what the user has agreed after a preview of the same files.
    void planImport(const QStringList& files, const workspace::ImportAgreement& agreed = {});
    void cancel();
    /// Asks if what is being written is to be stopped; true when nothing is lost, or the user wants it so.
    [[nodiscard]] bool mayClose();
    void exportTemplate(bool prefill);
    void exportReport() { exportWorkbook(QDate::currentDate()); }
    void exportWorkbook(const QDate& date);
    /// The self-evaluation report: in the preview, or as a file.
    void previewEvaluation(const QDate& date);
    void exportEvaluation(ReportFile kind, const QDate& date);
    /// Of the self-evaluation report.
    void saveTemplate();
    void useTemplate();
    void useProgramTemplate();
    /// A 上报包 with everything that is handed in.
    void submit(const QDate& date);
    void saveSubmitted(const workspace::Submission& submission, const QString& name);
    /// Shows a list in the preview, from which it is printed or exported.
    void preview(const document::Report& report);
    void previewList(report::SchoolList list);
    /// 一校一册 of a school, or its 学校自评表, in the preview.
    void previewDossier(const QString& school);
    void previewSchoolForm(const QString& school);
    /// Asks for which schools and where to, then writes step by step; `shown` as for Dialogs::chooseDossiers.
    void askAndWriteDossiers(const QStringList& shown, const QDate& date);
    void chooseStandard();
    /// Files as evidence of an indicator.
    void askAndAttach(const QString& indicator);
    void attach(const QString& indicator, const QStringList& files);
    /// In the program that the system has for such files, which gets a copy.
    void openEvidence(const workspace::Evidence& evidence);
    void saveEvidence(const workspace::Evidence& evidence);
    void undo();
    void redo();
    void about();

Q_SIGNALS:
    void news(const junheng::ui::Message& message);
    void failed(const junheng::ui::Message& message);
    void progressed(const QString& text, int done, int total);
    void progressEnded();
    void opened(const QString& path);

private:
    void afterOpening(const base::Outcome& outcome);
    /// Opens to be changed, or, where that cannot be, to be looked at.
    void openOrLook(const QString& path);
    void tellUnreadable();
    /// Tells so where the open file can only be looked at.
    [[nodiscard]] bool mayOnlyLook();
    void previewImport(workspace::ImportPreview preview);
    void refuseImport(const base::Error& error);
    void commitImport(const workspace::ImportPreview& preview);
    void report(const base::Error& error);
    /// Tells so. Nothing is imported meanwhile: both would share the line that shows how far they are.
    [[nodiscard]] bool isWritingDossiers();
    void connectDossiers();
    void previewSchool(const base::Result<document::Report>& made);
    /// A file that may be written, or nothing, which is told; it is never the county file. Remembers its folder.
    [[nodiscard]] QString askTarget(const FileQuestion& question);
    /// Tells where a path leads to the county file or what belongs to it, or to another county file.
    [[nodiscard]] bool isForbidden(const QString& path);
    /// Asks once for all the files of a run that are there already.
    [[nodiscard]] bool mayReplace(const QStringList& files);
    /// Asks where a report has characters that no font has.
    [[nodiscard]] bool mayIssue(const document::Report& report);
    /// `name` says what the report is; asks where to.
    void exportFile(const document::Report& report, const QString& name, ReportFile kind);
    [[nodiscard]] QString doubts() const;
    [[nodiscard]] QString suggestedFile(const QString& ending, const QString& suffix = QStringLiteral("xlsx")) const;
    /// To be said behind what was given away; nothing where everything is confirmed.
    [[nodiscard]] QString unconfirmedNote() const;
    void tellWritten(const base::Outcome& outcome, const QString& path, const QString& note = {});

    workspace::Workspace& m_workspace;
    Dialogs m_dialogs;
    QWidget* m_window;
    YearGate m_gate;
    ImportJob* m_job;
    DossierJob* m_dossiers;
    std::unique_ptr<QTemporaryDir> m_copies; ///< of evidence that is looked at, while the program runs
    int m_copyCount = 0;
    QStringList m_files; ///< being planned
    workspace::ImportAgreement m_agreed;
    bool m_changedMeanwhile = false; ///< the data changed since the plan was begun
};

} // namespace junheng::ui
