// How a user at a console says that the work is to stop.
#pragma once

#include <stop_token>

namespace junheng::base::system {

/// Ctrl-C, or a request to end, asks for a stop; the second one ends the process with `exitCode`. To be called before
/// any other thread begins.
void stopOnInterrupt(std::stop_source source, int exitCode);

} // namespace junheng::base::system
