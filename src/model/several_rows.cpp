#include "model/several_rows.h"

#include <array>

namespace junheng::model {

const Item* campusPupilsItem(Stage stage) {
    static const std::array<const Item*, kStageCount> items{
        &itemOf(u"campus_pupils_primary"), &itemOf(u"campus_pupils_junior"), &itemOf(u"campus_pupils_senior"), nullptr};
    return items[static_cast<std::size_t>(stage)];
}

CampusPupils campusPupils(const CountyYear& data, const QString& school, Stage stage) {
    CampusPupils sum;
    const Item* item = campusPupilsItem(stage);
    if (item == nullptr)
        return sum;
    const auto [first, last] = data.campuses().rowsOfSchool(school);
    for (int row = first; row < last; ++row) {
        const Observation pupils = data.campuses().at(row, *item);
        ++sum.campuses;
        sum.filled += pupils.isMissing() ? 0 : 1;
        sum.pupils += pupils.isValue() ? pupils.amount : 0;
    }
    return sum;
}

bool contradictsCampuses(const CountyYear& data, const SubjectKey& section) {
    static const Item& item = itemOf(u"pupils");
    const auto stage = stageFromId(section.part);
    const Observation pupils = data.value(section, item);
    if (!stage || !pupils.isValue())
        return false;
    const CampusPupils sum = campusPupils(data, section.school, *stage);
    return sum.filled > 0 && (sum.pupils > pupils.amount || (sum.filled == sum.campuses && sum.pupils < pupils.amount));
}

int listedRooms(const CountyYear& data, const QString& school, const QString& kind) {
    static const Item& item = itemOf(u"room_kind");
    const LevelTable& rooms = data.table(Level::Room);
    const auto [first, last] = rooms.rowsOfSchool(school);
    int found = 0;
    for (int row = first; row < last; ++row)
        found += rooms.at(row, item).text == kind ? 1 : 0;
    return found;
}

bool contradictsRooms(const CountyYear& data, const QString& school, const Item& count, const QString& kind) {
    const Observation given = data.value(SubjectKey::ofSchool(school), count);
    const auto [first, last] = data.table(Level::Room).rowsOfSchool(school);
    return given.isValue() && first < last && listedRooms(data, school, kind) != given.amount;
}

} // namespace junheng::model
