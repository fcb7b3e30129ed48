// Files that are kept as evidence of an indicator: attached, looked at, saved.
#pragma once

#include "workspace/evidence.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace junheng::ui {

class Talk;

class EvidenceTasks : public QObject {
    Q_OBJECT

public:
    EvidenceTasks(workspace::Workspace& workspace, Talk& talk);

    void askAndAttach(const QString& indicator);
    void attach(const QString& indicator, const QStringList& files);
    /// In the program that the system has for such files, which gets a copy.
    void open(const workspace::Evidence& evidence);
    void save(const workspace::Evidence& evidence);

private:
    workspace::Workspace& m_workspace;
    Talk& m_talk;
    std::unique_ptr<QTemporaryDir> m_copies; ///< of evidence that is looked at, while the program runs
    int m_copyCount = 0;
};

} // namespace junheng::ui
