// Which stored room a row of the sheet 专用教室 is about: rooms have no name, only a kind and an area.
#pragma once

#include "exchange/given_values.h"
#include "exchange/heading.h"
#include "model/county_year.h"
#include "sheet/workbook.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace junheng::exchange {

/// Matches the rows of each school with its stored rooms: first those of the same kind and area, wherever they stand,
/// then what is left by kind, by area; the rest are new rooms behind the last number. So a room that is taken out of
/// the sheet shifts no other.
class RoomNumbers {
public:
    RoomNumbers(const sheet::Sheet& sheet, const HeadingRow& headings, const model::LevelTable& stored);

    /// The number of the room in a row that has a readable school code.
    [[nodiscard]] QString numberOf(int row) const { return m_numbers.value(row); }
    /// Sentences about rooms that could only be matched by their order: "“3499010001”的音乐…". By school code.
    [[nodiscard]] const std::vector<std::pair<QString, QString>>& guesses() const { return m_guesses; }
    /// The rooms of each school as listed, for comparison with other files.
    [[nodiscard]] std::map<QString, std::vector<GivenValues::Room>> lists(const QString& file) const;

private:
    struct Room {
        int row = -1;   ///< of the sheet, or of the table of stored rooms
        QString number; ///< of a stored room; of a listed one once it is matched
        model::Observation kind;
        model::Observation area;
        bool isMatched = false;
    };
    using Rooms = std::vector<Room>;

    void readSheet();
    [[nodiscard]] Rooms storedRooms(const QString& school) const;
    void matchSchool(const QString& school, Rooms& listed);
    void noteGuesses(const QString& school, const Rooms& listed, const Rooms& stored);

    const sheet::Sheet& m_sheet;
    const HeadingRow& m_headings;
    const model::LevelTable& m_stored;
    std::map<QString, Rooms> m_listed; ///< by school
    QHash<int, QString> m_numbers;     ///< by row
    std::vector<std::pair<QString, QString>> m_guesses;
};

/// “一间 72.00 ㎡ 的音乐专用教室（第1间）”.
QString describeRoom(const model::LevelTable& stored, int row);

} // namespace junheng::exchange
