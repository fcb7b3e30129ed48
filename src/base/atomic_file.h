// Files that appear whole or not at all.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace junheng::base {

/// A file under a temporary name in the folder of its target, for libraries that want a path to write to.
/// commit() syncs it and renames it over the target; without commit() it is removed and the target stays as it was.
class AtomicFile {
public:
    explicit AtomicFile(const QString& target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    [[nodiscard]] const QString& temporaryPath() const { return m_temporary; }
    /// Errors: "file.write" (folder missing, no permission, disk full).
    [[nodiscard]] Outcome commit();

private:
    QString m_target;
    QString m_temporary;
    bool m_committed = false;
};

/// Writes `bytes` to `path` through an AtomicFile. Errors: "file.write".
[[nodiscard]] Outcome writeFileAtomically(const QString& path, const QByteArray& bytes);

/// The whole file. Errors: "file.read" (does not exist, no permission), "file.too_large" (over `limit` bytes).
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 limit);

/// SHA-256 as 64 hexadecimal digits.
[[nodiscard]] QString sha256Of(const QByteArray& bytes);

} // namespace junheng::base
