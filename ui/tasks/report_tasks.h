// What is printed and taken away: official tables, lists, the self-evaluation report, packages.
#pragma once

#include "ui/print/report_file.h"
#include "workspace/reports.h"
#include "workspace/submission.h"
#include "workspace/workspace.h"

#include <QDate>
#include <QObject>

namespace junheng::ui {

class Talk;

class ReportTasks : public QObject {
    Q_OBJECT

public:
    ReportTasks(workspace::Workspace& workspace, Talk& talk);

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
    /// `name` says what the report is; asks where to.
    void exportFile(const document::Report& report, const QString& name, ReportFile kind);

private:
    /// Asks where a report has characters that no font has.
    [[nodiscard]] bool mayIssue(const document::Report& report);
    /// To be said behind what was given away; nothing where everything is confirmed.
    [[nodiscard]] QString unconfirmedNote() const;

    workspace::Workspace& m_workspace;
    Talk& m_talk;
};

} // namespace junheng::ui
