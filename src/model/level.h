// What an item is a statistic of; what holds of all rows of a level is in record_kind.
#pragma once

#include <cstdint>

namespace junheng::model {

enum class Level : std::uint8_t {
    School,
    Section,
    Campus,
    Room,
    County,
    Monitoring,
    Survey,
    Attested,
    Veto,
    Task,
    Evidence,    ///< in no sheet of the template workbook
    Narrative,   ///< what a report says in the user's words; likewise
    Explanation, ///< what the bureau says of a doubt about its data; likewise
};
inline constexpr int kLevelCount = 13;

} // namespace junheng::model
