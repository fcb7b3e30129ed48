#include "store/errors.h"

#include "store/tr.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace junheng::store {

void fail(const char* code, const QString& message, const QString& file, const QString& detail) {
    throw Failure({.code = QLatin1StringView(code), .message = message, .detail = detail, .place = {.file = file}});
}

void failDamaged(const QString& file, const QString& detail) {
    fail("store.damaged",
         tr("县数据文件已损坏或不完整，无法读取。请不要继续使用，改用最近的备份；文件本身没有被改动。"), file, detail);
}

void failWrite(const QString& file, const QString& detail) {
    fail("store.write", tr("无法写入县数据文件。请确认文件夹存在、有写入权限、磁盘未满；文件中的数据没有改变。"), file,
         detail);
}

void failInvalidChange(const QString& file, const QString& detail) {
    fail("store.invalid_change", tr("程序内部错误，这次修改没有保存，原有数据没有改变。请重新打开文件再试。"), file,
         detail);
}

void failNewerValue(const QString& file, const QString& detail) {
    fail("store.newer_value", tr("涉及的数据由更新版本的均衡填写，本版本不能识别，因此没有改动。请升级后再操作。"),
         file, detail);
}

namespace {

bool isInWalMode(const QString& file) {
    QFile in(file);
    constexpr int kReadVersion = 19;
    return in.open(QIODevice::ReadOnly) && in.read(kReadVersion + 1).endsWith('\x02');
}

[[noreturn]] void failRead(const QString& file, const QString& detail) {
    if (QFileInfo::exists(file + QStringLiteral("-journal")))
        fail("store.read",
             tr("上次写入没有完成，留有“%1-"
                "journal”，要先复原才能读取，而这里不能写入。请把这两个文件一起复制到可以写入的"
                "文件夹，再打开其中的副本。")
                 .arg(QFileInfo(file).fileName()),
             file, detail);
    if (isInWalMode(file))
        fail("store.read",
             tr("其他程序把县数据文件改成了 WAL "
                "方式，在不能写入的文件夹中读不了。请把它（有“-wal”文件的，连同该文件）复制到"
                "可以写入的文件夹，再打开其中的副本。"),
             file, detail);
    fail("store.read", tr("无法读取县数据文件。请确认文件还在、有读取权限，网络盘或移动盘连接正常，然后再试。"), file,
         detail);
}

[[noreturn]] void failAltered(const QString& file, const QString& detail) {
    fail("store.altered", tr("县数据文件的结构被其他程序改动过，这次操作没有进行，文件没有改动。请改用最近的备份。"),
         file, detail);
}

} // namespace

void checkPath(const QString& file, int spareBytes) {
    // SQLite takes paths of 512 bytes, systems names of 255.
    constexpr qsizetype kLongestPath = 512;
    constexpr qsizetype kLongestName = 255 - 8; // the journal's is 8 bytes longer
    const QFileInfo info(file);
    const QString real = info.canonicalFilePath();
    const QByteArray path = QFile::encodeName(real.isEmpty() ? info.absoluteFilePath() : real);
    const qsizetype name = path.size() - path.lastIndexOf('/') - 1;
    const auto refuse = [&](const QString& what, qsizetype bytes, qsizetype most) {
        constexpr int kBytesOfHan = 3;
        fail("store.path_too_long",
             tr("%1太长：有 %2 字节，最多 %3 字节（约 %4 "
                "个汉字）。请把文件放到层次较少、名称较短的文件夹，或换用较短的文件"
                "名。")
                 .arg(what)
                 .arg(bytes)
                 .arg(most)
                 .arg(most / kBytesOfHan),
             file);
    };
    if (name > kLongestName)
        refuse(tr("文件名"), name, kLongestName);
    if (path.size() + spareBytes > kLongestPath)
        refuse(tr("路径"), path.size(), kLongestPath - spareBytes);
}

void failFromSqlite(int resultCode, const QString& file, const QString& detail, FileAccess access) {
    switch (resultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        fail("store.busy", tr("另一个程序正在读写县数据文件。请稍候再试；原有数据没有改变。"), file, detail);
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        if (access == FileAccess::ReadOnly)
            failRead(file, detail);
        failWrite(file, detail);
    case SQLITE_NOMEM:
        fail("store.memory", tr("内存不足，操作没有完成；原有数据没有改变。请关闭其他程序后再试。"), file, detail);
    case SQLITE_TOOBIG:
        fail("store.too_large", tr("县数据文件中有一项内容过大，无法处理；原有数据没有改变。请改用最近的备份。"), file,
             detail);
    case SQLITE_CONSTRAINT:
        failAltered(file, detail);
    case SQLITE_ERROR:
        // SQLite's words for a trigger, view or index that calls what it must not.
        if (detail.contains(QStringLiteral("unsafe use of")) || detail.contains(QStringLiteral("prohibited")))
            failAltered(file, detail);
        failDamaged(file, detail);
    default:
        failDamaged(file, detail);
    }
}

} // namespace junheng::store
