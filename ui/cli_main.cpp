// junheng-cli: the headless program. Ctrl-C asks the work to stop, a second one ends the process.

#include "cli/cli.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace {

constexpr int kStopped = 5;

// Signals are taken by a thread that waits for them: in a handler hardly anything is allowed.
void stopOnInterrupt(std::stop_source source) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals, source]() mutable {
        int received = 0;
        sigwait(&signals, &received);
        source.request_stop();
        sigwait(&signals, &received);
        std::_Exit(kStopped);
    }).detach();
}

} // namespace

int main(int argc, char** argv) {
    const std::stop_source source;
    stopOnInterrupt(source);
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    return junheng::cli::runCli(QCoreApplication::arguments().mid(1), out, err, source.get_token());
}
