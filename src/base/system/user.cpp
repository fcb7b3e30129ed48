#include "base/system/user.h"

#include <pwd.h>
#include <unistd.h>

namespace junheng::base::system {

QString userName() {
    if (const passwd* entry = ::getpwuid(::geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
    return qEnvironmentVariable("USER", QString::number(::geteuid()));
}

} // namespace junheng::base::system
