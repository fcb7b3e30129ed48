// County files and their years: new, open, close, another year, another standard, undo.
#pragma once

#include "workspace/workspace.h"

#include <QObject>
#include <QStringList>

namespace junheng::ui {

class ImportTasks;
class Talk;

/// What begins something else stops a plan to import that is under way.
class FileTasks : public QObject {
    Q_OBJECT

public:
    FileTasks(workspace::Workspace& workspace, Talk& talk, ImportTasks& imports);

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
    void chooseStandard();
    void undo();
    void redo();

Q_SIGNALS:
    void opened(const QString& path);

private:
    void afterOpening(const base::Outcome& outcome);
    /// Opens to be changed, or, where that cannot be, to be looked at.
    void openOrLook(const QString& path);
    void tellUnreadable();

    workspace::Workspace& m_workspace;
    Talk& m_talk;
    ImportTasks& m_imports;
};

} // namespace junheng::ui
