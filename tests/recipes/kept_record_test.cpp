// A record of no year in a county file: compiled in a tree that kept_record.py made, which has such a kind.
#include "store_fixture.h"

#include "model/data_code.h"
#include "model/record_kind.h"

namespace junheng::store {
namespace {

using model::BatchKind;
using model::Level;
using model::Observation;
using model::SubjectKey;
using ::testing::ElementsAre;

class KeptRecordTest : public StoreTest {
protected:
    static inline const SubjectKey kWork{.level = Level::Work, .part = QStringLiteral("1")};

    static qint64 addWork(CountyFile& file, const model::Change& with) {
        return file
            .commit(kYear, edit({existence(kWork, true),
                                 change(kWork, "work_title", {}, Observation::ofText(QStringLiteral("综合楼"))), with}))
            .value();
    }
    static model::Change cost(std::int64_t before, std::int64_t after) {
        return change(kWork, "work_cost", before == 0 ? Observation() : Observation::ofAmount(before),
                      Observation::ofAmount(after));
    }
    static Observation costIn(const CountyFile& file, int year) {
        return file.load(year)->value(kWork, item("work_cost"));
    }
};

TEST_F(KeptRecordTest, IsThereInEveryYearAndInNoneOfThem) {
    const auto file = created();
    const QString code = model::dataCode(*file->load(kYear));
    const qint64 batch = addWork(*file, cost(0, 5));
    EXPECT_EQ(file->history({})->front().year, 0);
    EXPECT_THAT(*file->years(), ElementsAre(kYear));
    for (const int year : {kYear, kYear + 1}) {
        EXPECT_EQ(costIn(*file, year), Observation::ofAmount(5));
        EXPECT_EQ(file->history(year)->front().id, batch);
        EXPECT_EQ(file->undoCandidate(year).value()->id, batch);
        EXPECT_EQ(file->cellHistory(year, {.subject = kWork, .item = &item("work_cost")})->size(), 1U);
    }
    EXPECT_EQ(model::dataCode(*file->load(kYear)), code);
    EXPECT_TRUE(file->verify()->empty());
}

TEST_F(KeptRecordTest, IsUndoneAndRedoneFromAnyYearAlsoTogetherWithAFigureOfOne) {
    const auto file = created();
    addWork(*file, change(section(QStringLiteral("primary")), "pupils", {}, Observation::ofAmount(7)));
    EXPECT_EQ(file->history({})->front().year, 0);
    ASSERT_EQ(takeBack(*file, *file->undoCandidate(kYear).value(), BatchKind::Undo), QString());
    EXPECT_TRUE(pupils(*file).isMissing());
    EXPECT_FALSE(file->load(kYear)->exists(kWork));
    ASSERT_EQ(takeBack(*file, *file->redoCandidate(kYear).value(), BatchKind::Redo), QString());
    EXPECT_EQ(pupils(*file), Observation::ofAmount(7));
    EXPECT_TRUE(file->load(kYear + 5)->exists(kWork));
    EXPECT_TRUE(file->verify()->empty());
}

TEST_F(KeptRecordTest, IsLeftOutOfWhatIsHandedInWithItsPartOfTheJournal) {
    const auto file = created();
    addWork(*file, change(section(QStringLiteral("primary")), "pupils", {}, Observation::ofAmount(7)));
    ASSERT_EQ(codeOf(file->commit(kYear, edit({cost(0, 5)}))), QString());
    ASSERT_TRUE(undo(*file));
    const QString copy = pathOf(QStringLiteral("上报.junheng"));
    ASSERT_TRUE(file->writeSnapshot(copy));
    EXPECT_FALSE(bytesOf(copy).contains("综合楼"));
    const auto snapshot = CountyFile::open(copy, FileAccess::ReadOnly);
    ASSERT_TRUE(snapshot);
    EXPECT_TRUE((*snapshot)->verify()->empty());
    EXPECT_EQ((*snapshot)->history({})->size(), 2U);
    EXPECT_EQ(pupils(**snapshot), Observation::ofAmount(7));
}

} // namespace
} // namespace junheng::store
