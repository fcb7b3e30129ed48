// Long work says how far it is and can be stopped.
#pragma once

#include <functional>
#include <stop_token>

namespace junheng::base {

/// Handed to long work. `progress(done, total)` may be empty; it is called on the thread that does the work.
/// Work that sees stop.stop_requested() ends with the error "job.cancelled" and has changed nothing.
struct Job {
    std::function<void(int done, int total)> progress = {};
    std::stop_token stop = {};

    void report(int done, int total) const {
        if (progress)
            progress(done, total);
    }
    [[nodiscard]] bool cancelled() const { return stop.stop_requested(); }
};

} // namespace junheng::base
