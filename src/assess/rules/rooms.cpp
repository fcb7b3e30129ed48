// G3: special rooms, one of each kind for so many classes begun, each of a least area.

#include "assess/room_register.h"
#include "assess/rules/rules.h"
#include "base/rounding.h"
#include "model/items.h"

#include <algorithm>

namespace junheng::assess {

namespace {

using model::Level;
using standard::RoomsRule;

class RoomsJudge {
public:
    RoomsJudge(const RoomsRule& rule, const standard::Indicator& indicator, Context& context)
        : m_rule(rule), m_indicator(indicator), m_context(context), m_rooms(context.year().table(Level::Room)),
          m_kinds(m_rooms, model::itemOf(items::room_kind)), m_areas(m_rooms, model::itemOf(items::room_area)),
          m_classes(context.year().sections(), model::itemOf(items::classes)), m_short(rule.rooms.size()),
          m_shortPoints(rule.rooms.size()) {
        const int unit = m_areas.item().decimals;
        for (const auto& room : rule.rooms) {
            m_counts.emplace_back(context.year().schools(), *room.count);
            m_least.push_back(scaled(room.area.value, unit));
        }
    }

    IndicatorResult run() {
        std::int64_t schools = 0;
        std::int64_t points = 0;
        for (int school : m_context.compulsorySchools()) {
            const auto belongs = m_context.belongs(school, m_rule.schools);
            if (belongs == false)
                continue;
            findRooms(school);
            // Until it is known whether it needs any, how many does not matter.
            const auto classes = belongs ? classesOf(school) : std::nullopt;
            if (!classes)
                conclude(IndicatorStatus::Missing, IndicatorStatus::Missing);
            for (std::size_t kind = 0; kind < m_rule.rooms.size(); ++kind) {
                if (classes == 0)
                    continue;
                RoomsOfSchool entry{.schoolRow = school, .part = static_cast<int>(kind), .classes = classes};
                if (classes)
                    judgeKind(entry, m_rule.roomsFor(*classes));
                else
                    mustCount(school, kind);
                if (m_register != nullptr)
                    m_register->push_back(entry);
            }
            const int needs = !classes || *classes > 0 ? 1 : 0;
            schools += needs;
            points += isPoint(school) ? needs : 0;
        }
        m_result.figures = {base::toRational(schools), base::toRational(points)};
        for (std::size_t kind = 0; kind < m_short.size(); ++kind) {
            for (const auto* counted : {&m_short, &m_shortPoints})
                m_result.figures.push_back(m_complete ? std::optional(base::toRational((*counted)[kind]))
                                                      : std::nullopt);
        }
        return std::move(m_result);
    }
    /// Also tells of every school what run() makes of it.
    void tellInto(std::vector<RoomsOfSchool>& list) { m_register = &list; }

private:
    // Of a kind: rooms that are large enough, and rooms of which it is not known.
    struct Rooms {
        std::int64_t enough = 0;
        std::int64_t unknown = 0;
    };

    static std::int64_t scaled(const base::Rational& area, int decimals) {
        return base::roundUp(area * base::toRational(base::powerOfTen(decimals)));
    }

    [[nodiscard]] bool isPoint(int school) const {
        return m_context.year().schoolType(school) == model::SchoolType::TeachingPoint;
    }

    // The rows of the school; both tables are in the order of school codes.
    void findRooms(int school) {
        const QString& code = m_context.codeOf(school);
        while (m_end < m_rooms.rowCount() && m_rooms.key(m_end).school < code)
            ++m_end;
        m_first = m_end;
        while (m_end < m_rooms.rowCount() && m_rooms.key(m_end).school == code)
            ++m_end;
    }

    std::optional<std::int64_t> classesOf(int school) {
        std::int64_t total = 0;
        bool known = true;
        for (model::Stage stage : standard::kJudgedStages) {
            if (m_context.lacksRow(school, stage)) {
                m_context.missingRow(school, stage);
                known = false;
            }
            if (!m_context.hasStage(school, stage))
                continue;
            const int row = m_context.rowsOf(school).sectionOf(stage);
            if (m_classes.isValue(row)) {
                total += m_classes.amount(row);
            } else if (m_classes.isMissing(row)) {
                m_context.missing(m_context.year().sections(), row, m_classes.item());
                known = false;
            }
        }
        return known ? std::optional(total) : std::nullopt;
    }

    void mustCount(int school, std::size_t kind) {
        if (m_counts[kind].isMissing(school))
            m_context.missing(m_context.year().schools(), school, m_counts[kind].item());
    }

    // A room without area, and one that is counted but has no row, may be large enough or not.
    [[nodiscard]] Rooms roomsOf(int school, std::size_t kind, std::int64_t least) const {
        Rooms rooms;
        std::int64_t listed = 0;
        for (int row = m_first; row < m_end; ++row) {
            if (!m_kinds.isValue(row) || m_kinds.amount(row) != m_rule.rooms[kind].kind)
                continue;
            ++listed;
            if (!m_areas.isValue(row))
                ++rooms.unknown;
            else if (m_areas.amount(row) >= least)
                ++rooms.enough;
        }
        const std::int64_t count = m_counts[kind].isValue(school) ? m_counts[kind].amount(school) : 0;
        rooms.unknown += std::max<std::int64_t>(0, count - listed);
        rooms.enough = std::min(rooms.enough, count);
        return rooms;
    }

