#include "base/atomic_file.h"

#include "base/tr.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace junheng::base {

namespace {

constexpr mode_t kRights = 07777;
constexpr mode_t kAll = 0666; // what the user's mask leaves of it

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (isOpen())
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

// The access list of the file is one of them.
void copyAttributes(const QByteArray& from, int to) {
    QByteArray names(::listxattr(from.constData(), nullptr, 0), Qt::Uninitialized);
    if (names.isEmpty() || ::listxattr(from.constData(), names.data(), static_cast<std::size_t>(names.size())) < 0)
        return;
    for (const QByteArray& name : names.split('\0')) {
        const auto size = name.isEmpty() ? -1 : ::getxattr(from.constData(), name.constData(), nullptr, 0);
        if (size < 0)
            continue;
        QByteArray value(size, Qt::Uninitialized);
        if (::getxattr(from.constData(), name.constData(), value.data(), static_cast<std::size_t>(size)) == size)
            ::fsetxattr(to, name.constData(), value.constData(), static_cast<std::size_t>(size), 0);
    }
}

// Gives the file that is to stand in the place of `old` what that one has; false where it cannot be the same.
bool takeAfter(const QByteArray& old, int fresh) {
    struct stat before{};
    struct stat now{};
    if (::stat(old.constData(), &before) != 0 || ::fstat(fresh, &now) != 0 || before.st_nlink > 1)
        return false;
    const bool sameOwner = before.st_uid == now.st_uid && before.st_gid == now.st_gid;
    if (!sameOwner && ::fchown(fresh, before.st_uid, before.st_gid) != 0)
        return false;
    copyAttributes(old, fresh);
    return ::fchmod(fresh, before.st_mode & kRights) == 0;
}

// 0 or errno.
int copyBytes(int from, int to) {
    constexpr std::size_t kAtOnce = 1 << 16;
    std::array<char, kAtOnce> buffer{};
    off_t place = 0;
    for (;;) {
        const ssize_t got = ::pread(from, buffer.data(), buffer.size(), place);
        if (got == 0)
            return ::ftruncate(to, place) == 0 && ::fsync(to) == 0 ? 0 : errno;
        if (got < 0 || ::pwrite(to, buffer.data(), static_cast<std::size_t>(got), place) != got)
            return errno == 0 ? EIO : errno;
        place += got;
    }
}

// Writes over the old file; it is touched only once there is room. 0 or errno.
int overwrite(const QByteArray& old, int fresh) {
    const Descriptor target(::open(old.constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat before{};
    struct stat now{};
    if (!target.isOpen() || ::fstat(target.number(), &before) != 0 || ::fstat(fresh, &now) != 0)
        return errno;
    if (now.st_size > 0) {
        if (const int full = ::posix_fallocate(target.number(), 0, now.st_size); full != 0) {
            if (::ftruncate(target.number(), before.st_size) != 0)
                return errno;
            return full;
        }
    }
    errno = 0;
    return copyBytes(fresh, target.number());
}

} // namespace

AtomicFile::AtomicFile(const QString& target) : m_target(findTarget(target)) {
    const QString token = QUuid::createUuid().toString(QUuid::Id128).left(8);
    m_temporary = QFileInfo(m_target ? m_target->file : target).path() + QStringLiteral("/.junheng-%1.tmp").arg(token);
}

AtomicFile::~AtomicFile() {
    if (!m_committed)
        QFile::remove(m_temporary);
}

Outcome AtomicFile::ready() const {
    return m_target ? Outcome() : std::unexpected(m_target.error());
}

Outcome AtomicFile::commit() {
    if (!m_target)
        return ready();
    const QByteArray fresh = QFile::encodeName(m_temporary);
    const QByteArray old = QFile::encodeName(m_target->file);
    const Descriptor file(::open(fresh.constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return std::unexpected(writeError(m_target->path, errno));
    if (m_target->exists && !takeAfter(old, file.number())) {
        // The temporary file is not committed, so that it is removed.
        const int failure = overwrite(old, file.number());
        return failure == 0 ? Outcome() : std::unexpected(writeError(m_target->path, failure));
    }
    // Without it a rename may survive a power cut while the bytes do not.
    if (::fsync(file.number()) != 0 || std::rename(fresh.constData(), old.constData()) != 0)
        return std::unexpected(writeError(m_target->path, errno));
    m_committed = true;
    return {};
}

Outcome writeFileAtomically(const QString& path, const QByteArray& bytes) {
    AtomicFile file(path);
    if (const auto ready = file.ready(); !ready)
        return ready;
    {
        const QByteArray name = QFile::encodeName(file.temporaryPath());
        const Descriptor out(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kAll));
        if (!out.isOpen())
            return std::unexpected(writeError(path, errno));
        for (qint64 written = 0; written < bytes.size();) {
            const ssize_t more =
                ::write(out.number(), bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
            if (more < 0 && errno != EINTR)
                return std::unexpected(writeError(path, errno));
            written += std::max<ssize_t>(more, 0);
        }
    }
    return file.commit();
}

Outcome checkRegular(const QString& path) {
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || S_ISREG(status.st_mode))
        return {};
    return std::unexpected(Error{.code = QStringLiteral("file.not_a_file"),
                                 .message = S_ISDIR(status.st_mode)
                                                ? tr("这是文件夹，不是文件；请写出其中文件的文件名。")
                                                : tr("这不是普通文件，而是设备、管道或终端，不能读取；请换一个文件。"),
                                 .place = {.file = path}});
}

Result<QByteArray> readFile(const QString& path, qint64 limit) {
    if (const auto regular = checkRegular(path); !regular)
        return std::unexpected(regular.error());
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly))
        return std::unexpected(Error{.code = QStringLiteral("file.read"),
                                     .message = tr("无法读取文件。请确认文件存在，并且有读取权限。"),
                                     .detail = in.errorString(),
                                     .place = {.file = path}});
    if (in.size() > limit)
        return std::unexpected(Error{.code = QStringLiteral("file.too_large"),
                                     .message = tr("文件大小为 %1 MiB，超过上限 %2 MiB。请删去无关内容后再试。")
                                                    .arg((in.size() + (1 << 20) - 1) >> 20)
                                                    .arg(limit >> 20),
                                     .place = {.file = path}});
    return in.readAll();
}

QString sha256Of(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace junheng::base
