// What several rows of a school say together.
#pragma once

#include "model/county_year.h"

namespace junheng::model {

/// The pupils of a stage on a campus; nullptr for 特教, which has none by campus.
const Item* campusPupilsItem(Stage stage);

struct CampusPupils {
    int campuses = 0;
    int filled = 0;          ///< campuses where they are given; not applicable is given, and adds nothing
    std::int64_t pupils = 0; ///< as far as they are given
};

/// Of a stage over the campuses of a school; all 0 for 特教.
CampusPupils campusPupils(const CountyYear& data, const QString& school, Stage stage);

/// The sum over campuses cannot be the section's pupils: it exceeds them, or falls short though every campus is filled.
/// False where the section's pupils or those of all campuses are blank.
bool contradictsCampuses(const CountyYear& data, const SubjectKey& section);

/// The rooms of a kind (a choice of room_kind) that the register lists; none also where it lists no room of the school.
int listedRooms(const CountyYear& data, const QString& school, const QString& kind);

/// The school lists rooms, and not as many of the kind as its `count` item says.
bool contradictsRooms(const CountyYear& data, const QString& school, const Item& count, const QString& kind);

} // namespace junheng::model
