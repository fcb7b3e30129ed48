#include "exchange/room_numbers.h"

#include "exchange/cell_value.h"
#include "exchange/tr.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::exchange {

namespace {

using model::Item;
using model::Observation;

const Item& kindItem() {
    static const Item& item = model::itemOf(items::room_kind);
    return item;
}

const Item& areaItem() {
    static const Item& item = model::itemOf(items::room_area);
    return item;
}

// What a cell says; what it cannot say has an error elsewhere.
Observation read(const sheet::Sheet& sheet, const HeadingRow& headings, int row, const Item& item) {
    const int column = headings.columnOf(item);
    if (column < 0)
        return {};
    const Conversion* conversion = headings.conversionOf(column);
    const sheet::StoredCell& cell = sheet.at(row, column);
    const auto parsed = conversion == nullptr ? readCell(item, cell) : readConverted(*conversion, cell);
    return parsed ? parsed->observation : Observation();
}

// Matches each listed room that is left with the first stored one that is left and alike.
template <class Rooms, class Alike> void matchLeft(Rooms& listed, Rooms& stored, Alike alike) {
    for (auto& room : listed) {
        if (room.isMatched)
            continue;
        const auto found =
            std::ranges::find_if(stored, [&](const auto& other) { return !other.isMatched && alike(room, other); });
        if (found == stored.end())
            continue;
        room.isMatched = found->isMatched = true;
        room.number = found->number;
    }
}

} // namespace

RoomNumbers::RoomNumbers(const sheet::Sheet& sheet, const HeadingRow& headings, const model::LevelTable& stored)
    : m_sheet(sheet), m_headings(headings), m_stored(stored) {
    readSheet();
    for (auto& [school, rooms] : m_listed)
        matchSchool(school, rooms);
}

void RoomNumbers::readSheet() {
    const int column = m_headings.columnOf(model::itemOf(items::school_code));
    if (column < 0)
        return;
    for (int row = 1; row < m_sheet.rowCount(); ++row) {
        if (const auto code = readSchoolCode(m_sheet.at(row, column)))
            m_listed[*code].push_back({.row = row,
                                       .number = {},
                                       .kind = read(m_sheet, m_headings, row, kindItem()),
                                       .area = read(m_sheet, m_headings, row, areaItem())});
    }
}

RoomNumbers::Rooms RoomNumbers::storedRooms(const QString& school) const {
    Rooms rooms;
    const auto [first, last] = m_stored.rowsOfSchool(school);
    for (int row = first; row < last; ++row)
        rooms.push_back({.row = row,
                         .number = m_stored.key(row).part,
                         .kind = m_stored.at(row, kindItem()),
                         .area = m_stored.at(row, areaItem())});
    return rooms;
}

void RoomNumbers::matchSchool(const QString& school, Rooms& listed) {
    Rooms stored = storedRooms(school);
    int last = 0;
    for (const Room& room : stored)
        last = std::max(last, room.number.toInt());
    matchLeft(listed, stored,
              [](const Room& a, const Room& b) { return a.kind.saysSameAs(b.kind) && a.area.saysSameAs(b.area); });
    noteGuesses(school, listed, stored);
    // A blank cell leaves the stored value, so it says nothing against a room.
    matchLeft(listed, stored, [](const Room& a, const Room& b) {
        return a.kind.saysSameAs(b.kind) || a.kind.isMissing() || b.kind.isMissing();
    });
    matchLeft(listed, stored,
              [](const Room& a, const Room& b) { return a.area.isValue() && a.area.saysSameAs(b.area); });
    for (Room& room : listed) {
        if (!room.isMatched)
            room.number = QString::number(++last);
        m_numbers.insert(room.row, room.number);
    }
}

// Before rooms of one kind are matched by their order: where some of them left and others changed, which is which
// cannot be told.
void RoomNumbers::noteGuesses(const QString& school, const Rooms& listed, const Rooms& stored) {
    for (const QString& kind : kindItem().choices) {
        const auto left = [&](const Rooms& rooms) {
            return std::ranges::count_if(rooms,
                                         [&](const Room& room) { return !room.isMatched && room.kind.text == kind; });
        };
        const auto inSheet = left(listed);
        const auto inYear = left(stored);
        if (inSheet > 0 && inYear > inSheet)
            m_guesses.emplace_back(school,
                                   tr("已有的 %1 间%2专用教室面积都和表中不同，表中只有 %3 间，无法确定撤去的是哪一间，"
                                      "按次序对应。请核对“改动”中这几间的面积")
                                       .arg(inYear)
                                       .arg(kind)
                                       .arg(inSheet));
    }
}

std::map<QString, std::vector<GivenValues::Room>> RoomNumbers::lists(const QString& file) const {
    std::map<QString, std::vector<GivenValues::Room>> result;
    for (const auto& [school, rooms] : m_listed) {
        for (const Room& room : rooms) {
            if (!room.kind.isMissing() || !room.area.isMissing())
                result[school].push_back(
                    {.kind = model::displayText(kindItem(), room.kind),
                     .area = model::displayText(areaItem(), room.area),
                     .place = {.file = file, .sheet = m_sheet.name(), .cell = sheet::cellName(room.row, 0)}});
        }
    }
    return result;
}

QString describeRoom(const model::LevelTable& stored, int row) {
    const Observation kind = stored.at(row, kindItem());
    const Observation area = stored.at(row, areaItem());
    const QString label = model::partLabel(stored.key(row));
    const QString size =
        area.isValue() ? tr(" %1 ㎡ 的").arg(model::decimalOf(areaItem(), area).toString()) : tr("面积待填报的");
    return tr("一间%1%2专用教室（%3）").arg(size, model::displayText(kindItem(), kind), label);
}

} // namespace junheng::exchange
