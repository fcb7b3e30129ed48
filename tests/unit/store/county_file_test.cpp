// What is written is what is read: cells, existence, history, lineage.
#include "store_fixture.h"

#include <QDateTime>

namespace junheng::store {
namespace {

using model::BatchKind;
using model::Change;
using model::Level;
using model::Observation;
using model::SubjectKey;
using ::testing::ElementsAre;

class CountyFileTest : public StoreTest {};

TEST_F(CountyFileTest, KeepsItsCountyAndStandard) {
    created();
    const auto file = opened();
    EXPECT_EQ(file->county().code, QStringLiteral("990101"));
    EXPECT_EQ(file->county().name, QStringLiteral("示例县"));
    EXPECT_EQ(file->standard().id, QStringLiteral("national-2017"));
    EXPECT_EQ(file->path(), path());
}

// One of each kind of item and state, on every level.
std::vector<Change> everyKindOfObservation() {
    const Observation none;
    const SubjectKey school = SubjectKey::ofSchool(kSchool);
    const SubjectKey primary = section(QStringLiteral("primary"));
    const SubjectKey campus{.level = Level::Campus, .school = kSchool};
    const SubjectKey room{.level = Level::Room, .school = kSchool, .part = QStringLiteral("12")};
    const SubjectKey county = SubjectKey::ofCounty();
    const SubjectKey monitoring{.level = Level::Monitoring, .part = QStringLiteral("语文/四年级")};
    const SubjectKey survey{.level = Level::Survey, .part = QStringLiteral("家长")};
    const SubjectKey attested{.level = Level::Attested, .part = QStringLiteral("G10")};
    const SubjectKey veto{.level = Level::Veto, .part = QStringLiteral("V1")};
    const SubjectKey task{.level = Level::Task, .part = QStringLiteral("R1")};
    return {existence(campus, true),
            existence(room, true),
            existence(monitoring, true),
            existence(survey, true),
            existence(attested, true),
            existence(veto, true),
            existence(task, true),
            change(school, "school_name", none, Observation::ofText(QStringLiteral("=柳溪“实验”小学\n𠮷'; --"))),
            change(school, "school_type", none, Observation::ofChoice(item("school_type"), 8)),
            change(school, "boarding", none, Observation::ofAmount(0)),
            change(school, "rural_small", none, Observation::ofAmount(1)),
            change(school, "built_year", none, Observation::ofAmount(2010)),
            change(school, "public_funds_budget", none, Observation::ofAmount(999'999'999'999'999)),
            change(school, "parent_code", none, Observation::ofText(QStringLiteral("0099000001"))),
            change(primary, "pupils", none, Observation::ofAmount(0)),
            change(primary, "teachers_doctor", none, Observation::notApplicable()),
            change(campus, "teaching_area", none, Observation::ofAmount(123'456)),
            change(room, "room_kind", none, Observation::ofChoice(item("room_kind"), 1)),
            change(county, "basic_cv_primary", none, Observation::ofAmount(463)),
            change(monitoring, "monitored_level", none, Observation::ofChoice(item("monitored_level"), 2)),
            change(survey, "survey_issued", none, Observation::ofAmount(9'999'999)),
            change(attested, "conclusion", none, Observation::ofChoice(item("conclusion"), 0)),
            change(veto, "veto_present", none, Observation::ofAmount(0)),
            change(task, "task_deadline", none, Observation::ofText(QStringLiteral("2026-12-31")))};
}

TEST_F(CountyFileTest, ReadsBackEveryKindOfObservation) {
    const std::vector<Change> changes = everyKindOfObservation();
    ASSERT_EQ(codeOf(created()->commit(kYear, edit(changes))), QString());

    const auto file = opened(FileAccess::ReadOnly);
    const auto year = file->load(kYear);
    ASSERT_TRUE(year);
    EXPECT_EQ(year->year(), kYear);
    EXPECT_EQ(year->county(), file->county());
    for (const Change& one : changes) {
        EXPECT_TRUE(year->exists(one.subject));
        if (!one.isExistence()) {
            EXPECT_EQ(year->value(one.subject, *one.item), one.after) << one.item->code.toStdString();
        }
    }
    // 24 changes, 7 of them existence, and the two rows that the file was made with.
    int cells = 0;
    for (const model::Item& any : model::ItemDictionary::builtIn().all()) {
        const model::LevelTable& table = year->table(any.level);
        for (int row = 0; row < table.rowCount(); ++row)
            cells += table.at(row, any).isMissing() ? 0 : 1;
    }
    EXPECT_EQ(cells, 17);
}

TEST_F(CountyFileTest, KeepsWhatIsUnconfirmedApart) {
    const SubjectKey school = SubjectKey::ofSchool(kSchool);
    const Observation area = Observation::ofAmount(1999);
    {
        const auto file = created();
        ASSERT_EQ(codeOf(file->commit(kYear, edit({change(school, "built_year", {}, area.takenOver())}))), QString());
        EXPECT_EQ(file->load(kYear)->value(school, item("built_year")), area.takenOver());
    }
    const auto file = opened();
    EXPECT_EQ(file->load(kYear)->value(school, item("built_year")), area.takenOver());
    // Nobody confirms what he did not see: the same figure is another one while it is unconfirmed.
    EXPECT_EQ(codeOf(file->commit(kYear, edit({change(school, "built_year", area, Observation::ofAmount(2000))}))),
              QStringLiteral("store.conflict"));
    ASSERT_EQ(codeOf(file->commit(kYear, edit({change(school, "built_year", area.takenOver(), area)}))), QString());
    EXPECT_EQ(file->load(kYear)->value(school, item("built_year")), area);
    EXPECT_TRUE(file->verify()->empty());
    ASSERT_TRUE(undo(*file));
    EXPECT_EQ(file->load(kYear)->value(school, item("built_year")), area.takenOver());
    ASSERT_TRUE(redo(*file));
    EXPECT_EQ(file->load(kYear)->value(school, item("built_year")), area);
    const auto entries = *file->cellHistory(kYear, {.subject = school, .item = &item("built_year")});
    ASSERT_EQ(entries.size(), 4U);
    EXPECT_EQ(entries[0].before, area.takenOver());
    EXPECT_EQ(entries[0].after, area);
    EXPECT_TRUE(file->verify()->empty());
    // A mark that comes or goes past the journal is found.
    runSql(path(), "UPDATE subject SET figures = json_set(figures, '$.built_year', json('{\"c\":1999}'))"
                   " WHERE kind = 'school'");
    EXPECT_EQ(file->verify()->front().code, QStringLiteral("verify.cell"));
}

TEST_F(CountyFileTest, ClearingACellMakesItMissing) {
    const auto file = created();
    setPupils(*file, 45);
    ASSERT_EQ(codeOf(file->commit(kYear, edit({change(section(QStringLiteral("primary")), "pupils",
                                                      Observation::ofAmount(45), Observation::missing())}))),
              QString());
    EXPECT_EQ(pupils(*file), Observation::missing());
}

TEST_F(CountyFileTest, YearsAreIndependent) {
    const auto file = created();
    setPupils(*file, 45);
    const SubjectKey school = SubjectKey::ofSchool(kSchool);
    ASSERT_EQ(codeOf(file->commit(2023, edit({existence(school, true),
                                              change(school, "built_year", {}, Observation::ofAmount(1999))}))),
              QString());
    EXPECT_THAT(*file->years(), ElementsAre(2023, 2025));
    EXPECT_EQ(file->load(2023)->sections().rowCount(), 0);
    EXPECT_TRUE(file->load(kYear)->value(school, item("built_year")).isMissing());
    EXPECT_EQ(file->load(2024)->schools().rowCount(), 0);
    EXPECT_TRUE(file->load(2024)->exists(SubjectKey::ofCounty()));
    EXPECT_EQ(file->history(2023)->size(), 1U);
    EXPECT_EQ(file->history({})->size(), 3U);
}

TEST_F(CountyFileTest, ClosingASubjectTakesItsCellsAlong) {
    const auto file = created();
    setPupils(*file, 45);
    const SubjectKey primary = section(QStringLiteral("primary"));
    const auto closed = file->commit(kYear, edit({existence(primary, false)}));
    ASSERT_EQ(codeOf(closed), QString());
    EXPECT_FALSE(file->load(kYear)->exists(primary));

    const auto changes = file->changesOf(*closed)->changes;
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].item, &item("pupils"));
    EXPECT_EQ(changes[0].before, Observation::ofAmount(45));
    EXPECT_TRUE(changes[1].isExistence());

    ASSERT_TRUE(undo(*file));
    EXPECT_EQ(pupils(*file), Observation::ofAmount(45));
}

TEST_F(CountyFileTest, ASubjectOpenedAnewIsBlank) {
    const auto file = created();
    setPupils(*file, 45);
    const SubjectKey primary = section(QStringLiteral("primary"));
    ASSERT_EQ(codeOf(file->commit(kYear, edit({existence(primary, false)}))), QString());
    ASSERT_EQ(codeOf(file->commit(kYear, edit({existence(primary, true)}))), QString());
    EXPECT_TRUE(file->load(kYear)->exists(primary));
    EXPECT_EQ(pupils(*file), Observation::missing());
}

TEST_F(CountyFileTest, KeepsTheLineageOfAnImport) {
    const auto file = created();
    file->setUser(QStringLiteral("张三"));
    Change imported = change(section(QStringLiteral("primary")), "pupils", {}, Observation::ofAmount(270));
    imported.sheet = QStringLiteral("学段");
    imported.cell = QStringLiteral("D7");
    const QString sha(64, QChar(u'a'));
    const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-1);
    const auto id = file->commit(kYear, {.kind = BatchKind::Import,
                                         .label = QStringLiteral("导入 数据表.xlsx"),
                                         .file = QStringLiteral("数据表.xlsx"),
                                         .sha256 = sha,
                                         .changes = {imported}});
    ASSERT_EQ(codeOf(id), QString());
    setPupils(*file, 271);

