// G3: special rooms, one of each kind for so many classes begun, each of a least area.

#include "model/items.h"
#include "report/cells.h"
#include "workings/parts/rules.h"
#include "workings/parts/selection.h"
#include "workings/tr.h"

#include <algorithm>

namespace junheng::workings {

using document::Table;

namespace {

using standard::RoomsRule;

// How many of the rooms are of a kind; of these, how many have an area of at least so much, or none.
Live countRooms(const LiveRange& kinds, const Live& kind, const LiveRange& areas, const std::optional<Live>& least,
                bool withoutArea) {
    if (kinds.ranges.isEmpty())
        return Live::number(0.0);
    double count = 0;
    for (std::size_t i = 0; i < kinds.values.size(); ++i) {
        if (kinds.values[i] != kind.value())
            continue;
        const double* area = std::get_if<double>(&areas.values[i]);
        const bool counts = withoutArea ? area == nullptr : !least || (area != nullptr && *area >= least->toNumber());
        count += counts ? 1 : 0;
    }
    const QString isKind = QStringLiteral("(%1=%2)").arg(kinds.ranges.front(), kind.text());
    const QString hasArea = QStringLiteral("ISNUMBER(%1)").arg(areas.ranges.front());
    QString product = isKind + QStringLiteral("*1");
    if (withoutArea)
        product = QStringLiteral("%1*(1-%2)").arg(isKind, hasArea);
    else if (least)
        product = QStringLiteral("%1*%2*(%3>=%4)").arg(isKind, hasArea, areas.ranges.front(), least->text());
    return {QStringLiteral("SUMPRODUCT(%1)").arg(product), count};
}

class RoomsSheet {
public:
    RoomsSheet(const RoomsRule& rule, const RuleSources& from, const PartSheet& part)
        : m_rule(rule), m_from(from), m_part(part), m_sheet(schoolsSheet(part.indicator(), captionOf(part, from))),
          m_kindItem(model::itemOf(items::room_kind)) {
        if (!rule.schools.isEverySchool())
            m_selected = m_sheet.addColumn(tr("属于适用的学校"), 10);
        m_classes = m_sheet.addColumn(tr("义务教育阶段班级数"), 11);
        m_needed = m_sheet.addColumn(tr("每种应配备间数"), 11);
        for (const Relaxed& relaxed : relaxationsOf(part.indicator(), from.sources.year))
            m_relaxations.emplace_back(relaxed, m_sheet.addColumn(tr("符合%1").arg(relaxed.sign), 7));
        for (const auto& room : rule.rooms) {
            const QString area = room.area.text.toShortString();
            m_kinds.push_back({.count = m_sheet.addColumn(tr("%1填报间数").arg(room.label), 10),
                               .enough = m_sheet.addColumn(tr("%1不小于%2㎡").arg(room.label, area), 13),
                               .judged = m_sheet.addColumn(tr("%1合格间数（计放宽）").arg(room.label), 10),
                               .unknown = m_sheet.addColumn(tr("%1面积待填报").arg(room.label), 10),
                               .status = m_sheet.addColumn(tr("%1判定").arg(room.label), 10)});
        }
        m_check = m_sheet.addCheckColumn();
        for (int school = 0; school < from.sources.year.schools().rowCount(); ++school)
            addSchool(school);
    }

    /// Schools that need rooms; those whose classes are not known yet included.
    [[nodiscard]] Live schools() const {
        const LiveRange needed = m_sheet.column(m_needed);
        return live::minus(live::plus(live::countNumbers(needed), live::countWord(needed, words().missing)),
                           live::countWord(needed, Live::number(0.0)));
    }
    /// The 教学点 among them.
    [[nodiscard]] Live points() const {
        const LiveRange needed = m_sheet.column(m_needed);
        const LiveRange types = m_from.scope.types();
        const Live others = live::plus(live::countWord(types, pointWord(), needed, Live::number(0.0)),
                                       live::countWord(types, pointWord(), needed, words().dash));
        return live::minus(live::countWord(types, pointWord()), others);
    }
    [[nodiscard]] Live shortOf(std::size_t kind) const {
        return unlessMissing(live::countWord(m_sheet.column(m_kinds[kind].status), words().unmet));
    }
    [[nodiscard]] Live shortPointsOf(std::size_t kind) const {
        return unlessMissing(
            live::countWord(m_from.scope.types(), pointWord(), m_sheet.column(m_kinds[kind].status), words().unmet));
    }
    [[nodiscard]] Live status(std::size_t kind) const { return metUnless(m_sheet.column(m_kinds[kind].status)); }

    Table finish() { return m_sheet.finish(m_classes, kFirstSchoolsColumn); }

private:
    struct Kind { // columns
        int count;
        int enough;
        int judged;
        int unknown;
        int status;
    };

    [[nodiscard]] Live pointWord() const {
        return Live::text(
            model::itemOf(items::school_type).choices.at(static_cast<qsizetype>(model::SchoolType::TeachingPoint)));
    }

    // Nothing is counted before all is known.
    [[nodiscard]] Live unlessMissing(const Live& count) const {
        std::vector<Live> missing;
        for (const Kind& one : m_kinds)
            missing.push_back(
                live::above(live::countWord(m_sheet.column(one.status), words().missing), Live::number(0.0)));
        return live::choose(live::any(missing), words().missing, count);
    }

