#include "base/atomic_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace junheng::base {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("base", text);
}

Error writeError(const QString& path, const QString& detail) {
    return {.code = QStringLiteral("file.write"),
            .message = tr("无法写入文件。请确认文件夹存在、有写入权限、磁盘未满，且文件没有被其他程序占用。"),
            .detail = detail,
            .place = {.file = path}};
}

// Without it a rename may survive a power cut while the bytes do not.
bool syncToDisk(const QString& path) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

} // namespace

AtomicFile::AtomicFile(const QString& target) : m_target(target) {
    const QFileInfo info(target);
    const QString token = QUuid::createUuid().toString(QUuid::Id128).left(8);
    m_temporary = info.path() + QStringLiteral("/.") + info.fileName() + QChar(u'.') + token + QStringLiteral(".tmp");
}

AtomicFile::~AtomicFile() {
    if (!m_committed)
        QFile::remove(m_temporary);
}

Outcome AtomicFile::commit() {
    if (!syncToDisk(m_temporary))
        return std::unexpected(writeError(m_target, QString::fromLocal8Bit(std::strerror(errno))));
    if (std::rename(QFile::encodeName(m_temporary).constData(), QFile::encodeName(m_target).constData()) != 0)
        return std::unexpected(writeError(m_target, QString::fromLocal8Bit(std::strerror(errno))));
    m_committed = true;
    return {};
}

Outcome writeFileAtomically(const QString& path, const QByteArray& bytes) {
    AtomicFile file(path);
    {
        QFile out(file.temporaryPath());
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.flush())
            return std::unexpected(writeError(path, out.errorString()));
    }
    return file.commit();
}

Result<QByteArray> readFile(const QString& path, qint64 limit) {
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
