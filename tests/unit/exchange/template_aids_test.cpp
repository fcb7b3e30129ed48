// What a template tells those who fill it in: cross-checks with their values, and what a new year begins with.
#include "book_builder.h"

#include "exchange/next_year.h"
#include "exchange/template_checks.h"
#include "sheet/workbook_reader.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using model::CountyYear;
using model::Level;
using model::Observation;
using model::SubjectKey;

CountyYear with(CountyYear year, const SubjectKey& key, const char16_t* code, const Observation& value) {
    model::ChangeSet changes;
    changes.changes.push_back({.subject = key, .item = &item(code), .after = value});
    year.apply(changes);
    return year;
}

QString checked(const CountyYear& year, const SubjectKey& key) {
    const exchange::TemplateLayout layout(year.items());
    const exchange::TemplateSheets sheets(layout, &year);
    return exchange::checkText(exchange::checksOf(sheets, key.level), year, key);
}

TEST(TemplateChecks, SoundDataSayNothing) {
    const CountyYear year = yearOf(smallBook());
    EXPECT_EQ(checked(year, section(kPrimarySchool, u"primary")), QString());
    EXPECT_EQ(checked(year, campus(kNineYearSchool, u"东校区")), QString());
}

TEST(TemplateChecks, ComparesOnlyWhatIsGiven) {
    const SubjectKey key = section(kPrimarySchool, u"primary"); // 900 pupils, 44 teachers
    const CountyYear year = yearOf(smallBook());
    const CountyYear bachelors = with(year, key, u"teachers_bachelor", Observation::ofAmount(44));
    EXPECT_EQ(checked(bachelors, key), QString()) << "other degrees are blank, none is known to be too many";
    EXPECT_EQ(checked(with(bachelors, key, u"teachers_master", Observation::ofAmount(1)), key),
              u"各学历教师之和大于专任教师数"_s);
    EXPECT_EQ(checked(with(bachelors, key, u"teachers_master", Observation::notApplicable()), key), QString());
    const CountyYear unknown = with(with(year, key, u"teachers", Observation::missing()), key, u"backbone_teachers",
                                    Observation::ofAmount(99));
    EXPECT_EQ(checked(unknown, key), QString());
}

TEST(TemplateChecks, BandsMakeUpTheClasses) {
    const SubjectKey key = section(kPrimarySchool, u"primary");
    CountyYear year = with(yearOf(smallBook()), key, u"classes", Observation::ofAmount(20));
    year = with(year, key, u"classes_41_45", Observation::ofAmount(19));
    EXPECT_EQ(checked(year, key), QString()) << "the other bands are still blank";
    EXPECT_EQ(checked(with(year, key, u"classes_41_45", Observation::ofAmount(21)), key),
              u"各档班数之和不等于教学班数"_s);
    for (const char16_t* code :
         {u"classes_le25", u"classes_26_30", u"classes_31_35", u"classes_36_40", u"classes_46_50", u"classes_51_55",
          u"classes_56_60", u"classes_61_65", u"classes_ge66"})
        year = with(year, key, code, Observation::ofAmount(0));
    EXPECT_EQ(checked(year, key), u"各档班数之和不等于教学班数"_s);
    // 900 pupils in 11 classes are 81.8 each
    EXPECT_TRUE(checked(with(year, key, u"classes", Observation::ofAmount(11)), key).contains(u"平均班额超过80人"));
    EXPECT_FALSE(checked(with(year, key, u"classes", Observation::ofAmount(12)), key).contains(u"平均班额"));
}

TEST(TemplateChecks, CampusesMakeUpTheSection) {
    const SubjectKey key = section(kNineYearSchool, u"primary"); // 400 = 400 + 0
    const CountyYear year = yearOf(smallBook());
    const CountyYear more =
        with(year, campus(kNineYearSchool, u"东校区"), u"campus_pupils_primary", Observation::ofAmount(1));
    EXPECT_EQ(checked(more, key), u"各校区小学在校学生数之和不等于在校学生数"_s);
    const SubjectKey main = campus(kNineYearSchool, u"");
    const CountyYear blank = with(year, main, u"campus_pupils_primary", Observation::missing());
    EXPECT_EQ(checked(blank, key), QString());
    EXPECT_EQ(checked(blank, main), u"有两个以上校区，要填小学在校学生数，没有填 0"_s);
}

TEST(TemplateChecks, EveryFormulaIsShortEnough) {
    const exchange::TemplateLayout layout(model::ItemDictionary::builtIn());
    const exchange::TemplateSheets sheets(layout, nullptr);
    for (const Level level : {Level::School, Level::Section, Level::Campus, Level::Room, Level::Survey}) {
        const QString formula = exchange::checkFormula(sheets.at(level), exchange::checksOf(sheets, level), 300);
        EXPECT_LE(formula.size(), 8192);
        EXPECT_TRUE(formula.startsWith(u"=IF(A301=\"\""_s));
    }
}

TEST(NextYear, BeginsWithWhatStays) {
    CountyYear year = yearOf(smallBook());
    const CountyYear next = exchange::beginningOf(2026, year);
    EXPECT_EQ(next.year(), 2026);
    EXPECT_EQ(next.county(), year.county());
    EXPECT_EQ(next.schools().rowCount(), 2);
    EXPECT_EQ(next.sections().rowCount(), 3);
    EXPECT_EQ(next.campuses().rowCount(), 3);
    const SubjectKey school = SubjectKey::ofSchool(kPrimarySchool);
    EXPECT_EQ(shown(next, school, u"school_name"), u"柳溪小学"_s);
    EXPECT_EQ(shown(next, school, u"school_type"), u"小学"_s);
    EXPECT_EQ(shown(next, school, u"public_funds_budget"), QString());
    EXPECT_EQ(shown(next, section(kPrimarySchool, u"primary"), u"pupils"), QString());
    EXPECT_EQ(shown(next, campus(kPrimarySchool, u""), u"teaching_area"), u"4300.5"_s);
    EXPECT_EQ(shown(next, campus(kNineYearSchool, u"东校区"), u"campus_pupils_junior"), QString());
}

