#include "ui/tasks/job_runner.h"

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

JobRunner::JobRunner(Talk& talk) : m_talk(talk) {
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &JobRunner::step);
}

void JobRunner::runThread(const QObject& owner, JobWords words, std::function<Ending(const base::Job&)> work) {
    const int round = ++m_round;
    m_owner = &owner;
    m_words = std::move(words);
    tellProgress(0, 0);
    m_thread = std::jthread([this, round, work = std::move(work)](const std::stop_token& stop) {
        // One report at a time is under way, however often the work reports.
        const auto report = [this](int done, int total) {
            if (m_progressPending.exchange(true))
                return;
            QMetaObject::invokeMethod(
                this,
                [this, done, total] {
                    m_progressPending = false;
                    if (m_owner != nullptr)
                        tellProgress(done, total);
                },
                Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(
            this,
            [this, round, ending = work(base::Job{.progress = report, .stop = stop})] {
                if (round == m_round)
                    end(ending);
            },
            Qt::QueuedConnection);
    });
}

void JobRunner::runSteps(const QObject& owner, JobWords words, Steps steps) {
    m_owner = &owner;
    m_words = std::move(words);
    m_steps = std::move(steps);
    tellProgress(0, m_steps->total());
    m_next.start();
}

void JobRunner::step() {
    const auto more = m_steps->step();
    if (!more)
        return end({.error = more.error(), .tell = {}});
    if (*more)
        return tellProgress(m_steps->done(), m_steps->total());
    end({.error = std::nullopt, .tell = m_steps->tell});
}

void JobRunner::tellProgress(int done, int total) {
    Q_EMIT m_talk.progressed(m_words.progress(done, total), done, total);
}

void JobRunner::end(const Ending& ending) {
    m_next.stop();
    m_steps.reset();
    m_owner = nullptr;
    Q_EMIT m_talk.progressEnded();
    if (!ending.error)
        ending.tell();
    else if (ending.error->code == u"job.cancelled")
        Q_EMIT m_talk.news({.text = m_words.cancelled.isEmpty() ? ending.error->message : m_words.cancelled});
    else
        m_talk.report(*ending.error);
}

void JobRunner::cancel() {
    if (m_owner != nullptr)
        cancel(*m_owner);
}

void JobRunner::cancel(const QObject& owner) {
    if (!isRunning(owner))
        return;
    if (m_steps)
        end({.error = m_steps->stopped(), .tell = {}});
    else
        m_thread.request_stop();
}

bool JobRunner::isBusy(const QObject* except) {
    const bool busy = m_owner != nullptr && m_owner != except;
    if (busy)
        Q_EMIT m_talk.news({.text = m_words.busy});
    return busy;
}

} // namespace junheng::ui
