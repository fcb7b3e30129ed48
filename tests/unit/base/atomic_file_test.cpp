#include "base/atomic_file.h"
#include "base/system/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace junheng::base;
using namespace Qt::Literals::StringLiterals;

namespace {

class AtomicFileTest : public testing::Test {
protected:
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray nameOf(const QString& name) const { return QFile::encodeName(at(name)); }
    [[nodiscard]] struct stat statusOf(const QString& name) const {
        struct stat status{};
        EXPECT_EQ(::lstat(nameOf(name).constData(), &status), 0) << qPrintable(name);
        return status;
    }
    void put(const QString& name, const QByteArray& bytes) const {
        ASSERT_TRUE(writeFileAtomically(at(name), bytes)) << qPrintable(name);
    }
    [[nodiscard]] QByteArray bytesOf(const QString& name) const { return readFile(at(name), 1000).value_or("none"); }
    [[nodiscard]] QString refusalOf(const QString& path) const {
        const auto written = writeFileAtomically(path, "new");
        EXPECT_FALSE(written) << qPrintable(path);
        if (written)
            return {};
        EXPECT_EQ(written.error().place.file, path);
        EXPECT_EQ(written.error().message.count(u'。'), 1) << qPrintable(written.error().message);
        return written.error().code;
    }
    // What stands in the folder, hidden files too.
    [[nodiscard]] QStringList entries() const {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(AtomicFileTest, WritesWholeFiles) {
    put(u"报表.bin"_s, "first");
    put(u"报表.bin"_s, "second");
    EXPECT_EQ(bytesOf(u"报表.bin"_s), "second");
    EXPECT_EQ(entries(), QStringList{u"报表.bin"_s});
}

TEST_F(AtomicFileTest, LeavesTheTargetAloneWithoutCommit) {
    put(u"a.txt"_s, "kept");
    {
        const AtomicFile file(at(u"a.txt"_s));
        QFile out(file.temporaryPath());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write("half");
    }
    EXPECT_EQ(bytesOf(u"a.txt"_s), "kept");
    EXPECT_EQ(entries().size(), 1);
}

TEST_F(AtomicFileTest, ANewFileTakesNobodysName) {
    AtomicFile file(at(u"a.txt"_s));
    ASSERT_FALSE(junheng::base::system::writeNewFile(file.temporaryPath(), "mine"));
    put(u"a.txt"_s, "theirs"); // between the question and the rename
    const auto refused = file.commitNew();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, u"file.exists"_s);
    EXPECT_EQ(bytesOf(u"a.txt"_s), "theirs");

    ASSERT_TRUE(QFile::remove(at(u"a.txt"_s)));
    ASSERT_TRUE(file.commitNew());
    EXPECT_EQ(bytesOf(u"a.txt"_s), "mine");
    EXPECT_EQ(entries(), QStringList{u"a.txt"_s});
}

TEST_F(AtomicFileTest, SaysWhatIsWrong) {
    EXPECT_EQ(refusalOf(at(u"no/such/folder/a.txt"_s)), u"file.write"_s);
    const auto missing = readFile(at(u"none"_s), 10);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, u"file.read"_s);
    put(u"big"_s, QByteArray(11, 'x'));
    ASSERT_FALSE(readFile(at(u"big"_s), 10));
    EXPECT_EQ(readFile(at(u"big"_s), 10).error().code, u"file.too_large"_s);
    EXPECT_TRUE(readFile(at(u"big"_s), 11));
}

// A device never ends, and a pipe waits for somebody to write to it: neither is opened.
TEST_F(AtomicFileTest, OnlyRegularFilesAreRead) {
    ASSERT_EQ(::mkfifo(nameOf(u"pipe"_s).constData(), 0600), 0);
    ASSERT_TRUE(QFile::link(at(u"pipe"_s), at(u"link"_s)));
    for (const QString& path : {u"/dev/zero"_s, u"/dev/null"_s, at(u"pipe"_s), at(u"link"_s), at(u"."_s)}) {
        const auto read = readFile(path, 10);
        ASSERT_FALSE(read) << qPrintable(path);
        EXPECT_EQ(read.error().code, u"file.not_a_file"_s) << qPrintable(path);
        EXPECT_EQ(read.error().place.file, path);
    }
    put(u"real"_s, "x");
    ASSERT_TRUE(QFile::link(at(u"real"_s), at(u"to real"_s)));
    EXPECT_EQ(bytesOf(u"to real"_s), "x");
}

// Linux says of such files that they are empty.
TEST_F(AtomicFileTest, AFileThatIsLargerThanItSaysIsStillBounded) {
    ASSERT_EQ(QFileInfo(u"/proc/self/status"_s).size(), 0);
    const auto whole = readFile(u"/proc/self/status"_s, 1 << 20);
    ASSERT_TRUE(whole);
    EXPECT_TRUE(whole->startsWith("Name:"));
    const auto bounded = readFile(u"/proc/self/status"_s, 10);
    ASSERT_FALSE(bounded);
    EXPECT_EQ(bounded.error().code, u"file.too_large"_s);
}

// The first page of a process cannot be read: it opens and fails then.
TEST_F(AtomicFileTest, WhatFailsWhileItIsReadIsNoFile) {
    const auto read = readFile(u"/proc/self/mem"_s, 1000);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, u"file.read"_s);
    EXPECT_FALSE(read.error().detail.isEmpty());
}