// By the column `carried` of data/items.csv.
TEST(NextYear, TakesOverWhatIsCarriedAndMarksIt) {
    CountyYear year = yearOf(smallBook());
    const SubjectKey room{.level = Level::Room, .school = kPrimarySchool, .part = u"1"_s};
    const SubjectKey task{.level = Level::Task, .school = {}, .part = u"G1"_s};
    const SubjectKey survey{.level = Level::Survey, .school = {}, .part = u"家长"_s};
    const SubjectKey county = SubjectKey::ofCounty();
    for (const SubjectKey& key : {room, task, survey}) {
        model::ChangeSet row;
        row.changes.push_back({.subject = key, .after = Observation::ofAmount(1)});
        year.apply(row);
    }
    year = with(year, room, u"room_kind", Observation::ofChoice(item(u"room_kind"), 1));
    year = with(year, room, u"room_area", Observation::ofAmount(9'600));
    year = with(year, task, u"task_unit", Observation::ofText(u"教育局"_s));
    year = with(year, task, u"task_deadline", Observation::ofText(u"2025-12-31"_s));
    year = with(year, survey, u"survey_issued", Observation::ofAmount(100));
    year = with(year, county, u"basic_recognised_year", Observation::ofAmount(2016));
    year = with(year, county, u"population", Observation::ofAmount(3'000));
    year = with(year, campus(kPrimarySchool, u""), u"books", Observation::notApplicable());
    model::ChangeSet closed;
    closed.changes.push_back({.subject = SubjectKey::ofSchool(kNineYearSchool), .before = Observation::ofAmount(1)});
    for (const SubjectKey& key : {section(kNineYearSchool, u"primary"), section(kNineYearSchool, u"junior"),
                                  campus(kNineYearSchool, u""), campus(kNineYearSchool, u"东校区")})
        closed.changes.push_back({.subject = key, .before = Observation::ofAmount(1)});
    year.apply(closed);

    const CountyYear next = exchange::beginningOf(2026, year);
    EXPECT_EQ(next.schools().rowCount(), 1); // the other one is closed
    EXPECT_EQ(next.sections().rowCount(), 1);
    EXPECT_EQ(next.campuses().rowCount(), 1);
    EXPECT_EQ(next.value(room, item(u"room_kind")), Observation::ofChoice(item(u"room_kind"), 1).takenOver());
    EXPECT_EQ(next.value(room, item(u"room_area")), Observation::ofAmount(9'600).takenOver());
    EXPECT_EQ(next.value(task, item(u"task_unit")), Observation::ofText(u"教育局"_s).takenOver());
    EXPECT_TRUE(next.value(task, item(u"task_deadline")).isMissing());
    EXPECT_FALSE(next.exists(survey));
    EXPECT_EQ(next.value(county, item(u"basic_recognised_year")), Observation::ofAmount(2016).takenOver());
    EXPECT_TRUE(next.value(county, item(u"population")).isMissing());
    EXPECT_EQ(next.value(campus(kPrimarySchool, u""), item(u"books")), Observation::notApplicable().takenOver());
    for (const model::Item& any : model::ItemDictionary::builtIn().all()) {
        const model::LevelTable& table = next.table(any.level);
        for (int row = 0; row < table.rowCount(); ++row) {
            const Observation value = table.at(row, any);
            EXPECT_EQ(value.unconfirmed, !value.isMissing()) << any.code.toStdString();
            EXPECT_TRUE(value.isMissing() || any.carried) << any.code.toStdString();
        }
    }
}

TEST(NextYear, AnImportConfirmsWhatItRepeats) {
    const CountyYear next = exchange::beginningOf(2026, yearOf(smallBook()));
    Book book = smallBook();
    book[u"校区"][1][4] = 4400; // 柳溪小学, was 4300.5
    book[u"校区"][3][4] = u"";  // 东校区: says nothing
    const auto plan = planOf(book, next);
    EXPECT_TRUE(listed(plan, model::Severity::Error).isEmpty());
    // 2 names, types, localities, flags of boarding and the area of the other school's 本部.
    EXPECT_EQ(plan.summary.confirmedCells, 2 * 4 + 1);
    EXPECT_EQ(plan.summary.keptCells, 1);
    CountyYear after = next;
    after.apply(plan.changes);
    EXPECT_EQ(after.value(SubjectKey::ofSchool(kPrimarySchool), item(u"school_name")),
              Observation::ofText(u"柳溪小学"_s));
    EXPECT_EQ(after.value(campus(kPrimarySchool, u""), item(u"teaching_area")), Observation::ofAmount(440'000));
    EXPECT_EQ(after.value(campus(kNineYearSchool, u"东校区"), item(u"teaching_area")),
              Observation::ofAmount(180'000).takenOver());
    // What was confirmed is as any other value.
    const auto again = planOf(book, after);
    EXPECT_EQ(again.summary.confirmedCells, 0);
    EXPECT_TRUE(again.changes.isEmpty());
}

} // namespace
} // namespace junheng::test