    const auto entries = *file->cellHistory(kYear, {.subject = imported.subject, .item = imported.item});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].before, Observation::ofAmount(270));
    EXPECT_EQ(entries[0].after, Observation::ofAmount(271));
    EXPECT_EQ(entries[0].batch.kind, BatchKind::Edit);
    const CellChange& first = entries[1];
    EXPECT_EQ(first.before, Observation::missing());
    EXPECT_EQ(first.after, Observation::ofAmount(270));
    EXPECT_EQ(first.sheet, QStringLiteral("学段"));
    EXPECT_EQ(first.cell, QStringLiteral("D7"));
    EXPECT_EQ(first.batch.id, *id);
    EXPECT_EQ(first.batch.year, kYear);
    EXPECT_EQ(first.batch.who, QStringLiteral("张三"));
    EXPECT_EQ(first.batch.kind, BatchKind::Import);
    EXPECT_EQ(first.batch.label, QStringLiteral("导入 数据表.xlsx"));
    EXPECT_EQ(first.batch.file, QStringLiteral("数据表.xlsx"));
    EXPECT_EQ(first.batch.sha256, sha);
    EXPECT_EQ(first.batch.undoes, std::nullopt);
    EXPECT_EQ(first.batch.changeCount, 1);
    EXPECT_EQ(first.batch.at.timeSpec(), Qt::UTC);
    EXPECT_TRUE(first.batch.at >= before && first.batch.at <= QDateTime::currentDateTimeUtc());

    EXPECT_EQ(file->cellHistory(kYear, {.subject = imported.subject})->size(), 1U); // it came into being
    EXPECT_TRUE(file->cellHistory(2024, {.subject = imported.subject, .item = imported.item})->empty());
    const auto history = *file->history(kYear);
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[1].id, *id); // newest first
    EXPECT_EQ(history[2].changeCount, 2);
}

