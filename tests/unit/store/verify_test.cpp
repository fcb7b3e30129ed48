// What a change past the journal looks like, and what a newer version's figures meet with.
#include "store_fixture.h"

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
        const auto findings = opened(Access::ReadOnly)->verify();
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
    runSql(path(), "UPDATE cell SET amount = 54 WHERE item = 'pupils'");
    const auto findings = *opened(Access::ReadOnly)->verify();
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
        {"DELETE FROM cell", QStringLiteral("verify.cell")},
        {"UPDATE cell SET batch = 1", QStringLiteral("verify.cell")},
        {"UPDATE cell SET amount = 450, scale = 1", QStringLiteral("verify.cell")},
        {"INSERT INTO cell SELECT subject, 'classes', 1, 3, 0, NULL, batch FROM cell", QStringLiteral("verify.cell")},
        {"UPDATE subject SET alive = 0 WHERE kind = 'school'", QStringLiteral("verify.subject")},
        {"UPDATE change SET old_state = 2 WHERE item = 'pupils'", QStringLiteral("verify.journal")},
        {"UPDATE change SET seq = 7 WHERE item = 'pupils'", QStringLiteral("verify.journal")},
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

// Batch 3 as a newer version would write it: an item and a choice that are not in today's dictionary.
constexpr auto kNewerBatch =
    "INSERT INTO batch VALUES (3, 2025, '2031-09-01T00:00:00.000Z', 'root', 'edit', '', '', '', NULL);"
    "INSERT INTO cell SELECT id, 'robots', 1, 125, 1, NULL, 3 FROM subject WHERE kind = 'section';"
    "INSERT INTO change SELECT 3, 1, id, 'robots', 0, NULL, NULL, NULL, 1, 125, 1, NULL, '', '' FROM subject"
    " WHERE kind = 'section';"
    "INSERT INTO cell SELECT id, 'school_type', 1, NULL, NULL, '云端学校', 3 FROM subject WHERE kind = 'school';"
    "INSERT INTO change SELECT 3, 2, id, 'school_type', 0, NULL, NULL, NULL, 1, NULL, NULL, '云端学校', '', ''"
    " FROM subject WHERE kind = 'school';";

TEST_F(VerifyTest, FiguresOfANewerVersionSurvive) {
    setPupils(*created(), 45);
    runSql(path(), kNewerBatch);
    const auto file = opened();
    const SubjectKey school = SubjectKey::ofSchool(kSchool);
    EXPECT_TRUE(file->load(kYear)->value(school, item("school_type")).isMissing());
    EXPECT_EQ(pupils(*file), Observation::ofAmount(45));
    setPupils(*file, 46);

    const QString newer = QStringLiteral("store.newer_value");
    const QByteArray before = bytesOf(path());
    EXPECT_EQ(codeOf(file->commit(
                  kYear, edit({change(school, "school_type", {}, Observation::ofChoice(item("school_type"), 0))}))),
              newer);
    EXPECT_EQ(codeOf(file->commit(kYear, edit({existence(section(QStringLiteral("primary")), false)}))), newer);
    EXPECT_EQ(codeOf(file->changesOf(3)), newer);
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
           "INSERT INTO batch VALUES (3, 2025, '2020-09-01T00:00:00.000Z', 'root', 'edit', '', '', '', NULL);"
           "INSERT INTO cell SELECT id, 'public_funds_budget', 1, 12505, 1, NULL, 3 FROM subject WHERE kind = 'school';"
           "INSERT INTO change SELECT 3, 1, id, 'public_funds_budget', 0, NULL, NULL, NULL, 1, 12505, 1, NULL, '', ''"
           " FROM subject WHERE kind = 'school';");
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
