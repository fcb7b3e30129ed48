#include "base/target.h"

#include "base/tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace junheng::base {

namespace {

constexpr int kMostLinks = 40; // as many as the system follows
constexpr mode_t kWriteBits = S_IWUSR | S_IWGRP | S_IWOTH;

std::unexpected<Error> refused(const char* code, const QString& path, const QString& message) {
    return std::unexpected(Error{.code = QLatin1StringView(code), .message = message, .place = {.file = path}});
}

std::optional<struct stat> statusOf(const QString& path) {
    struct stat status{};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return status;
}

// Root may write everything: what bears no right to be written is protected all the same.
bool isWritable(const QString& path, mode_t mode) {
    return (mode & kWriteBits) != 0 && ::access(QFile::encodeName(path).constData(), W_OK) == 0;
}

// Files that are open already, under other names: replacing these would not reach them.
bool isSystemFolder(const QString& folder) {
    return folder == QStringLiteral("/dev") || folder.startsWith(QStringLiteral("/proc/"));
}

// The folder with all its links resolved, and the name in it. Errors: those of findTarget().
Result<QString> inRealFolder(const QString& file, const QString& asked) {
    const QFileInfo info(file);
    if (info.fileName().isEmpty())
        return refused("file.not_a_file", asked, tr("这是文件夹，不能写成文件；请写出文件名。"));
    const QString folder = QFileInfo(info.path()).canonicalFilePath();
    const auto status = folder.isEmpty() ? std::nullopt : statusOf(folder);
    if (!status || !S_ISDIR(status->st_mode))
        return refused("file.write", asked,
                       tr("文件夹“%1”不存在，不能在里面写文件；请先建立它，或换一个位置。").arg(info.path()));
    return QDir(folder).filePath(info.fileName());
}

} // namespace

Error writeError(const QString& path, int number) {
    QString message = tr("无法写入文件；请确认文件夹存在、有写入权限、磁盘未满，且文件没有被其他程序占用。");
    if (number == ENOSPC || number == EDQUOT)
        message = tr("磁盘已满，没有写出文件；请腾出空间，或换一个位置。");
    else if (number == EACCES || number == EPERM || number == EROFS)
        message = tr("没有在这里写文件的权限；请换一个位置，或请管理员给予权限。");
    else if (number == ENAMETOOLONG)
        message = tr("文件名或路径太长，没有写出文件；请缩短文件名，或换一个位置。");
    return {.code = QStringLiteral("file.write"),
            .message = message,
            .detail = QString::fromLocal8Bit(std::strerror(number)),
            .place = {.file = path}};
}

Result<Target> findTarget(const QString& path) {
    QString file = QFileInfo(path).absoluteFilePath();
    if (path.endsWith(QChar(u'/')))
        return refused("file.not_a_file", path, tr("这是文件夹，不能写成文件；请写出文件名。"));
    for (int links = 0; links < kMostLinks; ++links) {
        auto real = inRealFolder(file, path);
        if (!real)
            return std::unexpected(real.error());
        file = *std::move(real);
        const QString folder = QFileInfo(file).path();
        const auto status = statusOf(file);
        if (!status && errno != ENOENT)
            return std::unexpected(writeError(path, errno));
        if (isSystemFolder(folder) ||
            (status && !S_ISREG(status->st_mode) && !S_ISLNK(status->st_mode) && !S_ISDIR(status->st_mode)))
            return refused("file.not_a_file", path,
                           tr("这不是普通文件，而是设备、管道或终端，不能写入；请换一个文件名。"));
        if (status && S_ISDIR(status->st_mode))
            return refused("file.not_a_file", path, tr("这是文件夹，不能写成文件；请写出文件名。"));
        if (status && S_ISLNK(status->st_mode)) {
            // What a link says is relative to the folder that it stands in.
            file = QDir(folder).absoluteFilePath(QFile::symLinkTarget(file));
            continue;
        }
        if (status && !isWritable(file, status->st_mode))
            return refused("file.protected", path, tr("文件是只读的，没有替换；请换一个文件名，或先去掉它的写保护。"));
        if (const auto around = statusOf(folder); !around || !isWritable(folder, around->st_mode))
            return refused("file.write", path,
                           tr("没有在文件夹“%1”里写文件的权限；请换一个位置，或请管理员给予权限。").arg(folder));
        return Target{.path = path, .file = file, .exists = status.has_value()};
    }
    return refused("file.write", path, tr("符号链接绕成了圈，找不到要写的文件；请换一个文件名。"));
}

QString fileIdentity(const QString& path) {
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        return QStringLiteral("%1:%2").arg(status.st_dev).arg(status.st_ino);
    const auto target = findTarget(path);
    return target ? target->file : QString();
}

bool isSameFile(const QString& one, const QString& other) {
    const QString identity = fileIdentity(one);
    return !identity.isEmpty() && identity == fileIdentity(other);
}

} // namespace junheng::base
