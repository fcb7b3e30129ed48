#include "base/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace junheng::base;

TEST(AtomicFile, WritesWholeFiles) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("报表.bin"));
    ASSERT_TRUE(writeFileAtomically(path, "first"));
    ASSERT_TRUE(writeFileAtomically(path, "second"));
    EXPECT_EQ(readFile(path, 100).value(), QByteArray("second"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("报表.bin")});
}

TEST(AtomicFile, LeavesTheTargetAloneWithoutCommit) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    ASSERT_TRUE(writeFileAtomically(path, "kept"));
    {
        const AtomicFile file(path);
        QFile out(file.temporaryPath());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write("half");
    }
    EXPECT_EQ(readFile(path, 100).value(), QByteArray("kept"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST(AtomicFile, SaysWhatIsWrong) {
    const QTemporaryDir folder;
    const auto written = writeFileAtomically(folder.filePath(QStringLiteral("no/such/folder/a.txt")), "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, QStringLiteral("file.write"));
    const auto missing = readFile(folder.filePath(QStringLiteral("none")), 10);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, QStringLiteral("file.read"));
    const QString path = folder.filePath(QStringLiteral("big"));
    ASSERT_TRUE(writeFileAtomically(path, QByteArray(11, 'x')));
    ASSERT_FALSE(readFile(path, 10));
    EXPECT_EQ(readFile(path, 10).error().code, QStringLiteral("file.too_large"));
    EXPECT_TRUE(readFile(path, 11));
}

TEST(AtomicFile, Fingerprint) {
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    EXPECT_EQ(sha256Of("abc"), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}
