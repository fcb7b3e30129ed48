#include "ui/shell/import_job.h"

#include "base/job.h"
#include "standard/standard.h"
#include "workspace/import_plan.h"

namespace junheng::ui {

ImportJob::ImportJob(QObject* parent) : QObject(parent) {}

void ImportJob::start(const QStringList& files, const workspace::Workspace& workspace,
                      const workspace::ImportAgreement& agreed) {
    const int round = ++m_round;
    m_running = true;
    m_thread = std::jthread([this, round, files, agreed, data = workspace.data(),
                             standard = workspace.standard()](const std::stop_token& stop) {
        // One report at a time is under way, however often the work reports.
        const auto report = [this](int done, int total) {
            if (m_progressPending.exchange(true))
                return;
            QMetaObject::invokeMethod(
                this,
                [this, done, total] {
                    m_progressPending = false;
                    if (m_running)
                        Q_EMIT progressed(done, total);
                },
                Qt::QueuedConnection);
        };
        auto result = std::make_shared<base::Result<workspace::ImportPreview>>(
            workspace::planImport(files, data, standard, false, base::Job{.progress = report, .stop = stop}, agreed));
        QMetaObject::invokeMethod(
            this,
            [this, round, result] {
                if (round != m_round)
                    return;
                m_running = false;
                if (*result)
                    Q_EMIT planned(**result);
                else
                    Q_EMIT failed(result->error());
            },
            Qt::QueuedConnection);
    });
}

void ImportJob::cancel() {
    m_thread.request_stop();
}

} // namespace junheng::ui
