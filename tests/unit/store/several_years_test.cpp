// A batch may change subjects of several years: history, undo, redo, the years that are there and verify know it.
#include "store_fixture.h"

namespace junheng::store {
namespace {

using model::BatchKind;
using model::Observation;
using model::SubjectKey;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int kNext = kYear + 1;

model::Change filledBy(int year, const QString& before, const QString& after) {
    const auto text = [](const QString& name) { return name.isEmpty() ? Observation() : Observation::ofText(name); };
    model::Change result = change(SubjectKey::ofCounty(), "filled_by", text(before), text(after));
    result.year = year;
    return result;
}

class SeveralYearsTest : public StoreTest {
protected:
    static QString in(const CountyFile& file, int year) {
        return file.load(year)->value(SubjectKey::ofCounty(), item("filled_by")).text;
    }
    static std::vector<qint64> idsOf(const CountyFile& file, int year) {
        std::vector<qint64> ids;
        const auto history = file.history(year);
        for (const BatchInfo& batch : *history)
            ids.push_back(batch.id);
        return ids;
    }
    /// 张三 in both years, where there was nobody.
    static qint64 inBothYears(CountyFile& file) {
        return file
            .commit(kYear,
                    edit({filledBy(kYear, {}, QStringLiteral("张三")), filledBy(kNext, {}, QStringLiteral("张三"))}))
            .value();
    }
};

TEST_F(SeveralYearsTest, OneBatchIsPartOfEachOfItsYears) {
    const auto file = created();
    const qint64 both = inBothYears(*file);
    EXPECT_EQ(in(*file, kYear), QStringLiteral("张三"));
    EXPECT_EQ(in(*file, kNext), QStringLiteral("张三"));
    EXPECT_THAT(*file->years(), ElementsAre(kYear, kNext));
    EXPECT_THAT(idsOf(*file, kYear), ElementsAre(both, 1));
    EXPECT_THAT(idsOf(*file, kNext), ElementsAre(both));
    EXPECT_THAT(idsOf(*file, kNext + 1), IsEmpty());
    EXPECT_EQ(file->history({})->front().year, 0);
    EXPECT_EQ(file->cellHistory(kNext, {.subject = SubjectKey::ofCounty(), .item = &item("filled_by")})->size(), 1U);
    EXPECT_TRUE(file->typedCells(kNext)->contains({.subject = SubjectKey::ofCounty(), .item = &item("filled_by")}));
    EXPECT_TRUE(file->verify()->empty());
}

TEST_F(SeveralYearsTest, ItIsTakenBackAsAWholeFromEitherYear) {
    const auto file = created();
    const qint64 both = inBothYears(*file);
    for (const int year : {kYear, kNext}) {
        EXPECT_EQ(file->undoCandidate(year).value()->id, both);
        ASSERT_EQ(takeBack(*file, *file->undoCandidate(year).value(), BatchKind::Undo), QString());
        EXPECT_EQ(in(*file, kYear), QString());
        EXPECT_EQ(in(*file, kNext), QString());
        EXPECT_THAT(*file->years(), ElementsAre(kYear));
        EXPECT_THAT(*file->years(YearsOf::Journal), ElementsAre(kYear, kNext));
        ASSERT_EQ(takeBack(*file, *file->redoCandidate(year).value(), BatchKind::Redo), QString());
        EXPECT_EQ(in(*file, kNext), QStringLiteral("张三"));
    }
    EXPECT_TRUE(file->verify()->empty());
}

TEST_F(SeveralYearsTest, AnEditOfOneOfItsYearsEndsTheRedo) {
    const auto file = created();
    inBothYears(*file);
    ASSERT_TRUE(undo(*file));
    EXPECT_NE(file->redoCandidate(kNext).value(), std::nullopt);
    setPupils(*file, 7); // of kYear
    EXPECT_EQ(file->redoCandidate(kYear).value(), std::nullopt);
}

TEST_F(SeveralYearsTest, AConflictInOneYearLeavesBothAsTheyWere) {
    const auto file = created();
    inBothYears(*file);
    const auto batch = file->commit(kYear, edit({filledBy(kYear, QStringLiteral("张三"), QStringLiteral("李四")),
                                                 filledBy(kNext, QStringLiteral("王五"), QStringLiteral("李四"))}));
    EXPECT_EQ(codeOf(batch), QStringLiteral("store.conflict"));
    EXPECT_EQ(in(*file, kYear), QStringLiteral("张三"));
}

TEST_F(SeveralYearsTest, ChangesOfOneYearMakeABatchOfThatYear) {
    const auto file = created();
    ASSERT_EQ(codeOf(file->commit(kYear, edit({filledBy(kNext, {}, QStringLiteral("张三"))}))), QString());
    EXPECT_EQ(file->history({})->front().year, kNext);
    EXPECT_EQ(codeOf(file->commit(0, edit({change(SubjectKey::ofCounty(), "filled_by", {},
                                                  Observation::ofText(QStringLiteral("李四")))}))),
              QStringLiteral("store.invalid_change"));
    EXPECT_EQ(codeOf(file->commit(0, edit({}))), QStringLiteral("store.empty_change"));
}

TEST_F(SeveralYearsTest, ARowOfAYearUnderYearZeroIsNamedAndLeftAlone) {
    created().reset();
    runSql(path(), "INSERT INTO subject (year, kind, school, part, alive) VALUES (0, 'school', '9901000002', '', 1)");
    const auto file = opened();
    ASSERT_EQ(file->unreadable().size(), 1U);
    EXPECT_TRUE(file->unreadable().front().message.contains(QStringLiteral("不分学年 9901000002")));
    EXPECT_EQ(file->access(), FileAccess::ReadOnly);
    EXPECT_EQ(file->load(kYear)->schools().rowCount(), 1);
}

} // namespace
} // namespace junheng::store