    [[nodiscard]] static IndicatorStatus statusOf(const Rooms& rooms, std::int64_t needed) {
        if (rooms.enough >= needed)
            return IndicatorStatus::Met;
        return rooms.enough + rooms.unknown >= needed ? IndicatorStatus::Missing : IndicatorStatus::Unmet;
    }

    void judgeKind(RoomsOfSchool& entry, std::int64_t needed) {
        const int school = entry.schoolRow;
        const auto kind = static_cast<std::size_t>(entry.part);
        if (m_counts[kind].isMissing(school)) {
            mustCount(school, kind);
            conclude(IndicatorStatus::Missing, IndicatorStatus::Missing);
            return;
        }
        const Rooms rooms = roomsOf(school, kind, m_least[kind]);
        entry.status = statusOf(rooms, needed);
        if (entry.status == IndicatorStatus::Met)
            return;
        const SchoolResult& result = judgeShort(school, kind, needed, rooms, entry.status);
        entry.status = result.status;
        entry.relaxation = result.relaxation;
    }

    const SchoolResult& judgeShort(int school, std::size_t kind, std::int64_t needed, const Rooms& without,
                                   IndicatorStatus status) {
        SchoolResult& result = addSchool(m_result, school, status);
        result.part = static_cast<int>(kind);
        result.value = base::toRational(without.enough);
        result.limit = base::toRational(needed);
        Rooms best = without;
        for (std::size_t i = 0; i < m_indicator.relaxations.size(); ++i) {
            const auto& relaxation = m_indicator.relaxations[i];
            const auto& area = relaxation.limits[kind];
            if (!area || !applies(relaxation, school, m_context))
                continue;
            const Rooms rooms = roomsOf(school, kind, scaled(area->value, m_areas.item().decimals));
            if (rooms.enough <= best.enough)
                continue;
            best = rooms;
            result.relaxation = static_cast<int>(i);
        }
        if (result.relaxation >= 0) {
            result.valueWithout = result.value;
            result.limitWithout = result.limit;
            result.statusWithout = status;
            result.value = base::toRational(best.enough);
            result.status = statusOf(best, needed);
        }
        if (result.status == IndicatorStatus::Unmet) {
            ++m_short[kind];
            m_shortPoints[kind] += isPoint(school) ? 1 : 0;
        }
        if (result.status == IndicatorStatus::Missing)
            nameUnknown(school, kind);
        conclude(result.status, status);
        return result;
    }

    void nameUnknown(int school, std::size_t kind) {
        std::int64_t listed = 0;
        for (int row = m_first; row < m_end; ++row) {
            if (!m_kinds.isValue(row) || m_kinds.amount(row) != m_rule.rooms[kind].kind)
                continue;
            ++listed;
            if (!m_areas.isValue(row))
                m_context.missing(m_rooms, row, m_areas.item());
        }
        if (listed < m_counts[kind].amount(school))
            m_context.missing({.level = Level::Room,
                               .school = m_context.codeOf(school),
                               .part = QString::number(m_end - m_first + 1)},
                              m_areas.item());
    }

    void conclude(IndicatorStatus with, IndicatorStatus without) {
        m_result.status = worse(m_result.status, with);
        m_result.withoutRelaxations = worse(m_result.withoutRelaxations, without);
        m_complete = m_complete && with != IndicatorStatus::Missing;
    }

    const RoomsRule& m_rule;
    const standard::Indicator& m_indicator;
    Context& m_context;
    const model::LevelTable& m_rooms;
    ColumnView m_kinds;
    ColumnView m_areas;
    ColumnView m_classes;
    std::vector<ColumnView> m_counts;        ///< per kind
    std::vector<std::int64_t> m_least;       ///< per kind: area in the unit of stored amounts
    std::vector<std::int64_t> m_short;       ///< per kind: schools with too few
    std::vector<std::int64_t> m_shortPoints; ///< of these, 小学教学点
    int m_first = 0;                         ///< rooms of the school at hand
    int m_end = 0;
    std::vector<RoomsOfSchool>* m_register = nullptr;
    IndicatorResult m_result{.status = IndicatorStatus::Met, .withoutRelaxations = IndicatorStatus::Met};
    bool m_complete = true;
};

} // namespace

IndicatorResult judge(const RoomsRule& rule, const standard::Indicator& indicator, Context& context) {
    if (!context.hasSchools())
        return {.figures = std::vector<std::optional<base::Rational>>(indicator.figures.size())};
    return RoomsJudge(rule, indicator, context).run();
}

std::vector<RoomsOfSchool> roomRegister(const model::CountyYear& year, const RoomsRule& rule,
                                        const standard::Indicator& indicator) {
    Context context(year, {}, IndicatorStatus::Met, IndicatorStatus::Met);
    std::vector<RoomsOfSchool> list;
    RoomsJudge judge(rule, indicator, context);
    judge.tellInto(list);
    judge.run();
    return list;
}

} // namespace junheng::assess
