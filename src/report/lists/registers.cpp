#include "report/lists/registers.h"

#include "assess/room_register.h"
#include "model/items.h"
#include "report/cells.h"
#include "report/tr.h"

#include <algorithm>

namespace junheng::report {

using document::Cell;
using document::countCell;
using document::dashCell;
using document::leftCell;
using document::Mark;
using document::Row;
using document::serialCell;
using document::setHead;
using document::Table;
using document::textCell;

namespace {

using assess::IndicatorResult;
using assess::IndicatorStatus;
using assess::SchoolResult;
using model::Item;
using standard::Indicator;

// "98、96.5、未填": of each room that is listed.
QString areasOf(const model::CountyYear& year, const QString& school, int kind) {
    static const Item& kindItem = model::itemOf(items::room_kind);
    static const Item& areaItem = model::itemOf(items::room_area);
    const model::LevelTable& rooms = year.table(model::Level::Room);
    QStringList areas;
    const auto [first, last] = rooms.rowsOfSchool(school);
    for (int row = first; row < last; ++row) {
        const model::Observation is = rooms.at(row, kindItem);
        if (!is.isValue() || is.amount != kind)
            continue;
        const model::Observation area = rooms.at(row, areaItem);
        areas << (area.isValue() ? model::decimalOf(areaItem, area).toShortString() : tr("未填"));
    }
    return areas.join(tr("、"));
}

Row roomRow(const model::CountyYear& year, const standard::RoomsRule& rule, const assess::RoomsOfSchool& rooms,
            int number) {
    const standard::RoomsRule::RoomKind& kind = rule.rooms[static_cast<std::size_t>(rooms.part)];
    const QString& code = year.schools().key(rooms.schoolRow).school;
    Cell verdict = textCell(8, assess::statusWord(rooms.status));
    verdict.mark = markOf(rooms.status);
    return {{serialCell(number), textCell(1, code), leftCell(2, year.schoolName(code)),
             rooms.classes ? countCell(3, *rooms.classes) : missingCell(3), textCell(4, kind.label),
             observationCell(5, *kind.count, year.schools().at(rooms.schoolRow, *kind.count)),
             rooms.classes ? countCell(6, rule.roomsFor(*rooms.classes)) : missingCell(6),
             leftCell(7, areasOf(year, code, kind.kind)), std::move(verdict),
             leftCell(9, rooms.relaxation >= 0 ? tr("按放宽条件") : QString())}};
}

class RelaxationList {
public:
    explicit RelaxationList(const Sources& sources) : m_sources(sources) {}

    std::vector<Row> rows() {
        for (const assess::StageAssessment& stage : m_sources.assessment.stages)
            addStage(stage);
        for (const auto& [indicators, results] :
             {std::pair(&m_sources.standard.government, &m_sources.assessment.government),
              std::pair(&m_sources.standard.quality, &m_sources.assessment.quality)}) {
            for (std::size_t i = 0; i < indicators->size(); ++i)
                addIndicator((*indicators)[i], (*results)[i]);
        }
        return std::move(m_rows);
    }

private:
    struct JudgedFigure {
        QString text; ///< value and status
        Mark mark;
    };

    void addStage(const assess::StageAssessment& stage) {
        if (!stage.withoutRelaxations)
            return;
        const standard::Standard& standard = m_sources.standard;
        for (const assess::WithoutRelaxation& without : stage.withoutRelaxations->figures) {
            const auto section = static_cast<std::size_t>(without.section);
            const auto indicator = static_cast<std::size_t>(without.indicator);
            const assess::IndicatorColumn& column = stage.indicators[indicator];
            const auto& relaxation = standard.relaxations[static_cast<std::size_t>(column.relaxation[section])];
            const standard::ResourceIndicator& rule = standard.resource[indicator];
            const QString printed =
                assess::printedValue(m_sources.year, standard, stage, without.section, without.indicator);
            add(stage.schoolRows[section], stage.stage, rule.id + QChar(u' ') + rule.shortName, relaxation,
                {figureText(printed, assess::statusWord(standard, column.statuses[section])),
                 markOf(column.statuses[section])},
                {figureText(QString::number(without.value, 'f', standard.valueDecimals),
                            assess::statusWord(standard, without.status)),
                 markOf(without.status)});
        }
    }