    void addSchool(int school) {
        const int row = m_sheet.addRow(schoolHead(m_from.sources.year, school + 1, school));
        Live in = m_from.scope.isCompulsory(school);
        Live asked = classesOf(school);
        if (m_selected > 0) {
            const Live chosen =
                m_sheet.put(row, m_selected, selected(m_rule.schools, school, m_from.raw, m_from.scope));
            in = live::all({in, live::isNot(live::equal(chosen, noWord()))});
            asked = live::choose(live::equal(chosen, words().missing), words().missing, asked);
        }
        const auto within = [&](const Live& formula) { return live::choose(in, formula, words().dash); };
        const Live classes = m_sheet.put(row, m_classes, within(asked));
        const Live shares = live::dividedBy(classes, Live::number(static_cast<double>(m_rule.classesPerRoom)));
        const Live needed =
            m_sheet.put(row, m_needed, live::choose(live::isNumber(classes), live::roundedUp(shares), classes));
        std::vector<Live> applies;
        for (const auto& [relaxed, column] : m_relaxations)
            applies.push_back(
                m_sheet.put(row, column,
                            within(live::choose(appliesTo(*relaxed.relaxation, school, m_from.raw, m_from.scope),
                                                yesWord(), noWord()))));
        std::vector<Live> agree;
        for (std::size_t kind = 0; kind < m_kinds.size(); ++kind)
            agree.push_back(addKind(school, kind, needed, applies));
        m_sheet.putCheck(row, m_check, live::all(agree));
    }

    [[nodiscard]] Live classesOf(int school) const {
        const model::SchoolRows& rows = m_from.sources.year.schoolRows()[static_cast<std::size_t>(school)];
        std::vector<Live> missing;
        std::vector<Live> classes;
        for (const model::Stage stage : standard::kJudgedStages) {
            if (rows.sectionOf(stage) < 0) {
                missing.push_back(m_from.scope.lacksRow(school, stage));
                continue;
            }
            const Live has = m_from.scope.hasStage(school, stage);
            const Live given = m_from.raw.section(rows.sectionOf(stage), items::classes);
            missing.push_back(live::all({has, live::isBlank(given)}));
            classes.push_back(live::choose(has, live::figureOf(given), Live::number(0.0)));
        }
        return live::choose(live::any(missing), words().missing, live::sum(classes));
    }

    // Rooms that are large enough, the same by the most favourable relaxation, and rooms that may be.
    Live addKind(int school, std::size_t kind, const Live& needed, const std::vector<Live>& applies) {
        const RoomsRule::RoomKind& room = m_rule.rooms[kind];
        const Kind& at = m_kinds[kind];
        const LiveRange kinds = m_from.raw.rooms(school, items::room_kind);
        const LiveRange areas = m_from.raw.rooms(school, items::room_area);
        const Live name = Live::text(m_kindItem.choices.at(room.kind));
        const Live isNeeded = live::above(live::figureOf(needed), Live::number(0.0));
        const auto where = [&](const Live& formula) { return live::choose(isNeeded, formula, words().dash); };

        const Live entered = m_from.raw.school(school, *room.count);
        const Live count = m_sheet.put(school, at.count, known(entered, *room.count));
        const auto largeEnough = [&](const Live& area) {
            return live::smaller(countRooms(kinds, name, areas, area, false), live::figureOf(count));
        };
        const Live enough = m_sheet.put(school, at.enough, where(largeEnough(Live::number(room.area.value))));
        std::vector<Live> candidates{enough};
        for (std::size_t i = 0; i < m_relaxations.size(); ++i) {
            if (const auto& area = m_relaxations[i].first.relaxation->limits[kind])
                candidates.push_back(live::choose(live::equal(applies[i], yesWord()),
                                                  largeEnough(Live::number(area->value)), Live::number(0.0)));
        }
        const Live judged = m_sheet.put(school, at.judged, where(live::largest(candidates)));
        const Live unlisted = live::minus(live::figureOf(count), countRooms(kinds, name, areas, {}, false));
        const Live unknown = m_sheet.put(
            school, at.unknown,
            where(live::plus(countRooms(kinds, name, areas, {}, true), live::largest({unlisted, Live::number(0.0)}))));
        const Live judgement = live::choose(live::equal(count, words().missing), words().missing,
                                            live::choose(live::atMost(needed, judged), words().met,
                                                         live::choose(live::atMost(needed, live::plus(judged, unknown)),
                                                                      words().missing, words().unmet)));
        const Live status = m_sheet.put(
            school, at.status, live::choose(live::equal(needed, words().missing), words().missing, where(judgement)));
        return agreement(school, kind, judged, status);
    }

    [[nodiscard]] Live agreement(int school, std::size_t kind, const Live& judged, const Live& status) const {
        const auto* found = schoolResult(m_part.result(), school, {}, static_cast<int>(kind));
        const Live same = agreesUnmet(status, found);
        return found == nullptr ? same : live::all({same, live::equal(judged, Live::number(*found->value))});
    }

    const RoomsRule& m_rule;
    const RuleSources& m_from;
    const PartSheet& m_part;
    LiveSheet m_sheet;
    const model::Item& m_kindItem;
    std::vector<std::pair<Relaxed, int>> m_relaxations; ///< with the columns
    std::vector<Kind> m_kinds;
    int m_selected = 0; ///< columns; 0 where every school is asked
    int m_classes = 0;
    int m_needed = 0;
    int m_check = 0;
};

} // namespace

void describeRule(const RoomsRule& rule, const RuleSources& from, PartSheet& part) {
    if (lacksSchools(from, part))
        return;
    RoomsSheet sheet(rule, from, part);
    part.figure(QStringLiteral("schools"), sheet.schools());
    part.figure(QStringLiteral("points"), sheet.points());
    for (std::size_t kind = 0; kind < rule.rooms.size(); ++kind) {
        const QString name = rule.rooms[kind].id + QStringLiteral("_short");
        part.figure(name, sheet.shortOf(kind));
        part.status(sheet.status(kind));
        part.figure(name + QStringLiteral("_points"), sheet.shortPointsOf(kind));
    }
    from.sheets.push_back(sheet.finish());
}

} // namespace junheng::workings
