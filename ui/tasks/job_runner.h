// Runs what takes long, while the window answers.
#pragma once

#include "base/error.h"
#include "base/job.h"
#include "ui/tasks/talk.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

namespace junheng::ui {

/// What is said of a job.
struct JobWords {
    std::function<QString(int done, int total)> progress;
    QString busy;           ///< to whoever wants to begin another job
    QString cancelled = {}; ///< empty: what the job says itself
};

/// One job at a time, on a thread of its own or in steps: what paints figures cannot leave the window's thread. Tells
/// how far the job is, and why it failed. `owner` is whoever starts a job.
class JobRunner : public QObject {
    Q_OBJECT

public:
    explicit JobRunner(Talk& talk);

    /// Ask isBusy() first. `work` runs on the thread and owns what it works on; `done` is called with its result on the
    /// window's thread. A job on a thread that is still running is stopped, and nothing more is heard of it.
    template <class Value>
    void startThread(const QObject& owner, JobWords words, std::function<base::Result<Value>(const base::Job&)> work,
                     std::function<void(Value)> done) {
        runThread(owner, std::move(words),
                  [work = std::move(work), done = std::move(done)](const base::Job& job) -> Ending {
                      auto result = std::make_shared<base::Result<Value>>(work(job));
                      return {.error = *result ? std::nullopt : std::optional(result->error()),
                              .tell = [result, done] { done(std::move(**result)); }};
                  });
    }
    /// Ask isBusy() first. Calls run->step() until it says false, and then `done`. A run says how far it is, and what
    /// remains of it when it is stopped: workspace::DossierRun.
    template <class Run>
    void startSteps(const QObject& owner, JobWords words, std::unique_ptr<Run> run,
                    std::function<void(const Run&)> done) {
        const std::shared_ptr<Run> shared = std::move(run);
        runSteps(owner, std::move(words),
                 {.step = [shared] { return shared->step(); },
                  .done = [shared] { return shared->done(); },
                  .total = [shared] { return shared->total(); },
                  .stopped = [shared] { return shared->stopped(); },
                  .tell = [shared, done = std::move(done)] { done(*shared); }});
    }
    /// Stops what runs, which is told; without a job nothing is.
    void cancel();
    /// If it is a job of this owner.
    void cancel(const QObject& owner);
    [[nodiscard]] bool isRunning(const QObject& owner) const { return m_owner == &owner; }
    /// Tells so where a job runs; `except` those of this owner. Two jobs would share the line that shows how far they
    /// are.
    [[nodiscard]] bool isBusy(const QObject* except = nullptr);

private:
    struct Ending {
        std::optional<base::Error> error;
        std::function<void()> tell; ///< where there is no error
    };
    struct Steps {
        std::function<base::Result<bool>()> step;
        std::function<int()> done;
        std::function<int()> total;
        std::function<base::Error()> stopped;
        std::function<void()> tell;
    };

    void runThread(const QObject& owner, JobWords words, std::function<Ending(const base::Job&)> work);
    void runSteps(const QObject& owner, JobWords words, Steps steps);
    void step();
    void tellProgress(int done, int total);
    void end(const Ending& ending);

    Talk& m_talk;
    const QObject* m_owner = nullptr; ///< of the job that runs
    JobWords m_words;
    std::optional<Steps> m_steps;
    QTimer m_next;
    int m_round = 0; ///< number of the job on a thread whose result counts
    std::atomic<bool> m_progressPending = false;
    std::jthread m_thread; ///< last: joined before the rest goes
};

} // namespace junheng::ui