    void addIndicator(const Indicator& indicator, const IndicatorResult& result) {
        for (const SchoolResult& school : result.schools) {
            if (school.relaxation < 0)
                continue;
            const auto& relaxation = indicator.relaxations[static_cast<std::size_t>(school.relaxation)];
            const auto text = [&](const auto& value, const auto& limit, IndicatorStatus status) {
                return figureText(tr("%1，限值 %2")
                                      .arg(assess::printedSchoolFigure(indicator, value),
                                           assess::printedSchoolFigure(indicator, limit)),
                                  assess::statusWord(status));
            };
            add(school.schoolRow, school.stage, indicator.id + QChar(u' ') + indicator.shortName, relaxation,
                {text(school.value, school.limit, school.status), markOf(school.status)},
                {text(school.valueWithout, school.limitWithout, school.statusWithout), markOf(school.statusWithout)});
        }
    }

    static QString figureText(const QString& figure, const QString& word) { return figure + QChar(u' ') + word; }

    template <class Relaxation>
    void add(int school, std::optional<model::Stage> stage, const QString& indicator, const Relaxation& relaxation,
             const JudgedFigure& with, const JudgedFigure& without) {
        Cell judged = textCell(7, with.text);
        judged.mark = with.mark;
        Cell unrelaxed = textCell(8, without.text);
        unrelaxed.mark = without.mark;
        m_rows.push_back(
            {{serialCell(static_cast<int>(m_rows.size()) + 1),
              leftCell(1, m_sources.year.schoolName(m_sources.year.schools().key(school).school)),
              stage ? textCell(2, model::stageName(*stage)) : dashCell(2), leftCell(3, indicator),
              leftCell(4, relaxation.title), leftCell(5, sourceTitle(relaxation.source)),
              textCell(6, validity(relaxation.from, relaxation.until)), std::move(judged), std::move(unrelaxed)}});
    }

    [[nodiscard]] QString sourceTitle(const QString& id) const {
        const auto& sources = m_sources.standard.sources;
        const auto found = std::ranges::find(sources, id, &standard::Source::id);
        return found != sources.end() ? found->title : id;
    }

    static QString validity(int from, const std::optional<int>& until) {
        if (until)
            return from > 0 ? tr("%1—%2学年").arg(from).arg(*until) : tr("至%1学年").arg(*until);
        return from > 0 ? tr("%1学年起").arg(from) : tr("未定期限");
    }

    const Sources& m_sources;
    std::vector<Row> m_rows;
};

} // namespace

Table roomRegister(const Sources& sources) {
    Table table;
    setHead(table, {{tr("序号"), 6},
                    {tr("学校标识码"), 13},
                    {tr("学校名称"), 26},
                    {tr("教学班数"), 9},
                    {tr("专用教室"), 12},
                    {tr("已有间数"), 9},
                    {tr("应有间数"), 9},
                    {tr("各间使用面积（㎡）"), 40},
                    {tr("结论"), 9},
                    {tr("备注"), 14}});
    table.notes = {tr("教学班数为小学、初中合计。间数按学校填报，面积按“专用教室”逐间填报。")};
    const standard::Standard& standard = sources.standard;
    for (const Indicator& indicator : standard.government) {
        const auto* rule = std::get_if<standard::RoomsRule>(&indicator.rule);
        if (rule == nullptr)
            continue;
        for (const assess::RoomsOfSchool& rooms : assess::roomRegister(sources.year, *rule, indicator))
            table.body.push_back(roomRow(sources.year, *rule, rooms, static_cast<int>(table.body.size()) + 1));
        table.notes << indicator.title;
    }
    table.notes = numbered(table.notes);
    return table;
}

Table relaxationList(const Sources& sources) {
    Table table;
    setHead(table, {{tr("序号"), 6},
                    {tr("学校名称"), 26},
                    {tr("学段"), 6},
                    {tr("指标"), 16},
                    {tr("适用的放宽条件"), 40},
                    {tr("依据"), 30},
                    {tr("适用期限"), 14},
                    {tr("适用后"), 18},
                    {tr("不适用时"), 18}});
    table.body = RelaxationList(sources).rows();
    table.notes = numbered({tr("“不适用时”是同一数据不放宽的结果。"), tr("每项放宽都应有佐证材料。")});
    return table;
}

} // namespace junheng::report
