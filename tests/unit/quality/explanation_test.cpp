// What the bureau says of a finding, and when that is out of date.

#include "quality/explanation.h"
#include "sound_county.h"

#include <QSet>

#include <random>

namespace junheng::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using quality::Answer;
using quality::CheckFinding;

// More certified teachers than teachers.
model::CountyYear doubtful() {
    return soundCounty().cell(sectionKey(kFirst), u"certified_teachers", u"26").build();
}

model::CountyYear explained(model::CountyYear year, const QString& text) {
    year.apply(quality::explanationChanges(year, findingOf(u"certified"_s, year), text).value());
    return year;
}

void set(model::CountyYear& year, const model::SubjectKey& key, const char16_t* code, std::int64_t amount) {
    model::ChangeSet changes;
    changes.changes.push_back({.subject = key,
                               .item = &model::ItemDictionary::builtIn().at(QStringView(code)),
                               .after = model::Observation::ofAmount(amount)});
    year.apply(changes);
}

// A third of all figures drawn anew, from few that contradict one another; a school and a section taken out.
model::CountyYear spoiled(const CountyBuilder& county, std::mt19937& random) {
    model::CountyYear year = county.build();
    model::ChangeSet changes;
    for (const model::Level level :
         {model::Level::School, model::Level::Section, model::Level::Campus, model::Level::County}) {
        const model::LevelTable& table = year.table(level);
        for (int row = 0; row < table.rowCount(); ++row) {
            for (const model::Item& item : model::ItemDictionary::builtIn().ofLevel(level)) {
                if (item.key || !item.isNumeric() || random() % 3 != 0)
                    continue;
                constexpr std::array<std::int64_t, 6> kAmounts{0, 1, 60, 400, 5000, 3'000'000};
                changes.changes.push_back({.subject = table.key(row),
                                           .item = &item,
                                           .after = random() % 5 == 0
                                                        ? model::Observation::missing()
                                                        : model::Observation::ofAmount(kAmounts[random() % 6])});
            }
        }
    }
    const auto takeOut = [&](const model::LevelTable& table) {
        changes.changes.push_back(
            {.subject = table.key(static_cast<int>(random() % static_cast<unsigned>(table.rowCount())))});
    };
    takeOut(year.sections());
    takeOut(year.schools());
    year.apply(changes);
    return year;
}

} // namespace

TEST(Explanation, IsKeptBesideTheFinding) {
    EXPECT_EQ(findingOf(u"certified"_s, doubtful()).answer, Answer::Open);
    const CheckFinding finding = findingOf(u"certified"_s, explained(doubtful(), u"一名退休教师返聘。"_s));
    EXPECT_EQ(finding.answer, Answer::Explained);
    EXPECT_EQ(finding.explanation, u"一名退休教师返聘。"_s);
}

TEST(Explanation, IsOutOfDateWhenAFigureIsAnother) {
    model::CountyYear year = explained(doubtful(), u"一名退休教师返聘。"_s);
    set(year, sectionKey(kFirst), u"certified_teachers", 27);
    const CheckFinding finding = findingOf(u"certified"_s, year);
    EXPECT_EQ(finding.answer, Answer::Outdated);
    ASSERT_EQ(finding.figures.size(), 2U);
    EXPECT_EQ(finding.figures[0].then, u"26 人"_s);
    EXPECT_EQ(finding.figures[1].then, QString()) << "there are 25 teachers still";
    // Saying the same again takes the figures as they are.
    EXPECT_EQ(findingOf(u"certified"_s, explained(year, u"一名退休教师返聘。"_s)).answer, Answer::Explained);
    // Back to what it was, it holds again.
    set(year, sectionKey(kFirst), u"certified_teachers", 26);
    EXPECT_EQ(findingOf(u"certified"_s, year).answer, Answer::Explained);
}

// The register of rooms is part of what is explained.
TEST(Explanation, IsOutOfDateWhenTheRegisterGrows) {
    CountyBuilder county = soundCounty();
    county.cell(schoolKey(kNineYear), u"music_rooms", u"4");
    model::CountyYear year = county.build();
    year.apply(quality::explanationChanges(year, findingOf(u"music_rooms"_s, year), u"两间在建。"_s).value());
    EXPECT_EQ(findingOf(u"music_rooms"_s, year).answer, Answer::Explained);
    model::ChangeSet more;
    more.changes.push_back(
        {.subject = {.level = model::Level::Room, .school = QString::fromUtf16(kNineYear), .part = u"3"_s},
         .after = model::Observation::ofAmount(1)});
    year.apply(more);
    EXPECT_EQ(findingOf(u"music_rooms"_s, year).answer, Answer::Outdated);
}

