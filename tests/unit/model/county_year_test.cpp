#include "model/county_year.h"
#include "support/own_items.h"

#include <gtest/gtest.h>

using namespace junheng::model;

namespace {

const Item& pupils() {
    return ItemDictionary::builtIn().at(u"pupils");
}

SubjectKey section(const QString& school, const QString& stage) {
    return {.level = Level::Section, .school = school, .part = stage};
}

Change comes(const SubjectKey& subject) {
    return {.subject = subject, .after = Observation::ofAmount(1)};
}

ChangeSet twoSchools() {
    ChangeSet changes;
    for (const QString& code : {QStringLiteral("9900000002"), QStringLiteral("9900000001")}) {
        changes.changes.push_back(comes(SubjectKey::ofSchool(code)));
        changes.changes.push_back(comes(section(code, QStringLiteral("junior"))));
        changes.changes.push_back(comes(section(code, QStringLiteral("primary"))));
    }
    changes.changes.push_back({.subject = section(QStringLiteral("9900000002"), QStringLiteral("primary")),
                               .item = &pupils(),
                               .after = Observation::ofAmount(120)});
    return changes;
}

CountyYear county() {
    CountyYear year({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, 2025);
    year.apply(twoSchools());
    return year;
}

} // namespace

TEST(CountyYear, KeepsRowsSorted) {
    const CountyYear year = county();
    ASSERT_EQ(year.sections().rowCount(), 4);
    EXPECT_EQ(year.sections().key(0), section(QStringLiteral("9900000001"), QStringLiteral("primary")));
    EXPECT_EQ(year.sections().key(3), section(QStringLiteral("9900000002"), QStringLiteral("junior")));
    EXPECT_EQ(year.sections().rowsOfSchool(QStringLiteral("9900000002")), std::pair(2, 4));
    EXPECT_EQ(year.sections().rowsOfSchool(QStringLiteral("9900000003")), std::pair(4, 4));
}

TEST(CountyYear, NewCellsAreMissing) {
    const CountyYear year = county();
    EXPECT_TRUE(year.value(section(QStringLiteral("9900000001"), QStringLiteral("primary")), pupils()).isMissing());
    EXPECT_EQ(year.value(section(QStringLiteral("9900000002"), QStringLiteral("primary")), pupils()).amount, 120);
    EXPECT_TRUE(year.value(section(QStringLiteral("none"), QStringLiteral("primary")), pupils()).isMissing());
}

TEST(CountyYear, ValuesFollowTheirRowsWhenRowsComeAndGo) {
    CountyYear year = county();
    ChangeSet changes;
    changes.changes.push_back(comes(SubjectKey::ofSchool(QStringLiteral("9900000000"))));
    changes.changes.push_back(comes(section(QStringLiteral("9900000000"), QStringLiteral("primary"))));
    changes.changes.push_back({.subject = section(QStringLiteral("9900000001"), QStringLiteral("junior")),
                               .before = Observation::ofAmount(1)});
    year.apply(changes);
    ASSERT_EQ(year.sections().rowCount(), 4);
    EXPECT_EQ(year.value(section(QStringLiteral("9900000002"), QStringLiteral("primary")), pupils()).amount, 120);
    EXPECT_FALSE(year.exists(section(QStringLiteral("9900000001"), QStringLiteral("junior"))));
}

TEST(CountyYear, TheInverseOfAChangeRestores) {
    CountyYear year = county();
    year.apply(twoSchools().inverse());
    EXPECT_EQ(year.schools().rowCount(), 0);
    EXPECT_EQ(year.sections().rowCount(), 0);
}

TEST(CountyYear, CopiesAreIndependent) {
    const CountyYear before = county();
    CountyYear after = before;
    ChangeSet changes;
    changes.changes.push_back({.subject = section(QStringLiteral("9900000002"), QStringLiteral("primary")),
                               .item = &pupils(),
                               .after = Observation::missing()});
    after.apply(changes);
    EXPECT_EQ(before.value(changes.changes[0].subject, pupils()).amount, 120);
    EXPECT_TRUE(after.value(changes.changes[0].subject, pupils()).isMissing());
}

TEST(CountyYear, NamesASchoolByItsCodeUntilItHasAName) {
    CountyYear year = county();
    EXPECT_EQ(year.schoolName(QStringLiteral("9900000001")), QStringLiteral("9900000001"));
    ChangeSet changes;
    changes.changes.push_back({.subject = SubjectKey::ofSchool(QStringLiteral("9900000001")),
                               .item = &ItemDictionary::builtIn().at(u"school_name"),
                               .after = Observation::ofText(QStringLiteral("柳溪小学"))});
    year.apply(changes);
    EXPECT_EQ(year.schoolName(QStringLiteral("9900000001")), QStringLiteral("柳溪小学"));
}

TEST(CountyYear, HasAColumnForEachOfItsItems) {
    const ItemDictionary& items = junheng::test::itemsWithBuses();
    const Item& buses = items.at(u"school_buses");
    CountyYear year({.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")}, 2025, items);
    EXPECT_EQ(&year.items(), &items);
    const SubjectKey school = SubjectKey::ofSchool(QStringLiteral("9900000001"));
    ChangeSet changes = twoSchools();
    changes.changes.push_back({.subject = school, .item = &buses, .after = Observation::ofAmount(3)});
    year.apply(changes);
    EXPECT_EQ(year.value(school, buses), Observation::ofAmount(3));
    EXPECT_EQ(year.schools().column(buses).item, &buses);
    EXPECT_TRUE(year.value(SubjectKey::ofSchool(QStringLiteral("9900000002")), buses).isMissing());

    const CountyYear copy = year;
    EXPECT_EQ(&copy.items(), &items);
    EXPECT_EQ(&county().items(), &ItemDictionary::builtIn());
}
