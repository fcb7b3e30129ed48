#include "exchange/given_values.h"

#include "exchange/tr.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace junheng::exchange {

namespace {

using model::CellKey;
using model::Level;
using model::Observation;

constexpr std::size_t kMostDifferences = 20;

bool isSamePlace(const base::Place& one, const base::Place& other) {
    return one.file == other.file && one.sheet == other.sheet && one.cell == other.cell;
}

QString nameOf(const base::Place& place) {
    return tr("%1 的“%2”%3").arg(place.file, place.sheet, place.cell);
}

// 音乐 72、美术 60
QString listOf(const std::vector<GivenValues::Room>& rooms) {
    QStringList words;
    for (const GivenValues::Room& room : rooms)
        words << QStringLiteral("%1 %2").arg(room.kind, room.area).trimmed();
    return words.join(QChar(u'、'));
}

bool isSameList(const std::vector<GivenValues::Room>& one, const std::vector<GivenValues::Room>& other) {
    const auto sorted = [](const std::vector<GivenValues::Room>& rooms) {
        std::vector<std::pair<QString, QString>> result;
        for (const GivenValues::Room& room : rooms)
            result.emplace_back(room.kind, room.area);
        std::ranges::sort(result);
        return result;
    };
    return sorted(one) == sorted(other);
}

} // namespace

void GivenValues::add(const CellKey& cell, const Observation& value, const base::Place& place) {
    const auto first = m_first.constFind(cell);
    if (first == m_first.constEnd()) {
        m_first.insert(cell, {.value = value, .place = place});
        return;
    }
    if (first->value == value)
        return;
    const QString line = cell.subject.level == Level::County ? cell.item->code : QString();
    auto& differences = m_differences[{cell.subject, line, first->place.file, place.file}];
    const bool isKnown = std::ranges::any_of(
        differences, [&](const Difference& known) { return isSamePlace(known.second.place, place); });
    if (!isKnown)
        differences.push_back({.cell = cell, .first = *first, .second = {.value = value, .place = place}});
}

void GivenValues::addRooms(const QString& school, const std::vector<Room>& rooms) {
    if (rooms.empty())
        return;
    const auto [first, isFirst] = m_rooms.emplace(school, rooms);
    if (!isFirst && !isSameList(first->second, rooms))
        m_roomDifferences[{school, rooms.front().place.file}] = {
            .school = school, .first = first->second, .second = rooms};
}

std::vector<model::Finding> GivenValues::conflicts(const model::CountyYear& year) const {
    std::vector<model::Finding> findings;
    const auto add = [&](const QString& message, const base::Place& place) {
        findings.push_back({.severity = model::Severity::Error,
                            .code = QStringLiteral("import.conflict"),
                            .message = message,
                            .place = place});
    };
    for (const auto& [pair, differences] : m_differences) {
        const Difference& one = differences.front();
        const model::Item& item = *one.cell.item;
        QString message =
            tr("“%1”有两个不同的值：%2 是“%3”，%4 是“%5”。一次导入中同一项只能有一个值，请核对后改正或去掉"
               "其中一份。")
                .arg(model::describeCell(year.schoolName(one.cell.subject.school), one.cell), nameOf(one.first.place),
                     model::displayText(item, one.first.value), nameOf(one.second.place),
                     model::displayText(item, one.second.value));
        QStringList others;
        for (std::size_t i = 1; i < std::min(differences.size(), kMostDifferences); ++i) {
            const Difference& other = differences[i];
            others << tr("%1（%2 是“%3”，%4 是“%5”）")
                          .arg(other.cell.item->label, other.first.place.cell,
                               model::displayText(*other.cell.item, other.first.value), other.second.place.cell,
                               model::displayText(*other.cell.item, other.second.value));
        }
        if (!others.isEmpty())
            message += tr("这一行还有 %1 项不同：%2。").arg(differences.size() - 1).arg(others.join(QChar(u'、')));
        add(message, one.second.place);
    }
    for (const auto& [pair, rooms] : m_roomDifferences)
        add(tr("“%1”的专用教室有两份不同的清单：%2 起是 %3，%4 起是 %5。请核对后改正或去掉其中一份。")
                .arg(year.schoolName(rooms.school), nameOf(rooms.first.front().place), listOf(rooms.first),
                     nameOf(rooms.second.front().place), listOf(rooms.second)),
            rooms.second.front().place);
    return findings;
}

std::vector<model::Finding> GivenValues::pupilFindings(const model::CountyYear& after) const {
    FindingList findings{QString()};
    m_pupils.report(after, true, findings);
    return std::move(findings).take();
}

} // namespace junheng::exchange
