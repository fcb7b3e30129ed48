// Which batch undo and redo take, and that taking it back restores the figures.
#include "store_fixture.h"

namespace junheng::store {
namespace {

using model::BatchKind;
using model::Observation;

class UndoTest : public StoreTest {
protected:
    static std::int64_t amount(const CountyFile& file) { return pupils(file).amount; }
};

TEST_F(UndoTest, ABlankFileHasNothingToUndo) {
    auto file = CountyFile::create(path(), {}, {.id = QStringLiteral("national-2017")});
    EXPECT_EQ((*file)->undoCandidate(kYear).value(), std::nullopt);
    EXPECT_EQ((*file)->redoCandidate(kYear).value(), std::nullopt);
}

TEST_F(UndoTest, GoesBackAndForthStepByStep) {
    const auto file = created();
    setPupils(*file, 1);
    setPupils(*file, 2);
    setPupils(*file, 3);
    EXPECT_FALSE(redo(*file));
    ASSERT_TRUE(undo(*file));
    EXPECT_EQ(amount(*file), 2);
    ASSERT_TRUE(undo(*file));
    EXPECT_EQ(amount(*file), 1);
    ASSERT_TRUE(redo(*file));
    EXPECT_EQ(amount(*file), 2);
    ASSERT_TRUE(undo(*file)); // what was redone can be undone again
    EXPECT_EQ(amount(*file), 1);
    ASSERT_TRUE(redo(*file));
    ASSERT_TRUE(redo(*file));
    EXPECT_EQ(amount(*file), 3);
    EXPECT_FALSE(redo(*file));
    ASSERT_TRUE(undo(*file));
    ASSERT_TRUE(undo(*file));
    ASSERT_TRUE(undo(*file));
    EXPECT_EQ(pupils(*file), Observation::missing());
    ASSERT_TRUE(undo(*file)); // the batch that made the school
    EXPECT_EQ(file->load(kYear)->schools().rowCount(), 0);
    EXPECT_FALSE(undo(*file));
    for (int step = 0; step < 4; ++step)
        ASSERT_TRUE(redo(*file));
    EXPECT_EQ(amount(*file), 3);
    EXPECT_TRUE(file->verify()->empty());
}

TEST_F(UndoTest, AYearBegunEmptyIsABatchWithoutChanges) {
    const auto file = created();
    const auto begun = file->commit(2026, edit({}));
    ASSERT_EQ(codeOf(begun), QString());
    EXPECT_EQ(*file->years(), (std::vector<int>{kYear, 2026}));
    EXPECT_EQ(codeOf(file->commit(2026, edit({}))), QStringLiteral("store.empty_change")); // it is there now
    EXPECT_EQ(file->undoCandidate(2026).value()->id, *begun);

    model::ChangeSet back = file->changesOf(*begun).value().inverse();
    back.kind = BatchKind::Undo;
    ASSERT_EQ(codeOf(file->commit(2026, back, *begun)), QString());
    EXPECT_EQ(*file->years(), std::vector<int>{kYear});
    EXPECT_EQ(*file->years(YearsOf::Journal), (std::vector<int>{kYear, 2026}));

    const auto undone = file->redoCandidate(2026).value();
    ASSERT_TRUE(undone);
    back.kind = BatchKind::Redo;
    ASSERT_EQ(codeOf(file->commit(2026, back, undone->id)), QString());
    EXPECT_EQ(*file->years(), (std::vector<int>{kYear, 2026}));
    EXPECT_TRUE(file->verify()->empty());
}

TEST_F(UndoTest, ABatchWithChangesIsNotTakenBackByNone) {
    const auto file = created();
    const qint64 batch = setPupils(*file, 45);
    model::ChangeSet nothing = edit({});
    nothing.kind = BatchKind::Undo;
    EXPECT_EQ(codeOf(file->commit(kYear, nothing, batch)), QStringLiteral("store.empty_change"));
}

TEST_F(UndoTest, SurvivesReopening) {
    {
        const auto file = created();
        setPupils(*file, 1);
        setPupils(*file, 2);
        setPupils(*file, 3);
        ASSERT_TRUE(undo(*file));
    }
    {
        const auto file = opened();
        ASSERT_TRUE(undo(*file));
        EXPECT_EQ(amount(*file), 1);
    }
    const auto file = opened();
    ASSERT_TRUE(redo(*file));
    ASSERT_TRUE(redo(*file));
    EXPECT_EQ(amount(*file), 3);
}

TEST_F(UndoTest, ANewEditEndsRedoingButNotUndoing) {
    const auto file = created();
    setPupils(*file, 1);
    setPupils(*file, 2);
    ASSERT_TRUE(undo(*file));
    setPupils(*file, 5);
    EXPECT_EQ(file->redoCandidate(kYear).value(), std::nullopt);
    ASSERT_TRUE(undo(*file)); // 5
    EXPECT_EQ(amount(*file), 1);
    ASSERT_TRUE(undo(*file)); // 1; the 2 stays undone
    EXPECT_EQ(pupils(*file), Observation::missing());
    ASSERT_TRUE(redo(*file));
    ASSERT_TRUE(redo(*file));
    EXPECT_EQ(amount(*file), 5);
    EXPECT_EQ(file->redoCandidate(kYear).value(), std::nullopt);
}

TEST_F(UndoTest, NamesTheBatchThatItTakesBack) {
    const auto file = created();
    const qint64 edited = setPupils(*file, 1);
    EXPECT_EQ(file->undoCandidate(kYear).value()->id, edited);
    ASSERT_TRUE(undo(*file));
    const BatchInfo undone = file->history(kYear)->front();
    EXPECT_EQ(undone.kind, BatchKind::Undo);
    EXPECT_EQ(undone.undoes, edited);
    EXPECT_EQ(file->redoCandidate(kYear).value()->id, undone.id);
}

TEST_F(UndoTest, YearsDoNotMix) {
    const auto file = created();
    setPupils(*file, 1);
    EXPECT_EQ(file->undoCandidate(2024).value(), std::nullopt);
    ASSERT_TRUE(undo(*file));
    ASSERT_EQ(codeOf(file->commit(2024, edit({existence(model::SubjectKey::ofSchool(kSchool), true)}))), QString());
    EXPECT_TRUE(redo(*file)); // the edit of 2024 does not end it
}

TEST_F(UndoTest, OnlyOwnBatches) {
    const auto file = created();
    file->setUser(QStringLiteral("甲"));
    const qint64 own = setPupils(*file, 1);
    file->setUser(QStringLiteral("乙"));
    ASSERT_EQ(codeOf(file->commit(
                  kYear, edit({change(section(QStringLiteral("primary")), "classes", {}, Observation::ofAmount(6))}))),
              QString());
    file->setUser(QStringLiteral("甲"));
    EXPECT_EQ(file->undoCandidate(kYear).value()->id, own);
    file->setUser(QStringLiteral("丙"));
    EXPECT_EQ(file->undoCandidate(kYear).value(), std::nullopt);
}

TEST_F(UndoTest, IsRefusedWhenTheCellHasChangedSince) {
    const auto file = created();
    file->setUser(QStringLiteral("甲"));
    setPupils(*file, 1);
    file->setUser(QStringLiteral("乙"));
    setPupils(*file, 2);
    file->setUser(QStringLiteral("甲"));
    const QByteArray before = bytesOf(path());
    EXPECT_EQ(takeBack(*file, *file->undoCandidate(kYear).value(), BatchKind::Undo), QStringLiteral("store.conflict"));
    EXPECT_EQ(bytesOf(path()), before);
    EXPECT_EQ(amount(*file), 2);
}

TEST_F(UndoTest, TakesBackOnlyWhatIsInForce) {
    const auto file = created();
    const qint64 edited = setPupils(*file, 1);
    ASSERT_TRUE(undo(*file));
    const BatchInfo undone = file->history(kYear)->front();
    const QString invalid = QStringLiteral("store.invalid_change");
    const auto tryTo = [&](BatchKind kind, std::optional<qint64> batch) {
        model::ChangeSet changes =
            edit({change(section(QStringLiteral("primary")), "classes", {}, Observation::ofAmount(6))});
        changes.kind = kind;
        return codeOf(file->commit(kYear, changes, batch));
    };
    EXPECT_EQ(tryTo(BatchKind::Undo, edited), invalid);    // undone already
    EXPECT_EQ(tryTo(BatchKind::Redo, edited), invalid);    // no undo
    EXPECT_EQ(tryTo(BatchKind::Undo, undone.id), invalid); // an undo is redone, not undone
    EXPECT_EQ(tryTo(BatchKind::Undo, 99), invalid);
    EXPECT_EQ(tryTo(BatchKind::Undo, std::nullopt), invalid);
    EXPECT_EQ(tryTo(BatchKind::Edit, edited), invalid);
    EXPECT_EQ(tryTo(BatchKind::Redo, undone.id), QString());
    EXPECT_EQ(tryTo(BatchKind::Redo, undone.id), invalid); // redone already
}

} // namespace
} // namespace junheng::store
