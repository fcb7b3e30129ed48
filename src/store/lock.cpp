#include "store/lock.h"

#include "store/errors.h"
#include "store/tr.h"

#include <QFileInfo>

namespace junheng::store {

namespace {

// Two names of one file (a link, a relative path) must meet at one lock.
QString lockPath(const QString& file) {
    return QFileInfo(file).canonicalFilePath() + QStringLiteral(".lock");
}

[[noreturn]] void failLocked(const QLockFile& lock, const QString& file) {
    qint64 process = 0;
    QString machine;
    QString program;
    lock.getLockInfo(&process, &machine, &program);
    const QString owner = QFileInfo(lock.fileName()).owner();
    const QString unknown = tr("未知");
    fail("store.locked",
         tr("县数据文件正由用户“%1”在计算机“%2”上打开（程序 %3，进程 "
            "%4）。请先在那里关闭；如果确认没有人使用，删除“%5”后再试。")
             .arg(owner.isEmpty() ? unknown : owner, machine.isEmpty() ? unknown : machine,
                  program.isEmpty() ? unknown : program, QString::number(process), lock.fileName()),
         file);
}

} // namespace

WriterLock::WriterLock(const QString& file) : m_lock(lockPath(file)) {
    // A writer may stay open for days: only a dead process makes the lock stale.
    m_lock.setStaleLockTime(0);
    if (m_lock.tryLock())
        return;
    if (m_lock.error() == QLockFile::LockFailedError)
        failLocked(m_lock, file);
    failWrite(file, QStringLiteral("cannot make %1").arg(m_lock.fileName()));
}

} // namespace junheng::store
