// What was handed in is kept, comes back unchanged, and is not in a snapshot.
#include "store_fixture.h"

namespace junheng::store {
namespace {

// sha256sum of "abc", FIPS 180-2 appendix B.1.
const QString kAbc = QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
const QString kReport = QStringLiteral("自评报告.pdf");
const QString kPackage = QStringLiteral("上报包.zip");

using IssueTest = StoreTest;

Issue issue() {
    Issue handedIn;
    handedIn.year = kYear;
    handedIn.date = {2025, 10, 18};
    handedIn.standard = QStringLiteral("national-2017");
    handedIn.verdict = QStringLiteral("未达标");
    handedIn.dataCode = QStringLiteral("0F1E 2D3C 4B5A 6978");
    return handedIn;
}

const std::vector<FileToIssue> kFiles{{.name = kReport, .bytes = "abc"},
                                      {.name = kPackage, .bytes = "a package", .keep = false}};

TEST_F(IssueTest, IsKeptWithItsFiles) {
    {
        const auto file = created();
        file->setUser(QStringLiteral("lisi"));
        ASSERT_TRUE(file->addIssue(issue(), kFiles));
    }
    const auto file = opened(FileAccess::ReadOnly);
    const auto issues = *file->issues(kYear);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].who, QStringLiteral("lisi"));
    EXPECT_EQ(issues[0].date, QDate(2025, 10, 18));
    EXPECT_LT(issues[0].at.secsTo(QDateTime::currentDateTimeUtc()), 60);
    ASSERT_EQ(issues[0].files.size(), 2U);
    const IssuedFile& package = issues[0].files[0];
    EXPECT_EQ(package.name, kPackage);
    EXPECT_EQ(package.size, 9);
    EXPECT_FALSE(package.kept);
    EXPECT_EQ(issues[0].files[1].sha256, kAbc);
    EXPECT_EQ(*file->issuedFile(issues[0].id, kReport), QByteArray("abc"));
    EXPECT_EQ(codeOf(file->issuedFile(issues[0].id, kPackage)), QStringLiteral("store.no_content"));
    EXPECT_TRUE(file->verify()->empty());
}

TEST_F(IssueTest, TheNewestComesFirstAndOnlyOfTheYear) {
    const auto file = created();
    const qint64 first = *file->addIssue(issue(), kFiles);
    const qint64 second = *file->addIssue(issue(), {});
    Issue earlier = issue();
    earlier.year = kYear - 1;
    ASSERT_TRUE(file->addIssue(earlier, {}));
    const auto issues = *file->issues(kYear);
    ASSERT_EQ(issues.size(), 2U);
    EXPECT_EQ(issues[0].id, second);
    EXPECT_EQ(issues[1].id, first);
    EXPECT_EQ(file->issues({})->size(), 3U);
}

TEST_F(IssueTest, AFileThatWasChangedIsFoundAndNotGiven) {
    {
        const auto file = created();
        ASSERT_TRUE(file->addIssue(issue(), kFiles));
    }
    runSql(path(), "UPDATE issued_file SET bytes = x'616264' WHERE bytes IS NOT NULL");
    const auto file = opened();
    EXPECT_EQ(codeOf(file->issuedFile(1, kReport)), QStringLiteral("store.damaged"));
    const auto findings = *file->verify();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, QStringLiteral("verify.issue"));
    EXPECT_TRUE(findings[0].message.contains(kReport));
}

TEST_F(IssueTest, AReaderCannotIssue) {
    created();
    const auto file = opened(FileAccess::ReadOnly);
    EXPECT_EQ(codeOf(file->addIssue(issue(), kFiles)), QStringLiteral("store.read_only"));
}

TEST_F(IssueTest, ASnapshotHoldsEverythingElse) {
    const auto file = created();
    setPupils(*file, 612);
    const QString before = pathOf(QStringLiteral("before"));
    const QString after = pathOf(QStringLiteral("after"));
    ASSERT_TRUE(file->writeSnapshot(before));
    ASSERT_TRUE(file->addIssue(issue(), kFiles));
    ASSERT_TRUE(file->writeSnapshot(after));
    const auto copy = *CountyFile::open(after, FileAccess::ReadOnly);
    EXPECT_EQ(pupils(*copy).amount, 612);
    EXPECT_TRUE(copy->issues({})->empty());
    EXPECT_TRUE(copy->verify()->empty());
    EXPECT_EQ(copy->history({})->size(), file->history({})->size());
    EXPECT_EQ(file->issues({})->size(), 1U);
}

TEST_F(IssueTest, TheSameFileGivesTheSameSnapshot) {
    const auto file = created();
    ASSERT_TRUE(file->writeSnapshot(pathOf(QStringLiteral("a"))));
    ASSERT_TRUE(file->writeSnapshot(pathOf(QStringLiteral("b"))));
    EXPECT_EQ(bytesOf(pathOf(QStringLiteral("a"))), bytesOf(pathOf(QStringLiteral("b"))));
    EXPECT_EQ(codeOf(file->writeSnapshot(pathOf(QStringLiteral("no folder/a")))), QStringLiteral("store.write"));
}

} // namespace
} // namespace junheng::store
