#include "model/subject.h"
#include "model/record_kind.h"

#include "model/observation.h"
#include "model/stage.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <algorithm>

namespace junheng::model {

namespace {

std::strong_ordering compareText(const QString& left, const QString& right) {
    return left.compare(right) <=> 0;
}

int rankOf(const SubjectKey& key) {
    if (key.level == Level::Section) {
        const auto stage = stageFromId(key.part);
        return stage ? static_cast<int>(*stage) : kStageCount;
    }
    if (key.level == Level::Evidence)
        return key.part.section(u'/', 1).toInt();
    return key.level == Level::Room ? key.part.toInt() : 0;
}

bool isDigits(QStringView text) {
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isSchoolCode(QStringView text) {
    constexpr qsizetype kDigits = 10;
    return text.size() == kDigits && isDigits(text);
}

// "1", "2", ...
bool isOrdinal(QStringView text) {
    constexpr qsizetype kMostDigits = 9; // of what rankOf() can tell apart
    return !text.isEmpty() && text.size() <= kMostDigits && text.front() != u'0' && isDigits(text);
}

bool isChoice(QStringView code, const QString& text) {
    return itemOf(code).choices.contains(text);
}

bool isPossiblePart(Level level, const QString& part) {
    switch (level) {
    case Level::School:
    case Level::County:
        return part.isEmpty();
    case Level::Section:
        return stageFromId(part).has_value();
    case Level::Campus:
        return isPossible(itemOf(u"campus_name"), Observation::ofText(part));
    case Level::Room:
        return isOrdinal(part);
    case Level::Monitoring: {
        const Monitored monitored = monitoredOf(part);
        return part == monitoredPart(monitored) && isChoice(u"monitored_subject", monitored.subject) &&
               (monitored.grade.isEmpty() || isChoice(u"monitored_grade", monitored.grade));
    }
    case Level::Survey:
        return isChoice(u"survey_group", part);
    case Level::Evidence:
        return part.lastIndexOf(u'/') > 0 && isOrdinal(QStringView(part).sliced(part.lastIndexOf(u'/') + 1));
    case Level::Explanation:
        return part.count(u'/') >= 2;
    case Level::Attested:
    case Level::Veto:
    case Level::Task:
    case Level::Narrative:
        return !part.isEmpty();
    }
    return false;
}

const QStringList& sources() {
    return itemOf(u"monitored_source").choices;
}

} // namespace

bool isPossible(const SubjectKey& key) {
    const bool ofSchool = key.level == Level::School || key.level == Level::Section || key.level == Level::Campus ||
                          key.level == Level::Room || (key.level == Level::Explanation && !key.school.isEmpty());
    return (ofSchool ? isSchoolCode(key.school) : key.school.isEmpty()) && isPossiblePart(key.level, key.part);
}

std::strong_ordering SubjectKey::operator<=>(const SubjectKey& other) const {
    if (const auto order = level <=> other.level; order != 0)
        return order;
    if (const auto order = compareText(school, other.school); order != 0)
        return order;
    if (const auto order = rankOf(*this) <=> rankOf(other); order != 0)
        return order;
    return compareText(part, other.part);
}

size_t qHash(const SubjectKey& key, size_t seed) noexcept {
    return qHashMulti(seed, static_cast<int>(key.level), key.school, key.part);
}

size_t qHash(const CellKey& key, size_t seed) noexcept {
    return qHashMulti(seed, key.subject, key.item);
}

QString partLabel(const SubjectKey& key) {
    switch (key.level) {
    case Level::Section: {
        const auto stage = stageFromId(key.part);
        return stage ? stageName(*stage) : key.part;
    }
    case Level::Campus:
        return key.part.isEmpty() ? QCoreApplication::translate("model", "本部") : key.part;
    case Level::Room:
        return QCoreApplication::translate("model", "第%1间").arg(key.part);
    case Level::Evidence:
        return QCoreApplication::translate("model", "%1 第%2件佐证")
            .arg(key.part.section(u'/', 0, 0), key.part.section(u'/', 1));
    case Level::Explanation: {
        const QString part = key.part.section(u'/', 2);
        const auto stage = stageFromId(part);
        return stage && key.part.section(u'/', 1, 1) == levelId(Level::Section) ? stageName(*stage) : part;
    }
    default:
        return key.part;
    }
}

QString monitoredPart(const Monitored& monitored) {
    const QString part = monitored.subject + u'/' + monitored.grade;
    return monitored.source == 0 ? part : part + u'/' + sourceName(monitored);
}

Monitored monitoredOf(const QString& part) {
    return {.subject = part.section(u'/', 0, 0),
            .grade = part.section(u'/', 1, 1),
            .source = std::max(static_cast<int>(sources().indexOf(part.section(u'/', 2))), 0)};
}

QString sourceName(const Monitored& monitored) {
    return sources().at(monitored.source);
}

} // namespace junheng::model
