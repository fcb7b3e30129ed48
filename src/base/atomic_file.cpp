#include "base/atomic_file.h"

#include "base/system/files.h"
#include "base/tr.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace junheng::base {

AtomicFile::AtomicFile(const QString& target) : m_target(findTarget(target)) {
    const QString token = QUuid::createUuid().toString(QUuid::Id128).left(8);
    m_temporary = QFileInfo(m_target ? m_target->file : target).path() + QStringLiteral("/.junheng-%1.tmp").arg(token);
}

AtomicFile::~AtomicFile() {
    QFile::remove(m_temporary); // where it was renamed there is none
}

Outcome AtomicFile::ready() const {
    return m_target ? Outcome() : std::unexpected(m_target.error());
}

Outcome AtomicFile::commit() {
    return commitBy(system::replaceFile);
}

Outcome AtomicFile::commitNew() {
    return commitBy(system::placeNewFile);
}

Outcome AtomicFile::commitBy(Placing place) {
    if (!m_target)
        return ready();
    const std::error_code failure = place(m_temporary, m_target->file);
    if (failure == std::errc::file_exists)
        return std::unexpected(Error{.code = QStringLiteral("file.exists"),
                                     .message = tr("文件已经存在，没有覆盖。请换一个文件名。"),
                                     .place = {.file = m_target->path}});
    if (failure)
        return std::unexpected(writeError(m_target->path, failure));
    return {};
}

Outcome writeFileAtomically(const QString& path, const QByteArray& bytes) {
    AtomicFile file(path);
    if (const auto ready = file.ready(); !ready)
        return ready;
    if (const std::error_code failure = system::writeNewFile(file.temporaryPath(), bytes))
        return std::unexpected(writeError(path, failure));
    return file.commit();
}

Outcome checkRegular(const QString& path) {
    const auto kind = system::kindOf(path);
    if (!kind || kind == system::FileKind::File)
        return {};
    return std::unexpected(Error{.code = QStringLiteral("file.not_a_file"),
                                 .message = kind == system::FileKind::Folder
                                                ? tr("这是文件夹，不是文件；请写出其中文件的文件名。")
                                                : tr("这不是普通文件，而是设备、管道或终端，不能读取；请换一个文件。"),
                                 .place = {.file = path}});
}

Result<QByteArray> readFile(const QString& path, qint64 limit) {
    if (const auto regular = checkRegular(path); !regular)
        return std::unexpected(regular.error());
    QFile in(path);
    const auto unreadable = [&] {
        return std::unexpected(Error{.code = QStringLiteral("file.read"),
                                     .message = tr("无法读取文件。请确认文件存在，并且有读取权限。"),
                                     .detail = in.errorString(),
                                     .place = {.file = path}});
    };
    if (!in.open(QIODevice::ReadOnly))
        return unreadable();
    // Piece by piece: a file may grow while it is read, and some say that they are smaller than they are.
    constexpr qint64 kPiece = 1 << 20;
    QByteArray bytes;
    bool ended = in.size() > limit;
    while (!ended && bytes.size() <= limit) {
        const qsizetype before = bytes.size();
        bytes.resize(before + kPiece);
        const qint64 got = in.read(bytes.data() + before, kPiece);
        bytes.resize(before + std::max<qint64>(got, 0));
        if (got < 0)
            return unreadable();
        ended = got == 0;
    }
    const qint64 size = std::max(in.size(), qint64{bytes.size()});
    if (size > limit)
        return std::unexpected(Error{.code = QStringLiteral("file.too_large"),
                                     .message = tr("文件大小为 %1 MiB，超过上限 %2 MiB。请删去无关内容后再试。")
                                                    .arg((size + (1 << 20) - 1) >> 20)
                                                    .arg(limit >> 20),
                                     .place = {.file = path}});
    return bytes;
}

QString sha256Of(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace junheng::base
