// What is not opened or not written, and that the file then stays as it was, byte for byte.
#include "store_fixture.h"

#include "base/system/files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace junheng::store {
namespace {

using model::Observation;
using ::testing::HasSubstr;

class RefusalTest : public StoreTest {
protected:
    void write(const QByteArray& bytes) const {
        QFile out(path());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    /// Neither access opens the file, and both leave it and its folder alone.
    void expectRefused(const char* code) const {
        const QByteArray before = bytesOf(path());
        const QStringList folder = files();
        for (const FileAccess access : {FileAccess::ReadWrite, FileAccess::ReadOnly}) {
            const auto file = CountyFile::open(path(), access);
            EXPECT_EQ(codeOf(file), QString::fromUtf8(code)) << (file ? "" : file.error().detail.toStdString());
            EXPECT_EQ(file ? QString() : file.error().place.file, path());
        }
        EXPECT_EQ(bytesOf(path()), before);
        EXPECT_EQ(files(), folder);
    }

    [[nodiscard]] QStringList files() const {
        return QFileInfo(path()).dir().entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};

TEST_F(RefusalTest, AnEmptyFile) {
    write({});
    expectRefused("store.damaged");
}

TEST_F(RefusalTest, AWorkbook) {
    write(QByteArrayLiteral("PK\x03\x04") + QByteArray(5000, 'x'));
    expectRefused("store.foreign");
}

TEST_F(RefusalTest, AnotherProgramsDatabase) {
    runSql(path(), "PRAGMA application_id = 1; CREATE TABLE county (code, name, standard); PRAGMA user_version = 1;");
    expectRefused("store.foreign");
}

TEST_F(RefusalTest, ANewerFile) {
    created();
    runSql(path(), "PRAGMA user_version = 1000;");
    expectRefused("store.newer");
}

TEST_F(RefusalTest, ATruncatedFile) {
    created();
    const QByteArray whole = bytesOf(path());
    for (const qsizetype size : {qsizetype{60}, qsizetype{100}, qsizetype{4096}, whole.size() - 1}) {
        write(whole.left(size));
        expectRefused("store.damaged");
    }
}

TEST_F(RefusalTest, ScrambledPages) {
    created();
    QByteArray bytes = bytesOf(path());
    for (qsizetype i = 4096; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 31);
    write(bytes);
    expectRefused("store.damaged");
}

TEST_F(RefusalTest, MarksWithoutContent) {
    runSql(path(), "PRAGMA application_id = 0x4A484A48; PRAGMA user_version = 1; CREATE TABLE other (x);");
    expectRefused("store.damaged");
}

TEST_F(RefusalTest, AMissingFileAndAFolder) {
    EXPECT_EQ(codeOf(CountyFile::open(path(), FileAccess::ReadWrite)), QStringLiteral("store.not_found"));
    EXPECT_EQ(codeOf(CountyFile::open(QDir::tempPath(), FileAccess::ReadOnly)), QStringLiteral("store.not_found"));
    EXPECT_FALSE(QFileInfo::exists(path()));
}

TEST_F(RefusalTest, CreatingOverAFile) {
    write("precious");
    const QStringList folder = files();
    EXPECT_EQ(codeOf(CountyFile::create(path(), {}, {})), QStringLiteral("store.exists"));
    EXPECT_EQ(bytesOf(path()), QByteArrayLiteral("precious"));
    EXPECT_EQ(files(), folder);
}

TEST_F(RefusalTest, CreatingWhereNothingCanBeWritten) {
    EXPECT_EQ(codeOf(CountyFile::create(pathOf(QStringLiteral("none/县.junheng")), {}, {})),
              QStringLiteral("store.write"));
    EXPECT_EQ(codeOf(CountyFile::create(QStringLiteral("/proc/县.junheng"), {}, {})), QStringLiteral("store.write"));
}

TEST_F(RefusalTest, CreatingLeavesNothingBehindButTheFile) {
    created();
    EXPECT_EQ(files(), QStringList{QFileInfo(path()).fileName()});
}

TEST_F(RefusalTest, ASecondWriterLearnsWhoTheFirstIs) {
    const auto first = created();
    const auto second = CountyFile::open(path(), FileAccess::ReadWrite);
    ASSERT_EQ(codeOf(second), QStringLiteral("store.locked"));
    EXPECT_THAT(second.error().message.toStdString(), HasSubstr(QSysInfo::machineHostName().toStdString()));
    EXPECT_THAT(second.error().message.toStdString(), HasSubstr(first->user().toStdString()));
    EXPECT_THAT(second.error().message.toStdString(), HasSubstr(QString::number(::getpid()).toStdString()));
}

TEST_F(RefusalTest, ASecondWriterByAnotherName) {
    const auto first = created();
    const QString link = pathOf(QStringLiteral("快捷方式.junheng"));
    ASSERT_TRUE(QFile::link(path(), link));
    EXPECT_EQ(codeOf(CountyFile::open(link, FileAccess::ReadWrite)), QStringLiteral("store.locked"));
}

TEST_F(RefusalTest, AReaderBesideAWriterSeesEachCommitAndWritesNothing) {
    const auto writer = created();
    const auto reader = opened(FileAccess::ReadOnly);
    setPupils(*writer, 45);
    EXPECT_EQ(pupils(*reader), Observation::ofAmount(45));
    setPupils(*writer, 46);
    EXPECT_EQ(pupils(*reader), Observation::ofAmount(46));
    EXPECT_TRUE(reader->verify()->empty());
    EXPECT_EQ(codeOf(reader->commit(
                  kYear, edit({change(section(QStringLiteral("primary")), "pupils", Observation::ofAmount(46), {})}))),
              QStringLiteral("store.read_only"));
}

TEST_F(RefusalTest, AnotherProcess) {
    const auto writer = created();
    const pid_t child = ::fork();
    if (child == 0) {
        const bool locked = codeOf(CountyFile::open(path(), FileAccess::ReadWrite)) == QStringLiteral("store.locked");
        const auto reader = CountyFile::open(path(), FileAccess::ReadOnly);
        ::_exit(locked && reader && (*reader)->load(kYear)->schools().rowCount() == 1 ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

TEST_F(RefusalTest, AFileChangedBehindOurBack) {
    const auto file = created();
    setPupils(*file, 45);
    runSql(path(), "UPDATE county SET name = 'other'");
    const QByteArray before = bytesOf(path());
    const auto next = edit({change(section(QStringLiteral("primary")), "pupils", Observation::ofAmount(45), {})});
    EXPECT_EQ(codeOf(file->commit(kYear, next)), QStringLiteral("store.changed_elsewhere"));
    EXPECT_EQ(bytesOf(path()), before);
}

// A colleague's copy with as many commits and bytes, laid over the open file in place: SQLite's counter is the same.
TEST_F(RefusalTest, ACopyLaidOverBehindOurBack) {
    const auto file = created();
    const QString copy = pathOf(QStringLiteral("副本.junheng"));
    ASSERT_TRUE(QFile::copy(path(), copy));
    setPupils(*file, 45);
    const std::uint64_t size = base::system::stampOf(path())->size;
    setPupils(**CountyFile::open(copy, FileAccess::ReadWrite), 46);
    const QByteArray theirs = bytesOf(copy);
    ASSERT_EQ(static_cast<std::uint64_t>(theirs.size()), size);
    QFile over(path()); // in place: the same file with other bytes
    ASSERT_TRUE(over.open(QIODevice::ReadWrite));
    ASSERT_EQ(over.write(theirs), theirs.size());
    over.close();
    const auto next = edit({change(section(QStringLiteral("primary")), "pupils", Observation::ofAmount(45), {})});
    EXPECT_EQ(codeOf(file->commit(kYear, next)), QStringLiteral("store.changed_elsewhere"));
    EXPECT_EQ(bytesOf(path()), theirs);
}

// A network drive may tell the time of the last write late: that is no other program.
TEST_F(RefusalTest, AnotherTimeAloneIsNoChange) {
    const auto file = created();
    QFile touched(path());
    ASSERT_TRUE(touched.open(QIODevice::ReadWrite));
    ASSERT_TRUE(touched.setFileTime(QDateTime(QDate(2030, 1, 1), QTime(0, 0)), QFileDevice::FileModificationTime));
    touched.close();
    setPupils(*file, 45);
    EXPECT_EQ(pupils(*opened(FileAccess::ReadOnly)), Observation::ofAmount(45));
}

TEST_F(RefusalTest, AFileReplacedOrRemovedBehindOurBack) {
    const auto file = created();
    setPupils(*file, 45);
    const auto next = edit({change(section(QStringLiteral("primary")), "pupils", Observation::ofAmount(45), {})});
    const QByteArray bytes = bytesOf(path());
    ASSERT_TRUE(QFile::remove(path()));
    EXPECT_EQ(codeOf(file->commit(kYear, next)), QStringLiteral("store.changed_elsewhere"));
    EXPECT_FALSE(QFileInfo::exists(path()));
    write(bytes);
    EXPECT_EQ(codeOf(file->commit(kYear, next)), QStringLiteral("store.changed_elsewhere"));
    EXPECT_EQ(bytesOf(path()), bytes);
}

TEST_F(RefusalTest, AFullDisk) {
    const auto file = created();
    const QByteArray before = bytesOf(path());
    std::vector<model::Change> changes;
    for (int i = 0; i < 3000; ++i)
        changes.push_back(existence(model::SubjectKey::ofSchool(QString::number(9'902'000'000 + i)), true));

    // No file may grow beyond what this one has now: writes fail as on a full disk.
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{.rlim_cur = static_cast<rlim_t>(before.size()), .rlim_max = old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
    const QString code = codeOf(file->commit(kYear, edit(changes)));
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);

    EXPECT_EQ(code, QStringLiteral("store.write"));
    EXPECT_EQ(file->load(kYear)->schools().rowCount(), 1);
    EXPECT_TRUE(file->verify()->empty());
    EXPECT_EQ(codeOf(file->commit(kYear, edit(changes))), QString());
    EXPECT_EQ(file->load(kYear)->schools().rowCount(), 3001);
}

} // namespace
} // namespace junheng::store