TEST_F(AtomicFileTest, ALinkStaysALinkAndItsFileIsWritten) {
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(u"share"_s));
    put(u"share/a.txt"_s, "old");
    ASSERT_EQ(::symlink("share/a.txt", nameOf(u"relative"_s).constData()), 0);
    ASSERT_EQ(::symlink(nameOf(u"relative"_s).constData(), nameOf(u"of a link"_s).constData()), 0);
    ASSERT_EQ(::symlink(nameOf(u"share"_s).constData(), nameOf(u"folder"_s).constData()), 0);
    for (const QString& name : {u"relative"_s, u"of a link"_s, u"folder/a.txt"_s}) {
        put(name, name.toUtf8());
        EXPECT_EQ(bytesOf(u"share/a.txt"_s), name.toUtf8());
    }
    EXPECT_TRUE(S_ISLNK(statusOf(u"relative"_s).st_mode));
    EXPECT_TRUE(S_ISLNK(statusOf(u"of a link"_s).st_mode));
    EXPECT_EQ(entries(), (QStringList{u"folder"_s, u"of a link"_s, u"relative"_s, u"share"_s}));
}

// As a shell's > does.
TEST_F(AtomicFileTest, ALinkToNoFileYetNamesTheFileToBeMade) {
    ASSERT_EQ(::symlink("new.txt", nameOf(u"link"_s).constData()), 0);
    put(u"link"_s, "made");
    EXPECT_TRUE(S_ISLNK(statusOf(u"link"_s).st_mode));
    EXPECT_TRUE(S_ISREG(statusOf(u"new.txt"_s).st_mode));
    EXPECT_EQ(bytesOf(u"new.txt"_s), "made");
    ASSERT_EQ(::symlink("no folder/new.txt", nameOf(u"astray"_s).constData()), 0);
    EXPECT_EQ(refusalOf(at(u"astray"_s)), u"file.write"_s);
    ASSERT_EQ(::symlink("circle", nameOf(u"circle"_s).constData()), 0);
    EXPECT_EQ(refusalOf(at(u"circle"_s)), u"file.write"_s);
}

TEST_F(AtomicFileTest, WhatIsReplacedKeepsItsRights) {
    for (const mode_t mode : {0600U, 0640U, 0666U, 0755U}) {
        put(u"a.txt"_s, "old");
        ASSERT_EQ(::chmod(nameOf(u"a.txt"_s).constData(), mode), 0);
        put(u"a.txt"_s, "new");
        EXPECT_EQ(statusOf(u"a.txt"_s).st_mode & 07777, mode);
    }
    constexpr uid_t kNobody = 65534;
    if (::geteuid() == 0) {
        ASSERT_EQ(::chown(nameOf(u"a.txt"_s).constData(), kNobody, kNobody), 0);
        put(u"a.txt"_s, "newer");
        EXPECT_EQ(statusOf(u"a.txt"_s).st_uid, kNobody);
        EXPECT_EQ(statusOf(u"a.txt"_s).st_gid, kNobody);
    }
    const QByteArray file = nameOf(u"a.txt"_s);
    if (::setxattr(file.constData(), "user.origin", "school", 6, 0) == 0) {
        put(u"a.txt"_s, "newest");
        QByteArray value(6, ' ');
        EXPECT_EQ(::getxattr(file.constData(), "user.origin", value.data(), 6), 6);
        EXPECT_EQ(value, "school");
    }
}

TEST_F(AtomicFileTest, AFileWithSeveralNamesStaysOneFile) {
    put(u"a.txt"_s, "a long old text");
    ASSERT_EQ(::link(nameOf(u"a.txt"_s).constData(), nameOf(u"b.txt"_s).constData()), 0);
    const ino_t before = statusOf(u"a.txt"_s).st_ino;
    for (const QByteArray text : {"short", "a text that is longer than the old one was", ""}) {
        put(u"a.txt"_s, text);
        EXPECT_EQ(bytesOf(u"b.txt"_s), text);
    }
    EXPECT_EQ(statusOf(u"a.txt"_s).st_ino, before);
    EXPECT_EQ(entries(), (QStringList{u"a.txt"_s, u"b.txt"_s}));
}

