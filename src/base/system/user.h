// Who sits at this machine.
#pragma once

#include <QString>

namespace junheng::base::system {

/// The user name of the operating system; never empty.
QString userName();

} // namespace junheng::base::system
