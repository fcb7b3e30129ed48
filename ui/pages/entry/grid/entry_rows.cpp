#include "ui/pages/entry/grid/entry_rows.h"

#include "model/asked.h"
#include "model/items.h"
#include "ui/pages/entry/grid/indicator_names.h"
#include "ui/widgets/tr.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::Item;
using model::Level;
using model::Stage;
using model::SubjectKey;

namespace {

using FurtherIndicators = std::vector<model::FurtherIndicator>;

// A 高中 or 小学 row has no place where none of the topic's items is asked of its stage. Special schools may fill in
// whatever a 小学 does, though little is required of them.
bool belongsToTopic(const SubjectKey& subject, const EntryTopic& topic) {
    auto stage = subject.level == Level::Section ? model::stageFromId(subject.part) : std::nullopt;
    if (!stage)
        return true;
    if (*stage == Stage::Special)
        stage = Stage::Primary;
    return std::ranges::any_of(topic.items, [&](const Item* item) { return model::isAskedOf(*stage, *item); });
}

// Sections that the type of a school makes certain; all usual ones while it has none.
void addSections(const model::CountyYear& year, std::vector<SubjectKey>& subjects) {
    for (int row = 0; row < year.schools().rowCount(); ++row) {
        const auto type = year.schoolType(row);
        if (!type)
            continue;
        const model::SchoolRows& rows = year.schoolRows()[static_cast<std::size_t>(row)];
        const bool hasNone = std::ranges::all_of(rows.section, [](int section) { return section < 0; });
        const auto stages = hasNone ? model::usualStages(*type) : model::obligatoryStages(*type);
        for (const Stage stage : stages) {
            if (rows.sectionOf(stage) < 0)
                subjects.push_back(
                    {.level = Level::Section, .school = year.schools().key(row).school, .part = model::stageId(stage)});
        }
    }
}

void addCampuses(const model::CountyYear& year, std::vector<SubjectKey>& subjects) {
    for (int row = 0; row < year.schools().rowCount(); ++row) {
        const model::SchoolRows& rows = year.schoolRows()[static_cast<std::size_t>(row)];
        if (rows.firstCampus == rows.endCampus)
            subjects.push_back({.level = Level::Campus, .school = year.schools().key(row).school});
    }
}

// As many rooms as the school says it has. The numbers of those that it lists need not be the first.
void addRooms(const model::CountyYear& year, std::vector<SubjectKey>& subjects) {
    constexpr std::int64_t kMostRooms = 200;
    const Item& music = model::itemOf(items::music_rooms);
    const Item& fineArt = model::itemOf(items::fine_art_rooms);
    for (int row = 0; row < year.schools().rowCount(); ++row) {
        const SubjectKey& school = year.schools().key(row);
        const auto [first, last] = year.table(Level::Room).rowsOfSchool(school.school);
        std::int64_t left =
            std::min(kMostRooms, year.value(school, music).amount + year.value(school, fineArt).amount) -
            (last - first);
        for (int number = 1; left > 0; ++number) {
            const SubjectKey room{.level = Level::Room, .school = school.school, .part = QString::number(number)};
            if (year.exists(room))
                continue;
            subjects.push_back(room);
            --left;
        }
    }
}

void addParts(Level level, const QStringList& parts, std::vector<SubjectKey>& subjects) {
    for (const QString& part : parts)
        subjects.push_back({.level = level, .part = part});
}

QStringList monitoringParts() {
    QStringList parts;
    for (int source = 0; source < model::itemOf(items::monitored_source).choices.size(); ++source) {
        for (const QString& subject : model::itemOf(items::monitored_subject).choices) {
            for (const QString& grade : model::itemOf(items::monitored_grade).choices)
                parts << model::monitoredPart({.subject = subject, .grade = grade, .source = source});
        }
    }
    return parts;
}

void addMissingSubjects(const model::CountyYear& year, Level level, const FurtherIndicators& further,
                        std::vector<SubjectKey>& subjects) {
    switch (level) {
    case Level::School:
    case Level::County:
    case Level::Evidence:
    case Level::Narrative:
    case Level::Explanation:
        return;
    case Level::Section:
        return addSections(year, subjects);
    case Level::Campus:
        return addCampuses(year, subjects);
    case Level::Room:
        return addRooms(year, subjects);
    case Level::Monitoring:
        return addParts(level, monitoringParts(), subjects);
    case Level::Survey:
    case Level::Attested:
    case Level::Veto:
    case Level::Task:
        return addParts(level, model::askedParts(level, further), subjects);
    }
}

qsizetype rankOf(const SubjectKey& subject) {
    switch (subject.level) {
    case Level::Monitoring:
        return monitoringParts().indexOf(subject.part);
    case Level::Survey:
        return model::itemOf(items::survey_group).choices.indexOf(subject.part);
    case Level::Attested:
    case Level::Veto:
    case Level::Task:
        return model::indicatorRank(subject.part);
    default:
        return 0;
    }
}

// Everything stored of a level and everything that must be there, in the order shown.
std::vector<SubjectKey> subjectsOf(const model::CountyYear& year, Level level, const FurtherIndicators& further) {
    std::vector<SubjectKey> subjects;
    const model::LevelTable& table = year.table(level);
    for (int row = 0; row < table.rowCount(); ++row)
        subjects.push_back(table.key(row));
    const std::size_t stored = subjects.size();
    addMissingSubjects(year, level, further, subjects);
    // Both parts are in order, but for the few rows that are stored in another one than they are shown.
    for (const auto part : {std::span(subjects).first(stored), std::span(subjects).subspan(stored)}) {
        if (!std::ranges::is_sorted(part, isShownBefore))
            std::ranges::sort(part, isShownBefore);
    }
    std::ranges::inplace_merge(subjects, subjects.begin() + static_cast<std::ptrdiff_t>(stored), isShownBefore);
    const auto repeated = std::ranges::unique(subjects);
    subjects.erase(repeated.begin(), repeated.end());
    return subjects;
}

// By the column of the item. Nothing is wanted of a task.
std::vector<int> wantedByItem(const model::CountyYear& year, Level level) {
    const auto items = year.items().ofLevel(level);
    std::vector<int> counts(items.size());
    const model::LevelTable& table = year.table(level);
    for (const SubjectKey& subject : subjectsOf(year, level, {})) {
        const int row = table.find(subject);
        for (const Item& item : items) {
            const bool blank =
                row < 0 || table.column(item).states[static_cast<std::size_t>(row)] == model::State::Missing;
            if (blank && model::isAsked(year, subject, item))
                ++counts[static_cast<std::size_t>(item.column)];
        }
    }
    return counts;
}

// Of the dictionary, or of the standard that brings the indicator; null where neither knows it.
const Item* firstItemOf(const model::ItemDictionary& items, const standard::Standard& standard,
                        const SubjectKey& section, const QString& indicator) {
    // Pupils divide every indicator: what is counted comes first.
    for (const Level level : {Level::Section, Level::Campus, Level::School}) {
        for (const Item& item : items.ofLevel(level)) {
            if (!item.key && !item.is(items::pupils) && item.indicators.contains(indicator))
                return &item;
        }
    }
    const auto further = std::ranges::find(standard.resource, indicator, &standard::ResourceIndicator::id);
    const auto stage = model::stageFromId(section.part);
    const bool isJudged = std::ranges::any_of(standard::kJudgedStages, [&](Stage judged) { return judged == stage; });
    return further == standard.resource.end() || !isJudged ? nullptr
                                                           : further->plus[standard::stageIndex(*stage)].front();
}

} // namespace