TEST_F(CountyFileTest, WritesOnlyWhatDiffers) {
    const auto file = created();
    setPupils(*file, 45);
    const SubjectKey primary = section(QStringLiteral("primary"));
    const Observation same = Observation::ofAmount(45);
    EXPECT_EQ(codeOf(file->commit(kYear, edit({}))), QStringLiteral("store.empty_change"));
    EXPECT_EQ(codeOf(file->commit(kYear, edit({change(primary, "pupils", same, same)}))),
              QStringLiteral("store.empty_change"));
    const auto id = file->commit(
        kYear, edit({change(primary, "pupils", same, same), change(primary, "classes", {}, Observation::ofAmount(6))}));
    EXPECT_EQ(file->changesOf(*id)->changes.size(), 1U);
    EXPECT_EQ(file->history(kYear)->size(), 3U);
}

TEST_F(CountyFileTest, RefusesWhatBreaksTheRules) {
    const auto file = created();
    const SubjectKey school = SubjectKey::ofSchool(kSchool);
    const QString invalid = QStringLiteral("store.invalid_change");
    const Observation one = Observation::ofAmount(1);
    const QByteArray before = bytesOf(path());
    // An item of another level, a key item, a subject that is not there, a choice out of range, the county's row.
    EXPECT_EQ(codeOf(file->commit(kYear, edit({change(school, "pupils", {}, one)}))), invalid);
    EXPECT_EQ(codeOf(file->commit(kYear, edit({change(school, "school_code", {}, Observation::ofText(kSchool))}))),
              invalid);
    EXPECT_EQ(codeOf(file->commit(kYear, edit({change(section(QStringLiteral("junior")), "pupils", {}, one)}))),
              invalid);
    EXPECT_EQ(codeOf(file->commit(kYear, edit({change(school, "school_type", {}, Observation::ofAmount(9))}))),
              invalid);
    EXPECT_EQ(codeOf(file->commit(kYear, edit({existence(SubjectKey::ofCounty(), false)}))), invalid);
    // A `before` that the file does not hold, and a school that is there already.
    const QString conflict = QStringLiteral("store.conflict");
    EXPECT_EQ(codeOf(file->commit(kYear, edit({change(section(QStringLiteral("primary")), "pupils", one, {})}))),
              conflict);
    EXPECT_EQ(codeOf(file->commit(kYear, edit({existence(school, true)}))), conflict);
    EXPECT_EQ(codeOf(file->changesOf(99)), QStringLiteral("store.no_batch"));
    EXPECT_EQ(bytesOf(path()), before);
}

TEST_F(CountyFileTest, AFailingChangeTakesTheWholeBatchBack) {
    const auto file = created();
    const SubjectKey primary = section(QStringLiteral("primary"));
    EXPECT_EQ(codeOf(file->commit(kYear, edit({change(primary, "pupils", {}, Observation::ofAmount(45)),
                                               change(primary, "classes", Observation::ofAmount(7), {})}))),
              QStringLiteral("store.conflict"));
    EXPECT_EQ(pupils(*file), Observation::missing());
    EXPECT_EQ(file->history(kYear)->size(), 1U);
    setPupils(*file, 46);
    EXPECT_EQ(pupils(*file), Observation::ofAmount(46));
}

} // namespace
} // namespace junheng::store
