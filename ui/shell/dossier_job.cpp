#include "ui/shell/dossier_job.h"

#include <utility>

namespace junheng::ui {

DossierJob::DossierJob(QObject* parent) : QObject(parent) {
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &DossierJob::step);
}

void DossierJob::start(std::unique_ptr<workspace::DossierRun> run) {
    m_run = std::move(run);
    Q_EMIT progressed(0, m_run->total());
    m_next.start();
}

void DossierJob::cancel() {
    if (m_run)
        fail(m_run->stopped());
}

void DossierJob::step() {
    const auto more = m_run->step();
    if (!more)
        return fail(more.error());
    if (*more) {
        Q_EMIT progressed(m_run->done(), m_run->total());
        return;
    }
    m_next.stop();
    const auto run = std::exchange(m_run, nullptr);
    Q_EMIT finished(run->done(), run->written(), document::missingCharactersNotice(run->missingCharacters()));
}

void DossierJob::fail(const base::Error& error) {
    m_next.stop();
    m_run.reset();
    Q_EMIT failed(error);
}

} // namespace junheng::ui
