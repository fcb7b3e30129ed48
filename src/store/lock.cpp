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
    if (process == 0)
        fail("store.locked", tr("县数据文件刚被打开，“%1”还没有写明是谁打开的。请稍候再试。").arg(lock.fileName()),
             file);
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
    if (m_lock.tryLock() || (m_lock.error() == QLockFile::LockFailedError && takeNamelessLock()))
        return;
    if (m_lock.error() == QLockFile::LockFailedError)
        failLocked(m_lock, file);
    failWrite(file, QStringLiteral("cannot make %1").arg(m_lock.fileName()));
}

// Left by a power cut or a kill before its owner stood in it. A living program writes that at once.
bool WriterLock::takeNamelessLock() {
    qint64 process = 0;
    QString unread;
    if (m_lock.getLockInfo(&process, &unread, &unread))
        return false;
    constexpr int kMostMilliseconds = 10'000;
    m_lock.setStaleLockTime(kMostMilliseconds);
    const bool taken = m_lock.tryLock();
    m_lock.setStaleLockTime(0);
    return taken;
}

} // namespace junheng::store
