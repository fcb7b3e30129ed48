// What a change past the journal looks like, and what a newer version's figures meet with.
#include "store_fixture.h"

#include "base/atomic_file.h"

namespace junheng::store {
namespace {

using model::Observation;
using model::SubjectKey;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class VerifyTest : public StoreTest {
protected:
    [[nodiscard]] std::vector<QString> codesAfter(const QByteArray& sql) const {
        runSql(path(), sql);
        std::vector<QString> codes;
        const auto findings = opened(FileAccess::ReadOnly)->verify();
        for (const model::Finding& finding : *findings)
            codes.push_back(finding.code);
        return codes;
    }
};

TEST_F(VerifyTest, ASoundFileHasNoFindings) {
    const auto file = created();
    setPupils(*file, 45);
    ASSERT_TRUE(undo(*file));
    ASSERT_EQ(codeOf(file->commit(
                  kYear, edit({change(SubjectKey::ofCounty(), "gdp_per_head", {}, Observation::ofAmount(80'000))}))),
              QString());
    EXPECT_TRUE(file->verify()->empty());
}

TEST_F(VerifyTest, AFigureChangedPastTheJournal) {
    setPupils(*created(), 45);
    runSql(path(), "UPDATE subject SET figures = json_set(figures, '$.pupils', 54) WHERE kind = 'section'");
    const auto findings = *opened(FileAccess::ReadOnly)->verify();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, QStringLiteral("verify.cell"));
    EXPECT_EQ(findings[0].severity, model::Severity::Error);
    EXPECT_EQ(findings[0].place.file, path());
    EXPECT_THAT(findings[0].message.toStdString(), HasSubstr("2025 section 9901000001 primary 在校学生数"));
}

TEST_F(VerifyTest, EveryOtherTampering) {
    setPupils(*created(), 45);
    const QByteArray sound = bytesOf(path());
    const std::vector<std::pair<QByteArray, QString>> cases{
        {"UPDATE subject SET figures = '{}'", QStringLiteral("verify.cell")},
        {"UPDATE subject SET figures = '{\"pupils\":[450,1]}' WHERE kind = 'section'", QStringLiteral("verify.cell")},
        {"UPDATE subject SET figures = json_set(figures, '$.classes', 3) WHERE kind = 'section'",
         QStringLiteral("verify.cell")},
        {"UPDATE subject SET alive = 0 WHERE kind = 'school'", QStringLiteral("verify.subject")},
        {"UPDATE journal SET changes = json_set(changes, '$[0][1]', json('false')) WHERE batch = 2",
         QStringLiteral("verify.journal")},
        {"INSERT INTO journal SELECT NULL, 1, subject, '', '[]' FROM journal WHERE batch = 2",
         QStringLiteral("verify.journal")},
        {"UPDATE batch SET change_count = 7 WHERE id = 2", QStringLiteral("verify.journal")},
        {"UPDATE batch SET year = 2024 WHERE id = 2", QStringLiteral("verify.journal")},
        {"PRAGMA foreign_keys = OFF; DELETE FROM subject WHERE kind = 'school'", QStringLiteral("verify.reference")},
    };
    for (const auto& [sql, code] : cases) {
        EXPECT_THAT(codesAfter(sql), UnorderedElementsAre(code)) << sql.toStdString();
        QFile out(path());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(sound);
    }
}

TEST_F(VerifyTest, FiguresThatAreNone) {
    setPupils(*created(), 45);
    EXPECT_THAT(codesAfter("UPDATE subject SET figures = 'no figures' WHERE kind = 'section'"),
                UnorderedElementsAre(QStringLiteral("verify.subject"), QStringLiteral("verify.cell")));
    // Also where the journal accounts for none.
    EXPECT_THAT(codesAfter("UPDATE subject SET figures = '' WHERE kind = 'school'"),
                UnorderedElementsAre(QStringLiteral("verify.subject"), QStringLiteral("verify.subject"),
                                     QStringLiteral("verify.cell")));
}

TEST_F(VerifyTest, DamagedEvidenceIsMendedByAddingItAgain) {
    const QString sha256 = base::sha256Of("abc");
    const std::vector<Content> contents{{.sha256 = sha256, .bytes = "abc"}};
    const auto attach = [&](CountyFile& file, const QString& part) {
        const SubjectKey evidence{.level = model::Level::Evidence, .school = {}, .part = part};
        return codeOf(file.commit(kYear, edit({existence(evidence, true)}), {}, contents));
    };
    ASSERT_EQ(attach(*created(), QStringLiteral("G8/1")), QString());
    runSql(path(), "UPDATE content SET bytes = x'616264'");
    const auto file = opened();
    EXPECT_EQ(codeOf(file->content(sha256)), QStringLiteral("store.damaged"));
    ASSERT_EQ(attach(*file, QStringLiteral("G8/2")), QString());
    EXPECT_EQ(*file->content(sha256), QByteArray("abc"));
}

TEST_F(VerifyTest, AJournalThatIsNone) {
    setPupils(*created(), 45);
    // It hides what it did: its own row, the number of its changes, and the figure that nothing accounts for.
    EXPECT_THAT(codesAfter("UPDATE journal SET changes = 'no changes' WHERE batch = 2"),
                UnorderedElementsAre(QStringLiteral("verify.journal"), QStringLiteral("verify.journal"),
                                     QStringLiteral("verify.cell")));
}

TEST_F(VerifyTest, EvidenceWhoseContentIsGoneOrAnother) {
    const SubjectKey evidence{.level = model::Level::Evidence, .school = {}, .part = QStringLiteral("G8/1")};
    const QString sha256 = base::sha256Of("abc");
    const auto attached =
        edit({existence(evidence, true), change(evidence, "evidence_sha256", {}, Observation::ofText(sha256))});
    ASSERT_EQ(codeOf(created()->commit(kYear, attached, {}, {{.sha256 = sha256, .bytes = "abc"}})), QString());
    EXPECT_TRUE(opened(FileAccess::ReadOnly)->verify()->empty());
    EXPECT_THAT(codesAfter("UPDATE content SET bytes = x'616264'"),
                UnorderedElementsAre(QStringLiteral("verify.content")));
    EXPECT_EQ(codeOf(opened(FileAccess::ReadOnly)->content(sha256)), QStringLiteral("store.damaged"));
    EXPECT_THAT(codesAfter("DELETE FROM content"), UnorderedElementsAre(QStringLiteral("verify.content")));
    EXPECT_EQ(codeOf(opened(FileAccess::ReadOnly)->content(sha256)), QStringLiteral("store.no_content"));
}

// Batch 3 as a newer version would write it: an item and a choice that are not in today's dictionary.
constexpr auto kNewerBatch =
    "INSERT INTO batch VALUES (3, 2025, '2031-09-01T00:00:00.000Z', 'root', 'edit', '', '', '', NULL, 2);"
    "UPDATE subject SET figures = json_set(figures, '$.robots', json('[125,1]')) WHERE kind = 'section';"
    "INSERT INTO journal SELECT NULL, 3, id, '', '[[\"robots\",null,[125,1],\"\"]]' FROM subject WHERE kind = "
    "'section';"
    "UPDATE subject SET figures = json_set(figures, '$.school_type', '云端学校') WHERE kind = 'school';"
    "INSERT INTO journal SELECT NULL, 3, id, '', '[[\"school_type\",null,\"云端学校\",\"\"]]' FROM subject"
    " WHERE kind = 'school';";

TEST_F(VerifyTest, FiguresOfANewerVersionSurvive) {
    setPupils(*created(), 45);
    runSql(path(), kNewerBatch);
    const auto file = opened();
    const SubjectKey school = SubjectKey::ofSchool(kSchool);
    EXPECT_TRUE(file->load(kYear)->value(school, item("school_type")).isMissing());
    EXPECT_EQ(pupils(*file), Observation::ofAmount(45));
    EXPECT_EQ(file->access(), FileAccess::ReadOnly);
    EXPECT_EQ(file->unreadable().size(), 2U);

    const QByteArray before = bytesOf(path());
    EXPECT_EQ(codeOf(file->commit(
                  kYear, edit({change(school, "school_type", {}, Observation::ofChoice(item("school_type"), 0))}))),
              QStringLiteral("store.read_only"));
    EXPECT_EQ(codeOf(file->changesOf(3)), QStringLiteral("store.newer_value"));
    EXPECT_EQ(bytesOf(path()), before);

    const auto findings = *file->verify();
    ASSERT_EQ(findings.size(), 2U);
    for (const model::Finding& finding : findings) {
        EXPECT_EQ(finding.code, QStringLiteral("verify.newer_value"));
        EXPECT_EQ(finding.severity, model::Severity::Notice);
    }
}

TEST_F(VerifyTest, FewerDecimalsOfAnOlderVersionKeepTheirValue) {
    setPupils(*created(), 45);
    // 1250.5 as a version would have stored it whose dictionary declared one decimal; today it has four.
    runSql(path(),
           "INSERT INTO batch VALUES (3, 2025, '2020-09-01T00:00:00.000Z', 'root', 'edit', '', '', '', NULL, 1);"
           "UPDATE subject SET figures = '{\"public_funds_budget\":[12505,1]}' WHERE kind = 'school';"
           "INSERT INTO journal SELECT NULL, 3, id, '', '[[\"public_funds_budget\",null,[12505,1],\"\"]]' FROM subject"
           " WHERE kind = 'school';");
    const auto file = opened();
    const SubjectKey school = SubjectKey::ofSchool(kSchool);
    const Observation stored = file->load(kYear)->value(school, item("public_funds_budget"));
    EXPECT_EQ(stored, Observation::ofAmount(12'505'000));
    EXPECT_TRUE(file->verify()->empty());
    EXPECT_EQ(
        codeOf(file->commit(kYear, edit({change(school, "public_funds_budget", stored, Observation::ofAmount(1))}))),
        QString());
    EXPECT_TRUE(file->verify()->empty());
}

} // namespace
} // namespace junheng::store
