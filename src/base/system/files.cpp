#include "base/system/files.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace junheng::base::system {

namespace {

constexpr mode_t kRights = 07777;
constexpr mode_t kAll = 0666; // what the user's mask leaves of it
constexpr mode_t kWriteBits = S_IWUSR | S_IWGRP | S_IWOTH;

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

std::error_code errorOf(int number) {
    // A quota that is used up is a full disk to its user.
    return {number == EDQUOT ? ENOSPC : number, std::generic_category()};
}

FileKind kindFrom(mode_t mode) {
    if (S_ISREG(mode))
        return FileKind::File;
    if (S_ISDIR(mode))
        return FileKind::Folder;
    return S_ISLNK(mode) ? FileKind::Link : FileKind::Other;
}

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

int writeAll(int to, const char* bytes, std::size_t count) {
    for (std::size_t written = 0; written < count;) {
        const ssize_t more = ::write(to, bytes + written, count - written);
        if (more < 0 && errno != EINTR)
            return errno;
        written += static_cast<std::size_t>(std::max<ssize_t>(more, 0));
    }
    return 0;
}

int copyBytes(int from, int to) {
    constexpr std::size_t kAtOnce = 1 << 16;
    std::array<char, kAtOnce> buffer{};
    off_t size = 0;
    for (;;) {
        const ssize_t got = ::pread(from, buffer.data(), buffer.size(), size);
        if (got == 0)
            return ::ftruncate(to, size) == 0 && ::fsync(to) == 0 ? 0 : errno;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (const int failure = writeAll(to, buffer.data(), static_cast<std::size_t>(got)); failure != 0)
            return failure;
        size += got;
    }
}

// Writes over the old file; it is touched only once there is room.
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
    return copyBytes(fresh, target.number());
}

// A name is on the disk only when its folder is. Some network drives cannot sync folders.
int syncFolderOf(const QString& path) {
    const QByteArray name = QFile::encodeName(QFileInfo(path).path());
    const Descriptor folder(::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen())
        return errno == EACCES ? 0 : errno; // a folder that may be written to, not listed
    return ::fsync(folder.number()) == 0 || errno == EINVAL || errno == EOPNOTSUPP ? 0 : errno;
}

} // namespace

std::expected<FileStatus, std::error_code> statusOf(const QString& path) {
    const QByteArray name = QFile::encodeName(path);
    struct stat status{};
    if (::lstat(name.constData(), &status) != 0)
        return std::unexpected(lastError());
    // Root may write everything: what bears no right to be written is protected all the same.
    return FileStatus{.kind = kindFrom(status.st_mode),
                      .mayBeWritten = (status.st_mode & kWriteBits) != 0 && ::access(name.constData(), W_OK) == 0};
}

std::optional<FileKind> kindOf(const QString& path) {
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return kindFrom(status.st_mode);
}

bool isDeviceFolder(const QString& folder) {
    return folder == QStringLiteral("/dev") || folder.startsWith(QStringLiteral("/proc/"));
}

std::optional<FileStamp> stampOf(const QString& path) {
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return FileStamp{.identity = {.volume = status.st_dev, .number = status.st_ino},
                     .size = static_cast<std::uint64_t>(status.st_size),
                     .written = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

std::error_code writeNewFile(const QString& path, const QByteArray& bytes) {
    const QByteArray name = QFile::encodeName(path);
    const Descriptor out(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kAll));
    if (!out.isOpen())
        return lastError();
    return errorOf(writeAll(out.number(), bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

std::error_code replaceFile(const QString& fresh, const QString& target) {
    const QByteArray from = QFile::encodeName(fresh);
    const QByteArray to = QFile::encodeName(target);
    const Descriptor file(::open(from.constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return lastError();
    if (QFile::exists(target) && !takeAfter(to, file.number()))
        return errorOf(overwrite(to, file.number()));
    // Without it a rename may survive a power cut while the bytes do not.
    if (::fsync(file.number()) != 0 || std::rename(from.constData(), to.constData()) != 0)
        return lastError();
    return errorOf(syncFolderOf(target));
}

std::error_code placeNewFile(const QString& fresh, const QString& target) {
    const QByteArray from = QFile::encodeName(fresh);
    const QByteArray to = QFile::encodeName(target);
    const Descriptor file(::open(from.constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen() || ::fsync(file.number()) != 0)
        return lastError();
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) != 0) {
        if (errno != EINVAL && errno != ENOSYS)
            return lastError();
        // A file system that cannot do it in one step: a second name is refused as well where there is one.
        if (::link(from.constData(), to.constData()) != 0 || ::unlink(from.constData()) != 0)
            return lastError();
    }
    return errorOf(syncFolderOf(target));
}

std::error_code lastError() {
    return errorOf(errno);
}

} // namespace junheng::base::system
