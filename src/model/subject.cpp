#include "model/subject.h"

#include "model/stage.h"

#include <QCoreApplication>
#include <QHashFunctions>

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

} // namespace

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

} // namespace junheng::model
