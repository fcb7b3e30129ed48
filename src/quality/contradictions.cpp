// Figures that contradict one another: within a row, over the rows of a school, with the type of a school.

#include "model/asked.h"
#include "model/items.h"
#include "model/relation.h"
#include "model/several_rows.h"
#include "quality/collector.h"

#include <algorithm>
#include <array>
#include <limits>
#include <ranges>

namespace junheng::quality {

namespace {

using model::CellKey;
using model::CountyYear;
using model::Item;
using model::Level;
using model::Observation;
using model::Relation;
using model::Stage;
using model::SubjectKey;

std::vector<CellKey> cellsOf(const Relation& relation, const SubjectKey& row) {
    std::vector<CellKey> cells;
    for (const Item* part : relation.parts)
        cells.push_back({.subject = row, .item = part});
    cells.push_back({.subject = row, .item = relation.whole});
    return cells;
}

// "本科学历专任教师数 20 人 + 硕士学历专任教师数 15 人 = 35 人，专任教师数 30 人"
QString numbersOf(const Relation& relation, const CountyYear& year, const SubjectKey& row) {
    QStringList parts;
    std::int64_t sum = 0;
    for (const Item* part : relation.parts) {
        const Observation given = year.value(row, *part);
        if (!given.isValue())
            continue;
        sum += given.amount;
        parts << part->label + QChar(u' ') + figureText(*part, given);
    }
    QString text = parts.join(QStringLiteral(" + "));
    if (parts.size() > 1)
        text += QStringLiteral(" = ") + figureText(*relation.parts.front(), Observation::ofAmount(sum));
    return tr("%1，%2 %3")
        .arg(text, relation.whole->label, figureText(*relation.whole, year.value(row, *relation.whole)));
}

// What breaks a relation without being wrong: an average over no classes or over pupils who come to none (高中 rows
// need no classes, special pupils are taught at home), the training that a parent school pays.
bool isExcused(const Relation& relation, const CountyYear& year, const SubjectKey& row) {
    const bool ofNothing = year.value(row, *relation.whole).amount == 0;
    if (relation.factor > 1)
        return ofNothing || !isCompulsory(row);
    if (relation.code == QStringView(items::grades))
        return row.part == model::stageId(Stage::Special);
    return ofNothing && relation.whole->is(items::public_funds_budget);
}

void checkRelations(Collector& found) {
    const CountyYear& year = found.year();
    for (const Relation& relation : model::relations()) {
        eachRow(year.table(relation.whole->level), [&](int row) {
            const SubjectKey& subject = year.table(relation.whole->level).key(row);
            if (!model::isBroken(relation, year, subject) || isExcused(relation, year, subject))
                return;
            // An average is unlikely where the other relations cannot be.
            const CheckSeverity severity = relation.factor == 1 ? CheckSeverity::Contradiction : CheckSeverity::Doubt;
            found.add(relation.code, severity, subject,
                      tr("%1：%2").arg(relation.message, numbersOf(relation, year, subject)),
                      cellsOf(relation, subject));
        });
    }
}

void checkCampuses(Collector& found) {
    const CountyYear& year = found.year();
    static const Item& pupils = itemAt(items::pupils);
    eachRow(year.sections(), [&](int row) {
        const SubjectKey& section = year.sections().key(row);
        if (!model::contradictsCampuses(year, section))
            return;
        const Item& item = *model::campusPupilsItem(*model::stageFromId(section.part));
        const CampusSum sum = overCampuses(year, section.school, item);
        std::vector<CellKey> cells{{.subject = section, .item = &pupils}};
        std::ranges::copy(sum.cells, std::back_inserter(cells));
        found.add(QStringLiteral("campus_pupils"), CheckSeverity::Contradiction, section,
                  tr("各校区%1合计 %2，学段的在校学生数却是 %3")
                      .arg(item.label, figureText(item, Observation::ofAmount(sum.amount)),
                           figureText(pupils, year.value(section, pupils))),
                  cells);
    });
}

// Pupils on a campus for a stage that the school has no row of.
void checkCampusStages(Collector& found) {
    const CountyYear& year = found.year();
    eachRow(year.schools(), [&](int row) {
        const QString& school = year.schools().key(row).school;
        const auto [first, last] = year.sections().rowsOfSchool(school);
        for (const Stage stage : {Stage::Primary, Stage::Junior, Stage::Senior}) {
            const SubjectKey section{.level = Level::Section, .school = school, .part = model::stageId(stage)};
            const model::CampusPupils sum = model::campusPupils(year, school, stage);
            if (first == last || sum.pupils == 0 || year.exists(section))
                continue;
            const Item& item = *model::campusPupilsItem(stage);
            found.add(
                QStringLiteral("campus_stage"), CheckSeverity::Contradiction, section,
                tr("校区填有%1 %2，学段中却没有这所学校的%3")
                    .arg(item.label, figureText(item, Observation::ofAmount(sum.pupils)), model::stageName(stage)),
                overCampuses(year, school, item).cells);
        }
    });
}

void checkRooms(Collector& found) {
    const CountyYear& year = found.year();
    const QStringList& kinds = itemAt(items::room_kind).choices;
    const std::array counts{std::pair(&itemAt(items::music_rooms), kinds.at(0)),
                            std::pair(&itemAt(items::fine_art_rooms), kinds.at(1))};
    eachRow(year.schools(), [&](int row) {
        const SubjectKey& school = year.schools().key(row);
        std::vector<CellKey> listed;
        const auto [first, last] = year.table(Level::Room).rowsOfSchool(school.school);
        for (int room = first; room < last; ++room)
            listed.push_back({.subject = year.table(Level::Room).key(room), .item = &itemAt(items::room_kind)});
        for (const auto& [item, kind] : counts) {
            std::vector<CellKey> cells{{.subject = school, .item = item}};
            std::ranges::copy(listed, std::back_inserter(cells));
            if (model::contradictsRooms(year, school.school, *item, kind))
                found.add(item->code, CheckSeverity::Contradiction, school,
                          tr("%1填的是 %2，专用教室台账中列出 %3 间")
                              .arg(item->label, figureText(*item, year.value(school, *item)))
                              .arg(model::listedRooms(year, school.school, kind)),
                          cells);
        }
    });
}

void checkParents(Collector& found) {
    const CountyYear& year = found.year();
    static const Item& item = itemAt(items::parent_code);
    eachRow(year.schools(), [&](int row) {
        const SubjectKey& school = year.schools().key(row);
        const Observation parent = year.schools().at(row, item);
        if (!parent.isValue())
            return;
        const bool itself = parent.text == school.school;
        if (itself || !year.exists(SubjectKey::ofSchool(parent.text)))
            found.add(QStringLiteral("parent"), CheckSeverity::Contradiction, school,
                      itself ? tr("所属中心校填成了学校自己")
                             : tr("所属中心校的标识码 %1 不是本县的学校").arg(parent.text),
                      {{.subject = school, .item = &item}});
    });
}

// Built, founded or recognised after the school year has begun.
void checkYears(Collector& found) {
    const CountyYear& year = found.year();
    for (const char16_t* code : {items::built_year, items::founded_year, items::basic_recognised_year}) {
        const Item& item = itemAt(code);
        eachRow(year.table(item.level), [&](int row) {
            const SubjectKey& subject = year.table(item.level).key(row);
            const Observation given = year.value(subject, item);
            // A school year ends in the year after the one it is called by.
            if (given.isValue() && given.amount > year.year() + 1)
                found.add(item.code, CheckSeverity::Contradiction, subject,
                          tr("%1填的是 %2，晚于 %3 学年").arg(item.label).arg(given.amount).arg(year.year()),
                          {{.subject = subject, .item = &item}});
        });
    }
}

struct Band {
    const char16_t* code;
    int from;
    int to;
};
constexpr std::array kBands{
    Band{items::classes_le25, 1, 25},   Band{items::classes_26_30, 26, 30},
    Band{items::classes_31_35, 31, 35}, Band{items::classes_36_40, 36, 40},
    Band{items::classes_41_45, 41, 45}, Band{items::classes_46_50, 46, 50},
    Band{items::classes_51_55, 51, 55}, Band{items::classes_56_60, 56, 60},
    Band{items::classes_61_65, 61, 65}, Band{items::classes_ge66, 66, std::numeric_limits<int>::max()}};

// The largest class stands in the highest band that has classes.
void checkLargestClass(Collector& found) {
    const CountyYear& year = found.year();
    static const Item& item = itemAt(items::largest_class);
    eachRow(year.sections(), [&](int row) {
        const SubjectKey& section = year.sections().key(row);
        const Observation largest = year.sections().at(row, item);
        if (!largest.isValue())
            return;
        for (const Band& band : kBands | std::views::reverse) {
            const Item& classes = itemAt(band.code);
            const Observation given = year.sections().at(row, classes);
            const bool above = largest.amount > band.to;
            if (given.isMissing() && !above)
                return; // the largest class may stand in it
            if (!given.isValue() || given.amount == 0)
                continue;
            if (above || largest.amount < band.from)
                found.add(QStringLiteral("largest_band"), CheckSeverity::Contradiction, section,
                          tr("最大班额填的是 %1，班额最高的一档却是%2（%3）")
                              .arg(figureText(item, largest), classes.label, figureText(classes, given)),
                          {{.subject = section, .item = &item}, {.subject = section, .item = &classes}});
            return;
        }
    });
}

// The pupils find room in the classes, and fill them as far as their bands say.
void checkClassTotals(Collector& found) {
    const CountyYear& year = found.year();
    static const Item& pupils = itemAt(items::pupils);
    static const Item& classes = itemAt(items::classes);
    static const Item& largest = itemAt(items::largest_class);
    eachRow(year.sections(), [&](int row) {
        const SubjectKey& section = year.sections().key(row);
        const Observation heads = year.sections().at(row, pupils);
        const Observation count = year.sections().at(row, classes);
        const Observation size = year.sections().at(row, largest);
        if (!isCompulsory(section) || !heads.isValue())
            return;
        if (count.isValue() && count.amount > 0 && size.isValue() && heads.amount > count.amount * size.amount)
            found.add(QStringLiteral("class_room"), CheckSeverity::Contradiction, section,
                      tr("在校学生数 %1，而 %2 个班、最大班额 %3 人最多只有 %4 人")
                          .arg(figureText(pupils, heads))
                          .arg(count.amount)
                          .arg(size.amount)
                          .arg(count.amount * size.amount),
                      {{.subject = section, .item = &pupils},
                       {.subject = section, .item = &classes},
                       {.subject = section, .item = &largest}});
        std::int64_t least = 0;
        std::vector<CellKey> cells{{.subject = section, .item = &pupils}};
        for (const Band& band : kBands) {
            const Item& item = itemAt(band.code);
            const Observation given = year.sections().at(row, item);
            if (!given.isValue() || given.amount == 0)
                continue;
            least += given.amount * band.from;
            cells.push_back({.subject = section, .item = &item});
        }
        if (least > heads.amount)
            found.add(QStringLiteral("class_least"), CheckSeverity::Contradiction, section,
                      tr("各档班额至少共有 %1 人，多于在校学生数 %2").arg(least).arg(figureText(pupils, heads)), cells);
    });
}

void checkTypes(Collector& found) {
    const CountyYear& year = found.year();
    static const Item& pupils = itemAt(items::pupils);
    static const Item& type = itemAt(items::school_type);
    eachRow(year.sections(), [&](int row) {
        const SubjectKey& section = year.sections().key(row);
        const SubjectKey school = SubjectKey::ofSchool(section.school);
        const int schoolRow = year.schools().find(school);
        const auto given = schoolRow < 0 ? std::nullopt : year.schoolType(schoolRow);
        const auto stage = model::stageFromId(section.part);
        const Observation heads = year.sections().at(row, pupils);
        if (!given || !stage || !heads.isValue() || heads.amount == 0)
            return;
        const auto stages = model::statedStages(*given);
        if (!stages.empty() && std::ranges::find(stages, *stage) == stages.end())
            found.add(QStringLiteral("type_stage"), CheckSeverity::Notice, section,
                      tr("办学类型是%1，却有%2学生 %3；是附设班请说明，不是请改办学类型")
                          .arg(year.value(school, type).text, model::stageName(*stage), figureText(pupils, heads)),
                      {{.subject = section, .item = &pupils}, {.subject = school, .item = &type}});
    });
}

} // namespace

void findContradictions(Collector& found) {
    checkRelations(found);
    checkCampuses(found);
    checkCampusStages(found);
    checkRooms(found);
    checkParents(found);
    checkYears(found);
    checkLargestClass(found);
    checkClassTotals(found);
    findCountyContradictions(found);
    checkTypes(found);
}

} // namespace junheng::quality
