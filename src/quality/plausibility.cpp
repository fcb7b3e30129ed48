// Figures that are unlikely beside others of the same row or county, or copied from another school.

#include "model/items.h"
#include "model/stage.h"
#include "model/typed_text.h"
#include "quality/collector.h"
#include "quality/measure.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace junheng::quality {

namespace {

using model::CellKey;
using model::CountyYear;
using model::Item;
using model::Level;
using model::Observation;
using model::Stage;
using model::SubjectKey;

constexpr double kFarSalary = 5;           // a salary of a month is a twelfth of a year's
constexpr std::int64_t kUnlikeGroups = 5;  // times as many questionnaires of one group as of another
constexpr int kFewestToBeACopy = 8;        // figures other than 0
constexpr std::int64_t kSmallSection = 50; // the few figures of two such agree by chance
constexpr std::int64_t kSmallRural = 100;  // 乡村小规模学校：学生规模不足100人 (国办发〔2018〕27号)

// Pupils, but no classes or teachers.
void checkPupilsWithout(Collector& found) {
    const CountyYear& year = found.year();
    static const Item& pupils = itemAt(items::pupils);
    eachRow(year.sections(), [&](int row) {
        const SubjectKey& section = year.sections().key(row);
        const Observation heads = year.sections().at(row, pupils);
        if (!isCompulsory(section) || !heads.isValue() || heads.amount == 0)
            return;
        // A point may live on visiting teachers, but not without a class.
        for (const auto& [code, severity] : {std::pair(items::classes, CheckSeverity::Contradiction),
                                             std::pair(items::teachers, CheckSeverity::Doubt)}) {
            const Item& item = itemAt(code);
            const Observation given = year.sections().at(row, item);
            if (given.isValue() && given.amount == 0)
                found.add(QStringLiteral("no_%1").arg(item.code), severity, section,
                          tr("有在校学生 %1，%2却是 0").arg(figureText(pupils, heads), item.label),
                          {{.subject = section, .item = &pupils}, {.subject = section, .item = &item}});
        }
    });
}

// Called small, but not small: it would be judged by softer limits.
void checkRuralSmall(Collector& found) {
    const CountyYear& year = found.year();
    static const Item& flag = itemAt(items::rural_small);
    static const Item& pupils = itemAt(items::pupils);
    eachRow(year.schools(), [&](int row) {
        const SubjectKey& school = year.schools().key(row);
        const Observation small = year.schools().at(row, flag);
        if (!small.isValue() || small.amount == 0)
            return;
        std::vector<CellKey> cells{{.subject = school, .item = &flag}};
        std::int64_t total = 0;
        const auto [first, end] = year.sections().rowsOfSchool(school.school);
        for (int section = first; section < end; ++section) {
            const Observation heads = year.sections().at(section, pupils);
            if (!isCompulsory(year.sections().key(section)) || !heads.isValue())
                continue;
            total += heads.amount;
            cells.push_back({.subject = year.sections().key(section), .item = &pupils});
        }
        if (total >= kSmallRural)
            found.add(flag.code, CheckSeverity::Doubt, school,
                      tr("%1填的是“是”，小学、初中在校学生却有 %2 人；农村小规模学校不足 %3 人，请核对")
                          .arg(flag.label)
                          .arg(total)
                          .arg(kSmallRural),
                      cells);
    });
}

// The teachers who moved are of those who were due.
void checkRotation(Collector& found) {
    const CountyYear& year = found.year();
    const SubjectKey county = SubjectKey::ofCounty();
    static const Item& actual = itemAt(items::rotation_actual);
    static const Item& eligible = itemAt(items::rotation_eligible);
    const Observation moved = year.value(county, actual);
    const Observation due = year.value(county, eligible);
    if (moved.isValue() && due.isValue() && moved.amount > due.amount)
        found.add(QStringLiteral("rotation_due"), CheckSeverity::Doubt, county,
                  tr("%1 %2，多于%3 %4")
                      .arg(actual.label, figureText(actual, moved), eligible.label, figureText(eligible, due)),
                  {{.subject = county, .item = &actual}, {.subject = county, .item = &eligible}});
}

// More graduates than there were entrants.
void checkRetention(Collector& found) {
    const CountyYear& year = found.year();
    eachRow(year.sections(), [&](int row) {
        const SubjectKey& section = year.sections().key(row);
        std::vector<CellKey> cells;
        std::vector<std::int64_t> amounts;
        for (const char16_t* code :
             {items::graduates, items::transferred_in, items::transferred_out, items::entrants, items::deaths}) {
            const Item& item = itemAt(code);
            const Observation given = year.sections().at(row, item);
            if (!given.isValue())
                return;
            amounts.push_back(given.amount);
            cells.push_back({.subject = section, .item = &item});
        }
        const std::int64_t stayed = amounts[0] - amounts[1] + amounts[2];
        const std::int64_t began = amounts[3] - amounts[4];
        if (stayed > began)
            found.add(QStringLiteral("retention"), CheckSeverity::Doubt, section,
                      tr("毕业生数 − 转入 + 转出 = %1 人，多于三年前在校生数 − 死亡 = %2 人，巩固率超过100%")
                          .arg(stayed)
                          .arg(began),
                      cells);
    });
}

// The two salaries that G8 compares are of one unit and period.
void checkSalaries(Collector& found) {
    const CountyYear& year = found.year();
    const SubjectKey county = SubjectKey::ofCounty();
    static const Item& teacher = itemAt(items::teacher_salary);
    static const Item& servant = itemAt(items::civil_servant_salary);
    const Observation one = year.value(county, teacher);
    const Observation other = year.value(county, servant);
    const std::vector<CellKey> cells{{.subject = county, .item = &teacher}, {.subject = county, .item = &servant}};
    if (!one.isValue() || !other.isValue() || one.amount == 0 || other.amount == 0 || found.relates(cells, cells))
        return;
    const auto [less, more] = std::minmax({numberOf(teacher, one.amount), numberOf(servant, other.amount)});
    if (more > less * kFarSalary)
        found.add(QStringLiteral("salaries"), CheckSeverity::Doubt, county,
                  tr("%1 %2，%3 %4，相差五倍以上；请核对单位，以及是年收入还是月收入")
                      .arg(teacher.label, figureText(teacher, one), servant.label, figureText(servant, other)),
                  cells);
}

// Whether those asked are mixed as the ministry's survey mixes them: half are parents, the other groups about equal.
void checkSurvey(Collector& found) {
    const model::LevelTable& groups = found.year().table(Level::Survey);
    static const Item& item = itemAt(items::survey_valid);
    std::int64_t all = 0;
    std::int64_t parents = 0;
    std::vector<std::pair<std::int64_t, int>> others;
    std::vector<CellKey> cells;
    for (int row = 0; row < groups.rowCount(); ++row) {
        const Observation valid = groups.at(row, item);
        if (valid.isMissing())
            return;
        const std::int64_t count = valid.isValue() ? valid.amount : 0;
        all += count;
        cells.push_back({.subject = groups.key(row), .item = &item});
        if (groups.key(row).part == QStringLiteral("家长"))
            parents = count;
        else
            others.emplace_back(count, row);
    }
    if (2 * parents < all)
        found.add(QStringLiteral("survey_parents"), CheckSeverity::Notice, SubjectKey::ofCounty(),
                  tr("家长的有效问卷 %1 份，不到全部 %2 份的一半").arg(parents).arg(all), cells);
    if (others.empty())
        return;
    const auto [least, most] = std::ranges::minmax(others);
    if (most.first > kUnlikeGroups * least.first)
        found.add(QStringLiteral("survey_groups"), CheckSeverity::Notice, SubjectKey::ofCounty(),
                  tr("家长以外的各类调查对象，有效问卷数应大体相当：%1 %2 份，%3 %4 份，相差五倍以上")
                      .arg(groups.key(most.second).part)
                      .arg(most.first)
                      .arg(groups.key(least.second).part)
                      .arg(least.first),
                  {{.subject = groups.key(most.second), .item = &item},
                   {.subject = groups.key(least.second), .item = &item}});
}

// 文昌学校（小学部） and 文昌学校 初中部 are one school.
QString bareName(QString name) {
    name = model::foldText(name);
    name.remove(QChar(u'(')).remove(QChar(u')'));
    for (const QString& part : {tr("小学部"), tr("初中部"), tr("高中部")}) {
        if (name.endsWith(part) && name.size() > part.size())
            name.chop(part.size());
    }
    return name;
}

void checkNames(Collector& found) {
    const CountyYear& year = found.year();
    static const Item& item = itemAt(items::school_name);
    QHash<QString, int> known;
    eachRow(year.schools(), [&](int row) {
        const Observation name = year.schools().at(row, item);
        if (!name.isValue())
            return;
        const QString bare = bareName(name.text);
        const auto first = known.constFind(bare);
        if (first == known.constEnd()) {
            known.insert(bare, row);
            return;
        }
        const SubjectKey& other = year.schools().key(*first);
        found.add(QStringLiteral("same_name"), CheckSeverity::Doubt, year.schools().key(row),
                  tr("与标识码 %1 的“%2”像是同一所学校；一贯制学校、完全中学应填成一所学校、几个学段")
                      .arg(other.school, year.schoolName(other.school)),
                  {{.subject = year.schools().key(row), .item = &item}, {.subject = other, .item = &item}});
    });
}

// All figures of a section in one text; empty where it is too small, or too few are given, to tell a copy.
QByteArray figuresOf(const CountyYear& year, int row) {
    static const Item& pupils = itemAt(items::pupils);
    const Observation heads = year.sections().at(row, pupils);
    if (!heads.isValue() || heads.amount < kSmallSection)
        return {};
    QByteArray text;
    int figures = 0;
    for (const Item& item : year.items().ofLevel(Level::Section)) {
        if (!item.isNumeric())
            continue;
        const Observation given = year.sections().at(row, item);
        figures += given.isValue() && given.amount != 0 ? 1 : 0;
        text += given.isValue() ? QByteArray::number(static_cast<qint64>(given.amount)) + ';' : QByteArray(";");
    }
    return figures >= kFewestToBeACopy ? text : QByteArray();
}

std::vector<CellKey> firstFigures(const SubjectKey& section) {
    std::vector<CellKey> cells;
    for (const char16_t* code : {items::pupils, items::classes, items::teachers})
        cells.push_back({.subject = section, .item = &itemAt(code)});
    return cells;
}

void checkCopies(Collector& found) {
    const CountyYear& year = found.year();
    QHash<QByteArray, int> known;
    eachRow(year.sections(), [&](int row) {
        const QByteArray figures = figuresOf(year, row);
        if (figures.isEmpty())
            return;
        const auto first = known.constFind(figures);
        if (first == known.constEnd()) {
            known.insert(figures, row);
            return;
        }
        const SubjectKey& section = year.sections().key(row);
        const SubjectKey& other = year.sections().key(*first);
        std::vector<CellKey> cells = firstFigures(section);
        std::ranges::copy(firstFigures(other), std::back_inserter(cells));
        found.add(QStringLiteral("copy"), CheckSeverity::Doubt, section,
                  tr("全部数据与“%1”%2的完全相同；是否复制之后忘了修改？")
                      .arg(year.schoolName(other.school), model::partLabel(other)),
                  cells);
    });
    const CountyYear* before = found.before();
    if (before == nullptr)
        return;
    eachRow(year.sections(), [&](int row) {
        const SubjectKey& section = year.sections().key(row);
        const int former = before->sections().find(section);
        const QByteArray figures = figuresOf(year, row);
        if (former >= 0 && !figures.isEmpty() && figures == figuresOf(*before, former))
            found.add(QStringLiteral("not_updated"), CheckSeverity::Doubt, section,
                      tr("全部数据与 %1 学年的完全相同；是否忘了更新？").arg(before->year()), firstFigures(section),
                      firstFigures(section));
    });
}

} // namespace

void findImplausible(Collector& found) {
    checkPupilsWithout(found);
    checkRuralSmall(found);
    checkSalaries(found);
    checkRotation(found);
    checkRetention(found);
    checkSurvey(found);
    checkNames(found);
    checkCopies(found);
}

} // namespace junheng::quality
