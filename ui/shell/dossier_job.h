// Writes dossiers in steps between which the window answers: their figures are painted by widgets, on its thread.
#pragma once

#include "workspace/dossiers.h"

#include <QObject>
#include <QTimer>

namespace junheng::ui {

class DossierJob : public QObject {
    Q_OBJECT

public:
    explicit DossierJob(QObject* parent = nullptr);

    /// One run at a time.
    void start(std::unique_ptr<workspace::DossierRun> run);
    /// failed() follows with "job.cancelled"; without a run nothing does.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void progressed(int done, int total);
    /// One of these ends every start(). `notice` names characters that no font has.
    void finished(int dossiers, const QStringList& files, const QString& notice);
    void failed(const junheng::base::Error& error);

private:
    void step();
    void fail(const base::Error& error);

    std::unique_ptr<workspace::DossierRun> m_run;
    QTimer m_next;
};

} // namespace junheng::ui
