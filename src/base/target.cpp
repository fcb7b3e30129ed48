#include "base/target.h"

#include "base/system/files.h"
#include "base/tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace junheng::base {

namespace {

constexpr int kMostLinks = 40; // as many as the system follows

std::unexpected<Error> refusedAt(const QString& path, const char* code, const QString& message) {
    return std::unexpected(Error{.code = QLatin1StringView(code), .message = message, .place = {.file = path}});
}

// The folder with all its links resolved, and the name in it. Errors: those of findTarget().
Result<QString> inRealFolder(const QString& file, const QString& asked) {
    const QFileInfo info(file);
    if (info.fileName().isEmpty())
        return refusedAt(asked, "file.not_a_file", tr("这是文件夹，不能写成文件；请写出文件名。"));
    const QString folder = QFileInfo(info.path()).canonicalFilePath();
    if (folder.isEmpty() || system::kindOf(folder) != system::FileKind::Folder)
        return refusedAt(asked, "file.write",
                         tr("文件夹“%1”不存在，不能在里面写文件；请先建立它，或换一个位置。").arg(info.path()));
    return QDir(folder).filePath(info.fileName());
}

} // namespace

Error writeError(const QString& path, const std::error_code& failure) {
    QString message = tr("无法写入文件；请确认文件夹存在、有写入权限、磁盘未满，且文件没有被其他程序占用。");
    if (failure == std::errc::no_space_on_device)
        message = tr("磁盘已满，没有写出文件；请腾出空间，或换一个位置。");
    else if (failure == std::errc::permission_denied || failure == std::errc::operation_not_permitted ||
             failure == std::errc::read_only_file_system)
        message = tr("没有在这里写文件的权限；请换一个位置，或请管理员给予权限。");
    else if (failure == std::errc::filename_too_long)
        message = tr("文件名或路径太长，没有写出文件；请缩短文件名，或换一个位置。");
    return {.code = QStringLiteral("file.write"),
            .message = message,
            .detail = QString::fromStdString(failure.message()),
            .place = {.file = path}};
}

Result<Target> findTarget(const QString& path) {
    QString file = QFileInfo(path).absoluteFilePath();
    if (path.endsWith(QChar(u'/')))
        return refusedAt(path, "file.not_a_file", tr("这是文件夹，不能写成文件；请写出文件名。"));
    for (int links = 0; links < kMostLinks; ++links) {
        auto real = inRealFolder(file, path);
        if (!real)
            return std::unexpected(real.error());
        file = *std::move(real);
        const QString folder = QFileInfo(file).path();
        const auto status = system::statusOf(file);
        if (!status && status.error() != std::errc::no_such_file_or_directory)
            return std::unexpected(writeError(path, status.error()));
        if (system::isDeviceFolder(folder) || (status && status->kind == system::FileKind::Other))
            return refusedAt(path, "file.not_a_file",
                             tr("这不是普通文件，而是设备、管道或终端，不能写入；请换一个文件名。"));
        if (status && status->kind == system::FileKind::Folder)
            return refusedAt(path, "file.not_a_file", tr("这是文件夹，不能写成文件；请写出文件名。"));
        if (status && status->kind == system::FileKind::Link) {
            // What a link says is relative to the folder that it stands in.
            file = QDir(folder).absoluteFilePath(QFile::symLinkTarget(file));
            continue;
        }
        if (status && !status->mayBeWritten)
            return refusedAt(path, "file.protected",
                             tr("文件是只读的，没有替换；请换一个文件名，或先去掉它的写保护。"));
        if (const auto around = system::statusOf(folder); !around || !around->mayBeWritten)
            return refusedAt(path, "file.write",
                             tr("没有在文件夹“%1”里写文件的权限；请换一个位置，或请管理员给予权限。").arg(folder));
        return Target{.path = path, .file = file, .exists = status.has_value()};
    }
    return refusedAt(path, "file.write", tr("符号链接绕成了圈，找不到要写的文件；请换一个文件名。"));
}

QString fileIdentity(const QString& path) {
    if (const auto stamp = system::stampOf(path))
        return QStringLiteral("%1:%2").arg(stamp->identity.volume).arg(stamp->identity.number);
    const auto target = findTarget(path);
    return target ? target->file : QString();
}

bool isSameFile(const QString& one, const QString& other) {
    const QString identity = fileIdentity(one);
    return !identity.isEmpty() && identity == fileIdentity(other);
}

} // namespace junheng::base
