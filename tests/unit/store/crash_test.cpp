// A program killed with the file open leaves a lock and perhaps a rollback journal; the next one goes on.
#include "store_fixture.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

namespace junheng::store {
namespace {

using model::Observation;

class CrashTest : public StoreTest {
protected:
    template <class Work> static void inKilledProcess(Work work) {
        const pid_t child = ::fork();
        if (child == 0) {
            work();
            ::raise(SIGKILL);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }

    // Kills a writer in the middle of a transaction that has reached the file, as SQLite does when its cache is full.
    void leaveRollbackJournal() const {
        inKilledProcess([&] {
            sqlite3* database = nullptr;
            sqlite3_open(QFile::encodeName(path()).constData(), &database);
            sqlite3_exec(
                database,
                "PRAGMA cache_size = 1; BEGIN; UPDATE subject SET figures = '{}';"
                "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                " INSERT INTO subject (year, kind, school, part, alive) SELECT 2025, 'school', i, '', 1 FROM n;",
                nullptr, nullptr, nullptr);
        });
        ASSERT_TRUE(QFileInfo::exists(path() + QStringLiteral("-journal")));
        ASSERT_TRUE(bytesOf(path()).contains(QByteArrayLiteral("school4")));
    }
};

TEST_F(CrashTest, TheLockOfADeadProcessIsTakenOver) {
    created();
    inKilledProcess([&] { std::ignore = CountyFile::open(path(), FileAccess::ReadWrite)->release(); });
    ASSERT_TRUE(QFileInfo::exists(path() + QStringLiteral(".lock")));
    setPupils(*opened(), 45);
}

// The machine stopped before the lock's owner was on the disk.
TEST_F(CrashTest, AnEmptyLockIsTakenOverOnceItIsOld) {
    created();
    QFile lock(path() + QStringLiteral(".lock"));
    ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
    const auto fresh = CountyFile::open(path(), FileAccess::ReadWrite);
    ASSERT_FALSE(fresh);
    EXPECT_EQ(fresh.error().code, QStringLiteral("store.locked"));
    EXPECT_THAT(fresh.error().message.toStdString(), ::testing::HasSubstr("请稍候再试"));
    ASSERT_TRUE(lock.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    lock.close();
    setPupils(*opened(), 45);
}

TEST_F(CrashTest, WhatWasCommittedIsThere) {
    created();
    inKilledProcess([&] { setPupils(**CountyFile::open(path(), FileAccess::ReadWrite), 45); });
    EXPECT_EQ(pupils(*opened(FileAccess::ReadOnly)), Observation::ofAmount(45));
}

TEST_F(CrashTest, AnUnfinishedTransactionIsTakenBack) {
    setPupils(*created(), 45);
    for (const FileAccess access : {FileAccess::ReadWrite, FileAccess::ReadOnly}) {
        leaveRollbackJournal();
        const auto file = opened(access);
        EXPECT_EQ(pupils(*file), Observation::ofAmount(45));
        EXPECT_EQ(file->load(kYear)->schools().rowCount(), 1);
        EXPECT_TRUE(file->verify()->empty());
    }
}

} // namespace
} // namespace junheng::store