TEST_F(AtomicFileTest, ANewFileHasTheRightsThatTheMaskLeaves) {
    for (const auto& [mask, rights] : {std::pair(022U, 0644U), std::pair(077U, 0600U), std::pair(002U, 0664U)}) {
        const mode_t before = ::umask(mask);
        const QString name = QString::number(mask);
        put(name, "x");
        ::umask(before);
        EXPECT_EQ(statusOf(name).st_mode & 07777, rights);
    }
}

// Also for root, and where a rename would go round the protection.
TEST_F(AtomicFileTest, WhatIsProtectedIsNotReplaced) {
    put(u"a.txt"_s, "kept");
    ASSERT_EQ(::chmod(nameOf(u"a.txt"_s).constData(), 0444), 0);
    ASSERT_EQ(::symlink("a.txt", nameOf(u"link"_s).constData()), 0);
    EXPECT_EQ(refusalOf(at(u"a.txt"_s)), u"file.protected"_s);
    EXPECT_EQ(refusalOf(at(u"link"_s)), u"file.protected"_s);
    EXPECT_EQ(bytesOf(u"a.txt"_s), "kept");
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(u"closed"_s));
    put(u"closed/b.txt"_s, "kept");
    ASSERT_EQ(::chmod(nameOf(u"closed"_s).constData(), 0555), 0);
    EXPECT_EQ(refusalOf(at(u"closed/b.txt"_s)), u"file.write"_s);
    EXPECT_EQ(refusalOf(at(u"closed/new.txt"_s)), u"file.write"_s);
    ASSERT_EQ(::chmod(nameOf(u"closed"_s).constData(), 0755), 0);
    EXPECT_EQ(bytesOf(u"closed/b.txt"_s), "kept");
    EXPECT_EQ(entries(), (QStringList{u"a.txt"_s, u"closed"_s, u"link"_s}));
}

TEST_F(AtomicFileTest, WhatIsNoFileIsNotReplaced) {
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(u"folder"_s));
    ASSERT_EQ(::mkfifo(nameOf(u"pipe"_s).constData(), 0666), 0);
    ASSERT_EQ(::symlink("/dev/stdout", nameOf(u"out"_s).constData()), 0);
    ASSERT_EQ(::symlink("folder", nameOf(u"to a folder"_s).constData()), 0);
    for (const QString& path :
         {at(u"folder"_s), at(u"new/"_s), at(u"folder/"_s), at(u"to a folder"_s), at(u"pipe"_s), at(u"out"_s),
          u"/dev/full"_s, u"/dev/stdout"_s, u"/dev/null"_s, u"/proc/self/fd/1"_s, u"/dev/fd/1"_s, u"/"_s})
        EXPECT_EQ(refusalOf(path), u"file.not_a_file"_s) << qPrintable(path);
    EXPECT_TRUE(S_ISFIFO(statusOf(u"pipe"_s).st_mode));
}

TEST_F(AtomicFileTest, NamesAreAsLongAsTheFileSystemTakes) {
    const QString longest = QString(85, u'县'); // 255 bytes
    put(longest, "x");
    EXPECT_EQ(bytesOf(longest), "x");
    EXPECT_EQ(refusalOf(at(longest + u'x')), u"file.write"_s);
}

TEST_F(AtomicFileTest, TwoNamesOfOneFile) {
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(u"folder"_s));
    put(u"a"_s, "x");
    put(u"b"_s, "x");
    ASSERT_EQ(::link(nameOf(u"a"_s).constData(), nameOf(u"hard"_s).constData()), 0);
    ASSERT_EQ(::symlink("a", nameOf(u"soft"_s).constData()), 0);
    ASSERT_EQ(::symlink("../new", nameOf(u"folder/dangling"_s).constData()), 0);
    for (const QString& other : {u"a"_s, u"hard"_s, u"soft"_s, u"folder/../a"_s})
        EXPECT_TRUE(isSameFile(at(u"a"_s), at(other))) << qPrintable(other);
    EXPECT_TRUE(isSameFile(at(u"new"_s), at(u"folder/../new"_s)));
    EXPECT_TRUE(isSameFile(at(u"new"_s), at(u"folder/dangling"_s)));
    EXPECT_FALSE(isSameFile(at(u"a"_s), at(u"b"_s)));
    EXPECT_FALSE(isSameFile(at(u"a"_s), at(u"new"_s)));
    EXPECT_FALSE(isSameFile(at(u"new"_s), at(u"folder/new"_s)));
}

TEST(AtomicFile, Fingerprint) {
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    EXPECT_EQ(sha256Of("abc"), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}
