// Files that appear whole or not at all.
#pragma once

#include "base/target.h"

#include <QByteArray>
#include <QString>

#include <system_error>

namespace junheng::base {

/// A file under a temporary name in the folder of its target, for libraries that want a path to write to.
/// commit() syncs it, renames it over the target and syncs the folder; without commit() it is removed and the target
/// stays as it was.
///
/// What is replaced keeps what it is: a link stays a link and the file behind it is written; owner, rights, access list
/// and extended attributes stay. A file that has several names (hard links), or an owner that the new one cannot be
/// given, is written over in place, once there is room for all of it: a rename would part its names or hand it to
/// another owner. A file made anew gets the rights that the user's mask leaves it.
class AtomicFile {
public:
    explicit AtomicFile(const QString& target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    [[nodiscard]] const QString& temporaryPath() const { return m_temporary; }
    /// Whether there is a target to write at all, before anything is. Errors: those of findTarget().
    [[nodiscard]] Outcome ready() const;
    /// Errors: those of findTarget(), "file.write" (disk full, or a disk that fails).
    [[nodiscard]] Outcome commit();
    /// The same, unless there is something by then: "file.exists", and that stays as it was.
    [[nodiscard]] Outcome commitNew();

private:
    using Placing = std::error_code (*)(const QString& fresh, const QString& target);
    [[nodiscard]] Outcome commitBy(Placing place);

    Result<Target> m_target;
    QString m_temporary;
};

/// Writes `bytes` to `path` through an AtomicFile. Errors: those of AtomicFile::commit().
[[nodiscard]] Outcome writeFileAtomically(const QString& path, const QByteArray& bytes);

/// To be asked before a file is read: a device never ends, and a pipe waits for whoever writes to it. Error:
/// "file.not_a_file" (a folder, a device, a pipe); none where there is nothing.
[[nodiscard]] Outcome checkRegular(const QString& path);

/// The whole file, of which never more than `limit` bytes are taken into memory. Errors: "file.read" (does not exist,
/// no permission, a disk that fails), "file.too_large" (over `limit` bytes), and those of checkRegular().
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 limit);

/// SHA-256 as 64 hexadecimal digits.
[[nodiscard]] QString sha256Of(const QByteArray& bytes);

} // namespace junheng::base
