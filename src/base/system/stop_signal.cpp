#include "base/system/stop_signal.h"

#include <csignal>
#include <cstdlib>
#include <thread>
#include <utility>

namespace junheng::base::system {

void stopOnInterrupt(std::stop_source source, int exitCode) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // Signals are taken by a thread that waits for them: in a handler hardly anything is allowed.
    std::thread([signals, exitCode, source = std::move(source)]() mutable {
        int received = 0;
        sigwait(&signals, &received);
        source.request_stop();
        sigwait(&signals, &received);
        std::_Exit(exitCode);
    }).detach();
}

} // namespace junheng::base::system
