// All tasks of a window.
#pragma once

#include "ui/tasks/dossier_tasks.h"
#include "ui/tasks/evidence_tasks.h"
#include "ui/tasks/file_tasks.h"
#include "ui/tasks/import_tasks.h"
#include "ui/tasks/job_runner.h"
#include "ui/tasks/report_tasks.h"
#include "ui/tasks/talk.h"
#include "ui/tasks/year_gate.h"

namespace junheng::ui {

/// What the actions of a window ask of the workspace, by duty.
struct Tasks {
    /// The workspace outlives them.
    Tasks(workspace::Workspace& workspace, const Questions& questions, QWidget* window)
        : gate(workspace, questions.confirm, window), talk(workspace, questions, window), jobs(talk),
          imports(workspace, talk, jobs), files(workspace, talk, imports), reports(workspace, talk),
          dossiers(workspace, talk, jobs, reports), evidence(workspace, talk) {}

    YearGate gate;
    Talk talk;
    JobRunner jobs;
    ImportTasks imports;
    FileTasks files;
    ReportTasks reports;
    DossierTasks dossiers;
    EvidenceTasks evidence;
};

} // namespace junheng::ui
