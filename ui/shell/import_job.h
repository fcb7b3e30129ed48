// Plans an import on a thread of its own.
#pragma once

#include "workspace/import_preview.h"
#include "workspace/workspace.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace junheng::ui {

class ImportJob : public QObject {
    Q_OBJECT

public:
    explicit ImportJob(QObject* parent = nullptr);

    /// Plans over copies of the workspace's year and standard. One plan at a time: a running one is stopped first.
    void start(const QStringList& files, const workspace::Workspace& workspace,
               const workspace::ImportAgreement& agreed);
    /// failed() follows with "job.cancelled".
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(int done, int total);
    /// One of these ends every start() that is not followed by a newer one.
    void planned(const junheng::workspace::ImportPreview& preview);
    void failed(const junheng::base::Error& error);

private:
    int m_round = 0; ///< number of the start() whose result counts
    bool m_running = false;
    std::atomic<bool> m_progressPending = false;
    std::jthread m_thread; ///< last: joined before the rest goes
};

} // namespace junheng::ui
