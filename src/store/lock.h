// One writer at a time: the lock file beside the county file.
#pragma once

#include <QLockFile>
#include <QString>

namespace junheng::store {

/// Held from construction to destruction; a lock left by a program that no longer runs on this machine is taken over.
class WriterLock {
public:
    explicit WriterLock(const QString& file);

private:
    bool takeNamelessLock();

    QLockFile m_lock;
};

} // namespace junheng::store