bool isShownBefore(const SubjectKey& left, const SubjectKey& right) {
    const qsizetype leftRank = rankOf(left);
    const qsizetype rightRank = rankOf(right);
    return leftRank != rightRank ? leftRank < rightRank : left < right;
}

std::vector<SubjectKey> entrySubjects(const model::CountyYear& year, const standard::Standard& standard,
                                      const EntryTopic& topic) {
    std::vector<SubjectKey> subjects = subjectsOf(year, topic.level, standard.furtherIndicators());
    std::erase_if(subjects, [&](const SubjectKey& subject) { return !belongsToTopic(subject, topic); });
    return subjects;
}

QStringList rowLabelTitles(Level level) {
    switch (level) {
    case Level::School:
        return {tr("学校名称"), tr("学校标识码")};
    case Level::Section:
        return {tr("学校名称"), tr("学段")};
    case Level::Campus:
        return {tr("学校名称"), tr("校区")};
    case Level::Room:
        return {tr("学校名称"), tr("教室")};
    case Level::County:
        return {tr("指标项")};
    case Level::Monitoring:
        return {tr("监测学科"), tr("年级"), tr("来源")};
    case Level::Survey:
        return {tr("调查对象")};
    case Level::Attested:
    case Level::Veto:
    case Level::Task:
    case Level::Evidence:
    case Level::Narrative:
    case Level::Explanation:
        return {tr("编号"), tr("内容")};
    }
    return {};
}

QStringList rowLabels(const model::CountyYear& year, const standard::Standard& standard, const SubjectKey& subject) {
    switch (subject.level) {
    case Level::School:
        return {year.schoolName(subject.school), subject.school};
    case Level::Section:
    case Level::Campus:
    case Level::Room:
        return {year.schoolName(subject.school), model::partLabel(subject)};
    case Level::County:
        return {year.county().name};
    case Level::Monitoring: {
        const model::Monitored monitored = model::monitoredOf(subject.part);
        return {monitored.subject, monitored.grade, model::sourceName(monitored)};
    }
    case Level::Survey:
    case Level::Evidence:
    case Level::Narrative:
    case Level::Explanation:
        return {subject.part};
    case Level::Attested:
    case Level::Veto:
    case Level::Task:
        return {subject.part, indicatorName(standard, subject.part)};
    }
    return {};
}

std::vector<int> wantedCounts(const model::CountyYear& year, const std::vector<EntryTopic>& topics) {
    std::array<std::vector<int>, model::kLevelCount> byLevel;
    std::vector<int> counts;
    for (const EntryTopic& topic : topics) {
        std::vector<int>& byItem = byLevel[static_cast<std::size_t>(topic.level)];
        if (byItem.empty())
            byItem = wantedByItem(year, topic.level);
        counts.push_back(std::accumulate(topic.items.begin(), topic.items.end(), 0, [&](int sum, const Item* item) {
            return sum + byItem[static_cast<std::size_t>(item->column)];
        }));
    }
    return counts;
}

std::optional<model::CellKey> entryCell(const model::CountyYear& year, const standard::Standard& standard,
                                        const SubjectKey& section, const QString& indicator) {
    const Item* item = firstItemOf(year.items(), standard, section, indicator);
    if (item == nullptr)
        return std::nullopt;
    SubjectKey subject = section;
    if (item->level != Level::Section)
        subject = {.level = item->level, .school = section.school};
    const auto [first, last] = year.table(item->level).rowsOfSchool(section.school);
    if (item->level == Level::Campus && first < last)
        subject = year.campuses().key(first);
    return model::CellKey{.subject = subject, .item = item};
}

} // namespace junheng::ui
