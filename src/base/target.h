// Where a file that is to be written stands, and what keeps it from being written.
#pragma once

#include "base/error.h"

#include <QString>

#include <system_error>

namespace junheng::base {

struct Target {
    QString path;        ///< as asked for
    QString file;        ///< behind all links: what is written
    bool exists = false; ///< then it is a file that may be written
};

/// Follows links; one that leads to no file yet names the file to be made. Errors, with the path as asked for:
/// "file.write" (the folder is missing or may not be written to), "file.protected" (the file may not be written, also
/// where the folder would let it be replaced, and for root), "file.not_a_file" (a folder, a device, a pipe).
[[nodiscard]] Result<Target> findTarget(const QString& path);

/// Equal of paths that lead to one file, by links or by several names of it, also where it is still to be made. Empty
/// where nothing can be made.
[[nodiscard]] QString fileIdentity(const QString& path);
[[nodiscard]] bool isSameFile(const QString& one, const QString& other);

/// "file.write" in words, by what the system says of it.
[[nodiscard]] Error writeError(const QString& path, const std::error_code& failure);

} // namespace junheng::base
