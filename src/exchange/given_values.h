// What the files of one import say, so that no two of them say different things and what they say together fits.
#pragma once

#include "base/error.h"
#include "exchange/pupils_check.h"
#include "model/change.h"
#include "model/county_year.h"
#include "model/finding.h"

#include <QHash>
#include <QString>

#include <map>
#include <tuple>
#include <vector>

namespace junheng::exchange {

/// Equal values in two places are welcome (every kit brings the sheet 县级), and so is a value in one file that is
/// blank in another. Adding the same value of the same place again changes nothing, so a file may be planned twice.
class GivenValues {
public:
    /// One room of a list.
    struct Room {
        QString kind;
        QString area;
        base::Place place;
    };

    /// The value of a cell, which is not missing, and the place where it stands.
    void add(const model::CellKey& cell, const model::Observation& value, const base::Place& place);
    /// The rooms that a file lists for a school. Rooms have no name of their own: the lists are compared.
    void addRooms(const QString& school, const std::vector<Room>& rooms);

    [[nodiscard]] bool has(const model::CellKey& cell) const { return m_first.contains(cell); }
    [[nodiscard]] bool hasRooms(const QString& school) const { return m_rooms.contains(school); }

    /// Where the files speak of pupils.
    [[nodiscard]] PupilsCheck& pupils() { return m_pupils; }

    /// One error for each row that two files give differently, "import.conflict". `year` knows the schools' names.
    [[nodiscard]] std::vector<model::Finding> conflicts(const model::CountyYear& year) const;
    /// What PupilsCheck finds in the year after all files, each of which could be read whole.
    [[nodiscard]] std::vector<model::Finding> pupilFindings(const model::CountyYear& after) const;

private:
    struct Given {
        model::Observation value;
        base::Place place;
    };
    struct Difference {
        model::CellKey cell;
        Given first;
        Given second;
    };
    struct RoomDifference {
        QString school;
        std::vector<Room> first;
        std::vector<Room> second;
    };
    // The row, for 县级 the line, and the two files.
    using Pair = std::tuple<model::SubjectKey, QString, QString, QString>;

    PupilsCheck m_pupils;
    QHash<model::CellKey, Given> m_first;
    std::map<QString, std::vector<Room>> m_rooms;
    std::map<Pair, std::vector<Difference>> m_differences;
    std::map<std::pair<QString, QString>, RoomDifference> m_roomDifferences; ///< by school and second file
};

} // namespace junheng::exchange
