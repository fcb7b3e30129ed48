// What changed since the newest year before.

#include "model/items.h"
#include "model/stage.h"
#include "quality/collector.h"

#include <cmath>
#include <cstdlib>

namespace junheng::quality {

namespace {

using model::CellKey;
using model::CountyYear;
using model::Item;
using model::Level;
using model::Observation;
using model::SubjectKey;

/// A change is looked at where it is at least `share` of the former figure and at least `least` of the item's unit.
struct Watched {
    const char16_t* code;
    double share;
    double least;
};

constexpr Watched kWatched[]{
    {items::pupils, 0.25, 30},
    {items::classes, 0.25, 3},
    {items::teachers, 0.25, 5},
    {items::backbone_teachers, 0.5, 3},
    {items::public_funds_budget, 0.5, 5},
    {items::teaching_area, 0.2, 200},
    {items::indoor_sports_area, 0.2, 200},
    {items::sports_ground_area, 0.2, 200},
    {items::equipment_value, 0.3, 10},
    {items::multimedia_rooms, 0.3, 4},
    {items::population, 0.05, 0.5},
    {items::teacher_salary, 0.2, 5000},
    {items::civil_servant_salary, 0.2, 5000},
    {items::special_pupils, 0.3, 10},
    {items::rotation_eligible, 0.3, 50},
    {items::quota_total, 0.3, 100},
    {items::migrant_eligible, 0.3, 50},
    {items::disabled_total, 0.3, 20},
};

// 两个只增不减: 一般公共预算教育支出, and that for each pupil (国办发〔2018〕82号).
constexpr const char16_t* kNeverLess[]{items::education_spending, items::spending_per_pupil_primary,
                                       items::spending_per_pupil_junior};

// What identifies a school or opens a relaxation to it.
constexpr const char16_t* kIdentity[]{items::school_name, items::school_type, items::sponsor,    items::locality,
                                      items::built_year,  items::dense_core,  items::rural_small};

void compare(Collector& found, const Watched& watched, const SubjectKey& subject, std::int64_t before, std::int64_t now,
             const std::vector<CellKey>& cells, const std::vector<CellKey>& earlier) {
    const Item& item = itemAt(watched.code);
    const double change = std::abs(static_cast<double>(now) - static_cast<double>(before));
    if (change < watched.share * static_cast<double>(before) || change < watched.least * std::pow(10, item.decimals))
        return;
    const QString by = before == 0 ? QString()
                                   : tr("，%1 %2%")
                                         .arg(now > before ? tr("增加") : tr("减少"))
                                         .arg(std::lround(100 * change / static_cast<double>(before)));
    found.add(
        QStringLiteral("change_%1").arg(item.code), CheckSeverity::Doubt, subject,
        tr("%1由 %2 学年的 %3变为 %4%5")
            .arg(item.label)
            .arg(found.before()->year())
            .arg(figureText(item, Observation::ofAmount(before)), figureText(item, Observation::ofAmount(now)), by),
        cells, earlier);
}

void compareRows(Collector& found, const Watched& watched) {
    const Item& item = itemAt(watched.code);
    const CountyYear& year = found.year();
    eachRow(year.table(item.level), [&](int row) {
        const SubjectKey& subject = year.table(item.level).key(row);
        const Observation now = year.value(subject, item);
        const Observation before = found.before()->value(subject, item);
        const std::vector<CellKey> cells{{.subject = subject, .item = &item}};
        if (now.isValue() && before.isValue())
            compare(found, watched, subject, before.amount, now.amount, cells, cells);
    });
}

// Over all campuses, as a campus may be renamed.
void compareCampuses(Collector& found, const Watched& watched) {
    const Item& item = itemAt(watched.code);
    const CountyYear& year = found.year();
    eachRow(year.schools(), [&](int row) {
        const SubjectKey& school = year.schools().key(row);
        const CampusSum now = overCampuses(year, school.school, item);
        const CampusSum before = overCampuses(*found.before(), school.school, item);
        if (now.complete && before.complete)
            compare(found, watched, school, before.amount, now.amount, now.cells, before.cells);
    });
}

void compareSpending(Collector& found) {
    const SubjectKey county = SubjectKey::ofCounty();
    for (const char16_t* code : kNeverLess) {
        const Item& item = itemAt(code);
        const Observation now = found.year().value(county, item);
        const Observation before = found.before()->value(county, item);
        const std::vector<CellKey> cells{{.subject = county, .item = &item}};
        if (now.isValue() && before.isValue() && now.amount < before.amount)
            found.add(QStringLiteral("less_%1").arg(item.code), CheckSeverity::Doubt, county,
                      tr("%1由 %2 学年的 %3降为 %4，教育投入应只增不减")
                          .arg(item.label)
                          .arg(found.before()->year())
                          .arg(figureText(item, before), figureText(item, now)),
                      cells, cells);
    }
}

void compareIdentity(Collector& found) {
    const CountyYear& year = found.year();
    for (const char16_t* code : kIdentity) {
        const Item& item = itemAt(code);
        eachRow(year.schools(), [&](int row) {
            const SubjectKey& school = year.schools().key(row);
            const Observation now = year.schools().at(row, item);
            const Observation before = found.before()->value(school, item);
            const std::vector<CellKey> cells{{.subject = school, .item = &item}};
            if (now.isValue() && before.isValue() && !now.saysSameAs(before))
                found.add(QStringLiteral("identity_%1").arg(item.code), CheckSeverity::Notice, school,
                          tr("%1由 %2 学年的“%3”变为“%4”")
                              .arg(item.label)
                              .arg(found.before()->year())
                              .arg(model::displayText(item, before), model::displayText(item, now)),
                          cells, cells);
        });
    }
}

// Schools and stages that are new, and those that are gone.
void compareRegister(Collector& found) {
    const CountyYear& year = found.year();
    const CountyYear& before = *found.before();
    static const Item& name = itemAt(items::school_name);
    static const Item& pupils = itemAt(items::pupils);
    eachRow(year.schools(), [&](int row) {
        const SubjectKey& school = year.schools().key(row);
        if (!before.exists(school))
            found.add(QStringLiteral("new_school"), CheckSeverity::Notice, school,
                      tr("%1 学年没有这所学校：是新建、合并、分设，还是标识码变了？").arg(before.year()),
                      {{.subject = school, .item = &name}});
    });
    eachRow(before.schools(), [&](int row) {
        const SubjectKey& school = before.schools().key(row);
        if (!year.exists(school))
            found.add(QStringLiteral("gone_school"), CheckSeverity::Notice, school,
                      tr("%1 学年有这所学校，本学年没有：是撤并，还是漏填？").arg(before.year()), {},
                      {{.subject = school, .item = &name}});
    });
    eachRow(before.sections(), [&](int row) {
        const SubjectKey& section = before.sections().key(row);
        const Observation heads = before.sections().at(row, pupils);
        if (year.exists(SubjectKey::ofSchool(section.school)) && !year.exists(section) && heads.isValue() &&
            heads.amount > 0)
            found.add(QStringLiteral("gone_stage"), CheckSeverity::Notice, section,
                      tr("%1 学年有%2学生 %3，本学年没有这个学段：是停办，还是漏填？")
                          .arg(before.year())
                          .arg(model::partLabel(section), figureText(pupils, heads)),
                      {}, {{.subject = section, .item = &pupils}});
    });
}

} // namespace

void findChanges(Collector& found) {
    for (const Watched& watched : kWatched) {
        if (itemAt(watched.code).level == Level::Campus)
            compareCampuses(found, watched);
        else
            compareRows(found, watched);
    }
    compareSpending(found);
    compareIdentity(found);
    compareRegister(found);
}

} // namespace junheng::quality