TEST(Explanation, SaysWhichFigureChanged) {
    CountyBuilder county = soundCounty();
    county.cell(campusKey(kNineYear, u"北校区"), u"campus_pupils_primary", u"90");
    model::CountyYear year = county.build();
    year.apply(quality::explanationChanges(year, findingOf(u"campus_pupils"_s, year), u"十人寄读。"_s).value());
    set(year, campusKey(kNineYear, u"北校区"), u"campus_pupils_primary", 91);
    EXPECT_EQ(quality::changesSinceExplained(findingOf(u"campus_pupils"_s, year)),
              QStringList{u"北校区 小学在校学生数：说明时 90 人，现为 91 人"_s});
}

TEST(Explanation, MayBeAsLongAsAReport) {
    model::CountyYear year = doubtful();
    EXPECT_TRUE(quality::explanationChanges(year, findingOf(u"certified"_s, year), QString(20'000, u'长')));
}

TEST(Explanation, IsTakenOutByBlankText) {
    const model::CountyYear year = explained(explained(doubtful(), u"有原因"_s), u"  "_s);
    EXPECT_EQ(findingOf(u"certified"_s, year).answer, Answer::Open);
    const model::SubjectKey key = quality::explanationKey(findingOf(u"certified"_s, year));
    EXPECT_TRUE(year.value(key, quality::explainedFiguresItem()).isMissing());
    EXPECT_TRUE(quality::explanationChanges(year, findingOf(u"certified"_s, year), {}).value().isEmpty());
}

TEST(Explanation, TooLongATextIsRefused) {
    const model::CountyYear year = doubtful();
    const auto changes = quality::explanationChanges(year, findingOf(u"certified"_s, year), QString(100'000, u'长'));
    ASSERT_FALSE(changes);
    EXPECT_EQ(changes.error().code, u"value.too_long"_s);
}

// Whatever is wrong: counties with figures drawn at random, against a year with others.
TEST(Explanation, EachFindingHasAPlaceOfItsOwn) {
    QSet<QString> seen;
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        const model::CountyYear before = spoiled(soundCounty(2024), random);
        const model::CountyYear year = spoiled(soundCounty(), random);
        std::vector<model::SubjectKey> keys;
        for (const CheckFinding& finding : quality::check(year, &before)) {
            keys.push_back(quality::explanationKey(finding));
            seen.insert(finding.check);
        }
        std::ranges::sort(keys);
        EXPECT_EQ(std::ranges::adjacent_find(keys), keys.end()) << seed;
    }
    EXPECT_GT(seen.size(), 40) << QStringList(seen.begin(), seen.end()).join(u' ').toStdString();
}

TEST(Explanation, SaysWhichStageItIsAbout) {
    EXPECT_EQ(model::partLabel(quality::explanationKey(findingOf(u"certified"_s, doubtful()))), u"小学"_s);
}

TEST(Explanation, NamesOfCampusesMayHoldAnything) {
    CountyBuilder county = soundCounty();
    county.campus(kNineYear, u"A=B\t/ 东", {{u"campus_pupils_primary", u"1"}});
    model::CountyYear year = county.build();
    const CheckFinding finding = findingOf(u"campus_pupils"_s, year);
    year.apply(quality::explanationChanges(year, finding, u"核对中"_s).value());
    EXPECT_EQ(findingOf(u"campus_pupils"_s, year).answer, Answer::Explained);
    set(year, campusKey(kNineYear, u"A=B\t/ 东"), u"campus_pupils_primary", 2);
    const CheckFinding outdated = findingOf(u"campus_pupils"_s, year);
    EXPECT_EQ(outdated.answer, Answer::Outdated);
    EXPECT_EQ(std::ranges::count(outdated.figures, u"1 人"_s, &quality::CheckedFigure::then), 1);
}

} // namespace junheng::test
