// Thinking better of a change. See Workspace::setGate().
#pragma once

#include "base/error.h"

namespace junheng::workspace {

/// The error of a gate where the user thought better of it; `message` says what was not done.
[[nodiscard]] base::Error declined(const QString& message);

/// Whether somebody who was asked did not want the change; nothing is wrong then.
[[nodiscard]] bool isDeclined(const base::Error& error);

} // namespace junheng::workspace
