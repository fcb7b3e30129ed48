// Files of every released schema open and hold what they held. tests/migration keeps one of each as SQL, never edited.
#include "store_fixture.h"

#include <QFile>

namespace junheng::store {
namespace {

using model::BatchKind;
using model::Level;
using model::Observation;
using model::SubjectKey;
using ::testing::ElementsAre;

class MigrationTest : public StoreTest {
protected:
    void loadDump(const char* name) const {
        QFile dump(QStringLiteral(JUNHENG_SOURCE "/tests/migration/") + QString::fromUtf8(name));
        ASSERT_TRUE(dump.open(QIODevice::ReadOnly)) << name;
        runSql(path(), dump.readAll());
    }
};

// Every dump holds the same county, in the form of its schema.
class EverySchemaTest : public MigrationTest, public ::testing::WithParamInterface<const char*> {};

INSTANTIATE_TEST_SUITE_P(Migration, EverySchemaTest,
                         ::testing::Values("v1.sql", "v2.sql", "v3.sql", "v4.sql", "v5.sql", "v6.sql"));

TEST_P(EverySchemaTest, HoldsWhatItHeld) {
    loadDump(GetParam());
    const auto file = opened();
    EXPECT_EQ(file->county(), (model::County{.code = QStringLiteral("990102"), .name = QStringLiteral("云溪县")}));
    EXPECT_EQ(file->standard().id, QStringLiteral("national-2017"));
    EXPECT_THAT(*file->years(), ElementsAre(2024, 2025));

    const auto year = *file->load(2025);
    ASSERT_EQ(year.schools().rowCount(), 1); // the other one was closed
    const QString code = QStringLiteral("9901020001");
    const SubjectKey school = SubjectKey::ofSchool(code);
    const SubjectKey junior{.level = Level::Section, .school = code, .part = QStringLiteral("junior")};
    const SubjectKey campus{.level = Level::Campus, .school = code, .part = QStringLiteral("东校区")};
    EXPECT_EQ(year.schoolName(code), QStringLiteral("柳溪中学"));
    EXPECT_EQ(year.schoolType(0), model::SchoolType::Junior);
    EXPECT_EQ(year.value(school, item("boarding")), Observation::ofAmount(1));
    EXPECT_EQ(year.value(school, item("public_funds_budget")), Observation::ofAmount(1'234'500)); // 123.45
    EXPECT_EQ(year.value(junior, item("pupils")), Observation::ofAmount(612));
    EXPECT_EQ(year.value(junior, item("teachers_doctor")), Observation::notApplicable());
    EXPECT_TRUE(year.value(junior, item("classes")).isMissing());                         // its entry was undone
    EXPECT_EQ(year.value(campus, item("teaching_area")), Observation::ofAmount(350'025)); // 3500.25
    EXPECT_EQ(year.value(SubjectKey::ofCounty(), item("filled_by")), Observation::ofText(QStringLiteral("李四")));
    EXPECT_EQ(file->load(2024)->schools().rowCount(), 1);

    const auto entries = *file->cellHistory(2025, {.subject = junior, .item = &item("pupils")});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].before, Observation::ofAmount(600));
    EXPECT_EQ(entries[1].batch.file, QStringLiteral("数据表.xlsx"));
    EXPECT_EQ(entries[1].cell, QStringLiteral("C2"));
    EXPECT_EQ(entries[1].batch.at, QDateTime(QDate(2025, 10, 8), QTime(1, 30, 0, 250), Qt::UTC));

    file->setUser(QStringLiteral("lisi"));
    EXPECT_EQ(file->redoCandidate(2025).value()->id, 6);
    EXPECT_EQ(file->undoCandidate(2025).value()->id, 4);
    EXPECT_TRUE(file->verify()->empty());
}

TEST_P(EverySchemaTest, ItsJournalCanBeTakenBack) {
    loadDump(GetParam());
    const auto file = opened();
    file->setUser(QStringLiteral("lisi"));
    const SubjectKey junior{
        .level = Level::Section, .school = QStringLiteral("9901020001"), .part = QStringLiteral("junior")};
    ASSERT_TRUE(takeBack(*file, file->undoCandidate(2025)->value(), BatchKind::Undo).isEmpty());
    EXPECT_EQ(file->load(2025)->value(junior, item("pupils")), Observation::ofAmount(600));

    const auto imported = *file->changesOf(2);
    EXPECT_EQ(imported.changes.size(), 13U);
    EXPECT_EQ(file->history(2025)->back().changeCount, 13);
    EXPECT_TRUE(file->verify()->empty());
}

TEST_P(EverySchemaTest, AReaderLeavesTheFileAlone) {
    loadDump(GetParam());
    const QByteArray before = bytesOf(path());
    {
        const auto file = opened(FileAccess::ReadOnly);
        EXPECT_EQ(file->load(2025)->schools().rowCount(), 1);
        EXPECT_EQ(file->history(2025)->size(), 5U);
        EXPECT_TRUE(file->verify()->empty());
        EXPECT_EQ(codeOf(file->commit(2025, edit({}))), QStringLiteral("store.read_only"));
    }
    EXPECT_EQ(bytesOf(path()), before);
}

TEST_F(MigrationTest, SchemaThreeHoldsEvidenceAndAnOwnStandard) {
    loadDump("v3.sql");
    const auto file = opened(FileAccess::ReadOnly);
    const SubjectKey evidence{.level = Level::Evidence, .school = {}, .part = QStringLiteral("G8/1")};
    const QString sha256 = file->load(2025)->value(evidence, item("evidence_sha256")).text;
    EXPECT_EQ(*file->content(sha256), QByteArray("abc"));
    ASSERT_EQ(file->ownStandards()->size(), 1U);
    EXPECT_EQ(file->ownStandards()->front().id, QStringLiteral("own-county"));
}

TEST_F(MigrationTest, SchemaFourHoldsWhatWasHandedIn) {
    loadDump("v4.sql");
    const auto file = opened(FileAccess::ReadOnly);
    ASSERT_EQ(file->issues(2025)->size(), 1U);
    EXPECT_TRUE(file->issues(2024)->empty());
    const Issue issue = file->issues({})->front();
    EXPECT_EQ(issue.at, QDateTime(QDate(2025, 10, 20), QTime(1, 0), Qt::UTC));
    EXPECT_EQ(issue.who, QStringLiteral("lisi"));
    EXPECT_EQ(issue.date, QDate(2025, 10, 18));
    EXPECT_EQ(issue.verdict, QStringLiteral("未达标"));
    EXPECT_EQ(issue.dataCode, QStringLiteral("0F1E 2D3C 4B5A 6978"));
    ASSERT_EQ(issue.files.size(), 2U);
    EXPECT_FALSE(issue.files[0].kept);
    EXPECT_EQ(*file->issuedFile(issue.id, QStringLiteral("自评报告.pdf")), QByteArray("abc"));
}

TEST_F(MigrationTest, SchemaFiveHoldsWhatIsNotConfirmed) {
    loadDump("v5.sql");
    const auto file = opened(FileAccess::ReadOnly);
    const SubjectKey school = SubjectKey::ofSchool(QStringLiteral("9901020001"));
    const SubjectKey campus{.level = Level::Campus, .school = school.school, .part = QStringLiteral("东校区")};
    const model::CountyYear year = *file->load(2024);
    EXPECT_EQ(year.value(school, item("school_name")), Observation::ofText(QStringLiteral("柳溪中学")).takenOver());
    EXPECT_EQ(year.value(school, item("boarding")), Observation::ofAmount(1).takenOver());
    EXPECT_EQ(year.value(school, item("built_year")), Observation::ofAmount(2003)); // confirmed
    EXPECT_EQ(year.value(campus, item("teaching_area")), Observation::ofAmount(350'025).takenOver());
    EXPECT_EQ(year.value(campus, item("books")), Observation::notApplicable().takenOver());
    const auto entries = *file->cellHistory(2024, {.subject = school, .item = &item("built_year")});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].before, Observation::ofAmount(2003).takenOver());
    EXPECT_EQ(entries[0].after, Observation::ofAmount(2003));
}

TEST_F(MigrationTest, SchemaSixHoldsABatchOfTwoYears) {
    loadDump("v6.sql");
    const auto file = opened();
    const auto filledBy = [&] { return file->load(2024)->value(SubjectKey::ofCounty(), item("filled_by")); };
    EXPECT_EQ(filledBy(), Observation::ofText(QStringLiteral("张三")));
    const auto idsOf = [&](int year) {
        std::vector<qint64> ids;
        const auto history = file->history(year);
        for (const BatchInfo& batch : *history)
            ids.push_back(batch.id);
        return ids;
    };
    EXPECT_THAT(idsOf(2024), ElementsAre(7, 3, 1));
    EXPECT_THAT(idsOf(2025), ElementsAre(6, 5, 4, 3, 2));
    const auto changes = file->changesOf(3)->changes;
    ASSERT_EQ(changes.size(), 7U); // a school gone, an evidence come, and one name
    EXPECT_EQ(changes.front().year, 2025);
    EXPECT_EQ(changes.back().year, 2024);

    file->setUser(QStringLiteral("zhangsan"));
    EXPECT_EQ(file->undoCandidate(2025).value()->id, 3);
    EXPECT_EQ(takeBack(*file, *file->undoCandidate(2025).value(), BatchKind::Undo), QString());
    EXPECT_TRUE(filledBy().isMissing());
    EXPECT_EQ(file->load(2025)->schools().rowCount(), 2);
    EXPECT_EQ(file->redoCandidate(2024).value()->undoes, 3);
    EXPECT_TRUE(file->verify()->empty());
}

} // namespace
} // namespace junheng::store
